"""What a line of text is made of: words, lines to write on, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reports.style import MM


class Text(NamedTuple):
    """Characters to be set exactly as they stand; never read as markup.

    ``bold`` and ``sans`` change the look of the paragraph; ``whole`` forbids a line end inside.
    """

    chars: str
    bold: bool = False
    sans: bool = False
    whole: bool = False


class Blank(NamedTuple):
    """A line to write on, ``width`` in pt; stays with its neighbours."""

    width: float


class Box(NamedTuple):
    """A box to tick; the program ticks at most one of a choice."""

    ticked: bool = False


Inline = Text | Blank | Box


def blank_date(year_mm: float = 12, part_mm: float = 8) -> tuple[Inline, ...]:
    """A date to be written by hand; it is never split over two lines (the setter keeps blanks with neighbours)."""
    part = Blank(part_mm * MM)
    return (Blank(year_mm * MM), Text("年"), part, Text("月"), part, Text("日"))


def plain(inlines: tuple[Inline, ...]) -> Iterator[str]:
    """Only the characters."""
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.chars
