"""Tables: text left, figures right, no vertical lines; the head is repeated, the total never stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reports.blocks import Lines, baseline, ragged
from reports.flow import Strip
from reports.ink import Inked, Paper, advance, ink
from reports.inline import Inline, Text
from reports.style import MM, PALE, TABLE, Language, Look

_PAD = 3.0
_LEADING = 11.0
_HEAD_LEADING = 10.4
_WORDS = re.compile(r"第?[\w\-./#]+号?", re.ASCII)


class Column(NamedTuple):
    """A column: its head (a line feed parts it), whether it holds figures, its cells and its total."""

    head: str
    figures: bool = False
    cells: Sequence[str] = ()
    total: str = ""


class Layout:
    """Column widths for given cells: as wide as their content, what is left shared out, long texts wrapped.

    ``natural`` are the widths the columns would like, in pt; ``widths``, which add up to the measure, may be set anew.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        total: Sequence[str],
        measure: float,
        look: Look,
    ) -> None:
        """Measure all cells; the label of the total may run over its neighbours and is not measured."""
        self.columns, self.look, self.bold, self.measure = columns, look, look.bold(), measure
        self.total = ["", *total[1:]]
        self.natural = [self._natural(place, column, rows) for place, column in enumerate(columns)]
        spare = measure - sum(self.natural)
        self.widths = (
            [width + spare / len(columns) for width in self.natural]
            if spare >= 0
            else _narrowed(self.natural, self._floors(rows), measure)
        )

    def _floors(self, rows: Sequence[Sequence[str]]) -> list[float]:
        """Widths below which a number or a word would be parted."""
        return [
            width if column.figures else min(width, _floor((row[place] for row in rows), self.look))
            for place, (column, width) in enumerate(zip(self.columns, self.natural, strict=True))
        ]

    def _natural(self, place: int, column: Column, rows: Sequence[Sequence[str]]) -> float:
        head = max(_wide(line, self.bold) for line in column.head.split("\n"))
        total = _wide(self.total[place], self.bold)
        return max([head, total, *(_wide(row[place], self.look) for row in rows)]) + 2 * _PAD

    def edge(self, place: int) -> float:
        """Where the text of a column begins (ends for figures), from the left edge of the table."""
        left = sum(self.widths[:place])
        return left + (self.widths[place] - _PAD if self.columns[place].figures else _PAD)

    def cells(self, texts: Sequence[str], look: Look, language: Language) -> list[Lines]:
        """The cells of a row, wrapped within their columns."""
        return [
            Lines(_cell(text, look, language, width - 2 * _PAD), _LEADING)
            for text, width in zip(texts, self.widths, strict=True)
        ]


def _wide(text: str, look: Look) -> float:
    return advance(ink(text, look))


def _cell(text: str, look: Look, language: Language, width: float) -> list[Sequence[Inked]]:
    inked = ink(text, look)
    return (
        [inked] if advance(inked) <= width + 0.01 else ragged((Text(text, name=True),), look, language, width)
    )


def _floor(texts: Iterable[str], look: Look) -> float:
    """Width below which a number or a word of these cells would be parted."""
    return max((_wide(word, look) for text in texts for word in _WORDS.findall(text)), default=0.0) + 2 * _PAD


def _narrowed(natural: list[float], floors: list[float], measure: float) -> list[float]:
    """Widths that add up to the measure: what is too much is taken where words need not be parted."""
    want = sum(natural) - measure
    slack = [width - floor for width, floor in zip(natural, floors, strict=True)]
    if sum(slack) >= want:
        return [width - want * part / sum(slack) for width, part in zip(natural, slack, strict=True)]
    return [width * measure / sum(floors) for width in floors]


def rule_strip(measure: float, weight: float, stroke: str = "0 G") -> Strip:
    """A rule as a strip of its own."""

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, measure, weight, stroke)

    return Strip(0.0, draw)


def head_strip(layout: Layout) -> Strip:
    """The head between its two rules; lines of a head stand at its foot."""
    look = layout.bold
    parts = [column.head.split("\n") for column in layout.columns]
    deep = max(map(len, parts))
    height = deep * _HEAD_LEADING + 8.0

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, layout.measure, 0.9)
        for place, lines in enumerate(parts):
            top = y + (height - len(lines) * _HEAD_LEADING) / 2
            for number, line in enumerate(lines):
                align = "right" if layout.columns[place].figures else "left"
                at = top + number * _HEAD_LEADING + baseline(_HEAD_LEADING, look.size)
                paper.text(x + layout.edge(place), at, line, look, align)
        paper.rule(x, y + height, layout.measure, 0.6)

    return Strip(height, draw, keep=True)


def row_strip(
    layout: Layout, texts: Sequence[str], language: Language, height: float, bold: bool = False
) -> Strip:
    """A row with the hairline under it."""
    look = layout.bold if bold else layout.look
    cells = layout.cells(["", *texts[1:]] if bold else texts, look, language)
    tall = height + (max(len(cell.lines) for cell in cells) - 1) * _LEADING

    def draw(paper: Paper, x: float, y: float) -> None:
        if bold:
            paper.text(x + _PAD, y + baseline(height, look.size), texts[0], look)
        for place, cell in enumerate(cells):
            align = "right" if layout.columns[place].figures else "left"
            cell.draw(paper, x + layout.edge(place), y + (height - _LEADING) / 2, align)
        paper.rule(x, y + tall, layout.measure, 0.3, PALE)

    return Strip(tall, draw)


def table(
    columns: Sequence[Column],
    label: str,
    under: Sequence[Sequence[Inline]],
    measure: float,
    language: Language,
    row_mm: float = 6.4,
) -> list[Strip]:
    """Head, rows, the total with its label and what is said under it; at least two rows stay with either."""
    rows = list(zip(*(column.cells for column in columns), strict=True))
    total = [label, *(column.total for column in columns[1:])]
    layout = Layout(columns, rows, total, measure, TABLE)
    head = head_strip(layout)
    strips = [row_strip(layout, row, language, row_mm * MM) for row in rows]
    foot = rule_strip(measure, 0.9)
    for place, strip in enumerate(strips):
        strip.head, strip.foot = head, foot
        strip.keep = place == 0 or place >= len(strips) - 2
    sum_strip = row_strip(layout, total, language, row_mm * MM, bold=True)
    return [head, *strips, _ruled(sum_strip, measure), *_under(under, measure, language)]


def plain_table(columns: Sequence[Column], measure: float, language: Language) -> list[Strip]:
    """Head and rows between their rules, without a total."""
    rows = list(zip(*(column.cells for column in columns), strict=True))
    layout = Layout(columns, rows, [""] * len(columns), measure, TABLE)
    strips = [row_strip(layout, row, language, 6.4 * MM) for row in rows]
    for strip in strips:
        strip.keep = True
    return [head_strip(layout), *strips, rule_strip(measure, 0.9)]


def _ruled(strip: Strip, measure: float) -> Strip:
    """The strip with the rule over a total."""
    inner = strip.draw

    def draw(paper: Paper, x: float, y: float) -> None:
        inner(paper, x, y)
        paper.rule(x, y, measure, 0.6)

    return Strip(strip.height, draw, keep=True)


def _under(words: Sequence[Sequence[Inline]], measure: float, language: Language) -> list[Strip]:
    lines = [line for inlines in words for line in ragged(inlines, TABLE, language, measure - 2 * _PAD)]
    stack = Lines(lines, 12.6)
    height = stack.height + 5.0 if lines else 0.0
    after = 0.0 if lines else 3.0

    def draw(paper: Paper, x: float, y: float) -> None:
        stack.draw(paper, x + _PAD, y + 2.5)
        paper.rule(x, y + height, measure, 0.9)

    return [Strip(height + after, draw)]
