"""The firm's own wording, and the lines of a run of letters."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = ()

COLUMNS: tuple[str, ...] = ()

INDEXES: tuple[str, ...] = ()


def up(migrator: Any, db: Any) -> None:
    """Make room for wording and for what a run left out."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
