"""How a guarantee stands after acts, plans and old law; the bare period stands in test_guarantee."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reference import calendar
from models.rules.guarantee import ACTS, Act, GuaranteeClock, Pledge, checks, clock, kind_of, mode_of_wording

DUE = date(2025, 8, 20)
TODAY = date(2025, 11, 20)


def stands(
    pledge: Pledge, *acts: tuple[str, str], today: date = TODAY, due: date = DUE, **more
) -> GuaranteeClock:
    done = [Act(what, date.fromisoformat(on)) for what, on in acts]
    return clock(due, pledge, done, today=today, calendar=calendar(), **more)


# CC 686; 担保法 19 before 2021
@pytest.mark.parametrize(
    ("mode", "signed_on", "kind"),
    [
        ("unclear", None, "general"),
        ("unclear", date(2021, 1, 1), "general"),
        ("unclear", date(2020, 12, 31), "joint"),
        ("general", date(2019, 1, 1), "general"),
        ("joint", None, "joint"),
    ],
)
def test_the_law_takes_the_mode_where_the_contract_does_not(
    mode: str, signed_on: date | None, kind: str
) -> None:
    assert kind_of(mode, signed_on)[0] == kind


# 担保解释 25
@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("债务人不能履行债务时由保证人承担", "general"),
        ("债务人无力偿还时", "general"),
        ("债务人不履行到期债务时由保证人承担", "joint"),
        ("无条件承担保证责任", "joint"),
        ("不能履行时承担连带责任", "joint"),
        ("承担保证责任", "unclear"),
    ],
)
def test_the_words_of_a_guarantee_tell_its_mode(words: str, mode: str) -> None:
    assert mode_of_wording(words) == mode


# CC 692; 担保解释 32; 时间效力规定 27
@pytest.mark.parametrize(
    ("pledge", "last_day", "code"),
    [
        (Pledge("joint"), "2026-02-20", "guarantee_period_none"),
        (Pledge("joint", unclear_period=True), "2026-02-20", "guarantee_period_unclear"),
        (
            Pledge("joint", unclear_period=True, signed_on=date(2020, 6, 1)),
            "2027-08-20",
            "guarantee_period_before_2021",
        ),
        (Pledge("joint", signed_on=date(2020, 6, 1)), "2026-02-20", "guarantee_period_none"),
        (Pledge("joint", until=DUE), "2026-02-20", "guarantee_period_too_early"),
        (Pledge("joint", months=24), "2027-08-20", "guarantee_agreed"),
    ],
)
def test_the_period_is_the_agreed_one_or_the_law_gives_it(pledge: Pledge, last_day: str, code: str) -> None:
    found = stands(pledge)
    assert (str(found.period.last_day), found.period.why.code) == (last_day, code)


# CC 693; 担保解释 27
@pytest.mark.parametrize(
    ("mode", "acts", "state"),
    [
        ("joint", [("claimed", "2025-10-01")], "locked"),
        ("joint", [("sued_guarantor", "2026-02-24")], "locked"),
        ("joint", [("claimed", "2026-02-25")], "lapsed"),
        ("joint", [("sued_debtor", "2025-10-01")], "lapsed"),
        ("general", [("sued_debtor", "2025-10-01")], "locked"),
        ("general", [("enforced", "2025-10-01")], "locked"),
        ("general", [("claimed", "2025-10-01")], "lapsed"),
        ("general", [("sued_guarantor", "2025-10-01")], "lapsed"),
        ("joint", [("refused", "2025-10-01")], "lapsed"),
    ],
)
def test_only_the_right_act_in_time_saves_a_guarantee(
    mode: str, acts: list[tuple[str, str]], state: str
) -> None:
    assert stands(Pledge(mode), *acts, today=date(2026, 6, 1)).state == state


# 担保解释 31
@pytest.mark.parametrize(
    ("mode", "acts", "state"),
    [
        ("general", [("sued_debtor", "2025-09-01"), ("withdrawn", "2025-10-01")], "lapsed"),
        (
            "general",
            [("sued_debtor", "2025-09-01"), ("withdrawn", "2025-10-01"), ("sued_debtor", "2025-12-01")],
            "locked",
        ),
        ("joint", [("sued_guarantor", "2025-09-01"), ("withdrawn", "2025-10-01")], "lapsed"),
        (
            "joint",
            [("sued_guarantor", "2025-09-01"), ("served", "2025-09-20"), ("withdrawn", "2025-10-01")],
            "locked",
        ),
    ],
)
def test_a_withdrawn_suit_saves_nothing_unless_a_joint_guarantor_was_served(mode, acts, state) -> None:
    assert stands(Pledge(mode), *acts, today=date(2026, 6, 1)).state == state


# CC 694; 担保解释 28
@pytest.mark.parametrize(
    ("mode", "acts", "debt"),
    [
        ("joint", [("claimed", "2025-10-01")], "2028-10-01"),
        ("joint", [("claimed", "2025-10-01"), ("claimed", "2027-03-01")], "2030-03-01"),
        ("general", [("sued_debtor", "2025-10-01")], None),
        ("general", [("sued_debtor", "2025-10-01"), ("enforced", "2026-05-01")], "2030-05-01"),
        (
            "general",
            [("sued_debtor", "2025-10-01"), ("enforced", "2026-05-01"), ("enforcement_ended", "2026-09-10")],
            "2029-09-10",
        ),
    ],
)
def test_once_saved_the_guarantee_debt_has_its_own_limitation(mode, acts, debt) -> None:
    found = stands(Pledge(mode), *acts, today=date(2026, 10, 1))
    assert str(found.debt_last_day) == str(debt)


# 担保解释 30
def test_a_guarantee_of_a_maximum_runs_from_the_day_the_debts_were_fixed_where_that_is_later() -> None:
    later = stands(Pledge("joint", determined_on=date(2025, 12, 31)))
    assert (str(later.base_on), str(later.period.last_day)) == ("2025-12-31", "2026-06-30")
    assert stands(Pledge("joint", determined_on=date(2025, 1, 1))).base_on == DUE


# CC 695
def test_a_plan_without_the_guarantor_leaves_the_period_on_the_original_date() -> None:
    found = stands(Pledge("joint"), plan_without_consent=True)
    assert str(found.period.last_day) == "2026-02-20"
    assert "guarantee_plan_without_consent" in [reason.code for reason in found.why]


def test_an_act_that_cannot_be_proved_is_marked() -> None:
    claimed = clock(
        DUE, Pledge("joint"), [Act("claimed", date(2025, 10, 1), False)], today=TODAY, calendar=calendar()
    )
    assert (claimed.state, claimed.provable) == ("locked", False)


def test_a_company_is_asked_for_its_resolution() -> None:
    pledge = Pledge("joint", signed_on=DUE)
    told = checks(pledge, is_person=False, has_resolution=False, has_contract=True)
    assert [reason.code for reason in told] == ["guarantee_check_resolution"]
    assert checks(pledge, is_person=True, has_resolution=False, has_contract=True) == ()


acts = st.lists(st.tuples(st.sampled_from(ACTS), st.dates(date(2025, 8, 21), date(2027, 1, 1))), max_size=6)


@given(st.sampled_from(["general", "joint", "unclear"]), acts, st.randoms())
def test_the_order_in_which_acts_are_told_does_not_matter(mode, told, random) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)
    one, other = (
        clock(DUE, Pledge(mode), [Act(*act) for act in each], today=TODAY, calendar=calendar())
        for each in (told, shuffled)
    )
    assert one == other


def test_what_was_done_before_the_debt_was_due_saves_nothing() -> None:
    assert stands(Pledge("joint"), ("claimed", "2025-08-01")).state == "open"
