"""A guarantor's written consent, the copy of a letter for the file, and when a court accepted a bankruptcy."""

from __future__ import annotations

from typing import Any

TABLES: tuple[str, ...] = (
    """CREATE TABLE guarantor_consent (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        guarantor_id INTEGER NOT NULL REFERENCES guarantor ON DELETE RESTRICT,
        plan_id INTEGER NOT NULL REFERENCES plan ON DELETE RESTRICT,
        signed_on DATE NOT NULL,
        returned_on DATE NOT NULL,
        until_on DATE,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        note TEXT,
        entered_at TEXT NOT NULL,
        entered_by TEXT NOT NULL,
        voided_at TEXT,
        void_why TEXT
    )""",
)

COLUMNS: tuple[str, ...] = (
    "ALTER TABLE letter ADD COLUMN copied_at TEXT",
    "ALTER TABLE letter ADD COLUMN copied_by TEXT",
    "ALTER TABLE debtor_flag ADD COLUMN accepted_on DATE",
    "ALTER TABLE debtor_flag ADD COLUMN court TEXT",
    "ALTER TABLE debtor_flag ADD COLUMN case_number TEXT",
)

INDEXES: tuple[str, ...] = (
    "CREATE INDEX guarantor_consent_guarantor_id ON guarantor_consent (guarantor_id)",
    "CREATE INDEX guarantor_consent_plan_id ON guarantor_consent (plan_id)",
    "CREATE INDEX guarantor_consent_evidence_id ON guarantor_consent (evidence_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make room for what comes back on paper and for what a court decides."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
