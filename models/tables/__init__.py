"""What is kept: peewee tables without decisions. ``ACCOUNTED`` are those the journal can rebuild row by row."""

from __future__ import annotations

from models.tables.base import Table, database
from models.tables.cases import CaseEntry, CaseMember, Dispute, DisputeEntry, TaskCase
from models.tables.charges import Charge, ChargeShare
from models.tables.claims import Arrival, Batch, Claim
from models.tables.conduct import Call, CallClaim, LegalEvent, Note, Promise
from models.tables.evidence import Custody, Evidence, EvidenceClaim, Scan
from models.tables.letters import Letter, LetterClaim, LetterRun, LetterRunLine, WordingVersion
from models.tables.parties import Contact, Creditor, Debtor, DebtorAccount, DebtorFlag, NamesApart, OtherName
from models.tables.plans import Instalment, Plan, PlanClaim, SigningCheck
from models.tables.post import DebtorAddress, Delivery, LetterProof, Posting
from models.tables.receipts import BankLine, Receipt, Share
from models.tables.system import Counter, Journal, Preference, Setting
from models.tables.terms import Deadline, Guarantor, GuarantorAct, GuarantorConsent, Security, Terms
from models.tables.work import Approval, DayMark, Person, PolicyVersion, Review, ReviewLine, SignOff

ACCOUNTED: tuple[type[Table], ...] = (
    Creditor, Debtor, OtherName, NamesApart, DebtorAccount, Contact, DebtorFlag, Batch, Arrival, Claim, Receipt,
    Share, BankLine, Evidence, EvidenceClaim, Custody, Scan, Charge, ChargeShare, Call, CallClaim, Promise, Note,
    LegalEvent, Plan, PlanClaim, Instalment, SigningCheck, Terms, Guarantor, GuarantorAct, GuarantorConsent,
    WordingVersion, LetterRun, Letter, LetterClaim, LetterRunLine, Security, Deadline, Dispute, DisputeEntry,
    TaskCase, CaseMember, CaseEntry, PolicyVersion, DayMark, Person, Approval, SignOff, Review, ReviewLine,
    DebtorAddress, Posting, Delivery, LetterProof, Setting, Counter,
)  # fmt: skip

__all__ = [
    "ACCOUNTED", "Approval", "Arrival", "BankLine", "Batch", "Call", "CallClaim", "CaseEntry", "CaseMember", "Charge",
    "ChargeShare", "Claim", "Contact", "Counter", "Creditor", "Custody", "DayMark", "Deadline", "Debtor",
    "DebtorAccount", "DebtorAddress", "DebtorFlag", "Delivery", "Dispute", "DisputeEntry", "Evidence",
    "EvidenceClaim", "Guarantor", "GuarantorAct", "GuarantorConsent", "Instalment", "Journal", "LegalEvent", "Letter",
    "LetterClaim", "LetterProof", "LetterRun", "LetterRunLine", "NamesApart", "Note", "OtherName", "Person", "Plan",
    "PlanClaim", "PolicyVersion", "Posting", "Preference", "Promise", "Receipt", "Review", "ReviewLine", "Scan",
    "Security", "Setting", "Share", "SignOff", "SigningCheck", "Table", "TaskCase", "Terms", "WordingVersion",
    "database",
]  # fmt: skip
