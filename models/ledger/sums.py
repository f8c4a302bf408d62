"""Amount, paid and balance of every row: three columns that must agree, or two, or one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from operator import eq, sub
from typing import cast

from models.ledger.cells import Unreadable, read_column
from models.ledger.grid import Value

Sum = int | Unreadable | None
_ROWS_TRIED = 2_000
SUM_FIELDS = ("amount", "paid", "balance")


@dataclass
class Sums:
    """Sums in fen by row; a row in ``bad`` has none.

    ``bad`` is {row: (field, code)}, ``doubts`` are (row, field, code). ``postings``: this is a ledger of movements,
    its amounts are debits and what was paid are credits; ``running`` is then the balance that it carries from row to
    row, empty where it carries none, and is no column of the claims.
    """

    amount: list[int]
    paid: list[int]
    balance: list[int]
    bad: dict[int, tuple[str, str]] = field(default_factory=dict)
    doubts: list[tuple[int, str, str]] = field(default_factory=list)
    postings: bool = False
    running: Sequence[Sum] = ()


def read_sums(
    columns: Mapping[str, Sequence[Value]],
    units: Mapping[str, int],
    settled: Sequence[bool],
    credit_side: Sequence[bool] | None = None,
    before: Sequence[int | None] | None = None,
    flows: bool = False,
) -> Sums:
    """Sums of the rows whose cells stand in ``columns`` ({field: cells}).

    The balance is the balance column's, less a ``credit_balance`` column, else amount less paid, else the amount;
    with ``settled`` and neither paid nor balance column it is nothing. ``units`` is what one stands for, by field.
    ``credit_side`` marks rows that a column of direction calls credits. ``before`` is None within a customer, and
    where another begins what it brings along (0, or its opening balance). ``flows``: the headings speak of debits
    and credits, so that rows with either make a ledger of movements also without a balance.
    """
    read = {name: read_column(cells, units.get(name, 1)) for name, cells in columns.items()}
    count = len(settled)
    blank: list[Sum] = [None] * count
    amount, paid, balance = (read.get(name, blank) for name in SUM_FIELDS)
    if "credit_balance" in read:
        balance = [_net(debit, credit) for debit, credit in zip(balance, read["credit_balance"], strict=True)]
    if credit_side and "amount" in columns and "paid" not in columns:
        debits, credits = _by_side(amount, credit_side)
        if is_running(debits, credits, balance, before or ()):
            return _postings(debits, credits, balance)
    signed = _turned(balance, credit_side)
    if is_running(amount, paid, signed, before or ()):
        return _postings(amount, paid, signed)
    if flows and "balance" not in columns and _are_flows(amount, paid):
        return _postings(amount, paid, ())
    sums = _agreeing(amount, paid, balance) or _settled(read, amount, paid, balance, settled)
    if credit_side:
        _turn_credits(sums, credit_side)
    return sums


def _agreeing(amount: Sequence[Sum], paid: Sequence[Sum], balance: Sequence[Sum]) -> Sums | None:
    """Three columns that are sums in every row and agree, as in most ledgers; None for others."""
    if set(map(type, chain(amount, paid, balance))) != {int}:
        return None
    a, p, b = cast("tuple[list[int], list[int], list[int]]", (amount, paid, balance))
    return Sums(a, p, b) if all(map(eq, map(sub, a, p), b)) else None


def _settled(
    fields: Collection[str],
    amount: Sequence[Sum],
    paid: Sequence[Sum],
    balance: Sequence[Sum],
    settled: Sequence[bool],
) -> Sums:
    """Sums looked at row by row; ``fields`` are those that have a column."""
    count = len(settled)
    sums = Sums([0] * count, [0] * count, [0] * count)
    judge = _Row(sums, "paid" in fields, "balance" in fields)
    for row, (a, p, b) in enumerate(zip(amount, paid, balance, strict=True)):
        if type(a) is int and type(b) is int and (type(p) is int and a - p == b):
            sums.amount[row], sums.paid[row], sums.balance[row] = a, p, b
        else:
            judge.settle(row, a, p, b, settled[row])
    return sums


def is_running(
    amount: Sequence[Sum], paid: Sequence[Sum], balance: Sequence[Sum], before: Sequence[int | None]
) -> bool:
    """Whether the balance is carried from row to row, by arithmetic: last balance + amount - paid = balance.

    The first row of a customer who brings nothing along shows nothing, unless the balance is that of all customers:
    both kinds of ledger look the same there.
    """
    runs = stands = 0
    last: int | None = None
    for a, p, b, first in islice(zip(amount, paid, balance, before, strict=bool(before)), _ROWS_TRIED):
        if not isinstance(b, int) or isinstance(a, Unreadable) or isinstance(p, Unreadable):
            continue
        change = (a or 0) - (p or 0)
        if first == 0 and last and change:
            runs += last + change == b
        last = last if first is None else first
        if last and change:
            runs += last + change == b
            stands += change == b
        last = b
    return runs > stands


def _are_flows(amount: Sequence[Sum], paid: Sequence[Sum]) -> bool:
    """Whether each row is either a debit or a credit, and there are some of both."""
    debits = credits = 0
    for a, p in zip(amount, paid, strict=True):
        if a and p:
            return False
        debits += bool(a)
        credits += bool(p)
    return bool(debits and credits)


def _by_side(amount: Sequence[Sum], credit_side: Sequence[bool]) -> tuple[list[Sum], list[Sum]]:
    """One column of amounts as debits and credits."""
    pairs = list(zip(amount, credit_side, strict=True))
    return [None if credit else a for a, credit in pairs], [a if credit else None for a, credit in pairs]


def _turned(balance: Sequence[Sum], credit_side: Sequence[bool] | None) -> Sequence[Sum]:
    """The balances with their sign: what a column of direction calls a credit is below zero."""
    if not credit_side:
        return balance
    return [
        -b if credit and isinstance(b, int) else b for b, credit in zip(balance, credit_side, strict=True)
    ]


def _net(debit: Sum, credit: Sum) -> Sum:
    """A closing balance in two columns: debit less credit."""
    if isinstance(debit, Unreadable) or credit is None:
        return debit
    return credit if isinstance(credit, Unreadable) else (debit or 0) - credit


def _turn_credits(sums: Sums, credit_side: Sequence[bool]) -> None:
    """Rows that a column of direction calls credits are below zero, unless their sign says so already."""
    for row, credit in enumerate(credit_side):
        if credit and sums.balance[row] > 0:
            for column in (sums.amount, sums.paid, sums.balance):
                column[row] = -column[row]


def _postings(amount: Sequence[Sum], paid: Sequence[Sum], running: Sequence[Sum]) -> Sums:
    """A ledger of debits and credits: each posting is a row with its sign."""
    count = len(amount)
    sums = Sums([0] * count, [0] * count, [0] * count, postings=True, running=running)
    for row, (debit, credit) in enumerate(zip(amount, paid, strict=True)):
        for name, value in (("amount", debit), ("paid", credit)):
            if isinstance(value, Unreadable):
                sums.bad[row] = (name, str(value))
        if debit is None and credit is None:
            sums.bad[row] = ("amount", "sum_missing")
        if row not in sums.bad:
            sums.amount[row], sums.paid[row] = int(debit or 0), int(credit or 0)
            sums.balance[row] = sums.amount[row] - sums.paid[row]
    return sums


class _Row:
    """The rows where the three columns do not simply agree."""

    def __init__(self, sums: Sums, has_paid: bool, has_balance: bool) -> None:
        self.sums = sums
        self.has_paid = has_paid
        self.has_balance = has_balance

    def settle(self, row: int, a: Sum, p: Sum, b: Sum, settled: bool) -> None:
        if isinstance(b, int):
            self._by_balance(row, a, p, b)
        elif isinstance(a, int) and not isinstance(p, Unreadable):
            self._by_difference(row, a, p, b, settled)
        else:
            self._refuse(row, a, p, b)

    def _by_balance(self, row: int, a: Sum, p: Sum, b: int) -> None:
        for name, value in (("amount", a), ("paid", p)):
            if isinstance(value, Unreadable):
                self.sums.doubts.append((row, name, str(value)))
        paid = p if isinstance(p, int) else 0
        amount = a if isinstance(a, int) else b + paid
        if isinstance(p, int) and amount - paid != b:
            self.sums.doubts.append((row, "balance", "sums_disagree"))
        self._keep(row, amount, amount - b, b)

    def _by_difference(self, row: int, a: int, p: int | None, b: Sum, settled: bool) -> None:
        if settled and not self.has_paid and not self.has_balance:
            self._keep(row, a, a, 0)
            return
        if isinstance(b, Unreadable):
            self.sums.doubts.append((row, "balance", str(b)))
        elif self.has_balance:
            self.sums.doubts.append((row, "balance", "balance_missing"))
        self._keep(row, a, p or 0, a - (p or 0))

    def _refuse(self, row: int, a: Sum, p: Sum, b: Sum) -> None:
        for name, value in (("amount", a), ("balance", b), ("paid", p)):
            if isinstance(value, Unreadable):
                self.sums.bad[row] = (name, str(value))
                return
        self.sums.bad[row] = ("balance" if self.has_balance else "amount", "sum_missing")

    def _keep(self, row: int, amount: int, paid: int, balance: int) -> None:
        self.sums.amount[row], self.sums.paid[row], self.sums.balance[row] = amount, paid, balance
