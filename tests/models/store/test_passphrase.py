import dataclasses

import pytest

from models.rules.problems import Refused
from models.store.passphrase import USUAL, Cost, Seal, derive, new_salt, opens, refuse_weak, sealed

CHEAP = Cost(1, 8, 1)


def test_the_key_is_that_of_argon2id() -> None:
    """Worked with the reference program: printf password | argon2 somesalt -id -t 2 -m 16 -p 1."""
    assert derive("password", b"somesalt", Cost(2, 65536, 1)).hex() == (
        "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
    )


def test_the_right_phrase_opens_and_no_other() -> None:
    stored = sealed("四月的雨落在码头上", CHEAP)
    assert opens("四月的雨落在码头上", stored)
    assert not opens("四月的雨落在码头", stored)
    assert not opens("", stored)


def test_an_accent_typed_apart_opens() -> None:
    assert opens("cafe\u0301 au lait", sealed("caf\u00e9 au lait", CHEAP))


def test_the_same_phrase_is_never_sealed_alike() -> None:
    assert sealed("correct horse", CHEAP).key != sealed("correct horse", CHEAP).key


def test_the_cost_of_a_guess_is_kept_beside_it() -> None:
    stored = sealed("correct horse", CHEAP)
    assert (stored.passes, stored.memory_kib, stored.lanes) == (1, 8, 1)
    assert opens("correct horse", Seal(**dataclasses.asdict(stored)))


def test_the_usual_cost_is_that_of_the_standard() -> None:
    assert (USUAL.passes, USUAL.memory_kib, USUAL.lanes) == (3, 65536, 4)
    assert len(derive("correct horse", new_salt())) == 32


@pytest.mark.parametrize("values", [(0, 64, 1), (3, 1 << 30, 4), (3, 8, 4), (3, 64, 0)])
def test_a_damaged_cost_takes_no_memory(values: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        Cost(*values)


@pytest.mark.parametrize("salt", ["", "AAAA", "not base64"])
def test_a_damaged_seal_says_so(salt: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (of base64 or of ours)
        opens("correct horse", dataclasses.replace(sealed("correct horse", CHEAP), salt=salt))


def test_a_weak_phrase_is_refused_with_its_reason() -> None:
    with pytest.raises(Refused) as refused:
        refuse_weak("1234")
    assert refused.value.problems[0].code == "phrase_short"
