"""``limitation`` and ``guarantee`` with everything beyond the plain case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.terminal.conftest import Commands


@pytest.mark.parametrize(
    ("line", "last_day"),
    [
        (("--due", "2023-09-30", "--period", "4y"), "2027-09-30"),
        (("--due", "2023-09-30", "--period", "18m"), "2025-03-30"),
        (("--due", "2023-09-30", "--obstacle", "2026-06-01..2026-08-01"), "2027-02-01"),
        (("--due", "2023-09-30", "--event", "C1=2025-01-10..2026-03-20"), "2029-03-20"),
        (("--due", "2023-09-30", "--last-instalment", "2024-03-31"), "2027-03-31"),
        (("--event", "D3=2024-05-01"), "2027-05-16"),
        (("--event", "D3=2024-05-01", "--refused", "2024-05-06"), "2027-05-06"),
    ],
)
def test_each_option_of_limitation_reaches_the_rule(
    run: Commands, line: tuple[str, ...], last_day: str
) -> None:
    assert run("limitation", *line)["last_day"] == last_day


def test_an_undated_claim_that_was_never_demanded_has_no_clock(run: Commands) -> None:
    answer = run("limitation")
    assert (answer["last_day"], answer["cap_on"], answer["events"]) == (None, None, [])


def test_an_obstacle_says_that_it_suspends(run: Commands) -> None:
    answer = run("limitation", "--due", "2023-09-30", "--obstacle", "2026-06-01..2026-08-01")
    (told,) = answer["events"]
    assert (told["code"], told["suspends"], told["interrupts"]) == ("S1", True, False)
    assert "2027-02-01" in told["why"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("--obstacle", "2026-06-01"), "obstacle_unreadable"),
        (("--obstacle", "2026-06-01..2026-05-01"), "event_end_before_start"),
        (("--event", "D1=2025-01-10..2026-03-20"), "event_has_no_end"),
        (("--event", "X1=2025-01-10"), "event_unknown"),
        (("--period", "forever"), "period_unreadable"),
        (("--period", "99y"), "period_unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused(run: Commands, line: tuple[str, ...], code: str) -> None:
    assert run("limitation", "--due", "2023-09-30", *line, status=1).codes == [code]


@pytest.mark.parametrize(
    ("line", "kind", "last_day"),
    [
        (("--kind", "unclear"), "general", "2026-02-20"),
        (("--kind", "unclear", "--signed", "2020-06-01"), "joint", "2026-02-20"),
        (("--kind", "joint", "--unclear"), "joint", "2026-02-20"),
        (("--kind", "joint", "--unclear", "--signed", "2020-06-01"), "joint", "2027-08-20"),
        (("--kind", "general", "--months", "24"), "general", "2027-08-20"),
    ],
)
def test_guarantee_takes_what_the_law_takes(
    run: Commands, line: tuple[str, ...], kind: str, last_day: str
) -> None:
    answer = run("guarantee", "--due", "2025-08-20", *line)
    assert (answer["kind"], answer["last_day"], len(answer["why"])) == (kind, last_day, 2)


def test_the_firm_s_own_holidays_roll_a_last_day(run: Commands, tmp_path: Path) -> None:
    """2026-11-19 is a Thursday; the firm's table says that it and the day after it are off."""
    limitation, guarantee = (
        ("limitation", "--due", "2023-11-19"),
        ("guarantee", "--due", "2026-05-19", "--kind", "joint"),
    )
    assert run(*limitation)["rolled_last_day"] == "2026-11-19"
    file = tmp_path / "days.csv"
    file.write_text("2026-11-19,off\n2026-11-20,off\n", encoding="utf-8")
    run("holidays", "--add", file)
    assert run(*limitation)["rolled_last_day"] == "2026-11-23"
    assert run(*guarantee)["rolled_last_day"] == "2026-11-23"
