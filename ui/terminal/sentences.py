"""What a command says of a problem: as the window does, but for what only a window can be told to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.rules.problems import Problem
from ui.problems import catalogue, worded

if TYPE_CHECKING:
    from models.ledger.proposal import CellProblem


def sentence_by_command(problem: Problem, language: str) -> str:
    """The sentence for a problem; a cell is mended by an option, where the window says that it is mended in place."""
    own = f"{problem.code}_by_command"
    code = own if problem.where and own in catalogue(language) else problem.code
    return worded(code, language, {"cell": problem.where or "", **problem.params})


def problem_of(told: CellProblem) -> Problem:
    """What is amiss with one cell of a file."""
    return Problem(told.code, {"cell": told.cell, "value": told.value, **told.params}, told.cell)
