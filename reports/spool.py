"""Large streams of a PDF that is being put together lie on the disk, not in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, BinaryIO

from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

LARGE = 1 << 14
"""Streams from this length on, in bytes, are put aside."""

_CHUNK = 1 << 18


class Spool:
    """A temporary file of streams, ``size`` bytes so far."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.size = file, 0

    def put(self, data: bytes) -> int:
        """Keep these bytes; returns where they begin."""
        at = self.size
        self._file.seek(at)
        self._file.write(data)
        self.size += len(data)
        return at

    def copy(self, at: int, length: int, write: Callable[[bytes], object]) -> None:
        """Hand what was kept there to ``write``, piece by piece."""
        self._file.seek(at)
        while length:
            piece = self._file.read(min(_CHUNK, length))
            write(piece)
            length -= len(piece)

    def relieve(self, writer: Any, first: int) -> int:
        """Put aside the large streams among the objects of a writer from ``first`` on; returns their count now."""
        for place in range(first, len(writer._objects)):
            found = writer._objects[place]
            if isinstance(found, StreamObject) and len(found._data) >= LARGE:
                writer._objects[place] = Spooled(found, self)
        return len(writer._objects)


class Spooled(StreamObject):
    """A stream whose bytes are in a spool until the file is written."""

    def __init__(self, whole: StreamObject, spool: Spool) -> None:
        super().__init__()
        self.update(whole)
        self.indirect_reference = whole.indirect_reference
        self._spool, self._at, self._long = spool, spool.put(whole._data), len(whole._data)

    def write_to_stream(self, stream: Any) -> None:
        """As any stream is written, from the spool."""
        self[NameObject("/Length")] = NumberObject(self._long)
        DictionaryObject.write_to_stream(self, stream)
        stream.write(b"\nstream\n")
        self._spool.copy(self._at, self._long, stream.write)
        stream.write(b"\nendstream")


class Watched:
    """A file being written; ``told`` is called with the bytes so far, at least every quarter of a mebibyte."""

    def __init__(self, file: BinaryIO, told: Callable[[int], object]) -> None:
        self._file, self._told, self._next = file, told, 0

    def write(self, data: bytes) -> int:
        """Write and tell."""
        written = self._file.write(data)
        at = self._file.tell()
        if at >= self._next:
            self._next = at + _CHUNK
            self._told(at)
        return written

    def tell(self) -> int:
        """Where the next byte goes."""
        return self._file.tell()

    def flush(self) -> None:
        """To the disk's own care."""
        self._file.flush()
