"""The tap on the disk under SQLCipher, whose SQLite apsw does not reach: a VFS of ours within its own library.

It hands every call on to the library's own VFS, and tells of the writes, cuts and syncs of one database file. The
shapes are those of ``sqlite3_vfs``, ``sqlite3_file`` and ``sqlite3_io_methods`` (sqlite.org/c3ref/vfs.html).
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p
from importlib import import_module
from pathlib import Path
from typing import Any

import apsw

from models.store.folder import DataFolder
from tests.harness.wired import Sectors, Tap, tapped

OK, IO_ERROR = 0, 10
CODES = {apsw.FullError: 13, apsw.ReadOnlyError: 8}
"""How SQLite says what the tap raises."""

_Sized = CFUNCTYPE(c_int, c_void_p, POINTER(c_int64))
_Moving = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Cutting = CFUNCTYPE(c_int, c_void_p, c_int64)
_Syncing = CFUNCTYPE(c_int, c_void_p, c_int)
_Opening = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
# A name goes on as the place where it stands: what a URI asked for stands behind it.


class _Methods(Structure):
    """What can be done with an open file; what is not called by its shape here is only handed on."""

    _fields_ = (
        ("version", c_int), ("close", c_void_p), ("read", _Moving), ("write", _Moving), ("truncate", _Cutting),
        ("sync", _Syncing), ("size", _Sized), ("rest", c_void_p * 12),
    )  # fmt: skip


class _Open(Structure):
    """An open file begins with what can be done with it."""

    _fields_ = (("methods", POINTER(_Methods)),)


class _Vfs(Structure):
    """How files are opened; the rest is handed on."""

    _fields_ = (
        ("version", c_int), ("file_size", c_int), ("longest_path", c_int), ("next", c_void_p), ("name", c_char_p),
        ("data", c_void_p), ("open", _Opening), ("rest", c_void_p * 15),
    )  # fmt: skip


class _File:
    """An open file: what it held before, and how the library itself does things with it."""

    def __init__(self, handle: int, sound: _Methods, files: dict[str, Sectors], path: str) -> None:
        self._handle, self.sound = handle, sound
        self.sectors = files.setdefault(path, Sectors(self.xFileSize()))

    def xFileSize(self) -> int:
        """Bytes now."""
        size = c_int64()
        self.sound.size(self._handle, byref(size))
        return size.value

    def xRead(self, count: int, offset: int) -> bytes:
        """Some of them."""
        found = ctypes.create_string_buffer(count)
        self.sound.read(self._handle, found, count, offset)
        return found.raw


_lent: list[SealedTap] = []
"""Every tap there was: SQLite calls it as long as a connection stands that was opened over it, whoever forgot that."""


class SealedTap:
    """The disk under one encrypted database. ``asked(what)`` is called with ``sync`` or ``write`` before it happens."""

    def __init__(self, path: Path, asked: Callable[[str], object]) -> None:
        self.path, self.asked = str(path), asked
        self.files: dict[str, Sectors] = {}
        self._library: Any = ctypes.CDLL(import_module("sqlcipher3._sqlite3").__file__)
        self._library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        self._below = self._library.sqlite3_vfs_find(None)
        self._vfs = _Vfs.from_buffer_copy(self._below.contents)
        self._vfs.name = f"tap{next(_names)}".encode()
        self._vfs.open = _Opening(self._answer(self._opened))
        self._open: dict[int, _File] = {}
        self._dressed: dict[int, _Methods] = {}
        self.fault: Exception | None = None

    def register(self) -> None:
        """From now on every file is opened over the tap."""
        _lent.append(self)
        self._library.sqlite3_vfs_register(byref(self._vfs), 1)

    def unregister(self) -> None:
        """From now on none is, and nobody is asked about those that are still open."""
        self.asked = lambda _: None
        self._library.sqlite3_vfs_register(self._below, 1)
        self._library.sqlite3_vfs_unregister(byref(self._vfs))

    def _opened(self, _: int, name: int | None, handle: int, flags: int, told: int | None) -> int:
        code = int(self._below.contents.open(ctypes.cast(self._below, c_void_p), name, handle, flags, told))
        path = ctypes.string_at(name).decode() if name else ""
        if code == OK and path.startswith(self.path):
            file = _Open.from_address(handle)
            self._open[handle] = _File(handle, file.methods.contents, self.files, path)
            file.methods = ctypes.pointer(self._dress(file.methods.contents))
        return code

    def _dress(self, sound: _Methods) -> _Methods:
        """What the library does with files of this sort, told before it is done."""
        place = ctypes.addressof(sound)
        if place not in self._dressed:
            made = self._dressed[place] = _Methods.from_buffer_copy(sound)
            made.write = _Moving(self._answer(self._write))
            made.truncate = _Cutting(self._answer(self._truncate))
            made.sync = _Syncing(self._answer(self._sync))
        return self._dressed[place]

    def _answer(self, do: Callable[..., Any]) -> Callable[..., int]:
        """As SQLite takes answers. What is no trouble of a disk is a fault of the trial, and is raised at its end."""

        def answer(*given: Any) -> int:
            try:
                return int(do(*given))
            except tuple(CODES) as trouble:
                return CODES[type(trouble)]
            except Exception as fault:
                self.fault = fault
                return IO_ERROR

        return answer

    def _write(self, handle: int, content: int, count: int, offset: int) -> int:
        self.asked("write")
        file = self._open[handle]
        file.sectors.keep(file, offset, count)
        return int(file.sound.write(handle, content, count, offset))

    def _truncate(self, handle: int, size: int) -> int:
        file = self._open[handle]
        if (length := file.xFileSize() - size) > 0:
            file.sectors.keep(file, size, length)
        return int(file.sound.truncate(handle, size))

    def _sync(self, handle: int, flags: int) -> int:
        self.asked("sync")
        file = self._open[handle]
        file.sectors.before.clear()
        file.sectors.size = file.xFileSize()
        return int(file.sound.sync(handle, flags))


_names = itertools.count()


@contextmanager
def tapped_sealed(path: Path, asked: Callable[[str], object]) -> Iterator[SealedTap]:
    """While this lasts, whoever opens that encrypted database writes over the tap."""
    tap = SealedTap(path, asked)
    tap.register()
    try:
        yield tap
    finally:
        tap.unregister()
        if tap.fault:
            raise tap.fault


def tapped_books(
    folder: DataFolder, asked: Callable[[str], object]
) -> AbstractContextManager[Tap | SealedTap]:
    """The tap under books of either kind."""
    return (tapped_sealed if folder.key else tapped)(folder.database, asked)
