"""Books of either kind for the harnesses: plain ones, and encrypted ones under a key that everybody here has."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from models.store import Store, open_store
from models.store.conversion import encrypt
from models.store.keys import new_keys
from models.store.passphrase import Cost
from models.vault.key import Key

KEY = Key(bytes(range(32)))
PHRASE = "苏州河边三只鸭子"
KEYS = new_keys(KEY, PHRASE, Cost(1, 64, 1))
NOW = datetime(2026, 11, 30, 4, tzinfo=UTC)
WAIT_S = 10.0


def books(data: Path, key: Key | None = None) -> Store:
    """The books in a folder, open; new ones are encrypted before anything is in them where there is a key."""
    store = open_store(data, key=key, wait_s=WAIT_S)
    if key and not store.folder.encrypted:
        encrypt(store, key, KEYS, NOW)
    return store
