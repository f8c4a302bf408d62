from __future__ import annotations

import shutil
from pathlib import Path

from models.actions.desk import Desk
from models.store import open_store
from models.store.database import SCHEMA, schema_of


def test_a_base_whose_first_page_lies_whole_only_in_its_log_is_recognized(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    desk.store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.store.database.execute_sql(f"PRAGMA user_version = {SCHEMA}")
    shutil.copytree(desk.store.folder.root, copy, ignore=shutil.ignore_patterns("*-shm"))
    content = bytearray((copy / "qingzhang.db").read_bytes())
    content[:512] = b"\xa5" * 512
    (copy / "qingzhang.db").write_bytes(content)
    assert schema_of(copy / "qingzhang.db") == SCHEMA
    open_store(copy, bind=False).close()
