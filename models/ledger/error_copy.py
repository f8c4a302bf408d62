"""The clerk's own workbook once more, its trouble cells coloured and the reasons beside them, to mend and drop in.

A workbook of XML keeps every byte that is not concerned (``workbook_patch``); any other file becomes a new workbook
that holds the sheet as it was read. The original is never touched. What is added is not read when the mended copy
comes back: colours never are, and ``reason_column`` leaves the reasons out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from models.ledger.grid import Grid, Value, is_blank, letters, position
from models.ledger.reason_column import REASONS, without_reasons
from models.ledger.workbook_out import fill_of, sheet_name, text_cell
from models.ledger.workbook_patch import Patch, patched
from models.rules.problems import Problem, Refused
from models.vault.durable import write_bytes_whole, write_whole

COLOUR = "FFD7CF"
"""The ground of a trouble cell: one that no palette of a spreadsheet offers, so that it can be taken off again."""
_LOOKED_AT = 60
_NARROWEST, _WIDEST = 24, 200


@dataclass(frozen=True)
class Trouble:
    """A row to mend, from 1 as the file shows it: the addresses to colour, and the reason in the clerk's language."""

    row: int
    cells: tuple[str, ...]
    reason: str


def write_error_copy(
    target: Path,
    source: Path | None,
    grid: Grid,
    heading_row: int,
    troubles: Sequence[Trouble],
    language: str,
    corrections: Mapping[str, str] | None = None,
) -> None:
    """Write the copy. ``grid`` is the sheet as read from ``source`` (None: the clipboard), ``heading_row`` from 1.

    ``corrections`` ({``G12``: text}) that the clerk has typed already stand in their cells; beside a formula they are
    only told. Raises Refused (``error_copy_over_ledger``) where the copy would replace the ledger itself.
    """
    if source is not None and target.exists() and target.samefile(source):
        raise Refused(Problem("error_copy_over_ledger", {"file": target.name}, str(target)))
    grid = without_reasons(grid)
    column = _free_column(grid, heading_row)
    notes = {heading_row: REASONS[language], **_reasons(troubles)}
    patch = Patch(
        column=column,
        notes=notes,
        cells=frozenset(grid.flat(cell) for trouble in troubles for cell in trouble.cells),
        typed={grid.flat(cell): words for cell, words in (corrections or {}).items()},
        width=_width(notes.values()),
        colour=COLOUR,
    )
    whole = patched(source, grid.sheet, patch) if source is not None and grid.sheet else None
    if whole is not None:
        write_bytes_whole(target, whole)
    else:
        _write_grid(target, grid.corrected(patch.typed), patch)


def _reasons(troubles: Iterable[Trouble]) -> dict[int, str]:
    told: dict[int, list[str]] = {}
    for trouble in troubles:
        if trouble.reason not in told.setdefault(trouble.row, []):
            told[trouble.row].append(trouble.reason)
    return {row: " ".join(reasons) for row, reasons in told.items()}


def _free_column(grid: Grid, heading_row: int) -> int:
    """The first column right of the headings that is blank from top to bottom, from 0."""
    heading = grid.rows[heading_row - 1] if heading_row <= len(grid.rows) else ()
    column = max((at + 1 for at, value in enumerate(heading) if not is_blank(value)), default=0)
    while any(len(row) > column and not is_blank(row[column]) for row in grid.rows):
        column += 1
    return column


def _width(texts: Iterable[str]) -> int:
    """Wide enough for the longest reason, a Chinese character counting two."""
    longest = max((sum(1 + (ord(letter) > 0x2E7F) for letter in each) for each in texts), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


# -- a file that is no workbook of XML -------------------------------------------------------------------------


def _write_grid(target: Path, grid: Grid, patch: Patch) -> None:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook(write_only=True)
    if grid.epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet: Any = book.create_sheet(sheet_name(grid.sheet or "Sheet1"))
    for column in range(patch.column):
        sheet.column_dimensions[letters(column)].width = _column_width(grid, column)
    sheet.column_dimensions[letters(patch.column)].width = patch.width
    wrong = {position(cell) for cell in patch.cells}
    for index, row in enumerate(grid.rows):
        sheet.append(list(_cells(sheet, index, _with_note(row, index, patch), wrong, grid)))
    for top, left, bottom, right in grid.merged:
        sheet.merged_cells.add(f"{letters(left)}{top + 1}:{letters(right)}{bottom + 1}")
    write_whole(target, book.save)


def _with_note(row: Sequence[Value], index: int, patch: Patch) -> list[Value]:
    padded = [*row, *[None] * (patch.column + 1 - len(row))]
    padded[patch.column] = patch.notes.get(index + 1)
    return padded


def _cells(
    sheet: Any, index: int, row: Sequence[Value], wrong: set[tuple[int, int]], grid: Grid
) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell

    for column, value in enumerate(row):
        shown = grid.blind.get(f"{letters(column)}{index + 1}", "") if value in ("", None) else value
        coloured = (index, column) in wrong
        if shown in ("", "formula") and not coloured:
            yield None
            continue
        if isinstance(shown, str):
            cell = text_cell(sheet, "" if shown == "formula" else shown)
            cell.number_format = "@"
        else:
            cell = WriteOnlyCell(sheet, shown)
            cell.number_format = _FORMATS.get(type(shown), "General")
        if coloured:
            cell.fill = fill_of(COLOUR)
        yield cell


_FORMATS: Mapping[type, str] = {
    date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm", time: "hh:mm", timedelta: "[h]:mm", float: "0.00##########",
}  # fmt: skip


def _column_width(grid: Grid, column: int) -> int:
    values = [row[column] for row in grid.rows[:_LOOKED_AT] if len(row) > column]
    return min(max(_width(str(value) for value in values if not is_blank(value)) - 10, 12), 48)
