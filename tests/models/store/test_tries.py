from datetime import UTC, datetime, timedelta

import pytest

from models.rules.phrase import FREE_TRIES, LONGEST_WAIT_S, wait_after, wait_left
from models.rules.problems import Refused
from models.store.folder import DataFolder
from models.store.tries import Tries

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def later(seconds):
    return NOW + timedelta(seconds=seconds)


@pytest.fixture
def folder(tmp_path):
    return DataFolder(tmp_path)


def five_wrong(folder):
    for _ in range(FREE_TRIES):
        Tries(folder).begin(NOW)


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (11, 1920), (12, 3600), (500, 3600)]
)
def test_the_wait_grows_from_the_fifth_wrong_try_on(wrong, seconds):
    assert wait_after(wrong) == seconds


def test_what_is_left_is_rounded_up():
    assert wait_left(5, NOW, later(29.2)) == 1
    assert wait_left(5, NOW, later(30)) == 0


def test_five_tries_are_free_and_the_sixth_waits(folder):
    for wrong in range(FREE_TRIES):
        assert Tries(folder).begin(NOW) == wrong
    with pytest.raises(Refused) as refused:
        Tries(folder).begin(later(1))
    (problem,) = refused.value.problems
    assert (problem.code, problem.params) == ("phrase_waits", {"seconds": "29"})
    assert Tries(folder).begin(later(30)) == FREE_TRIES
    assert Tries(folder).left(later(30)) == 60


def test_the_wait_outlives_the_program(folder):
    five_wrong(folder)
    assert Tries(folder).left(later(10)) == 20


def test_a_clock_set_back_does_not_shorten_the_wait(folder):
    five_wrong(folder)
    assert Tries(folder).left(later(-86_400)) == 30
    assert Tries(folder).left(later(-86_400 + 29)) == 1
    assert Tries(folder).left(later(-86_400 + 30)) == 0


def test_a_clock_put_right_does_not_keep_the_clerk_out_for_a_year(folder):
    five_wrong(folder)
    assert Tries(folder).left(later(-365 * 86_400)) <= LONGEST_WAIT_S


def test_the_right_phrase_ends_the_count(folder):
    five_wrong(folder)
    Tries(folder).forget()
    assert Tries(folder).left(NOW) == 0
    assert not Tries(folder).path.exists()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"wrong": "x", "last": 1}', b"\xff", b'{"wrong":3}'])
def test_a_damaged_count_makes_a_guesser_wait(folder, content):
    Tries(folder).path.write_bytes(content)
    assert Tries(folder).left(NOW) == 30
    assert Tries(folder).left(later(30)) == 0


def test_where_nothing_can_be_written_it_counts_on(tmp_path):
    tries = Tries(DataFolder(tmp_path / "not there"))
    for _ in range(FREE_TRIES):
        tries.begin(NOW)
    assert tries.left(NOW) == 30
