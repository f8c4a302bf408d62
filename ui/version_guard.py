"""The one pair of Python and Qt that would end in the middle of the work. No Qt is loaded here.

PySide6 6.12.0 takes one reference too many from True and None on Python 3.11 and older: after some 500
signals the process is dead, without a word. See docs/decisions/0001-pyside-6-11.md.
"""

from __future__ import annotations

import sys
from importlib.metadata import version

from models.rules.problems import Problem
from ui.problems import LANGUAGES, sentence

DISTRIBUTION = "PySide6-Essentials"
DEADLY = "6.12.0"
FIRST_SAFE_PYTHON = (3, 12)
"""From 3.12 on True and None are immortal: nothing can be taken from them."""


def deadly_pair(python: tuple[int, int], pyside: str) -> Problem | None:
    """Why the window must not open with these two versions, None where it may."""
    if pyside != DEADLY or python >= FIRST_SAFE_PYTHON:
        return None
    return Problem("deadly_pair", {"pyside": pyside, "python": ".".join(map(str, python))})


def refusal() -> str | None:
    """Why the window must not open with what is installed here, in both languages; None where it may.

    The user's language is not known yet: it is told by the data folder, which is not open before the window.
    """
    problem = deadly_pair(sys.version_info[:2], version(DISTRIBUTION))
    if problem is None:
        return None
    return "\n".join(sentence(problem, language) for language in LANGUAGES)
