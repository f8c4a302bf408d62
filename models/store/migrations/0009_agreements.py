"""Clauses of an agreement, its supplements and its signing."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = (
    """CREATE TABLE signing_check (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan ON DELETE RESTRICT,
        step TEXT NOT NULL,
        checked_at TEXT NOT NULL,
        checked_by TEXT NOT NULL
    )""",
)

COLUMNS: tuple[str, ...] = (
    "ALTER TABLE plan ADD COLUMN sent_on DATE",
    "ALTER TABLE plan ADD COLUMN replaces_id INTEGER REFERENCES plan ON DELETE RESTRICT",
    "ALTER TABLE letter ADD COLUMN plan_id INTEGER REFERENCES plan ON DELETE RESTRICT",
)

INDEXES: tuple[str, ...] = (
    "CREATE INDEX signing_check_plan_id ON signing_check (plan_id)",
    "CREATE INDEX plan_replaces_id ON plan (replaces_id)",
    "CREATE INDEX letter_plan_id ON letter (plan_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make room for agreements."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
