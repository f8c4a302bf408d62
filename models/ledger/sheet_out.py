"""Tables on their way into a workbook: real numbers and days, colours, filters; no text is a formula or is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.rules.money import grouped
from models.rules.problems import Problem, Refused
from models.vault.durable import write_whole

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

_LONGEST_TEXT = 32_767
_WIDEST = 48
_LAST_NARROW = 0x2E7F
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LIVE = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet may run."""
_FORMATS = {"money": "#,##0.00;[Red]-#,##0.00", "day": "yyyy-mm-dd", "whole": "#,##0", "text": "@"}
_HEAD_FILL, _HEAD_TEXT, _LINE = "F1F3F6", "161B26", "C9CFD9"

Entry = str | int | date | None


@dataclass(frozen=True)
class Column:
    """A column: heading, ``kind`` (``text`` | ``money`` in fen | ``day`` | ``whole``), width in characters.

    ``look`` is (fill, text) as RRGGBB for the heading and for the cells that hold something.
    """

    heading: str
    kind: str = "text"
    width: int = 16
    look: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """One sheet: a title, a line below it, headings, rows, and rows of totals set apart by a line.

    ``looks`` gives single cells another colour: {(row from 0, column from 0): (fill, text)}.
    """

    name: str
    title: str
    subtitle: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Entry]]
    totals: Sequence[Sequence[Entry]] = ()
    looks: Mapping[tuple[int, int], tuple[str, str]] | None = None


def write_tables(path: Path, tables: Sequence[Table]) -> None:
    """A workbook of one sheet a table. Refused (``sheet_text_too_long``) for a text that no cell can hold."""
    from openpyxl import Workbook

    for table in tables:
        _refuse_long(table)
    book = Workbook(write_only=True)
    for table in tables:
        _Sheet(book, table).write()
    write_whole(path, book.save)


def _refuse_long(table: Table) -> None:
    """Before a file is begun: Excel would cut a longer text without a word."""
    if any(isinstance(entry, str) and len(entry) > _LONGEST_TEXT for row in table.rows for entry in row):
        raise Refused(Problem("sheet_text_too_long"))


class _Sheet:
    """One table on its way into a workbook, row by row."""

    def __init__(self, book: Workbook, table: Table) -> None:
        self.sheet: Any = book.create_sheet(sheet_name(table.name))
        self.table = table
        self.widths: list[int] = []

    def write(self) -> None:
        """Title, line below, headings, rows, totals."""
        table, sheet = self.table, self.sheet
        head = 4 if table.subtitle else 3
        sheet.freeze_panes = f"B{head + 1}"
        for number, column in enumerate(table.columns):
            self.widths.append(_wide_enough(table, number, column))
            sheet.column_dimensions[_letter(number)].width = self.widths[-1]
        sheet.append([self._title(table.title)])
        if table.subtitle:
            sheet.append([self._text(table.subtitle)])
        sheet.append([])
        sheet.append([self._heading(column) for column in table.columns])
        for at, row in enumerate(table.rows):
            sheet.append(list(self._cells(at, row)))
        sheet.auto_filter.ref = f"A{head}:{_letter(len(table.columns) - 1)}{head + max(1, len(table.rows))}"
        for row in table.totals:
            sheet.append(
                [self._total(column, entry) for column, entry in zip(table.columns, row, strict=True)]
            )

    def _cells(self, at: int, row: Sequence[Entry]) -> Iterator[WriteOnlyCell | None]:
        looks = self.table.looks or {}
        for number, (column, entry) in enumerate(zip(self.table.columns, row, strict=True)):
            if entry is None or entry == "":
                yield None
            else:
                cell = self._cell(column, entry, looks.get((at, number), column.look))
                if isinstance(entry, str) and display_width(entry) > self.widths[number]:
                    cell.alignment = self._wrapped
                yield cell

    def _cell(self, column: Column, entry: Entry, look: tuple[str, str] | None) -> WriteOnlyCell:
        from openpyxl.styles import Font

        if isinstance(entry, str):
            cell = self._text(entry)
        else:
            value = Decimal(entry).scaleb(-2) if column.kind == "money" and isinstance(entry, int) else entry
            cell = self._new(value)
            cell.number_format = _FORMATS[column.kind]
        if look:
            cell.fill = fill_of(look[0])
            cell.font = Font(color=look[1])
        return cell

    @cached_property
    def _wrapped(self) -> Any:
        from openpyxl.styles import Alignment

        return Alignment(wrap_text=True, vertical="top")

    def _heading(self, column: Column) -> WriteOnlyCell:
        from openpyxl.styles import Alignment, Border, Font, Side

        fill, color = column.look or (_HEAD_FILL, _HEAD_TEXT)
        cell = self._text(column.heading)
        cell.fill = fill_of(fill)
        cell.font = Font(bold=True, color=color)
        side = "right" if column.kind in ("money", "whole") else "left"
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        cell.border = Border(bottom=Side("thin", color=_LINE))
        return cell

    def _total(self, column: Column, entry: Entry) -> WriteOnlyCell:
        from openpyxl.styles import Border, Font, Side

        cell = self._new(None) if entry is None else self._cell(column, entry, None)
        cell.font = Font(bold=True)
        cell.border = Border(top=Side("thin", color=_LINE))
        return cell

    def _title(self, title: str) -> WriteOnlyCell:
        from openpyxl.styles import Font

        cell = self._text(title)
        cell.font = Font(bold=True, size=14)
        return cell

    def _text(self, text: str) -> WriteOnlyCell:
        return text_cell(self.sheet, text)

    def _new(self, value: object) -> WriteOnlyCell:
        from openpyxl.cell import WriteOnlyCell

        return WriteOnlyCell(self.sheet, value)


def display_width(text: str) -> int:
    """How many characters wide a text stands in a sheet, a Chinese one counting two."""
    return sum(1 + (ord(letter) > _LAST_NARROW) for letter in text)


def _wide_enough(table: Table, number: int, column: Column) -> int:
    """At least the column's own width: a sum is shown whole, a text is wrapped only beyond ``_WIDEST``."""
    shown = [_shown(column, row[number]) for row in (*table.rows, *table.totals)]
    widest = max(map(display_width, shown), default=0) + 2
    return max(column.width, min(widest, _WIDEST))


def _shown(column: Column, entry: Entry) -> str:
    if entry is None or isinstance(entry, date):
        return ""
    return grouped(entry) if column.kind == "money" and isinstance(entry, int) else str(entry)


def text_cell(sheet: Any, text: str) -> WriteOnlyCell:
    """A text cell without control characters, whatever it looks like: Excel shows it and runs nothing."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, _NOT_IN_XML.sub("", text))
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(LIVE)
    return cell


def fill_of(color: str) -> Any:
    """A ground of one colour, RRGGBB."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=color)


def sheet_name(name: str) -> str:
    """The name without what Excel forbids in one, cut to its 31 letters."""
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or "Sheet1"


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number + 1))
