"""Evidence files by content: one uncompressed, read-only file under its SHA-256, never altered.

In encrypted books each file is sealed by itself and lies under a name that only their key makes of the SHA-256.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from models.progress import Progress, silent
from models.rules.problems import Problem, Refused
from models.vault.durable import (
    make_sure_of_room,
    part_beside,
    stream_into,
    sweep_parts,
    sync_folder,
    write_whole,
)
from models.vault.key import Key
from models.vault.sealed import Sealing, size_within, unsealed


@dataclass(frozen=True)
class Taken:
    """A content that is safe in the vault."""

    sha256: str
    bytes: int


@dataclass(frozen=True)
class Content:
    """One content of a vault, to be read as a file is, whether it is sealed or not."""

    vault: Vault
    sha256: str

    def open(self, _mode: Literal["rb"] = "rb") -> BinaryIO:
        """The bytes as a stream."""
        return self.vault.open(self.sha256)

    def read_bytes(self) -> bytes:
        """All of them."""
        return self.vault.read(self.sha256)


class Vault:
    """The folder of contents, fanned out by the first two hex digits."""

    def __init__(self, root: Path, key: Key | None = None) -> None:
        """Stand on the folder, which need not exist yet. ``key`` seals and opens what lies in it."""
        self.root = root
        self.key = key

    def name_of(self, sha256: str) -> str:
        """The name of the file that has this content."""
        return self.key.file_name(sha256) if self.key else sha256

    def path_of(self, sha256: str) -> Path:
        """Where this content lies or would lie."""
        return self.place_of(self.name_of(sha256))

    def place_of(self, name: str) -> Path:
        """Where the file of this name lies or would lie."""
        return self.root / name[:2] / name

    def holds(self, sha256: str) -> bool:
        """Whether the content is here; says nothing of its soundness."""
        return self.path_of(sha256).is_file()

    def size(self, sha256: str) -> int:
        """How many bytes the content has. OSError where it is not here."""
        path = self.path_of(sha256)
        return size_within(path) if self.key else path.stat().st_size

    def open(self, sha256: str) -> BinaryIO:
        """The content, to be read; OSError where it is not here, or cannot be opened with the key."""
        path = self.path_of(sha256)
        return unsealed(path, self.key) if self.key else path.open("rb")

    def read(self, sha256: str) -> bytes:
        """The whole content. OSError as ``open``."""
        with self.open(sha256) as stream:
            return stream.read()

    def take_in(self, source: Path, progress: Progress = silent) -> Taken:
        """Copy a regular file in, streaming; the original stays where it is.

        Refused (``not_a_file``) for folders, links, pipes and devices: what a link names may change under it. OSError
        (no space left) before the first byte where there is no room for it.
        """
        try:
            mode = source.lstat().st_mode
            if not stat.S_ISREG(mode):
                raise Refused(Problem("not_a_file", {"file": source.name}, str(source)))
            incoming = source.open("rb")
        except OSError as error:
            raise Refused(Problem("file_unreadable", {"file": source.name}, str(source))) from error
        with incoming:
            return self._take(incoming, os.fstat(incoming.fileno()).st_size, progress)

    def take_over(self, other: Vault, sha256: str, progress: Progress = silent) -> Taken:
        """Copy a content of another vault in; what was taken says whether it still is that content. OSError."""
        with other.open(sha256) as incoming:
            return self._take(incoming, other.size(sha256), progress)

    def put(self, content: bytes, renamed: Callable[[Path], object] = sync_folder) -> Taken:
        """Keep a document the program itself has made.

        ``renamed`` is told the folder in which its name still has to reach the disk: who puts many syncs each once.
        """
        taken = Taken(hashlib.sha256(content).hexdigest(), len(content))
        target = self._room_for(taken.sha256)
        if target.is_file():
            renamed(target.parent)  # put by a run that was ended before its names were on the disk
        else:
            write_whole(target, lambda stream: self._fill(stream, content), renamed)
            target.chmod(0o400)
        return taken

    def copy_out(self, sha256: str, target: Path) -> None:
        """A copy for somebody else to open, whole under its name."""
        with self.open(sha256) as source:
            write_whole(target, lambda stream: stream_into(source, stream.write, 0))

    def contents(self) -> Iterator[str]:
        """The name of every file that lies here."""
        if self.root.is_dir():
            for folder in sorted(self.root.iterdir()):
                if folder.is_dir():
                    yield from (
                        file.name for file in sorted(folder.iterdir()) if not file.name.startswith(".")
                    )

    def digest(self, sha256: str, progress: Progress = silent) -> str | None:
        """The SHA-256 its bytes have today; None where it cannot be read."""
        running = hashlib.sha256()
        try:
            with self.open(sha256) as stream:
                stream_into(stream, running.update, 0, progress)
        except OSError:
            return None
        return running.hexdigest()

    def sweep(self, known: frozenset[str]) -> int:
        """Take away temporary files and contents no row speaks of (``known`` are hashes); returns how many."""
        swept = 0
        if self.root.is_dir():
            for folder in (self.root, *(entry for entry in self.root.iterdir() if entry.is_dir())):
                swept += sweep_parts(folder)
            names = {self.name_of(sha256) for sha256 in known}
            for orphan in [name for name in self.contents() if name not in names]:
                self.place_of(orphan).unlink(missing_ok=True)
                swept += 1
        return swept

    def _take(self, incoming: BinaryIO, size: int, progress: Progress) -> Taken:
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        make_sure_of_room(self.root, size)
        part = part_beside(self.root / "incoming")
        try:
            taken = self._copy_hashing(incoming, size, part, progress)
            if not self.holds(taken.sha256):
                part.chmod(0o400)
                target = self._room_for(taken.sha256)
                part.replace(target)
                sync_folder(target.parent)
            return taken
        finally:
            part.unlink(missing_ok=True)

    def _copy_hashing(self, incoming: BinaryIO, size: int, part: Path, progress: Progress) -> Taken:
        running = hashlib.sha256()
        with part.open("wb") as stream:
            kept = Sealing(stream, self.key) if self.key else stream

            def keep(piece: bytes) -> None:
                running.update(piece)
                kept.write(piece)

            taken = stream_into(incoming, keep, size, progress)
            if isinstance(kept, Sealing):
                kept.end()
            stream.flush()
            os.fsync(stream.fileno())
        return Taken(running.hexdigest(), taken)

    def _fill(self, stream: BinaryIO, content: bytes) -> None:
        if self.key is None:
            stream.write(content)
            return
        sealing = Sealing(stream, self.key)
        sealing.write(content)
        sealing.end()

    def _room_for(self, sha256: str) -> Path:
        target = self.path_of(sha256)
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, mode=0o700)
            sync_folder(self.root)
        return target
