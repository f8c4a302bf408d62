"""A landscape report of a few small tables: its sentences, its headings, its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.rules.money import grouped
from reports.blocks import Lines, ragged, spaced
from reports.flow import Section, Strip
from reports.ink import Inked
from reports.inline import Inline
from reports.landscape import HEAD, SIDE, SUBTITLE, WIDTH, LandscapePages, heading_strip, title_strip
from reports.style import FOLIO, Language, Look
from reports.wording import Value, Wording

BODY = Look("sans", 8.3)
ROW_MM = 5.6
AFTER = "\u3000"
"""Room between figures and the text in the column after them."""
_HEADING = Look("sans-bold", 10.5)


@dataclass(frozen=True)
class Sheet:
    """A report about to be set; ``values`` are what each of its sentences may name."""

    words: Wording
    language: Language
    values: Mapping[str, Value]

    def inlines(self, key: str, **more: Value) -> tuple[Inline, ...]:
        """A sentence with its values and ``more``."""
        return self.words.inlines(key, {**self.values, **more})

    def say(self, key: str, **more: Value) -> str:
        """A sentence as characters."""
        return self.words.text(key, {**self.values, **more})

    def line(self, key: str, look: Look, **more: Value) -> Sequence[Inked]:
        """A sentence as one line of glyphs."""
        return ragged(self.inlines(key, **more), look, self.language, WIDTH)[0]

    def paragraph(self, key: str, look: Look = BODY, **more: Value) -> list[Strip]:
        """A sentence as a paragraph; nothing where all of it was left out."""
        return self.set(self.inlines(key, **more), look)

    def set(self, inlines: Sequence[Inline], look: Look = BODY) -> list[Strip]:
        """Words as a paragraph over the whole width."""
        lines = ragged(inlines, look, self.language, WIDTH) if inlines else []
        return spaced(Lines(lines, 12.4).strips(WIDTH), 4.0)

    def heading(self, key: str, **more: Value) -> Strip:
        """The heading of a part."""
        return heading_strip(self.line(key, _HEADING, **more))

    def section(self, firm: str | None, parts: Sequence[Strip], state: Sequence[Inked] = ()) -> Section:
        """The report on as many pages as it takes; ``state`` stands at the right end of its title."""
        head = title_strip(self.say("title"), self.language, self.line("subtitle", SUBTITLE), state)
        running, made = self.line("running", HEAD), self.line("made", FOLIO)
        return Section([head, *parts], LandscapePages(firm, self.language, running, made), SIDE)


def money(currency: str, fen: int) -> str:
    """A sum in a column headed in yuan: another currency is named."""
    return grouped(fen) if currency == "CNY" else f"{currency} {grouped(fen)}"


def day(on: date | None) -> str:
    """A day in a table; nothing for none."""
    return on.isoformat() if on else ""
