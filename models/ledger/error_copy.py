"""The clerk's own workbook once more, its trouble cells coloured and the reasons beside them, to mend and drop in.

A workbook of XML keeps every byte that is not concerned (``workbook_patch``); any other file becomes a new workbook
that holds the sheet as it was read. The original is never touched. What is added is not read when the mended copy
comes back: colours never are, and ``reason_column`` leaves the reasons out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from models.ledger.grid import Grid, Value, is_blank, letters, position
from models.ledger.proposal import Part
from models.ledger.reason_column import REASONS, without_reasons
from models.ledger.sheet_out import display_width, fill_of, sheet_name, text_cell
from models.ledger.workbook_patch import Patch, patched
from models.rules.problems import Problem, Refused
from models.vault.durable import write_bytes_whole, write_whole

COLOUR = "FFD7CF"
"""The ground of a trouble cell: one that no palette of a spreadsheet offers, so that it can be taken off again."""
_LOOKED_AT = 60
_NARROWEST, _WIDEST = 24, 200


@dataclass(frozen=True)
class Trouble:
    """A row to mend, from 1 as it was read: the addresses to colour (``G12``, ``三月!G12``), the reason to be told."""

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
    typed = dict(corrections or {})
    sheets = [_patched_sheet(each, troubles, typed, language) for each in _sheets(grid, heading_row)]
    patches = {sheet.sheet: patch for sheet, patch in sheets if sheet.sheet}
    whole = patched(source, patches) if source is not None and len(patches) == len(sheets) else None
    if whole is not None:
        write_bytes_whole(target, whole)
    else:
        _write_grids(target, [(sheet.corrected(patch.typed), patch) for sheet, patch in sheets])


class _Own(NamedTuple):
    """One sheet of what was read as one: where its rows begin in the whole, and its own heading row from 1."""

    grid: Grid
    above: int
    heading_row: int


def _sheets(grid: Grid, heading_row: int) -> list[_Own]:
    if not grid.parts:
        return [_Own(without_reasons(grid), 0, heading_row)]
    ends = [*(part.above for part in grid.parts[1:]), len(grid.rows)]
    return [
        _Own(_cut_out(grid, part, end), part.above, part.heading_row)
        for part, end in zip(grid.parts, ends, strict=True)
    ]


def _cut_out(grid: Grid, part: Part, end: int) -> Grid:
    """One sheet again as it was before others were laid under it."""
    above, name = part.above, f"{part.sheet}!"
    return replace(
        grid,
        rows=grid.rows[above:end],
        sheet=part.sheet,
        merged=[
            (top - above, left, bottom - above, right)
            for top, left, bottom, right in grid.merged
            if above <= top < end
        ],
        blind={cell.removeprefix(name): what for cell, what in grid.blind.items() if cell.startswith(name)},
        parts=(),
    )


def _patched_sheet(
    own: _Own, troubles: Sequence[Trouble], typed: Mapping[str, str], language: str
) -> tuple[Grid, Patch]:
    """What is told in one sheet, its cells called as the sheet itself calls them."""
    grid, rows = own.grid, range(own.above + 1, own.above + len(own.grid.rows) + 1)
    here = [trouble for trouble in troubles if trouble.row in rows]
    reasons = {row - own.above: reason for row, reason in _reasons(here).items()}
    notes = {own.heading_row: REASONS[language], **reasons} if here else {}
    patch = Patch(
        column=_free_column(grid, own.heading_row),
        notes=notes,
        cells=frozenset(cell.rpartition("!")[2] for trouble in here for cell in trouble.cells),
        typed={
            cell.rpartition("!")[2]: words
            for cell, words in typed.items()
            if cell.rpartition("!")[0] in ("", grid.sheet)
        },
        width=_width(notes.values()),
        colour=COLOUR,
    )
    return grid, patch


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
    longest = max((display_width(each) for each in texts), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


# -- a file that is no workbook of XML -------------------------------------------------------------------------


def _write_grids(target: Path, sheets: Sequence[tuple[Grid, Patch]]) -> None:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook(write_only=True)
    if sheets[0][0].epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    for grid, patch in sheets:
        _write_grid(book.create_sheet(sheet_name(grid.sheet or "Sheet1")), grid, patch)
    write_whole(target, book.save)


def _write_grid(sheet: Any, grid: Grid, patch: Patch) -> None:
    for column in range(patch.column):
        sheet.column_dimensions[letters(column)].width = _column_width(grid, column)
    sheet.column_dimensions[letters(patch.column)].width = patch.width
    wrong = {position(cell) for cell in patch.cells}
    for index, row in enumerate(grid.rows):
        sheet.append(list(_cells(sheet, index, _with_note(row, index, patch), wrong, grid)))
    for top, left, bottom, right in grid.merged:
        sheet.merged_cells.add(f"{letters(left)}{top + 1}:{letters(right)}{bottom + 1}")


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
