"""``import --encoding``: a text file in the letters the clerk names, or a guess with a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.terminal.conftest import Commands

TAIWAN = "客戶名稱,單據號,到期日,未收餘額\n臺灣精密機械公司,001,2026-01-31,100.50\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台帳.csv"
    path.write_bytes(TAIWAN.encode("big5"))
    return path


def test_a_guess_is_warned_of(run: Commands, ledger: Path) -> None:
    answer = run("import", ledger, "--dry-run")
    assert [each["code"] for each in answer["warnings"]] == ["encoding_guessed"]


def test_the_encoding_that_is_named_is_taken(run: Commands, ledger: Path) -> None:
    assert run("import", ledger, "--encoding", "big5")["warnings"] == []
    assert [each["debtor"] for each in run("claims")["claims"]] == ["臺灣精密機械公司"]
