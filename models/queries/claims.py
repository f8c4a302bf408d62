"""Which claims there are on a day, and what is open on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from models.progress import collector_at_rest
from models.rules.ageing import CREDIT, UNDATED, Bands, action_bands, days_overdue
from models.store import Store

FEW = 50_000
"""Up to so many identifiers stand in the statement itself; beyond that all rows are read and sieved."""


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, 100,000 take six times as long to make
class ClaimRow:
    """One claim as of one day. ``paid_fen`` counts receipts up to that day, ``days_overdue`` is 0 until due.

    ``disputed`` is a ledger's mark on the whole without details; ``contested_fen`` the sum of its disputes open then.
    """

    id: int
    debtor_id: int
    debtor: str
    initials: str
    industry: str | None
    number: str | None
    kind: str
    contract: str | None
    issued_on: date | None
    due_on: date | None
    amount_fen: int
    paid_fen: int
    currency: str
    owner: str | None
    memo: str | None
    disputed: bool
    stage_set: str | None
    registered_on: date
    batch_id: int | None
    days_overdue: int
    contested_fen: int = 0

    @property
    def balance_fen(self) -> int:
        """What is still open; below zero for a credit of the debtor."""
        return self.amount_fen - self.paid_fen

    @property
    def disputed_fen(self) -> int:
        """The part of the balance that rests from dunning: what is contested; all of it under a mark alone."""
        balance = max(self.balance_fen, 0)
        return min(self.contested_fen, balance) if self.contested_fen or not self.disputed else balance

    @property
    def called_fen(self) -> int:
        """The part of the balance that is still called for."""
        return self.balance_fen - self.disputed_fen

    @property
    def rests(self) -> bool:
        """Whether nothing of it is called for while it is disputed."""
        contested = self.disputed or self.contested_fen  # asked first: of a hundred thousand claims few are
        return bool(contested) and self.disputed_fen > 0 and self.called_fen <= 0


_CLAIMS = """
SELECT c.id, c.debtor_id, c.number, c.kind, c.contract, c.issued_on, c.due_on, c.amount_fen, c.currency, c.owner,
       c.memo, c.disputed, c.stage_set, c.registered_on, c.batch_id
FROM claim c WHERE (c.issued_on IS NULL OR c.issued_on <= ?) {some} ORDER BY c.id
"""
_PAID = """
SELECT s.claim_id, sum(s.fen) FROM share s JOIN receipt r ON r.id = s.receipt_id
WHERE r.received_on <= :as_of {some} GROUP BY s.claim_id
"""
_CONTESTED = """
SELECT claim_id, sum(fen) FROM dispute
WHERE opened_on <= :as_of AND (resolved_on IS NULL OR resolved_on > :as_of) {some} GROUP BY claim_id
"""
_DEBTORS = "SELECT id, name, initials, industry FROM debtor {some}"
_OF_THESE = "AND claim_id IN (SELECT c.id FROM claim c WHERE 1 {some})"
_THEIRS = "WHERE id IN (SELECT c.debtor_id FROM claim c WHERE 1 {some})"


def claim_rows(
    store: Store,
    as_of: date,
    today: date,
    *,
    claims: Iterable[int] | None = None,
    debtor: int | None = None,
    settled: bool = False,
) -> list[ClaimRow]:
    """Claims as they stood on ``as_of`` (inclusive), in the order they were registered.

    On a past day only what was issued by then is there; on today or later, everything. What has nothing open is
    left out unless ``settled``. All claims of today are read once for everybody who asks while nothing is written.
    """
    wanted = None if claims is None else set(claims)
    if wanted is None and debtor is None and as_of >= today:
        with store.reading(), collector_at_rest():
            rows = store.kept("claims", as_of, lambda held: _all_rows(store, as_of, held))
        return [row for row in rows if settled or row.amount_fen != row.paid_fen]
    some = among("c.id", wanted) + ("" if debtor is None else f"AND c.debtor_id = {int(debtor)}")
    of_these = among("claim_id", wanted) if debtor is None else _OF_THESE.format(some=some)
    seen_on = as_of if as_of < today else date.max
    with store.reading():
        read = _reader(store, as_of, some, of_these)
        cursor = store.database.connection().execute(_CLAIMS.format(some=some), (seen_on.isoformat(),))
        rows = [read(*row) for row in cursor if wanted is None or row[0] in wanted]
    return rows if settled else [row for row in rows if row.amount_fen != row.paid_fen]


def _all_rows(store: Store, as_of: date, held: list[ClaimRow] | None) -> list[ClaimRow]:
    """Every claim; of those held as of another day only what a day changes is told anew."""
    if held is None:
        read = _reader(store, as_of)
        cursor = store.database.connection().execute(_CLAIMS.format(some=""), (date.max.isoformat(),))
        return [read(*row) for row in cursor]
    paid, contested = _sums(store, as_of)
    late = lru_cache(maxsize=None)(lambda due_on: days_overdue(due_on, as_of))
    return [
        ClaimRow(
            row.id, row.debtor_id, row.debtor, row.initials, row.industry, row.number, row.kind, row.contract,
            row.issued_on, row.due_on, row.amount_fen, paid.get(row.id, 0), row.currency, row.owner, row.memo,
            row.disputed, row.stage_set, row.registered_on, row.batch_id, late(row.due_on), contested.get(row.id, 0),
        )
        for row in held
    ]  # fmt: skip


def among(column: str, wanted: set[int] | None) -> str:
    """The condition that a column holds one of these keys; none where all, or too many to name, are wanted."""
    if wanted is None or len(wanted) > FEW:
        return ""
    return f"AND {column} IN ({','.join(str(int(key)) for key in sorted(wanted))})"


class _Days(dict[Any, tuple[Any, int]]):
    """The day that a text names and how late a claim due then is; each reckoned once."""

    def __init__(self, as_of: date) -> None:
        super().__init__({None: (None, 0)})
        self.as_of = as_of

    def __missing__(self, text: str) -> tuple[Any, int]:
        day = date.fromisoformat(text)
        found = self[text] = (day, days_overdue(day, self.as_of))
        return found


def _reader(store: Store, as_of: date, some: str = "", of_these: str = "") -> Callable[..., ClaimRow]:
    """Makes rows of claims; what belongs to them is fetched at once, as joining it row by row takes twice as long."""
    execute, theirs = store.database.connection().execute, _THEIRS.format(some=some) if some else ""
    paid, contested = _sums(store, as_of, of_these)
    debtors = {told[0]: told for told in execute(_DEBTORS.format(some=theirs))}
    days = _Days(as_of)

    def read(
        key: int, debtor: int, number: Any, kind: str, contract: Any, issued: Any, due: Any, fen: int, currency: str,
        owner: Any, memo: Any, disputed: int, stage: Any, registered: str, batch: Any,
    ) -> ClaimRow:  # fmt: skip
        _, name, initials, industry = debtors[debtor]
        due_on, late = days[due]
        return ClaimRow(
            key, debtor, name, initials, industry, number, kind, contract, days[issued][0], due_on, fen,
            paid.get(key, 0), currency, owner, memo, bool(disputed), stage, days[registered][0], batch, late,
            contested.get(key, 0),
        )  # fmt: skip

    return read


def _sums(store: Store, as_of: date, of_these: str = "") -> tuple[dict[int, int], dict[int, int]]:
    """What was paid on each claim by a day and what of it was in dispute then."""
    contested = _CONTESTED.format(some=of_these), {"as_of": as_of.isoformat()}
    return paid_until(store, as_of, of_these), dict(
        store.database.connection().execute(*contested).fetchall()
    )


def paid_until(store: Store, as_of: date, of_these: str = "") -> dict[int, int]:
    """What was paid on each claim by a day, inclusive; ``of_these`` is a condition on ``claim_id``."""
    told = _PAID.format(some=of_these), {"as_of": as_of.isoformat()}
    return dict(store.database.connection().execute(*told).fetchall())


@dataclass(slots=True)  # nobody changes one; by claim there are as many as claims
class AgingRow:
    """One name of the aging: {band: fen} of what is open, and its sum; one currency."""

    name: str
    currency: str
    bands: dict[str, int]
    total_fen: int
    longest_days: int


@dataclass(frozen=True)
class Aging:
    """Aging on a day. ``total`` is of CNY; other currencies are never added to it, their rows follow."""

    as_of: date
    bands: tuple[str, ...]
    rows: tuple[AgingRow, ...]
    total: AgingRow
    others: tuple[AgingRow, ...]


def band_of(row: ClaimRow, bands: Bands) -> str:
    """The band of one claim; ``credit`` below zero."""
    if row.balance_fen < 0:
        return CREDIT
    return UNDATED if row.due_on is None else bands.of_days(row.days_overdue)


def aging(rows: Iterable[ClaimRow], as_of: date, by: str = "debtor", bands: Bands | None = None) -> Aging:
    """Sums by band for each debtor, claim, industry or owner; largest total first. Bands add up to the ledger."""
    bands = bands or action_bands()
    names = (*bands.names, CREDIT)
    sums: dict[tuple[str, str], dict[str, int]] = {}
    longest: dict[tuple[str, str], int] = {}
    named, banded = NAMES[by], lru_cache(maxsize=None)(bands.of_days)
    for row in rows:
        key = (row.currency, named(row))
        cell = sums.get(key)
        if cell is None:
            cell, longest[key] = sums.setdefault(key, {}), 0
        fen, late = row.amount_fen - row.paid_fen, row.days_overdue
        band = CREDIT if fen < 0 else UNDATED if row.due_on is None else banded(late)
        cell[band] = cell.get(band, 0) + fen
        if late > longest[key]:
            longest[key] = late
    lines = [AgingRow(name, currency, cell, sum(cell.values()), longest[currency, name])
             for (currency, name), cell in sums.items()]  # fmt: skip
    lines.sort(key=lambda line: (line.currency != "CNY", line.currency, -line.total_fen, line.name))
    totals = [
        sum_of(currency, lines) for currency in dict.fromkeys(["CNY", *(line.currency for line in lines)])
    ]
    return Aging(as_of, names, tuple(lines), totals[0], tuple(totals[1:]))


def sum_of(currency: str, lines: Iterable[AgingRow]) -> AgingRow:
    """The total of one currency."""
    bands: dict[str, int] = {}
    longest = 0
    for line in lines:
        if line.currency == currency:
            for band, fen in line.bands.items():
                bands[band] = bands.get(band, 0) + fen
            longest = max(longest, line.longest_days)
    return AgingRow("", currency, bands, sum(bands.values()), longest)


NAMES: dict[str, Callable[[ClaimRow], str]] = {
    "debtor": lambda row: row.debtor,
    "claim": lambda row: f"{row.debtor} {row.number or row.id}",
    "industry": lambda row: row.industry or "",
    "owner": lambda row: row.owner or "",
}
"""What a claim is counted under in the aging."""
