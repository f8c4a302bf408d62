from __future__ import annotations

from datetime import date

import pytest

from models.reference import calendar
from models.rules.guarantee import period
from models.rules.problems import Refused

DUE = date(2025, 8, 20)


# CC 692 and 693; calendar vectors of the domain handbook §1.4
@pytest.mark.parametrize(
    ("due", "agreed", "last_day", "rolled", "was_agreed"),
    [
        ("2025-08-20", {}, "2026-02-20", "2026-02-24", False),
        ("2025-08-31", {}, "2026-02-28", "2026-02-28", False),
        ("2025-08-20", {"months": 0}, "2026-02-20", "2026-02-24", False),
        ("2025-08-20", {"until": date(2025, 8, 20)}, "2026-02-20", "2026-02-24", False),
        ("2025-08-20", {"until": date(2025, 8, 21)}, "2025-08-21", "2025-08-21", True),
        ("2023-10-01", {"months": 36}, "2026-10-01", "2026-10-08", True),
        ("2025-08-20", {"months": 24}, "2027-08-20", "2027-08-20", True),
    ],
)
def test_a_guarantee_period_ends_as_agreed_or_after_six_months(
    due: str, agreed, last_day: str, rolled: str, was_agreed: bool
) -> None:
    found = period(date.fromisoformat(due), "joint", calendar=calendar(), **agreed)
    assert (str(found.last_day), str(found.rolled_last_day), found.agreed) == (last_day, rolled, was_agreed)


def test_what_must_be_done_depends_on_the_kind() -> None:
    assert period(DUE, "general", calendar=calendar()).must == "sue_debtor"
    assert period(DUE, "joint", calendar=calendar()).must == "claim_guarantor"


@pytest.mark.parametrize("agreed", [{"months": 6, "until": DUE}, {"months": -1}, {"months": 1201}])
def test_an_agreement_no_contract_has_is_refused(agreed) -> None:
    with pytest.raises(Refused):
        period(DUE, "joint", calendar=calendar(), **agreed)
