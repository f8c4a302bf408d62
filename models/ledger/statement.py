"""What a bank's statement says: the money that came in, line by line, and why the other rows are none.

On a bank's statement 贷方 is what came in and 借方 what went out; in the firm's own journal of the bank it is the
other way round. The running balance shows which it is, and whether a row between two others is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.ledger.grid import Grid
from models.ledger.proposal import CellProblem, Skipped
from models.ledger.reading import read_grid
from models.ledger.statement_headings import find_statement_layout, looks_like_statement
from models.ledger.statement_rows import StatementLine, read_rows
from models.progress import Progress, silent
from models.rules.problems import Problem, Refused

_SHEETS_TRIED = 12


@dataclass(frozen=True)
class Statement:
    """A statement understood. Nothing has been written anywhere.

    ``lines`` are what came in, in the order of the file. ``skipped`` names every other row below the heading that is
    not empty: ``outgoing``, ``reversed`` (a sum below zero), ``no_amount``, ``opening``, ``subtotal``, ``total``,
    ``heading``, ``note``. ``problems`` are cells that kept a row from being a line. Sums are fen.
    """

    sheet: str | None
    heading_row: int
    columns: Mapping[str, str]
    lines: tuple[StatementLine, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[CellProblem, ...]
    warnings: tuple[CellProblem, ...]

    @property
    def rows_read(self) -> int:
        """Rows below the heading that are not empty: lines, skipped rows and rows with a problem."""
        return len(self.lines) + len(self.skipped) + len({each.row for each in self.problems})


def read_statement(
    path: Path,
    today: date,
    *,
    sheet: str | None = None,
    password: str | None = None,
    corrections: Mapping[str, str] | None = None,
    in_child: bool = True,
) -> Statement:
    """The statement in a file. Raises Refused as ``read_statement_grid`` and ``understand_statement``."""
    grid = read_statement_grid(path, sheet=sheet, password=password, in_child=in_child)
    return understand_statement(grid, today, corrections)


def read_statement_grid(
    path: Path,
    *,
    sheet: str | None = None,
    password: str | None = None,
    progress: Progress = silent,
    in_child: bool = True,
) -> Grid:
    """The sheet of a statement, opened as a ledger is: in a child process with a memory and a time cap.

    ``sheet`` by name, else the first that looks like a statement. Raises Refused for what cannot be read.
    """
    grid = read_grid(path, sheet=sheet, password=password, progress=progress, in_child=in_child)
    if sheet is None and not looks_like_statement(grid):
        for other in grid.sheets[:_SHEETS_TRIED]:
            candidate = read_grid(path, sheet=other, password=password, progress=progress, in_child=in_child)
            if looks_like_statement(candidate):
                return candidate
    return grid


def understand_statement(grid: Grid, today: date, corrections: Mapping[str, str] | None = None) -> Statement:
    """What a sheet says came in; pure. A day after ``today`` is a problem of its cell.

    ``corrections`` ({``G12``: text}) are read in place of the cells. Raises Refused (``bank_no_headings``) where the
    sheet names no day or no money.
    """
    typed = corrections or {}
    grid = grid.corrected(typed)
    found = find_statement_layout(grid)
    if found is None:
        raise Refused(Problem("bank_no_headings", {"sheet": grid.sheet or ""}))
    read = read_rows(grid, found, today)
    read.findings.name_cells_not_there(typed)
    layout = found.layout
    columns = {field: layout.labels[at] for field, at in layout.columns.items()}
    if found.memos:
        columns["memo"] = " / ".join(layout.labels[at] for at in found.memos)
    return Statement(
        grid.sheet,
        layout.row + 1,
        columns,
        tuple(read.lines),
        tuple(Skipped(index + 1, why) for index, why in sorted(read.skipped.items())),
        read.findings.problems,
        read.findings.warnings,
    )
