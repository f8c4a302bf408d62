"""Who was told what of whom, and what holds a record."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = ()

COLUMNS: tuple[str, ...] = ()

INDEXES: tuple[str, ...] = ()


def up(migrator: Any, db: Any) -> None:
    """Make room for disclosures and holds."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
