"""Clauses of an agreement, its supplements and its signing."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = ()

COLUMNS: tuple[str, ...] = ()

INDEXES: tuple[str, ...] = ()


def up(migrator: Any, db: Any) -> None:
    """Make room for agreements."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
