"""A PDF file as its numbered objects: what every file of ours is written with (ISO 32000-1, 7.5).

A plain table of cross-references at the end, no object streams, nothing that depends on the clock: the same objects
give the same bytes, and ``models.vault.pile`` can put many such files together.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

_HEADER = b"%PDF-1.4\n%\xe6\xb8\x85\xe8\xb4\xa6\n"
_WINDOW = 14
"""The short window of compression as a power of two."""
_END = b"\nendobj\n"
_FLATE = b"/Filter /FlateDecode "


class Objects:
    """The objects of a file in the making."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def add(self, body: bytes = b"") -> int:
        """Put an object behind the others; returns its number."""
        self._bodies.append(body)
        return len(self._bodies)

    def fill(self, number: int, body: bytes) -> None:
        """Say what an object is that was added before it was known."""
        self._bodies[number - 1] = body

    def whole(self, root: int, info: int) -> bytes:
        """The file: ``root`` is its catalogue, ``info`` what it tells of itself."""
        parts, places, at = [_HEADER], list[bytes](), len(_HEADER)
        for number, body in enumerate(self._bodies, 1):
            head = b"%d 0 obj\n" % number
            places.append(b"%010d 00000 n \n" % at)
            parts += head, body, _END
            at += len(head) + len(body) + len(_END)
        count = len(places) + 1
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, b"".join(places)))
        parts.append(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            % (count, root, info, at)
        )
        return b"".join(parts)


def stream(content: bytes, entries: bytes = b"", level: int = 3) -> bytes:
    """A stream, compressed; ``entries`` are what else its dictionary says. ``level`` 1 is fast, 9 small."""
    return _held(_packed(content, level), _FLATE + entries)


def _packed(content: bytes, level: int) -> bytes:
    """Compressed; what is short, as most pages are, through a window that just holds it and is far sooner at hand."""
    if len(content) > 1 << _WINDOW:
        return zlib.compress(content, level)
    short = zlib.compressobj(level, zlib.DEFLATED, _WINDOW, memLevel=7)
    return short.compress(content) + short.flush()


def _held(data: bytes, entries: bytes) -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def words(text: str) -> bytes:
    """A string that people read, in UTF-16 (7.9.2.2)."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


class Image(NamedTuple):
    """A picture as an object: its pixels, ``mask`` where some of it is seen through."""

    width: int
    height: int
    entries: bytes
    data: bytes
    mask: bytes | None

    def added(self, objects: Objects) -> int:
        """Its number among the objects of a file."""
        seen = b"/SMask %d 0 R " % objects.add(self.mask) if self.mask else b""
        return objects.add(_held(self.data, self.entries + seen))


@lru_cache(maxsize=8)
def image(content: bytes) -> Image:
    """A PNG or JPEG, kept for the next letter of a batch, which has the same logo. Raises OSError for anything else."""
    from PIL import Image as Opened

    opened = Opened.open(BytesIO(content))
    if opened.format == "JPEG" and opened.mode in ("RGB", "L"):
        entries = _entries(*opened.size, grey=opened.mode == "L") + b"/Filter /DCTDecode "
        return Image(*opened.size, entries, content, None)
    whole = opened.convert("RGBA")
    alpha, mask = whole.getchannel("A"), None
    if alpha.getextrema() != (255, 255):
        mask = stream(alpha.tobytes(), _entries(*whole.size, grey=True))
    entries = _entries(*whole.size, grey=False) + _FLATE
    return Image(*whole.size, entries, zlib.compress(whole.convert("RGB").tobytes()), mask)


def _entries(width: int, height: int, *, grey: bool) -> bytes:
    space = b"/DeviceGray" if grey else b"/DeviceRGB"
    return b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 " % (
        width, height, space,
    )  # fmt: skip
