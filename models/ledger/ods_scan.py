"""A look into the XML of an OpenDocument sheet, for what the reader does not tell: error values and hidden rows."""

from __future__ import annotations

from contextlib import suppress
from xml.parsers import expat

from models.ledger.cells import ERROR_VALUES
from models.ledger.grid import address
from models.ledger.zip_scan import SheetFacts

_TELLING = (b'visibility="collapse"', b'visibility="filter"', b"<text:p>#", b"<text:p>Err:")
"""Without any of these there is nothing to find."""
_MOST_ROWS = 1_048_576


def look_into(content: bytes) -> dict[str, SheetFacts]:
    """{sheet: what is beside its values} of a ``content.xml``; broken XML is left to the reader."""
    if not any(mark in content for mark in _TELLING):
        return {}
    look = _Look()
    with suppress(expat.ExpatError, ValueError):
        look.parser.Parse(content, True)
    return look.sheets


class _Look:
    """Follows tables, rows and cells, each of which may stand for several."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.buffer_text = True
        self._facts = SheetFacts()
        self._row = self._column = 0
        self._following_rows = self._following_cells = 1
        self._said = ""

    def _start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "table:table":
            self._facts = self.sheets.setdefault(attrs.get("table:name", ""), SheetFacts())
            self._row, self._following_rows = -1, 1
        elif tag == "table:table-row":
            self._row += self._following_rows
            self._following_rows = int(attrs.get("table:number-rows-repeated", 1))
            hidden = attrs.get("table:visibility") in ("collapse", "filter") and self._row < _MOST_ROWS
            self._facts.hidden_rows += self._following_rows if hidden else 0
            self._column, self._following_cells = -1, 1
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._column += self._following_cells
            self._following_cells = int(attrs.get("table:number-columns-repeated", 1))
            self._said = ""

    def _data(self, text: str) -> None:
        self._said += text

    def _end(self, tag: str) -> None:
        said = self._said.strip()
        if tag == "table:table-cell" and (said.upper() in ERROR_VALUES or said.startswith("Err:")):
            self._facts.blind[address(self._row, self._column)] = said
