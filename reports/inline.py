"""What a line of text is made of: words, lines to write on, boxes to tick."""

from __future__ import annotations

from typing import NamedTuple

from reports.style import MM


class Text(NamedTuple):
    """Characters to be set exactly as they stand; never read as markup.

    ``bold`` and ``sans`` change the look of the paragraph; ``whole`` forbids a line end inside; ``name`` keeps the
    setter from putting gaps between its Chinese and Latin letters, so that it is copied to the character.
    """

    chars: str
    bold: bool = False
    sans: bool = False
    whole: bool = False
    name: bool = False


class Blank(NamedTuple):
    """A line to write on, ``width`` in pt; stays with what follows, and with what precedes it when ``joined``."""

    width: float
    joined: bool = True


class Box(NamedTuple):
    """A box to tick; the program ticks at most one of a choice."""

    ticked: bool = False


Inline = Text | Blank | Box


def blank_date(
    widths_mm: tuple[float, float, float] = (12, 8, 8), words: tuple[str, str, str] = ("年", "月", "日")
) -> tuple[Inline, ...]:
    """A date to be written by hand; never split over two lines."""
    return tuple(
        part
        for place, (width, word) in enumerate(zip(widths_mm, words, strict=True))
        for part in (Blank(width * MM, joined=place > 0), Text(word))
    )
