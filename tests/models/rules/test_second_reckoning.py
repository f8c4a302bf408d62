"""The program against the second reckoning: the same fen, line by line."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from models.reference import rates
from models.rules.caps import loan_cap
from models.rules.day_count import ACTUAL, Terms
from models.rules.interest import Interest, interest
from models.rules.late_rate import LateRate, Part
from tests.models.rules.reckoning import Case, drawn, reckoned

SEED = 20261122


def asked(case: Case) -> Interest:
    """The same debt put to the program."""
    if case.percent is None:
        parts = [Part(*part) if part else None for part in (case.benchmark, case.prime)]
        rate = LateRate("fixed" if case.fixed else "floating", None, *parts)
    else:
        rate = LateRate("day" if case.by_day else "year", case.percent)
    return interest(
        fen(case.principal),
        case.start,
        case.end,
        rate,
        rates(),
        terms=Terms(
            ACTUAL if case.basis == "actual" else int(case.basis),
            case.count_end,
            "each" if case.each else "total",
            "months" if case.months else "days",
        ),
        costs_fen=fen(case.costs),
        paid=[(on, fen(amount)) for on, amount in case.paid],
        cap=loan_cap(case.loan_on, case.end, rates()) if case.loan_on else (),
        bankrupt_on=case.bankrupt_on,
    )


def fen(yuan: Decimal) -> int:
    return int(yuan * 100)


def compare(count: int, seed: int) -> None:
    chance = Random(seed)
    for number in range(count):
        case = drawn(chance)
        ours, theirs = asked(case), reckoned(case)
        left = (ours.costs_left_fen, ours.principal_left_fen, ours.interest_left_fen)
        assert (ours.total_fen, *left) == (
            fen(theirs.total),
            fen(theirs.costs),
            fen(theirs.principal),
            fen(theirs.total - theirs.paid),
        ), (number, case)
        assert [(line.start, line.base_fen, line.amount_fen) for line in ours.lines] == [
            (first, fen(base), fen(amount)) for first, base, amount in theirs.lines
        ], (number, case)


def test_both_reckonings_agree_to_the_fen() -> None:
    compare(300, SEED)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_both_reckonings_agree_to_the_fen_on_a_hundred_thousand_debts() -> None:
    compare(100_000, SEED + 1)
