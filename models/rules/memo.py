"""What a memo of a call, a visit or a message states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.facts import CreditorFacts, DebtorFacts, ItemFacts


@dataclass(frozen=True)
class MemoFacts:
    """One contact as it was noted; ``items`` are the claims spoken of, as they stood on its day.

    ``at`` and ``logged_at`` are aware; ``promises`` are fen by day; ``proof_sha256`` seals the recording or picture.
    ``by`` noted it. Codes (channel, outcome, role, confirmed, reason) are those of ``models.actions.calls``.
    """

    creditor: CreditorFacts
    debtor: DebtorFacts
    items: tuple[ItemFacts, ...]
    currency: str
    total_fen: int
    channel: str
    outcome: str
    at: datetime
    logged_at: datetime
    by: str
    person: str | None = None
    role: str | None = None
    identity_checked: bool = False
    recording_announced: bool = False
    asked: str | None = None
    confirmed: str | None = None
    confirmed_fen: int | None = None
    reason: str | None = None
    promises: tuple[tuple[int, date], ...] = ()
    note: str | None = None
    override_why: str | None = None
    reached: str | None = None
    sent_from: str | None = None
    place: str | None = None
    present: str | None = None
    proof_name: str | None = None
    proof_sha256: str | None = None
    journal_head: str | None = None
