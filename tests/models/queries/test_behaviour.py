from datetime import date

import pytest

from models.actions.calls import Talk, log_call
from models.actions.receipts import book_for_claim, reverse
from models.queries.behaviour import Kept, behaviour, kept_promises

DUE = date(2026, 10, 4)


def told(desk):
    return behaviour(desk.store, 1, desk.today)


@pytest.mark.parametrize(
    ("on", "days"), [(date(2026, 9, 1), 0), (DUE, 0), (date(2026, 10, 5), 1), (date(2026, 11, 20), 47)]
)
def test_a_claim_is_late_by_the_days_from_its_due_date_to_the_last_money(desk, claim, on, days):
    key = claim(fen=1000)
    book_for_claim(desk, key, 400, date(2026, 8, 1))
    book_for_claim(desk, key, 600, on)
    (paid,) = told(desk).paid
    assert (paid.settled_on, paid.days_late) == (on, days)


def test_what_is_not_settled_or_was_taken_back_tells_nothing(desk, claim):
    book_for_claim(desk, claim(fen=1000), 999)
    reverse(desk, book_for_claim(desk, claim(fen=1000, number="B"), 1000).receipt, "记错")
    assert told(desk).paid == ()


def test_a_credit_note_is_no_payment(desk, claim):
    book_for_claim(desk, claim(fen=1000), 1000, kind="credit_note")
    assert told(desk).paid == ()


def test_means_are_of_the_last_year_and_of_the_one_before(desk, claim):
    for number, due, on in (
        ("1", date(2026, 1, 1), date(2026, 1, 11)),
        ("2", date(2026, 3, 1), date(2026, 3, 2)),
        ("3", date(2025, 3, 1), date(2025, 3, 4)),
        ("4", date(2023, 3, 1), date(2023, 6, 1)),
    ):
        book_for_claim(desk, claim(fen=100, due_on=due, number=number), 100, on)
    found = told(desk)
    assert (found.mean_days, found.mean_before) == (6, 3)
    assert [each.number for each in found.paid] == ["4", "3", "1", "2"]


def test_without_settled_claims_there_is_no_mean(desk, claim):
    claim()
    assert (told(desk).mean_days, told(desk).mean_before) == (None, None)


def test_promises_count_once_their_day_is_past(desk, claim, on):
    key = claim()
    for said, due, fen in ((1, 5, 100), (6, 10, 200), (11, 27, 300)):
        talk = Talk("connected", promise_fen=fen, promise_on=date(2026, 11, due))
        log_call(on(date(2026, 11, said)), [key], talk)
    book_for_claim(desk, key, 100, date(2026, 11, 20))
    assert kept_promises(desk.store, desk.today) == {1: Kept(0, 2, date(2026, 11, 10))}
    assert kept_promises(desk.store, desk.today, debtor=2) == {}


def test_a_promise_that_was_paid_in_time_is_kept(claim, desk, on):
    key = claim()
    log_call(on(date(2026, 11, 10)), [key], Talk("connected", promise_fen=100, promise_on=date(2026, 11, 17)))
    book_for_claim(on(date(2026, 11, 16)), key, 100, date(2026, 11, 16))
    assert kept_promises(desk.store, desk.today) == {1: Kept(1, 1, None)}


def test_a_promise_is_not_broken_on_its_day(claim, desk, on):
    talk = Talk("connected", promise_fen=100, promise_on=desk.today)
    log_call(on(date(2026, 11, 18)), [claim()], talk)
    assert kept_promises(desk.store, desk.today) == {}
