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
from reports.wording import bold, characters

_FIGURES = "".join(map(chr, range(0x20, 0x7F)))
_MARKS = "年月日号第元贵司我双方您¥〔〕（），。：、　"
_CAPITALS = "人民币零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整"
_DEADLINE = "含当星期一二三四五六"
_ARTICLES = "七八九十百千零□"
"""What the values of a Chinese letter say: around figures, as sums in words, as days to pay by, as law."""
_HEADINGS = ("title", "received_head", "promise_head", "agree_head", "differ_head")
_SMALL = ("before_folio", "received_note", "promise_note")
_COLUMNS = ("columns", "total")
"""Entries that are set in the font of titles, in the one of tables, in that one in bold."""


def letter_stock(facts: LetterFacts, language: Language) -> Stock:
    """The stock of the batch a letter belongs to."""
    series = "".join(char for char in facts.number if not char.isdigit())
    return _stock(facts.kind, language, facts.creditor, noun(facts.claim_kind, language) + series)


@lru_cache(maxsize=20)
def _stock(kind: str, language: Language, sender: CreditorFacts, named: str) -> Stock:
    chinese, kinds = language == "zh_CN", (kind, *_beside(kind))
    said = named + "".join(text for _, text in texts(sender, ""))
    first = _FIGURES + (_MARKS if chinese else "")
    values = _CAPITALS + _DEADLINE if chinese else ""
    asks = LETTER_KINDS[kind].with_deadline or LETTER_KINDS[kind].with_slip
    stressed = values + bold(kinds, language) if asks else ""
    entries = (*_SMALL, "under") if LETTER_KINDS[kind].interest == "always" else _SMALL
    small = characters(("common",), language) + characters(kinds, language, entries)
    fonts = {
        BODY_FONT[language]: characters(kinds, language) + said + values + _ARTICLES,
        TITLE_FONT[language]: said + stressed + characters(kinds, language, _HEADINGS),
        TABLE_FONTS[0]: said + small + _CAPITALS,
        TABLE_FONTS[1]: characters(kinds, language, _COLUMNS) + _CAPITALS,
    }
    return Stock(
        {name: first + held for name, held in fonts.items()} | ({} if chinese else _in_chinese(said))
    )


def _in_chinese(said: str) -> dict[str, str]:
    """What an English letter says in Chinese: its sender and its number."""
    chinese = "".join(char for char in said if char > "\u2e7f")
    return {BODY_FONT["zh_CN"]: chinese, TITLE_FONT["zh_CN"]: chinese}


def _beside(kind: str) -> tuple[str, ...]:
    """The wordings that letters of a kind use beside their own."""
    held = LETTER_KINDS[kind]
    also = ((held.slip, held.with_slip), ("law", held.cites_law), ("interest", held.interest == "always"))
    return ("letter", "common", *(name for name, there in also if there))
