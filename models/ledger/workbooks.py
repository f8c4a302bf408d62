"""Workbooks of the office programs: xlsx, xlsm, xlsb, xls, ods. Runs in the child process only."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.ledger.grid import Area, Grid, Value, position
from models.ledger.headings import find_layout, weight
from models.ledger.synonyms import folded
from models.ledger.text_tables import squared
from models.ledger.zip_scan import LARGEST_TABLE, ArchiveFacts, SheetFacts, scan
from models.rules.problems import Problem, Refused

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_LARGE_SHEET = 8_000_000
"""Bytes of XML above which a sheet is scanned only on need."""
_LIKELY = re.compile(r"应收|明细|台账|台帐|欠款|未收|债权|账龄|receivable|open|ledger|ar")
_UNLIKELY = re.compile(
    r"已收回|已结清|已付清|历史|作废|备份|说明|通讯录|汇总|透视|模板|旧|paid|closed|archive|old|summary"
)


def grids_of_workbook(path: Path, sheet: str | None, password: str | None) -> list[Grid]:
    """The sheet asked for, or all of them for the choice. Raises Refused for what cannot or must not be opened."""
    with path.open("rb") as file:
        start = file.read(8)
    if start == OLE and _is_encrypted(path):
        return _opened(io.BytesIO(_decrypted(path, password)), sheet, ArchiveFacts())
    if not start.startswith(ZIP):
        return _opened(path, sheet, ArchiveFacts())
    return _opened(path, sheet, scan(path, _LARGE_SHEET))


def second_look(path: Path, grid: Grid) -> Grid:
    """Where the reader left a sum or a day empty, the file says whether an error or a formula stands there."""
    with path.open("rb") as file:
        if grid.blind or file.read(4) != ZIP or not _has_blanks(grid):
            return grid
    own = scan(path).sheets.get(grid.sheet or "", SheetFacts())
    return replace(grid, blind=own.blind, hidden_rows=own.hidden_rows)


def _has_blanks(grid: Grid) -> bool:
    """Whether a row with a number lacks a sum or its due date."""
    layout = find_layout(grid)
    if layout is None:
        return False
    columns = [
        layout.columns[name] for name in ("amount", "paid", "balance", "due_on") if name in layout.columns
    ]
    number = layout.columns.get("number", columns[0] if columns else 0)
    below = grid.rows[layout.row + 1 :]
    return any(row[column] == "" and row[number] != "" for column in columns for row in below)


def _opened(source: Path | io.BytesIO, sheet: str | None, facts: ArchiveFacts) -> list[Grid]:
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        book = load_workbook(source)
        return [_grid(found, facts, others) for found, others in _sheets(book, sheet)]
    except PasswordError:
        raise Refused(Problem("ledger_password")) from None
    except (CalamineError, OSError, ValueError) as trouble:
        if isinstance(source, Path) and source.suffix.lower() in (".xlsx", ".xlsm"):
            scan(source)
            return _second_reader(source, sheet)
        raise Refused(Problem("ledger_broken", {"detail": str(trouble)[:200]})) from None


def _sheets(book: CalamineWorkbook, sheet: str | None) -> list[tuple[CalamineSheet, tuple[str, ...]]]:
    """The sheets to look at, each with the names of the others."""
    from python_calamine import SheetTypeEnum

    names = [meta.name for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    _refuse_absent(sheet, names)
    return [
        (book.get_sheet_by_name(name), tuple(other for other in names if other != name))
        for name in ([sheet] if sheet is not None else names)
    ]


def _refuse_absent(sheet: str | None, names: Sequence[str]) -> None:
    if sheet is not None and sheet not in names:
        raise Refused(Problem("ledger_no_such_sheet", {"sheet": sheet, "sheets": "、".join(names)}))


def _grid(sheet: CalamineSheet, facts: ArchiveFacts, others: tuple[str, ...]) -> Grid:
    if sheet.total_height * sheet.total_width > LARGEST_TABLE:
        size = {"rows": str(sheet.total_height), "columns": str(sheet.total_width)}
        raise Refused(Problem("ledger_too_large", size))
    own = facts.sheets.get(sheet.name, SheetFacts())
    merged = sheet.merged_cell_ranges
    areas: Sequence[Area] = [(first, left, last, right) for (first, left), (last, right) in merged or ()]
    return Grid(
        _with_noughts(sheet.to_python(skip_empty_area=False), own.digits),
        sheet.name,
        areas,
        merged_known=merged is not None,
        blind=own.blind,
        epoch_1904=facts.epoch_1904,
        sheets=others,
        hidden_rows=own.hidden_rows,
    )


def _with_noughts(rows: list[list[Any]], digits: Mapping[str, int]) -> list[list[Any]]:
    """Codes kept as quantities under a format of noughts are the digits that are shown."""
    for cell, width in digits.items():
        row, column = position(cell)
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        if isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer():
            rows[row][column] = f"{int(value):0{width}d}"
    return rows


def chosen(grids: Sequence[Grid], mapping: Mapping[str, str | None] | None) -> Grid:
    """Of several sheets the one that looks most like a ledger of open claims; the first wins a tie.

    Those whose heading has the same shape are named, so that nobody believes they were read too.
    """
    layouts = [find_layout(grid, mapping) for grid in grids]
    scores = [
        weight(layout) + _by_name(grid.sheet or "") + min(len(grid.rows) - layout.row - 1, 3)
        if layout
        else -100
        for grid, layout in zip(grids, layouts, strict=True)
    ]
    best = scores.index(max(scores))
    layout = layouts[best]
    if layout is None:
        return grids[best]
    shape = layout.signature()
    alike = tuple(
        grid.sheet or ""
        for at, (grid, other) in enumerate(zip(grids, layouts, strict=True))
        if at != best and other is not None and other.signature() == shape
    )
    return replace(grids[best], similar=alike) if alike else grids[best]


def _by_name(sheet: str) -> int:
    name = folded(sheet)
    return 2 * bool(_LIKELY.search(name)) - 6 * bool(_UNLIKELY.search(name))


def _is_encrypted(path: Path) -> bool:
    """Whether an OLE file only wraps an encrypted workbook, or its old stream is encrypted."""
    import msoffcrypto

    with path.open("rb") as file:
        try:
            return bool(msoffcrypto.OfficeFile(file).is_encrypted())
        except Exception:  # the library raises many kinds for files that are no office file at all
            return False


def _decrypted(path: Path, password: str | None) -> bytes:
    import msoffcrypto

    if password is None:
        raise Refused(Problem("ledger_password"))
    plain = io.BytesIO()
    with path.open("rb") as file:
        try:
            office = msoffcrypto.OfficeFile(file)
            office.load_key(password=password)
            office.decrypt(plain)
        except Exception:  # a wrong password shows as any of a dozen errors
            raise Refused(Problem("ledger_wrong_password")) from None
    return plain.getvalue()


def _second_reader(path: Path, sheet: str | None) -> list[Grid]:
    """openpyxl, for a workbook at which the first reader gives up. Slower, and forgiving."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except Exception as trouble:  # openpyxl lets every kind of error through for broken files
        raise Refused(Problem("ledger_broken", {"detail": str(trouble)[:200]})) from None
    names = [ws.title for ws in book.worksheets]
    _refuse_absent(sheet, names)
    grids = []
    for ws in book.worksheets:
        if sheet is None or ws.title == sheet:
            rows: list[list[Value]] = [["" if value is None else value for value in row] for row in ws.values]
            merged = [
                (m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in ws.merged_cells.ranges
            ]
            others = tuple(name for name in names if name != ws.title)
            grids.append(Grid(squared(rows), ws.title, merged, merged_known=True, sheets=others))
    return grids
