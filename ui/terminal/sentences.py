"""What a command says of a problem: as the window does, but for what only a window can be told to do."""

from __future__ import annotations

from models.rules.problems import Problem
from ui.problems import catalogue, worded


def sentence_by_command(problem: Problem, language: str) -> str:
    """The sentence for a problem; a cell is mended by an option, where the window says that it is mended in place."""
    own = f"{problem.code}_by_command"
    code = own if problem.where and own in catalogue(language) else problem.code
    return worded(code, language, {"cell": problem.where or "", **problem.params})
