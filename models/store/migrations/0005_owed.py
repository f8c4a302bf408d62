"""What is owed besides the principal, and how somebody was reached."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = ()

COLUMNS: tuple[str, ...] = ()

INDEXES: tuple[str, ...] = ()


def up(migrator: Any, db: Any) -> None:
    """Make room for costs, stated interest and the facts of a contact."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
