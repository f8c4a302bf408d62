"""The account of one debtor: every claim, charge, receipt and reversal in order of day, with what was owed after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.queries.charges import ChargeRow, charge_rows
from models.queries.claims import ClaimRow, claim_rows
from models.queries.parties import debtor as debtor_of
from models.queries.receipts import ReceiptRow, receipts_of
from models.rules.charges import ITEMS
from models.store import Store


@dataclass(frozen=True)
class Line:
    """One entry. ``what``: claim | credit | payment | credit_note | offset | set_off | reversal, or a kind of charge.

    ``on`` is None for a claim whose day of issue nobody told; it stands before all others. ``id`` is the claim's key,
    also of what is owed beside it, or the receipt's. Sums in fen: ``debit_fen`` raises what is owed, ``credit_fen``
    lowers it, ``balance_fen`` is owed after it. ``shares`` are (number, fen) of what a receipt paid.
    """

    what: str
    id: int
    on: date | None
    number: str | None
    due_on: date | None
    debit_fen: int
    credit_fen: int
    memo: str | None
    shares: tuple[tuple[str, int], ...] = ()
    day_known: bool = True
    balance_fen: int = 0

    @property
    def is_claim(self) -> bool:
        """Whether ``id`` is a claim's."""
        return self.what in ("claim", "credit", *ITEMS)


@dataclass(frozen=True)
class Statement:
    """The account from ``first`` (None: from the beginning) to ``last``, both inclusive, in one currency.

    ``closing_fen`` is what is owed net of the advance; it equals ``claims_fen``, the balances of the claims table on
    that day, and ``charges_fen``, what is unpaid beside them, less ``advance_fen``.
    """

    debtor_id: int
    debtor: str
    currency: str
    first: date | None
    last: date
    opening_fen: int
    lines: tuple[Line, ...]
    closing_fen: int
    claims_fen: int
    advance_fen: int
    charges_fen: int = 0


def statement_of(
    store: Store, debtor: int, first: date | None, last: date, today: date, currency: str = "CNY"
) -> Statement:
    """The account as of ``last``: on a past day only what had been issued and received by then, else everything."""
    held = debtor_of(store, debtor)
    claims = _in(currency, claim_rows(store, last, today, debtor=debtor, settled=True))
    receipts = [
        row for row in receipts_of(store, debtor) if row.currency == currency and row.received_on <= last
    ]
    there = {row.id: row.issued_on for row in claims}
    charges = [
        row for row in charge_rows(store, debtor=debtor) if row.claim_id in there and row.owed_on <= last
    ]
    lines = sorted(
        [
            *map(_claim, claims),
            *(_charge(row, there[row.claim_id]) for row in charges),
            *map(_receipt, receipts),
        ],
        key=_order,
    )
    before = [line for line in lines if first and (line.on is None or line.on < first)]
    shown = tuple(_running(lines[len(before) :], _sum(before)))
    shares = sum(fen for row in receipts for claim, fen in row.whole_shares.items() if claim in there)
    beside = sum(row.fen for row in charges) - sum(
        each.fen for row in receipts for each in row.charges if each.claim in there
    )
    return Statement(
        debtor, held.name if held else "", currency, first, last, _sum(before), shown, _sum(lines),
        sum(row.balance_fen for row in claims), sum(row.amount_fen for row in receipts) - shares, beside,
    )  # fmt: skip


def _in(currency: str, rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    return [row for row in rows if row.currency == currency]


def _claim(row: ClaimRow) -> Line:
    what, fen = ("credit", row.amount_fen) if row.amount_fen < 0 else ("claim", row.amount_fen)
    return Line(
        what,
        row.id,
        row.issued_on,
        row.number,
        row.due_on,
        max(fen, 0),
        max(-fen, 0),
        row.memo or row.contract,
    )


def _charge(row: ChargeRow, issued_on: date | None) -> Line:
    """It never stands before its claim."""
    on = max(row.owed_on, issued_on or row.owed_on)
    return Line(row.kind, row.claim_id, on, row.number, None, row.fen, 0, row.source)


def _receipt(row: ReceiptRow) -> Line:
    what = "reversal" if row.reverses else "set_off" if row.is_set_off else row.kind
    told = [*row.shares, *((each.claim, each.number, each.fen) for each in row.charges)]
    shares = tuple((number or f"#{claim}", fen) for claim, number, fen in told)
    memo = row.why if row.reverses else row.memo
    debit, credit = max(-row.amount_fen, 0), max(row.amount_fen, 0)
    return Line(what, row.id, row.received_on, None, None, debit, credit, memo, shares, row.day_known)


def _order(line: Line) -> tuple[date, bool, int]:
    """By day; on one day what was owed before what was paid, then as entered."""
    return (line.on or date.min, not line.is_claim, line.id)


def _sum(lines: Iterable[Line]) -> int:
    return sum(line.debit_fen - line.credit_fen for line in lines)


def _running(lines: Sequence[Line], balance_fen: int) -> Iterator[Line]:
    for line in lines:
        balance_fen += line.debit_fen - line.credit_fen
        yield replace(line, balance_fen=balance_fen)


def currencies_of(store: Store, debtor: int) -> list[str]:
    """The currencies of a debtor's claims and receipts, yuan first."""
    statement = "SELECT currency FROM claim WHERE debtor_id = ? UNION SELECT currency FROM receipt WHERE debtor_id = ?"
    found = {currency for (currency,) in store.database.execute_sql(statement, (debtor, debtor))}
    return sorted(found, key=lambda currency: (currency != "CNY", currency))
