"""Terms of contracts, guarantors, security and the periods beside limitation."""

from __future__ import annotations

from typing import Any

TABLES = (
    """CREATE TABLE legal_event (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        claim_id INTEGER NOT NULL REFERENCES claim ON DELETE RESTRICT,
        code TEXT NOT NULL,
        happened_on DATE NOT NULL,
        until_on DATE,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        shows TEXT NOT NULL,
        note TEXT,
        entered_at TEXT NOT NULL,
        entered_by TEXT NOT NULL,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE terms (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        contract TEXT,
        rate TEXT NOT NULL,
        basis INTEGER NOT NULL,
        count_end INTEGER NOT NULL,
        rounding TEXT NOT NULL,
        counting TEXT NOT NULL,
        grace_days INTEGER NOT NULL,
        cap TEXT,
        agreed_in TEXT,
        agreed_on DATE,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        set_at TEXT NOT NULL,
        set_by TEXT NOT NULL,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE guarantor (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        contract TEXT,
        plan_id INTEGER REFERENCES plan ON DELETE RESTRICT,
        name TEXT NOT NULL,
        is_person INTEGER NOT NULL,
        uscc TEXT,
        address TEXT,
        postcode TEXT,
        phone TEXT,
        email TEXT,
        representative TEXT,
        mode TEXT NOT NULL,
        months INTEGER,
        until_on DATE,
        unclear_period INTEGER NOT NULL,
        signed_on DATE,
        most_fen INTEGER,
        determined_on DATE,
        has_resolution INTEGER NOT NULL,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE guarantor_act (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        guarantor_id INTEGER NOT NULL REFERENCES guarantor ON DELETE RESTRICT,
        what TEXT NOT NULL,
        done_on DATE NOT NULL,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        note TEXT,
        entered_at TEXT NOT NULL,
        entered_by TEXT NOT NULL,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE security (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        contract TEXT,
        kind TEXT NOT NULL,
        object TEXT NOT NULL,
        fen INTEGER,
        registration TEXT,
        registered_on DATE,
        until_on DATE,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        voided_at TEXT,
        void_why TEXT
    )""",
    """CREATE TABLE deadline (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        debtor_id INTEGER NOT NULL REFERENCES debtor ON DELETE RESTRICT,
        claim_id INTEGER REFERENCES claim ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        base_on DATE NOT NULL,
        until_on DATE,
        evidence_id INTEGER REFERENCES evidence ON DELETE RESTRICT,
        note TEXT,
        done_on DATE,
        done_why TEXT,
        entered_at TEXT NOT NULL,
        entered_by TEXT NOT NULL,
        voided_at TEXT,
        void_why TEXT
    )""",
)

COLUMNS = ("ALTER TABLE claim ADD COLUMN joint_group TEXT",)

INDEXES = (
    "CREATE INDEX legal_event_claim_id ON legal_event (claim_id)",
    "CREATE INDEX legal_event_evidence_id ON legal_event (evidence_id)",
    "CREATE INDEX terms_debtor_id ON terms (debtor_id)",
    "CREATE INDEX terms_evidence_id ON terms (evidence_id)",
    "CREATE INDEX guarantor_debtor_id ON guarantor (debtor_id)",
    "CREATE INDEX guarantor_evidence_id ON guarantor (evidence_id)",
    "CREATE INDEX guarantor_plan_id ON guarantor (plan_id)",
    "CREATE INDEX guarantor_act_evidence_id ON guarantor_act (evidence_id)",
    "CREATE INDEX guarantor_act_guarantor_id ON guarantor_act (guarantor_id)",
    "CREATE INDEX security_debtor_id ON security (debtor_id)",
    "CREATE INDEX security_evidence_id ON security (evidence_id)",
    "CREATE INDEX deadline_claim_id ON deadline (claim_id)",
    "CREATE INDEX deadline_debtor_id ON deadline (debtor_id)",
    "CREATE INDEX deadline_evidence_id ON deadline (evidence_id)",
    "CREATE INDEX claim_joint_group ON claim (joint_group)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables of terms and periods; no claim so far was joint."""
    for statement in (*TABLES, *COLUMNS, *INDEXES):
        db.execute_sql(statement)
