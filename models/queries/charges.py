"""Costs, interest and penalties that were fixed, and what of them is unpaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from models.queries.claims import ClaimRow, among, claim_rows
from models.rules.charges import OpenCharge
from models.store import Store
from models.tables import Charge, Claim, Debtor


@dataclass(frozen=True)
class ChargeRow:
    """One charge as entered; ``paid_fen`` is what receipts paid of it. ``source`` says who fixed the sum."""

    id: int
    claim_id: int
    number: str | None
    debtor_id: int
    debtor: str
    currency: str
    kind: str
    fen: int
    paid_fen: int
    owed_on: date
    source: str
    evidence: int | None
    entered_by: str
    voided: bool
    void_why: str | None

    @property
    def open_fen(self) -> int:
        """What is unpaid; nothing of one that was voided."""
        return 0 if self.voided else self.fen - self.paid_fen


def charge_rows(
    store: Store, *, claim: int | None = None, debtor: int | None = None, void: bool = False
) -> list[ChargeRow]:
    """Charges of a claim, a debtor or of all, in the order they were entered; voided ones only where asked for."""
    query = Charge.select(Charge, Claim, Debtor).join(Claim).join(Debtor).order_by(Charge.id)
    if claim is not None:
        query = query.where(Charge.claim == claim)
    if debtor is not None:
        query = query.where(Claim.debtor == debtor)
    if not void:
        query = query.where(Charge.voided_at.is_null())
    rows = list(query.execute(store.database))
    paid = _paid(store, {row.id for row in rows})
    return [_row(row, paid.get(row.id, 0)) for row in rows]


def _paid(store: Store, charges: set[int]) -> dict[int, int]:
    some = among("charge_id", charges)
    statement = f"SELECT charge_id, sum(fen) FROM charge_share WHERE 1 {some} GROUP BY charge_id"  # noqa: S608
    return dict(store.database.execute_sql(statement).fetchall())


def _row(row: Any, paid_fen: int) -> ChargeRow:
    claim = row.claim
    return ChargeRow(
        row.id, claim.id, claim.number, claim.debtor_id, claim.debtor.name, claim.currency, row.kind, row.fen, paid_fen,
        row.owed_on, row.source, row.evidence_id, row.entered_by, row.voided_at is not None, row.void_why,
    )  # fmt: skip


_OPEN = """
SELECT c.claim_id, c.id, c.kind, c.owed_on, c.fen - coalesce((SELECT sum(s.fen) FROM charge_share s
                                                              WHERE s.charge_id = c.id), 0) AS open_fen
FROM charge c WHERE c.voided_at IS NULL {some} AND open_fen > 0 ORDER BY c.owed_on, c.id
"""


def open_charges(store: Store, claims: Collection[int] | None = None) -> dict[int, tuple[OpenCharge, ...]]:
    """What is unpaid besides the principal, by claim, the earliest first; of all claims or of some."""
    found: dict[int, tuple[OpenCharge, ...]] = defaultdict(tuple)
    wanted = None if claims is None else set(claims)
    statement = _OPEN.format(some=among("c.claim_id", wanted))
    for claim, key, kind, owed_on, fen in store.database.execute_sql(statement):
        if wanted is None or claim in wanted:
            found[claim] += (OpenCharge(key, kind, date.fromisoformat(owed_on), fen),)
    return dict(found)


class Fixed(NamedTuple):
    """What was fixed of one kind on a claim, paid or not: until which day, fen in all, by whom the last of it."""

    until: date
    fen: int
    source: str


_FIXED = """
SELECT claim_id, owed_on, fen, source FROM charge
WHERE kind = :kind AND voided_at IS NULL AND owed_on <= :on ORDER BY owed_on, id
"""


def fixed_until(store: Store, kind: str, on: date) -> dict[int, Fixed]:
    """What of a kind of charge had been fixed by a day (inclusive), by claim."""
    found: dict[int, Fixed] = {}
    asked = {"kind": kind, "on": on.isoformat()}
    for claim, owed_on, fen, source in store.database.connection().execute(_FIXED, asked):
        before = found[claim].fen if claim in found else 0
        found[claim] = Fixed(date.fromisoformat(owed_on), before + fen, source)
    return found


def payable_rows(store: Store, today: date, debtor: int | None = None) -> list[ClaimRow]:
    """The claims that a payment could pay and the open credits: also those of which only a charge is unpaid."""
    rows = claim_rows(store, today, today, debtor=debtor)
    missing = set(open_charges(store, _claims_of(store, debtor))) - {row.id for row in rows}
    if missing:
        rows += claim_rows(store, today, today, claims=missing, settled=True)
        rows.sort(key=lambda row: row.id)
    return rows


def _claims_of(store: Store, debtor: int | None) -> set[int] | None:
    if debtor is None:
        return None
    return {
        key
        for (key,) in Claim.select(Claim.id).where(Claim.debtor == debtor).tuples().execute(store.database)
    }
