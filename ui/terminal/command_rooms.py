"""Which room knows which command, so that one command loads one room and starts at once."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

ROOMS: dict[str, tuple[str, ...]] = {
    "sums": (
        "interest", "judgment", "claim-filing", "rate", "schedule", "limitation", "guarantee", "workday", "fees",
        "uppercase", "allocate", "indicators", "provision",
    ),
    "published": ("holidays", "lpr"),
    "ledgers": ("import", "template", "undo"),
    "claim_list": ("claims",),
    "aging": ("aging",),
    "bank": ("bank", "bank-lines", "book-line", "assign-line", "set-aside"),
    "arrivals": ("watch", "arrivals"),
    "names": ("names", "merge", "unmerge", "apart", "forget", "missing"),
    "acts": ("creditor", "debtor", "call", "memo"),
    "evidence": (
        "attach", "evidence", "describe", "link", "void-evidence", "hold", "release", "custody", "copy-out", "scans",
        "file-scan", "scan-aside", "proof", "bundle",
    ),
    "receipts": ("receipt", "reverse", "set-off", "replay", "receipts", "statement"),
    "charges": ("charge", "charges", "void-charge"),
    "contacts": ("guard", "contact", "flag", "promises"),
    "today": ("worklist", "day", "snooze", "skip", "done", "policy"),
    "clocks": ("clocks", "event", "prove", "joint", "deadline"),
    "guarantors": ("guarantor", "guarantors", "guarantor-act", "guarantor-consent", "security"),
    "terms": ("terms", "interest-of"),
    "letter_runs": ("letters", "letter-runs", "letter-run", "letter-copied", "wording", "letterhead"),
    "post": (
        "mailed", "waybills", "address", "delivered", "delivery-proof", "delivery", "open-post", "post", "post-forms",
        "post-offset", "posting-list", "mail-csv", "letter-effect",
    ),
    "plans": ("plan", "plans", "signed", "plan-sent", "plan-step", "plan-void"),
    "disputes": ("dispute", "disputes", "dispute-note", "resolve"),
    "people": ("people", "person", "assign", "write-off", "approvals", "approve", "refuse", "withdraw"),
    "cases": ("case", "cases", "case-member", "case-entry", "case-done", "case-minutes"),
    "reviews": ("review", "review-set", "review-sign", "registration", "sign-off"),
    "choices": ("setting",),
    "lock": ("lock",),
    "encryption": ("encrypt", "decrypt", "change-passphrase", "recovery-key"),
    "trust": ("journal", "disclosures", "purpose", "person-data", "erase-person"),
    "folder": ("demo", "verify", "backup", "backups", "restore"),
}  # fmt: skip
"""The modules beside this one, in the order in which the help lists their commands."""

WITH_A_VALUE = ("--data", "--today", "--lang")
"""Global options whose value is the next word."""


def rooms_for(arguments: Sequence[str]) -> list[ModuleType]:
    """The room of the command in the line; all of them where it asks for help or names none that is known."""
    command = _command(arguments)
    if command is None and not {"-h", "--help"} & set(arguments):
        return []
    names = [name for name, commands in ROOMS.items() if command in commands] or list(ROOMS)
    return [import_module(f"ui.terminal.{name}") for name in names]


def _command(arguments: Sequence[str]) -> str | None:
    """The first word that is neither a global option nor the value of one."""
    words = iter(arguments)
    for word in words:
        if word in WITH_A_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None
