"""Workbooks that no library here writes, made for tests byte by byte: .xls of Excel 97 and 5.0, and .ods."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from models.ledger.grid import Value

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512
ERRORS = {"#N/A": 0x2A, "#REF!": 0x17, "#DIV/0!": 0x07}
NOT_CALCULATED = "=A1"
"""A formula saved without its result."""


def write_xls(
    path: Path,
    rows: Sequence[Sequence[Value]],
    *,
    sheet: str = "应收明细",
    biff: int = 8,
    epoch_1904: bool = False,
    hidden: Collection[int] = (),
) -> None:
    """One sheet; ``hidden`` are indices of rows. ``#N/A`` is an error value, ``=A1`` a formula without its result."""
    name = _text(sheet, biff, 1)
    version = 0x0600 if biff == 8 else 0x0500
    cells = b"".join(_row(at, row, biff, epoch_1904, at in hidden) for at, row in enumerate(rows))
    body = _bof(version, 0x10) + cells + _record(0x0A)
    before = (
        _bof(version, 0x05)
        + _record(0x42, struct.pack("<H", 1200 if biff == 8 else 936))
        + _record(0x22, struct.pack("<H", epoch_1904))
        + _record(0xE0, struct.pack("<HH16x" if biff == 8 else "<HH12x", 0, 0))
        + _record(0xE0, struct.pack("<HH16x" if biff == 8 else "<HH12x", 0, 14))
    )
    start = len(before) + 4 + 6 + len(name) + 4
    book = before + _record(0x85, struct.pack("<IBB", start, 0, 0) + name) + _record(0x0A) + body
    path.write_bytes(_compound("Workbook" if biff == 8 else "Book", book))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _bof(version: int, kind: int) -> bytes:
    return _record(
        0x0809, struct.pack("<HHHH", version, kind, 0, 0) + b"\0" * (8 if version == 0x0600 else 0)
    )


def _text(text: str, biff: int, size: int) -> bytes:
    """A length of one or two bytes and the letters: UTF-16 since Excel 97, the code page before."""
    if biff == 8:
        letters = text.encode("utf-16-le")
        return (len(letters) // 2).to_bytes(size, "little") + b"\1" + letters
    letters = text.encode("gbk")
    return len(letters).to_bytes(size, "little") + letters


def _row(at: int, row: Sequence[Value], biff: int, epoch_1904: bool, hidden: bool) -> bytes:
    shape = struct.pack("<HHHHHHHH", at, 0, len(row), 255, 0, 0, 0x20 if hidden else 0, 15)
    cells = (_cell(at, column, value, biff, epoch_1904) for column, value in enumerate(row))
    return _record(0x0208, shape) + b"".join(cells)


def _cell(row: int, column: int, value: Value, biff: int, epoch_1904: bool) -> bytes:
    where = struct.pack("<HHH", row, column, isinstance(value, date))
    if value is None or value == "":
        return b""
    if isinstance(value, bool):
        return _record(0x0205, where + struct.pack("<BB", value, 0))
    if value in ERRORS:
        return _record(0x0205, where + struct.pack("<BB", ERRORS[str(value)], 1))
    if value == NOT_CALCULATED:
        empty = b"\3\0\0\0\0\0\xff\xff"
        return _record(0x06, where + empty + struct.pack("<HI", 0, 0) + b"\5\0\x44\0\0\0\xc0")
    if isinstance(value, date):
        value = (value - (date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30))).days
    if isinstance(value, int | float):
        return _record(0x0203, where + struct.pack("<d", value))
    return _record(0x0204, where + _text(str(value), biff, 2))


def _compound(name: str, stream: bytes) -> bytes:
    """The container of old office files, holding one stream."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // SECTOR)
    tables = next(n for n in range(1, 110) if n * 128 >= n + 1 + count)
    chain = [FAT] * tables + [END] + [tables + 2 + at for at in range(count - 1)] + [END]
    table = struct.pack(f"<{tables * 128}I", *chain, *[FREE] * (tables * 128 - len(chain)))
    entries = _entry("Root Entry", 5, END, 0, 1) + _entry(name, 2, tables + 1, len(stream), FREE)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", *range(tables), *[FREE] * (109 - tables))
    return head + table + entries.ljust(SECTOR, b"\0") + stream.ljust(count * SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    shape = struct.pack("<64sHBBIII", letters, len(letters), kind, 1, FREE, FREE, child)
    return shape + b"\0" * 36 + struct.pack("<IQ", start, size)


def write_ods(
    path: Path, rows: Sequence[Sequence[Value]], *, sheet: str = "应收明细", hidden: Collection[int] = ()
) -> None:
    """One sheet; ``hidden`` and error values as in ``write_xls``."""
    kept = ("", ' table:visibility="collapse"')
    lines = "".join(
        f"<table:table-row{kept[at in hidden]}>{''.join(map(_ods_cell, row))}</table:table-row>"
        for at, row in enumerate(rows)
    )
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces} office:version="1.2"><office:body>'
        f"<office:spreadsheet><table:table table:name={quoteattr(sheet)}>{lines}</table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml", '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        )


def _ods_cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        kind, shown = f'boolean" office:boolean-value="{str(value).lower()}', str(value).upper()
    elif isinstance(value, date):
        kind, shown = f'date" office:date-value="{value.isoformat()}', value.isoformat()
    elif isinstance(value, int | float):
        kind, shown = f'float" office:value="{value!r}', str(value)
    elif value in ERRORS:
        return (
            '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    else:
        kind, shown = "string", escape(str(value))
    return f'<table:table-cell office:value-type="{kind}"><text:p>{shown}</text:p></table:table-cell>'
