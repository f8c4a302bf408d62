"""Ink on paper: the thin layer all documents draw through, over the operators of PDF.

Coordinates are pt with y from the top edge of the page down. Text reaches the file only as glyph codes, so no data is
ever read as markup. The same facts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from reports.breaking import Line
from reports.embedding import NO_STOCK, Code, Codes, Stock
from reports.faces import RARE, Glyph, apostrophe, glyph, is_apostrophe
from reports.pdf import Objects, image, stream, words
from reports.setting import Mark, Setting
from reports.style import SEAL, Look

_QUARTER = 0.5523
"""Bezier arm of a quarter circle."""
_EVEN, _THIN = "0.000 Tc", "0 Tr"
"""How text stands unless something else is said: without tracking, without an outline."""


class Inked(NamedTuple):
    """A glyph with its look and the white after it in pt.

    ``tracked`` white is that of a line opened evenly: it is written as character spacing, which readers do not take
    for spaces when they copy.
    """

    glyph: Glyph
    look: Look
    after: float = 0.0
    tracked: bool = False


class Row(tuple[Inked, ...]):
    """A line of glyphs that is kept, and with it how it is written: most lines of a letter are those of the last."""

    written: tuple[Stock, _Written] | None = None

    @cached_property
    def width(self) -> float:
        """With its gaps, in pt."""
        return _wide(self)

    @cached_property
    def trimmed(self) -> float:
        """Without the spaces it ends with, in pt."""
        return _wide(_trimmed(self)) if self and self[-1].glyph.char == " " else self.width


class _Run(NamedTuple):
    """Glyphs shown by one operator, ``width`` pt in all, ``after`` pt of it still to be moved before the next."""

    first: Inked
    subset: str
    codes: str
    tracking: float
    width: float
    after: float
    shared: bool = True


class _Begun:
    """A run that may still get longer."""

    __slots__ = ("after", "codes", "first", "shared", "subset", "tracking", "width")

    def __init__(self, first: Inked | None = None, code: Code | None = None) -> None:
        self.first, self.codes, self.width, self.after = first, list[str](), 0.0, 0.0
        self.subset, self.shared = (code.resource, code.shared) if code else ("", True)
        self.tracking = first.after if first and first.tracked and code else 0.0

    def takes(self, code: Code, look: Look, tracked: bool) -> bool:
        """Whether a glyph can be shown with those before it."""
        first = self.first
        return first is not None and (
            code.resource == self.subset
            and self.after == self.tracking
            and (look is first.look or look == first.look)
            and (first.tracked or not tracked)
        )

    def add(self, code: Code | None, width: float, after: float) -> None:
        if code:
            self.codes.append(code.code)
            self.after = after
        self.width += width

    def run(self) -> _Run:
        assert self.first is not None  # noqa: S101 (asked of begun runs only)
        after = self.after - self.tracking
        return _Run(
            self.first, self.subset, "".join(self.codes), self.tracking, self.width, after, self.shared
        )


class _Written(NamedTuple):
    """A line as operators wherever it stands, and its strokes with their distance from its left end in pt."""

    operators: str
    strokes: Sequence[tuple[float, Inked]]


class Paper:
    """A PDF being drawn, page after page."""

    def __init__(self, size: tuple[float, float], title: str, author: str, stock: Stock = NO_STOCK) -> None:
        """Begin a file; ``stock`` are the characters that all documents of this kind share."""
        self.width, self.height = size
        self._told = (title, author)
        self._stock, self._codes = stock, Codes(stock)
        self._images: dict[bytes, str] = {}
        self._operators: list[str] = []
        self._pages: list[tuple[tuple[float, float], bytes]] = []

    def new_page(self) -> None:
        """Finish the page."""
        drawn = "\n".join(self._operators).encode("ascii")
        self._pages.append(((self.width, self.height), stream(drawn)))
        self._operators = []

    def turn(self, size: tuple[float, float]) -> None:
        """The page that begins has this size."""
        self.width, self.height = size

    def finish(self, beat: Callable[[], object] = lambda: None) -> bytes:
        """The whole file; ``beat`` is called before each of its own subsets of a font is made."""
        title, author = map(words, self._told)
        objects = Objects()
        root, tree = objects.add(), objects.add()
        info = objects.add(
            b"<< /Title %s /Author %s /Producer (Qingzhang) /Creator (Qingzhang) >>" % (title, author)
        )
        resources = objects.add(self._resources(objects, beat))
        pages = [self._page(objects, tree, resources, *page) for page in self._pages]
        kids = b" ".join(b"%d 0 R" % page for page in pages)
        objects.fill(root, b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
        objects.fill(tree, b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (len(pages), kids))
        return objects.whole(root, info)

    def _resources(self, objects: Objects, beat: Callable[[], object]) -> bytes:
        held = b"<< /Font << %s >>" % self._codes.fonts(objects, beat)
        if self._images:
            named = [f"{name} {image(content).added(objects)} 0 R" for content, name in self._images.items()]
            held += b" /XObject << %s >>" % " ".join(named).encode()
        return held + b" >>"

    @staticmethod
    def _page(objects: Objects, tree: int, resources: int, size: tuple[float, float], drawn: bytes) -> int:
        box = f"0 0 {size[0]:.4f} {size[1]:.4f}".encode()
        return objects.add(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [ %s ] /Resources %d 0 R /Contents %d 0 R >>"
            % (tree, box, resources, objects.add(drawn))
        )

    def text(self, x: float, baseline: float, chars: str, look: Look, align: str = "left") -> float:
        """One unbroken line of characters; returns its width. ``x`` is the left end, the middle or the right end."""
        return self.inked(x, baseline, ink(chars, look), align)

    def inked(self, x: float, baseline: float, inked: Sequence[Inked], align: str = "left") -> float:
        """One line of glyphs with their gaps; returns its width."""
        row = inked if isinstance(inked, Row) else Row(inked)
        width = row.width if align == "left" else row.trimmed
        x -= {"left": 0.0, "center": width / 2, "right": width}[align]
        self._show(x, baseline, row)
        return width

    def rule(self, x: float, y: float, width: float, weight: float, stroke: str = "0 G") -> None:
        """A horizontal rule."""
        top = self.height - y
        self._put(f"{stroke} {weight:.2f} w {x:.2f} {top:.2f} m {x + width:.2f} {top:.2f} l S")

    def upright(self, x: float, y: float, height: float, weight: float, stroke: str) -> None:
        """A vertical rule from ``y`` down."""
        self._put(
            f"{stroke} {weight:.2f} w {x:.2f} {self.height - y:.2f} m {x:.2f} {self.height - y - height:.2f} l S"
        )

    def area(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle whose upper left corner is ``x``, ``y``."""
        self._put(f"{fill} {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def picture(
        self, x: float, y: float, content: bytes, most: tuple[float, float], align: str = "left"
    ) -> float:
        """A PNG or JPEG within ``most`` (width, height) whose upper edge is ``y``; returns its width."""
        seen = image(content)
        scale = min(most[0] / seen.width, most[1] / seen.height)
        width, height = seen.width * scale, seen.height * scale
        x -= {"left": 0.0, "center": width / 2, "right": width}[align]
        name = self._images.setdefault(content, f"/I{len(self._images)}")
        self._put(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {self.height - y - height:.3f} cm {name} Do Q")
        return width

    def ring(self, x: float, y: float, across: float, down: float | None = None) -> None:
        """A dashed ellipse around ``x``, ``y`` in the light red of seal places; only for the screen."""
        self._put(
            f"q {SEAL} RG 0.6 w [3 2.4] 0 d {_ellipse(x, self.height - y, across / 2, (down or across) / 2)} S Q"
        )

    def _put(self, operators: str) -> None:
        self._operators.append(operators)

    def _show(self, x: float, baseline: float, row: Row) -> None:
        operators, strokes = self._written(row)
        if operators:
            self._put(f"BT {x:.2f} {self.height - baseline:.2f} Td {operators} ET")
        for along, item in strokes:
            self._stroke(x + along, baseline, item)

    def _written(self, row: Row) -> _Written:
        """How a line is written, remembered where all of it is in the stock."""
        kept = row.written
        if kept is not None and kept[0] is self._stock:
            return kept[1]
        runs = list(self._runs(row))
        written = _written(runs)
        if all(run.shared for run in runs):
            row.written = self._stock, written
        return written

    def _runs(self, row: Row) -> Iterator[_Run]:
        """Glyphs in runs of one subset, look and tracking; a stroke (blank, box) is a run of its own."""
        find, begun = self._codes.of, _Begun()
        for item in row:
            drawn, look, after, tracked = item
            code = find(drawn) if drawn.font else None
            if not (begun.codes and code and begun.takes(code, look, tracked)):
                if begun.first:
                    yield begun.run()
                begun = _Begun(item, code)
            begun.add(code, drawn.width * look.size + after, after)
        if begun.first:
            yield begun.run()

    def _stroke(self, x: float, baseline: float, item: Inked) -> None:
        size = item.look.size
        if item.glyph.char == "_":
            self.rule(x, baseline + 0.18 * size, item.glyph.width * size, 0.45)
            return
        left, bottom = x - 0.92 * size, self.height - baseline
        self._put(
            f"0 G 1.1 w {left + 0.2 * size:.2f} {bottom + 0.34 * size:.2f} m {left + 0.4 * size:.2f} "
            f"{bottom + 0.1 * size:.2f} l {left + 0.74 * size:.2f} {bottom + 0.6 * size:.2f} l S"
        )


def _written(runs: Sequence[_Run]) -> _Written:
    """The operators of a line: they begin with its ink, and leave no trace in the state of the page."""
    parts, strokes = list[str](), list[tuple[float, Inked]]()
    at = due = 0.0
    before = ("", "", _EVEN, _THIN)
    for run in runs:
        if not run.codes:
            strokes.append((at, run.first))
            due += run.width
        else:
            state = _state(run)
            parts += [each for each, old in zip(state, before, strict=True) if each != old]
            lead = f"{-1000 * due / run.first.look.size:.1f}" if due else ""
            parts.append(f"[{lead}<{run.codes}>] TJ")
            before, due = state, run.after
        at += run.width
    parts += [usual for usual, last in zip((_EVEN, _THIN), before[2:], strict=True) if usual != last]
    return _Written(" ".join(parts), tuple(strokes))


def _state(run: _Run) -> tuple[str, str, str, str]:
    """Ink, font, tracking and outline of a run; a rare character, which has no bold, is outlined in one."""
    look = run.first.look
    thick = look.chain.endswith("bold") and run.first.glyph.font == RARE
    outline = f"0 G {look.size / 45:.2f} w 2 Tr" if thick else _THIN
    return look.ink, f"{run.subset} {look.size:.2f} Tf", f"{run.tracking:.3f} Tc", outline


def _trimmed(inked: Sequence[Inked]) -> Sequence[Inked]:
    """The glyphs without the spaces they end with."""
    end = len(inked)
    while end and inked[end - 1].glyph.char == " ":
        end -= 1
    return inked[:end]


@lru_cache(maxsize=2000)
def ink(chars: str, look: Look) -> Row:
    """Characters without gaps."""
    return Row(
        Inked(
            apostrophe(look.chain) if char == "’" and is_apostrophe(chars, at) else glyph(look.chain, char),
            look,
            0.0,
        )
        for at, char in enumerate(chars)
    )


def advance(inked: Iterable[Inked]) -> float:
    """Width of glyphs with their gaps, in pt."""
    return inked.width if isinstance(inked, Row) else _wide(inked)


def _wide(inked: Iterable[Inked]) -> float:
    return sum([drawn.width * look.size + after for drawn, look, after, _ in inked])


def ink_line(setting: Setting, line: Line) -> list[Inked]:
    """The glyphs of a line with their gaps; typed spaces become space glyphs, so that they are copied too."""
    inked: list[Inked] = []
    last = line.end - 1
    for index in range(line.first, line.end):
        marks = setting.pieces[index]
        inked.extend(Inked(mark.glyph, mark.look, 0.0) for mark in marks)
        if index == last:
            if line.end < len(setting.pieces) and setting.spaces[line.end]:
                _close(inked, marks[-1], setting.gaps[line.end], setting.spaces[line.end])
            break
        natural = setting.gaps[index + 1] - line.squeeze * setting.shrinks[index + 1]
        opened = line.open_by if setting.stretches[index + 1] else 0.0
        if natural == 0.0 and opened and not setting.spaces[index + 1]:
            inked[-1] = inked[-1]._replace(after=opened, tracked=True)
        else:
            _close(inked, marks[-1], natural + opened, setting.spaces[index + 1])
    return inked


def _close(inked: list[Inked], mark: Mark, gap: float, spaces: int) -> None:
    """Put a gap behind the last glyph, as space glyphs where spaces were typed."""
    if not spaces:
        if gap:
            inked[-1] = inked[-1]._replace(after=gap)
        return
    space = glyph(mark.look.chain, " ")
    after = gap / spaces - space.width * mark.look.size
    inked.extend(Inked(space, mark.look, after) for _ in range(spaces))


def _ellipse(x: float, y: float, a: float, b: float) -> str:
    c, d = a * _QUARTER, b * _QUARTER
    return (
        f"{x + a:.2f} {y:.2f} m {x + a:.2f} {y + d:.2f} {x + c:.2f} {y + b:.2f} {x:.2f} {y + b:.2f} c "
        f"{x - c:.2f} {y + b:.2f} {x - a:.2f} {y + d:.2f} {x - a:.2f} {y:.2f} c "
        f"{x - a:.2f} {y - d:.2f} {x - c:.2f} {y - b:.2f} {x:.2f} {y - b:.2f} c "
        f"{x + c:.2f} {y - b:.2f} {x + a:.2f} {y - d:.2f} {x + a:.2f} {y:.2f} c"
    )
