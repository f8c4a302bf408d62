"""The disk fills, or turns read-only, at any step of any act: a sentence, nothing half done, and work goes on later."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import apsw
import pytest

from models.actions.desk import Desk
from models.actions.exports import export_backup
from models.clock import Clock
from models.rules.problems import Refused
from models.store import Store
from models.store.folder import DataFolder
from models.store.store import trouble_of
from models.vault import durable
from models.vault.key import Key
from tests.harness.acts import ACTS, TODAY, Clerk
from tests.harness.books import KEY, books
from tests.harness.invariants import Broken, check_store, must
from tests.harness.wired_sealed import tapped_books

KINDS = {
    "full": (errno.ENOSPC, apsw.FullError, "disk_full"),
    "read-only": (errno.EROFS, apsw.ReadOnlyError, "folder_read_only"),
}
EVERYTHING = tuple(dict.fromkeys((*ACTS, "backup")))


class Disk:
    """Takes so many more steps – writes and syncs of SQLite and of files – and then none until there is room."""

    def __init__(self, kind: str) -> None:
        self.number, self.trouble, self.code = KINDS[kind]
        self.room: int | None = None
        self.steps = 0

    def step(self) -> bool:
        """Whether one more is taken."""
        self.steps += 1
        return self.room is None or self.steps <= self.room

    def asked(self, what: str) -> None:
        """By SQLite."""
        if not self.step():
            raise self.trouble

    def file_step(self, *_: object) -> None:
        """By a file."""
        if not self.step():
            raise OSError(self.number, os.strerror(self.number))

    @contextmanager
    def with_room_for(self, steps: int) -> Iterator[None]:
        """So many steps from here. Who ran out of them finds the disk as it is afterwards too."""
        self.steps, self.room = 0, steps
        yield
        self.room = None


class Stream:
    """A file being written on that disk."""

    def __init__(self, stream: Any, disk: Disk) -> None:
        self._stream, self._disk = stream, disk

    def write(self, content: bytes) -> int:
        self._disk.file_step()
        return int(self._stream.write(content))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()


@contextmanager
def working(
    root: Path, patch: pytest.MonkeyPatch, disk: Disk, *, tap: bool = True, key: Key | None = None
) -> Iterator[Clerk]:
    """A clerk on that disk, with something of everything done already."""
    opening = Path.open

    def opened(path: Path, mode: str = "r", *more: Any, **rest: Any) -> Any:
        found = opening(path, mode, *more, **rest)
        inside = root / "data" in path.parents or path.suffix == ".part"
        return Stream(found, disk) if mode == "wb" and inside else found

    under = DataFolder(root / ("data" if tap else "elsewhere"), key)
    with (
        tapped_books(under, disk.asked),
        closing(books(root / "data", key)) as store,
        patch.context() as patched,
    ):
        clerk = Clerk(Desk(store, Clock(TODAY), "clerk"), root / "out", 1, lambda _: None)
        for act in ("take_ledger", "call", "plan"):
            clerk.act(act)
        patched.setattr(Path, "open", opened)
        patched.setattr(durable.os, "fsync", disk.file_step)
        yield clerk


def do(clerk: Clerk, act: str) -> None:
    """Any act, a backup too."""
    if act == "backup":
        export_backup(clerk.desk, clerk.out / "all.qzbackup")
    else:
        clerk.act(act)


def starve(clerk: Clerk, act: str, disk: Disk, stride: int) -> int:
    """Let the act run out of room at its first step, then later and later, until it is done; how often it did."""
    refused, room = 0, 0
    while True:
        try:
            with disk.with_room_for(room):
                do(clerk, act)
        except (Refused, OSError) as trouble:
            code = trouble.problems[0].code if isinstance(trouble, Refused) else trouble_of(trouble)
            must(code in (disk.code, "backup_place_gone"), "no clear sentence", act, room, trouble)
        else:
            must(refused, "never starved", act)
            return refused
        refused += 1
        room += stride
        check_store(clerk.desk.store, (), None)
        must(not list(clerk.out.glob("*.part")), "leftovers", act, room)


def nothing_outside(store: Store) -> None:
    """No file stays in the vault that no row speaks of, once the program has tidied."""
    store.tidy()
    vault, rows = store.folder.vault, store.database.execute_sql("SELECT sha256 FROM evidence")
    must(set(vault.contents()) <= {vault.name_of(row[0]) for row in rows}, "a file without its row")


SHORT = [*((act, None) for act in EVERYTHING), ("attach", KEY), ("write", KEY), ("backup", KEY)]


@pytest.mark.parametrize(("act", "key"), SHORT)
@pytest.mark.parametrize("kind", KINDS)
def test_without_room_an_act_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, key: Key | None, kind: str
) -> None:
    disk = Disk(kind)
    with working(tmp_path, monkeypatch, disk, tap=act != "backup", key=key) as clerk:
        assert starve(clerk, act, disk, stride=13) >= 1
        nothing_outside(clerk.desk.store)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("act", EVERYTHING)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", [None, KEY])
def test_without_room_at_each_single_step_an_act_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, kind: str, key: Key | None
) -> None:
    disk = Disk(kind)
    with working(tmp_path, monkeypatch, disk, tap=act != "backup", key=key) as clerk:
        starve(clerk, act, disk, stride=1)
        nothing_outside(clerk.desk.store)


@pytest.mark.parametrize("key", [None, KEY])
def test_a_build_that_swallows_a_full_disk_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: Key | None
) -> None:
    with working(tmp_path, monkeypatch, Disk("full"), key=key) as clerk:
        monkeypatch.setattr(Stream, "write", lambda *_: 0)
        clerk.act("attach")
        with pytest.raises(Broken, match="what='file'"):
            check_store(clerk.desk.store)
