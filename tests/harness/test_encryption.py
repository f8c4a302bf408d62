"""Encrypted books: nothing of a day's work lies anywhere in clear, and a change killed on its way harms nothing."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.clock import Clock
from models.rules.problems import Refused
from models.store import Store, open_store
from models.store.backup import backup
from models.store.conversion import decrypt, encrypt
from models.store.folder import DataFolder
from models.store.generations import ASKED, keep
from models.store.series import backup_place, generations, series
from models.vault import durable
from models.vault.key import Key
from tests.harness.acts import ACTS, TODAY, Clerk
from tests.harness.books import KEY, KEYS, NOW, books
from tests.harness.invariants import check_store, must


def worked(room: Path, key: Key | None) -> Store:
    """Books in which every act was done once, encrypted before the first where there is a key."""
    store = books(room / "data", key)
    clerk = Clerk(Desk(store, Clock(TODAY), "林晓"), room / "out", 1, lambda _: None)
    for act in ACTS:
        clerk.act(act)
    return store


def words_of(store: Store) -> set[bytes]:
    """Names, addresses, numbers, notes and sums as the books have them, and how their documents begin."""
    asked = (
        "debtor.name", "debtor.address", "creditor.name", "claim.number", "note.text", "bank_line.payer",
        "letter.number", "evidence.name", "evidence.sha256",
    )  # fmt: skip
    columns = [each.split(".") for each in asked]
    rows = [store.database.execute_sql(f"SELECT {column} FROM {table}") for table, column in columns]
    told = {str(row[0]) for some in rows for row in some if row[0]}
    return {each.encode() for each in told if len(each.encode()) >= 6} | {b"%PDF", b"SQLite format 3"}


def in_clear(place: Path, words: set[bytes]) -> list[tuple[str, bytes]]:
    """Every file below a place that holds one of them, or is called so."""
    files = [file for file in place.rglob("*") if file.is_file()]
    return [
        (file.name, word)
        for file in files
        for word in words
        if word in file.read_bytes() or word in os.fsencode(file.name)
    ]


def day(room: Path, key: Key | None) -> list[tuple[str, bytes]]:
    """What of a day's work lies in clear in the data folder or its backups, while the books are open."""
    store = worked(room, key)
    keep(store.folder, backup_place(store.folder), ASKED, NOW)
    must(generations(series(store.folder, backup_place(store.folder))), "no backup was made")
    backup(store, room / "data-backups" / "b.qzbackup", NOW)
    check_store(store)
    words = words_of(store)
    found = [*in_clear(room / "data", words), *in_clear(room / "data-backups", words)]
    store.close()
    return found


def test_after_a_working_day_nothing_lies_in_clear(tmp_path: Path) -> None:
    assert day(tmp_path, KEY) == []


def test_plain_books_are_seen_by_the_same_look(tmp_path: Path) -> None:
    assert len({word for _, word in day(tmp_path, None)}) > 10


# --- killed on the way


@contextmanager
def killed_at(instant: int) -> Iterator[Callable[[int, int], None]]:
    """Kill this process before the so manieth call of fsync or beat of the progress."""
    left, sync = [instant], os.fsync

    def count() -> None:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(handle: int) -> None:
        count()
        sync(handle)

    durable.os.fsync = counted
    yield lambda _done, _total: count()


def change(data: Path, key: Key | None, instant: int) -> bool:
    """Change the books in a process of its own, killed at an instant; whether it lived to the end."""
    child = os.fork()
    if not child:
        try:
            store = open_store(data, key=key)
            with killed_at(instant) as beat:
                if key:
                    decrypt(store, NOW, beat)
                else:
                    encrypt(store, KEY, KEYS, NOW, beat)
            os._exit(0)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    must(code in (0, -signal.SIGKILL), "the change ended by itself", code)
    return code == 0


def look(data: Path, head: tuple[int, str]) -> bool:
    """After the next start all is as it was, in one kind of books alone; whether they are encrypted."""
    store = open_store(data, key=KEY, bind=False)
    try:
        must(store.journal_head() == head, "another end of the journal")
        check_store(store)
        encrypted = store.folder.encrypted
    finally:
        store.close()
    names = {entry.name.partition("-")[0] for entry in data.iterdir()}
    other = {"qingzhang.db", "vault"} if encrypted else {"encrypted.db", "encrypted", "keys.json"}
    must(not names & {*other, "changing"}, "leftovers", names)
    return encrypted


def kill_on_the_way(room: Path, key: Key | None, step: int, first: int = 0) -> set[bool]:
    """Kill the change at every ``step``-th instant from the ``first`` on; which kinds of books were found."""
    store = worked(room, key)
    head = store.journal_head()
    store.close()
    found = set()
    for instant in range(first, 10_000, step):
        data = room / f"try{instant}"
        shutil.copytree(room / "data", data)
        lived = change(data, key, instant)
        found.add(look(data, head))
        shutil.rmtree(data)
        if lived:
            return found
    raise AssertionError("the change never ends")


@pytest.mark.parametrize("key", [None, KEY])
def test_killed_while_they_change_the_books_are_old_or_new(tmp_path: Path, key: Key | None) -> None:
    assert kill_on_the_way(tmp_path, key, 9) == {False, True}


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("key", [None, KEY])
def test_killed_at_each_instant_the_books_are_old_or_new(tmp_path: Path, key: Key | None) -> None:
    assert kill_on_the_way(tmp_path, key, 1) == {False, True}


def test_a_switch_that_takes_the_old_books_first_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hasty(folder: DataFolder) -> None:
        (folder.root / "qingzhang.db").unlink()

    monkeypatch.setattr("models.store.conversion.sync_file", lambda file: hasty(DataFolder(file.parent)))
    with pytest.raises(Refused, match="key_file_damaged"):
        kill_on_the_way(tmp_path, None, 2, first=100)
