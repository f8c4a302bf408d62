"""A look into a binary workbook (.xlsb) before it is read, and for what its reader does not tell.

It gives an empty text for ``#N/A``, says nothing of hidden rows, merged cells, days counted from 1904 and codes shown
with leading zeros, and makes room for every cell that the sheet reaches to.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from zipfile import ZipFile

from models.ledger.biff_scan import ERROR_CODES
from models.ledger.grid import address
from models.ledger.zip_scan import ArchiveFacts, SheetFacts, Source, read_archive, refuse_reach, targets
from models.rules.problems import Problem, Refused

_BOOK, _RELATIONS, _STYLES = "xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/styles.bin"
_ROW, _ERROR, _LAST_CELL, _FORMULA_ERROR = 0x00, 0x03, 0x0B, 0x0B
_QUANTITIES = frozenset((0x02, 0x05))
_SHEET, _BOOK_FLAGS, _MERGED = 0x9C, 0x99, 0xB0
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 0x2C, 0x2F, 0x269, 0x26A
_HIDDEN_ROW, _ROW_FLAGS = 0x10, 11
_EPOCH_1904 = 0x01
_LARGEST_SHEET = 150_000_000
"""Five million cells take less, whatever stands in them."""

Record = tuple[int, int, int]
"""Kind, where the content begins, and its length."""


def add_binary_sheets(source: Source, facts: ArchiveFacts) -> None:
    """Take note of the sheets of an .xlsb; of another archive nothing. Raises Refused as ``zip_scan.scan``."""
    try:
        read_archive(source, lambda archive: _look(archive, facts) if _BOOK in archive.namelist() else None)
    except (struct.error, LookupError, ValueError):  # records of a make not met yet: the reader may know them
        return


def _look(archive: ZipFile, facts: ArchiveFacts) -> None:
    book = archive.read(_BOOK)
    parts = dict(targets(archive.read(_RELATIONS).decode("utf-8", "replace")))
    widths = _digits_by_style(archive.read(_STYLES)) if _STYLES in archive.namelist() else {}
    for kind, at, _ in _records(book):
        if kind == _BOOK_FLAGS:
            facts.epoch_1904 = bool(book[at] & _EPOCH_1904)
        elif kind == _SHEET:
            relation, after = _wide(book, at + 8)
            name, _ = _wide(book, after)
            if (part := parts.get(relation, "")) in archive.namelist():
                facts.sheets[name] = _sheet(archive, part, widths)


def _records(content: bytes) -> Iterator[Record]:
    """Kind and length take seven bits a byte; what is torn at the end is left out."""
    at, end = 0, len(content)
    while at < end - 1:
        kind = content[at]
        at += 1
        if kind > 0x7F:
            kind = kind & 0x7F | content[at] << 7
            at += 1
        size = shift = 0
        while at < end:
            byte = content[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        if at + size > end:
            return
        yield kind, at, size
        at += size


def _wide(content: bytes, at: int) -> tuple[str, int]:
    """A text with its length in front, and where it ends."""
    end = at + 4 + 2 * struct.unpack_from("<I", content, at)[0]
    return content[at + 4 : end].decode("utf-16-le", "replace"), end


def _digits_by_style(content: bytes) -> dict[int, int]:
    """{style: digits shown} of the formats made of noughts, by which ``457`` stands as ``00000457``."""
    widths: dict[int, int] = {}
    found: dict[int, int] = {}
    style = -1
    for kind, at, _ in _records(content):
        if kind == _FORMAT:
            code, _ = _wide(content, at + 2)
            if len(code) > 1 and not code.strip("0"):
                widths[struct.unpack_from("<H", content, at)[0]] = len(code)
        elif kind == _STYLES_BEGIN:
            style = 0
        elif kind == _STYLES_END:
            style = -1
        elif kind == _STYLE and style >= 0:
            number = struct.unpack_from("<H", content, at + 2)[0]
            if number in widths:
                found[style] = widths[number]
            style += 1
    return found


def _sheet(archive: ZipFile, part: str, widths: dict[int, int]) -> SheetFacts:
    if archive.getinfo(part).file_size > _LARGEST_SHEET:
        raise Refused(Problem("ledger_hostile"))
    content = archive.read(part)
    facts = SheetFacts(merged=[])
    row = 0
    for kind, at, _ in _records(content):
        if kind == _ROW:
            row = struct.unpack_from("<I", content, at)[0]
            facts.rows = max(facts.rows, row + 1)
            facts.hidden_rows += bool(content[at + _ROW_FLAGS] & _HIDDEN_ROW)
        elif kind <= _LAST_CELL:
            column, style = struct.unpack_from("<II", content, at)
            facts.columns = max(facts.columns, column + 1)
            if kind in (_ERROR, _FORMULA_ERROR):
                facts.blind[address(row, column)] = ERROR_CODES.get(content[at + 8], "#N/A")
            elif widths and kind in _QUANTITIES and (width := widths.get(style & 0xFFFFFF)):
                facts.digits[address(row, column)] = width
        elif kind == _MERGED:
            top, last, left, right = struct.unpack_from("<IIII", content, at)
            facts.merged = [*(facts.merged or ()), (top, left, last, right)]
    refuse_reach(facts)
    return facts
