"""The firm's own wording, and the lines of a run of letters."""

from __future__ import annotations

from typing import Any

TABLES = (
    """CREATE TABLE wording_version (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        body TEXT NOT NULL,
        note TEXT,
        set_at TEXT NOT NULL,
        set_by TEXT NOT NULL
    )""",
    """CREATE TABLE letter_run_line (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        run_id INTEGER NOT NULL REFERENCES letter_run ON DELETE RESTRICT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        guarantor_id INTEGER REFERENCES guarantor ON DELETE RESTRICT,
        currency TEXT NOT NULL,
        outcome TEXT NOT NULL,
        why TEXT,
        until_on DATE,
        letter_id INTEGER REFERENCES letter ON DELETE RESTRICT
    )""",
)

COLUMNS = (
    "ALTER TABLE letter ADD COLUMN guarantor_id INTEGER REFERENCES guarantor ON DELETE RESTRICT",
    "ALTER TABLE letter ADD COLUMN wording_id INTEGER REFERENCES wording_version ON DELETE RESTRICT",
    "ALTER TABLE letter ADD COLUMN own_words TEXT",
    "ALTER TABLE letter ADD COLUMN said TEXT",
    "ALTER TABLE letter ADD COLUMN printed_at TEXT",
)

INDEXES = (
    "CREATE INDEX letter_run_line_run_id ON letter_run_line (run_id)",
    "CREATE INDEX letter_run_line_debtor_id ON letter_run_line (debtor_id)",
    "CREATE INDEX letter_run_line_guarantor_id ON letter_run_line (guarantor_id)",
    "CREATE INDEX letter_run_line_letter_id ON letter_run_line (letter_id)",
    "CREATE INDEX letter_guarantor_id ON letter (guarantor_id)",
    "CREATE INDEX letter_wording_id ON letter (wording_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make room for wording and for what a run left out."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
