"""How characters are coded in a file, and how the fonts that draw them are written into it.

A font goes in as subsets of up to 254 characters with codes of one byte. All documents of a kind begin with the same
subsets, those of their wording: made, compressed and written once, they are the same in every letter of a batch, and so
is every line that needs no other character. Only names and addresses add a small subset of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from reports.faces import FONTS, Glyph, font
from reports.pdf import Objects, stream

_MOST = 255
"""The last code of a subset; code 0 is the missing character."""
_SPACE = 0x20
"""This code is a space in every subset: readers take it for one, whatever the font says."""
_NONSYMBOLIC, _SYMBOLIC = 1 << 5, 1 << 2


class Code(NamedTuple):
    """How a character is shown: the subset's name in a page, the code in hexadecimal; ``shared``: in every document."""

    resource: str
    code: str
    shared: bool


class Subset(NamedTuple):
    """A subset ready to be written; ``descriptor`` and ``font`` lack the numbers of what they name."""

    program: bytes
    to_unicode: bytes
    descriptor: bytes
    font: bytes

    def added(self, objects: Objects) -> int:
        """The font's number among the objects of a file."""
        descriptor = objects.add(self.descriptor % objects.add(self.program))
        return objects.add(self.font % (descriptor, objects.add(self.to_unicode)))


class _Allotted:
    """Characters of fonts with the codes they were given, one subset after the other."""

    def __init__(self, first: Mapping[str, int], shared: bool) -> None:
        self._first, self._shared = first, shared
        self._given: dict[tuple[str, str], Code] = {}
        self.points: dict[str, list[list[int]]] = {}

    def of(self, name: str, char: str) -> Code | None:
        return self._given.get((name, char))

    def give(self, name: str, char: str) -> Code:
        subsets = self.points.setdefault(name, [])
        if not subsets or len(subsets[-1]) > _MOST:
            subsets.append([0])
        number, held = self._first.get(name, 0) + len(subsets) - 1, subsets[-1]
        if len(held) == _SPACE:
            held.append(_SPACE)
        held.append(_SPACE if char == "\u00a0" else ord(char))
        code = Code(f"/{_resource(name, number)}", f"{len(held) - 1:02X}", self._shared)
        self._given[name, char] = code
        return code

    def subsets(self, beat: Callable[[], object]) -> Iterator[tuple[str, Subset]]:
        for name, subsets in self.points.items():
            for number, points in enumerate(subsets, self._first.get(name, 0)):
                beat()
                yield _resource(name, number), _subset(name, number, tuple(points), 9 if self._shared else 3)


def _resource(name: str, number: int) -> str:
    return f"F{FONTS.index(name)}.{number}"


class Stock:
    """The characters all documents of a kind share, by font."""

    def __init__(self, chars: Mapping[str, str]) -> None:
        """Give each that its font has a code."""
        self._allotted = _Allotted({}, shared=True)
        for name, held in chars.items():
            for char in held:
                if ord(char) in font(name).charToGlyph and self._allotted.of(name, char) is None:
                    self._allotted.give(name, char)
        self.lengths = {name: len(subsets) for name, subsets in self._allotted.points.items()}
        self.known: dict[int, Code] = {}
        self._subsets: dict[str, Subset] | None = None

    def of(self, drawn: Glyph) -> Code | None:
        """The code of a glyph; None for one that is not shared."""
        return self._allotted.of(drawn.font, drawn.char)

    def subsets(self) -> dict[str, Subset]:
        """By the name they have in a page."""
        if self._subsets is None:
            self._subsets = dict(self._allotted.subsets(lambda: None))
        return self._subsets


NO_STOCK = Stock({})


class Codes:
    """The codes of the characters of one file: those of its stock, others as they come."""

    def __init__(self, stock: Stock) -> None:
        self.stock = stock
        self._own = _Allotted(stock.lengths, shared=False)
        self._known = dict(stock.known)

    def of(self, drawn: Glyph) -> Code:
        """The code of a glyph. Glyphs live as long as the process: their id is a key."""
        return self._known.get(id(drawn)) or self._find(drawn)

    def _find(self, drawn: Glyph) -> Code:
        code = self.stock.of(drawn)
        if code is not None:
            self.stock.known[id(drawn)] = code
        else:
            code = self._own.of(drawn.font, drawn.char) or self._own.give(drawn.font, drawn.char)
        self._known[id(drawn)] = code
        return code

    def fonts(self, objects: Objects, beat: Callable[[], object]) -> bytes:
        """All subsets, added to a file; what a page says of them. ``beat`` is called before each of its own is made."""
        subsets = {**self.stock.subsets(), **dict(self._own.subsets(beat))}
        return b" ".join(
            b"/%s %d 0 R" % (name.encode(), made.added(objects)) for name, made in subsets.items()
        )


_reading = Lock()
"""A font is read at one place at a time: a preview may be drawn while letters are made."""


@lru_cache(maxsize=64)
def _subset(name: str, number: int, points: tuple[int, ...], level: int) -> Subset:
    face = font(name)
    named = f"{_prefix(number)}+{face.name.decode()}"
    with _reading:
        program = face.makeSubset(list(points))
    box = " ".join(f"{part:g}" for part in face.bbox)
    widths = " ".join(f"{face.getCharWidth(point):g}" for point in points)
    descriptor = (
        f"<< /Type /FontDescriptor /FontName /{named} /Flags {face.flags & ~_NONSYMBOLIC | _SYMBOLIC}"
        f" /FontBBox [ {box} ] /ItalicAngle {face.italicAngle:g} /Ascent {face.ascent:g} /Descent {face.descent:g}"
        f" /CapHeight {face.capHeight:g} /StemV {face.stemV:g} /MissingWidth {face.defaultWidth:g}"
        " /FontFile2 %d 0 R >>"
    )
    written = (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{named} /FirstChar 0 /LastChar {len(points) - 1}"
        f" /Widths [ {widths} ] /FontDescriptor %d 0 R /ToUnicode %d 0 R >>"
    )
    return Subset(
        stream(program, b"/Length1 %d " % len(program), level),
        stream(to_unicode_map(named, points).encode(), level=level),
        descriptor.encode(),
        written.encode(),
    )


def _prefix(number: int) -> str:
    """The six letters that mark a subset: AAAAAA, BAAAAA … (PDF 9.6.4)."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def to_unicode_map(name: str, subset: Sequence[int]) -> str:
    """The map from the codes of a subset to characters in UTF-16BE, at most a hundred in a block (PDF 9.10.3)."""
    lines = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset)
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType 2 def",
            f"1 begincodespacerange <00> <{len(subset) - 1:02X}> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
