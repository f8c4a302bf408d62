"""Changing a choice."""

from __future__ import annotations

import json
from typing import Any

from models.actions.desk import Desk
from models.changes import Changes
from models.settings import Setting, T
from models.store import Unit
from models.tables import Preference
from models.tables import Setting as Kept


def choose(desk: Desk, which: Setting[T], value: T) -> Changes:
    """Set a choice; Refused (``setting_out_of_range``) for a value it does not allow."""
    with desk.act("choose_setting") as unit:
        keep_value(desk, unit, which.key, which.checked(value))
    return unit.changes


def keep_view(desk: Desk, name: str, filters: dict[str, Any]) -> Changes:
    """Keep a filter of the claims table under a name."""
    with desk.act("keep_view") as unit:
        keep_value(desk, unit, f"view:{name.strip()}", filters)
    return unit.changes


def drop_view(desk: Desk, name: str) -> Changes:
    """Forget a kept filter; nothing happens where there is none."""
    with desk.act("drop_view") as unit:
        row = Kept.select().where(Kept.key == f"view:{name.strip()}").first(desk.store.database)
        if row is not None:
            unit.remove(Kept, row.id)
    return unit.changes


def keep_value(desk: Desk, unit: Unit, key: str, value: object) -> None:
    """Store JSON under a key as part of a larger act."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    row = Kept.select().where(Kept.key == key).first(desk.store.database)
    if row is None:
        unit.add(Kept, key=key, value=text)
    else:
        unit.change(Kept, row.id, value=text)


def remember(desk: Desk, key: str, value: object) -> None:
    """Keep how a window looks; no journal entry, since nothing depends on it."""
    text = json.dumps(value, ensure_ascii=False)
    with desk.store.acting():
        Preference.insert(key=key, value=text).on_conflict(
            conflict_target=[Preference.key], update={Preference.value: text}
        ).execute(desk.store.database)
