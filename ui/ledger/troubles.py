"""What a copy to be mended says beside each row: errors, doubts and the clerk's own questions. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from models.ledger.error_copy import Trouble
from models.ledger.proposal import CellProblem
from models.queries.comparison import Comparison, column_letters
from models.queries.ledger_lines import Line
from ui.problems import worded


def troubles_of(comparison: Comparison, language: str) -> list[Trouble]:
    """Every row that was not read or was read with a doubt, its cells and its sentences, in the order of the sheet."""
    proposal = comparison.proposal
    found = [_told(each, language) for each in comparison.problems if each.row]
    found += [
        _told(each, language)
        for each in proposal.warnings
        if each.row > proposal.heading_row and each.code != "total_differs"
    ]
    found += [
        _told(each, language) for line in comparison.doubtful_lines() for each in doubts_of(comparison, line)
    ]
    return sorted(found, key=lambda trouble: trouble.row)


def doubts_of(comparison: Comparison, line: Line) -> Iterator[CellProblem]:
    """What a person should look at in one row, each doubt at the cell that shows it."""
    row = line.row
    for doubt in line.doubts:
        by_name = doubt in ("same_code", "same_uscc", "similar_name")
        column = column_letters(comparison.proposal, "debtor" if by_name else "number")
        cell = comparison.proposal.cell_name(column, row.row)
        params = {"debtor": row.debtor, "number": row.number or f"{row.row}"}
        yield CellProblem(
            cell, f"doubt_{doubt}", row.debtor if by_name else row.number or "", params, row.row
        )


def _told(problem: CellProblem, language: str) -> Trouble:
    params = {"cell": problem.cell, "value": problem.value, **problem.params}
    cells = (problem.cell,) if problem.cell else ()
    return Trouble(problem.row, cells, worded(problem.code, language, params))
