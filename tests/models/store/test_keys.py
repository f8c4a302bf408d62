"""The key file: two ways to one key, and nothing else opens it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from models.rules.problems import Refused
from models.rules.recovery_key import written
from models.store.keys import FILE, Ring, new_keys, new_recovery_key, read_keys
from models.store.passphrase import Cost
from models.vault.key import Key, new_key

CHEAP = Cost(1, 64, 1)
PHRASE, OTHER = "苏州河边三只鸭子", "四只鹅也在河边走"


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.problems[0].code


@pytest.fixture
def key() -> Key:
    return new_key()


def test_the_pass_phrase_and_the_recovery_key_open_the_same_key(key: Key, tmp_path: Path) -> None:
    secret = new_recovery_key()
    new_keys(key, PHRASE, CHEAP).with_recovery(key, secret).keep(tmp_path)
    keys = read_keys(tmp_path)
    assert keys.opened(PHRASE) == keys.opened(written(secret).lower()) == key


def test_nothing_else_opens_it(key: Key) -> None:
    keys = new_keys(key, PHRASE, CHEAP).with_recovery(key, new_recovery_key())
    for words in ("", "苏州河边三只鸭", written(new_recovery_key())):
        assert code(lambda words=words: keys.opened(words)) == "key_wrong"


def test_a_mistyped_recovery_key_is_told_by_its_group(key: Key) -> None:
    secret = new_recovery_key()
    keys = new_keys(key, PHRASE, CHEAP).with_recovery(key, secret)
    text = written(secret)
    assert code(lambda: keys.opened(("1" if text[0] != "1" else "2") + text[1:])) == "recovery_key_group"


def test_another_pass_phrase_leaves_the_recovery_key(key: Key) -> None:
    secret = new_recovery_key()
    keys = new_keys(key, PHRASE, CHEAP).with_recovery(key, secret).with_phrase(key, OTHER, CHEAP)
    assert keys.opened(OTHER) == keys.opened(written(secret)) == key
    assert code(lambda: keys.opened(PHRASE)) == "key_wrong"


def test_another_recovery_key_voids_the_one_before(key: Key) -> None:
    old, new = new_recovery_key(), new_recovery_key()
    keys = new_keys(key, PHRASE, CHEAP).with_recovery(key, old).with_recovery(key, new)
    assert keys.opened(written(new)) == key
    assert code(lambda: keys.opened(written(old))) == "key_wrong"


def test_neither_secret_stands_in_the_file(key: Key) -> None:
    secret = new_recovery_key()
    told = new_keys(key, PHRASE, CHEAP).with_recovery(key, secret).told()
    for kept in (key.secret.hex(), secret.hex(), PHRASE, key.database, written(secret)):
        assert kept.encode() not in told
    assert key.secret.hex() not in repr(key)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"version": 1, "key": 1, "phrase": {}}', b"\xff"])
def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert code(lambda: read_keys(tmp_path)) == "key_file_damaged"


def test_a_file_of_a_later_program_is_not_taken_for_damage(key: Key, tmp_path: Path) -> None:
    told = json.loads(new_keys(key, PHRASE, CHEAP).told())
    (tmp_path / FILE).write_text(json.dumps({**told, "version": 2, "sum": None}))
    assert code(lambda: read_keys(tmp_path)) == "newer_program"


def test_a_bit_that_is_another_is_damage_and_no_wrong_phrase(key: Key, tmp_path: Path) -> None:
    keys = new_keys(key, PHRASE, CHEAP)
    sealed = keys.phrase.sealed
    other = sealed[:-1] + ("1" if sealed[-1] == "0" else "0")
    (tmp_path / FILE).write_bytes(keys.told().replace(sealed.encode(), other.encode()))
    assert code(lambda: read_keys(tmp_path)) == "key_file_damaged"


def test_a_file_of_an_earlier_program_has_no_sum_and_opens(key: Key, tmp_path: Path) -> None:
    told = json.loads(new_keys(key, PHRASE, CHEAP).told())
    del told["sum"]
    (tmp_path / FILE).write_text(json.dumps(told))
    assert read_keys(tmp_path).opened(PHRASE) == key


@pytest.mark.parametrize("part", ["salt", "sealed"])
def test_a_salt_or_a_sealed_key_of_another_length_is_damage(key: Key, tmp_path: Path, part: str) -> None:
    told = json.loads(new_keys(key, PHRASE, CHEAP).told())
    del told["sum"]
    told["phrase"][part] = told["phrase"][part][:-2]
    (tmp_path / FILE).write_text(json.dumps(told))
    assert code(lambda: read_keys(tmp_path)) == "key_file_damaged"


def test_a_wrap_taken_from_another_key_opens_nothing(key: Key) -> None:
    keys, other = new_keys(key, PHRASE, CHEAP), new_keys(new_key(), PHRASE, CHEAP)
    swapped = type(keys)(keys.name, other.phrase)
    assert code(lambda: swapped.opened(PHRASE)) == "key_wrong"


def test_a_weak_pass_phrase_is_not_taken(key: Key) -> None:
    assert code(lambda: new_keys(key, "12345678", CHEAP)) == "phrase_simple"


def test_a_ring_opens_with_the_key_at_hand_before_it_asks(key: Key, tmp_path: Path) -> None:
    keys = new_keys(key, PHRASE, CHEAP)
    assert Ring(key).opened(keys, tmp_path) is key
    assert Ring(new_key(), PHRASE).opened(keys, tmp_path) == key
    assert code(lambda: Ring(new_key()).opened(keys, tmp_path)) == "backup_locked"
