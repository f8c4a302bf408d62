"""A look into an old workbook's records, for what the reader does not tell or cannot read.

It gives an empty text for ``#N/A`` and for a formula saved without its result, says nothing of hidden rows and of days
counted from 1904, and takes the letters of Excel 5.0 and 95 for Latin ones, whatever their code page.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from models.ledger.grid import address
from models.ledger.zip_scan import LARGEST_TABLE, ArchiveFacts, SheetFacts, Source
from models.rules.problems import Problem, Refused

_FORMULA, _EOF, _DATEMODE, _CODEPAGE, _BOUNDSHEET = (0x0006, 0x0206, 0x0406), 0x0A, 0x22, 0x42, 0x85
_LABEL, _BOOLERR, _ROW, _RSTRING, _BOF = 0x0204, 0x0205, 0x0208, 0xD6, 0x0809
_DIMENSIONS = 0x0200
_CELLS = frozenset(
    (
        *_FORMULA,
        0x01,
        0x02,
        0x03,
        0x04,
        0x05,
        0x0201,
        0x0203,
        _LABEL,
        _BOOLERR,
        0x7E,
        0x027E,
        0xBD,
        0xBE,
        0xD6,
        0xFD,
    )
)
_BIFF8 = 0x0600
_HIDDEN_ROW = 0x20
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_NO_NUMBER, _IS_ERROR, _IS_EMPTY = b"\xff\xff", 2, 3
ERROR_CODES = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_PAGES = {
    367: "cp1252", 932: "cp932", 936: "gb18030", 949: "cp949", 950: "cp950", 1200: "utf-16-le", 21010: "utf-16-le",
    10000: "mac-roman", 10001: "cp932", 10002: "cp950", 10008: "gb18030", 32768: "mac-roman", 32769: "cp1252",
}  # fmt: skip
"""Code pages by their number; 1250 and the like are called so by Python."""

Record = tuple[int, bytes]


def scan_records(source: Source) -> ArchiveFacts:
    """What the records say.

    Raises Refused for a container whose book cannot be taken out whole, in which the reader would go in circles, and
    where the cells reach beyond the sheet or five million: it would make room for all.
    """
    try:
        return _facts(_stream(source))
    except (struct.error, LookupError, ValueError):  # records of a make not met yet: the reader may know them
        return ArchiveFacts()


def _stream(source: Source) -> bytes:
    import olefile

    try:
        with olefile.OleFileIO(str(source) if isinstance(source, Path) else source) as container:
            name = next(name for name in ("Workbook", "Book") if container.exists(name))
            content: bytes = container.openstream(name).read()
    except (OSError, StopIteration, LookupError, ValueError, TypeError, AttributeError) as trouble:
        raise Refused(Problem("ledger_broken", {"detail": str(trouble)[:200]})) from None
    return content


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from one beginning to its end."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        if kind == _EOF:
            return
        at += 4 + size


def _facts(stream: bytes) -> ArchiveFacts:
    facts = ArchiveFacts()
    page, is_new = "cp1252", True
    sheets: dict[str, int] = {}
    for kind, content in _records(stream, 0):
        if kind == _BOF:
            is_new = struct.unpack_from("<H", content)[0] >= _BIFF8
        elif kind == _DATEMODE:
            facts.epoch_1904 = content[:1] == b"\1"
        elif kind == _CODEPAGE:
            number = struct.unpack_from("<H", content)[0]
            page = _PAGES.get(number, f"cp{number}")
        elif kind == _BOUNDSHEET and content[5] == 0:
            sheets[_short_text(content[6:], page, is_new)] = struct.unpack_from("<I", content)[0]
    for name, start in sheets.items():
        facts.sheets[name] = _sheet(_records(stream, start), "" if is_new else page)
    facts.names = () if is_new else tuple(sheets)
    return facts


def _sheet(records: Iterator[Record], page: str) -> SheetFacts:
    """Without a code page the letters are those of Unicode, which the reader knows."""
    facts = SheetFacts()
    for kind, content in records:
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", content)
            facts.rows, facts.columns = max(facts.rows, row + 1), max(facts.columns, column + 1)
        elif kind == _DIMENSIONS:
            _refuse_reach(*_size(content))
        if kind == _ROW:
            facts.hidden_rows += bool(content[12] & _HIDDEN_ROW)
        elif kind in _FORMULA or kind == _BOOLERR:
            if said := _blind(kind, content):
                facts.blind[address(*struct.unpack_from("<HH", content))] = said
        elif page and kind in (_LABEL, _RSTRING):
            row, column, _, size = struct.unpack_from("<HHHH", content)
            facts.texts[row, column] = content[8 : 8 + size].decode(page, "replace")
    _refuse_reach(facts.rows, facts.columns)
    return facts


def _size(content: bytes) -> tuple[int, int]:
    """How far the sheet reaches by its own word, for which the reader makes room."""
    if len(content) >= 14:
        top, bottom, left, right = struct.unpack_from("<IIHH", content)
    else:
        top, bottom, left, right = struct.unpack_from("<HHHH", content)
    return max(bottom - top, 0), max(right - left, 0)


def _refuse_reach(rows: int, columns: int) -> None:
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS or rows * columns > LARGEST_TABLE:
        raise Refused(Problem("ledger_too_large", {"rows": str(rows), "columns": str(columns)}))


def _blind(kind: int, content: bytes) -> str | None:
    """An error value, or ``formula`` for one without a result."""
    if kind == _BOOLERR:
        return ERROR_CODES.get(content[6], "#N/A") if content[7] == 1 else None
    if content[12:14] != _NO_NUMBER:
        return None
    if content[6] == _IS_ERROR:
        return ERROR_CODES.get(content[8], "#N/A")
    return "formula" if content[6] == _IS_EMPTY else None


def _short_text(content: bytes, page: str, is_new: bool) -> str:
    if not is_new:
        return content[1 : 1 + content[0]].decode(page, "replace")
    wide = content[1] & 1
    return content[2 : 2 + content[0] * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")
