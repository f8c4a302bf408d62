"""Forms of the post, waybills and every attempt of delivery."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = ()

COLUMNS: tuple[str, ...] = ()

INDEXES: tuple[str, ...] = ()


def up(migrator: Any, db: Any) -> None:
    """Make room for the post."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
