"""What a user can mend: a code with its facts, worded elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong or doubtful, and where.

    ``code`` names its sentence in ``resources/i18n/messages.<lang>.toml``; ``params`` fill it.
    ``where`` is the cell (``G12``), the field, or the identifier it speaks of; None where the whole is meant.
    """

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    where: str | None = None


class Refused(Exception):
    """An act that was not done, with every reason found. Nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        """Collect the reasons, at least one."""
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems: tuple[Problem, ...] = problems


def of_system(error: OSError, place: str = "") -> Problem:
    """What the system refused: a place that cannot be written, a full disk, a file that has gone.

    ``place`` is named where the system names none.
    """
    why, named = error.strerror or type(error).__name__, str(error.filename or place)
    return (
        Problem("file_trouble", {"file": named, "why": why}, named)
        if named
        else Problem("disk_trouble", {"why": why})
    )


def refuse_if(problems: Iterable[Problem]) -> None:
    """Raise Refused when there is any problem."""
    found = tuple(problems)
    if found:
        raise Refused(*found)
