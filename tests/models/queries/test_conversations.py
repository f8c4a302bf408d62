"""What the books tell of calls, receipts and plans of a debtor."""

from dataclasses import replace
from datetime import date

import pytest

from models.actions import calls, claims, parties, plans, receipts
from models.actions.desk import Desk
from models.clock import Clock
from models.queries.calls import attempts_on, calls_of, people_of
from models.queries.plans import plan_rows
from models.queries.receipts import receipts_of
from models.rules.instalments import schedule
from models.store.store import open_store

TODAY = date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path):
    store = open_store(tmp_path / "books")
    yield Desk(store, Clock(TODAY), "林晓")
    store.close()


@pytest.fixture
def claim(desk):
    key, _ = claims.register(desk, claims.ClaimDraft("恒锐", 30_000, "A-1", due_on=date(2026, 10, 4)))
    return key


def plan_of(desk, claim, tmp_path, first=date(2026, 12, 8)):
    parties.set_creditor(desk, name="苏南精工", letter_prefix="苏精")
    made = plans.make_plan(desk, [claim], schedule(30_000, 3, first, "month"), lambda *_: b"%PDF-1.4")
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    return made.plan, scan


def state(desk):
    (row,) = plan_rows(desk.store, desk.today)
    return row.state


def test_the_newest_call_stands_first_with_its_promise(desk, claim):
    calls.log_call(desk, [claim], calls.Talk("no_answer"))
    calls.log_call(
        desk,
        [claim],
        calls.Talk("connected", person="王建国", role="finance", promise_fen=100, promise_on=TODAY),
    )
    newest, oldest = calls_of(desk.store, 1)
    assert (newest.person, newest.promise_fen, newest.promise_on) == ("王建国", 100, TODAY)
    assert oldest.outcome == "no_answer"


def test_attempts_are_counted_by_day_and_by_whether_somebody_answered(desk, claim):
    for outcome in ("no_answer", "busy", "connected"):
        calls.log_call(desk, [claim], calls.Talk(outcome))
    attempts = attempts_on(desk.store, 1, TODAY)
    assert (attempts.unanswered, attempts.connected) == (2, 1)
    assert attempts_on(desk.store, 1, date(2026, 11, 19)).connected == 0


def test_each_person_is_named_once_the_last_one_first(desk, claim):
    for person in ("李静", "王建国", "李静"):
        calls.log_call(desk, [claim], calls.Talk("connected", person=person, role="finance"))
    assert people_of(desk.store, 1) == [("李静", "finance"), ("王建国", "finance")]


def test_a_receipt_tells_its_shares_and_what_took_it_back(desk, claim):
    booked = receipts.book_for_debtor(desk, "恒锐", 40_000, TODAY)
    receipts.reverse(desk, booked.receipt, "录入错误")
    reversal, first = receipts_of(desk.store, 1)
    assert first.shares == ((claim, "A-1", 30_000),)
    assert first.left_fen == 10_000
    assert first.reversed_by == reversal.id
    assert not first.can_be_reversed
    assert not reversal.can_be_reversed


def test_what_the_debtor_named_is_paid_first(desk, claim):
    later, _ = claims.register(desk, claims.ClaimDraft("恒锐", 20_000, "A-2", due_on=date(2026, 11, 1)))
    booked = receipts.book_for_debtor(desk, "恒锐", 20_000, TODAY, wish=receipts.Wish(designated=[later]))
    assert booked.shares == ((later, 20_000),)
    assert receipts_of(desk.store, 1)[0].rule == "designated"


def test_a_plan_is_drafted_runs_breaks_and_settles(desk, claim, tmp_path):
    plan, scan = plan_of(desk, claim, tmp_path)
    assert state(desk) == "draft"
    plans.sign(desk, plan, scan)
    assert state(desk) == "running"
    late = replace(desk, clock=Clock(date(2026, 12, 9)))
    assert state(late) == "broken"
    receipts.book_for_debtor(late, "恒锐", 10_000, date(2026, 12, 9))
    assert state(late) == "running"
    receipts.book_for_debtor(late, "恒锐", 20_000, date(2026, 12, 9))
    assert state(late) == "settled"


def test_a_plan_that_is_not_wanted_is_void(desk, claim, tmp_path):
    plan, _ = plan_of(desk, claim, tmp_path)
    plans.void(desk, plan, "对方改为一次付清")
    (row,) = plan_rows(desk.store, TODAY)
    assert (row.state, row.void_why) == ("void", "对方改为一次付清")
