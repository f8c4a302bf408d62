"""Whatever is altered below the program is found and named: every column of every table, every file, every backup."""

from __future__ import annotations

import inspect
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import peewee
import pytest

from models.actions.desk import Desk
from models.clock import Clock
from models.rules.problems import Refused
from models.store import Store, open_store, verify
from models.store.backup import backup, restore
from models.store.keys import Ring
from models.store.unit import GENESIS, entry_hash
from models.tables import ACCOUNTED, Journal, Table
from tests.harness.acts import ACTS, TODAY, Clerk
from tests.harness.blows import CALLED, ends_of_indexes, missed_files, said_by
from tests.harness.books import KEY, books

NOW = Clock().now()
verifying = verify
"""The module; its parts are weakened one at a time at the end of this file."""

Found = list[tuple[str, str]]


def found(store: Store) -> Found:
    return [(each.what, each.where) for each in verifying.verify(store, NOW).damage]


def _work(store: Store, out: Path) -> Clerk:
    clerk = Clerk(Desk(store, Clock(TODAY), "clerk"), out, 1, lambda _: None)
    for act in (*ACTS, "attach", "attach", "attach"):
        clerk.act(act)
    return clerk


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every act was done and every table has rows."""
    root = tmp_path_factory.mktemp("worked")
    store = open_store(root / "data")
    clerk = _work(store, root / "out")
    store.database.execute_sql("PRAGMA foreign_keys = 0")
    with clerk.desk.act("fill") as unit:
        for table in ACCOUNTED:
            for n in (1, 2):
                if not _is_vault_row(table):
                    unit.add(table, **{name: _some(field, n) for name, field in _columns(table).items()})
    verifying.verify(store, NOW)
    store.close()
    return root / "data"


def _is_vault_row(table: type[Table]) -> bool:
    return "sha256" in table._meta.columns and "bytes" in table._meta.columns


def _columns(table: type[Table]) -> dict[str, Any]:
    return {field.name: field for field in table._meta.sorted_fields if field.name != "id"}


def _some(field: Any, n: int) -> object:
    if isinstance(field, peewee.ForeignKeyField | peewee.IntegerField | peewee.BooleanField):
        return 900_000 + n
    if isinstance(field, peewee.DateField):
        return date(2026, 1, n)
    return f"{field.name} {n}"


@pytest.fixture
def store(worked: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of it, open."""
    shutil.copytree(worked, tmp_path / "data")
    opened = open_store(tmp_path / "data", bind=False)
    opened.database.execute_sql("PRAGMA foreign_keys = 0")
    yield opened
    opened.close()


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Store]:
    """Encrypted books in which every act was done, open."""
    opened = books(tmp_path / "data", KEY)
    _work(opened, tmp_path / "out")
    yield opened
    opened.close()


@contextmanager
def altered(store: Store, *statements: str) -> Iterator[Callable[..., Any]]:
    """The database with these statements done below the program; afterwards as before."""
    run = store.database.execute_sql
    with store.database.atomic() as transaction:
        for statement in statements:
            run(statement)
        yield run
        transaction.rollback()


def missed_columns(store: Store, tables: Sequence[type[Table]] = ACCOUNTED) -> list[str]:
    """Columns in which another value went unseen or was not named by table and row."""
    missed = []
    for table in tables:
        name = table._meta.table_name
        (key,) = store.database.execute_sql(f"SELECT max(id) FROM {name}").fetchone()
        for column in table._meta.columns:
            other = f"CASE WHEN {column} IS 7 THEN 8 ELSE 7 END" if column != "id" else f"{key} + 100"
            with altered(store, f"UPDATE {name} SET {column} = {other} WHERE id = {key}"):
                if not [where for _, where in found(store) if where.split()[:2] == [name, str(key)]]:
                    missed.append(f"{name}.{column}")
    return missed


def missed_rows(store: Store, tables: Sequence[type[Table]] = ACCOUNTED) -> list[str]:
    """Tables in which a row taken away, put in, or put in the place of another went unseen."""
    missed = []
    for table in tables:
        name = table._meta.table_name
        columns = ", ".join(column for column in table._meta.columns if column != "id")
        (key,) = store.database.execute_sql(f"SELECT max(id) FROM {name}").fetchone()
        blows = {
            "gone": [f"DELETE FROM {name} WHERE id = {key}"],
            "new": [f"INSERT INTO {name} (id, {columns}) SELECT {key} + 1, {columns} FROM {name} WHERE id = {key}"],
            "order": [f"UPDATE {name} SET id = -1 WHERE id = {key}",
                      f"UPDATE {name} SET id = {key} WHERE id = (SELECT max(id) FROM {name})",
                      f"UPDATE {name} SET id = {key} + 1 WHERE id = -1"],
        }  # fmt: skip
        for blow, statements in blows.items():
            try:
                with altered(store, *statements):
                    named = any(where.split()[0] == name for _, where in found(store))
            except peewee.IntegrityError:
                named = True  # the table itself refuses a double
            if not named:
                missed.append(f"{name}: {blow}")
    return missed


def test_another_value_in_any_column_of_any_table_is_found_and_named(store: Store) -> None:
    assert missed_columns(store) == []


def test_a_row_gone_put_in_or_swapped_is_found_in_any_table(store: Store) -> None:
    assert missed_rows(store) == []


BUILT = (
    "ALTER TABLE note ADD COLUMN extra TEXT",
    "CREATE TRIGGER quietly AFTER INSERT ON share BEGIN UPDATE share SET fen = fen - 1 WHERE id = new.id; END",
    "CREATE TABLE elsewhere (id INTEGER)",
    "DROP TABLE letter_proof",
    "ALTER TABLE claim RENAME COLUMN memo TO remark",
    "CREATE VIEW more AS SELECT * FROM claim",
)


def missed_building(store: Store) -> list[str]:
    """Changes of the tables themselves that went unseen."""
    missed = []
    for statement in BUILT:
        with altered(store, statement):
            if not [what for what, _ in found(store) if what in ("database", "row")]:
                missed.append(statement)
    return missed


def test_a_table_built_otherwise_is_found(store: Store) -> None:
    assert missed_building(store) == []


MIDDLE, NEXT = 3, 4
_TOUCHED = ("at", "who", "verb", "body", "prev", "hash")
BLOWS = {
    **{column: f"UPDATE journal SET {column} = {column} || ' ' WHERE seq = 3" for column in _TOUCHED},
    "gone": "DELETE FROM journal WHERE seq = 3",
    "head gone": "DELETE FROM journal WHERE seq = 1",
    "tail gone": "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
    "all gone": "DELETE FROM journal",
    "later": "UPDATE journal SET seq = 100000 WHERE seq = 3",
    "put in": "INSERT INTO journal SELECT 100000, at, who, verb, body, prev, hash FROM journal WHERE seq = 3",
}  # fmt: skip


def missed_in_journal(store: Store) -> list[str]:
    """Blows against the journal that went unseen."""
    missed = []
    for blow, statement in BLOWS.items():
        with altered(store, statement):
            if not [what for what, _ in found(store) if what in ("journal", "chain")]:
                missed.append(blow)
    with altered(store, *_swap(MIDDLE, NEXT)):
        if not found(store):
            missed.append("swapped")
    with altered(store, "DELETE FROM setting", "DELETE FROM counter") as run:
        _rewrite(run)
        if not [what for what, _ in found(store) if what == "chain"]:
            missed.append("rewritten whole")
    return missed


def _swap(one: int, other: int) -> list[str]:
    move = "UPDATE journal SET seq = {} WHERE seq = {}"
    return [move.format(-1, one), move.format(one, other), move.format(other, -1)]


def _rewrite(run: Callable[..., Any]) -> None:
    """One who knows the program makes a new chain out of another first entry: only the last good check knows better."""
    prev = GENESIS
    for entry in run("SELECT seq, at, 'nobody', verb, body FROM journal ORDER BY seq").fetchall():
        sealed = entry_hash(*entry, prev)
        run("UPDATE journal SET who = 'nobody', prev = ?, hash = ? WHERE seq = ?", (prev, sealed, entry[0]))
        prev = sealed


def _gaps(store: Store) -> list[str]:
    """An entry gone from the middle has to be named by its number."""
    with altered(store, BLOWS["gone"]):
        return [] if ("journal", "3") in found(store) else ["gone"]


def test_a_step_of_the_schema_that_is_named_otherwise_is_found(store: Store) -> None:
    with altered(store, "UPDATE schema_migration SET name = name || 1 WHERE id = 3"):
        assert ("database", "table schema_migration") in found(store)


def test_an_entry_gone_is_named(store: Store) -> None:
    assert _gaps(store) == []


def test_whatever_is_done_to_the_journal_is_found(store: Store) -> None:
    assert missed_in_journal(store) == []


@pytest.mark.parametrize("kind", ["store", "sealed"])
def test_damage_to_a_file_of_the_vault_is_found_and_that_file_named(
    request: pytest.FixtureRequest, kind: str
) -> None:
    assert missed_files(request.getfixturevalue(kind), found, 60, seed=1) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", ["store", "sealed"])
def test_a_thousand_blows_against_the_vault_are_found(request: pytest.FixtureRequest, kind: str) -> None:
    assert missed_files(request.getfixturevalue(kind), found, 1000, seed=2) == []


def missed_bytes(
    store: Store, room: Path, blows: int, seed: int, among: Sequence[int] | None = None
) -> list[int]:
    """Bytes of the database, any or ``among`` some, whose change altered what it says and went unseen."""
    with closing(sqlite3.connect(room / "whole.db")) as copy:
        store.database.connection().backup(copy)
    whole, said = (room / "whole.db").read_bytes(), said_by(room / "whole.db")
    chance, missed = random.Random(seed), []
    target = room / "again"
    for _ in range(blows):
        shutil.copytree(store.folder.root, target, ignore=shutil.ignore_patterns("*-wal", "*-shm"))
        place = chance.choice(among or range(len(whole)))
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        (target / "qingzhang.db").write_bytes(changed)
        if not _is_noticed(target) and said_by(target / "qingzhang.db") != said:
            missed.append(place)
        shutil.rmtree(target)
    return missed


def _is_noticed(data: Path) -> bool:
    try:
        opened = open_store(data, bind=False)
    except Refused as refusal:
        return refusal.problems[0].code in CALLED
    try:
        return bool(found(opened))
    finally:
        opened.close()


def test_an_index_that_means_another_row_is_found(store: Store, tmp_path: Path) -> None:
    assert missed_bytes(store, tmp_path, 20, seed=1, among=ends_of_indexes(store)) == []


def test_a_flipped_bit_of_the_database_is_found_or_changes_nothing(store: Store, tmp_path: Path) -> None:
    assert missed_bytes(store, tmp_path, 40, seed=1) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_thousand_flipped_bits_of_the_database_are_found(store: Store, tmp_path: Path) -> None:
    assert missed_bytes(store, tmp_path, 1000, seed=2) == []


def missed_backups(store: Store, room: Path, blows: int, seed: int) -> list[int]:
    """Places of a backup whose damage let another portfolio be restored."""
    file = backup(store, room / "b.qzbackup", NOW).file
    whole, chance, missed = file.read_bytes(), random.Random(seed), []
    head, key = store.journal_head(), store.folder.key
    for n in range(blows):
        place = chance.randrange(len(whole))
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        file.write_bytes(changed if n % 2 else whole[:place])
        target = room / "restored"
        try:
            restore(file, target, NOW, Ring(key))
        except Refused:
            if target.exists() and any(target.iterdir()):
                missed.append(place)
            continue
        again = open_store(target, key=key, bind=False)
        if again.journal_head() != head or found(again):
            missed.append(place)
        again.close()
        shutil.rmtree(target)
    return missed


@pytest.mark.parametrize("kind", ["store", "sealed"])
def test_a_damaged_backup_restores_nothing_or_all(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path
) -> None:
    assert missed_backups(request.getfixturevalue(kind), tmp_path, 60, seed=1) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_thousand_damaged_backups_restore_nothing_or_all(store: Store, tmp_path: Path) -> None:
    assert missed_backups(store, tmp_path, 1000, seed=2) == []


def test_a_restore_that_leaves_what_it_refused_is_found_out(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.backup.coming_into", nullcontext)
    assert missed_backups(store, tmp_path, 4, seed=3) != []


Battery = Callable[[Store], Sequence[object]]


def _few_columns(store: Store) -> list[str]:
    return missed_columns(store, ACCOUNTED[:4])


def _few_rows(store: Store) -> list[str]:
    return missed_rows(store, ACCOUNTED[:4])


def _ten_indexes(store: Store) -> list[int]:
    return missed_bytes(store, store.folder.root.parent, 10, seed=3, among=ends_of_indexes(store))


def _ten_files(store: Store) -> list[str]:
    return missed_files(store, found, 10, seed=3)


_GONE = "vault.holds(sha256):\n        return "
MUTANTS: dict[str, tuple[str, str, Battery]] = {
    "rows are not compared": ("row[column] for column in row", "row[column] for column in ()", _few_columns),
    "rows gone are not missed": ("for key, row in told.items()", "for key, row in ()", _few_rows),
    "rows too many are not seen": ("expected is None or any(", "expected is not None and any(", _few_rows),
    "hashes are believed": ("told_prev) != told_hash", "told_prev) == ''", missed_in_journal),
    "gaps are passed over": ("damage += [(\"journal\", f\"{gone}\")", "_ = [(\"journal\", f\"{gone}\")", _gaps),
    "the last good check is forgotten": ("if not seen_last:", "if False:", missed_in_journal),
    "indexes are believed": ('"integrity_check"', '"quick_check"', _ten_indexes),
    "tables are taken as they are": ("if not quick:\n", "if False:\n", missed_building),
    "files are not hashed": ("vault.digest(sha256) == sha256", "True", _ten_files),
    "files are not missed": (f"{_GONE}False", f"{_GONE}True", _ten_files),
}  # fmt: skip


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_weakened_verifier_is_found_out(store: Store, monkeypatch: pytest.MonkeyPatch, mutant: str) -> None:
    sound, weak, battery = MUTANTS[mutant]
    source = inspect.getsource(verifying)
    assert source.count(sound) == 1
    weakened = ModuleType(verifying.__name__)
    monkeypatch.setitem(sys.modules, verifying.__name__, weakened)
    exec(source.replace(sound, weak), weakened.__dict__)
    monkeypatch.setattr(sys.modules[__name__], "verifying", weakened)
    assert list(battery(store)) != []


def test_the_journal_has_no_other_columns_than_those_tried() -> None:
    assert set(Journal._meta.columns) - {"seq"} <= set(BLOWS)
