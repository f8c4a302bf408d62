"""What is kept: peewee tables without decisions. ``ACCOUNTED`` are those the journal can rebuild row by row."""

from __future__ import annotations

from models.tables.base import Table, database
from models.tables.claims import Batch, Claim
from models.tables.conduct import Call, CallClaim, Note, Promise
from models.tables.evidence import Evidence, EvidenceClaim
from models.tables.letters import Letter, LetterClaim, LetterRun
from models.tables.parties import Creditor, Debtor
from models.tables.plans import Instalment, Plan, PlanClaim
from models.tables.receipts import Receipt, Share
from models.tables.system import Counter, Journal, Preference, Setting

ACCOUNTED: tuple[type[Table], ...] = (
    Creditor, Debtor, Batch, Claim, Receipt, Share, Evidence, EvidenceClaim, Call, CallClaim, Promise, Note,
    LetterRun, Letter, LetterClaim, Plan, PlanClaim, Instalment, Setting, Counter,
)  # fmt: skip

__all__ = [
    "ACCOUNTED", "Batch", "Call", "CallClaim", "Claim", "Counter", "Creditor", "Debtor", "Evidence", "EvidenceClaim",
    "Instalment", "Journal", "Letter", "LetterClaim", "LetterRun", "Note", "Plan", "PlanClaim", "Preference",
    "Promise", "Receipt", "Setting", "Share", "Table", "database",
]  # fmt: skip
