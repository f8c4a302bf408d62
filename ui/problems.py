"""The sentence for a problem, a reason or a step, in the user's language; the commands say the same.

No Qt here. They stand in ``resources/i18n/messages/<area>.<language>.toml``, flat: ``code = "text {param}"``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from models.rules.problems import Problem

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n" / "messages"
LANGUAGES = ("zh_CN", "en")


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every sentence of that language by its code. A code stands in one area only; a test says so."""
    found: dict[str, str] = {}
    for file in sorted(FOLDER.glob(f"*.{language}.toml")):
        found.update(tomllib.loads(file.read_text("utf-8")))
    return found


def worded(code: str, language: str, params: Mapping[str, str] | None = None) -> str:
    """The text behind ``code``, its ``{params}`` filled in as they are.

    A hole ``{what:work}`` is filled with a text of the catalogue: what stands under ``work_`` and the param's value.
    Raises KeyError for an unknown code.
    """
    values, texts = params or {}, catalogue(language)

    def fill(hole: re.Match[str]) -> str:
        value = str(values[hole[1]])
        return texts[f"{hole[2]}_{value}"] if hole[2] else value

    return re.sub(r"\{(\w+)(?::(\w+))?\}", fill, texts[code])


def sentence(problem: Problem, language: str) -> str:
    """What is wrong, in words: what happened, what is safe, what to do."""
    return worded(problem.code, language, problem.params)


def kept_sentence(problem: Problem, language: str) -> str:
    """The same for a problem kept in the books by any version of the program: a code no longer worded is told bare."""
    return sentence(problem, language) if problem.code in catalogue(language) else problem.code


def sentences(problems: Iterable[Problem], language: str) -> str:
    """Several problems, one a line, each said once."""
    return "\n".join(dict.fromkeys(sentence(problem, language) for problem in problems))
