"""Words that must not be said or sent to a debtor, and what would make them true.

The words stand in ``resources/lexicon``; here is how they are looked for. A clerk's own words are read as a reader
would read them: full and half width, capitals, spaces and punctuation between characters make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from models.rules.money import parse_yuan

CONDITION = re.compile(r"(经|依据|根据)?生效(裁判|判决|裁定|文书)[^。；!?]{0,24}(仍)?(未|不|拒)|法院可")
"""A conditional and true warning: what a court may do once a judgment stands and is not obeyed (民诉法 266)."""

CONDITIONAL = "conditional_judgment"

_GAPS = re.compile(r"[\s\W_]+")
_SPACES = re.compile(r"[\s_]+")
_SUM = re.compile(
    r"(?:(?:¥|rmb|cny|人民币|usd|eur)\s*)(\d[\d,]*(?:\.\d+)?)\s*(万|亿)?"
    r"|(\d[\d,]*(?:\.\d+)?)\s*(万|亿)?\s*(?:元|圆|yuan|rmb|cny|usd|eur)"
)
_PERSON_NUMBER = re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{6}[\dxX](?!\d)")
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)")
_TIMES = {"万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Entry:
    """Words of one topic under a rule of the guard; allowed where one of the facts in ``unless`` is there."""

    rule: str
    topic: str
    words: tuple[str, ...]
    source: str
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    @cached_property
    def _chinese(self) -> re.Pattern[str] | None:
        parts = [re.escape(_squeezed(word)) for word in self.words if not word.isascii()]
        return _any_of([*parts, *self.patterns])

    @cached_property
    def _english(self) -> re.Pattern[str] | None:
        return _any_of([rf"\b{re.escape(word.lower())}\b" for word in self.words if word.isascii()])

    def first_in(self, text: str) -> str | None:
        """The first of its words in a text, None where there is none."""
        plain = _SPACES.sub(" ", _folded(text))
        for pattern, read in ((self._chinese, _squeezed(text)), (self._english, plain)):
            found = pattern.search(read) if pattern else None
            if found:
                return found.group()
        return None


@dataclass(frozen=True)
class Hit:
    """A word that must not stand there."""

    rule: str
    topic: str
    word: str


def hits(text: str, entries: Iterable[Entry], facts: Collection[str] = ()) -> tuple[Hit, ...]:
    """What of a text must not stand, in the order of the entries; one hit of each entry."""
    true = {*facts, CONDITIONAL} if CONDITION.search(text) else set(facts)
    found = ((entry, entry.first_in(text)) for entry in entries if not true.intersection(entry.unless))
    return tuple(Hit(entry.rule, entry.topic, word) for entry, word in found if word)


def sums_in(text: str) -> tuple[int, ...]:
    """Fen of every sum of money named in a text: ``¥186,400.00``, ``18.64 万元``; what is no sum is left out."""
    found = []
    for match in _SUM.finditer(_folded(text)):
        figure, times = match[1] or match[3], _TIMES.get(match[2] or match[4] or "", 1)
        try:
            found.append(_fen(figure, times))
        except ValueError:
            continue
    return tuple(found)


def bare_numbers(text: str, own: Collection[str] = ()) -> tuple[str, ...]:
    """Numbers of identity papers and bank cards in a text that are not the creditor's ``own`` account."""
    ours = {_GAPS.sub("", number) for number in own}
    found = [match.group() for match in _PERSON_NUMBER.finditer(text)]
    found += [match.group() for match in _CARD.finditer(text)]
    return tuple(dict.fromkeys(number for number in found if _GAPS.sub("", number) not in ours))


def _fen(figure: str, times: int) -> int:
    """``18.64`` and ten thousand: 18,640,000 fen, exactly."""
    whole, _, part = figure.replace(",", "").partition(".")
    if times == 1:
        return parse_yuan(f"{whole}.{part[:2]}" if part else whole)
    scale: int = 10 ** len(part)
    return int(whole + part) * times * 100 // scale


def _any_of(parts: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(parts)) if parts else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _squeezed(text: str) -> str:
    """Without anything that is no letter and no figure, so that a gap between characters hides nothing."""
    return _GAPS.sub("", _folded(text))
