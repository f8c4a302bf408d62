"""A large worksheet cut into pieces as its XML goes by: two readers are at work while it is still looked through.

The reader takes whole workbooks only, so each piece is dressed as one; it lets other threads work meanwhile. A sheet
written in any but the plain way (with comments, with rows that do not say their number) is left to be read whole.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import Any, Literal, NamedTuple

from models.ledger.zip_scan import ArchiveFacts, Source, scan_later

_READERS = 2
_IN_HAND = 2 * _READERS
"""So many pieces may wait or be read: they lie in memory."""
_PIECE = 4 << 20
_FRAMES = 4
"""A piece is at least so many times as long as what must be read again with each."""
_LARGEST_FRAME = 20 << 20
_BEGIN, _END, _ROW = b"<sheetData>", b"</sheetData></worksheet>", b"<row "
_NUMBERED = re.compile(rb'<row\b[^>]*?\sr="\d')

Parts = Mapping[str, bytes]
Place = tuple[int, int]


class Piece(NamedTuple):
    """Rows of a sheet from its first cell to its last, both from 0 and inclusive, and the merged cells it tells."""

    start: Place
    end: Place
    rows: list[list[Any]]
    merged: Sequence[tuple[Place, Place]]


class JoinedSheet:
    """A sheet put together from its pieces; it answers as the reader's own sheets do."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """``pieces`` follow one another, and there is one at least."""
        self._pieces = pieces
        self.total_height = pieces[-1].end[0] + 1
        self.total_width = max(piece.end[1] for piece in pieces) + 1
        self.merged_cell_ranges = [area for piece in pieces for area in piece.merged]

    def to_python(self, *, skip_empty_area: Literal[False] = False) -> list[list[Any]]:  # noqa: ARG002  as the reader's
        """Every row from the first line of the sheet, all of one width."""
        rows: list[list[Any]] = []
        for start, end, own, _ in self._pieces:
            left, right = [""] * start[1], [""] * (self.total_width - end[1] - 1)
            rows += [[""] * self.total_width for _ in range(start[0] - len(rows))]
            rows += [left + row + right for row in own] if left or right else own
        return rows


def read_in_pieces(
    source: Source, facts: ArchiveFacts, wanted: Mapping[str, int], length: int = _PIECE
) -> dict[str, JoinedSheet]:
    """Look at the sheets that the scan left out, and read those of them that are wanted and can be cut.

    ``wanted`` is {name of a sheet: its place in the workbook}; ``length`` is that of a piece at least, in bytes.
    Raises Refused as ``scan_later``.
    """
    if not facts.later:
        return {}
    cut: dict[str, _Cutter] = {}
    with ThreadPoolExecutor(_READERS) as readers:

        def passing(
            archive: zipfile.ZipFile, part: str, name: str, chunks: Iterator[bytes]
        ) -> Iterator[bytes]:
            frame = _frame(archive, facts.parts) if name in wanted else None
            if frame is None:
                return chunks
            cut[name] = _Cutter(readers, frame, part, wanted[name], length)
            return cut[name].passing(chunks)

        scan_later(source, facts, passing)
        joined = {name: cutter.joined() for name, cutter in cut.items()}
    return {name: sheet for name, sheet in joined.items() if sheet is not None}


def _frame(archive: zipfile.ZipFile, sheets: Sequence[str]) -> Parts | None:
    """What a piece needs to be a workbook: all parts of XML but the sheets; None where they are too large."""
    parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
    others = [part for part in parts if part.filename not in sheets]
    if sum(part.file_size for part in others) > _LARGEST_FRAME:
        return None
    return {part.filename: archive.read(part) for part in others}


class _Cutter:
    """Cuts one sheet as it goes by, and hands the pieces to the readers."""

    def __init__(self, readers: ThreadPoolExecutor, frame: Parts, part: str, place: int, length: int) -> None:
        self.readers, self.frame, self.part, self.place = readers, frame, part, place
        self.length = max(length, _FRAMES * sum(map(len, frame.values())))
        self.in_hand = BoundedSemaphore(_IN_HAND)
        self.found: list[Future[Piece | None]] = []
        self.head = b""
        self.kept = bytearray()
        self.is_plain = True

    def passing(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The chunks as they come; each is cut when whoever looks at them asks for the next."""
        for chunk in chunks:
            yield chunk
            if self.is_plain:
                self._take(chunk)
        if self.is_plain and self.head:
            self._hand_over(b"".join((self.head, self.kept)))

    def _take(self, chunk: bytes) -> None:
        self.kept += chunk
        if not self.head:
            self._take_head()
        if self.head and len(self.kept) > self.length:
            cut = self.kept.rfind(_ROW)
            self.is_plain = cut > 0 and _NUMBERED.match(self.kept, cut) is not None
            if self.is_plain:
                self._hand_over(b"".join((self.head, memoryview(self.kept)[:cut], _END)))
                self.kept = self.kept[cut:]

    def _take_head(self) -> None:
        begin = self.kept.find(_BEGIN)
        self.is_plain = begin > 0
        if self.is_plain:
            self.head = bytes(self.kept[: begin + len(_BEGIN)])
            self.kept = self.kept[len(self.head) :]

    def _hand_over(self, xml: bytes) -> None:
        self.is_plain = b"!" not in xml or b"<!" not in xml
        if self.is_plain:
            self.in_hand.acquire()
            self.found.append(self.readers.submit(self._read, xml))

    def _read(self, xml: bytes) -> Piece | None:
        """The cells of one piece; None where it has none."""
        from python_calamine import load_workbook

        try:
            book = load_workbook(_workbook({**self.frame, self.part: xml}))
            sheet = book.get_sheet_by_index(self.place)
            if sheet.start is None or sheet.end is None:
                return None
            return Piece(sheet.start, sheet.end, sheet.to_python(), sheet.merged_cell_ranges or ())
        finally:
            self.in_hand.release()

    def joined(self) -> JoinedSheet | None:
        """The whole sheet; None where it was not cut, or where the reader gave up or found rows out of their order."""
        from python_calamine import CalamineError

        try:
            pieces = [piece for future in self.found if (piece := future.result())]
        except (CalamineError, OSError, ValueError):
            return None
        ends = [-1, *(piece.end[0] for piece in pieces)]
        in_order = all(piece.start[0] > end for piece, end in zip(pieces, ends, strict=False))
        return JoinedSheet(pieces) if self.is_plain and pieces and in_order else None


def _workbook(parts: Parts) -> io.BytesIO:
    """An archive with these parts, not packed any tighter: it is opened at once."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, said in parts.items():
            archive.writestr(name, said)
    whole.seek(0)
    return whole
