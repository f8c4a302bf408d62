"""The typefaces: which font draws a character, how wide it is, and how it is embedded.

Each look names a chain of fonts; a character is drawn by the first font of its chain that has it. Fonts are read
from ``resources/fonts`` once per process, the fallbacks only when a character asks for them. Nothing is ever drawn by
a font that lacks the character: ``glyph`` raises instead of printing a crossed box.
"""

from __future__ import annotations

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

FONTS = sorted({name for chain in CHAINS.values() for name in chain})

BODY_FONT = {"zh_CN": _SERIF, "en": _LATIN}
"""The font of running text by language."""
TITLE_FONT = {"zh_CN": _SERIF_BOLD, "en": _LATIN_BOLD}
"""The font of titles, names and what is stressed."""
TABLE_FONTS = (_SANS, _SANS_BOLD)


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


def is_apostrophe(chars: str, position: int) -> bool:
    """Whether the ’ there stands between two Latin letters, as in O’Neill; elsewhere it closes a quotation."""
    beside = chars[max(0, position - 1) : position + 2].replace("’", "")
    return len(beside) == 2 and beside.isascii() and beside.isalpha()


def apostrophe(chain: str) -> Glyph:
    """The ’ of a Latin word in a look: Chinese faces draw it a full em wide, the Latin one does not."""
    return glyph("latin-bold" if chain.endswith("-bold") else "latin", "’")


def _search(chain: str, char: str) -> Glyph:
    code = 0x20 if char == "\u00a0" else ord(char)
    for name in CHAINS[chain]:
        face = font(name)
        if code in face.charToGlyph:
            return Glyph(name, char, face.charWidths.get(code, face.defaultWidth) / 1000)
    raise NoGlyph(char)


@cache
def can_draw(char: str) -> bool:
    """Whether any bundled font has the character."""
    try:
        glyph("serif", char)
    except NoGlyph:
        return False
    return True


@cache
def font(name: str) -> Any:
    """The font, read on first use; its tables, some of 15 MB, are taken out of the file once."""
    from reportlab.pdfbase import ttfonts

    face = ttfonts.TTFontFace(str(FOLDER / f"{name}.ttf"))
    face.get_table = cache(face.get_table)
    return face
