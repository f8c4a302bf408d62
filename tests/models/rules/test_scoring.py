"""The score of a row and the terms that make it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.scoring import UNKNOWN, Chance, Weights, percents, score_of, terms_of

WAN = 10_000 * 100


@pytest.mark.parametrize(
    ("balance", "age", "left", "chance", "expected"),
    [
        (1 * WAN - 1, 0, None, UNKNOWN, (5, 0, 0, 0, 50)),
        (1 * WAN, 18, 366, UNKNOWN, (20, 10, 0, 0, 50)),
        (20 * WAN, 90, 365, UNKNOWN, (60, 50, 20, 0, 50)),
        (200 * WAN, 400, 30, Chance(0, 3, 1, 4), (100, 100, 100, 100, 12)),
        (200 * WAN, 400, 31, Chance(1, 2), (100, 100, 75, 33, 50)),
        (0, 0, -1, Chance(2, 2, 2, 2), (5, 0, 0, 0, 100)),
    ],
)
def test_each_term_reaches_its_part_of_a_hundred(
    balance: int, age: int, left: int | None, chance: Chance, expected: tuple[int, ...]
) -> None:
    assert percents(balance, age, left, chance) == expected


def test_the_score_is_the_weighed_mean() -> None:
    assert score_of((100, 100, 100, 100, 100), Weights()) == 100
    assert score_of((100, 0, 0, 0, 0), Weights()) == 30
    assert score_of((1, 2, 3, 4, 5), Weights(0, 0, 0, 0, 0)) == 0


_PART = st.integers(0, 100)


@given(st.tuples(_PART, _PART, _PART, _PART, _PART), st.builds(Weights, _PART, _PART, _PART, _PART, _PART))
def test_the_terms_add_up_to_the_score(reached: tuple[int, ...], weights: Weights) -> None:
    told = sum(term.tenths for term in terms_of(reached, weights))
    assert abs(told - 10 * score_of(reached, weights)) <= 8
