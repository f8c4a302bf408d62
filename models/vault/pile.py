"""Many of the program's own PDFs as one print file: what they share, above all their fonts, stands in it once.

It reads only what ``reports.pdf`` writes: a plain table of cross-references, no object streams, no cycle but from a
page to its parent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_REFERENCE = b" 0 R"
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")


class Pile:
    """One print file in the making: ``add`` PDFs, then take the ``whole``."""

    def __init__(self) -> None:
        self._objects: list[tuple[bytes, bytes]] = [(b"", b"")] * 2
        self._known: dict[tuple[bytes, bytes], list[int]] = {}
        self._pages: list[int] = []

    def add(self, pdf: bytes) -> None:
        """Put the pages of a PDF behind those that are there. Raises ValueError for one of another make."""
        source = _Source(pdf)
        copied: dict[int, int] = {}

        def copy(number: int) -> int:
            if number not in copied:
                words, start, end = source.parted(number)
                copied[number] = self._keep(_renumbered(words, copy), pdf, start, end)
            return copied[number]

        for page in source.pages():
            words, start, end = source.parted(page)
            self._objects.append((_renumbered(words, copy), pdf[start:end]))
            self._pages.append(len(self._objects))

    def _keep(self, words: bytes, pdf: bytes, start: int, end: int) -> int:
        """The number of an object, which is written once however many pages want it.

        Those that begin and end alike are compared where they stand: the fonts in a batch are copied out once.
        """
        alike = self._known.setdefault((words, pdf[max(start, end - 24) : end]), [])
        for number in alike:
            rest = self._objects[number - 1][1]
            if len(rest) == end - start and pdf.startswith(rest, start):
                return number
        self._objects.append((words, pdf[start:end]))
        alike.append(len(self._objects))
        return alike[-1]

    def whole(self) -> bytes:
        """The file."""
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self._objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>", b""
        self._objects[1] = b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (len(self._pages), kids), b""
        parts, places, at = [b"%PDF-1.4\n%\xe6\xb8\x85\xe8\xb4\xa6\n"], list[int](), 0
        for number, content in enumerate(self._objects, 1):
            at += len(parts[-1])
            places.append(at)
            parts.append(b"%d 0 obj\n%s%s\nendobj\n" % (number, *content))
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


def _renumbered(words: bytes, copy: Callable[[int], int]) -> bytes:
    """The words of an object with the numbers its references have here; a page's parent is our tree."""
    *parts, last = words.split(_REFERENCE)
    for place, part in enumerate(parts):
        before = part.rstrip(b"0123456789")
        number = 2 if before.endswith(b"/Parent ") else copy(int(part[len(before) :]))
        parts[place] = b"%s%d" % (before, number)
    return _REFERENCE.join([*parts, last])


class _Source:
    """A PDF of ours being read, object by object."""

    def __init__(self, pdf: bytes) -> None:
        start = _START.search(pdf[-64:])
        if start is None:
            raise ValueError("no table of cross-references at the end")
        table = pdf[int(start[1]) :]
        if not table.startswith(b"xref"):
            raise ValueError("cross-references of another make")
        self.pdf = pdf
        self.places = [int(place) for place, _ in _ENTRY.findall(table[: table.index(b"trailer")])]
        ordered = [*sorted(self.places), int(start[1])]
        self.ends = dict(pairwise(ordered))

    def parted(self, number: int) -> tuple[bytes, int, int]:
        """The words of an object and, if it has one, where its stream begins and ends."""
        place = self.places[number]
        start = self.pdf.index(b"obj", place) + 4
        end = self.pdf.rindex(b"endobj", start, self.ends[place]) - 1
        cut = self.pdf.find(b"stream", start, end)
        cut = end if cut < 0 else cut
        return self.pdf[start:cut], cut, end

    def pages(self) -> list[int]:
        """The numbers of its pages."""
        for number in range(1, len(self.places)):
            kids = _KIDS.search(self.parted(number)[0])
            if kids:
                return [int(kid) for kid in re.findall(rb"(\d+) 0 R", kids[1])]
        raise ValueError("no pages")
