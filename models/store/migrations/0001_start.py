"""The first schema: frozen, later changes are steps of their own."""

from __future__ import annotations

from typing import Any

TABLES = (
    """CREATE TABLE creditor (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT,
        latin_name TEXT,
        uscc TEXT,
        address TEXT,
        postcode TEXT,
        phone TEXT,
        email TEXT,
        bank TEXT,
        account TEXT,
        contact TEXT,
        representative TEXT,
        letter_prefix TEXT
    )""",
    """CREATE TABLE debtor (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        code TEXT,
        uscc TEXT,
        is_person INTEGER NOT NULL,
        industry TEXT,
        address TEXT,
        address_source TEXT,
        postcode TEXT,
        phone TEXT,
        contact_person TEXT,
        email TEXT,
        letter_language TEXT,
        initials TEXT NOT NULL
    )""",
    """CREATE TABLE batch (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        file_name TEXT NOT NULL,
        sha256 TEXT,
        sheet TEXT,
        as_of DATE NOT NULL,
        rows_read INTEGER NOT NULL,
        signature TEXT NOT NULL,
        columns TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        imported_by TEXT NOT NULL,
        entry INTEGER NOT NULL,
        undone_at TEXT
    )""",
    """CREATE TABLE claim (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        number TEXT,
        kind TEXT NOT NULL,
        contract TEXT,
        issued_on DATE,
        due_on DATE,
        amount_fen INTEGER NOT NULL,
        currency TEXT NOT NULL,
        owner TEXT,
        memo TEXT,
        disputed INTEGER NOT NULL,
        stage_set TEXT,
        registered_on DATE NOT NULL,
        batch_id INTEGER REFERENCES batch ON DELETE RESTRICT
    )""",
    """CREATE TABLE receipt (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        received_on DATE NOT NULL,
        amount_fen INTEGER NOT NULL,
        currency TEXT NOT NULL,
        memo TEXT,
        source TEXT NOT NULL,
        day_known INTEGER NOT NULL,
        rule TEXT,
        reverses_id INTEGER REFERENCES receipt ON DELETE RESTRICT,
        why TEXT,
        batch_id INTEGER REFERENCES batch ON DELETE RESTRICT,
        posted_at TEXT NOT NULL,
        posted_by TEXT NOT NULL
    )""",
    """CREATE TABLE share (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        receipt_id INTEGER NOT NULL REFERENCES receipt ON DELETE RESTRICT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT,
        fen INTEGER NOT NULL
    )""",
    """CREATE TABLE evidence (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        proves TEXT,
        source TEXT,
        taken_at TEXT NOT NULL,
        taken_by TEXT NOT NULL,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE evidence_claim (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        evidence_id INTEGER NOT NULL REFERENCES evidence ON DELETE RESTRICT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT
    )""",
    """CREATE TABLE call (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        person TEXT,
        role TEXT,
        identity_checked INTEGER NOT NULL,
        recording_announced INTEGER NOT NULL,
        confirmed TEXT,
        confirmed_fen INTEGER,
        reason TEXT,
        note TEXT,
        recording_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        logged_at TEXT NOT NULL,
        logged_by TEXT NOT NULL
    )""",
    """CREATE TABLE call_claim (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        call_id INTEGER NOT NULL REFERENCES call ON DELETE RESTRICT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT
    )""",
    """CREATE TABLE promise (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        call_id INTEGER NOT NULL REFERENCES call ON DELETE RESTRICT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        fen INTEGER NOT NULL,
        currency TEXT NOT NULL,
        due_on DATE NOT NULL
    )""",
    """CREATE TABLE note (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        claim_id INTEGER REFERENCES claim ON DELETE RESTRICT,
        text TEXT NOT NULL,
        written_at TEXT NOT NULL,
        written_by TEXT NOT NULL
    )""",
    """CREATE TABLE letter_run (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        issued_on DATE NOT NULL,
        issued_at TEXT NOT NULL,
        issued_by TEXT NOT NULL
    )""",
    """CREATE TABLE letter (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        run_id INTEGER NOT NULL REFERENCES letter_run ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        number TEXT NOT NULL,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        currency TEXT NOT NULL,
        total_fen INTEGER NOT NULL,
        issued_on DATE NOT NULL,
        pay_by DATE,
        pay_by_published INTEGER NOT NULL,
        evidence_id INTEGER NOT NULL REFERENCES evidence ON DELETE RESTRICT,
        waybill TEXT,
        mailed_on DATE,
        address_source TEXT,
        result TEXT,
        result_on DATE,
        proof_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE letter_claim (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        letter_id INTEGER NOT NULL REFERENCES letter ON DELETE RESTRICT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT,
        balance_fen INTEGER NOT NULL
    )""",
    """CREATE TABLE plan (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        currency TEXT NOT NULL,
        total_fen INTEGER NOT NULL,
        terms TEXT NOT NULL,
        made_on DATE NOT NULL,
        made_at TEXT NOT NULL,
        made_by TEXT NOT NULL,
        draft_id INTEGER NOT NULL REFERENCES evidence ON DELETE RESTRICT,
        signed_on DATE,
        signed_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE plan_claim (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan ON DELETE RESTRICT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT,
        balance_fen INTEGER NOT NULL
    )""",
    """CREATE TABLE instalment (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plan ON DELETE RESTRICT,
        number INTEGER NOT NULL,
        due_on DATE NOT NULL,
        principal_fen INTEGER NOT NULL,
        interest_fen INTEGER NOT NULL
    )""",
    """CREATE TABLE setting (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL,
        value TEXT NOT NULL
    )""",
    """CREATE TABLE counter (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        value INTEGER NOT NULL
    )""",
    """CREATE TABLE journal (
        seq INTEGER NOT NULL PRIMARY KEY,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        verb TEXT NOT NULL,
        body TEXT NOT NULL,
        prev TEXT NOT NULL,
        hash TEXT NOT NULL
    )""",
    """CREATE TABLE preference (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL,
        value TEXT NOT NULL
    )""",
)

INDEXES = (
    "CREATE UNIQUE INDEX debtor_name ON debtor (name)",
    "CREATE INDEX call_debtor_id ON call (debtor_id)",
    "CREATE INDEX call_recording_id ON call (recording_id)",
    "CREATE INDEX call_claim_call_id ON call_claim (call_id)",
    "CREATE INDEX call_claim_claim_id ON call_claim (claim_id)",
    "CREATE UNIQUE INDEX counter_name ON counter (name)",
    "CREATE INDEX evidence_claim_evidence_id ON evidence_claim (evidence_id)",
    "CREATE INDEX evidence_claim_claim_id ON evidence_claim (claim_id)",
    "CREATE UNIQUE INDEX plan_number ON plan (number)",
    "CREATE INDEX plan_debtor_id ON plan (debtor_id)",
    "CREATE INDEX plan_draft_id ON plan (draft_id)",
    "CREATE INDEX plan_signed_id ON plan (signed_id)",
    "CREATE INDEX instalment_plan_id ON instalment (plan_id)",
    "CREATE INDEX letter_run_id ON letter (run_id)",
    "CREATE UNIQUE INDEX letter_number ON letter (number)",
    "CREATE INDEX letter_debtor_id ON letter (debtor_id)",
    "CREATE INDEX letter_evidence_id ON letter (evidence_id)",
    "CREATE INDEX letter_proof_id ON letter (proof_id)",
    "CREATE INDEX letter_claim_letter_id ON letter_claim (letter_id)",
    "CREATE INDEX letter_claim_claim_id ON letter_claim (claim_id)",
    "CREATE INDEX note_debtor_id ON note (debtor_id)",
    "CREATE INDEX note_claim_id ON note (claim_id)",
    "CREATE INDEX plan_claim_plan_id ON plan_claim (plan_id)",
    "CREATE INDEX plan_claim_claim_id ON plan_claim (claim_id)",
    "CREATE UNIQUE INDEX preference_key ON preference (key)",
    "CREATE INDEX promise_call_id ON promise (call_id)",
    "CREATE INDEX promise_debtor_id ON promise (debtor_id)",
    "CREATE INDEX receipt_debtor_id ON receipt (debtor_id)",
    "CREATE UNIQUE INDEX receipt_reverses_id ON receipt (reverses_id)",
    "CREATE UNIQUE INDEX setting_key ON setting (key)",
    "CREATE INDEX share_receipt_id ON share (receipt_id)",
    "CREATE INDEX share_claim_id ON share (claim_id)",
    "CREATE INDEX claim_debtor_due ON claim (debtor_id, due_on)",
    "CREATE INDEX receipt_received_on ON receipt (received_on)",
)


def up(migrator: Any, db: Any) -> None:
    """Make every table and index of the first release."""
    for statement in (*TABLES, *INDEXES):
        db.execute_sql(statement)
