"""A folder of every kept schema, and an empty one, opens though the power goes at any write of its migration."""

from __future__ import annotations

import random
import shutil
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import pytest
from playhouse.migrate import SchemaMigrator
from playhouse.migrations import Runner

from models.clock import Clock
from models.store import open_store
from models.store.database import SCHEMA, schema_of
from models.store.folder import DataFolder
from models.store.verify import verify
from tests.harness.invariants import Broken, must
from tests.harness.power import Disk
from tests.harness.wired import tapped

KEPT = sorted((Path(__file__).parents[1] / "databases").glob("*.qzbackup"))
BEGINNINGS = {"nothing": None, **{kept.stem: kept for kept in KEPT}}

Rows = dict[str, list[tuple[Any, ...]]]


def lay_out(kept: Path | None, data: Path) -> None:
    """The folder as that schema had it, before anything migrates it."""
    (data / "vault").mkdir(parents=True)
    if kept is None:
        return
    with zipfile.ZipFile(kept) as archive:
        for name in archive.namelist():
            sha256 = name.removeprefix("vault/")
            place = data / (f"vault/{sha256[:2]}/{sha256}" if sha256 != name else name)
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(archive.read(name))
    (data / "manifest.json").unlink()


def said(data: Path) -> Rows:
    """Every row of every table but the instants at which the steps were done."""
    with closing(sqlite3.connect(data / "qingzhang.db")) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: base.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}
    return {**rows, "schema_migration": [row[:2] for row in rows["schema_migration"]]}


class Migration:
    """One migration of a folder, asked at every write and sync which step it is in."""

    def __init__(self, root: Path, kept: Path | None, seed: int) -> None:
        self.root, self.kept, self.chance = root, kept, random.Random(seed)
        self.step = "before"
        self.place = 0
        self.whole: Rows = {}

    def run(self, name: str, patch: pytest.MonkeyPatch, asked: Callable[[Disk], object]) -> None:
        """Open the folder, telling of every write and sync."""
        data = self.root / name
        lay_out(self.kept, data)
        disk = Disk(DataFolder(data), self.chance)
        disk.names = {*data.glob("vault/*"), *data.glob("vault/*/*")}
        disk.contents = {path.stat().st_ino for path in disk.names}
        self.step, self.place, do = "before", 0, Runner._run

        def noted(runner: Runner, step: str, *more: Any, **rest: Any) -> None:
            self.step, self.place = step, 0
            do(runner, step, *more, **rest)

        def told(_: str) -> None:
            self.place += 1
            asked(disk)

        with patch.context() as patched, tapped(data / "qingzhang.db", told) as disk.tap:
            patched.setattr(Runner, "_run", noted)
            open_store(data, bind=False).close()
        self.whole = said(data)

    def survives(self, disk: Disk) -> None:
        """What a power cut now would leave opens as what the whole migration comes to."""
        target, here = self.root / "cut", (self.step, self.place)
        disk.image(target)
        try:
            must(schema_of(target / "qingzhang.db") <= SCHEMA)
            with closing(open_store(target, bind=False)) as store:
                result = verify(store, Clock().now())
            must(result.ok, self.step, result.damage)
            must(said(target) == self.whole, "between old and new", self.step)
        finally:
            shutil.rmtree(target)
            self.step, self.place = here  # its own migration told of its steps too


def cut_each_step(
    root: Path, patch: pytest.MonkeyPatch, kept: Path | None, cuts: int, seed: int
) -> Counter[str]:
    """Count the writes of each step, then migrate again and cut so often in each; how often it was."""
    migration, writes, made = Migration(root, kept, seed), Counter[str](), Counter[str]()
    migration.run("first", patch, lambda _: writes.update([migration.step]))
    chosen = {
        step: Counter(migration.chance.choices(range(1, count + 1), k=cuts)) for step, count in writes.items()
    }
    troubles: list[Exception] = []

    def cut(disk: Disk) -> None:
        for _ in range(chosen.get(migration.step, Counter())[migration.place]):
            made.update([migration.step])
            try:
                migration.survives(disk)
            except Exception as trouble:  # it cannot go through SQLite
                troubles.append(trouble)

    migration.run("second", patch, cut)
    if troubles:
        raise Broken(repr(troubles[0])) from troubles[0]
    must(made == Counter(dict.fromkeys(writes, cuts)), "not cut so often in each step", writes, made)
    return made


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_migration_cut_off_is_finished_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beginning: str
) -> None:
    made = cut_each_step(tmp_path, monkeypatch, BEGINNINGS[beginning], 1, seed=1)
    begun = beginning.rpartition("_")[2]
    assert made.total() >= SCHEMA - (int(begun) if begun.isdecimal() else 0)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_every_step_of_a_migration_cut_off_fifty_times_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beginning: str
) -> None:
    made = cut_each_step(tmp_path, monkeypatch, BEGINNINGS[beginning], 50, seed=2)
    assert min(made.values()) >= 50


def test_a_build_whose_steps_are_no_transactions_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SchemaMigrator, "migration_context", lambda *_: nullcontext())
    with pytest.raises(Broken, match="already exists"):
        cut_each_step(tmp_path, monkeypatch, None, 1, seed=3)
