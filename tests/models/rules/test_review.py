"""The monthly review's rules: what stands out, what is proposed, how months compare."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.review import (
    BAD,
    NORMAL,
    WATCH,
    Decision,
    Line,
    Standing,
    Terms,
    class_sums,
    credit_fen,
    decided,
    lacks,
    last_day,
    moves,
    reviewed,
)

AS_OF = date(2026, 11, 30)
TERMS = Terms(AS_OF, 7, 500_000_00, date(2026, 12, 14), date(2026, 12, 7))
PLAN = Decision(BAD, "operating", "plan", "林晓", date(2026, 12, 31))


def standing(due_on=date(2026, 10, 1), fen=100_00, **more):
    days = max((AS_OF - due_on).days, 0) if due_on else 0
    return Standing(1, "恒锐", "A-1", "CNY", fen, due_on, days, "林晓", **more)


def before(said, fen=100_00):
    return Line(standing(fen=fen), said.classification, (), said, decision=said)


@pytest.mark.parametrize(
    ("due_on", "proposed"),
    [
        (date(2026, 11, 29), BAD),
        (date(2026, 11, 30), WATCH),
        (date(2026, 12, 7), WATCH),
        (date(2026, 12, 8), NORMAL),
        (None, WATCH),
    ],
)
def test_the_class_follows_the_due_date(due_on, proposed):
    assert reviewed(standing(due_on), TERMS).proposed == proposed


def test_a_credit_of_the_debtor_is_normal_however_old():
    assert reviewed(standing(fen=-100), TERMS).proposed == NORMAL


@pytest.mark.parametrize(
    ("of", "last_month", "marks"),
    [
        (standing(), None, ("bad",)),
        (standing(), before(PLAN), ()),
        (standing(), before(replace(PLAN, due_on=date(2026, 11, 29))), ("bad",)),
        (standing(), before(replace(PLAN, due_on=AS_OF)), ()),
        (standing(), before(Decision(NORMAL)), ("changed", "bad")),
        (standing(date(2026, 12, 3)), None, ("watch",)),
        (standing(date(2027, 3, 3)), before(PLAN), ("changed",)),
        (standing(fen=500_000_00), before(PLAN), ("big",)),
        (standing(date(2027, 3, 3), fen=500_000_00), None, ()),
        (standing(broken=True), before(PLAN), ("broken",)),
    ],
)
def test_only_what_stands_out_is_listed(of, last_month, marks):
    assert reviewed(of, TERMS, last_month).marks == marks


@pytest.mark.parametrize(
    ("due_on", "measure"),
    [
        (date(2026, 11, 29), "call"),
        (date(2026, 11, 1), "call"),
        (date(2026, 10, 31), "demand"),
        (date(2026, 9, 1), "task_force"),
        (date(2026, 6, 3), "legal"),
        (date(2026, 12, 3), "remind"),
        (None, "confirm_due"),
    ],
)
def test_the_measure_follows_the_days_overdue(due_on, measure):
    assert reviewed(standing(due_on), TERMS).suggested.measure == measure


@pytest.mark.parametrize(
    ("told", "cause", "measure"),
    [
        ({"disputed": True}, "dispute", "settle"),
        ({"told": "denied"}, "dispute", "settle"),
        ({"told": "evaded"}, "wilful", "demand"),
        ({"told": "full"}, None, "demand"),
    ],
)
def test_a_cause_is_proposed_only_where_something_says_so(told, cause, measure):
    said = reviewed(standing(date(2026, 10, 15), **told), TERMS).suggested
    assert (said.cause, said.measure) == (cause, measure)


@pytest.mark.parametrize(
    ("said", "proposed", "wanted"),
    [
        (Decision(BAD), BAD, ("cause", "measure", "owner", "due_on")),
        (PLAN, BAD, ()),
        (Decision(WATCH, None, "remind", "林晓", AS_OF), WATCH, ()),
        (Decision(WATCH, None, "remind", "林晓", AS_OF), BAD, ("note",)),
        (Decision(NORMAL), BAD, ("note",)),
        (Decision(NORMAL), NORMAL, ()),
    ],
)
def test_a_decision_says_what_it_still_lacks(said, proposed, wanted):
    assert lacks(said, proposed) == wanted


def test_what_was_not_said_is_taken_from_the_rule():
    line = reviewed(replace(standing(), owner=None), TERMS)
    said = decided(line, Decision(BAD, "wilful"), TERMS, "周敏")
    assert said == Decision(BAD, "wilful", "demand", "周敏", date(2026, 12, 14))


def test_a_month_ends_on_its_last_day():
    assert (last_day("2028-02"), last_day("2026-12")) == (date(2028, 2, 29), date(2026, 12, 31))


CLAIMS = st.dictionaries(
    st.integers(1, 12), st.tuples(st.sampled_from([NORMAL, WATCH, BAD]), st.integers(-500, 5000)), max_size=12
)


def lines(told):
    return [
        Line(replace(standing(fen=fen), claim=claim), name, (), Decision(name), decision=Decision(name))
        for claim, (name, fen) in told.items()
    ]


@given(CLAIMS, CLAIMS)
def test_classes_and_moves_tie_to_both_ledgers(now, was):
    new, old = lines(now), lines(was)
    found, sums = moves(new, old), class_sums(new, old)
    assert sum(each.fen for each in sums) + credit_fen(new) == sum(fen for _, fen in now.values())
    assert sum(move.fen for move in found) == sum(each.fen for each in sums)
    assert sum(move.before_fen for move in found) == sum(each.before_fen for each in sums)
    for each in sums:
        name = each.classification
        assert sum(move.count for move in found if move.after == name) == each.count
        assert sum(move.count for move in found if move.before == name) == each.before_count
