"""Ink on paper: the thin layer over reportlab's canvas that all documents draw through.

Coordinates are pt with y from the top edge of the page down. Text reaches the file only as glyph codes, so no data is
ever read as markup. With ``invariant`` the same facts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reports.breaking import Line
from reports.embedding import begin_with
from reports.faces import RARE, Glyph, font, glyph
from reports.setting import Mark, Setting
from reports.style import SEAL, Look

_QUARTER = 0.5523
"""Bezier arm of a quarter circle."""


class Inked(NamedTuple):
    """A glyph with its look and the white after it in pt.

    ``tracked`` white is that of a line opened evenly: it is written as character spacing, which readers do not take
    for spaces when they copy.
    """

    glyph: Glyph
    look: Look
    after: float = 0.0
    tracked: bool = False

    @property
    def advance(self) -> float:
        """Width with the white after it, in pt."""
        return self.glyph.width * self.look.size + self.after


class _Run(NamedTuple):
    """Glyphs shown by one operator, ``width`` pt in all, ``after`` pt of it still to be moved before the next."""

    first: Inked
    subset: str
    codes: str
    tracking: float
    width: float
    after: float


class Paper:
    """A PDF being drawn, page after page."""

    def __init__(
        self, size: tuple[float, float], title: str, author: str, first_font: str, stock: Mapping[str, str]
    ) -> None:
        """Begin a file.

        ``first_font`` is named as the initial font, so that no Helvetica is listed; ``stock`` are the characters, by
        font, that all documents of this kind share (see ``reports.embedding``).
        """
        from reportlab.pdfgen.canvas import Canvas

        font(first_font)
        self._buffer = BytesIO()
        self._canvas: Any = Canvas(
            self._buffer, pagesize=size, invariant=1, pageCompression=1, initialFontName=first_font
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setProducer("Qingzhang")
        self._canvas.setCreator("Qingzhang")
        self.width, self.height = size
        self._stock = dict(stock)
        self._codes: dict[int, tuple[str, str]] = {}
        self._fill = ""
        self._thick = False

    def new_page(self) -> None:
        """Finish the page."""
        self._canvas.showPage()
        self._fill = ""
        self._thick = False

    def turn(self, size: tuple[float, float]) -> None:
        """The page that begins has this size."""
        self.width, self.height = size
        self._canvas.setPageSize(size)

    def finish(self) -> bytes:
        """The whole file."""
        self._canvas.save()
        return self._buffer.getvalue()

    def text(self, x: float, baseline: float, chars: str, look: Look, align: str = "left") -> float:
        """One unbroken line of characters; returns its width. ``x`` is the left end, the middle or the right end."""
        return self.inked(x, baseline, ink(chars, look), align)

    def inked(self, x: float, baseline: float, inked: Sequence[Inked], align: str = "left") -> float:
        """One line of glyphs with their gaps; returns its width."""
        width = advance(inked) if align == "left" else advance(_trimmed(inked))
        x -= {"left": 0.0, "center": width / 2, "right": width}[align]
        self._show(x, baseline, inked)
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
        self._fill = ""

    def picture(
        self, x: float, y: float, content: bytes, most: tuple[float, float], align: str = "left"
    ) -> float:
        """A PNG or JPEG within ``most`` (width, height) whose upper edge is ``y``; returns its width."""
        from reportlab.lib.utils import ImageReader

        reader = ImageReader(BytesIO(content))
        across, down = map(float, reader.getSize())
        scale = min(most[0] / across, most[1] / down)
        width, height = across * scale, down * scale
        x -= {"left": 0.0, "center": width / 2, "right": width}[align]
        self._canvas.drawImage(reader, x, self.height - y - height, width, height, mask="auto")
        return width

    def ring(self, x: float, y: float, across: float, down: float | None = None) -> None:
        """A dashed ellipse around ``x``, ``y`` in the light red of seal places; only for the screen."""
        self._put(
            f"q {SEAL} RG 0.6 w [3 2.4] 0 d {_ellipse(x, self.height - y, across / 2, (down or across) / 2)} S Q"
        )

    def _put(self, operators: str) -> None:
        self._canvas._code.append(operators)

    def _show(self, x: float, baseline: float, inked: Sequence[Inked]) -> None:
        parts: list[str] = []
        at, due = x, 0.0
        for run in self._runs(inked):
            if not run.codes:
                self._stroke(at, baseline, run.first)
                due += run.width
            else:
                size = run.first.look.size
                lead = f"{-1000 * due / size:.1f}" if due else ""
                turn = self._turn(run.first, run.subset)
                parts.append(f"{turn} {run.tracking:.3f} Tc [{lead}<{run.codes}>] TJ")
                due = run.after
            at += run.width
        if parts:
            self._put(f"BT 1 0 0 1 {x:.2f} {self.height - baseline:.2f} Tm {' '.join(parts)} ET")

    def _runs(self, inked: Sequence[Inked]) -> Iterator[_Run]:
        """Glyphs in runs of one subset, look and tracking; a stroke (blank, box) is a run of its own."""
        at, count = 0, len(inked)
        while at < count:
            first = last = inked[at]
            at += 1
            width = first.advance
            if not first.glyph.font:
                yield _Run(first, "", "", 0.0, width, 0.0)
                continue
            subset, codes = self._code(first.glyph)
            tracking = first.after if first.tracked else 0.0
            while at < count and last.after == tracking:
                item = inked[at]
                if item.look is not first.look and item.look != first.look:
                    break
                if (item.tracked and not first.tracked) or not item.glyph.font:
                    break
                other, code = self._code(item.glyph)
                if other != subset:
                    break
                codes += code
                width += item.advance
                last = item
                at += 1
            yield _Run(first, subset, codes, tracking, width, last.after - tracking)

    def _turn(self, first: Inked, subset: str) -> str:
        """Change of font, and of ink where it differs; a rare character, which has no bold, is outlined in one."""
        look = first.look
        thick = look.chain.endswith("bold") and first.glyph.font == RARE
        change = f"{subset} {look.size:.2f} Tf"
        if thick != self._thick:
            self._thick = thick
            change = f"0 G {look.size / 45:.2f} w 2 Tr {change}" if thick else f"0 Tr {change}"
        if look.ink != self._fill:
            self._fill = look.ink
            change = f"{look.ink} {change}"
        return change

    def _code(self, drawn: Glyph) -> tuple[str, str]:
        """Subset font and hex code of a glyph in this file. Glyphs live as long as the process: their id is a key."""
        known = self._codes.get(id(drawn))
        if known is None:
            face, document = font(drawn.font), self._canvas._doc
            if chars := self._stock.pop(drawn.font, ""):
                begin_with(face, chars, document)
            ((subset, code),) = face.splitString(drawn.char, document)
            known = self._codes[id(drawn)] = (face.getSubsetInternalName(subset, document), code.hex())
        return known

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


def _trimmed(inked: Sequence[Inked]) -> Sequence[Inked]:
    """The glyphs without the spaces they end with."""
    end = len(inked)
    while end and inked[end - 1].glyph.char == " ":
        end -= 1
    return inked[:end]


def ink(chars: str, look: Look) -> list[Inked]:
    """Characters without gaps."""
    return [Inked(glyph(look.chain, char), look, 0.0) for char in chars]


def advance(inked: Iterable[Inked]) -> float:
    """Width of glyphs with their gaps, in pt."""
    return sum(item.advance for item in inked)


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
