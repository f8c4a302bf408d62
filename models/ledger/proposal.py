"""What a ledger file says, read and not yet taken over: rows, what was left out, what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from models.rules.problems import Problem

FIELDS: tuple[str, ...] = (
    "debtor",
    "debtor_code",
    "uscc",
    "industry",
    "address",
    "phone",
    "postcode",
    "contact_person",
    "email",
    "number",
    "kind",
    "contract",
    "issued_on",
    "due_on",
    "amount",
    "paid",
    "balance",
    "currency",
    "disputed",
    "settled_on",
    "owner",
    "memo",
)
"""What a column can mean: the names of ``columns`` and of a saved mapping."""


class LedgerRow(NamedTuple):
    """One row read as a claim, or, below zero, as a credit of the debtor.

    ``row`` counts from 1 as the file shows it. Sums are fen of ``currency`` and always agree:
    ``amount_fen - paid_fen == balance_fen``. A named tuple, because a ledger has a hundred thousand of them.
    """

    row: int
    debtor: str
    debtor_code: str | None = None
    uscc: str | None = None
    industry: str | None = None
    address: str | None = None
    phone: str | None = None
    postcode: str | None = None
    contact_person: str | None = None
    email: str | None = None
    number: str | None = None
    kind: str | None = None
    contract: str | None = None
    issued_on: date | None = None
    due_on: date | None = None
    amount_fen: int = 0
    paid_fen: int = 0
    balance_fen: int = 0
    currency: str = "CNY"
    disputed: bool = False
    settled_on: date | None = None
    owner: str | None = None
    memo: str | None = None


class Settlement(NamedTuple):
    """What one posting of a ledger of movements takes off one claim of the same debtor and currency.

    ``row`` is the receipt, red entry or credit; ``claim_row`` the claim it pays, None for what stays an open credit
    of the debtor; ``fen`` is above zero. ``how``: ``number`` (it names the claim) | ``amount`` (just that sum) |
    ``oldest`` (oldest first) | ``clerk`` (so the clerk said).
    """

    row: int
    claim_row: int | None
    fen: int
    how: str


class Spent(NamedTuple):
    """A receipt of ``fen`` of which nothing is left: an open credit that an earlier ledger left of it is gone."""

    row: int
    debtor: str
    number: str | None
    currency: str
    fen: int


class Part(NamedTuple):
    """One of several sheets read as one ledger: its name, and how many rows of the proposal come before its first.

    ``heading_row`` is its own, from 1.
    """

    sheet: str
    above: int
    heading_row: int


@dataclass(frozen=True)
class Skipped:
    """A row that is no claim.

    ``why``: ``opening`` | ``subtotal`` | ``total`` | ``title`` | ``heading`` | ``group`` (names the debtor of the
    rows below) | ``note`` | ``footer`` | ``receipt`` (wholly used up in ``settlements``).
    """

    row: int
    why: str


@dataclass(frozen=True)
class CellProblem:
    """A cell that could not be read, or was read with a doubt.

    ``code`` names its sentence in ``resources/i18n/messages/ledger.<lang>.toml``; ``value`` is what stands in the
    cell; ``cell`` is its address (``G12``), ``row`` the row it spoils or concerns (0 where the whole sheet is meant).
    """

    cell: str
    code: str
    value: str
    params: Mapping[str, str] = field(default_factory=dict)
    row: int = 0

    @property
    def problem(self) -> Problem:
        """The same as every other part of the program tells it, at its cell."""
        return Problem(self.code, {"cell": self.cell, "value": self.value, **self.params}, self.cell)


@dataclass(frozen=True)
class Heading:
    """One column of the sheet: its index from 0, its heading, and a few of its values to recognise it by."""

    column: int
    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """A sheet understood. Nothing has been written anywhere.

    ``sheet`` is None where the format has none. ``heading_row`` counts from 1 (the lower of two).
    ``missing`` names what no claim can do without (``debtor``, ``balance``) where no column was found for it: then
    there are no rows, and the clerk has to match the column. ``total_fen`` is the net sum of the balances in
    CNY; ``totals`` has every currency. ``stated_total_fen`` is the file's own grand total, ``as_of`` the day it
    speaks of. ``encoding`` is that of a text file, None for workbooks; where it is not certain, a warning says so.
    ``settlements`` say how receipts of a ledger of movements were matched, ``spent`` are those wholly used up.
    ``parts`` are the sheets where several of the same headings were read as one: their rows are counted on, so that
    a row number stays unique.
    ``confidence`` is {field: percent} of the columns found, ``preset`` the make of ledger that was recognised.
    """

    sheet: str | None
    heading_row: int
    columns: Mapping[str, str]
    signature: str
    rows: Sequence[LedgerRow]
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()
    totals: Mapping[str, int] = field(default_factory=dict)
    stated_total_fen: int | None = None
    as_of: date | None = None
    sheets: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    missing: tuple[str, ...] = ()
    encoding: str | None = None
    encoding_certain: bool = True
    settlements: tuple[Settlement, ...] = ()
    spent: tuple[Spent, ...] = ()
    parts: tuple[Part, ...] = ()
    confidence: Mapping[str, int] = field(default_factory=dict)
    preset: str | None = None

    @property
    def total_fen(self) -> int:
        """The net sum of the balances read in CNY, in fen."""
        return self.totals.get("CNY", 0)

    def row_name(self, row: int) -> str:
        """A row as people call it: its number, behind the name of its sheet where several were read."""
        sheet, own = self.place(row)
        return f"{sheet} {own}" if self.parts else str(row)

    def cell_name(self, letters: str, row: int) -> str:
        """A cell as ``problems`` call it: ``G12``, or ``三月!G12`` where several sheets were read."""
        sheet, own = self.place(row)
        return f"{sheet}!{letters}{own}" if self.parts else f"{letters}{row}"

    def place(self, row: int) -> tuple[str | None, int]:
        """The sheet of a row, and the row's number in it."""
        part = next((part for part in reversed(self.parts) if part.above < row), None)
        return (part.sheet, row - part.above) if part else (self.sheet, row)
