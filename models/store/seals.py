"""Whether every page of encrypted books carries the seal it was written with, also those that hold nothing now."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from models.store import engine
from models.vault.key import Key

_MOST = 20
_PAGE = re.compile(r"page (\d+)")
_HEAD, _FRAME = 32, 24
"""Bytes before the first page of a log, and before each page in it (sqlite.org/fileformat2.html, section 4.1)."""


def seals_broken(file: Path, key: Key) -> list[str]:
    """As ``broken_seals``, of books that are not open here, also where SQLite reads nothing of them."""
    with closing(engine.connect(file, key, "mode=ro", isolation_level=None)) as held:
        held.execute("BEGIN")
        with suppress(*engine.troubles()):
            held.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only what is read is held
        return broken_seals(held, file)


def broken_seals(held: sqlite3.Connection, file: Path) -> list[str]:
    """The first pages of a file that are not as they were sealed, by its name and their numbers from 1.

    To be asked within a snapshot. A page that the log holds too does not count: a checkpoint that is under way, or
    that the power ended, may have written half of it, and whoever reads gets it from the log.
    """
    told = [words for (words,) in held.execute("PRAGMA cipher_integrity_check")]
    newer = _pages_in(file.with_name(f"{file.name}-wal")) if told else set()
    pages = {words: int(found[1]) if (found := _PAGE.search(words)) else None for words in told}
    broken = [words for words, page in pages.items() if page not in newer]
    return [f"{file.name} page {pages[words]}" if pages[words] else words for words in broken[:_MOST]]


def _pages_in(log: Path) -> set[int]:
    """The pages of which a log holds a newer state. What an earlier round left behind its end has another salt."""
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return set()
    size, salt = int.from_bytes(content[8:12]), content[16:24]
    places = range(_HEAD, len(content), _FRAME + size)
    return {int.from_bytes(content[at : at + 4]) for at in places if content[at + 8 : at + 16] == salt}
