"""What somebody asked for and somebody else must decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.clock import instant
from models.store import Store


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """One question. ``subject`` is ``claim`` or ``plan``; ``decision`` approved, refused, withdrawn or None."""

    id: int
    what: str
    subject: str
    subject_id: int
    debtor: str
    number: str | None
    fen: int
    currency: str
    why: str
    asked_at: datetime
    asked_by: str
    decision: str | None
    decision_why: str | None
    decided_at: datetime | None
    decided_by: str | None


_SELECT = """
SELECT a.id, a.what, a.subject, a.subject_id, coalesce(d.name, e.name), coalesce(c.number, p.number),
       coalesce(a.fen, 0), coalesce(c.currency, p.currency), a.why, a.asked_at, a.asked_by,
       a.decision, a.decision_why, a.decided_at, a.decided_by
FROM approval a
LEFT JOIN claim c ON a.subject = 'claim' AND c.id = a.subject_id LEFT JOIN debtor d ON d.id = c.debtor_id
LEFT JOIN plan p ON a.subject = 'plan' AND p.id = a.subject_id LEFT JOIN debtor e ON e.id = p.debtor_id
WHERE (?1 IS NULL OR a.id = ?1) AND (?2 OR (a.decision IS NULL AND p.voided_at IS NULL)) ORDER BY a.id
"""


def approvals(store: Store, *, decided: bool = False, key: int | None = None) -> list[ApprovalRow]:
    """Open questions, oldest first; with ``decided`` every one. A plan that was given up asks nothing any more."""
    return [_row(told) for told in store.database.execute_sql(_SELECT, (key, decided))]


_ASKED_AT, _DECIDED_AT = 9, 13


def _row(told: Sequence[Any]) -> ApprovalRow:
    values = list(told)
    for place in (_ASKED_AT, _DECIDED_AT):
        values[place] = instant(values[place]) if values[place] else None
    return ApprovalRow(*values)


def approval(store: Store, key: int) -> ApprovalRow | None:
    """The question of this key, None where there is none."""
    return next(iter(approvals(store, decided=True, key=key)), None)


def unapproved(store: Store, plan: int) -> list[ApprovalRow]:
    """What of a plan is not approved: open or refused."""
    rows = approvals(store, decided=True)
    return [
        row for row in rows if (row.subject, row.subject_id) == ("plan", plan) and row.decision != "approved"
    ]
