"""Every attempt of delivery: where a letter was sent, what became of it, what proves it; a debtor's other addresses."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = (
    """CREATE TABLE debtor_address (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        source TEXT NOT NULL,
        address TEXT NOT NULL,
        postcode TEXT,
        ended_at TEXT
    )""",
    """CREATE TABLE posting (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        letter_id INTEGER NOT NULL REFERENCES letter ON DELETE RESTRICT,
        attempt INTEGER NOT NULL,
        carrier TEXT NOT NULL,
        waybill TEXT NOT NULL,
        mailed_on DATE NOT NULL,
        address TEXT,
        postcode TEXT,
        address_source TEXT NOT NULL,
        noted_at TEXT NOT NULL,
        noted_by TEXT NOT NULL
    )""",
    """CREATE TABLE delivery (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        letter_id INTEGER NOT NULL REFERENCES letter ON DELETE RESTRICT,
        attempt INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        happened_on DATE NOT NULL,
        signer TEXT,
        noted_at TEXT NOT NULL,
        noted_by TEXT NOT NULL
    )""",
    """CREATE TABLE letter_proof (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        letter_id INTEGER NOT NULL REFERENCES letter ON DELETE RESTRICT,
        attempt INTEGER NOT NULL,
        kind TEXT NOT NULL,
        evidence_id INTEGER NOT NULL REFERENCES evidence ON DELETE RESTRICT
    )""",
)

COLUMNS: tuple[str, ...] = ("ALTER TABLE letter ADD COLUMN outcome TEXT",)

INDEXES: tuple[str, ...] = (
    "CREATE INDEX debtor_address_debtor_id ON debtor_address (debtor_id)",
    "CREATE INDEX posting_letter_id ON posting (letter_id)",
    "CREATE INDEX posting_waybill ON posting (waybill)",
    "CREATE INDEX delivery_letter_id ON delivery (letter_id)",
    "CREATE INDEX letter_proof_letter_id ON letter_proof (letter_id)",
    "CREATE INDEX letter_proof_evidence_id ON letter_proof (evidence_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make room for the post; what letters tell already stands as their first attempt."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
