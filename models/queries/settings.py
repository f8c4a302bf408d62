"""The choices as they stand in this portfolio."""

from __future__ import annotations

import json
from typing import Any

from models.settings import Setting, T
from models.store import Store
from models.tables import Preference
from models.tables import Setting as Kept


def setting(store: Store, which: Setting[T]) -> T:
    """The value in force."""
    return which.read(kept(store, which.key))


def kept(store: Store, key: str) -> str | None:
    """The stored JSON under a key, None where nothing is stored."""
    row = store.database.execute_sql("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def kept_under(store: Store, prefix: str) -> dict[str, Any]:
    """Everything stored under keys that begin so, e.g. saved views: {rest of the key: value}."""
    rows = Kept.select().where(Kept.key.startswith(prefix)).order_by(Kept.key).execute(store.database)
    return {row.key[len(prefix) :]: json.loads(row.value) for row in rows}


def preference(store: Store, key: str) -> Any:
    """What a window remembers of its looks; None where nothing or nothing readable is kept."""
    row = Preference.select().where(Preference.key == key).first(store.database)
    try:
        return None if row is None else json.loads(row.value)
    except ValueError:
        return None
