"""What a power cut leaves of a data folder: of what was not synced, every sector and every name by chance."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from models.store.folder import DataFolder
from tests.harness.wired import SECTOR, Sectors, Tap
from tests.harness.wired_sealed import SealedTap

FATES = ("old", "new", "noise")


class Disk:
    """What of a data folder would be found after a power cut now."""

    def __init__(self, folder: DataFolder, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.tap: Tap | SealedTap
        self.contents: set[int] = set()
        self.names: set[Path] = set()

    def synced(self, handle: int) -> None:
        """A file's content is on the disk, or a folder's names are."""
        self.contents.add(os.fstat(handle).st_ino)
        folder = Path(f"/proc/self/fd/{handle}").readlink()
        if folder.is_dir():
            self.names |= set(folder.iterdir())

    def image(self, target: Path) -> None:
        """The folder as it might come up: of what was not synced every sector and every name is a matter of chance."""
        vault, there = self.folder.vault.root, DataFolder(target, self.folder.key)
        there.vault.root.mkdir(parents=True)
        if self.folder.key:
            shutil.copy(self.folder.key_file, there.key_file)
        for path, sectors in self.tap.files.items():
            if Path(path).is_file():
                (target / Path(path).name).write_bytes(self._after_cut(Path(path).read_bytes(), sectors))
        for file in vault.glob("*/*"):
            if {file, file.parent} <= self.names or self.chance.random() < 0.5:
                self._lay_out(file, there.vault.root / file.relative_to(vault))

    def _after_cut(self, now: bytes, sectors: Sectors) -> bytes:
        size = self.chance.choice((sectors.size, len(now)))
        found = bytearray(now[:size].ljust(size, b"\0"))
        for sector, before in sectors.before.items():
            start, end = sector * SECTOR, min((sector + 1) * SECTOR, size)
            if start < end:
                old = before[: end - start].ljust(end - start, b"\0")
                found[start:end] = self._fate(old, bytes(found[start:end]))
        return bytes(found)

    def _fate(self, old: bytes, new: bytes) -> bytes:
        """What becomes of a sector. Bytes that were not written stay: SQLite relies on that, as disks promise it."""
        match self.chance.choice(FATES):
            case "old":
                return old
            case "new":
                return new
        noise = self.chance.randbytes(len(new))
        return bytes(was if was == will else any_ for was, will, any_ in zip(old, new, noise, strict=True))

    def _lay_out(self, file: Path, target: Path) -> None:
        target.parent.mkdir(exist_ok=True)
        sound = file.stat().st_ino in self.contents
        content = file.read_bytes()
        target.write_bytes(content if sound else self.chance.choice((b"", content[: len(content) // 2])))
