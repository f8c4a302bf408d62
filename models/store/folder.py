"""The data folder: what lies where, closed to everyone but its owner."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from models.vault.vault import Vault


@dataclass(frozen=True)
class DataFolder:
    """One portfolio on disk. Nothing else of the program lies anywhere else, backups apart."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "qingzhang.db"

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
        return Vault(self.root / "vault")

    def make(self) -> None:
        """Make what is missing, for its owner alone (0700, files 0600 by umask)."""
        os.umask(0o077)
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.vault.root.mkdir(exist_ok=True, mode=0o700)
