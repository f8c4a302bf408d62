"""Damage done to the files of a vault and the bytes of a database from outside, and what of it went unseen."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from models.store import Store, engine
from models.vault.key import Key

CALLED = {"not_a_database", "database_unreadable", "not_ours", "newer_program"}
"""What an opening may say of books of which a bit is another."""

Found = Callable[[Store], list[tuple[str, str]]]


def missed_files(store: Store, found: Found, blows: int, seed: int) -> list[str]:
    """Damage to files of the vault that ``found`` did not tell, or not as damage to that file and no other."""
    chance, missed = random.Random(seed), []
    paths = _files(store)
    for n in range(blows):
        how = ("flip", "truncate", "delete", "swap", "append")[n % 5]
        path = chance.choice(list(paths))
        sound = path.read_bytes()
        _damage(path, [other for other in paths if other != path], how, chance)
        told = found(store)
        if not (told and all(what == "file" and paths[path][:12] in where for what, where in told)):
            missed.append(f"{how} {path.name}")
        path.unlink(missing_ok=True)
        path.write_bytes(sound)
    return missed


def _files(store: Store) -> dict[Path, str]:
    """Where each content lies, and its SHA-256, which the file of encrypted books does not tell."""
    vault = store.folder.vault
    rows = store.database.execute_sql("SELECT DISTINCT sha256 FROM evidence ORDER BY sha256")
    paths = {vault.path_of(sha256): sha256 for (sha256,) in rows}
    assert {path.name for path in paths} == set(vault.contents())
    return paths


def _damage(path: Path, others: list[Path], how: str, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    path.chmod(0o600)
    if how == "delete":
        path.unlink()
    elif how == "swap":
        other = chance.choice(others)
        path.write_bytes(other.read_bytes())
    elif how == "flip":
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
    else:
        path.write_bytes(content[: chance.randrange(len(content))] if how == "truncate" else content + b"\0")


def said_by(path: Path, key: Key | None = None) -> list[Any]:
    """Every row of every table, by itself and along each index, and what the tables are; not when they were made."""
    with closing(engine.connect(path, key)) as base:
        what = "name, iif(name = 'schema_migration', 'name', '*')"
        said = base.execute(f"SELECT {what} FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = [base.execute(f"SELECT {what} FROM {name} ORDER BY 1").fetchall() for name, what in said]
        built = [base.execute(f"PRAGMA table_info({name})").fetchall() for name, _ in said]
        return [rows, built, _along_indexes(base)]


def _along_indexes(base: sqlite3.Connection) -> list[Any]:
    """What each index says of its table: the program finds and sums along them."""
    parts = base.execute(
        "SELECT m.name, l.name, group_concat(c.name) FROM sqlite_master m, pragma_index_list(m.name) l, "
        "pragma_index_info(l.name) c WHERE m.type = 'table' GROUP BY l.name ORDER BY l.name"
    ).fetchall()
    return [_along(base, *part) for part in parts]


def _along(base: sqlite3.Connection, table: str, name: str, columns: str) -> list[Any]:
    try:
        asked = f"SELECT rowid, {columns} FROM {table} INDEXED BY {name} ORDER BY {columns}"
        return base.execute(asked).fetchall()
    except engine.troubles() as trouble:
        return [str(trouble)]


def ends_of_indexes(store: Store) -> list[int]:
    """The last byte of an entry in each index: it tells which row is meant."""
    run = store.database.execute_sql
    (size,) = run("PRAGMA page_size").fetchone()
    return [page * size - 1 for (page,) in run("SELECT rootpage FROM sqlite_master WHERE type = 'index'")]
