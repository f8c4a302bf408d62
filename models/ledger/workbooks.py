"""Workbooks of the office programs: xlsx, xlsm, xlsb, xls, ods. Runs in the child process only."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.ledger.cells import shown
from models.ledger.grid import Area, Grid, Value, address, is_blank, position
from models.ledger.proposal import CellProblem
from models.ledger.text_tables import squared
from models.ledger.zip_scan import LARGEST_TABLE, ArchiveFacts, SheetFacts, Source, scan, scan_later
from models.rules.problems import Problem, Refused

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_LARGE_SHEET = 8_000_000
"""Bytes of XML above which a sheet is scanned while it is read and not before."""
_MOST_COMPARED = 200_000
"""Cells up to which the second, slow reader is asked where the first has lost some."""


def grids_of_workbook(path: Path, sheet: str | None, password: str | None) -> list[Grid]:
    """The sheet asked for, or all of them for the choice. Raises Refused for what cannot or must not be opened."""
    with path.open("rb") as file:
        start = file.read(8)
    source: Source = path
    if start == OLE and _is_encrypted(path):
        source = _decrypted(path, password)
        start = source[:8]
    if not start.startswith(ZIP):
        return _opened(source, sheet, ArchiveFacts())
    facts = scan(source, _LARGE_SHEET)
    if not facts.later:
        return _opened(source, sheet, facts)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as beside:
        rest = beside.submit(scan_later, source, facts)
        return _opened(source, sheet, facts, rest.result)


def _opened(
    source: Source, sheet: str | None, facts: ArchiveFacts, ready: Callable[[], None] = lambda: None
) -> list[Grid]:
    """Every sheet wanted. The reader is at work while the facts become ready."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        book = load_workbook(source if isinstance(source, Path) else io.BytesIO(source))
        found, hidden = _sheets(book, sheet), _hidden(book, sheet)
        ready()
        grids = [replace(_grid(each, facts, others), hidden_sheets=hidden) for each, others in found]
    except PasswordError:
        raise Refused(Problem("ledger_password")) from None
    except (CalamineError, OSError, ValueError) as trouble:
        if facts.is_xml:
            return _second_reader(source, sheet)
        raise Refused(Problem("ledger_broken", {"detail": str(trouble)[:200]})) from None
    lost = [grid for grid in grids if _has_lost_values(grid, facts)]
    return [_seen_again(grid, source) if grid in lost else grid for grid in grids] if lost else grids


def _has_lost_values(grid: Grid, facts: ArchiveFacts) -> bool:
    """Whether the XML of a sheet of common size holds more values than the reader found."""
    own = facts.sheets.get(grid.sheet or "", SheetFacts())
    if not 0 < own.values <= _MOST_COMPARED:
        return False
    return own.values > sum(value != "" for row in grid.rows for value in row) + len(grid.blind)


def _seen_again(grid: Grid, source: Source) -> Grid:
    """What only the second reader sees is taken from it, and each such cell is named."""
    (other,) = _second_reader(source, grid.sheet)
    rows = [list(row) for row in squared([*map(list, grid.rows), *map(list, other.rows[len(grid.rows) :])])]
    doubts = []
    for at, (row, seen) in enumerate(zip(rows, other.rows, strict=False)):
        for column, value in enumerate(seen[: len(row)]):
            where = address(at, column)
            if row[column] == "" and not is_blank(value) and where not in grid.blind:
                row[column] = value
                doubts.append(CellProblem(where, "readers_disagree", shown(value), {}, at + 1))
    return replace(grid, rows=rows, doubts=tuple(doubts))


def _sheets(book: CalamineWorkbook, sheet: str | None) -> list[tuple[CalamineSheet, tuple[str, ...]]]:
    """The sheets to look at, each with the names of the others; a hidden one only where it is asked for."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    names = [meta.name for meta in tables]
    shown_ones = [meta.name for meta in tables if meta.visible == SheetVisibleEnum.Visible]
    _refuse_absent(sheet, names)
    return [
        (book.get_sheet_by_name(name), tuple(other for other in names if other != name))
        for name in ([sheet] if sheet is not None else shown_ones or names)
    ]


def _hidden(book: CalamineWorkbook, sheet: str | None) -> tuple[str, ...]:
    """The sheets that are not read because nobody sees them."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    hidden = tuple(meta.name for meta in tables if meta.visible != SheetVisibleEnum.Visible)
    return () if sheet is not None or len(hidden) == len(tables) else hidden


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


def _second_reader(source: Source, sheet: str | None) -> list[Grid]:
    """openpyxl, for a workbook at which the first reader gives up. Slower, and forgiving."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(
            source if isinstance(source, Path) else io.BytesIO(source), data_only=True
        )
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
