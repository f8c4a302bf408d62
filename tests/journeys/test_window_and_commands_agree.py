"""The same month by commands in another folder: the same balances, aging, stages, clocks and evidence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from main import main
from tests.journeys import month
from tests.journeys.clerk import Clerk


class Commands:
    """Commands typed on one data folder on 30 November 2026."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.capsys = data, capsys

    def __call__(self, *line: object) -> dict[str, Any]:
        """What one command prints; it must be done."""
        self.capsys.readouterr()
        typed = ["--data", self.data, "--today", month.TODAY, "--lang", "zh_CN", "--json", *line]
        assert main([str(part) for part in typed]) == 0
        return dict(json.loads(self.capsys.readouterr().out))


def by_commands(run: Commands, ledger: Path, contract: Path, scan: Path, out: Path) -> None:
    """What month.py does in the window."""
    run("import", ledger)
    claims = run("claims", "--find", month.FIRM)["claims"]
    called = next(claim["id"] for claim in claims if claim["number"] == month.CALLED)
    both = ",".join(claim["id"] for claim in claims)
    promise = f"{month.PROMISE}@{month.PROMISED_ON}"
    run("call", called, "--outcome", "connected", "--confirmed", "full", "--reason", "cash_flow",
        "--promise", promise)  # fmt: skip
    run("attach", called, contract, "--kind", "contract")
    run("creditor", *(part for name, value in month.CREDITOR.items() for part in (f"--{name}", value)))
    for name, address in month.ADDRESSES.items():
        run("debtor", name, "--address", address)
    shared = ",".join(claim["id"] for claim in run("claims", "--find", month.SHARED)["claims"])
    letters = run("letters", "--kind", "demand", "--claims", shared, "--out", out)["letters"]
    for letter, waybill in zip(letters, month.WAYBILLS, strict=True):
        run("mailed", letter["letter"], "--waybill", waybill)
    plan = run("plan", both, "--instalments", month.INSTALMENTS, "--first", month.FIRST_ON, "--roll")["plan"]
    run("signed", plan, scan)
    run("receipt", month.PAID, "--debtor", month.FIRM)


def in_the_window(clerk: Clerk, ledger: Path, contract: Path, scan: Path, out: Path) -> None:
    """The same, by keys."""
    month.import_first(clerk, ledger)
    month.find_debtor(clerk)
    month.log_call(clerk)
    month.attach(clerk, contract)
    month.print_letters(clerk, out)
    month.register_numbers(clerk)
    month.make_plan(clerk, out / "plan.pdf")
    month.sign_plan(clerk, scan)
    month.book_receipt(clerk)


def without_keys(claims: dict[str, Any]) -> list[dict[str, Any]]:
    """Claims as they are told, apart from their identifiers, in one order."""
    told = [{name: value for name, value in claim.items() if name != "id"} for claim in claims["claims"]]
    return sorted(told, key=lambda claim: (claim["debtor"], claim["number"]))


def test_window_and_commands_agree(
    seated: Callable[..., Clerk],
    ledger: Callable[[str], Path],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    contract, scan, out = tmp_path / "合同.pdf", tmp_path / "签署.pdf", tmp_path / "letters"
    contract.write_bytes(b"%PDF-1.4 contract")
    scan.write_bytes(b"%PDF-1.4 signed")
    out.mkdir()
    in_the_window(seated(tmp_path / "window"), ledger("06"), contract, scan, out)
    run, seen = Commands(tmp_path / "commands", capsys), Commands(tmp_path / "window", capsys)
    by_commands(run, ledger("06"), contract, scan, tmp_path / "more")
    assert without_keys(seen("claims", "--all")) == without_keys(run("claims", "--all"))
    for by in ("debtor", "owner", "claim"):
        assert seen("aging", "--by", by) == run("aging", "--by", by)
    assert seen("verify")["ok"]
    assert run("verify")["ok"]
