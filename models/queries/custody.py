"""Who had a piece of evidence in hand, and how long it must be kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.queries.claims import claim_rows
from models.queries.evidence import piece
from models.queries.settings import setting
from models.rules.custody import keep_until
from models.settings import KEEP_YEARS
from models.store import Store
from models.tables import Custody, EvidenceClaim


@dataclass(frozen=True)
class CustodyRow:
    """One line of a custody log; ``act`` is one of ``models.rules.custody.CUSTODY_ACTS``."""

    act: str
    at: datetime
    by: str
    why: str | None = None


def custody_of(store: Store, evidence: int) -> tuple[CustodyRow, ...]:
    """The log of one piece from taking in on; empty where there is no such piece."""
    row = piece(store, evidence)
    if row is None:
        return ()
    query = Custody.select().where(Custody.evidence == evidence).order_by(Custody.id)
    between = [
        CustodyRow(each.act, each.acted_at, each.acted_by, each.why) for each in query.execute(store.database)
    ]
    taken = CustodyRow("taken", row.taken_at, row.taken_by, row.source)
    return (taken, *between)


def kept_until(store: Store, evidence: int, today: date) -> date | None:
    """The last day a piece must be kept; None while a claim it speaks for is open."""
    query = EvidenceClaim.select().where(EvidenceClaim.evidence == evidence)
    claims = [row.claim_id for row in query.execute(store.database)]
    if not claims:
        return None
    rows = claim_rows(store, today, today, claims=claims, settled=True)
    ended = _last_days(store, claims)
    days = [ended.get(row.id, row.due_on) if row.balance_fen <= 0 else None for row in rows]
    return keep_until(days, setting(store, KEEP_YEARS))


def _last_days(store: Store, claims: list[int]) -> dict[int, date]:
    """The day of the last receipt of each claim."""
    some = ",".join(map(str, claims))
    rows = store.database.execute_sql(
        "SELECT s.claim_id, max(r.received_on) FROM share s JOIN receipt r ON r.id = s.receipt_id "  # noqa: S608
        f"WHERE s.claim_id IN ({some}) GROUP BY s.claim_id"  # (whole numbers)
    )
    return {claim: date.fromisoformat(day) for claim, day in rows}
