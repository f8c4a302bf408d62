"""Workbooks of the office programs: xlsx, xlsm, xlsb, xls, ods. Runs in the child process only."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from models.ledger.biff_scan import scan_records
from models.ledger.binary_scan import add_binary_sheets
from models.ledger.cells import shown
from models.ledger.grid import Area, Grid, Value, address, is_blank, position
from models.ledger.ods_scan import look_into
from models.ledger.proposal import CellProblem
from models.ledger.sheet_pieces import JoinedSheet, read_in_pieces
from models.ledger.text_tables import squared
from models.ledger.zip_scan import LARGEST_TABLE, MOST_COUNTED, ArchiveFacts, SheetFacts, Source, scan
from models.rules.problems import Problem, Refused

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_LARGE_SHEET = 8_000_000
"""Bytes of XML above which a sheet is scanned while it is read and not before."""
_ENDINGS = {
    ".xls": "records", ".xla": "records", ".xlsx": "parts", ".xlsm": "parts", ".xlam": "parts", ".xlsb": "binary",
    ".ods": "open document",
}  # fmt: skip
"""What the reading library takes a file of this name for."""


def grids_of_workbook(path: Path, sheet: str | None, password: str | None) -> list[Grid]:
    """The sheet asked for, or all of them for the choice. Raises Refused for what cannot or must not be opened."""
    with path.open("rb") as file:
        start = file.read(8)
    source: Source = path
    if start == OLE and _is_encrypted(path):
        source = _decrypted(path, password)
        start = source[:8]
    if not start.startswith(ZIP):
        return _opened(_told_apart(source, "records"), sheet, scan_records(source))
    facts = scan(source, _LARGE_SHEET)
    kind = "open document" if facts.open_document else "parts" if facts.parts else "binary"
    if facts.open_document:
        facts.sheets = look_into(facts.open_document)
    elif not facts.parts:
        add_binary_sheets(source, facts)
    return _opened(_told_apart(source, kind), sheet, facts)


def _told_apart(source: Source, kind: str) -> Source:
    """A file whose name says another kind than its content is read without its name, by which the library would go."""
    if isinstance(source, Path) and _ENDINGS.get(source.suffix.lower(), kind) != kind:
        return source.read_bytes()
    return source


def _opened(source: Source, sheet: str | None, facts: ArchiveFacts) -> list[Grid]:
    """Every sheet wanted; a large one is read while it is looked through."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        book = load_workbook(source if isinstance(source, Path) else io.BytesIO(source))
        tables = _tables(book, facts)
        wanted = _wanted(tables, sheet)
        joined = read_in_pieces(source, facts, {each.name: each.place for each in wanted})
        grids = [
            _grid(
                each.name,
                joined.get(each.name) or book.get_sheet_by_index(each.place),
                facts,
                tables,
                sheet is None,
            )
            for each in wanted
        ]
    except PasswordError:
        raise Refused(Problem("ledger_password")) from None
    except (CalamineError, OSError, ValueError) as trouble:
        if facts.parts:
            return _second_reader(source, sheet)
        raise Refused(Problem("ledger_broken", {"detail": str(trouble)[:200]})) from None
    except BaseException as panic:
        fault = fault_of(panic)
        if fault is None:
            raise
        if facts.parts:
            return _second_reader(source, sheet)
        raise Refused(Problem(fault, {"detail": str(panic)[:200]})) from None
    lost = [grid for grid in grids if _has_lost_values(grid, facts)]
    return [_seen_again(grid, source) if grid in lost else grid for grid in grids] if lost else grids


_FAULTS = {
    "no entry found": "ledger_part_missing",
    "index out of bounds": "ledger_part_missing",
    "out of range for slice": "ledger_cut_short",
}
"""What the reader trips over, by its own words, and the sentence for it."""


def fault_of(panic: BaseException) -> str | None:
    """The fault of the file at which the reader in Rust stopped, as the code of its sentence.

    None for any other end. A panic is no Exception, and its class has no name that could be imported.
    """
    if type(panic).__name__ != "PanicException":
        return None
    return next((code for words, code in _FAULTS.items() if words in str(panic)), None)


def _has_lost_values(grid: Grid, facts: ArchiveFacts) -> bool:
    """Whether the XML of a sheet of common size holds more values than the reader found."""
    own = facts.sheets.get(grid.sheet or "", SheetFacts())
    if not 0 < own.values <= MOST_COUNTED:
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


class _Table(NamedTuple):
    """A worksheet: where it stands in the book, its name, and whether anybody sees it."""

    place: int
    name: str
    visible: bool


def _tables(book: CalamineWorkbook, facts: ArchiveFacts) -> list[_Table]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [(at, m) for at, m in enumerate(book.sheets_metadata) if m.typ == SheetTypeEnum.WorkSheet]
    names = facts.names if len(facts.names) == len(sheets) else [meta.name for _, meta in sheets]
    return [
        _Table(at, name, meta.visible == SheetVisibleEnum.Visible)
        for (at, meta), name in zip(sheets, names, strict=True)
    ]


def _wanted(tables: Sequence[_Table], sheet: str | None) -> list[_Table]:
    """The one asked for; else all, but hidden ones only where nothing else is there."""
    if sheet is None:
        return [each for each in tables if each.visible] or list(tables)
    _refuse_absent(sheet, [each.name for each in tables])
    return [next(each for each in tables if each.name == sheet)]


def _hidden(tables: Sequence[_Table]) -> tuple[str, ...]:
    """The sheets that are not read because nobody sees them."""
    hidden = tuple(each.name for each in tables if not each.visible)
    return () if len(hidden) == len(tables) else hidden


def _refuse_absent(sheet: str | None, names: Sequence[str]) -> None:
    if sheet is not None and sheet not in names:
        raise Refused(Problem("ledger_no_such_sheet", {"sheet": sheet, "sheets": "、".join(names)}))


def _grid(
    name: str,
    sheet: CalamineSheet | JoinedSheet,
    facts: ArchiveFacts,
    tables: Sequence[_Table],
    chosen_here: bool,
) -> Grid:
    if sheet.total_height * sheet.total_width > LARGEST_TABLE:
        size = {"rows": str(sheet.total_height), "columns": str(sheet.total_width)}
        raise Refused(Problem("ledger_too_large", size))
    own = facts.sheets.get(name, SheetFacts())
    merged = sheet.merged_cell_ranges
    areas: Sequence[Area] = [(first, left, last, right) for (first, left), (last, right) in merged or ()]
    areas = areas or own.merged or ()
    rows = sheet.to_python(skip_empty_area=False)
    return Grid(
        _with_texts(_with_noughts(rows, own.digits), own.texts),
        name,
        areas,
        merged_known=merged is not None or own.merged is not None,
        blind=own.blind,
        epoch_1904=facts.epoch_1904,
        sheets=tuple(each.name for each in tables if each.name != name),
        hidden_rows=own.hidden_rows,
        hidden_sheets=_hidden(tables) if chosen_here else (),
    )


def _with_texts(rows: list[list[Any]], texts: Mapping[tuple[int, int], str]) -> list[list[Any]]:
    """What the reader took for Latin letters, in the letters of its own code page."""
    for (row, column), text in texts.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    return rows


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
