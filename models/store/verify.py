"""Whether the portfolio is what its journal says: chain, tables, vault."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import DatabaseError

from models.clock import instant, instant_text
from models.progress import Progress, silent
from models.rules.problems import Refused
from models.store import engine
from models.store.concerns import claims_of, claims_of_content
from models.store.folder import DataFolder
from models.store.keys import FILE, read_keys
from models.store.seals import broken_seals, seals_broken
from models.store.shape import misshapen
from models.store.store import Store
from models.store.unit import GENESIS, entry_hash, plain
from models.tables import ACCOUNTED, Table
from models.vault.durable import write_bytes_whole
from models.vault.vault import Vault

LARGE_BYTES = 8 << 20
"""Above this a quick verification looks at a file's size only."""

Rows = dict[str, dict[int, dict[str, Any]]]
_About = tuple[str, str, tuple[int, ...]]
"""Of one damage: what, where, and the keys of the claims it is about."""


@dataclass(frozen=True)
class _Told:
    """What the tables hold by the journal: {table: {key: row}}, and the greatest key a row of each ever had."""

    rows: Rows
    keys: dict[str, int]

    @classmethod
    def nothing(cls) -> _Told:
        """Before the first entry."""
        names = [table._meta.table_name for table in ACCOUNTED]
        return cls({name: {} for name in names}, dict.fromkeys(names, 0))


@dataclass(frozen=True)
class Damage:
    """One thing that is not what it was; ``since`` is the last good check, ``claims`` the keys of those it is about.

    ``what`` is journal | chain | row | file | database (its pages cannot be read, or not as they were written).
    """

    what: str
    where: str
    since: str | None
    claims: tuple[int, ...] = ()


@dataclass(frozen=True)
class Verified:
    """What was looked at ({kind: count}) and what is damaged."""

    checked: dict[str, int]
    damage: tuple[Damage, ...]

    @property
    def ok(self) -> bool:
        """Nothing is damaged."""
        return not self.damage


def verify(
    store: Store,
    now: datetime,
    *,
    quick: bool = False,
    trusted: Container[str] = (),
    progress: Progress = silent,
) -> Verified:
    """Recompute the chain, rebuild every table from the journal and compare, hash every file of the vault.

    ``quick`` leaves out the contents of large files and whether indexes agree with their tables, ``trusted`` names
    contents that were hashed lately: of both contents only the size is looked at. A good result is kept beside the
    database, where it can be, so that a journal whose tail was cut is found too.
    """
    since, last_seq, last_hash = _last_good(store)
    try:
        with store.reading():
            steps = _Steps.of(store, progress)
            damage = _check_pages(store, quick=quick)
            if not quick:
                damage += [("database", f"table {name}") for name in misshapen(store.database)]
            entries, differing, told, head = _read_journal(store, last_seq, last_hash, steps)
            damage += differing
            table_count, about = _compare_tables(store, told.rows, steps)
            damage += _check_counters(store, told.keys)
            files = store.database.execute_sql(
                "SELECT sha256, bytes, name, id FROM evidence ORDER BY id"
            ).fetchall()
    except engine.troubles(DatabaseError) as error:
        return unreadable(store.folder, str(error))
    damage += _check_keys(store.folder)
    about += _check_files(store, files, _Depth(quick, trusted), steps)
    about += [(what, where, ()) for what, where in damage]
    result = Verified(
        {"journal": entries, "rows": table_count, "files": len({row[0] for row in files})},
        tuple(Damage(what, where, since, claims) for what, where, claims in about),
    )
    if result.ok and store.writable:
        _keep_good(store, now, head)
    return result


class _Steps:
    """Entries, tables and documents as steps of one way; each may be the one at which the work is stopped."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress, self.total, self.done = progress, total, 0

    @classmethod
    def of(cls, store: Store, progress: Progress) -> _Steps:
        counted = "SELECT (SELECT count(*) FROM journal) + (SELECT count(DISTINCT sha256) FROM evidence)"
        return cls(progress, store.database.execute_sql(counted).fetchone()[0] + len(ACCOUNTED))

    def take(self) -> None:
        self.progress(self.done, self.total)
        self.done += 1


def last_good(folder: DataFolder) -> datetime | None:
    """When a verification last found all well; None where none did, or that is not kept."""
    since, _, _ = _kept_in(folder)
    return instant(since) if since else None


def unreadable(folder: DataFolder, why: str) -> Verified:
    """What is to be said of a folder whose database SQLite cannot read, with its last good check.

    Of encrypted books the pages are named that are to blame.
    """
    since, _, _ = _kept_in(folder)
    pages = seals_broken(folder.database, folder.key) if folder.key and folder.begun else []
    named = [f"{folder.database.name}: {why}", *pages]
    found = tuple(Damage("database", where, since) for where in named)
    return Verified({"journal": 0, "rows": 0, "files": 0}, found)


def _check_pages(store: Store, *, quick: bool) -> list[tuple[str, str]]:
    """What SQLite itself finds wrong with its pages; unless ``quick``, also whether indexes agree with their tables.

    The rows are compared with the journal one by one, but balances are summed along an index. Of encrypted books every
    page is sealed, one that holds nothing too: a broken seal there is the first that is seen of a disk that fails.
    """
    check = "quick_check" if quick else "integrity_check"
    told = [row[0] for row in store.database.execute_sql(f"PRAGMA {check}(20)")]
    broken = broken_seals(store.database.connection(), store.folder.database) if store.folder.key else []
    return [("database", words) for words in (*told, *broken) if words != "ok"]


def _check_keys(folder: DataFolder) -> list[tuple[str, str]]:
    """Whether the file that opens encrypted books at the next start can be read, and is of their key."""
    if folder.key is None or (folder.changing.exists() and not folder.encrypted):
        return []  # while the books change it comes last
    try:
        sound = read_keys(folder.root).name == folder.key.name
    except Refused:
        sound = False
    return [] if sound else [("file", FILE)]


def _read_journal(
    store: Store, last_seq: int, last_hash: str | None, steps: _Steps
) -> tuple[int, list[tuple[str, str]], _Told, tuple[int, str]]:
    """Walk the chain once, replaying every operation."""
    told = _Told.nothing()
    damage: list[tuple[str, str]] = []
    expected, prev, count = 1, GENESIS, 0
    seen_last = last_hash is None
    cursor = store.database.execute_sql(
        "SELECT seq, at, who, verb, body, prev, hash FROM journal ORDER BY seq"
    )
    for seq, at, who, verb, body, told_prev, told_hash in cursor:
        steps.take()
        damage += [("journal", f"{gone}") for gone in range(expected, seq)]
        if told_prev != prev and seq == expected:
            damage.append(("chain", str(seq)))
        if entry_hash(seq, at, who, verb, body, told_prev) != told_hash:
            damage.append(("journal", str(seq)))
        else:
            _replay(told, json.loads(body))
        if seq == last_seq and told_hash == last_hash:
            seen_last = True
        expected, prev, count = seq + 1, told_hash, count + 1
    if not seen_last:
        damage.append(("chain", f"{last_seq}"))
    return count, damage, told, (expected - 1, prev)


def _replay(told: _Told, operations: list[list[Any]]) -> None:
    rows = told.rows
    for operation in operations:
        kind, name = operation[0], operation[1]
        if name not in rows:
            continue
        if kind == "add":
            told.keys[name] = max(told.keys[name], max(row[0] for row in operation[3]))
            for row in operation[3]:
                rows[name][row[0]] = dict(zip(operation[2], row, strict=True))
        elif kind == "change":
            held = rows[name].setdefault(operation[2], {})
            held.update({column: new for column, (_, new) in operation[3].items()})
        elif kind == "remove":
            for row in operation[3]:
                rows[name].pop(row[operation[2].index("id")], None)


def _compare_tables(store: Store, rows: Rows, steps: _Steps) -> tuple[int, list[_About]]:
    count = 0
    damage: list[_About] = []
    for table in ACCOUNTED:
        steps.take()
        name = table._meta.table_name
        told = rows[name]
        later = {column: plain(field.default) for column, field in table._meta.columns.items()}
        for key, row in _table_rows(store, table):
            count += 1
            expected = told.pop(key, None)
            # A row from before a column was there holds what the migration put in: the column's default.
            if expected is None or any(
                expected.get(column, later.get(column)) != row[column] for column in row
            ):
                damage.append(_record(store, name, key, row))
        damage += [_record(store, name, key, row) for key, row in told.items()]
    return count, damage


def _record(store: Store, table: str, key: int, row: dict[str, Any]) -> _About:
    return "row", _name_of(table, key, row), claims_of(store.database, table, key, row)


def _check_counters(store: Store, keys: dict[str, int]) -> list[tuple[str, str]]:
    """The next key of a table comes after every one a row ever had, that of a removed row too."""
    counted = dict(store.database.execute_sql("SELECT name, seq FROM sqlite_sequence").fetchall())
    return [("database", f"next key of {name}") for name, key in keys.items() if counted.get(name, 0) < key]


def _table_rows(store: Store, table: type[Table]) -> Iterator[tuple[int, dict[str, Any]]]:
    cursor = store.database.execute_sql(f"SELECT * FROM {table._meta.table_name}")  # noqa: S608 (our own names)
    columns = [column[0] for column in cursor.description]
    at = columns.index("id")
    for row in cursor:
        yield row[at], dict(zip(columns, row, strict=True))


def _name_of(table: str, key: int, row: dict[str, Any]) -> str:
    """The record so that a clerk can find it: table, key, and its number or name where it has one."""
    told = row.get("number") or row.get("name") or row.get("claim_id")
    return f"{table} {key}" + (f" ({told})" if told else "")


_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class _Depth:
    """Of which contents the size alone is looked at."""

    quick: bool
    trusted: Container[str]

    def spares(self, sha256: str, size: int) -> bool:
        return (self.quick and size > LARGE_BYTES) or sha256 in self.trusted


def _check_files(
    store: Store, files: list[tuple[str, int, str, int]], depth: _Depth, steps: _Steps
) -> list[_About]:
    damage: list[_About] = []
    vault = store.folder.vault
    for sha256, size, name, key in {row[0]: row for row in files}.values():
        steps.take()
        if not _sound(vault, sha256, size, depth):
            where = f"{name} (evidence {key}, {sha256[:12]})"
            damage.append(("file", where, claims_of_content(store.database, sha256)))
    return damage


def _sound(vault: Vault, sha256: str, size: int, depth: _Depth) -> bool:
    """Whether a content is there, as long as it was, and still hashes to its name."""
    if not _NAME.fullmatch(sha256) or not vault.holds(sha256):
        return False
    if vault.size(sha256) != size:
        return False
    return depth.spares(sha256, size) or vault.digest(sha256) == sha256


def _last_good(store: Store) -> tuple[str | None, int, str | None]:
    """When all was last well, and the chain's head then."""
    return _kept_in(store.folder)


def _kept_in(folder: DataFolder) -> tuple[str | None, int, str | None]:
    try:
        told = json.loads(folder.verified.read_text("utf-8"))
        return str(told["at"]), int(told["seq"]), str(told["hash"])
    except (OSError, ValueError, KeyError, TypeError):
        return None, 0, None


def _keep_good(store: Store, now: datetime, head: tuple[int, str]) -> None:
    if head[0] == 0:
        return
    told = json.dumps({"at": instant_text(now), "seq": head[0], "hash": head[1]})
    try:
        write_bytes_whole(store.folder.verified, told.encode())
    except OSError:
        # It is a convenience; the verification itself stands.
        return
