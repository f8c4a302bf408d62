"""Where backups lie and which there are: a series of generations for plain books, and one for each key."""

from __future__ import annotations

import glob
import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from models.clock import china_day, instant
from models.settings import BACKUP_FOLDER
from models.store import engine
from models.store.backup import MANIFEST, is_plain
from models.store.folder import ENCRYPTED, PLAIN, DataFolder
from models.store.keys import KeyFile, read_keys


@dataclass(frozen=True)
class Generation:
    """One backup that was restored and found good. ``seq`` and ``head`` are the end of its journal.

    ``holds`` says how many rows it has of what a clerk counts; ``full_on`` when every content was last hashed.
    """

    folder: Path
    number: int
    made_at: datetime
    why: str
    seq: int
    head: str
    database: str
    holds: dict[str, int]
    checked: dict[str, int]
    full_on: date

    @property
    def day(self) -> date:
        """The day in China on which it was made."""
        return china_day(self.made_at)

    @property
    def file(self) -> Path:
        """Its database."""
        encrypted = self.folder / ENCRYPTED
        return encrypted if encrypted.exists() else self.folder / PLAIN

    @property
    def keys(self) -> KeyFile | None:
        """The wrapped key of encrypted books, which all generations under it share; None for plain ones.

        Refused: ``key_file_damaged``.
        """
        return read_keys(self.folder.parent) if self.file.name == ENCRYPTED else None


def backup_place(folder: DataFolder) -> Path:
    """Where backups of a data folder go: the place chosen in its settings, else a folder beside it."""
    return _chosen_place(folder) or place_beside(folder)


def place_beside(folder: DataFolder) -> Path:
    """The place that is always there: a folder beside the data folder."""
    return folder.root.parent / f"{folder.root.name}-backups"


def series(folder: DataFolder, place: Path) -> Path:
    """The folder of this data folder's generations within a place, which other data folders may share.

    Each key has a series of its own, in which everything is encrypted under it.
    """
    return place / f"{folder.root.name}{f'.key-{folder.key.name}' if folder.key else ''}.generations"


def every_series(folder: DataFolder, place: Path) -> list[Path]:
    """Those of plain books and of every key they were ever encrypted with."""
    name = glob.escape(folder.root.name)
    return [series(DataFolder(folder.root), place), *sorted(place.glob(f"{name}.key-*.generations"))]


def plain_backups(folder: DataFolder) -> list[Path]:
    """Backups that hold encrypted books in clear, from before: generations, and files in the usual place."""
    plain, beside = DataFolder(folder.root), place_beside(folder)
    found = [series(plain, place) for place in dict.fromkeys((backup_place(folder), beside))]
    files = [file for file in sorted(beside.glob("*.qzbackup")) if is_plain(file)]
    return [*filter(Path.is_dir, found), *files]


def generations(of_series: Path) -> list[Generation]:
    """Every one that counts, the newest first; what has no manifest that can be read does not count."""
    if not of_series.is_dir():
        return []
    found = [
        generation(entry) for entry in of_series.iterdir() if entry.is_dir() and entry.name[:1].isdigit()
    ]
    return sorted((one for one in found if one), key=lambda one: one.number, reverse=True)


def generation(folder: Path) -> Generation | None:
    """The one in this folder, None where that is none that counts."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        journal = told["journal"]
        return Generation(
            folder, int(told["number"]), instant(told["made_at"]), str(told["why"]), int(journal["seq"]),
            str(journal["hash"]), str(told["database"]), dict(told["holds"]), dict(told["checked"]),
            date.fromisoformat(told["full_on"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _chosen_place(folder: DataFolder) -> Path | None:
    """What the settings say, asked below the tables: a database of an older schema is asked too."""
    try:
        found = engine.ask(
            folder.database, folder.key, "SELECT value FROM setting WHERE key = ?", BACKUP_FOLDER.key
        )
    except engine.troubles():
        return None
    chosen = BACKUP_FOLDER.read(found[0][0] if found else None)
    return Path(chosen) if chosen else None
