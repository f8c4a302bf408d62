"""A file that only its key can read, piece by piece: a mebibyte of it is in memory at a time, however long it is.

The file: four bytes of kind, sixteen random ones, then pieces of a mebibyte, each with its seal (AES-256-GCM, 16
bytes). Each file has a key of its own, drawn from the random bytes; the nonce of a piece is its number and whether it
is the last. A piece that was altered, put elsewhere, taken from another file or cut off is found when it is read.
"""

from __future__ import annotations

import io
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from models.vault.key import Key, expanded

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KIND = b"QZS1"
PIECE = 1 << 20
_SALT = 16
_HEAD = len(KIND) + _SALT
_SEAL = 16


class Spoiled(OSError):
    """The file is not what was sealed, or not with this key."""


class Sealing:
    """Writes a sealed file into a stream: ``write`` what it holds, then ``end``."""

    def __init__(self, sink: BinaryIO, key: Key) -> None:
        """Begin the file."""
        salt = os.urandom(_SALT)
        self._sink, self._cipher = sink, _cipher(key, salt)
        self._held, self._number = bytearray(), 0
        sink.write(KIND + salt)

    def write(self, content: bytes) -> None:
        """Take more of it. Whole pieces go on as soon as it is known that another follows."""
        self._held += content
        while len(self._held) > PIECE:
            self._seal(bytes(self._held[:PIECE]), last=False)
            del self._held[:PIECE]

    def end(self) -> None:
        """Seal what is left; a file without this end is found to be cut off."""
        self._seal(bytes(self._held), last=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._sink.write(self._cipher.encrypt(_nonce(self._number, last=last), piece, None))
        self._number += 1


class _Unsealing(io.RawIOBase):
    """The content of a sealed file, to be read anywhere; the piece read last is kept."""

    def __init__(self, file: Path, key: Key) -> None:
        self._source = file.open("rb")
        head = self._source.read(_HEAD)
        if len(head) < _HEAD or not head.startswith(KIND):
            self._source.close()
            raise Spoiled(f"{file.name}: not a sealed file")
        self._cipher, self._name = _cipher(key, head[len(KIND) :]), file.name
        self._pieces, self._size = _measured(os.fstat(self._source.fileno()).st_size)
        self._at, self._number, self._piece = 0, -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence])
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._at >= self._size:
            # Only the last piece shows that the file is whole, also where nothing of it is left to read.
            self._open(self._pieces - 1)
            return 0
        number, start = divmod(self._at, PIECE)
        self._open(number)
        some = self._piece[start : start + len(into)]
        into[: len(some)] = some
        self._at += len(some)
        return len(some)

    def _open(self, number: int) -> None:
        if number == self._number:
            return
        from cryptography.exceptions import InvalidTag

        self._source.seek(_HEAD + number * (PIECE + _SEAL))
        sealed = self._source.read(PIECE + _SEAL)
        try:
            self._piece = self._cipher.decrypt(_nonce(number, last=number == self._pieces - 1), sealed, None)
        except (InvalidTag, ValueError) as error:
            raise Spoiled(f"{self._name}: piece {number} is not what was sealed") from error
        self._number = number

    def close(self) -> None:
        self._source.close()
        self._piece = b""
        super().close()


def unsealed(file: Path, key: Key) -> BinaryIO:
    """The content of a sealed file as a stream. Raises Spoiled, at once or while it is read."""
    return cast("BinaryIO", io.BufferedReader(_Unsealing(file, key), PIECE))


def size_within(file: Path) -> int:
    """How many bytes a sealed file holds; its seals are not looked at."""
    return _measured(file.stat().st_size)[1]


def _measured(length: int) -> tuple[int, int]:
    """How many pieces a sealed file of this length has, and how many bytes they hold."""
    body = max(length - _HEAD, 0)
    pieces = max(-(-body // (PIECE + _SEAL)), 1)
    return pieces, max(body - pieces * _SEAL, 0)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _cipher(key: Key, salt: bytes) -> AESGCM:
    return _aes()(expanded(key.files, salt))


@lru_cache(maxsize=1)
def _aes() -> type[AESGCM]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # only where books are encrypted

    return AESGCM
