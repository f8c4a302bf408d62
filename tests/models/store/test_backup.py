from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from models.actions.desk import Desk
from models.actions.evidence import attach
from models.rules.problems import Refused
from models.store import backup as backups
from models.store import generations, open_store
from models.store.backup import backup, copy_database, restore
from models.store.generations import ASKED, keep
from models.store.verify import verify
from models.tables import Claim
from models.vault.key import Key


@pytest.fixture
def saved(desk: Desk, claim: Callable[..., int], tmp_path: Path) -> Path:
    (tmp_path / "合同.pdf").write_bytes(b"%PDF contract")
    attach(desk, [claim()], tmp_path / "合同.pdf", "contract")
    return backup(desk.store, tmp_path / "out" / "b.qzbackup", desk.clock.now()).file


def test_a_backup_restores_to_the_same_portfolio(saved: Path, desk: Desk, tmp_path: Path) -> None:
    before = desk.store.journal_head()
    restore(saved, tmp_path / "again", desk.clock.now())
    again = open_store(tmp_path / "again", bind=False)
    assert again.journal_head() == before
    assert verify(again, desk.clock.now()).ok
    again.close()


def test_a_backup_leaves_only_itself(saved: Path) -> None:
    assert [entry.name for entry in saved.parent.iterdir()] == ["b.qzbackup"]


def test_a_damaged_backup_restores_nothing(saved: Path, desk: Desk, tmp_path: Path) -> None:
    content = bytearray(saved.read_bytes())
    content[len(content) // 2] ^= 1
    saved.write_bytes(content)
    with pytest.raises(Refused):
        restore(saved, tmp_path / "again", desk.clock.now())
    assert not (tmp_path / "again").exists() or not any((tmp_path / "again").iterdir())


def test_restoring_onto_data_is_refused(saved: Path, desk: Desk) -> None:
    with pytest.raises(Refused) as refusal:
        restore(saved, desk.store.folder.root, desk.clock.now())
    assert refusal.value.problems[0].code == "folder_not_empty"


def test_a_good_backup_is_not_replaced_by_a_damaged_base(saved: Path, desk: Desk) -> None:
    good = saved.read_bytes()
    desk.store.database.execute_sql("UPDATE claim SET amount_fen = 1")
    with pytest.raises(Refused) as refusal:
        backup(desk.store, saved, desk.clock.now())
    assert refusal.value.problems[0].code == "base_damaged"
    assert saved.read_bytes() == good


@pytest.mark.parametrize("made_by", [backups, generations])
def test_a_copy_that_came_out_otherwise_than_the_base_never_counts(
    saved: Path, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_by: ModuleType
) -> None:
    """The base is sound; only restoring what was made of it shows that it is not."""
    good = saved.read_bytes()

    def spoiled(source: Path, target: Path, key: Key | None) -> None:
        copy_database(source, target, key)
        with closing(sqlite3.connect(target)) as copy:
            copy.execute("UPDATE claim SET amount_fen = amount_fen + 1")
            copy.commit()

    monkeypatch.setattr(made_by, "copy_database", spoiled)
    work: dict[ModuleType, Callable[[], object]] = {
        backups: lambda: backup(desk.store, saved, desk.clock.now()),
        generations: lambda: keep(desk.store.folder, tmp_path / "place", ASKED, desk.clock.now()),
    }
    with pytest.raises(Refused) as refusal:
        work[made_by]()
    assert refusal.value.problems[0].code in ("backup_unproved", "base_damaged")
    assert saved.read_bytes() == good
    assert [entry.name for entry in saved.parent.iterdir()] == ["b.qzbackup"]
    assert list((tmp_path / "place").glob("*/0*")) == []


def test_the_tables_still_speak_of_the_portfolio_at_work_after_a_backup(saved: Path, desk: Desk) -> None:
    assert Claim.select().count() == 1


def test_another_kind_of_file_is_no_backup(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"not a zip")
    with pytest.raises(Refused) as refusal:
        restore(tmp_path / "x", tmp_path / "again", desk.clock.now())
    assert refusal.value.problems[0].code == "not_a_backup"
