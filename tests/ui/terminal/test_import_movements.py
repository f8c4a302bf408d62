"""``import`` of a ledger of movements: the matching is told and can be changed; a typed total is held against it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.rules.problems import Refused
from tests.ui.terminal.conftest import Commands
from ui.terminal.mapping_file import MappingFile, read_mapping

LEDGER = """客户名称,日期,单据号,摘要,借方,贷方,余额
华兴纺织,2026-01-05,FP1001,销售,5000,,5000
华兴纺织,2026-01-20,FP1002,销售,3000,,8000
华兴纺织,2026-02-15,SK2001,收到FP1002货款,,3000,5000
华兴纺织,2026-03-09,SK2002,收款,,1200,3800
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "明细账.csv"
    path.write_text(LEDGER, "utf-8")
    return path


def test_the_matching_is_told(run: Commands, ledger: Path) -> None:
    answer = run("import", ledger)
    assert answer["settlements"] == [
        {"row": 4, "claim_row": 3, "amount": "3000.00", "how": "number"},
        {"row": 5, "claim_row": 2, "amount": "1200.00", "how": "oldest"},
    ]
    assert answer["skipped"] == [{"row": 4, "why": "receipt"}, {"row": 5, "why": "receipt"}]
    assert (answer["rows_read"], answer["total"]) == (2, "3800.00")


def test_the_matching_of_the_mapping_file_goes_first(run: Commands, ledger: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "m.json"
    mapping.write_text(json.dumps({"settlements": {"4": [2], "5": []}}), "utf-8")
    answer = run("import", ledger, "--mapping", mapping)
    assert [(each["claim_row"], each["how"]) for each in answer["settlements"]] == [
        (2, "clerk"),
        (None, "clerk"),
    ]
    assert answer["total"] == "3800.00"


def test_a_typed_total_that_differs_is_a_warning(run: Commands, ledger: Path) -> None:
    assert run("import", ledger, "--total", "3800", "--dry-run")["warnings"] == []
    (warning,) = run("import", ledger, "--total", "3900", "--dry-run")["warnings"]
    assert (warning["code"], warning["value"]) == ("total_differs", "3,900.00")
    assert "3,900.00" in warning["message"]
    assert "100.00" in warning["message"]


def test_a_mapping_file_says_columns_the_make_and_the_matching(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_text('{"preset": "sap_fbl5n", "memo": null, "settlements": {"17": [5, 9]}}', "utf-8")
    assert read_mapping(path) == MappingFile({"preset": "sap_fbl5n", "memo": None}, {17: [5, 9]})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"preset": "sap"}', "unknown_preset"),
        ('{"price": "x"}', "unknown_field"),
        ('{"settlements": {"a": [1]}}', "mapping_unreadable"),
        ('{"settlements": [1]}', "mapping_unreadable"),
        ("[]", "mapping_unreadable"),
    ],
)
def test_what_is_no_mapping_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "m.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        read_mapping(path)
    assert [problem.code for problem in refused.value.problems] == [code]
