"""A landscape page of a report: its measures, its title, its head and foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.blocks import baseline, kept, ragged
from reports.flow import Strip
from reports.furniture import draw_folio
from reports.ink import Inked, Paper
from reports.style import A4, FOLIO, GREY, MM, PALE, RUNNING, Language, Look

LANDSCAPE = (A4[1], A4[0])
SIDE = 16 * MM
WIDTH = LANDSCAPE[0] - 2 * SIDE
SUBTITLE = Look("sans", 9.4, GREY)
RIGHT = Look("sans", 9, GREY)
"""What stands at the right end of the title line."""
HEAD = RUNNING.at(8.6)


@dataclass(frozen=True)
class LandscapePages:
    """Every page: the firm, what the report is of, page x of y; from the second on a small title line above.

    ``running`` and ``scope`` are the ends of that line, ``made`` the right end of the foot, each set as one line.
    """

    firm: str | None
    language: Language
    running: Sequence[Inked]
    made: Sequence[Inked]
    scope: Sequence[Inked] = ()

    def top(self, page: int) -> float:
        """From the top edge."""
        return 13 * MM if page == 1 else 22 * MM

    @property
    def bottom(self) -> float:
        """Above the folio."""
        return LANDSCAPE[1] - 16.5 * MM

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Draw them."""
        if page > 1:
            paper.inked(SIDE, 17 * MM, self.running)
            paper.inked(SIDE + WIDTH, 17 * MM, self.scope, "right")
        if self.firm:
            paper.inked(SIDE, paper.height - 10 * MM, ragged(self.firm, FOLIO, self.language, WIDTH * 0.4)[0])
        paper.inked(SIDE + WIDTH, paper.height - 10 * MM, self.made, "right")
        draw_folio(paper, page, pages, self.language, at_mm=10)


def title_strip(
    title: str, language: Language, subtitle: Sequence[Inked], right: Sequence[Inked] = ()
) -> Strip:
    """The title with its subtitle beside it, and what stands at the right end of its line."""
    family = "latin" if language == "en" else "serif"

    def draw(paper: Paper, x: float, y: float) -> None:
        wide = paper.text(x, y + 22, title, Look(f"{family}-bold", 19))
        paper.inked(x + wide + 9, y + 22, subtitle)
        paper.inked(x + WIDTH, y + 22, right, "right")

    return Strip(34, draw, keep=True)


def heading_strip(line: Sequence[Inked]) -> Strip:
    """The heading of a part; it stays with what follows."""

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.inked(x, y + baseline(18, 10.5), line)

    return Strip(18, draw, keep=True, above=10)


def signature_strips(places: Sequence[tuple[str, str]], look: Look) -> list[Strip]:
    """Places to sign by hand in the right half, each a label with what is known already."""

    def draw(paper: Paper, x: float, y: float) -> None:
        for at, (label, value) in enumerate(places):
            left = x + WIDTH * (0.5 + 0.25 * at)
            wide = paper.text(left, y + 22, label, look)
            paper.text(left + wide + 3, y + 22, value, look)
            paper.rule(left + wide, y + 26, WIDTH * 0.22 - wide, 0.5, PALE)

    return kept([Strip(34, draw, above=8)])
