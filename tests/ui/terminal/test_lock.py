"""``lock``: the state of the window's lock, and setting, changing, removing it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.store.app_lock import AppLock
from models.store.folder import DataFolder
from models.store.passphrase import Cost
from tests.ui.terminal.conftest import Commands

OLD, NEW = "四月的雨落在码头上", "correct horse battery"
Typed = Callable[[str], None]


@pytest.fixture
def locked(run: Commands) -> Commands:
    """Books whose lock costs next to nothing to guess at."""
    run("claims")
    AppLock(DataFolder(run.data), cost=Cost(1, 8, 1)).put(OLD)
    return run


def test_there_is_no_lock_before_one_is_set(run: Commands) -> None:
    assert run("lock").told == {"set": False, "minutes": 5, "minimised": False, "wait": 0}


def test_a_lock_is_set_changed_and_removed_by_lines_on_standard_input(run: Commands, typed_in: Typed) -> None:
    typed_in(f"{OLD}\n")
    assert run("lock", "--set")["set"]
    typed_in(f"{OLD}\r\n{NEW}\r\n")
    assert run("lock", "--change")["set"]
    typed_in(f"{OLD}\n")
    assert run("lock", "--remove", status=1).codes == ["phrase_wrong"]
    typed_in(NEW)
    assert not run("lock", "--remove")["set"]


def test_a_weak_phrase_is_refused(run: Commands, typed_in: Typed) -> None:
    typed_in("12345678\n")
    assert run("lock", "--set", status=1).codes == ["phrase_simple"]
    assert not run("lock")["set"]


def test_five_wrong_phrases_wait(locked: Commands, typed_in: Typed) -> None:
    for _ in range(5):
        typed_in(NEW)
        locked("lock", "--remove", status=1)
    assert 0 < locked("lock")["wait"] <= 30
    typed_in(OLD)
    assert locked("lock", "--remove", status=1).codes == ["phrase_waits"]


def test_a_forgotten_phrase_is_reset_without_it(locked: Commands) -> None:
    assert not locked("lock", "--reset")["set"]
    assert locked("journal")["entries"][0]["verb"] == "reset_lock"


def test_a_locked_window_keeps_nobody_from_a_command(locked: Commands) -> None:
    assert locked("claims")["count"] == 0
