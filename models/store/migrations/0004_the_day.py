"""The day: policy, marks, people, disputes, cases, reviews."""

from __future__ import annotations

from typing import Any

TABLES = (
    """CREATE TABLE contact (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        name TEXT NOT NULL,
        role TEXT,
        channel TEXT NOT NULL,
        value TEXT NOT NULL,
        verified_on DATE,
        do_not_call INTEGER NOT NULL,
        do_not_call_why TEXT,
        night_consent INTEGER NOT NULL,
        note TEXT,
        ended_at TEXT
    )""",
    """CREATE TABLE debtor_flag (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        why TEXT NOT NULL,
        set_at TEXT NOT NULL,
        set_by TEXT NOT NULL,
        ended_at TEXT
    )""",
    """CREATE TABLE dispute (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT,
        reason TEXT NOT NULL,
        root_cause TEXT,
        fen INTEGER NOT NULL,
        owner TEXT,
        opened_on DATE NOT NULL,
        due_on DATE,
        note TEXT,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        resolved_on DATE,
        resolution TEXT,
        resolution_note TEXT,
        receipt_id INTEGER REFERENCES receipt ON DELETE RESTRICT
    )""",
    """CREATE TABLE dispute_entry (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        dispute_id INTEGER NOT NULL REFERENCES dispute ON DELETE RESTRICT,
        text TEXT NOT NULL,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        written_at TEXT NOT NULL,
        written_by TEXT NOT NULL
    )""",
    """CREATE TABLE task_case (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        title TEXT NOT NULL,
        opened_on DATE NOT NULL,
        goal TEXT,
        closed_on DATE,
        outcome TEXT,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL
    )""",
    """CREATE TABLE case_member (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES task_case ON DELETE RESTRICT,
        person TEXT NOT NULL,
        role TEXT NOT NULL
    )""",
    """CREATE TABLE case_entry (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES task_case ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        owner TEXT,
        held_on DATE NOT NULL,
        due_on DATE,
        done_on DATE,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        written_at TEXT NOT NULL,
        written_by TEXT NOT NULL
    )""",
    """CREATE TABLE policy_version (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        body TEXT NOT NULL,
        note TEXT,
        set_at TEXT NOT NULL,
        set_by TEXT NOT NULL
    )""",
    """CREATE TABLE day_mark (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        reason TEXT NOT NULL,
        kind TEXT NOT NULL,
        marked_on DATE NOT NULL,
        until_on DATE,
        handed_to TEXT,
        why TEXT,
        marked_at TEXT NOT NULL,
        marked_by TEXT NOT NULL
    )""",
    """CREATE TABLE person (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        roles TEXT NOT NULL,
        active INTEGER NOT NULL
    )""",
    """CREATE TABLE approval (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        what TEXT NOT NULL,
        subject TEXT NOT NULL,
        subject_id INTEGER NOT NULL,
        fen INTEGER,
        why TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        decision TEXT,
        decision_why TEXT,
        decided_at TEXT,
        decided_by TEXT
    )""",
    """CREATE TABLE sign_off (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        period TEXT NOT NULL,
        as_of DATE NOT NULL,
        body TEXT NOT NULL,
        signed_at TEXT NOT NULL,
        signed_by TEXT NOT NULL,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT
    )""",
    """CREATE TABLE review (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        month TEXT NOT NULL,
        as_of DATE NOT NULL,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        signed_at TEXT,
        signed_by TEXT
    )""",
    """CREATE TABLE review_line (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        review_id INTEGER NOT NULL REFERENCES review ON DELETE RESTRICT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT,
        balance_fen INTEGER NOT NULL,
        days_overdue INTEGER NOT NULL,
        proposed TEXT NOT NULL,
        decided TEXT,
        cause TEXT,
        measure TEXT,
        owner TEXT,
        due_on DATE,
        note TEXT
    )""",
)

COLUMNS = (
    "ALTER TABLE call ADD COLUMN channel TEXT NOT NULL DEFAULT 'phone'",
    "ALTER TABLE call ADD COLUMN override_why TEXT",
    "ALTER TABLE call ADD COLUMN asked TEXT",
    "ALTER TABLE call ADD COLUMN asks_payment INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE call ADD COLUMN memo_id INTEGER REFERENCES evidence ON DELETE RESTRICT",
    "ALTER TABLE letter_run ADD COLUMN override_why TEXT",
)

INDEXES = (
    "CREATE INDEX contact_debtor_id ON contact (debtor_id)",
    "CREATE INDEX debtor_flag_debtor_id ON debtor_flag (debtor_id)",
    "CREATE INDEX call_memo_id ON call (memo_id)",
    "CREATE INDEX dispute_claim_id ON dispute (claim_id)",
    "CREATE INDEX dispute_receipt_id ON dispute (receipt_id)",
    "CREATE INDEX dispute_entry_dispute_id ON dispute_entry (dispute_id)",
    "CREATE INDEX dispute_entry_evidence_id ON dispute_entry (evidence_id)",
    "CREATE INDEX task_case_debtor_id ON task_case (debtor_id)",
    "CREATE INDEX case_member_case_id ON case_member (case_id)",
    "CREATE INDEX case_entry_case_id ON case_entry (case_id)",
    "CREATE INDEX case_entry_evidence_id ON case_entry (evidence_id)",
    "CREATE INDEX day_mark_debtor_id ON day_mark (debtor_id)",
    "CREATE UNIQUE INDEX person_name ON person (name)",
    "CREATE INDEX sign_off_evidence_id ON sign_off (evidence_id)",
    "CREATE UNIQUE INDEX review_month ON review (month)",
    "CREATE INDEX review_line_claim_id ON review_line (claim_id)",
    "CREATE INDEX review_line_review_id ON review_line (review_id)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables of the day's work; every contact so far was a call."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
