from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from models.store import open_store
from models.store.database import SCHEMA, schema_of


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
