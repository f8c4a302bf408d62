"""What the clerk adds to holidays and rates is kept, used by the sums of that folder, and can be taken out again."""

from collections.abc import Callable
from pathlib import Path

from tests.ui.terminal.conftest import Commands

YEAR = "2027 H: 01-01..01-03; 02-05..02-13; 04-03..04-05 | W: 01-30"


def test_the_shipped_years_are_listed_the_newest_first(run: Commands) -> None:
    years = run("holidays")["years"]
    assert [years[0]["year"], years[-1]["year"]] == [2026, 2004]
    assert years[0]["off"][0] == {"from": "2026-01-01", "to": "2026-01-03"}
    assert (years[0]["own"], years[0]["published"], years[0]["work"][0]) == (0, True, "2026-01-04")


def test_a_pasted_year_is_out_from_then_on(run: Commands, typed_in: Callable[[str], None]) -> None:
    assert run("workday", "2027-01-30").told == {
        "workday": False,
        "published": False,
        "next_workday": "2027-02-01",
    }
    typed_in(YEAR)
    added = run("holidays", "--add", "-", "--year", 2027)
    assert (len(added["added"]), added["years"][0]["own"], added.codes) == (16, 16, [])
    assert run("workday", "2027-01-30").told == {
        "workday": True,
        "published": True,
        "next_workday": "2027-02-01",
    }
    plan = run("schedule", "100", "--instalments", 1, "--first", "2027-02-06", "--roll")
    assert plan["instalments"][0]["due_on"] == "2027-02-15"
    run("holidays", "--drop", *added["added"])
    assert run("workday", "2027-01-30")["published"] is False


def test_a_sum_makes_no_data_folder(run: Commands) -> None:
    run("workday", "2027-01-30")
    assert not run.data.exists()


def test_days_that_cannot_be_read_change_nothing(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_text("2027-01-01,off\n2027-01-99,off\n", encoding="utf-8")
    refused = run("holidays", "--add", file, status=1)
    assert [(each["code"], each["where"]) for each in refused["problems"]] == [
        ("holiday_line_unreadable", "2")
    ]
    assert run("holidays")["years"][0]["year"] == 2026
    assert run("holidays", "--add", tmp_path / "none.csv", status=1).codes == ["published_file_unreadable"]


def test_a_rate_published_since_is_used_and_told(run: Commands, typed_in: Callable[[str], None]) -> None:
    line = ("--principal", "36500", "--from", "2026-10-10", "--to", "2026-10-30", "--rate", "lpr1y")
    assert run("interest", *line).codes == ["interest_rate_unverified"]
    typed_in("2026-10-20,2.00,2.50\n2026-09-20,9.99,9.99")
    added = run("lpr", "--add", "-")
    assert (added["added"], added.codes) == (["2026-10-20"], ["rate_day_shipped"])
    assert added["rates"][0] == {
        "published_on": "2026-10-20",
        "one_year": "2.00",
        "five_year": "2.50",
        "confidence": "OWN",
        "own": True,
    }
    found = run("interest", *line)
    assert [each["amount"] for each in found["lines"]] == ["30.00", "20.00"]
    assert (found["rates"]["verified_until"], found.codes) == (
        "2026-10-20",
        ["interest_rate_unverified", "interest_rate_own_entry"],
    )
    run("lpr", "--drop", "2026-10-20")
    assert len(run("interest", *line)["lines"]) == 1


def test_a_schedule_shows_principal_and_interest(run: Commands) -> None:
    line = ("schedule", "100000", "--instalments", 12, "--first", "2026-12-08", "--year", "6")
    level = run(*line, "--shape", "annuity")
    assert {each["amount"] for each in level["instalments"][:-1]} == {"8606.64"}
    assert (level["principal"], level["instalments"][-1]["balance_after"]) == ("100000.00", "0.00")
    rolled = run("schedule", "100", "--instalments", 1, "--first", "2027-12-04", "--roll")
    assert rolled.codes == ["instalment_year_unpublished"]
    free = run("schedule", "100", "--free", "2026-12-01=40", "2027-01-01=60")
    assert [each["amount"] for each in free["instalments"]] == ["40.00", "60.00"]


def test_a_schedule_that_cannot_be_is_refused(run: Commands) -> None:
    assert run("schedule", "100", "--instalments", 2, status=1).codes == ["schedule_needs_first"]
    line = ("schedule", "100", "--instalments", 2, "--first", "2026-12-08")
    assert run(*line, "--every", "week", status=1).codes == ["instalment_rhythm"]
    assert run(*line, "--year", "4.125", status=1).codes == ["number_unreadable"]
    assert run("schedule", "100", "--free", "2026-12-01=40", status=1).codes == ["instalments_differ"]


def test_a_rate_is_proposed_with_its_source(run: Commands) -> None:
    found = run("rate", "--kind", "service", "--breach", "2024-03-01", "--contract-on", "2023-07-01", "--sme")
    assert (found["rate"], found["rule"], found["confidence"]) == ("day:0.05", "R4", "settled")
    assert found["source"] == "regulation on payments to small firms 17"
    loan = run(
        "rate",
        "--kind",
        "loan",
        "--breach",
        "2020-01-01",
        "--contract-on",
        "2019-01-01",
        "--agreed",
        "year:30",
    )
    assert [each["percent"] for each in loan["cap"]] == ["24.00", "12.00"]
