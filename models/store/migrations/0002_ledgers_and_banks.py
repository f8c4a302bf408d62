"""Names a debtor goes by, money from the bank, files that came by themselves."""

from __future__ import annotations

from typing import Any

TABLES = (
    """CREATE TABLE other_name (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        name TEXT NOT NULL
    )""",
    """CREATE TABLE names_apart (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        other TEXT NOT NULL
    )""",
    """CREATE TABLE debtor_account (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        account TEXT NOT NULL
    )""",
    """CREATE TABLE bank_line (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        file_name TEXT NOT NULL,
        sha256 TEXT,
        statement_row INTEGER NOT NULL,
        entered_on DATE NOT NULL,
        payer TEXT,
        payer_account TEXT,
        amount_fen INTEGER NOT NULL,
        currency TEXT NOT NULL,
        memo TEXT,
        reference TEXT,
        mark TEXT NOT NULL,
        state TEXT NOT NULL,
        debtor_id INTEGER REFERENCES debtor ON DELETE RESTRICT,
        receipt_id INTEGER REFERENCES receipt ON DELETE RESTRICT,
        why TEXT,
        taken_at TEXT NOT NULL,
        taken_by TEXT NOT NULL
    )""",
    """CREATE TABLE arrival (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        came_at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        batch_id INTEGER REFERENCES batch ON DELETE RESTRICT,
        seen_at TEXT
    )""",
)

COLUMNS = ("ALTER TABLE receipt ADD COLUMN kind TEXT NOT NULL DEFAULT 'payment'",)

INDEXES = (
    "CREATE INDEX other_name_debtor_id ON other_name (debtor_id)",
    "CREATE UNIQUE INDEX other_name_name ON other_name (name)",
    "CREATE INDEX debtor_account_debtor_id ON debtor_account (debtor_id)",
    "CREATE INDEX bank_line_debtor_id ON bank_line (debtor_id)",
    "CREATE UNIQUE INDEX bank_line_mark ON bank_line (mark)",
    "CREATE INDEX bank_line_receipt_id ON bank_line (receipt_id)",
    "CREATE INDEX arrival_batch_id ON arrival (batch_id)",
    "CREATE UNIQUE INDEX names_apart_pair ON names_apart (name, other)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables of bank statements and names; every receipt so far was a payment."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
