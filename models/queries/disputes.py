"""What is contested of which claim, since when, who settles it by when, and what was written about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.clock import instant
from models.queries.claims import ClaimRow, claim_rows
from models.rules.disputes import UNTOLD
from models.store import Store
from models.tables import Claim, Debtor, Dispute

OPEN, DUE, RESOLVED, ALL = "open", "due", "resolved", "all"
STATES = (OPEN, DUE, RESOLVED, ALL)
"""Which disputes: open ones, open ones whose day has come, ended ones, every one."""


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One dispute. ``id`` 0 is a ledger's mark on the whole of a claim that nobody has filled in yet.

    ``fen`` is what is contested; ``balance_fen`` what is open on the claim on the day asked for.
    """

    id: int
    claim_id: int
    debtor_id: int
    debtor: str
    number: str | None
    currency: str
    reason: str
    fen: int
    balance_fen: int
    opened_on: date
    root_cause: str | None = None
    owner: str | None = None
    due_on: date | None = None
    note: str | None = None
    opened_by: str = ""
    resolved_on: date | None = None
    resolution: str | None = None
    resolution_note: str | None = None
    receipt: int | None = None

    def is_due(self, today: date) -> bool:
        """Whether it is open although its day has come."""
        return self.resolved_on is None and self.due_on is not None and self.due_on <= today


@dataclass(frozen=True, slots=True)
class Written:
    """One step of the correspondence, with the file behind it."""

    text: str
    at: datetime
    by: str
    evidence: int | None = None
    name: str | None = None


def disputes(
    store: Store, today: date, state: str = OPEN, *, claim: int | None = None, debtor: int | None = None
) -> list[DisputeRow]:
    """Disputes in one state, those to be settled first at the top; ledger marks count as open."""
    query = Dispute.select(Dispute, Claim, Debtor).join(Claim).join(Debtor).order_by(Dispute.id)
    if claim is not None:
        query = query.where(Dispute.claim == claim)
    if debtor is not None:
        query = query.where(Claim.debtor == debtor)
    held = list(query.execute(store.database))
    wanted = {row.claim_id for row in held} if claim is None else {claim}
    claims = claim_rows(store, today, today, debtor=debtor, settled=True)
    rows = {row.id: row for row in claims if row.id in wanted or row.disputed}
    found = [_row(each, rows[each.claim_id]) for each in held]
    found += [
        _marked(row) for row in rows.values() if row.disputed and row.disputed_fen and not row.contested_fen
    ]
    chosen = [row for row in found if _is(row, state, today) and claim in (None, row.claim_id)]
    return sorted(
        chosen, key=lambda row: (row.resolved_on is not None, row.due_on or date.max, -row.fen, row.id)
    )


def dispute(store: Store, today: date, key: int) -> DisputeRow | None:
    """The dispute of this key, None where there is none."""
    held = Dispute.select().where(Dispute.id == key).first(store.database)
    if held is None:
        return None
    return next(row for row in disputes(store, today, ALL, claim=held.claim_id) if row.id == key)


def correspondence(store: Store, key: int) -> list[Written]:
    """What was written about a dispute, oldest first."""
    return [
        Written(text, instant(at), by, evidence, name)
        for text, at, by, evidence, name in store.database.execute_sql(
            "SELECT d.text, d.written_at, d.written_by, d.evidence_id, e.name FROM dispute_entry d "
            "LEFT JOIN evidence e ON e.id = d.evidence_id WHERE d.dispute_id = ? ORDER BY d.id",
            (key,),
        )
    ]


def _is(row: DisputeRow, state: str, today: date) -> bool:
    if state == ALL:
        return True
    if state == DUE:
        return row.is_due(today)
    return (row.resolved_on is not None) == (state == RESOLVED)


def _row(held: Dispute, claim: ClaimRow) -> DisputeRow:
    return DisputeRow(
        held.id, claim.id, claim.debtor_id, claim.debtor, claim.number, claim.currency, held.reason, held.fen,
        claim.balance_fen, held.opened_on, held.root_cause, held.owner, held.due_on, held.note, held.opened_by,
        held.resolved_on, held.resolution, held.resolution_note, held.receipt_id,  # type: ignore[attr-defined]
    )  # fmt: skip


def _marked(claim: ClaimRow) -> DisputeRow:
    return DisputeRow(
        0, claim.id, claim.debtor_id, claim.debtor, claim.number, claim.currency, UNTOLD, claim.disputed_fen,
        claim.balance_fen, claim.registered_on, owner=claim.owner,
    )  # fmt: skip
