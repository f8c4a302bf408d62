"""Pinyin initials of a name, so that 恒锐 is found by ``hr``."""

from __future__ import annotations

import unicodedata
from functools import cache


def initials_of(name: str) -> str:
    """The first letter of every syllable; Latin letters and digits stand for themselves, all in lower case.

    Two characters that make a known word are read as that word: 重庆 is ``cq``, 重 alone ``z``.
    """
    letters = []
    at = 0
    while at < len(name):
        pair = _word(name[at : at + 2])
        letters.append(pair or _character(name[at]))
        at += 2 if pair else 1
    return "".join(letters)


@cache
def _word(pair: str) -> str:
    from pypinyin.constants import PHRASES_DICT  # 47,000 words: loaded with the first name

    readings = PHRASES_DICT.get(pair)
    return "".join(_plain(syllable[0]) for syllable in readings) if readings else ""


@cache
def _character(character: str) -> str:
    from pypinyin.constants import PINYIN_DICT

    reading = PINYIN_DICT.get(ord(character))
    if reading:
        return _plain(reading)
    return character.lower() if character.isalnum() else ""


def _plain(reading: str) -> str:
    """The first letter without its tone mark."""
    return unicodedata.normalize("NFD", reading)[0]
