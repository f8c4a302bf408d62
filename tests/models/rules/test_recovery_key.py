"""The recovery key on paper: what was read wrongly is taken as meant, what was mistyped is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.problems import Refused
from models.rules.recovery_key import GROUPS, fits, groups_of, is_like, read, written

SECRETS = st.binary(min_size=20, max_size=20)
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def problem(text: str) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        read(text)
    (found,) = refused.value.problems
    return found.code, found.params["groups"]


@given(SECRETS)
def test_what_is_written_is_read(secret: bytes) -> None:
    text = written(secret)
    assert read(text) == secret
    assert [len(group) for group in text.split("-")] == [5] * GROUPS


@given(SECRETS, st.integers(0, 39), st.integers(1, 31))
def test_one_wrong_character_is_named_by_its_group(secret: bytes, at: int, more: int) -> None:
    plain = written(secret).replace("-", "")
    wrong = SYMBOLS[(SYMBOLS.index(plain[at]) + more) % 32]
    assert problem(plain[:at] + wrong + plain[at + 1 :]) == ("recovery_key_group", str(at // 5 + 1))


@given(SECRETS, st.integers(0, 7), st.integers(0, 3))
def test_two_characters_exchanged_are_noticed(secret: bytes, place: int, at: int) -> None:
    group = written(secret).split("-")[place]
    turned = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
    assert fits(turned, place) == (turned == group)


@given(SECRETS, st.integers(0, 7), st.integers(0, 7))
def test_a_group_at_another_place_does_not_fit(secret: bytes, place: int, other: int) -> None:
    assert fits(written(secret).split("-")[place], other) == (place == other)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n"])
def test_how_it_is_typed_does_not_matter(typed: str) -> None:
    secret = bytes(range(20))
    spoken = typed.format(written(secret).lower().replace("-", " ").replace("0", "o").replace("1", "l"))
    assert (read(spoken), is_like(spoken)) == (secret, True)


def test_digits_of_a_chinese_keyboard_are_read() -> None:
    text = written(bytes(range(20)))
    assert read(text.replace("0", "０").replace("1", "１")) == bytes(range(20))


@pytest.mark.parametrize("text", ["", "苏州河边三只鸭子", "0" * 39, "0" * 41])
def test_what_is_too_short_or_too_long_is_none(text: str) -> None:
    assert problem(text)[0] == "recovery_key_length"
    assert not is_like(text)


def test_groups_are_found_in_any_writing() -> None:
    assert groups_of("abcde–fghio") == ["ABCDE", "FGH10"]
