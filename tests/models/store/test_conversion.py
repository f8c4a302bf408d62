"""Plain books become encrypted ones and back: all of them or nothing, and nobody writes into those that went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.actions.evidence import attach
from models.progress import Cancelled
from models.rules.problems import Refused
from models.store import Store, open_store
from models.store.conversion import decrypt, encrypt
from models.store.database import SCHEMA, schema_of
from models.store.keys import new_keys
from models.store.passphrase import Cost
from models.store.verify import verify
from models.tables import Claim
from models.vault.key import new_key

PHRASE = "苏州河边三只鸭子"
KEY = new_key()
KEYS = new_keys(KEY, PHRASE, Cost(1, 64, 1))
DEBTOR = "苏州恒锐精密制造有限公司"


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.problems[0].code


@pytest.fixture
def worked(desk: Desk, claim: Callable[..., int], tmp_path: Path) -> Desk:
    (tmp_path / "合同.pdf").write_bytes(b"%PDF contract")
    attach(desk, [claim()], tmp_path / "合同.pdf", "contract")
    return desk


def names(store: Store) -> set[str]:
    return {entry.name for entry in store.folder.root.iterdir()} - {"lock", "verified.json"}


def dump(store: Store) -> list[tuple[object, ...]]:
    tables = store.database.get_tables()
    return [(name, *row) for name in tables for row in store.database.execute_sql(f'SELECT * FROM "{name}"')]


def test_the_books_are_the_same_and_can_be_worked_in(worked: Desk, claim: Callable[..., int]) -> None:
    store, before = worked.store, dump(worked.store)
    encrypt(store, KEY, KEYS, worked.clock.now())
    assert dump(store) == before
    assert Claim.select().count() == 1
    claim("另一家", number="2")
    assert Claim.select().count() == 2
    assert verify(store, worked.clock.now()).ok
    decrypt(store, worked.clock.now())
    assert (Claim.select().count(), verify(store, worked.clock.now()).ok) == (2, True)


def test_nothing_of_the_plain_books_is_left(worked: Desk) -> None:
    encrypt(worked.store, KEY, KEYS, worked.clock.now())
    assert {name.split("-")[0] for name in names(worked.store)} == {"encrypted", "encrypted.db", "keys.json"}
    for file in worked.store.folder.root.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert DEBTOR.encode() not in content
            assert b"%PDF contract" not in content


def test_nothing_of_the_encrypted_books_is_left(worked: Desk) -> None:
    encrypt(worked.store, KEY, KEYS, worked.clock.now())
    decrypt(worked.store, worked.clock.now())
    assert {name.split("-")[0] for name in names(worked.store)} == {"qingzhang.db", "vault"}


def test_without_their_key_they_are_locked_and_not_damaged(worked: Desk) -> None:
    store = worked.store
    encrypt(store, KEY, KEYS, worked.clock.now())
    for wrong in (None, new_key()):
        assert (
            code(lambda wrong=wrong: open_store(store.folder.root, key=wrong, bind=False)) == "books_locked"
        )
    again = open_store(store.folder.root, key=KEY, bind=False)
    assert again.journal_head() == store.journal_head()
    again.close()


def test_encrypted_books_keep_the_promises_of_the_disk(worked: Desk) -> None:
    encrypt(worked.store, KEY, KEYS, worked.clock.now())
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "temp_store")
    found = [worked.store.database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, 10_000, 2]
    assert schema_of(worked.store.folder.database, KEY) == SCHEMA


@pytest.mark.parametrize("steps", range(6))
def test_stopped_on_the_way_the_books_are_as_they_were(worked: Desk, steps: int) -> None:
    left = [steps]

    def stop(_done: int, _total: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Cancelled

    before = dump(worked.store)
    with pytest.raises(Cancelled):
        encrypt(worked.store, KEY, KEYS, worked.clock.now(), stop)
    assert dump(worked.store) == before
    assert {name.split("-")[0] for name in names(worked.store)} == {"qingzhang.db", "vault"}


def test_damaged_books_are_not_encrypted(worked: Desk) -> None:
    worked.store.database.execute_sql("UPDATE claim SET amount_fen = 1")
    assert code(lambda: encrypt(worked.store, KEY, KEYS, worked.clock.now())) == "base_damaged"
    assert not worked.store.folder.encrypted


def test_a_document_that_is_gone_is_told_before_anything_changes(worked: Desk) -> None:
    (name,) = worked.store.folder.vault.contents()
    worked.store.folder.vault.place_of(name).unlink()
    assert code(lambda: encrypt(worked.store, KEY, KEYS, worked.clock.now())) == "base_damaged"
    assert not worked.store.folder.encrypted


def test_twice_is_refused(worked: Desk) -> None:
    assert code(lambda: decrypt(worked.store, worked.clock.now())) == "not_encrypted"
    encrypt(worked.store, KEY, KEYS, worked.clock.now())
    assert code(lambda: encrypt(worked.store, KEY, KEYS, worked.clock.now())) == "already_encrypted"


def test_who_had_the_plain_books_open_writes_no_more_into_them(worked: Desk) -> None:
    other = open_store(worked.store.folder.root, bind=False)
    encrypt(worked.store, KEY, KEYS, worked.clock.now())
    with pytest.raises(Refused) as refused, other.unit("note", "另一人", worked.clock.now()):
        pass
    assert refused.value.problems[0].code == "books_switched"
    other.close()


def test_a_key_file_alone_sweeps_nothing(worked: Desk) -> None:
    root = worked.store.folder.root
    KEYS.keep(root)
    open_store(root, key=KEY, bind=False).close()
    assert (root / "qingzhang.db").exists()


def test_without_their_key_file_encrypted_books_do_not_read_as_empty(worked: Desk) -> None:
    store = worked.store
    encrypt(store, KEY, KEYS, worked.clock.now())
    told = store.folder.key_file.read_bytes()
    store.folder.key_file.unlink()
    assert code(lambda: open_store(store.folder.root, bind=False)) == "key_file_damaged"
    store.folder.key_file.write_bytes(told)
    again = open_store(store.folder.root, key=KEY, bind=False)
    assert again.journal_head() == store.journal_head()
    again.close()


def test_an_altered_page_is_damage_and_not_a_wrong_key(worked: Desk) -> None:
    store = worked.store
    encrypt(store, KEY, KEYS, worked.clock.now())
    store.close()
    content = bytearray(store.folder.database.read_bytes())
    content[4096 * 8 + 100] ^= 1
    store.folder.database.write_bytes(content)
    again = open_store(store.folder.root, key=KEY, bind=False)
    result = verify(again, worked.clock.now())
    assert [each.what for each in result.damage][:1] == ["database"]
    again.close()
