"""Any file a clerk may drop: told apart by its first bytes, never by its ending. Runs in the child process only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from models.ledger.decoding import Choice, Decoded, choices, decoded
from models.ledger.grid import Grid
from models.ledger.markup_tables import grid_of_html, grids_of_spreadsheetml
from models.ledger.proposal import CellProblem
from models.ledger.reason_column import without_reasons
from models.ledger.sheets import chosen
from models.ledger.text_tables import grid_of_text
from models.ledger.workbooks import OLE, ZIP, grids_of_workbook
from models.rules.problems import Problem, Refused

# Excel up to 4.0 wrote its records straight into the file; nothing here reads them.
_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
_OTHER = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"{\\rtf",
    b"BZh",
)
_LARGEST_TEXT = 200_000_000


def read_file(
    path: Path,
    sheet: str | None,
    password: str | None,
    mapping: Mapping[str, str | None] | None,
    encoding: str | None = None,
) -> Grid:
    """The sheet of a file that holds the ledger, or the one asked for.

    Raises Refused where the file is no table, broken, hostile, or closed by a password.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    if not start.strip():
        raise Refused(Problem("ledger_empty"))
    if start[:2] in _BIFF:
        raise Refused(Problem("ledger_too_old"))
    if start.startswith((OLE, ZIP)):
        grids = grids_of_workbook(path, sheet, password)
    else:
        grids = _text_file(path, start, sheet, encoding)
    if not grids or not any(grid.rows for grid in grids):
        raise Refused(Problem("ledger_empty"))
    grids = [without_reasons(grid) for grid in grids]
    return chosen(grids, mapping) if len(grids) > 1 else grids[0]


def encoding_choices(path: Path) -> tuple[Choice, ...]:
    """The encodings in which a text file can be read; none for workbooks and for what says its own."""
    with path.open("rb") as file:
        start = file.read(4096)
    is_workbook = start.startswith((OLE, ZIP, *_OTHER)) or start[:2] in _BIFF
    if is_workbook or _is_spreadsheetml(start) or path.stat().st_size > _LARGEST_TEXT:
        return ()
    return choices(path.read_bytes())


def _is_spreadsheetml(start: bytes) -> bool:
    return b"urn:schemas-microsoft-com:office:spreadsheet" in start and b"<?xml" in start


def _text_file(path: Path, start: bytes, sheet: str | None, encoding: str | None) -> list[Grid]:
    if start.startswith(_OTHER):
        raise Refused(Problem("ledger_not_a_table"))
    if path.stat().st_size > _LARGEST_TEXT:
        raise Refused(Problem("ledger_too_large", {"rows": "?", "columns": "?"}))
    data = path.read_bytes()
    if _is_spreadsheetml(start):
        grids = grids_of_spreadsheetml(data)
        named = [grid for grid in grids if sheet is None or grid.sheet == sheet]
        if grids and not named:
            names = "、".join(grid.sheet or "" for grid in grids)
            raise Refused(Problem("ledger_no_such_sheet", {"sheet": sheet or "", "sheets": names}))
        return named
    read = decoded(data, encoding)
    grid = _table(read.text)
    sure = read.certain or encoding is not None
    return [replace(grid, encoding=read.encoding, encoding_certain=sure, doubts=tuple(_doubts(read, sure)))]


def _table(text: str) -> Grid:
    head = text[:4096].lstrip("\ufeff \t\r\n").lower()
    if head.startswith("<") and ("<table" in text[:2_000_000].lower() or "<html" in head):
        return grid_of_html(text)
    if head.startswith(("<?xml", "<!doctype")):
        raise Refused(Problem("ledger_not_a_table"))
    return grid_of_text(text)


def _doubts(read: Decoded, sure: bool) -> Iterator[CellProblem]:
    if not sure:
        yield CellProblem("", "encoding_guessed", read.encoding)
    if read.damaged:
        yield CellProblem("", "letters_damaged", str(read.damaged))
