"""Evidence files by content: one uncompressed, read-only file under its SHA-256, never altered."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.progress import Progress, silent
from models.rules.problems import Problem, Refused
from models.vault.durable import (
    part_beside,
    stream_into,
    sweep_parts,
    sync_folder,
    write_bytes_whole,
    write_whole,
)


@dataclass(frozen=True)
class Taken:
    """A content that is safe in the vault."""

    sha256: str
    bytes: int


class Vault:
    """The folder of contents, fanned out by the first two hex digits."""

    def __init__(self, root: Path) -> None:
        """Stand on the folder, which need not exist yet."""
        self.root = root

    def path_of(self, sha256: str) -> Path:
        """Where this content lies or would lie."""
        return self.root / sha256[:2] / sha256

    def holds(self, sha256: str) -> bool:
        """Whether the content is here; says nothing of its soundness."""
        return self.path_of(sha256).is_file()

    def take_in(self, source: Path, progress: Progress = silent) -> Taken:
        """Copy a regular file in, streaming; the original stays where it is.

        Refused (``not_a_file``) for folders, links, pipes and devices: what a link names may change under it.
        """
        try:
            mode = source.lstat().st_mode
        except OSError as error:
            raise Refused(Problem("file_unreadable", {"file": source.name}, str(source))) from error
        if not stat.S_ISREG(mode):
            raise Refused(Problem("not_a_file", {"file": source.name}, str(source)))
        return self._take_stream(source, progress)

    def put(self, content: bytes) -> Taken:
        """Keep a document the program itself has made."""
        taken = Taken(hashlib.sha256(content).hexdigest(), len(content))
        if not self.holds(taken.sha256):
            target = self._room_for(taken.sha256)
            write_bytes_whole(target, content)
            target.chmod(0o400)
        return taken

    def copy_out(self, sha256: str, target: Path) -> None:
        """A copy for somebody else to open, whole under its name."""
        with self.path_of(sha256).open("rb") as source:
            size = os.fstat(source.fileno()).st_size
            write_whole(target, lambda stream: stream_into(source, stream.write, size))

    def contents(self) -> Iterator[str]:
        """Every content that lies here, by its name."""
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
            with self.path_of(sha256).open("rb") as stream:
                stream_into(stream, running.update, 0, progress)
        except OSError:
            return None
        return running.hexdigest()

    def sweep(self, known: frozenset[str]) -> int:
        """Take away temporary files and contents no row speaks of; returns how many."""
        swept = 0
        if self.root.is_dir():
            for folder in (self.root, *(entry for entry in self.root.iterdir() if entry.is_dir())):
                swept += sweep_parts(folder)
            for orphan in [name for name in self.contents() if name not in known]:
                self.path_of(orphan).unlink(missing_ok=True)
                swept += 1
        return swept

    def _take_stream(self, source: Path, progress: Progress) -> Taken:
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = part_beside(self.root / "incoming")
        try:
            taken = _copy_hashing(source, part, progress)
            if not self.holds(taken.sha256):
                part.chmod(0o400)
                target = self._room_for(taken.sha256)
                part.replace(target)
                sync_folder(target.parent)
            return taken
        finally:
            part.unlink(missing_ok=True)

    def _room_for(self, sha256: str) -> Path:
        target = self.path_of(sha256)
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, mode=0o700)
            sync_folder(self.root)
        return target


def _copy_hashing(source: Path, part: Path, progress: Progress) -> Taken:
    running = hashlib.sha256()
    try:
        incoming = source.open("rb")
    except OSError as error:
        raise Refused(Problem("file_unreadable", {"file": source.name}, str(source))) from error
    with incoming, part.open("wb") as kept:

        def keep(piece: bytes) -> None:
            running.update(piece)
            kept.write(piece)

        size = stream_into(incoming, keep, os.fstat(incoming.fileno()).st_size, progress)
        kept.flush()
        os.fsync(kept.fileno())
    return Taken(running.hexdigest(), size)
