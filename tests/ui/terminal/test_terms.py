"""``terms`` and ``interest-of``."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.ui.terminal.conftest import Commands

NAME = "苏州恒锐精密制造有限公司"


def test_terms_are_kept_and_the_newest_holds(firm: Commands, tmp_path: Path) -> None:
    page = tmp_path / "合同.pdf"
    page.write_bytes(b"%PDF-1.4 contract")
    firm("terms", NAME, "--rate", "year:6")
    told = firm(
        "terms", NAME, "--rate", "day:0.05", "--grace", "5", "--cap", "lpr1y*4", "--basis", "360", "--count", "days",
        "--count-end", "--round", "total", "--agreed-in", "第 8 条", "--agreed-on", "2026-01-05", "--file", page,
    )["terms"]  # fmt: skip
    assert [(each["rate"], each["holds"]) for each in told] == [("day:0.05", True), ("year:6", False)]
    assert (told[0]["grace"], told[0]["basis"], told[0]["round"], told[0]["count_end"]) == (
        5,
        "360",
        "total",
        True,
    )
    assert told[0]["evidence"] is not None


def test_a_version_is_voided_with_a_reason(firm: Commands) -> None:
    firm("terms", NAME, "--rate", "year:6", "--contract", "HT-1")
    assert firm("terms", NAME, "--void", "1", status=1).codes == ["no_reason"]
    (told,) = firm("terms", NAME, "--void", "1", "--why", "抄错")["terms"]
    assert (told["holds"], told["void_why"]) == (False, "抄错")


@pytest.mark.parametrize("wrong", [("--rate", "6%"), ("--rate", "year:6", "--grace", "400")])
def test_terms_that_cannot_be_reckoned_with_are_refused(firm: Commands, wrong: tuple[str, ...]) -> None:
    firm("terms", NAME, *wrong, status=1)
    assert firm("terms")["terms"] == []


def test_the_interest_of_a_claim_comes_with_its_derivation(firm: Commands) -> None:
    firm("terms", NAME, "--rate", "day:0.1")
    told = firm("interest-of", "1", "--on", "2026-09-11")
    assert (told["total"], told["from"], told["rate"]) == ("9.00", "2026-09-02", "day:0.1")
    assert told["derivation"][0]["formula"] == "1,000.00 × 0.10% × 9 = 9.00"
    assert "9.00" in told["sentences"]["letter"]


def test_interest_of_a_bankrupt_debtor_goes_to_the_day_of_acceptance(firm: Commands) -> None:
    firm("terms", NAME, "--rate", "day:0.1")
    firm("flag", NAME, "bankrupt", "--why", "法院公告", "--accepted", "2026-09-11")
    told = firm("interest-of", "1")
    assert told["total"] == "9.00"
    assert "interest_stopped_by_bankruptcy" in told.codes
    assert "claim_interest_bankrupt" not in told.codes
    assert [row["source"] for row in told["derivation"] if row["what"] == "stop"] == [
        "interest stops when a bankruptcy petition is accepted (Enterprise Bankruptcy Law 46(2))"
    ]
    assert "to 11 September 2026 (that day excluded)" in told["basis"]
    sums = {each["claim"]: each["interest"] for each in firm("interest-of")["claims"]}
    assert sums["1"] == "9.00"


def test_the_interest_of_all_adds_up(firm: Commands) -> None:
    told = firm("interest-of")
    alone = [firm("interest-of", each["claim"])["total"] for each in told["claims"]]
    assert [each["interest"] for each in told["claims"]] == alone
    assert float(told["total"]) == pytest.approx(sum(map(float, alone)))


def test_a_derivation_leaves_as_a_workbook(firm: Commands, tmp_path: Path) -> None:
    file = tmp_path / "利息.xlsx"
    told = firm("interest-of", "1", "--xlsx", file)
    cells = [cell for row in load_workbook(file).active.iter_rows(values_only=True) for cell in row]
    assert float(told["total"]) in cells


def test_a_claim_that_bears_nothing_says_why(firm: Commands) -> None:
    told = firm("interest-of", "1", "--on", "2026-08-01")
    assert (told["total"], told.codes) == (None, ["claim_interest_not_yet"])
