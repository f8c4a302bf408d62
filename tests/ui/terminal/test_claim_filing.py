from __future__ import annotations

import pytest

from models.rules.problems import Refused
from tests.ui.terminal.conftest import Call

V10 = ("claim-filing", "--principal", "320000", "--accepted-on", "2025-09-30", "--from", "2025-08-01")


def test_a_claim_is_filed_in_the_lines_of_the_form(call: Call) -> None:
    # domain.md V10 (9,600.00 of penalty for delay) and V11's doubled part on top, each to the day before acceptance
    answer = call(*V10, "--rate", "day:0.05", "--as-penalty", "--costs", "8800", "--late-from", "2025-09-20")
    assert (answer["penalty"], answer["interest"], answer["doubled"]) == ("9600.00", "0.00", "575.40")
    assert (answer["total"], answer["until"]) == ("338975.40", "2025-09-29")
    assert answer["sentence"].endswith("利息自破产申请受理时停止计算。")
    assert answer["derivation"][0]["formula"] == "320,000.00 × 0.05% × 60 = 9,600.00"


def test_without_a_rate_the_sums_stand_as_they_are(call: Call) -> None:
    answer = call(*V10[:5], "--penalty", "100", "--other", "0.50")
    assert (answer["total"], answer["derivation"], answer["doubts"]) == ("320100.50", [], [])


def test_after_the_last_verified_rate_a_filing_says_so(call: Call) -> None:
    line = ("claim-filing", "--principal", "100", "--accepted-on", "2026-11-20", "--from", "2026-09-01")
    assert [doubt.code for doubt in call(*line, "--rate", "lpr1y")["doubts"]] == ["interest_rate_unverified"]


def test_a_payment_after_the_acceptance_is_refused(call: Call) -> None:
    with pytest.raises(Refused):
        call(*V10, "--rate", "lpr1y", "--paid", "2025-10-01=5")
