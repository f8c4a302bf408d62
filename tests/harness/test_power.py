"""The power goes at any sync: what was acknowledged is there, whatever else of the disk is old, new or noise."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from models.actions.desk import Desk
from models.clock import Clock
from models.store import Store
from models.store.folder import DataFolder
from models.vault import durable
from models.vault.key import Key
from tests.harness.acts import TODAY, Clerk, Told
from tests.harness.books import KEY, books
from tests.harness.invariants import Broken, check
from tests.harness.power import Disk
from tests.harness.wired_sealed import tapped_books

CUTS_PER_FOLDER = 20


class Cuts:
    """Cuts the power before some of the syncs and looks at what would come up."""

    def __init__(self, disk: Disk, root: Path) -> None:
        self.disk, self.root = disk, root
        self.acts: list[Told] = []
        self.made = 0
        self.armed = False
        self.found: Exception | None = None

    def asked(self, what: str) -> None:
        """The disk is about to do something. An exception cannot go through SQLite: it is kept for ``look``."""
        if self.armed and what == "sync" and self.found is None and self.disk.chance.random() < 0.4:
            self.made += 1
            target = self.root / f"cut{self.made}"
            self.disk.image(target)
            try:
                check(target, self.acts, key=self.disk.folder.key)
            except Exception as found:
                self.found = found
            shutil.rmtree(target)

    def look(self) -> None:
        """Broken where a cut was not survived."""
        if self.found is not None:
            raise Broken(repr(self.found)) from self.found


def cut_often(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    cuts: int,
    seed: int,
    without: str = "",
    key: Key | None = None,
) -> tuple[int, int]:
    """Work and cut, with a new folder now and then; how many cuts, and how many acts were told before the last."""
    chance, made, acts = random.Random(seed), 0, 0
    while made < cuts:
        folder = DataFolder(root / str(made) / "data", key)
        made += (done := _cut_one(folder, monkeypatch, chance, without)).made
        acts += len(done.acts)
    return made, acts


def _cut_one(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, chance: random.Random, without: str
) -> Cuts:
    """One folder, cut so many times; encrypted books have been there before."""
    root, disk = folder.root.parent, Disk(folder, chance)
    cuts = Cuts(disk, root)
    if folder.key:
        books(folder.root, folder.key).close()
    with tapped_books(folder, cuts.asked) as disk.tap, monkeypatch.context() as patch:
        patch.setattr(durable.os, "fsync", _fsync(disk, without))
        with closing(books(folder.root, folder.key)) as store:
            _work_on(store, cuts, without)
    cuts.look()  # closing syncs too
    return cuts


def _work_on(store: Store, cuts: Cuts, without: str) -> None:
    """Acts until there were cuts enough, or one was not survived."""
    ask, seed = store.database.execute_sql, cuts.disk.chance.randrange(10**6)
    clerk = Clerk(Desk(store, Clock(TODAY), "clerk"), cuts.root / "out", seed, cuts.acts.append)
    ask("PRAGMA wal_autocheckpoint = 50")  # so that the base itself is written often
    if without == "sync":
        ask("PRAGMA synchronous = OFF")
    cuts.armed = True
    while cuts.made < CUTS_PER_FOLDER:
        clerk.act()
        if without == "sync":
            cuts.asked("sync")  # nothing else would ask
        cuts.look()


def _fsync(disk: Disk, without: str) -> Callable[[int], Any]:
    """The call that files of the vault are brought to the disk by, told to our disk alone."""

    def synced(handle: int) -> None:
        folder = Path(f"/proc/self/fd/{handle}").readlink().is_dir()
        if without != ("folder" if folder else "file"):
            disk.synced(handle)

    return synced


@pytest.mark.parametrize(("key", "cuts"), [(None, 60), (KEY, 20)])
def test_after_a_power_cut_all_that_was_acknowledged_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: Key | None, cuts: int
) -> None:
    made, acts = cut_often(tmp_path, monkeypatch, cuts, seed=1, key=key)
    assert made >= cuts
    assert acts > made / 2


@pytest.mark.parametrize(
    ("without", "seen"),
    [("sync", "lost|malformed|not_a_database"), ("file", "what='file'"), ("folder", "what='file'")],
)
@pytest.mark.parametrize("key", [None, KEY])
def test_a_build_that_leaves_one_sync_out_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: str, seen: str, key: Key | None
) -> None:
    with pytest.raises(Broken, match=seen):
        cut_often(tmp_path, monkeypatch, 40, seed=2, without=without, key=key)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10, 20))
@pytest.mark.parametrize("key", [None, KEY])
def test_the_power_cut_two_thousand_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: Key | None, seed: int
) -> None:
    assert cut_often(tmp_path, monkeypatch, 200, seed, key=key)[0] >= 200
