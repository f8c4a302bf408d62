"""Code 128 as bars whose modules are a whole number of dots of a 203 dpi label printer."""

from __future__ import annotations

from reports.ink import Paper
from reports.style import MM

_DOT = 72 / 203
_QUIET = 5 * MM
_BLACK = "0 g"


def bar_widths(text: str) -> list[int]:
    """Widths of bars and gaps in turn, in modules, a bar first. ValueError for what Code 128 cannot say."""
    from reportlab.graphics.barcode.code128 import Code128

    code = Code128(text, barWidth=1, quiet=0)
    code.validate()
    if not code.valid:
        raise ValueError(text)
    code.encode()
    code.decompose()
    return [ord(letter.lower()) - ord("a") + 1 for letter in code.decomposed]


def module(text: str, width: float) -> float:
    """Width of a module in pt: three dots, fewer where the bars with 5 mm quiet each side would not fit."""
    modules = sum(bar_widths(text))
    dots = next((dots for dots in (3, 2) if modules * dots * _DOT + 2 * _QUIET <= width), 1)
    return dots * _DOT


def draw_bars(paper: Paper, text: str, middle: float, y: float, width: float, height: float) -> None:
    """The bars around ``middle``, with their top at ``y``, within ``width``."""
    widths, one = bar_widths(text), module(text, width)
    x = middle - sum(widths) * one / 2
    for number, modules in enumerate(widths):
        if number % 2 == 0:
            paper.area(x, y, modules * one, height, _BLACK)
        x += modules * one
