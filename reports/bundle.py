"""A claim's evidence as one PDF: cover, list, every document as pages, interest, hashes; one count through the whole.

The number stamped on a page, the number in the list and the page of the file are the same, so that what the list says
is found by the reader of the paper and of the screen alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from models.rules.exhibits import BoundExhibit, Bundle, BundleFacts, ExhibitFacts
from models.rules.problems import refuse_if
from reports import values as say
from reports.binding import Entry, Placement, bind
from reports.blocks import Lines, kept, ragged, spaced, title
from reports.checks import missing_glyphs, on_one_line
from reports.evidence_list import (
    ListedBundle,
    Range,
    cover_strips,
    hash_strips,
    list_strips,
)
from reports.faces import CHAINS, glyph
from reports.flow import Strip, paginate
from reports.furniture import draw_folio
from reports.ink import Paper
from reports.inline import Text
from reports.interest import interest_notes, interest_table
from reports.leaves import Leaf, Leaves, drawable, leaves_of
from reports.style import A4, FOLIO, MEASURE, MM, SIDE, Language, body
from reports.wording import Value, wording

Watch = Callable[[int, int], object]
"""Called with (done, of all); what it raises stops the work."""

_TOP = 26 * MM
_UNKNOWN = (888, 888)
"""A range as wide as any, while the pages are still being counted."""


@dataclass(frozen=True)
class _Pages:
    """Margins of our own pages; what stands around the text is drawn by the bundle."""

    def top(self, _page: int) -> float:
        return _TOP

    @property
    def bottom(self) -> float:
        return A4[1] - 22 * MM

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Nothing of its own."""


def bundle(facts: BundleFacts, language: Language, on_screen: bool, watch: Watch, into: Path) -> Bundle:
    """Write the bundle of these facts to ``into``. The same facts over the same files give the same bytes.

    ``watch`` is called while documents are read, drawn and bound. Raises OSError where a file cannot be read, Refused
    where a party's name holds a character no font can draw.
    """
    steps = 4 * len(facts.exhibits)
    for chain in CHAINS:
        watch(0, steps)
        glyph(chain, "0")  # reading a font for the first time takes as long as many pages
    facts = _sound(facts)
    opened = []
    for done, exhibit in enumerate(facts.exhibits):
        opened.append(leaves_of(exhibit, language, partial(watch, done, steps)))
    binding = _Binding(facts, language, on_screen, opened, partial(watch, len(opened), steps))
    return binding.bound(watch, into)


def _sound(facts: BundleFacts) -> BundleFacts:
    """Parties and claim on one line each and drawable; documents and transcripts stay as they are."""
    bare: Any = replace(facts, exhibits=(), interest=None)
    named: Any = on_one_line(bare)
    refuse_if(missing_glyphs(named))
    return replace(
        facts, **{name: getattr(named, name) for name in ("creditor", "debtor", "opponents", "item")}
    )


class _Binding:
    """The parts of a bundle on their pages."""

    def __init__(
        self,
        facts: BundleFacts,
        language: Language,
        on_screen: bool,
        opened: Sequence[Leaves],
        beat: Callable[[], object],
    ) -> None:
        self.facts, self.language, self.opened = facts, language, opened
        self.words = wording("bundle", language)
        interest = _set(_interest_strips(facts, language))
        blank = dict.fromkeys((each.number for each in facts.exhibits), _UNKNOWN)
        listed = ListedBundle(facts, language, on_screen, blank, _UNKNOWN if interest else None, _UNKNOWN[0])
        beat()
        first = 1 + len(_set(cover_strips(listed))) + len(_set(list_strips(listed)))
        ranges, at = self._ranges(first)
        span = (at, at + len(interest) - 1) if interest else None
        after = at + len(interest)
        total = after - 1 + len(_set(hash_strips(listed)))
        beat()
        self.listed = replace(listed, ranges=ranges, interest=span, pages=total)
        self.cover, self.list = _set(cover_strips(self.listed)), _set(list_strips(self.listed))
        self.interest, self.hashes = interest, _set(hash_strips(self.listed))
        self.first, self.after = first, after

    def _ranges(self, first: int) -> tuple[dict[int, Range], int]:
        """The pages of every document, and the page after the last."""
        ranges, at = {}, first
        for exhibit, leaves in zip(self.facts.exhibits, self.opened, strict=True):
            ranges[exhibit.number] = (at, at + len(leaves.pages) - 1)
            at += len(leaves.pages)
        return ranges, at

    def bound(self, watch: Watch, into: Path) -> Bundle:
        """Everything drawn and bound."""
        total = self.listed.pages
        base, placements = self._drawn(watch, total)
        told = {"/Title": self._title(), "/Author": self.facts.creditor.name}
        bind(
            base,
            placements,
            self._outline(),
            told,
            into,
            lambda share: watch(int((2 + 2 * share) * total), 4 * total),
        )
        return Bundle(
            tuple(map(self._bound, self.facts.exhibits)), total, self.listed.interest, self._not_shown()
        )

    def _drawn(self, watch: Watch, total: int) -> tuple[bytes, list[Placement]]:
        """Every page with all that is our own on it, and what has to be put under."""
        paper = Paper(A4, self._title(), self.facts.creditor.name)
        for number, strips in enumerate([*self.cover, *self.list], 1):
            watch(total + number, 4 * total)
            self._own_page(paper, strips, number)
        placements = self._documents(paper, watch, total)
        for number, strips in enumerate([*self.interest, *self.hashes], self.after - len(self.interest)):
            watch(total + number, 4 * total)
            self._own_page(paper, strips, number)
        return paper.finish(lambda: watch(2 * total, 4 * total)), placements

    def _title(self) -> str:
        return f"{self.words.text('cover')} {drawable(self.facts.debtor.name)}"

    def _bound(self, exhibit: ExhibitFacts) -> BoundExhibit:
        first, last = self.listed.ranges[exhibit.number]
        return BoundExhibit(exhibit.number, exhibit.title, first, last, exhibit.sha256)

    def _not_shown(self) -> tuple[int, ...]:
        pairs = zip(self.facts.exhibits, self.opened, strict=True)
        return tuple(exhibit.number for exhibit, leaves in pairs if not leaves.shown)

    def _own_page(self, paper: Paper, strips: Sequence[Strip], number: int) -> None:
        paper.turn(A4)
        y = _TOP
        for place, strip in enumerate(strips):
            y += strip.above if place else 0.0
            strip.draw(paper, SIDE, y)
            y += strip.height
        if strips and strips[-1].foot is not None and number < self.first - 1:
            strips[-1].foot.draw(paper, SIDE, y)
        draw_folio(paper, number, self.listed.pages, self.language)
        paper.new_page()

    def _documents(self, paper: Paper, watch: Watch, total: int) -> list[Placement]:
        """Draw the pages of all documents; returns what has to be put under them."""
        placements: list[Placement] = []
        number = self.first
        for exhibit, leaves in zip(self.facts.exhibits, self.opened, strict=True):
            for leaf in leaves.pages:
                watch(total + number, 4 * total)
                self._document_page(paper, exhibit, leaf, number)
                if leaf.source is not None and leaf.area is not None:
                    placements.append(Placement(number - 1, leaf.source, leaf.area))
                number += 1
        return placements

    def _document_page(self, paper: Paper, exhibit: ExhibitFacts, leaf: Leaf, number: int) -> None:
        paper.turn(leaf.size)
        if leaf.draw:
            leaf.draw(paper)
        stamp = self.words.text("exhibit", {"number": str(exhibit.number)})
        paper.text(paper.width - 9 * MM, 7.6 * MM, stamp, FOLIO, "right")
        draw_folio(paper, number, self.listed.pages, self.language, at_mm=6.6)
        paper.new_page()

    def _outline(self) -> list[Entry]:
        words, exhibits = self.words, self.facts.exhibits
        documents = [
            Entry(f"{each.number} {drawable(each.title)}", self.listed.ranges[each.number][0] - 1)
            for each in exhibits
        ]
        groups: dict[str, list[Entry]] = {}
        for each, entry in zip(exhibits, documents, strict=True):
            groups.setdefault(each.group, []).append(entry)
        entries = [Entry(words.text("cover"), 0), Entry(words.text("title"), len(self.cover))]
        entries += [
            Entry(self.listed.named("fact", group), below[0].page, below) for group, below in groups.items()
        ]
        if self.listed.interest:
            entries.append(Entry(words.text("interest_title"), self.listed.interest[0] - 1))
        return [*entries, Entry(words.text("hashes_title"), self.after - 1)]


def _set(strips: list[Strip]) -> list[list[Strip]]:
    return paginate(strips, _Pages()) if strips else []


def _interest_strips(facts: BundleFacts, language: Language) -> list[Strip]:
    """The reckoning of the interest; nothing where none is claimed."""
    letter = facts.interest
    found = letter.interest if letter else None
    if letter is None or found is None:
        return []
    words = wording("interest", language)
    values: dict[str, Value] = {"currency": say.unit(facts.currency, language)}
    text = body(language, 18.0)
    named = " · ".join(part for part in (facts.item.contract, facts.item.number) if part)
    subject = (
        Lines(ragged((Text(drawable(named), name=True),), text.look, language, MEASURE), 19)
        if named
        else None
    )
    return [
        title(words.text("title"), text, MEASURE),
        *(kept(subject.strips(MEASURE, "center")) if subject else ()),
        *spaced(interest_table(found, words, values, language), 6.0),
        *interest_notes(found, letter, language),
    ]
