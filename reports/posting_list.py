"""交寄清单, landscape: what is handed in together, with room for the fees, two signatures and the date stamp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.rules.mails import MailFacts, PostingListFacts
from reports.blocks import Lines, baseline, ragged
from reports.flow import Section, Strip
from reports.furniture import draw_folio
from reports.ink import Inked, Paper
from reports.inline import Text
from reports.style import A4, GREY, MM, PALE, RUNNING, Language, Look
from reports.tables import Column, Layout, head_strip, rule_strip
from reports.wording import Value, Wording, wording

LANDSCAPE = (A4[1], A4[0])
_LEFT = 25 * MM
_RIGHT = 18 * MM
_WIDTH = LANDSCAPE[0] - _LEFT - _RIGHT
_ROW = 8.2 * MM
_LEADING = 9.6
_TABLE = Look("sans", 8.3)
_SMALL = Look("sans", 7.6, GREY)
_BODY = Look("serif", 10.5)
_STAMP = (74 * MM, 27 * MM)


@dataclass(frozen=True)
class PostingList:
    """A list about to be set."""

    facts: PostingListFacts
    language: Language

    @property
    def words(self) -> Wording:
        """Its words."""
        return wording("post", self.language)

    def line(self, key: str, look: Look, width: float = _WIDTH, **more: Value) -> Sequence[Inked]:
        """A sentence as one line of glyphs."""
        found = ragged(self.words.inlines(key, self._values(**more)), look, self.language, width)
        return found[0] if found else ()

    def _values(self, **more: Value) -> dict[str, Value]:
        facts = self.facts
        return {
            "creditor": (Text(facts.sender, name=True),),
            "made_on": (Text(facts.on.isoformat(), whole=True),),
            "number": facts.batch,
            "count": str(len(facts.mails)),
            **more,
        }


@dataclass(frozen=True)
class ListPages:
    """Page x of y; from the second page on what list it is."""

    listed: PostingList

    def top(self, page: int) -> float:
        """From the top edge."""
        return 17 * MM if page == 1 else 22 * MM

    @property
    def bottom(self) -> float:
        """Above the folio."""
        return LANDSCAPE[1] - 18 * MM

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Draw them."""
        if page > 1:
            paper.inked(_LEFT, 17 * MM, self.listed.line("sender", RUNNING, _WIDTH * 0.6))
            batch = self.listed.line("batch", RUNNING)
            paper.inked(_LEFT + _WIDTH, 17 * MM, batch, "right")
        draw_folio(paper, page, pages, self.listed.language, at_mm=10)


def posting_list_section(facts: PostingListFacts, language: Language) -> Section:
    """The list on as many pages as it takes; count and signatures stay with its last two rows."""
    listed = PostingList(facts, language)
    return Section(
        [_title(listed), _head_line(listed), *_table(listed), _signatures(listed)], ListPages(listed), _LEFT
    )


def _title(listed: PostingList) -> Strip:
    family = "latin" if listed.language == "en" else "serif"

    def draw(paper: Paper, x: float, y: float) -> None:
        look = Look(f"{family}-bold", 21)
        paper.text(x + _WIDTH / 2, y + baseline(30, 21), listed.words.text("title"), look, "center")

    return Strip(38, draw, keep=True)


def _head_line(listed: PostingList) -> Strip:
    sender = listed.line("sender", _BODY, _WIDTH * 0.42)
    kind = listed.line(f"kind_{listed.facts.carrier}", _BODY)
    batch = listed.line("batch", _BODY)

    def draw(paper: Paper, x: float, y: float) -> None:
        at = y + baseline(20, 10.5)
        paper.inked(x, at, sender)
        paper.inked(x + _WIDTH * 0.52, at, kind, "center")
        paper.inked(x + _WIDTH, at, batch, "right")

    return Strip(26, draw, keep=True)


def _table(listed: PostingList) -> list[Strip]:
    words, mails = listed.words, listed.facts.mails
    numbers = [str(place) for place in range(1, len(mails) + 1)]
    columns = [
        Column(words.text("head.place"), True, numbers),
        Column(words.text("head.waybill"), cells=[mail.waybill or "" for mail in mails]),
        Column(words.text("head.to"), cells=[mail.to.name for mail in mails]),
        Column(words.text("head.address"), cells=[mail.to.address or "" for mail in mails]),
        Column(words.text("head.content"), cells=[mail.content for mail in mails]),
        Column(words.text("head.fee"), True, ["\u3000\u3000\u3000" for _ in mails]),
        Column(words.text("head.letter"), cells=[_short(mail.number) for mail in mails]),
    ]
    rows = list(zip(*(column.cells for column in columns), strict=True))
    layout = Layout(columns, rows, [""] * len(columns), _WIDTH, _TABLE)
    head, foot = head_strip(layout), rule_strip(_WIDTH, 0.9)
    strips = [_row(listed, layout, row, mail) for row, mail in zip(rows, mails, strict=True)]
    for place, strip in enumerate(strips):
        strip.head, strip.foot = head, foot
        strip.keep = place == 0 or place >= len(strips) - 2
    return [head, *strips, _total(listed)]


def _short(number: str) -> str:
    """The running part of a letter's number; the list's own year and firm stand above."""
    return number.rpartition("〕")[2]


def _row(listed: PostingList, layout: Layout, texts: Sequence[str], mail: MailFacts) -> Strip:
    """A row; under the addressee stands the person, under the address the postcode."""
    cells = layout.cells(texts, layout.look, listed.language)
    person = mail.to.person if mail.to.person != mail.to.name else None
    attention = listed.words.text("attention", {"person": person})
    under = {2: attention, 3: mail.to.postcode or ""}
    stacked = [
        Lines([*cell.lines, *ragged(under[place], _SMALL, listed.language, _WIDTH)], _LEADING)
        if under.get(place)
        else Lines(cell.lines, _LEADING)
        for place, cell in enumerate(cells)
    ]
    tall = max(_ROW, max(cell.height for cell in stacked) + 4)

    def draw(paper: Paper, x: float, y: float) -> None:
        for place, cell in enumerate(stacked):
            align = "right" if layout.columns[place].figures else "left"
            cell.draw(paper, x + layout.edge(place), y + (tall - cell.height) / 2, align)
        paper.rule(x, y + tall, _WIDTH, 0.3, PALE)

    return Strip(tall, draw)


def _total(listed: PostingList) -> Strip:
    line = listed.line("total", _TABLE.bold())

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, _WIDTH, 0.6)
        paper.inked(x + 4, y + baseline(15, 8.3), line)
        paper.rule(x, y + 15, _WIDTH, 0.9)

    return Strip(15, draw, keep=True)


def _signatures(listed: PostingList) -> Strip:
    """Who hands in, who takes, and the place of the date stamp."""
    words = listed.words
    sans = "latin" if listed.language == "en" else "serif"
    look = Look(sans, 10.5)

    def draw(paper: Paper, x: float, y: float) -> None:
        first, second = y + baseline(20, 10.5), y + 22 + baseline(20, 10.5)
        for at, key, under in ((0.0, "clerk", "clerk_date"), (0.355, "counter", "received")):
            left = x + at * _WIDTH
            wide = paper.text(left, first, words.text(key), look)
            paper.rule(left + wide + 3, first + 2, 36 * MM, 0.45)
            paper.text(left, second, words.text(under), look)
        _stamp_place(paper, x + _WIDTH - _STAMP[0], y, words.text("stamp"))

    return Strip(_STAMP[1] + 2, draw, above=14)


def _stamp_place(paper: Paper, x: float, y: float, label: str) -> None:
    for top in (y, y + _STAMP[1]):
        paper.rule(x, top, _STAMP[0], 0.3, PALE)
    for left in (x, x + _STAMP[0]):
        paper.upright(left, y, _STAMP[1], 0.3, PALE)
    paper.text(x + _STAMP[0] / 2, y + _STAMP[1] - 6, label, _SMALL.at(7), "center")
