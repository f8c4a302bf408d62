"""Pinyin initials of a name, so that 恒锐 is found by ``hr``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

PINYIN = Path(__file__).resolve().parents[2] / "resources" / "pinyin"


def initials_of(name: str) -> str:
    """The first letter of every syllable; Latin letters and digits stand for themselves, all in lower case.

    Two characters that make a word read otherwise are read as that word: 重庆 is ``cq``, 重 alone ``z``.
    """
    table, words, begins = _letters(), _words(), _beginnings()
    if begins.isdisjoint(name):
        return name.translate(table)
    found = []
    at = 0
    while at < len(name):
        pair = words.get(name[at : at + 2])
        found.append(pair or name[at].translate(table))
        at += 2 if pair else 1
    return "".join(found)


class _Letters(dict[int, str]):
    """What stands for each character; one that is no Chinese character stands for itself, or for nothing."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character.lower() if character.isalnum() else ""
        return self[code]


@cache
def _letters() -> _Letters:
    lines = (PINYIN / "characters.txt").read_text("utf-8").splitlines()
    return _Letters((ord(character), line[0]) for line in lines for character in line[2:])


@cache
def _words() -> Mapping[str, str]:
    return dict(line.split() for line in (PINYIN / "words.txt").read_text("utf-8").splitlines())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[0] for word in _words())
