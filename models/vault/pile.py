"""Many of the program's own PDFs as one print file: what they share, above all their fonts, stands in it once.

It reads only what ``reports.ink`` writes: a plain table of cross-references, no object streams, no cycle but from a
page to its parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_REFERENCE = re.compile(rb"(/Parent )?(\d+) 0 R")
_LENGTH = re.compile(rb"/Length (\d+)")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_STREAM = re.compile(rb"\s+stream\r?\n")


class Pile:
    """One print file in the making: ``add`` PDFs, then take the ``whole``."""

    def __init__(self) -> None:
        self._objects: list[bytes] = [b"", b""]
        self._known: dict[bytes, int] = {}
        self._pages: list[int] = []

    def add(self, pdf: bytes) -> None:
        """Put the pages of a PDF behind those that are there. Raises ValueError for one of another make."""
        offsets = _offsets(pdf)
        copied: dict[int, int] = {}

        def copy(number: int) -> int:
            if number not in copied:
                words, stream = _object(pdf, offsets, number)
                copied[number] = self._keep(_REFERENCE.sub(renumbered, words) + stream)
            return copied[number]

        def renumbered(found: re.Match[bytes]) -> bytes:
            return b"/Parent 2 0 R" if found[1] else b"%d 0 R" % copy(int(found[2]))

        for page in _pages(pdf, offsets):
            words, stream = _object(pdf, offsets, page)
            self._objects.append(_REFERENCE.sub(renumbered, words) + stream)
            self._pages.append(len(self._objects))

    def _keep(self, content: bytes) -> int:
        """The number of an object, which is written once however many pages want it."""
        digest = sha256(content).digest()
        if digest not in self._known:
            self._objects.append(content)
            self._known[digest] = len(self._objects)
        return self._known[digest]

    def whole(self) -> bytes:
        """The file."""
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
        self._objects[1] = b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (len(self._pages), kids)
        parts, places, at = [b"%PDF-1.4\n%\xe6\xb8\x85\xe8\xb4\xa6\n"], list[int](), 0
        for number, content in enumerate(self._objects, 1):
            at += len(parts[-1])
            places.append(at)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        at += len(parts[-1])
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table))
        parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, at))
        return b"".join(parts)


def piled(pdfs: Iterable[bytes]) -> bytes:
    """These PDFs as one, in their order."""
    pile = Pile()
    for pdf in pdfs:
        pile.add(pdf)
    return pile.whole()


def _offsets(pdf: bytes) -> list[int]:
    start = _START.search(pdf[-64:])
    if start is None:
        raise ValueError("no table of cross-references at the end")
    table = pdf[int(start[1]) :]
    if not table.startswith(b"xref"):
        raise ValueError("cross-references of another make")
    return [int(place) for place, _ in _ENTRY.findall(table[: table.index(b"trailer")])]


def _object(pdf: bytes, offsets: list[int], number: int) -> tuple[bytes, bytes]:
    """The words of an object and, if it has one, its stream with the words around it."""
    start = pdf.index(b"obj", offsets[number]) + 3
    end = pdf.index(b"endobj", start)
    stream = _STREAM.search(pdf, start, end)
    if stream is None:
        return pdf[start:end].strip(), b""
    words = pdf[start : stream.start()].strip()
    length = _LENGTH.search(words)
    if length is None:
        raise ValueError("a stream without its length")
    return words, b"\nstream\n" + pdf[stream.end() : stream.end() + int(length[1])] + b"\nendstream"


def _pages(pdf: bytes, offsets: list[int]) -> list[int]:
    for number in range(1, len(offsets)):
        words, _ = _object(pdf, offsets, number)
        kids = _KIDS.search(words)
        if kids:
            return [int(kid) for kid in re.findall(rb"(\d+) 0 R", kids[1])]
    raise ValueError("no pages")
