"""The parts of a debtor's case: who works on it and what its time line holds."""

MEMBER_ROLES = ("lead", "clerk", "sales", "legal", "finance")
MEETING, DECISION, MEASURE = "meeting", "decision", "measure"
ENTRY_KINDS = (MEETING, DECISION, MEASURE)
