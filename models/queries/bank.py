"""Money that the bank shows: which lines wait, whose they are, and what of it is in the books already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from models.queries.bank_register import register
from models.queries.charges import payable_rows
from models.queries.claims import ClaimRow
from models.rules.bank_match import CERTAIN, Incoming, Match
from models.store import Store
from models.tables import BankLine, Receipt

NEAR_DAYS = 3
"""A receipt booked by hand may be dated so many days beside the bank's own day."""
LEDGER_DAYS = 62
"""A receipt by ledger without a day of its own stands on the day of that ledger, at most two months later."""


@dataclass(frozen=True)
class BankRow:
    """One line of a statement and what is thought of it.

    ``debtor_id`` and ``debtor`` are who paid by ``match``, or for whom it was booked. ``already`` is the key and day of
    a receipt in the books that is this very money. ``why`` says why it was set aside.
    """

    id: int
    on: date
    payer: str | None
    account: str | None
    amount_fen: int
    currency: str
    memo: str | None
    reference: str | None
    file_name: str
    statement_row: int
    state: str
    receipt: int | None
    why: str | None
    debtor_id: int | None
    debtor: str | None
    match: Match
    already: tuple[int, date] | None = None


@dataclass(frozen=True)
class BankBook:
    """Lines, the oldest first, with the open claims by debtor that their money may pay."""

    rows: tuple[BankRow, ...]
    claims: Mapping[int, Sequence[ClaimRow]]


@dataclass(frozen=True)
class Waiting:
    """Money of one debtor in one currency that is in the bank and not in the books, in fen."""

    certain_fen: int = 0
    likely_fen: int = 0


@dataclass(frozen=True)
class Line:
    """A line before anything is thought of it. ``chosen``: the debtor the clerk has said; ``id`` below 1: not kept."""

    id: int
    on: date
    amount_fen: int
    currency: str
    payer: str | None = None
    account: str | None = None
    memo: str | None = None
    reference: str | None = None
    file_name: str = ""
    statement_row: int = 0
    state: str = "waiting"
    receipt: int | None = None
    why: str | None = None
    chosen: int | None = None


def bank_book(
    store: Store, today: date, *, every: bool = False, chosen: Mapping[int, int] | None = None
) -> BankBook:
    """The lines that wait, or with ``every`` all there are. ``chosen`` ({line: debtor}) tries other debtors."""
    lines = kept_lines(store, every=every)
    tried = chosen or {}
    return book_of(store, today, [_tried(line, tried.get(line.id)) for line in lines])


def book_of(store: Store, today: date, lines: Sequence[Line]) -> BankBook:
    """What is thought of these lines, kept or not."""
    if not lines:
        return BankBook((), {})
    open_claims = payable_rows(store, today)
    known = register(store, today, open_claims)
    names = {key: each.name for key, each in known.debtors.items()}
    rows = []
    for line in sorted(lines, key=lambda each: (each.on, each.id)):
        booked = line.state == "booked" and line.chosen is not None
        match = Match(line.chosen, CERTAIN, ()) if booked else known.match(_incoming(line))
        rows.append(_row(line, match, names))
    by_debtor: dict[int, list[ClaimRow]] = defaultdict(list)
    for claim in open_claims:
        by_debtor[claim.debtor_id].append(claim)
    return BankBook(tuple(_with_already(store, rows)), by_debtor)


def kept_lines(store: Store, *, every: bool = False, lines: Iterable[int] | None = None) -> list[Line]:
    """Lines as kept: those that wait, all, or these."""
    query = BankLine.select().order_by(BankLine.entered_on, BankLine.id)
    if lines is not None:
        query = query.where(BankLine.id.in_(list(lines)))
    elif not every:
        query = query.where(BankLine.state == "waiting")
    return [_line(row) for row in query.execute(store.database)]


def waiting_money(store: Store, today: date) -> dict[tuple[int, str], Waiting]:
    """What each debtor (key, currency) has paid that waits in the bank, by how sure it is that it was this debtor."""
    found: dict[tuple[int, str], Waiting] = {}
    for row in bank_book(store, today).rows:
        if row.debtor_id is not None and row.already is None:
            held = found.get((row.debtor_id, row.currency), Waiting())
            sure, likely = held.certain_fen, held.likely_fen
            if row.match.confidence == CERTAIN:
                sure += row.amount_fen
            else:
                likely += row.amount_fen
            found[row.debtor_id, row.currency] = Waiting(sure, likely)
    return found


def _line(row: Any) -> Line:
    return Line(
        row.id, row.entered_on, row.amount_fen, row.currency, row.payer, row.payer_account, row.memo, row.reference,
        row.file_name, row.statement_row, row.state, row.receipt_id, row.why, row.debtor_id,
    )  # fmt: skip


def _tried(line: Line, debtor: int | None) -> Line:
    return line if debtor is None else replace(line, chosen=debtor)


def _incoming(line: Line) -> Incoming:
    return Incoming(line.on, line.amount_fen, line.currency, line.payer, line.account, line.memo, line.chosen)


def _row(line: Line, match: Match, names: Mapping[int, str]) -> BankRow:
    debtor = match.debtor
    return BankRow(
        line.id, line.on, line.payer, line.account, line.amount_fen, line.currency, line.memo, line.reference,
        line.file_name, line.statement_row, line.state, line.receipt, line.why, debtor,
        None if debtor is None else names[debtor], match,
    )  # fmt: skip


@dataclass(frozen=True)
class _Unlinked:
    """A receipt that no line of the bank stands behind yet."""

    id: int
    on: date
    day_known: bool

    def may_be(self, on: date) -> bool:
        """Whether it may be the money that came on that day."""
        if self.day_known:
            return abs(self.on - on) <= timedelta(days=NEAR_DAYS)
        return on <= self.on <= on + timedelta(days=LEDGER_DAYS)


def _with_already(store: Store, rows: Sequence[BankRow]) -> list[BankRow]:
    """Each waiting line with the receipt that is the same money, the nearest in days; a receipt serves one line."""
    unlinked = _unlinked(store, {row.debtor_id for row in rows if row.debtor_id is not None})
    found = []
    for row in rows:
        fitting = unlinked.get((row.debtor_id or 0, row.currency, row.amount_fen), [])
        near = sorted(
            (each for each in fitting if row.state == "waiting" and each.may_be(row.on)),
            key=lambda each: abs(each.on - row.on),
        )
        if near:
            fitting.remove(near[0])
            row = replace(row, already=(near[0].id, near[0].on))
        found.append(row)
    return found


def _unlinked(store: Store, debtors: set[int]) -> dict[tuple[int, str, int], list[_Unlinked]]:
    """Payments that were not reversed and behind which no line stands yet: {(debtor, currency, fen): …}."""
    if not debtors:
        return {}
    back = Receipt.select(Receipt.reverses).where(Receipt.reverses.is_null(False))
    linked = BankLine.select(BankLine.receipt).where(BankLine.receipt.is_null(False))
    query = Receipt.select().where(
        Receipt.reverses.is_null(),
        Receipt.kind == "payment",
        Receipt.id.not_in(back),
        Receipt.id.not_in(linked),
    )
    found: dict[tuple[int, str, int], list[_Unlinked]] = defaultdict(list)
    for row in query.order_by(Receipt.id).execute(store.database):
        if row.debtor_id in debtors:
            key = (row.debtor_id, row.currency, row.amount_fen)
            found[key].append(_Unlinked(row.id, row.received_on, row.day_known))
    return found
