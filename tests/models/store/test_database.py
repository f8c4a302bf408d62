from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from models.store import engine, open_store
from models.store.database import APPLICATION_ID, SCHEMA, schema_of, snapshot
from models.vault.key import Key


def test_a_base_torn_while_its_journal_holds_the_page_is_recognized(tmp_path: Path) -> None:
    open_store(tmp_path / "data", bind=False).close()
    whole, torn = tmp_path / "data" / "qingzhang.db", tmp_path / "torn.db"
    with closing(sqlite3.connect(whole, isolation_level=None)) as writer:
        for statement in ("PRAGMA journal_mode = delete", "PRAGMA synchronous = off", "BEGIN IMMEDIATE"):
            writer.execute(statement)
        writer.execute("PRAGMA user_version = 77")
        shutil.copy(whole, torn)
        shutil.copy(f"{whole}-journal", f"{torn}-journal")
    torn.write_bytes(b"\xa5" * 512 + torn.read_bytes()[512:])
    assert schema_of(torn) == SCHEMA


@pytest.mark.parametrize("key", [None, Key(bytes(range(32)))])
@pytest.mark.parametrize("writable", [True, False])
def test_a_snapshot_stays_as_the_books_were(tmp_path: Path, key: Key | None, writable: bool) -> None:
    with closing(engine.connect(tmp_path / "books.db", key)) as books:
        books.execute("PRAGMA journal_mode = wal")
        books.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        books.execute("PRAGMA user_version = 1")
        books.execute("CREATE TABLE claim (id INTEGER PRIMARY KEY)")
        books.execute("INSERT INTO claim VALUES (7)")
        books.commit()
        books.execute("PRAGMA wal_checkpoint = truncate")
        held = snapshot(tmp_path / "books.db", key, writable=writable)
        books.execute("DELETE FROM claim")
        books.commit()
        assert held.execute_sql("SELECT id FROM claim").fetchall() == [(7,)]
        in_a_thread = ThreadPoolExecutor(1).submit(
            lambda: held.execute_sql("SELECT id FROM claim").fetchall()
        )
        assert in_a_thread.result() == [(7,)]
        held.close()
