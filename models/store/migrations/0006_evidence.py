"""What a document must tell of itself, and who had it in hand."""

from __future__ import annotations

from typing import Any

TABLES = (
    """CREATE TABLE custody (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        evidence_id INTEGER NOT NULL REFERENCES evidence ON DELETE RESTRICT,
        act TEXT NOT NULL,
        why TEXT,
        acted_at TEXT NOT NULL,
        acted_by TEXT NOT NULL
    )""",
    """CREATE TABLE scan (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        folder TEXT NOT NULL,
        file_name TEXT NOT NULL,
        size INTEGER NOT NULL,
        written_ns INTEGER NOT NULL,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        why TEXT,
        decided_at TEXT NOT NULL,
        decided_by TEXT NOT NULL
    )""",
)

COLUMNS = (
    "ALTER TABLE evidence ADD COLUMN document TEXT",
    "ALTER TABLE evidence ADD COLUMN form TEXT",
    "ALTER TABLE evidence ADD COLUMN origin TEXT",
    "ALTER TABLE evidence ADD COLUMN made_on DATE",
    "ALTER TABLE evidence ADD COLUMN account TEXT",
    "ALTER TABLE evidence ADD COLUMN device TEXT",
    "ALTER TABLE evidence ADD COLUMN keeper TEXT",
    "ALTER TABLE evidence ADD COLUMN transcript TEXT",
    "ALTER TABLE evidence ADD COLUMN parent_id INTEGER REFERENCES evidence ON DELETE RESTRICT",
    "ALTER TABLE evidence ADD COLUMN held_at TEXT",
    "ALTER TABLE evidence ADD COLUMN held_why TEXT",
)

INDEXES = (
    "CREATE INDEX custody_evidence_id ON custody (evidence_id)",
    "CREATE INDEX scan_evidence_id ON scan (evidence_id)",
    "CREATE INDEX evidence_parent_id ON evidence (parent_id)",
    "CREATE INDEX evidence_sha256 ON evidence (sha256)",
)


def up(migrator: Any, db: Any) -> None:
    """Make room for the facts and the custody of evidence."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
