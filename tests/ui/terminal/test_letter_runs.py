"""``letters`` with triage, ``letter-runs``, ``letter-run``, ``wording``, ``letterhead``."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_a_run_is_triaged_and_told_again(firm: Commands, out: Path) -> None:
    name = "无锡蓝科新能源有限公司"
    answer = firm(
        "letters", "--kind", "statement", "--claims", "1,3", "--out", out, "--leave-out", f"{name}=月底对账"
    )
    assert [each["why"] for each in answer["skipped"]] == ["left_out"]
    (run,) = firm("letter-runs")["runs"]
    assert (run["kind"], run["outcomes"], run["unprinted"]) == ("statement", {"issued": 1, "left_out": 1}, 1)
    told = firm("letter-run", run["run"], "--unprinted")
    assert [(each["outcome"], each["why"]) for each in told["lines"]] == [
        ("issued", None),
        ("left_out", "月底对账"),
    ]
    assert len(told["letters"]) == 1


def test_copies_for_the_file_are_noted_told_and_taken_back(firm: Commands, out: Path) -> None:
    firm("letters", "--kind", "demand", "--claims", "1,3", "--out", out)
    (told,) = firm("letter-copied", "1")["letters"]
    assert told["copied_at"] is not None
    assert firm("letter-runs")["runs"][0]["uncopied"] == 1
    assert [each["letter"] for each in firm("letter-run", "1", "--uncopied")["letters"]] == ["2"]
    firm("letter-copied", "1", "--undo")
    copies = firm("letter-run", "1")["letters"]
    assert [(each["copied_at"], each["copied_by"]) for each in copies] == [(None, None)] * 2


def test_whom_nobody_proposed_cannot_be_left_out(firm: Commands, out: Path) -> None:
    answer = firm(
        "letters", "--kind", "demand", "--claims", "1", "--out", out, "--leave-out", "没有=x", status=1
    )
    assert answer.codes == ["not_proposed"]


def test_a_kind_is_put_into_own_words_and_back(firm: Commands, tmp_path: Path) -> None:
    (tmp_path / "closing.txt").write_text("请按期付清。后果自负。", "utf-8")
    told = firm("wording", "demand", "--set", f"closing={tmp_path / 'closing.txt'}", "--note", "法务")
    assert (told["own"], told["entries"]["closing"]) == (["closing"], "请按期付清。后果自负。")
    assert firm("wording", "demand", "--reset")["own"] == []
    assert len(firm("wording", "demand")["versions"]) == 2


def test_what_the_clerk_says_is_on_the_letter(firm: Commands, out: Path) -> None:
    said = [f"--say={field}=江南" for field in ("assignee", "assigned_by", "assigned_on", "assignee_contact")]
    said += ["--say=assignee_bank=建行", "--say=assignee_account=3205"]
    line = ("letters", "--kind", "assignment", "--claims", "1", "--out", out)
    assert [each["why"] for each in firm(*line)["skipped"]] == ["letter_gap"]
    assert len(firm(*line, *said)["letters"]) == 1


def test_a_logo_is_shown_and_taken_away(firm: Commands, tmp_path: Path) -> None:
    Image.new("L", (4, 4)).save(tmp_path / "logo.png")
    assert firm("letterhead", "--logo", tmp_path / "logo.png")["logo"]
    assert not firm("letterhead", "--logo", "none")["logo"]
