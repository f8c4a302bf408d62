"""Where lines end: justified, opened by at most a quarter em per gap, never ending a paragraph on one character.

First fit with a little squeezing does it nearly always; where a line would have to open too far, the whole
paragraph is weighed again (least squared strain over all line ends), and a line that still cannot be filled ends short.
"""

from __future__ import annotations

from typing import NamedTuple

from reports.setting import Setting

CAP = 0.25
"""Largest opening of a gap, in em."""
_EASY = 0.12
"""Up to this opening first fit is good enough."""


class Line(NamedTuple):
    """Pieces ``first`` to ``end`` (excluded) and how they are fitted to the measure.

    ``open_by`` pt are added to each gap that may open; ``squeeze`` (0 to 1) is the share taken of what each gap may
    shrink. A line with neither has its natural width.
    """

    first: int
    end: int
    open_by: float = 0.0
    squeeze: float = 0.0


class _Sums:
    """Running sums of a setting, so that any line is weighed in constant time."""

    def __init__(self, setting: Setting, first: float, rest: float) -> None:
        self.setting = setting
        self.first, self.rest = first, rest
        self.shrink = _running(setting.shrinks)
        self.opens = _running([float(may) for may in setting.stretches])

    def measure(self, first: int) -> float:
        return self.first if first == 0 else self.rest

    def natural(self, first: int, end: int) -> float:
        setting = self.setting
        width = setting.starts[end - 1] + setting.widths[end - 1] - setting.starts[first]
        return width - lead_trim(setting, first) - tail_trim(setting, end)

    def fit(self, first: int, end: int) -> Line | None:
        """The line justified, or None when it cannot be filled within the limits."""
        spare = self.measure(first) - self.natural(first, end)
        if spare < 0:
            room = self.shrink[end] - self.shrink[first + 1]
            return (
                Line(first, end, squeeze=min(1.0, -spare / room)) if room and -spare <= room + 1e-6 else None
            )
        gaps = self.opens[end] - self.opens[first + 1]
        if spare < 1e-6:
            return Line(first, end)
        opened = spare / gaps if gaps else float("inf")
        return Line(first, end, open_by=opened) if opened <= CAP * self.setting.em else None


def _running(values: list[float]) -> list[float]:
    sums = [0.0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def lead_trim(setting: Setting, first: int) -> float:
    """White cut off before an opening mark that begins a line."""
    return 0.5 * setting.em if setting.kinds[first].opening else 0.0


def tail_trim(setting: Setting, end: int) -> float:
    """White cut off after a closing mark that ends a line."""
    return 0.5 * setting.em if setting.kinds[end - 1].closing else 0.0


def break_lines(setting: Setting, first: float, rest: float) -> list[Line]:
    """Lines of a paragraph whose first line is ``first`` pt wide and the others ``rest``."""
    if not setting.pieces:
        return []
    sums = _Sums(setting, first, rest)
    lines = _first_fit(sums)
    if lines is None or _is_lonely(setting, lines[-1]):
        return _weighed(sums)
    return lines


def _first_fit(sums: _Sums) -> list[Line] | None:
    """Lines filled one after the other, or None as soon as one opens too far."""
    setting, lines, first = sums.setting, list[Line](), 0
    count = len(setting.pieces)
    ends = [index for index in range(1, count) if setting.breaks[index]] + [count]
    at = 0
    while first < count:
        limit = sums.measure(first)
        last = None
        while at < len(ends) and sums.natural(first, ends[at]) <= limit + 1e-6:
            last, at = ends[at], at + 1
        if last == count:
            lines.append(Line(first, count))
            break
        line = _choose(sums, first, last, ends[at])
        if line is None:
            return None
        if line.end == ends[at]:
            at += 1
        lines.append(line)
        first = line.end
    return lines


def _choose(sums: _Sums, first: int, last: int | None, following: int) -> Line | None:
    """Between opening the line and squeezing one more piece in, the smaller strain."""
    squeezed = sums.fit(first, following)
    opened = sums.fit(first, last) if last is not None else None
    easy = _EASY * sums.setting.em
    if opened is not None and (opened.open_by <= 0.25 * easy or squeezed is None):
        return opened if opened.open_by <= easy else None
    return squeezed if squeezed is not None and (squeezed.squeeze <= 0.7 or opened is None) else opened


def _is_lonely(setting: Setting, line: Line) -> bool:
    """Whether a last line holds a single character, marks not counted."""
    if line.first == 0:
        return False
    chars = 0
    for index in range(line.first, line.end):
        if not setting.kinds[index].closing:
            chars += len(setting.pieces[index])
    return chars < 2


def _weighed(sums: _Sums) -> list[Line]:
    """Line ends with the least strain over the whole paragraph."""
    setting = sums.setting
    count = len(setting.pieces)
    best: dict[int, tuple[float, Line | None]] = {0: (0.0, None)}
    starts = [0]
    for end in range(1, count + 1):
        if end < count and not setting.breaks[end]:
            continue
        starts = [first for first in starts if _near(sums, first, end)] or starts[-1:]
        choices = [_weigh(sums, first, end, best[first][0]) for first in starts]
        best[end] = min(choices, key=lambda choice: choice[0])
        starts.append(end)
    lines: list[Line] = []
    line = best[count][1]
    while line is not None:
        lines.append(line)
        line = best[line.first][1]
    return lines[::-1]


def _near(sums: _Sums, first: int, end: int) -> bool:
    """Whether the pieces could make one line at all."""
    width = sums.natural(first, end)
    room = sums.shrink[end] - sums.shrink[first + 1]
    return width - room <= sums.measure(first) + 1e-6


def _weigh(sums: _Sums, first: int, end: int, before: float) -> tuple[float, Line]:
    """Strain of a line after those before it: squared opening or squeezing; a short line costs its missing part."""
    em = sums.setting.em
    spare = sums.measure(first) - sums.natural(first, end)
    if end == len(sums.setting.pieces) and spare >= 0:
        line = Line(first, end)
        return before + (30.0 if _is_lonely(sums.setting, line) else 0.0), line
    fitted = sums.fit(first, end)
    if fitted is None:
        missing = abs(spare) / sums.measure(first)
        return before + 4.0 + 40.0 * missing, Line(first, end)
    return before + (fitted.open_by / (CAP * em)) ** 2 + 0.5 * fitted.squeeze**2 + 0.02, fitted


def ragged_lines(setting: Setting, measure: float) -> list[Line]:
    """Lines of their natural width, as in tables and labels."""
    lines: list[Line] = []
    first, last = 0, 0
    sums = _Sums(setting, measure, measure)
    count = len(setting.pieces)
    for end in range(1, count + 1):
        if end < count and not setting.breaks[end]:
            continue
        if last > first and sums.natural(first, end) > measure + 1e-6:
            lines.append(Line(first, last))
            first = last
        last = end
    if first < count:
        lines.append(Line(first, count))
    return _accompanied(setting, lines)


def _accompanied(setting: Setting, lines: list[Line]) -> list[Line]:
    """The lines, with company for a single character on the last one."""
    if len(lines) < 2 or not _is_lonely(setting, lines[-1]):
        return lines
    before, last = lines[-2:]
    for end in range(before.end - 1, before.first, -1):
        if setting.breaks[end]:
            return [*lines[:-2], Line(before.first, end), Line(end, last.end)]
    return lines
