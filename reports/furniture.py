"""What stands around the text: letterhead, running head, folio, fold ticks, the half ring of a straddling seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from models.rules.facts import CreditorFacts
from reports.blocks import Lines, baseline, ragged
from reports.ink import Inked, Paper, ink
from reports.inline import Text
from reports.style import (
    A4,
    BOTTOM,
    FOLIO,
    GREY,
    MEASURE,
    MM,
    PALE,
    RUNNING,
    SEAL,
    SIDE,
    TOP,
    TOP_UNDER_LETTERHEAD,
    Language,
    Look,
)
from reports.wording import wording

_NAME = Look("serif-bold", 15.5)
_LATIN_NAME = Look("serif", 7.6, GREY)
_BLOCK = Look("sans", 7.4, GREY)
_RULE_AT = 24.6 * MM
_TICKS_AT = (99 * MM, 198 * MM)
_LOGO = (28 * MM, 12 * MM)
_CODE_ACROSS, _CODE_FOOT = 14 * MM, 22 * MM
"""Width of the square code and its upper edge from the foot of the sheet."""
_STRADDLE_AT = 148 * MM
_FOLIO_AT = 13 * MM


class Letterhead:
    """The sender's name on the left, address, telephone and code on the right, a rule under both."""

    def __init__(self, creditor: CreditorFacts, language: Language, logo: bytes | None = None) -> None:
        """Set the lines; a long name gets smaller, then wraps. ``logo``: a picture before the name."""
        self._logo = logo
        name_width = MEASURE * 0.6 - (_LOGO[0] if logo else 0.0)
        look = _NAME
        while (
            look.size > 10 and sum(i.glyph.width for i in ink(creditor.name, look)) * look.size > name_width
        ):
            look = look.at(look.size - 0.5)
        self._name = Lines(
            ragged((Text(creditor.name, name=True),), look, "zh_CN", name_width), look.size * 1.3
        )
        self._latin = Lines(self._spaced(creditor.latin_name, name_width), 10.0)
        self._block = Lines(self._facts(creditor, language), 11.6)
        deep = 10.6 * MM + max(self._name.height + self._latin.height, self._block.height)
        self.rule_at = max(_RULE_AT, deep + 2)
        self.top = self.rule_at + TOP_UNDER_LETTERHEAD - _RULE_AT

    def draw(self, paper: Paper) -> None:
        """Draw it at the head of a page."""
        y = self.rule_at - 2.2 * MM - self._latin.height - self._name.height
        left = SIDE
        if self._logo:
            left += paper.picture(SIDE, self.rule_at - 2.2 * MM - _LOGO[1], self._logo, _LOGO) + 3 * MM
        self._name.draw(paper, left, y)
        self._latin.draw(paper, left, y + self._name.height)
        self._block.draw(paper, A4[0] - SIDE, self.rule_at - 1.6 * MM - self._block.height, "right")
        paper.rule(SIDE, self.rule_at, MEASURE, 0.9)

    @staticmethod
    def _spaced(name: str | None, measure: float) -> list[Sequence[Inked]]:
        lines = ragged(name.upper(), _LATIN_NAME, "en", measure * 0.85) if name else []
        return [[item._replace(after=item.after + 0.7) for item in line] for line in lines]

    @staticmethod
    def _facts(creditor: CreditorFacts, language: Language) -> list[Sequence[Inked]]:
        words = wording("common", language)
        values = {
            "address": creditor.address,
            "postcode": creditor.postcode,
            "phone": creditor.phone,
            "uscc": creditor.uscc,
        }
        return [
            line
            for key in ("head_address", "head_phone", "head_uscc")
            for inlines in [words.inlines(key, values)]
            if inlines
            for line in ragged(inlines, _BLOCK, language, MEASURE * 0.38)
        ]


@lru_cache(maxsize=8)
def _letterhead(creditor: CreditorFacts, language: Language, logo: bytes | None) -> Letterhead:
    """The same for all letters of a batch."""
    return Letterhead(creditor, language, logo)


@dataclass
class LetterPages:
    """The pages of a document on upright A4.

    ``running`` is the right end of the running head, ``before_folio`` stands before the page count (of an annex),
    ``mailed`` adds the fold ticks, ``straddle`` the half ring (on screen only) at one height on every page;
    ``journal_head`` ties the paper to the journal as it stood when it was made. ``logo`` goes before the creditor's
    name; ``code``, where it is not empty, is set as a square code at the foot of the first page.
    """

    creditor: CreditorFacts
    language: Language
    running: str
    with_letterhead: bool = True
    before_folio: str = ""
    mailed: bool = True
    straddle: bool = False
    journal_head: str | None = None
    logo: bytes | None = None
    code: str = ""
    _letterhead: Letterhead = field(init=False)

    def __post_init__(self) -> None:
        """Set the letterhead once."""
        self._letterhead = _letterhead(self.creditor, self.language, self.logo)

    def top(self, page: int) -> float:
        """Under the letterhead on the first page."""
        return self._letterhead.top if page == 1 and self.with_letterhead else TOP

    @property
    def bottom(self) -> float:
        """The bottom margin, the same on all pages."""
        return A4[1] - BOTTOM

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Draw all that the page carries."""
        if page > 1:
            self._running_head(paper)
        elif self.with_letterhead:
            self._letterhead.draw(paper)
        draw_folio(paper, page, pages, self.language, self.before_folio)
        self._journal(paper)
        if self.code and page == 1:
            square_code(paper, SIDE, paper.height - _CODE_FOOT, self.code, _CODE_ACROSS)
        if self.mailed:
            for tick in _TICKS_AT:
                paper.rule(5 * MM, tick, 3 * MM, 0.3, "0.6 G")
        if self.straddle:
            self._half_ring(paper)

    def _journal(self, paper: Paper) -> None:
        words = wording("common", self.language).inlines("journal", {"journal": self.journal_head})
        if words:
            line = ragged(words, FOLIO.at(6.4), self.language, MEASURE)[0]
            paper.inked(A4[0] - SIDE, paper.height - _FOLIO_AT, line, "right")

    def _running_head(self, paper: Paper) -> None:
        lines = ragged(self.creditor.name, RUNNING, self.language, MEASURE * 0.48)
        paper.inked(SIDE, 21.3 * MM, lines[0])
        paper.inked(
            A4[0] - SIDE, 21.3 * MM, ragged(self.running, RUNNING, self.language, MEASURE)[0], "right"
        )
        paper.rule(SIDE, 22.8 * MM, MEASURE, 0.3, PALE)

    def _half_ring(self, paper: Paper) -> None:
        paper.ring(A4[0], _STRADDLE_AT, 42 * MM)
        look = Look("sans", 7, f"{SEAL} rg")
        for place, char in enumerate(wording("common", "zh_CN").text("straddling_seal")):
            paper.text(
                A4[0] - 5.5 * MM, _STRADDLE_AT - 16 + place * 13 + baseline(7, 7), char, look, "center"
            )


def draw_folio(
    paper: Paper, page: int, pages: int, language: Language, before: str = "", at_mm: float = 13
) -> None:
    """Page x of y in the middle of the bottom margin, also on a single page."""
    words = wording("common", language)
    text = words.text("folio", {"page": str(page), "pages": str(pages)})
    gap = "\u3000\u3000" if language == "zh_CN" else "    "
    whole = f"{before}{gap}{text}" if before else text
    for line in ragged(whole, FOLIO, language, paper.width)[:1]:
        paper.inked(paper.width / 2, paper.height - at_mm * MM, line, "center")


def square_code(paper: Paper, x: float, y: float, text: str, across: float) -> None:
    """A QR code of a text, ``across`` pt wide, its upper left corner at ``x``, ``y``; error correction M."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    side = across / count
    for row in range(count):
        start = None
        for column in range(count + 1):
            dark = column < count and code.isDark(row, column)
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                paper.area(x + start * side, y + row * side, (column - start) * side, side, "0 g")
                start = None
