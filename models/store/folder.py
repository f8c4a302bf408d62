"""The data folder: what lies where, closed to everyone but its owner."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from models.store.keys import FILE
from models.vault.key import Key
from models.vault.vault import Vault

PLAIN, ENCRYPTED = "qingzhang.db", "encrypted.db"
"""The names of the database: each kind has its own, so that both can stand side by side while one becomes the other."""


@dataclass(frozen=True)
class DataFolder:
    """One portfolio on disk. Nothing else of the program lies anywhere else, backups apart.

    ``key`` is that of encrypted books; without it the folder speaks of plain ones.
    """

    root: Path
    key: Key | None = field(default=None, repr=False, compare=False)

    @property
    def encrypted(self) -> bool:
        """Whether the books that count in this folder are encrypted: the key file alone decides it."""
        return self.key_file.exists()

    @property
    def key_file(self) -> Path:
        """The key of encrypted books, wrapped by what opens it."""
        return self.root / FILE

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / (ENCRYPTED if self.key else PLAIN)

    @property
    def begun(self) -> bool:
        """Whether there is a database, and more of it than a name."""
        return self.database.is_file() and self.database.stat().st_size > 0

    @property
    def act_lock(self) -> Path:
        """Held by either face while it acts."""
        return self.root / "lock"

    @property
    def window_lock(self) -> Path:
        """Held while a window is open on this folder."""
        return self.root / "window"

    @property
    def verified(self) -> Path:
        """The last good result of a verification, beside the database."""
        return self.root / "verified.json"

    @property
    def logs(self) -> Path:
        """What went wrong below the sentences a user sees."""
        return self.root / "log"

    @property
    def vault(self) -> Vault:
        """The evidence files."""
        return Vault(self.root / ("encrypted" if self.key else "vault"), self.key)

    @property
    def changing(self) -> Path:
        """Stands there while plain books become encrypted ones or the other way round; see ``store.conversion``."""
        return self.root / "changing"

    def make(self) -> None:
        """Make what is missing, for its owner alone (0700, files 0600 by umask)."""
        os.umask(0o077)
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.vault.root.mkdir(exist_ok=True, mode=0o700)
