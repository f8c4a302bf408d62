"""``watch`` and ``arrivals``: what the system's scheduler runs, and what came of it."""

import os
import shutil
from pathlib import Path

import pytest

from models.clock import Clock
from models.store import open_store
from tests.ui.terminal.conftest import LEDGERS

OCTOBER = LEDGERS / "06_应收明细_2026-10.xlsx"
DOUBTFUL = LEDGERS / "04 应收台账（手工）.xlsx"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "exports"
    made.mkdir()
    return made


def put(folder: Path, ledger: Path, age_s: int = 3600) -> Path:
    file = Path(shutil.copy(ledger, folder))
    written = int(Clock().now().timestamp()) - age_s
    os.utime(file, (written, written))
    return file


def test_watch_imports_what_is_new_and_says_so(run, folder):
    put(folder, OCTOBER)
    told = run("watch", "--folder", folder, "--once")
    (arrival,) = told["arrivals"]
    assert (arrival["file"], arrival["state"], arrival["new"], arrival["batch"]) == (
        OCTOBER.name,
        "taken",
        45,
        "1",
    )
    assert run("claims")["count"] == 45
    assert run("watch", "--folder", folder)["arrivals"] == []


def test_a_file_that_waits_is_no_failure(run, folder):
    put(folder, DOUBTFUL)
    (arrival,) = run("watch", "--folder", folder, "--once", status=0)["arrivals"]
    assert (arrival["state"], arrival["batch"]) == ("waiting", None)
    assert "arrival_problems" in [reason["code"] for reason in arrival["why"]]
    assert all(reason["message"] for reason in (*arrival["why"], *arrival["warnings"]))
    assert run("claims")["count"] == 0


def test_a_folder_that_is_not_there_ends_with_1(run, tmp_path):
    assert run("watch", "--folder", tmp_path / "gone", status=1).codes == ["watch_folder_gone"]


def test_without_a_folder_the_command_says_how_to_choose_one(run):
    assert run("watch", status=1).codes == ["watch_folder_unset"]


def test_the_clerk_lists_what_came_and_marks_it_as_seen(run, folder):
    put(folder, OCTOBER, 3600)
    put(folder, DOUBTFUL, 60)
    run("watch", "--folder", folder, "--once")
    assert [each["arrival"] for each in run("arrivals", "--unseen")["arrivals"]] == ["2", "1"]
    run("arrivals", "--seen", "1")
    assert [each["arrival"] for each in run("arrivals", "--unseen")["arrivals"]] == ["2"]
    run("arrivals", "--seen", "all")
    assert run("arrivals", "--unseen")["arrivals"] == []
    assert len(run("arrivals")["arrivals"]) == 2


def test_an_import_by_hand_ends_the_waiting(run, folder):
    file = put(folder, DOUBTFUL)
    run("watch", "--folder", folder, "--once")
    run("import", file)
    (arrival,) = run("arrivals")["arrivals"]
    assert (arrival["state"], arrival["batch"]) == ("by_hand", "1")


def test_the_books_open_elsewhere_are_no_hindrance(run, folder):
    put(folder, OCTOBER)
    window = open_store(run.data, bind=False)
    seen = window.database.execute_sql("PRAGMA data_version").fetchone()
    run("watch", "--folder", folder, "--once")
    assert window.database.execute_sql("PRAGMA data_version").fetchone() != seen
    window.close()


def test_claims_are_there_as_after_an_import(run, folder, tmp_path):
    put(folder, OCTOBER)
    run("watch", "--folder", folder, "--once")
    watched = run("claims")["balance"]
    run.data = tmp_path / "by-hand"
    run("import", OCTOBER)
    assert run("claims")["balance"] == watched
