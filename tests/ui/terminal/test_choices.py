"""Every choice can be read and set by command, within its bounds."""

from __future__ import annotations

import pytest

from models.settings import ALL
from tests.ui.terminal.conftest import Commands


def test_every_choice_is_listed_with_what_it_rests_on(run: Commands) -> None:
    told = run("setting")["settings"]
    assert [each["name"] for each in told] == [each.key for each in ALL]
    assert "18(4)" in run("setting", "late_percent")["settings"][0]["source"]


def test_the_rate_where_none_was_agreed_follows_the_choice(run: Commands) -> None:
    run("import", run.ledger("甲公司,1,1000.00,,2026-01-01"))
    claim = run.one("1")["id"]
    before = run("interest-of", claim)["rate"]
    run("setting", "late_percent", "130")
    run("setting", "late_lpr", "floating")
    assert (before, run("interest-of", claim)["rate"]) == ("fixed:lpr1y*1.5", "lpr1y*1.3")


def test_yes_or_no_is_written_out(run: Commands) -> None:
    assert run("setting", "watch_strict", "false")["settings"][0]["value"] is False


@pytest.mark.parametrize(
    "line",
    [("late_percent", "131"), ("delivery_days", "soon"), ("watch_strict", "1"), ("alarm_days", "soon")],
)
def test_what_a_choice_does_not_allow_is_refused(run: Commands, line: tuple[str, str]) -> None:
    before = run("setting", line[0])["settings"]
    assert run("setting", *line, status=1).codes == ["setting_out_of_range"]
    assert run("setting", line[0])["settings"] == before
