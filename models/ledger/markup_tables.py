"""Tables that call themselves .xls: pages in HTML, and SpreadsheetML of 2003."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser
from xml.parsers import expat

from models.ledger.grid import Area, Grid, Value, address
from models.ledger.text_tables import squared
from models.rules.problems import Problem, Refused

_WIDEST_SPAN = 1_000
_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def grid_of_html(text: str) -> Grid:
    """All tables of a page one below the other; spans are merged cells. Raises Refused where there is none."""
    page = _Page()
    page.feed(text)
    page.close()
    if not page.rows:
        raise Refused(Problem("ledger_not_a_table"))
    return Grid(squared(page.rows), merged=tuple(page.merged), merged_known=True)


class _Page(HTMLParser):
    """Rows of cells; a cell spanned from above or from the left stays empty, as in a worksheet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Value]] = []
        self.merged: list[Area] = []
        self._taken: dict[int, int] = {}
        self._cell: list[str] | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._start_cell(dict(attrs))
        elif tag in ("style", "script", "title"):
            self._silent += 1
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        elif tag in ("style", "script", "title"):
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(data)

    def _start_cell(self, attrs: dict[str, str | None]) -> None:
        if not self.rows:
            self.rows.append([])
        row, at = self.rows[-1], len(self.rows) - 1
        while self._taken.get(len(row), -1) >= at:
            row.append("")
        down, right = _span(attrs.get("rowspan")), _span(attrs.get("colspan"))
        left = len(row)
        for column in range(left, left + right):
            self._taken[column] = at + down - 1
        if down > 1 or right > 1:
            self.merged.append((at, left, at + down - 1, left + right - 1))
        row.extend([""] * right)
        self._left = left
        self._cell = []

    def _end_cell(self) -> None:
        if self._cell is not None:
            self.rows[-1][self._left] = re.sub(r"[ \t\r\n]+", " ", "".join(self._cell)).strip()
            self._cell = None


def _span(written: str | None) -> int:
    return min(max(int(written), 1), _WIDEST_SPAN) if written and written.isdigit() else 1


@dataclass
class _Sheet:
    name: str
    rows: list[list[Value]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    blind: dict[str, str] = field(default_factory=dict)
    hidden: int = 0


def grids_of_spreadsheetml(data: bytes) -> list[Grid]:
    """Every worksheet of a SpreadsheetML 2003 file. Raises Refused for broken XML and for a DTD."""
    reader = _SpreadsheetML()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Refused(Problem("ledger_broken")) from None
    names = tuple(sheet.name for sheet in reader.sheets)
    return [
        Grid(
            squared(sheet.rows),
            sheet.name,
            tuple(sheet.merged),
            merged_known=True,
            blind=sheet.blind,
            sheets=tuple(name for name in names if name != sheet.name),
            hidden_rows=sheet.hidden,
        )
        for sheet in reader.sheets
    ]


class _SpreadsheetML:
    """Follows Worksheet, Row, Cell and Data; everything else is passed over."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.buffer_text = True
        self._kind: str | None = None
        self._text: list[str] = []

    def _doctype(self, *_: object) -> None:
        raise Refused(Problem("ledger_hostile"))

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        own = {key.rpartition(" ")[2]: value for key, value in attrs.items()}
        if space != _NAMESPACE:
            return
        if tag == "Worksheet":
            self.sheets.append(_Sheet(own.get("Name", "")))
        elif tag == "Row" and self.sheets:
            self._start_row(own)
        elif tag == "Cell" and self.sheets and self.sheets[-1].rows:
            self._start_cell(own)
        elif tag == "Data":
            self._kind, self._text = own.get("Type", "String"), []

    def _start_row(self, own: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        index = _index(own, len(sheet.rows))
        sheet.rows.extend([] for _ in range(index + 1 - len(sheet.rows)))
        sheet.hidden += own.get("Hidden") == "1"

    def _start_cell(self, own: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        row, at = sheet.rows[-1], len(sheet.rows) - 1
        column = _index(own, len(row))
        row.extend([""] * (column + 1 - len(row)))
        down, right = int(own.get("MergeDown", 0)), int(own.get("MergeAcross", 0))
        if down or right:
            sheet.merged.append((at, column, at + down, column + min(right, _WIDEST_SPAN)))
            row.extend([""] * min(right, _WIDEST_SPAN))
        if "Formula" in own:
            sheet.blind[address(at, column)] = "formula"
        self._column = column

    def _data(self, data: str) -> None:
        if self._kind is not None:
            self._text.append(data)

    def _end(self, name: str) -> None:
        if name != f"{_NAMESPACE} Data" or self._kind is None or not self.sheets or not self.sheets[-1].rows:
            return
        sheet = self.sheets[-1]
        where = address(len(sheet.rows) - 1, self._column)
        written = "".join(self._text)
        sheet.blind.pop(where, None)
        if self._kind == "Error":
            sheet.blind[where] = written
        else:
            sheet.rows[-1][self._column] = _typed(self._kind, written)
        self._kind = None


def _index(own: dict[str, str], following: int) -> int:
    """Where a row or cell stands, from 0; those left out in between are empty. Never beyond a worksheet."""
    index = int(own["Index"]) - 1 if "Index" in own else following
    if not following <= index < 1_048_576:
        raise ValueError(own["Index"])
    return index


def _typed(kind: str, written: str) -> Value:
    if kind == "Number":
        number = float(written)
        return int(number) if number.is_integer() and abs(number) < 10**15 else number
    if kind == "DateTime":
        return datetime.fromisoformat(written.removesuffix(".000")).date()
    return written == "1" if kind == "Boolean" else written
