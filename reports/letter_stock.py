"""The characters letters of one batch share, so that their subsets of fonts are made once.

A letter says little that the one before it did not: the wording of its kind, its sender, the marks of days and sums.
What is likeliest comes first, so that nearly every line is drawn with one subset.
"""

from __future__ import annotations

from functools import lru_cache

from models.rules.facts import CreditorFacts, LetterFacts
from models.rules.letter_kinds import LETTER_KINDS
from reports.checks import texts
from reports.embedding import Stock
from reports.faces import BODY_FONT, TABLE_FONTS, TITLE_FONT
from reports.letter_values import noun
from reports.style import Language
from reports.wording import characters, wording

_FIGURES = "".join(map(chr, range(0x20, 0x7F)))
_CAPITALS = "人民币零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整"
_MARKS = "年月日号第元贵司¥〔〕（），。：、　"
"""What the values of a Chinese letter say around their figures."""


def letter_stock(facts: LetterFacts, language: Language) -> Stock:
    """The stock of the batch a letter belongs to."""
    series = "".join(char for char in facts.number if not char.isdigit())
    return _stock(facts.kind, language, facts.creditor, noun(facts.claim_kind, language) + series)


@lru_cache(maxsize=20)
def _stock(kind: str, language: Language, sender: CreditorFacts, named: str) -> Stock:
    chinese = language == "zh_CN"
    said = named + "".join(text for _, text in texts(sender, ""))
    first = _FIGURES + (_MARKS if chinese else "")
    shared = first + said + characters(("common",), language) + (_CAPITALS if chinese else "")
    headed = first + said + wording(kind, language).text("title")
    running = first + characters((kind,), language) + said + characters(_beside(kind), language)
    return Stock(
        {BODY_FONT[language]: running, TITLE_FONT[language]: headed, **dict.fromkeys(TABLE_FONTS, shared)}
    )


def _beside(kind: str) -> tuple[str, ...]:
    """The wordings that letters of a kind use beside their own."""
    held = LETTER_KINDS[kind]
    also = ((held.slip, held.with_slip), ("law", held.cites_law), ("interest", held.interest == "always"))
    return ("letter", "common", *(name for name, there in also if there))
