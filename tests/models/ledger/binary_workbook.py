"""Workbooks of binary records in an archive (.xlsb), made for tests byte by byte: no library here writes them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from models.ledger.grid import Area, Value
from tests.models.ledger.old_formats import ERRORS

_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/>
<Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/>
<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/></Types>"""
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOUGHTS = 164
"""The number of the format ``00000000``, the first that a workbook may define."""


def write_xlsb(
    path: Path,
    rows: Sequence[Sequence[Value]],
    *,
    sheet: str = "应收明细",
    epoch_1904: bool = False,
    hidden: Collection[int] = (),
    merged: Sequence[Area] = (),
    noughts: Collection[tuple[int, int]] = (),
) -> None:
    """One sheet; ``hidden`` and error values as in ``write_xls``. ``noughts``: cells shown with eight digits."""
    words = list(
        dict.fromkeys(v for row in rows for v in row if isinstance(v, str) and v and v not in ERRORS)
    )
    place = {word: at for at, word in enumerate(words)}
    body = b"".join(
        record_of_row(at, at in hidden)
        + b"".join(_cell(at, column, value, place, epoch_1904, noughts) for column, value in enumerate(row))
        for at, row in enumerate(rows)
    )
    reach = struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, max(map(len, rows), default=1) - 1)
    areas = b"".join(
        _record(0xB0, struct.pack("<IIII", top, last, left, right)) for top, left, last, right in merged
    )
    if merged:
        areas = _record(0xB1, struct.pack("<I", len(merged))) + areas + _record(0xB2)
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": _book(sheet, epoch_1904),
        "xl/_rels/workbook.bin.rels": _relations(
            ("worksheet", "worksheets/sheet1.bin"),
            ("styles", "styles.bin"),
            ("sharedStrings", "sharedStrings.bin"),
        ),
        "xl/worksheets/sheet1.bin": _record(0x81)
        + _record(0x94, reach)
        + _record(0x91)
        + body
        + _record(0x92)
        + areas
        + _record(0x82),
        "xl/styles.bin": _styles(),
        "xl/sharedStrings.bin": _record(0x9F, struct.pack("<II", len(words), len(words)))
        + b"".join(_record(0x13, b"\0" + _wide(word)) for word in words)
        + _record(0xA0),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def record_of_row(at: int, hidden: bool = False) -> bytes:
    """What stands before the cells of a row, counted from 0."""
    return _record(0, struct.pack("<IIHBBBI", at, 0, 300, 0, 0x10 * hidden, 0, 0))


def _record(kind: int, content: bytes = b"") -> bytes:
    """Kind and length take seven bits a byte."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = bytearray(), len(content)
    while length > 0x7F:
        size.append(length & 0x7F | 0x80)
        length >>= 7
    return head + bytes(size) + bytes([length]) + content


def _wide(text: str) -> bytes:
    letters = text.encode("utf-16-le")
    return struct.pack("<I", len(letters) // 2) + letters


def _relations(*parts: tuple[str, str]) -> bytes:
    lines = "".join(
        f'<Relationship Id="rId{at}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(parts, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{lines}</Relationships>'.encode()


def _book(sheet: str, epoch_1904: bool) -> bytes:
    return (
        _record(0x83)
        + _record(0x99, struct.pack("<III", epoch_1904, 0, 0))
        + _record(0x8F)
        + _record(0x9C, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(sheet))
        + _record(0x90)
        + _record(0x84)
    )


def _styles() -> bytes:
    """Style 0 is general, 1 a day, 2 a code of eight digits."""
    formats = _record(0x267, struct.pack("<I", 1)) + _record(
        0x2C, struct.pack("<H", _NOUGHTS) + _wide("0" * 8)
    )
    kinds = b"".join(
        _record(0x2F, struct.pack("<HHHHHHI", 0, kind, 0, 0, 0, 0, 0)) for kind in (0, 14, _NOUGHTS)
    )
    styles = _record(0x269, struct.pack("<I", 3)) + kinds + _record(0x26A)
    return _record(0x116) + formats + _record(0x268) + styles + _record(0x117)


def _cell(
    row: int,
    column: int,
    value: Value,
    place: dict[str, int],
    epoch_1904: bool,
    noughts: Collection[tuple[int, int]],
) -> bytes:
    style = 1 if isinstance(value, date) else 2 * ((row, column) in noughts)
    where = struct.pack("<II", column, style)
    if value is None or value == "":
        return _record(1, where)
    if value in ERRORS:
        return _record(3, where + bytes([ERRORS[str(value)]]))
    if isinstance(value, bool):
        return _record(4, where + bytes([value]))
    if isinstance(value, date):
        value = (value - (date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30))).days
    if isinstance(value, int | float):
        return _record(5, where + struct.pack("<d", value))
    return _record(7, where + struct.pack("<I", place[str(value)]))
