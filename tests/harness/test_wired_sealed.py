"""The tap under encrypted books is only lent: what SQLite still calls stands, however untidily a trial ended."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from models.store.folder import DataFolder
from tests.harness.books import KEY, books
from tests.harness.test_second_instance import beside, ended
from tests.harness.wired_sealed import tapped_books


def leave_open(data: Path) -> None:
    """Books opened over the tap, and forgotten where the tables still speak of them: a trial that failed does that."""
    with tapped_books(DataFolder(data, KEY), lambda _: None):
        books(data, KEY).database.execute_sql("CREATE TABLE more (id)")


def forget_and_go_on(data: Path) -> None:
    """Nobody but SQLite knows the tap any more when the next books take the place of those."""
    leave_open(data)
    gc.collect()
    books(data.with_name("next")).close()


def test_books_that_a_trial_left_open_can_be_closed_after_it(tmp_path: Path) -> None:
    books(tmp_path / "data", KEY).close()
    # In a process of its own: memory that is gone ends it by a signal.
    assert ended(beside(lambda: forget_and_go_on(tmp_path / "data"))) == os.EX_OK


def test_a_fault_of_the_trial_within_sqlite_is_raised_at_its_end(tmp_path: Path) -> None:
    books(tmp_path / "data", KEY).close()

    def faulty(_: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), tapped_books(DataFolder(tmp_path / "data", KEY), faulty):
        books(tmp_path / "data", KEY).database.execute_sql("CREATE TABLE more (id)")


def test_who_is_done_is_asked_no_more(tmp_path: Path) -> None:
    books(tmp_path / "data", KEY).close()
    heard: list[str] = []
    with tapped_books(DataFolder(tmp_path / "data", KEY), heard.append):
        store = books(tmp_path / "data", KEY)
        store.database.execute_sql("CREATE TABLE more (id)")
    told = len(heard)
    store.close()
    assert 0 < told == len(heard)
