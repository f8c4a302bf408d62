"""The typefaces: which font draws a character, how wide it is, and how it is embedded.

Each look names a chain of fonts; a character is drawn by the first font of its chain that has it. Fonts are read
from ``resources/fonts`` once per process, the fallbacks only when a character asks for them. Nothing is ever drawn by
a font that lacks the character: ``glyph`` raises instead of printing a crossed box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"

_SERIF, _SERIF_BOLD = "NotoSerifSC-Regular", "NotoSerifSC-Bold"
_SANS, _SANS_BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"
_LATIN, _LATIN_BOLD, _LATIN_ITALIC = "SourceSerif4-Regular", "SourceSerif4-Bold", "SourceSerif4-Italic"
RARE = "HanaMinA-Regular"
"""What draws the characters that the others lack."""

CHAINS: dict[str, tuple[str, ...]] = {
    "serif": (_SERIF, _SANS, RARE),
    "serif-bold": (_SERIF_BOLD, _SANS_BOLD, RARE),
    "sans": (_SANS, _SERIF, RARE),
    "sans-bold": (_SANS_BOLD, _SERIF_BOLD, RARE),
    "latin": (_LATIN, _SERIF, _SANS, RARE),
    "latin-bold": (_LATIN_BOLD, _SERIF_BOLD, _SANS_BOLD, RARE),
    "latin-italic": (_LATIN_ITALIC, _SERIF, _SANS, RARE),
}
"""Looks by name; the bold of a rare character is its regular."""


class Glyph(NamedTuple):
    """One character as a font draws it; ``width`` in em."""

    font: str
    char: str
    width: float


class NoGlyph(Exception):
    """No bundled font can draw ``char``."""

    def __init__(self, char: str) -> None:
        """Remember the character."""
        super().__init__(f"no font draws U+{ord(char):04X}")
        self.char = char


_known: dict[tuple[str, str], Glyph] = {}


def glyph(chain: str, char: str) -> Glyph:
    """How ``char`` is drawn in a look. Raises NoGlyph when no font of the chain has it."""
    found = _known.get((chain, char))
    if found is None:
        found = _known[chain, char] = _search(chain, char)
    return found


def _search(chain: str, char: str) -> Glyph:
    code = 0x20 if char == "\u00a0" else ord(char)
    for name in CHAINS[chain]:
        face = font(name).face
        if code in face.charToGlyph:
            return Glyph(name, char, face.charWidths.get(code, face.defaultWidth) / 1000)
    raise NoGlyph(char)


def can_draw(char: str) -> bool:
    """Whether any bundled font has the character."""
    try:
        glyph("serif", char)
    except NoGlyph:
        return False
    return True


def width(chain: str, text: str, size: float) -> float:
    """Width of a text set without gaps, in pt."""
    return sum(glyph(chain, char).width for char in text) * size


@cache
def font(name: str) -> Any:
    """The font, read and registered with reportlab on first use."""
    from reportlab.pdfbase import pdfmetrics, ttfonts

    _mend(ttfonts)
    loaded = ttfonts.TTFont(name, str(FOLDER / f"{name}.ttf"), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _mend(ttfonts: Any) -> None:
    """Correct three habits of reportlab, here and nowhere else.

    Its ToUnicode map writes characters above U+FFFF with five digits, so 𠮷 is drawn but copied as something else;
    it copies whole tables out of a 15 MB file for every subset; it writes streams in ASCII, a quarter larger.
    """
    from reportlab import rl_config

    rl_config.useA85 = 0
    ttfonts.makeToUnicodeCMap = to_unicode_map
    ttfonts.TTFontFile.get_table = _cached_tables(ttfonts.TTFontFile.get_table)


def _cached_tables(read: Callable[[Any, str], bytes]) -> Callable[[Any, str], bytes]:
    def get_table(face: Any, tag: str) -> bytes:
        tables: dict[str, bytes] = face.__dict__.setdefault("_tables_read", {})
        if tag not in tables:
            tables[tag] = read(face, tag)
        return tables[tag]

    return get_table


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
