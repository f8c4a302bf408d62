"""What is filed in a bankruptcy, split as domain.md §6.7 asks it: 企业破产法 44-49, 破产法解释三 3."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import rates
from models.rules.claim_filing import Filed, Filing, filed
from models.rules.late_rate import parse
from models.rules.money import parse_yuan, yuan
from models.rules.problems import Refused


def split(found: Filed) -> dict[str, str]:
    return {item.what: yuan(item.fen) for item in found.items}


def asked(principal: str, start: str | None, accepted: str, rate: str, **more) -> Filed:
    first = date.fromisoformat(start) if start else None
    question = Filing(parse_yuan(principal), date.fromisoformat(accepted), first, parse(rate), **more)
    return filed(question, rates())


# V1 of domain.md §2.6 filed with a petition accepted on the day its report ends; 企业破产法 46
def test_a_claim_is_split_into_the_lines_of_the_form_and_adds_up() -> None:
    found = asked(
        "485652.75", "2023-08-21", "2025-06-19", "lpr1y", penalty_fen=10_000_00, costs_fen=8_800_00, other_fen=600_00
    )  # fmt: skip
    assert split(found) == {
        "principal": "485652.75",
        "interest": "29380.66",
        "penalty": "10000.00",
        "costs": "8800.00",
        "other": "600.00",
        "total": "534433.41",
    }
    assert (found.until, found.steps[-2].end) == (date(2025, 6, 18), date(2025, 6, 19))
    assert found.items[-1].formula == ("485,652.75 + 29,380.66 + 10,000.00 + 8,800.00 + 600.00 = 534,433.41")


# V10: 0.05 % a day agreed as a penalty; 60 days before the petition was accepted
def test_what_delay_costs_is_filed_as_the_penalty_it_was_agreed_as() -> None:
    found = asked("320000", "2025-08-01", "2025-09-30", "day:0.05", as_penalty=True, penalty_fen=100_00)
    assert split(found) == {
        "principal": "320000.00",
        "interest": "0.00",
        "penalty": "9700.00",
        "costs": "0.00",
        "other": "0.00",
        "total": "329700.00",
    }


# V11: the doubled part of 1,013,800 over 90 days; after the acceptance none is admitted (破产法解释三 3)
def test_the_doubled_part_is_filed_up_to_the_acceptance_only() -> None:
    found = asked("1013800", "2025-01-01", "2025-04-01", "year:0", late_from=date(2025, 1, 1))
    assert (split(found)["other"], split(found)["total"]) == ("15967.35", "1029767.35")
    later = asked("1013800", "2025-01-01", "2025-04-01", "year:0", late_from=date(2025, 4, 1))
    assert split(later)["other"] == "0.00"


# domain.md §3: 30,000 pays costs 500.00, interest 5,983.56 and principal 23,516.44 before the petition
def test_what_was_paid_before_pays_costs_interest_and_principal() -> None:
    found = asked(
        "100000", "2024-01-01", "2024-07-01", "year:12", costs_fen=500_00, paid=[(date(2024, 7, 1), 30_000_00)]
    )  # fmt: skip
    assert split(found)["total"] == split(found)["principal"] == "76483.56"


# 企业破产法 46(1): due on the acceptance
@pytest.mark.parametrize("start", [None, "2026-03-01", "2027-01-01"])
def test_a_claim_not_yet_due_is_filed_with_its_principal_alone(start: str | None) -> None:
    found = asked("100000", start, "2026-03-01", "lpr1y")
    assert (split(found)["total"], found.steps) == ("100000.00", ())


@pytest.mark.parametrize(
    "more", [{"penalty_fen": -1}, {"other_fen": -1}, {"costs_fen": -1}, {"paid": [(date(2026, 3, 2), 5)]}]
)
def test_what_cannot_be_filed_is_refused(more) -> None:
    with pytest.raises(Refused):
        asked("100000", "2026-01-01", "2026-03-01", "lpr1y", **more)


sums = st.integers(0, 10**9)


@given(sums, sums, sums, sums, st.booleans(), st.booleans(), st.dates(date(2024, 1, 1), date(2026, 1, 1)))
def test_the_lines_always_add_up_to_the_claim(
    principal: int, penalty: int, costs: int, other: int, as_penalty: bool, judged: bool, accepted: date
) -> None:
    question = Filing(
        principal, accepted, date(2024, 6, 1), parse("lpr1y*1.5"), as_penalty=as_penalty, penalty_fen=penalty,
        costs_fen=costs, other_fen=other, late_from=date(2024, 9, 1) if judged and principal else None,
    )  # fmt: skip
    *lines, total = filed(question, rates()).items
    assert sum(line.fen for line in lines) == total.fen >= principal + penalty + costs + other
