"""Pass phrases: how one is read from the keyboard, which are too easily guessed, how long a guesser waits."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from itertools import pairwise

from models.rules.problems import Problem

LEAST = 8
"""Characters a pass phrase has at least (NIST SP 800-63B 5.1.1.2)."""

MOST = 256
"""Characters one has at most: nobody types more, and a file taken for a phrase is noticed."""

FREE_TRIES = 5
"""So many wrong phrases cost nothing but their time (trust.md: back-off after 5)."""

FIRST_WAIT_S = 30
LONGEST_WAIT_S = 3600

_FEWEST_KINDS = 4
_KNOWN = frozenset(
    ("password", "passw0rd", "qwertyui", "qwertyuiop", "1qaz2wsx", "q1w2e3r4", "woaini1314", "5201314")
)


def tidied(phrase: str) -> str:
    """The phrase in NFC, as it was typed otherwise: two keyboards must not make two phrases of one."""
    return unicodedata.normalize("NFC", phrase)


def weakness(phrase: str) -> Problem | None:
    """Why a new phrase is not taken: ``phrase_short``, ``phrase_long``, ``phrase_simple``; None where it is.

    What it is made of is left to its owner (NIST SP 800-63B 5.1.1.2: no rules of composition); refused is only what is
    tried first: one character over and over, a run along the alphabet or the digits, what everybody takes.
    """
    told = tidied(phrase)
    if len(told) < LEAST:
        return Problem("phrase_short", {"least": str(LEAST)}, "phrase")
    if len(told) > MOST:
        return Problem("phrase_long", {"most": str(MOST)}, "phrase")
    if len(set(told)) < _FEWEST_KINDS or _is_run(told) or told.lower() in _KNOWN:
        return Problem("phrase_simple", {}, "phrase")
    return None


def wait_after(wrong: int) -> int:
    """Seconds until the next try after so many wrong ones: 30 after the fifth, then twice as long, at most 3600."""
    if wrong < FREE_TRIES:
        return 0
    return int(min(FIRST_WAIT_S * 2 ** min(wrong - FREE_TRIES, 16), LONGEST_WAIT_S))


def wait_left(wrong: int, last: datetime, now: datetime) -> int:
    """Seconds that are left of it, rounded up; ``last`` is when the last wrong one was tried.

    A clock that stands before ``last`` was set back: nothing has passed.
    """
    left = timedelta(seconds=wait_after(wrong)) - max(now - last, timedelta())
    return max(0, -(-left // timedelta(seconds=1)))


def _is_run(told: str) -> bool:
    """Whether each character follows the one before it, upwards or downwards, all along."""
    steps = {ord(after) - ord(before) for before, after in pairwise(told)}
    return steps in ({1}, {-1})
