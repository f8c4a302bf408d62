"""Backups of encrypted books: encrypted under the same key, opened by what opens the books, and proved."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.actions.evidence import attach
from models.rules.problems import Refused
from models.rules.recovery_key import written
from models.store import open_store
from models.store.backup import backup, keys_in, restore
from models.store.conversion import encrypt
from models.store.generations import ASKED, keep, restore_generation
from models.store.keys import Ring, new_keys, new_recovery_key
from models.store.passphrase import Cost
from models.store.series import (
    Generation,
    backup_place,
    every_series,
    generations,
    plain_backups,
    series,
)
from models.vault.key import new_key

PHRASE = "苏州河边三只鸭子"
SECRET = new_recovery_key()
KEY = new_key()
KEYS = new_keys(KEY, PHRASE, Cost(1, 64, 1)).with_recovery(KEY, SECRET)
CLEAR = ("苏州恒锐精密制造有限公司".encode(), b"%PDF contract", b"SQLite format 3")


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.problems[0].code


@pytest.fixture
def sealed(desk: Desk, claim: Callable[..., int], tmp_path: Path) -> Desk:
    """Encrypted books with a claim and its contract, and one backup from before."""
    (tmp_path / "合同.pdf").write_bytes(b"%PDF contract" + os.urandom(20))
    attach(desk, [claim()], tmp_path / "合同.pdf", "contract")
    made(desk)
    encrypt(desk.store, KEY, KEYS, desk.clock.now())
    return desk


def made(desk: Desk) -> Generation:
    kept = keep(desk.store.folder, backup_place(desk.store.folder), ASKED, desk.clock.now())
    assert kept
    return kept


def clear(folder: Path) -> list[Path]:
    return [
        file
        for file in ([folder] if folder.is_file() else folder.rglob("*"))
        if file.is_file() and any(words in file.read_bytes() for words in CLEAR)
    ]


def head(root: Path) -> tuple[int, str]:
    again = open_store(root, key=KEY, bind=False)
    try:
        return again.journal_head()
    finally:
        again.close()


def test_a_file_is_opened_by_the_pass_phrase_and_the_recovery_key(sealed: Desk, tmp_path: Path) -> None:
    file = backup(sealed.store, tmp_path / "b.qzbackup", sealed.clock.now()).file
    assert clear(file) == []
    keys = keys_in(file)
    assert keys
    assert keys.name == KEY.name
    for number, words in enumerate((PHRASE, written(SECRET))):
        root = tmp_path / f"again{number}"
        restore(file, root, sealed.clock.now(), Ring(words=words))
        assert head(root) == sealed.store.journal_head()


def test_without_it_nothing_is_laid_out(sealed: Desk, tmp_path: Path) -> None:
    file = backup(sealed.store, tmp_path / "b.qzbackup", sealed.clock.now()).file
    now = sealed.clock.now()
    assert code(lambda: restore(file, tmp_path / "again", now)) == "backup_locked"
    assert code(lambda: restore(file, tmp_path / "again", now, Ring(words="四只鹅"))) == "key_wrong"
    assert not (tmp_path / "again").exists()


def test_generations_lie_apart_from_those_in_clear(sealed: Desk) -> None:
    one = made(sealed)
    folder = sealed.store.folder
    assert (one.number, clear(one.folder.parent)) == (1, [])
    assert [each.folder for each in generations(series(folder, backup_place(folder)))] == [one.folder]
    assert len(every_series(folder, backup_place(folder))) == 2
    assert [each.name for each in plain_backups(folder)] == ["data.generations"]


def test_a_generation_is_restored_with_the_key_of_the_open_books(sealed: Desk, tmp_path: Path) -> None:
    one, now = made(sealed), sealed.clock.now()
    assert code(lambda: restore_generation(one.folder, tmp_path / "again", now)) == "backup_locked"
    checked = restore_generation(one.folder, tmp_path / "again", now, ring=Ring(KEY))
    assert checked["files"] == 1
    assert head(tmp_path / "again") == sealed.store.journal_head()


def test_the_next_generation_takes_only_what_is_new(
    sealed: Desk, claim: Callable[..., int], tmp_path: Path
) -> None:
    one = made(sealed)
    held = {file.name: file.stat().st_ino for file in (one.folder.parent / "encrypted").rglob("*")}
    (tmp_path / "b.pdf").write_bytes(b"%PDF second")
    attach(sealed, [claim("另一家", number="2")], tmp_path / "b.pdf", "contract")
    two = made(sealed)
    now = {
        file.name: file.stat().st_ino
        for file in (one.folder.parent / "encrypted").rglob("*")
        if file.is_file()
    }
    assert two.number == 2
    assert len(now) == 2
    assert all(now.get(name, inode) == inode for name, inode in held.items())


def test_a_document_spoiled_in_the_backup_is_found(sealed: Desk, tmp_path: Path) -> None:
    one = made(sealed)
    (file,) = [file for file in (one.folder.parent / "encrypted").rglob("*") if file.is_file()]
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.chmod(0o600)
    file.write_bytes(content)
    now = sealed.clock.now()
    assert (
        code(lambda: restore_generation(one.folder, tmp_path / "again", now, ring=Ring(KEY)))
        == "backup_damaged"
    )
    assert not (tmp_path / "again").exists()
