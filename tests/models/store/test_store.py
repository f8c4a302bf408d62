from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from peewee import SqliteDatabase

from models.actions.desk import Desk
from models.actions.evidence import attach
from models.actions.parties import set_debtor
from models.clock import Clock
from models.queries.claims import claim_rows
from models.rules.problems import Refused
from models.store import Store, open_store
from models.store.database import APPLICATION_ID, SCHEMA
from models.store.locks import FolderLock
from models.store.verify import verify
from models.tables import ACCOUNTED, Journal, Preference
from tests.conftest import TODAY


def test_the_folder_is_closed_to_everyone_else(store: Store) -> None:
    if sys.platform == "win32":
        return
    assert stat.S_IMODE(store.folder.root.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.folder.database.stat().st_mode) & 0o077 == 0


def test_the_database_writes_through(store: Store) -> None:
    ask = store.database.execute_sql
    assert ask("PRAGMA synchronous").fetchone() == (2,)
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA foreign_keys").fetchone() == (1,)
    assert ask("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert ask("PRAGMA user_version").fetchone() == (SCHEMA,)


@pytest.mark.parametrize("table", [*ACCOUNTED, Journal, Preference])
def test_the_first_schema_is_what_the_tables_say(store: Store, table: type) -> None:
    fresh = SqliteDatabase(":memory:")
    with fresh.bind_ctx([table], bind_refs=False, bind_backrefs=False):
        fresh.create_tables([table])
    name = table._meta.table_name

    def shape(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
        return {(row[1], row[2], row[3], row[5]) for row in connection.execute(f"PRAGMA table_info({name})")}

    assert shape(store.database.connection()) == shape(fresh.connection())
    fresh.close()


def test_a_newer_programs_folder_is_refused(store: Store) -> None:
    store.database.execute_sql(f"PRAGMA user_version = {SCHEMA + 1}")
    root = store.folder.root
    store.close()
    with pytest.raises(Refused) as refusal:
        open_store(root)
    assert refusal.value.problems[0].code == "newer_program"


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    other = sqlite3.connect(tmp_path / "data" / "qingzhang.db")
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(Refused) as refusal:
        open_store(tmp_path / "data")
    assert refusal.value.problems[0].code == "not_ours"


def test_a_file_of_noise_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "qingzhang.db").write_bytes(b"noise" * 1000)
    with pytest.raises(Refused) as refusal:
        open_store(tmp_path)
    assert refusal.value.problems[0].code == "not_a_database"
    assert (tmp_path / "qingzhang.db").read_bytes() == b"noise" * 1000


def test_a_half_made_folder_reads_as_empty_while_another_makes_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    maker = FolderLock(tmp_path / "data" / "lock")
    assert maker.try_now()
    try:
        reader = open_store(tmp_path / "data")
        assert claim_rows(reader, TODAY, TODAY) == []
        assert not reader.writable
        reader.close()
    finally:
        maker.release()


def test_an_act_on_a_busy_folder_names_who_has_it(store: Store, desk: Desk) -> None:
    other = FolderLock(store.folder.act_lock)
    assert other.try_now()
    try:
        with pytest.raises(Refused) as refusal, store.unit("x", "y", desk.clock.now(), wait_s=0.05):
            pass
    finally:
        other.release()
    problem = refusal.value.problems[0]
    assert (problem.code, problem.params["pid"]) == ("folder_busy", str(os.getpid()))


def test_leftovers_are_swept_at_the_next_start(store: Store) -> None:
    vault = store.folder.vault
    orphan = vault.put(b"nobody speaks of me").sha256
    (vault.root / ".qz-1-incoming.part").write_bytes(b"half")
    store.close()
    open_store(store.folder.root).close()
    assert not vault.holds(orphan)
    assert list(vault.root.glob(".qz-*")) == []


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_where_a_check_found_books_none_are_begun_anew_and_no_document_is_swept(
    store: Store, desk: Desk, tmp_path: Path, claim: Callable[..., int], how: str
) -> None:
    (tmp_path / "合同.pdf").write_bytes(b"%PDF contract")
    attach(desk, [claim()], tmp_path / "合同.pdf")
    assert verify(store, desk.clock.now()).ok
    store.close()
    store.folder.database.unlink() if how == "gone" else os.truncate(store.folder.database, 0)
    with pytest.raises(Refused, match="not_a_database"):
        open_store(store.folder.root)
    assert len(list(store.folder.vault.contents())) == 1


def test_books_whose_tables_cannot_be_read_are_refused_with_a_sentence(store: Store) -> None:
    store.database.execute_sql("PRAGMA writable_schema = 1")
    store.database.execute_sql("UPDATE sqlite_master SET sql = 'CREQTE' WHERE name = 'claim'")
    store.close()
    with pytest.raises(Refused, match="database_unreadable"):
        open_store(store.folder.root)


def test_a_folder_of_copies_is_swept_once_while_the_books_are_open(store: Store, tmp_path: Path) -> None:
    crashed, later = tmp_path / ".qz-1-letter.pdf.part", tmp_path / ".qz-2-letter.pdf.part"
    crashed.write_bytes(b"half")
    store.sweep_copies(tmp_path)
    assert not crashed.exists()
    later.write_bytes(b"half")
    store.sweep_copies(tmp_path / "data" / "..")
    assert later.exists()
    store.close()
    again = open_store(store.folder.root)
    again.sweep_copies(tmp_path)
    again.close()
    assert not later.exists()


def test_what_is_acknowledged_is_there_after_opening_again(store: Store) -> None:
    set_debtor(Desk(store, Clock(TODAY), "a"), "<ACME> GmbH", address="x")
    store.close()
    again = open_store(store.folder.root)
    assert again.database.execute_sql("SELECT name FROM debtor").fetchall() == [("<ACME> GmbH",)]
    again.close()
