"""The page of the commands says what the program understands, no less and no more."""

import re

import pytest

from tests.architecture.tree import HERE
from ui.terminal.main import parse

PAGE = (HERE / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = (
    *("describe", "link", "void-evidence", "hold", "release", "custody", "copy-out"),
    *("scans", "file-scan", "scan-aside", "proof", "bundle"),
    *("waybills", "delivery-proof", "delivery", "open-post", "address", "post", "post-forms", "post-offset"),
    *("posting-list", "mail-csv", "letter-effect"),
    *("letter-runs", "letter-run", "letter-copied", "wording", "letterhead"),
    *("plans", "plan-sent", "plan-step", "plan-void"),
    *("bank", "bank-lines", "book-line", "assign-line", "set-aside"),
    *("names", "merge", "unmerge", "apart", "forget", "missing"),
    *(
        "creditor",
        "debtor",
        "import",
        "template",
        "undo",
        "claims",
        "aging",
        "call",
        "receipt",
        "reverse",
        "attach",
    ),
    *("evidence", "letters", "mailed", "delivered", "plan", "signed", "uppercase", "demo", "verify"),
    *(
        "backup",
        "backups",
        "restore",
        "worklist",
        "interest",
        "limitation",
        "guarantee",
        "workday",
        "fees",
        "allocate",
    ),
    *("rate", "schedule", "holidays", "lpr", "replay", "judgment", "claim-filing", "indicators", "provision"),
    *("set-off", "receipts", "statement", "charge", "charges", "void-charge", "memo", "case-minutes"),
    *(
        "clocks",
        "event",
        "prove",
        "joint",
        "guarantor",
        "guarantors",
        "guarantor-act",
        "guarantor-consent",
        "security",
        "deadline",
    ),
    *("watch", "arrivals"),
    *("guard", "contact", "flag", "promises"),
    *("dispute", "disputes", "dispute-note", "resolve"),
    *("people", "person", "assign", "write-off", "approvals", "approve", "refuse", "withdraw"),
    *("case", "cases", "case-member", "case-entry", "case-done"),
    *("terms", "interest-of"),
    "setting",
    *("journal", "disclosures", "purpose", "lock", "person-data", "erase-person"),
    *("encrypt", "decrypt", "change-passphrase", "recovery-key"),
    *("day", "snooze", "skip", "done", "policy"),
    *("review", "review-set", "review-sign", "registration", "sign-off"),
)


def paragraphs(command: str) -> str:
    """What the page says of one command: the rows and paragraphs that begin with it."""
    begins = rf"(?:\| |\*\*)`{command}(?![\w-])"
    return "\n".join(block for block in re.split(r"\n\n|\n(?=\|)", PAGE) if re.match(begins, block))


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the program itself says of one command."""
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    return capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_on_the_page_is_understood(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = paragraphs(command)
    assert said
    understood = set(re.findall(r"--[a-z-]+", help_of(command, capsys)))
    assert set(re.findall(r"--[a-z-]+", said)) - {"--data", "--json"} <= understood


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_understood_is_on_the_page(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    understood = set(re.findall(r"--[a-z-]+", help_of(command, capsys)))
    assert understood - {"--help"} <= set(re.findall(r"--[a-z-]+", paragraphs(command)))


def test_the_page_knows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["no-such-command"])
    offered = capsys.readouterr().err.split("choose from", 1)[1]
    assert set(re.findall(r"[a-z]+(?:-[a-z]+)*", offered)) == set(COMMANDS)
