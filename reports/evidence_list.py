"""Cover and evidence list 证据目录 of a bundle (证据规定 19), and the list of its hashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from models.rules.exhibits import BundleFacts, ExhibitFacts
from reports import values as say
from reports.blocks import Lines, baseline, kept, ragged, seal_place, spaced, title
from reports.flow import Strip
from reports.ink import Paper, advance, ink
from reports.inline import Blank, Text, blank_date
from reports.leaves import drawable, in_groups
from reports.style import GREY, MEASURE, MM, PALE, TABLE, Body, Language, Look, body
from reports.tables import Column, Layout, head_strip, row_strip, rule_strip
from reports.wording import Value, Wording, wording

Range = tuple[int, int]
"""First and last page, counted from 1 through the whole bundle, inclusive."""

_Told = tuple[str, Text | None]
_BAND = "0.952 0.958 0.966 rg"
_INTEREST = "interest"


@dataclass(frozen=True)
class ListedBundle:
    """A bundle whose pages are known: ``ranges`` by exhibit number, ``interest`` where there is a table of it."""

    facts: BundleFacts
    language: Language
    on_screen: bool
    ranges: dict[int, Range]
    interest: Range | None
    pages: int

    @cached_property
    def words(self) -> Wording:
        """Its words."""
        return wording("bundle", self.language)

    @cached_property
    def text(self) -> Body:
        """Its running text."""
        return body(self.language, 18.0)

    @property
    def count(self) -> int:
        """How many documents the list has."""
        return len(self.facts.exhibits) + (self.interest is not None)

    def values(self) -> dict[str, Value]:
        """What its sentences may name."""
        facts = self.facts
        stated = facts.interest.interest if facts.interest else None
        return {
            "count": str(self.count),
            "pages": str(self.pages),
            "copies": str(facts.copies),
            "several": str(len(facts.opponents)),
            "as_of": facts.made_on.isoformat(),
            "figures": say.figures(stated.total_fen, facts.currency, self.language) if stated else None,
        }

    def named(self, group: str, code: str | None) -> str:
        """The word for a code; nothing for none."""
        key = f"{group}.{code}"
        return self.words.text(key) if code and key in self.words else code or ""


def cover_strips(listed: ListedBundle) -> list[Strip]:
    """Cause, case number, parties, how much, for whom, when; the seal's place."""
    look = listed.text.look
    day = ragged(say.day(listed.facts.made_on, listed.language), look, listed.language, MEASURE)[0]
    head = title(listed.words.text("cover"), listed.text, MEASURE, 60)
    head.above = 0.0
    space = Strip(110, _nothing)
    rows = [_cover_row(listed, label, value) for label, value in _cover_told(listed)]

    def seal(paper: Paper, x: float, y: float) -> None:
        seal_place(
            paper,
            x + MEASURE * 0.72,
            y + 70,
            wording("common", listed.language).text("seal_here"),
            listed.on_screen,
        )
        paper.text(x + MEASURE * 0.72, y + 62, listed.facts.creditor.name, look, "center")
        paper.inked(x + MEASURE * 0.72, y + 84, day, "center")

    return [space, head, Strip(60, _nothing), *rows, Strip(150, seal, above=90)]


def _nothing(_paper: Paper, _x: float, _y: float) -> None:
    """White."""


def _cover_told(listed: ListedBundle) -> list[_Told]:
    """Names to the character; where nothing is known, a line to write on."""
    facts, words, values = listed.facts, listed.words, listed.values()
    others = ("、" if listed.language == "zh_CN" else ", ").join(facts.opponents)
    return [
        (words.text("cause_label"), Text(listed.named("cause", facts.item.kind))),
        (words.text("number_label"), Text(facts.case_number, name=True) if facts.case_number else None),
        (words.text("party_label"), Text(facts.creditor.name, name=True)),
        (words.text("debtor_label"), Text(others, name=True)),
        (words.text("count_label"), Text(words.text("count", values))),
        (words.text("copies_label"), Text(words.text("copies", values))),
        (words.text("day_label"), Text(say.day(facts.made_on, listed.language))),
    ]


def _cover_row(listed: ListedBundle, label: str, value: Text | None) -> Strip:
    look, left = listed.text.look.at(14), (42 if listed.language == "zh_CN" else 50) * MM
    inlines = (value or Blank(70 * MM),)
    lines = Lines(ragged(inlines, look, listed.language, MEASURE - left - 8 * MM), 22)

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.text(x + 12 * MM, y + baseline(22, look.size), label, look.grey())
        lines.draw(paper, x + left, y)

    return Strip(lines.height + 10, draw)


def list_strips(listed: ListedBundle) -> list[Strip]:
    """Title, who against whom, the documents by what they prove, the statement on originals, the signing places."""
    note = ragged(
        listed.words.text("original"), Look(_family(listed.language), 8.4, GREY), listed.language, MEASURE
    )
    return [
        title(listed.words.text("title"), listed.text, MEASURE),
        *spaced(_parties(listed), 6.0),
        *spaced(_rows(listed), 8.0),
        *spaced(kept(Lines(note, 12).strips(MEASURE)), 6.0),
        _signing(listed),
    ]


def _family(language: Language) -> str:
    return "latin" if language == "en" else "serif"


def _parties(listed: ListedBundle) -> list[Strip]:
    """Two columns of labelled facts; the case number is left to be written where none is known."""
    told = _cover_told(listed)
    pairs = [(told[0], told[1]), (told[2], told[3]), (told[4], told[5])]
    return kept([_pair(listed, left, right) for left, right in pairs])


def _pair(listed: ListedBundle, left: _Told, right: _Told) -> Strip:
    look, half = listed.text.look.at(10.5), MEASURE * 0.52
    cells = []
    for at, (label, value) in ((0.0, left), (half, right)):
        indent = (23 if listed.language == "zh_CN" else 27) * MM
        inlines = (value or Blank(40 * MM),)
        cells.append(
            (at, label, indent, Lines(ragged(inlines, look, listed.language, half - indent - 4), 16))
        )
    height = max(lines.height for *_, lines in cells)

    def draw(paper: Paper, x: float, y: float) -> None:
        for at, label, indent, lines in cells:
            paper.text(x + at, y + baseline(16, look.size), label, look.grey())
            lines.draw(paper, x + at + indent, y)

    return Strip(height + 2, draw)


def _rows(listed: ListedBundle) -> list[Strip]:
    """The table: a band for each fact to prove, its documents under it; a band never stands alone."""
    rows = [_cells(listed, each) for each in listed.facts.exhibits]
    if listed.interest:
        rows.append(_interest_cells(listed, listed.interest))
    names = ("number", "name", "copies", "pages", "origin", "form", "proves")
    columns = [
        Column(listed.words.text(f"columns.{name}"), figures=name in ("copies", "pages")) for name in names
    ]
    layout = Layout(columns, rows, [""] * len(names), MEASURE, TABLE)
    layout.widths = _court_widths(layout.natural)
    groups = [each.group for each in listed.facts.exhibits] + ([_INTEREST] if listed.interest else [])
    strips: list[Strip] = []
    numbered = enumerate(groupby(zip(groups, rows, strict=True), key=lambda pair: pair[0]), 1)
    for number, (group, members) in numbered:
        strips.append(_band(listed, number, group))
        strips += [row_strip(layout, row, listed.language, 6.6 * MM) for _, row in members]
    head, foot = head_strip(layout), rule_strip(MEASURE, 0.9)
    for strip in strips:
        strip.head, strip.foot = head, foot
    strips[-1].keep = True
    return [head, *strips, foot]


def _court_widths(natural: Sequence[float]) -> list[float]:
    """As a court wants them: the two columns that hold sentences take what the short ones leave."""
    short = [min(width, 62.0) for width in natural]
    for place, more in ((0, 2.0), (3, 8.0), (4, 8.0), (5, 6.0)):
        short[place] += more
    left = MEASURE - sum(short[place] for place in (0, 2, 3, 4, 5))
    return [short[0], left * 0.46, short[2], short[3], short[4], short[5], left * 0.54]


def _cells(listed: ListedBundle, exhibit: ExhibitFacts) -> list[str]:
    first, last = listed.ranges[exhibit.number]
    return [
        str(exhibit.number),
        drawable(exhibit.title),
        str(exhibit.copies),
        _pages(first, last),
        listed.named("origin", exhibit.origin),
        listed.named("form", exhibit.form),
        drawable(exhibit.proves) if exhibit.proves else listed.named("proves", exhibit.group),
    ]


def _interest_cells(listed: ListedBundle, pages: Range) -> list[str]:
    return [
        str(len(listed.facts.exhibits) + 1),
        listed.words.text("interest_title"),
        "1",
        _pages(*pages),
        listed.words.text("made_by_us"),
        listed.named("form", "original"),
        listed.words.text("interest_proves", listed.values()),
    ]


def _pages(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _band(listed: ListedBundle, number: int, group: str) -> Strip:
    named = say.numeral(number) if listed.language == "zh_CN" else str(number)
    values: dict[str, Value] = {"number": named, "heading": listed.named("fact", group)}
    words, look = listed.words.text("group", values), TABLE.bold()

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.area(x, y, MEASURE, 18.4, _BAND)
        paper.text(x + 3, y + baseline(18.4, look.size), words, look)
        paper.rule(x, y + 18.4, MEASURE, 0.3, PALE)

    return Strip(18.4, draw, keep=True)


def _signing(listed: ListedBundle) -> Strip:
    """The receiver's lines on the left, the submitting party with its seal on the right; one piece."""
    look, language = listed.text.look.at(10.5), listed.language
    date = blank_date((12, 8, 8)) if language == "zh_CN" else blank_date((8, 8, 12), ("/", "/", ""))
    receiver = [
        (listed.words.text("receiver"), (Blank(38 * MM),)),
        (listed.words.text("received_on"), date),
        (listed.words.text("received_count"), (Blank(30 * MM),)),
    ]
    submitted = listed.words.text("submitted")
    seal = wording("common", language).text("seal_here")

    def draw(paper: Paper, x: float, y: float) -> None:
        for place, (label, blank) in enumerate(receiver):
            top = y + 18 + place * 24
            wide = advance(ink(label, look))
            paper.text(x, top, label, look)
            paper.inked(x + wide, top, ragged(blank, look, language, MEASURE)[0])
        paper.text(x + MEASURE * 0.46, y + 52, submitted, look)
        paper.inked(x + MEASURE * 0.46, y + 76, ragged(date, look, language, MEASURE)[0])
        seal_place(paper, x + MEASURE * 0.83, y + 64, seal, listed.on_screen)
        name = ragged((Text(listed.facts.creditor.name, name=True),), look, language, MEASURE * 0.32)
        for place, line in enumerate(name):
            paper.inked(x + MEASURE * 0.83, y + 64 + place * 16, line, "center")

    return Strip(128, draw, above=8)


def hash_strips(listed: ListedBundle) -> list[Strip]:
    """Every file with its size and its SHA-256."""
    words, text = listed.words, listed.text
    columns = [
        Column(words.text("columns.number")),
        Column(words.text("columns.name")),
        Column(words.text("columns.bytes"), figures=True),
        Column(words.text("columns.sha256")),
    ]
    rows = [
        [str(each.number), drawable(each.name), f"{each.bytes:,}", in_groups(each.sha256)]
        for each in listed.facts.exhibits
    ]
    layout = Layout(columns, rows, [""] * 4, MEASURE, TABLE.at(7.4))
    layout.widths = _hash_widths(layout)
    strips = [row_strip(layout, row, listed.language, 6.0 * MM) for row in rows]
    head, foot = head_strip(layout), rule_strip(MEASURE, 0.9)
    for strip in strips:
        strip.head, strip.foot = head, foot
    if strips:
        strips[-1].keep = True
    look = Look(_family(listed.language), 8.4, GREY)
    note = Lines(ragged(words.text("hashes_note"), look, listed.language, MEASURE), 12).strips(MEASURE)
    return [title(words.text("hashes_title"), text, MEASURE, 34), head, *strips, foot, *spaced(note, 5.0)]


def _hash_widths(layout: Layout) -> list[float]:
    """A hash on two lines, the name in what is left."""
    digest = advance(ink(in_groups("8" * 32) + " ", layout.look)) + 8
    size = max(layout.natural[2], 40.0)
    return [26.0, layout.measure - 26.0 - size - digest, size, digest]
