"""What a document must tell of itself, and who had it in hand."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = ()

COLUMNS: tuple[str, ...] = ()

INDEXES: tuple[str, ...] = ()


def up(migrator: Any, db: Any) -> None:
    """Make room for the facts and the custody of evidence."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
