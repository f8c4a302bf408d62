"""What is owed besides the principal, and how somebody was reached."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = (
    """CREATE TABLE charge (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        fen INTEGER NOT NULL,
        owed_on DATE NOT NULL,
        source TEXT NOT NULL,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        entered_at TEXT NOT NULL,
        entered_by TEXT NOT NULL,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE charge_share (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        receipt_id INTEGER NOT NULL REFERENCES receipt ON DELETE RESTRICT,
        charge_id INTEGER NOT NULL REFERENCES charge ON DELETE RESTRICT,
        fen INTEGER NOT NULL
    )""",
)

COLUMNS: tuple[str, ...] = (
    "ALTER TABLE call ADD COLUMN reached TEXT",
    "ALTER TABLE call ADD COLUMN sent_from TEXT",
    "ALTER TABLE call ADD COLUMN place TEXT",
    "ALTER TABLE call ADD COLUMN present TEXT",
)

INDEXES: tuple[str, ...] = (
    "CREATE INDEX charge_claim_id ON charge (claim_id)",
    "CREATE INDEX charge_evidence_id ON charge (evidence_id)",
    "CREATE INDEX charge_share_receipt_id ON charge_share (receipt_id)",
    "CREATE INDEX charge_share_charge_id ON charge_share (charge_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make room for costs, stated interest and the facts of a contact."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
