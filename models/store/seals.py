"""Whether every page of encrypted books carries the seal it was written with, also those that hold nothing now."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from models.store import engine
from models.vault.key import Key

_PAGE = re.compile(r"page (\d+)")
_HEAD, _FRAME = 32, 24
"""Bytes before the first page of a log, and before each page in it (sqlite.org/fileformat2.html, section 4.1)."""


def seals_broken(file: Path, key: Key) -> bool:
    """Whether any page of an encrypted database is not as it was sealed."""
    with closing(engine.connect(file, key, "mode=ro", isolation_level=None)) as held:
        held.execute("BEGIN")
        held.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only what is read is held
        return bool(broken_seals(held, file))


def broken_seals(held: sqlite3.Connection, file: Path) -> list[str]:
    """What SQLCipher says of pages of the file that are not as they were sealed; asked within a snapshot.

    A page that the log holds too does not count: a checkpoint that is under way, or that the power ended, may have
    written half of it, and whoever reads gets it from the log.
    """
    told = [words for (words,) in held.execute("PRAGMA cipher_integrity_check")]
    newer = _pages_in(file.with_name(f"{file.name}-wal")) if told else set()
    return [words for words in told if not newer.intersection(map(int, _PAGE.findall(words)))]


def _pages_in(log: Path) -> set[int]:
    """The pages of which a log holds a newer state. What an earlier round left behind its end has another salt."""
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return set()
    size, salt = int.from_bytes(content[8:12]), content[16:24]
    places = range(_HEAD, len(content), _FRAME + size)
    return {int.from_bytes(content[at : at + 4]) for at in places if content[at + 8 : at + 16] == salt}
