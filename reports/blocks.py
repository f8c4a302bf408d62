"""The parts documents are put together from: paragraphs, titles, labelled lines, the account, the signing block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reports.breaking import break_lines, lead_trim, ragged_lines
from reports.flow import Strip
from reports.ink import Inked, Paper, Row, advance, ink, ink_line
from reports.inline import Inline, Text
from reports.setting import set_pieces
from reports.style import MM, PALE, SEAL, Body, Language, Look

SEAL_ACROSS = 42 * MM
_ASCENT = 0.88
_BULLET = 20.0


def baseline(height: float, size: float) -> float:
    """Where the letters stand in a strip of that height, from its top."""
    return (height - size) / 2 + _ASCENT * size


def paragraph(
    inlines: Sequence[Inline],
    body: Body,
    measure: float,
    indent: float | None = None,
    hang: float = 0.0,
    justified: bool = True,
) -> list[Strip]:
    """Lines of running text; the first two and the last two stay together. ``indent`` and ``hang`` in pt.

    ``hang`` moves all lines right, the first one too; ``indent`` only the first. Lines with blanks to write on are
    not justified.
    """
    first = body.indent * body.look.size if indent is None else indent
    width = measure - hang
    lines = set_lines(tuple(inlines), body.look, body.language, width - first, width, justified)
    strips: list[Strip] = []
    for place, line in enumerate(lines):
        shift = hang + (first if place == 0 else 0.0)

        def draw(paper: Paper, x: float, y: float, line: SetLine = line, shift: float = shift) -> None:
            paper.inked(x + shift - line.trim, y + baseline(body.leading, body.look.size), line.inked)

        strips.append(Strip(body.leading, draw, keep=place in (0, len(lines) - 2) and len(lines) > 1))
    if strips:
        strips[-1].keep = False
        strips[0].above = body.between
    return strips


def kept(strips: list[Strip]) -> list[Strip]:
    """The strips, all tied together and to what follows."""
    for strip in strips:
        strip.keep = True
    return strips


def spaced(strips: list[Strip], above: float) -> list[Strip]:
    """The strips with white before the first."""
    if strips:
        strips[0].above = above
    return strips


class SetLine(NamedTuple):
    """A line ready to be drawn; ``trim`` pt of white are cut off before an opening mark."""

    inked: Row
    trim: float


@lru_cache(maxsize=600)
def set_lines(
    inlines: tuple[Inline, ...], look: Look, language: Language, first: float, rest: float, justified: bool
) -> tuple[SetLine, ...]:
    """Lines of a paragraph, kept for the next letter of a batch, in which most paragraphs are the same."""
    setting = set_pieces(inlines, look, language, min(first, rest))
    lines = break_lines(setting, first, rest) if justified else ragged_lines(setting, rest)
    return tuple(
        SetLine(Row(ink_line(setting, line)), lead_trim(setting, line.first) if justified else 0.0)
        for line in lines
    )


def ragged(
    inlines: Sequence[Inline] | str, look: Look, language: Language, measure: float
) -> list[Sequence[Inked]]:
    """Lines of natural width, ready to be drawn."""
    parts = (Text(inlines),) if isinstance(inlines, str) else tuple(inlines)
    return [line.inked for line in set_lines(parts, look, language, measure, measure, False)]


class Lines:
    """Ragged lines stacked with one leading, drawn at a place: for labels, addresses and the like."""

    def __init__(self, lines: Iterable[Sequence[Inked]], leading: float) -> None:
        """Keep the lines."""
        self.lines = list(lines)
        self.leading = leading

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.leading

    def draw(self, paper: Paper, x: float, y: float, align: str = "left") -> None:
        """Draw with the top at ``y``."""
        for number, line in enumerate(self.lines):
            size = line[0].look.size if line else self.leading
            paper.inked(x, y + number * self.leading + baseline(self.leading, size), line, align)

    def strips(self, measure: float, align: str = "left") -> list[Strip]:
        """As strips over the measure, kept together."""
        shift = {"left": 0.0, "center": measure / 2, "right": measure}[align]
        strips = []
        for line in self.lines:
            one = Lines([line], self.leading)

            def draw(paper: Paper, x: float, y: float, one: Lines = one) -> None:
                one.draw(paper, x + shift, y, align)

            strips.append(Strip(self.leading, draw, keep=True))
        if strips:
            strips[-1].keep = False
        return strips


def title(text: str, body: Body, measure: float, height: float = 28.0) -> Strip:
    """21 pt bold in the middle; four Chinese characters or fewer stand an em apart."""
    look = body.look.bold().at(21)
    inked = ink(text, look)
    if body.language == "zh_CN" and len(text) <= 4:
        inked = _opened(inked, 21.0)

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.inked(x + measure / 2, y + baseline(height, 21), inked, "center")

    return Strip(height, draw, keep=True)


@lru_cache(maxsize=60)
def _opened(row: Row, white: float) -> Row:
    return Row([*(item._replace(after=white, tracked=True) for item in row[:-1]), *row[-1:]])


class Labelled(NamedTuple):
    """A label with what it labels."""

    label: str
    value: Sequence[Inline] | str


def spread(label: str, em: int = 3) -> str:
    """A two-character Chinese label opened to three em, as 户　名."""
    return "\u3000".join(label) if len(label) == em - 1 and ord(label[0]) > 0x2E80 else label


def account_block(entries: Sequence[Labelled], body: Body, measure: float) -> Strip:
    """Payee, bank, number and memo between two hairlines, in two columns; values wrap within theirs."""
    look = body.look.at(body.look.size * (10.5 / 12 if body.language == "zh_CN" else 1.0))
    label_width = max(advance(ink(spread(entry.label), look)) for entry in entries) + 0.9 * look.size
    column = measure / 2 - 6 * MM
    cells = [
        (
            ink(spread(entry.label), look.grey()),
            Lines(ragged(entry.value, look, body.language, column - label_width), 18.0),
        )
        for entry in entries
    ]
    rows = [cells[place : place + 2] for place in range(0, len(cells), 2)]
    heights = [max(lines.height for _, lines in row) for row in rows]

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, measure, 0.4, PALE.replace("0.85", "0.55"))
        top = y + 4
        for row, height in zip(rows, heights, strict=True):
            for place, (label, lines) in enumerate(row):
                left = x + 4 + place * (measure / 2 - 2)
                paper.inked(left, top + baseline(18.0, look.size), label)
                lines.draw(paper, left + label_width, top)
            top += height
        paper.rule(x, top + 4, measure, 0.4, PALE.replace("0.85", "0.55"))

    return Strip(sum(heights) + 8, draw, above=5.0)


def labelled_lines(
    entries: Sequence[Labelled], look: Look, language: Language, measure: float, leading: float
) -> Lines:
    """Labels in one column, values in the next; a value that wraps stays in its column."""
    labels = [ink(spread(entry.label) if language == "zh_CN" else entry.label, look) for entry in entries]
    indent = max((advance(label) for label in labels), default=0.0) + look.size
    lines: list[Sequence[Inked]] = []
    for label, entry in zip(labels, entries, strict=True):
        for place, value in enumerate(ragged(entry.value, look, language, measure - indent)):
            start = label if place == 0 else ink("\u3000" if language == "zh_CN" else " ", look)
            gap = indent - advance(start)
            lines.append([*start[:-1], start[-1]._replace(after=gap), *value])
    return Lines(lines, leading)


def seal_place(
    paper: Paper, x: float, y: float, label: str, on_screen: bool, across: float = SEAL_ACROSS
) -> None:
    """The ring with its label around ``x``, ``y`` on screen; on paper the place is simply empty."""
    if not on_screen:
        return
    paper.ring(x, y, across)
    paper.text(x, y + across * 0.42, label, Look("sans", 7, f"{SEAL} rg"), "center")


def thumb_place(paper: Paper, x: float, y: float, label: str, on_screen: bool) -> None:
    """The place of a fingerprint, 26 × 32 mm, on screen."""
    if on_screen:
        paper.ring(x, y, 26 * MM, 32 * MM)
        paper.text(x, y + 13 * MM, label, Look("sans", 7, f"{SEAL} rg"), "center")


def signing_block(
    left: Sequence[Lines],
    right: Lines,
    measure: float,
    seal_label: str,
    on_screen: bool,
    signature: bytes | None = None,
) -> Strip:
    """Annexes and contact on the left, name and date in the seal's place on the right; one piece.

    ``signature`` is a picture of one, set under the name.
    """
    height = max(sum(part.height for part in left) + 3 * len(left), SEAL_ACROSS + 2 * MM, right.height)

    def draw(paper: Paper, x: float, y: float) -> None:
        top = y + 1
        for part in left:
            part.draw(paper, x, top)
            top += part.height + 3
        middle = x + measure * 0.795
        centre = y + SEAL_ACROSS / 2 + 1
        seal_place(paper, middle, centre, seal_label, on_screen)
        top = centre - min(right.height / 2, SEAL_ACROSS / 2) - 4
        right.draw(paper, middle, top, "center")
        if signature:
            paper.picture(middle, top + right.height + 2, signature, (40 * MM, 12 * MM), "center")

    return Strip(height, draw, above=8.0)


def bullet(
    mark: Inline, inlines: Sequence[Inline], body: Body, measure: float, hang: float, justified: bool = True
) -> list[Strip]:
    """A paragraph hung behind a box or a number."""
    strips = paragraph(inlines, body, measure, indent=0.0, hang=hang + _BULLET, justified=justified)
    sign = ragged((mark,), body.look, body.language, _BULLET)[0]
    inner = strips[0].draw

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.inked(x + hang, y + baseline(body.leading, body.look.size), sign)
        inner(paper, x, y)

    strips[0].draw = draw
    return strips
