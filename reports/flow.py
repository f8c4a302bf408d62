"""Pages out of strips: what stays together, what is repeated, what every page carries.

A strip is a horizontal slice that no page end may cut: a line, a table row, the signing block. ``keep`` ties it to the
next one; so a table head never stands alone, a total has rows above it, a signature has its last paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reports.ink import Paper

Draw = Callable[[Paper, float, float], None]
"""Draws at the left edge ``x`` with its top at ``y``."""


@dataclass(slots=True)
class Strip:
    """A slice of the page, ``height`` pt high, with ``above`` pt of white before it except at the top of a page.

    ``head`` is drawn again when a page begins with this strip; ``foot`` closes a page that ends with it.
    """

    height: float
    draw: Draw
    keep: bool = False
    above: float = 0.0
    head: Strip | None = None
    foot: Strip | None = None


class Furniture(Protocol):
    """What stands on every page around the text."""

    def top(self, page: int) -> float:
        """Where the text of a page begins, from the top edge in pt. ``page`` counts from 1."""

    @property
    def bottom(self) -> float:
        """Where it ends at the latest."""

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Letterhead or running head, folio, ticks."""


@dataclass(frozen=True, slots=True)
class Section:
    """Pages counted on their own: a letter, its reply slip."""

    strips: Sequence[Strip]
    furniture: Furniture
    left: float


def paginate(strips: Iterable[Strip], furniture: Furniture) -> list[list[Strip]]:
    """Share strips out over pages, parting them only where nothing is kept together."""
    pages: list[list[Strip]] = [[]]
    used = 0.0
    for chunk in _chunks(strips):
        room = furniture.bottom - furniture.top(len(pages))
        if pages[-1] and used + chunk[0].above + _height(chunk) > room + 0.01:
            pages.append([])
            used = 0.0
            room = furniture.bottom - furniture.top(len(pages))
        for strip in chunk:
            if pages[-1] and used + strip.above + strip.height > room + 0.01:
                pages.append([])
                used = 0.0
            if not pages[-1] and strip.head is not None and len(pages) > 1:
                pages[-1].append(strip.head)
                used += strip.head.height
            used += strip.height + (strip.above if pages[-1] else 0.0)
            pages[-1].append(strip)
    return pages


def overrun(pages: Sequence[Sequence[Strip]]) -> float:
    """How much stands on the last of several pages, in pt; 0 for a single page."""
    return _height(pages[-1]) if len(pages) > 1 else 0.0


def closer(strips: Iterable[Strip]) -> list[Strip]:
    """The same strips with half the white between them."""
    return [replace(strip, above=strip.above / 2) for strip in strips]


def fewest_pages(ways: Iterable[Sequence[Strip]], furniture: Furniture) -> Sequence[Strip]:
    """Of several ways to set the same text the first that takes the fewest pages."""
    return min(ways, key=lambda strips: len(paginate(strips, furniture)))


def compose(paper: Paper, sections: Iterable[Section]) -> None:
    """Draw all sections, each with its own page count."""
    for section in sections:
        pages = paginate(section.strips, section.furniture)
        for number, strips in enumerate(pages, 1):
            section.furniture.draw(paper, number, len(pages))
            y = section.furniture.top(number)
            for place, strip in enumerate(strips):
                y += strip.above if place else 0.0
                strip.draw(paper, section.left, y)
                y += strip.height
            if number < len(pages) and strips and strips[-1].foot is not None:
                strips[-1].foot.draw(paper, section.left, y)
            paper.new_page()


def _chunks(strips: Iterable[Strip]) -> Iterable[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.height + (strip.above if place else 0.0) for place, strip in enumerate(strips))
