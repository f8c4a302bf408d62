"""How fonts are written into a file; the one place where habits of reportlab are corrected.

Its ToUnicode map writes characters above U+FFFF with five digits, so that 𠮷 is drawn but copied as something else. It
copies whole tables out of a 15 MB file for every subset, makes each subset anew for each file, and writes streams in
ASCII, a quarter larger. Here a subset is made and compressed once: letters of one kind begin with the characters of
their wording, so most of their subsets are the same and only names and addresses add a small one.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple


class Subset(NamedTuple):
    """Up to 256 characters of a font, ready to be written: streams compressed, widths as PDF text."""

    program: bytes
    length: int
    widths: bytes
    to_unicode: bytes


@cache
def mend() -> None:
    """Put our ways in the place of reportlab's; done once, before the first font is read."""
    from reportlab import rl_config
    from reportlab.pdfbase import ttfonts

    rl_config.useA85 = 0
    ttfonts.TTFontFile.get_table = _cached_tables(ttfonts.TTFontFile.get_table)
    ttfonts.TTFont.addObjects = _add_subsets


def begin_with(font: Any, chars: str, document: Any) -> None:
    """Give ``chars`` the first codes of a font in a file and leave the rest of their last subset free."""
    known = [char for char in chars if ord(char) in font.face.charToGlyph]
    font.splitString("".join(known), document)
    state = font.state[document]
    state.nextCode = -(-state.nextCode // 256) * 256


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


def _cached_tables(read: Callable[[Any, str], bytes]) -> Callable[[Any, str], bytes]:
    def get_table(face: Any, tag: str) -> bytes:
        tables: dict[str, bytes] = face.__dict__.setdefault("_tables_read", {})
        if tag not in tables:
            tables[tag] = read(face, tag)
        return tables[tag]

    return get_table


@lru_cache(maxsize=64)
def _subset(face: Any, name: str, points: tuple[int, ...]) -> Subset:
    program = face.makeSubset(list(points))
    widths = " ".join(f"{face.getCharWidth(point):g}" for point in points)
    return Subset(
        zlib.compress(program),
        len(program),
        f"[ {widths} ]".encode(),
        zlib.compress(to_unicode_map(name, points).encode()),
    )


def _add_subsets(font: Any, document: Any) -> None:
    """Write all subsets a file uses of a font."""
    from reportlab.pdfbase import pdfdoc

    state = font.state[document]
    state.frozen = 1
    for number, points in enumerate(state.subsets):
        internal = font.getSubsetInternalName(number, document)[1:]
        name = f"{_prefix(number)}+{font.face.name.decode()}"
        made = _subset(font.face, name, tuple(points))
        written = pdfdoc.PDFTrueTypeFont()
        written.Name, written.BaseFont = internal, name
        written.FirstChar, written.LastChar = 0, len(points) - 1
        written.Widths = made.widths
        written.ToUnicode = document.Reference(_stream(made.to_unicode), f"toUnicode:{name}")
        written.FontDescriptor = document.Reference(
            _descriptor(font.face, name, made, document), f"descriptor:{name}"
        )
        document.Reference(written, internal)
        document.idToObject["BasicFonts"].dict[internal] = written
    del font.state[document]


def _prefix(number: int) -> str:
    """The six letters that mark a subset: AAAAAA, BAAAAA … (PDF 9.6.4)."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _stream(compressed: bytes, **entries: int) -> Any:
    from reportlab.pdfbase import pdfdoc

    stream = pdfdoc.PDFStream(content=compressed)
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    for entry, value in entries.items():
        stream.dictionary[entry] = value
    return stream


def _descriptor(face: Any, name: str, made: Subset, document: Any) -> Any:
    from reportlab.pdfbase import pdfdoc

    nonsymbolic, symbolic = 1 << 5, 1 << 2
    program = _stream(made.program, Length1=made.length)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(name),
            "Flags": face.flags & ~nonsymbolic | symbolic,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "FontFile2": document.Reference(program, f"program:{name}"),
        }
    )
