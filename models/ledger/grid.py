"""A sheet as it stands: values in rows and columns, before anybody asks what they mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from models.ledger.proposal import CellProblem, Part

Value = str | int | float | bool | date | datetime | time | timedelta | None
Rows = Sequence[Sequence[Value]]
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, all from 0 and inclusive."""

_BLOCK = 500
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


@dataclass(frozen=True)
class Grid:
    """One sheet.

    ``blind`` names cells whose value the file does not hold: ``#N/A`` and its like, or ``formula`` for one saved
    without its result. ``merged_known`` says whether the format records merged cells at all.
    ``epoch_1904``: bare numbers of days count from 1904. ``sheets`` are the names of the other sheets that could
    be read; ``similar`` those that look like the same kind of ledger and were not read.
    ``hidden_rows`` are counted and read, ``hidden_sheets`` are named and not read. ``parts``: several sheets lie under
    one another in ``rows``; cells are then called ``三月!G12``, in ``blind`` too.
    ``encoding`` is that of a text file, ``doubts`` what the reader was not sure of.
    """

    rows: Rows
    sheet: str | None = None
    merged: Sequence[Area] = ()
    merged_known: bool = False
    blind: Mapping[str, str] = field(default_factory=dict)
    epoch_1904: bool = False
    sheets: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    hidden_rows: int = 0
    encoding: str | None = None
    encoding_certain: bool = True
    doubts: tuple[CellProblem, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    def address(self, row: int, column: int) -> str:
        """What a cell is called, with its sheet where there are several; both from 0."""
        part = self.part_of(row)
        return f"{part.sheet}!{address(row - part.above, column)}" if part else address(row, column)

    def position(self, cell: str) -> tuple[int, int]:
        """Row and column from 0 of ``G12`` or ``三月!G12``. Raises ValueError for what is no address."""
        sheet, _, own = cell.rpartition("!")
        row, column = position(own)
        return row + next((part.above for part in self.parts if part.sheet == sheet), 0), column

    def has(self, cell: str) -> bool:
        """Whether ``G12`` or ``三月!G12`` is a cell of the sheet, or of one of its sheets. Raises as ``position``."""
        sheet = cell.rpartition("!")[0]
        row, column = self.position(cell)
        named = not sheet or sheet == self.sheet or sheet in {part.sheet for part in self.parts}
        return named and row < len(self.rows) and column < len(self.rows[row])

    def flat(self, cell: str) -> str:
        """The same cell as if all sheets were one: ``三月!G12`` → ``G112``."""
        return address(*self.position(cell))

    def part_of(self, row: int) -> Part | None:
        """The sheet in which a row (from 0) stands; None where there is only one."""
        return next((part for part in reversed(self.parts) if part.above <= row), None)

    def corrected(self, corrections: Mapping[str, str]) -> Grid:
        """The grid with the clerk's own words in some cells ({``G12``: text}); the file is not touched.

        Cells outside the sheet are passed over.
        """
        if not corrections:
            return self
        rows: list[Sequence[Value]] = list(self.rows)
        for cell, text in corrections.items():
            if not self.has(cell):
                continue
            row, column = self.position(cell)
            changed = list(rows[row])
            changed[column] = text
            rows[row] = changed
        blind = {cell: what for cell, what in self.blind.items() if cell not in corrections}
        return replace(self, rows=rows, blind=blind)


def letters(column: int) -> str:
    """``0`` → ``A``, ``26`` → ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """The address of a cell as a worksheet shows it; both from 0."""
    return f"{letters(column)}{row + 1}"


def position(cell: str) -> tuple[int, int]:
    """Row and column from 0 of ``G12``. Raises ValueError for what is no address."""
    found = _ADDRESS.fullmatch(cell)
    if not found:
        raise ValueError(f"not a cell: {cell!r}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def columns_of(rows: Rows) -> list[list[Value]]:
    """The cells column by column; of a hundred thousand rows this is twice as fast taken a block at a time.

    Raises ValueError where the rows differ in width.
    """
    columns: list[list[Value]] = [[] for _ in rows[0]] if rows else []
    for start in range(0, len(rows), _BLOCK):
        for column, cells in zip(columns, zip(*rows[start : start + _BLOCK], strict=True), strict=True):
            column.extend(cells)
    return columns


def distinct_of(values: Sequence[Value]) -> Collection[Value]:
    """Every value once, in their order: a set would scatter them, and go through memory back and forth."""
    return dict.fromkeys(values).keys()


def blanks(values: Sequence[Value]) -> list[int]:
    """Where a column is blank; its kinds are looked at first, as most sums are numbers."""
    if {str, type(None)}.isdisjoint(map(type, values)):
        return []
    return [at for at, value in enumerate(values) if is_blank(value)]


def is_blank(value: Value) -> bool:
    """Nothing there, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())
