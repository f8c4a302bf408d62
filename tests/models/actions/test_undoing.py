import re
from datetime import date
from pathlib import Path

import pytest

from models.actions import legal_events, undoing
from models.actions.calls import Talk, add_note, log_call
from models.actions.claims import ClaimDraft, amend, register, set_memo, set_owner, set_stage
from models.actions.evidence import attach
from models.actions.guarantors import GuarantorDraft, add_guarantor
from models.actions.legal_events import Draft
from models.actions.names import keep_apart
from models.actions.parties import set_creditor, set_debtor
from models.actions.receipts import book_for_claim, reverse
from models.actions.settings import choose, keep_view
from models.actions.taking_back import UNDONE
from models.actions.undoing import can_undo, redo, undo
from models.queries.claims import claim_rows
from models.queries.journal import Act, act
from models.queries.receipts import receipts_of
from models.rules.problems import Refused
from models.settings import WATCH_DAYS
from models.tables import ACCOUNTED
from ui.problems import catalogue


def last(desk):
    return desk.store.journal_head()[0]


def row(desk, key):
    (found,) = claim_rows(desk.store, desk.today, desk.today, claims=[key])
    return found


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda desk, keys: set_owner(desk, keys, "周敏"), "owner"),
        (lambda desk, keys: set_stage(desk, keys, "task_force"), "stage_set"),
        (lambda desk, keys: set_memo(desk, keys[0], "急"), "memo"),
    ],
)
def test_a_choice_is_set_back(desk, claim, change, field):
    keys = [claim(number="A1"), claim(number="A2")]
    change(desk, keys)
    assert getattr(row(desk, keys[0]), field) is not None
    undo(desk, last(desk))
    assert [getattr(row(desk, key), field) for key in keys] == [None, None]


def test_a_booking_is_reversed_and_stays_in_the_books(desk, claim):
    key = claim(fen=1000)
    book_for_claim(desk, key, 400)
    undo(desk, last(desk))
    assert row(desk, key).balance_fen == 1000
    assert act(desk.store, last(desk)).verb == "reverse_receipt"


def test_what_was_changed_again_is_not_set_back(desk, claim):
    key = claim()
    set_owner(desk, [key], "周敏")
    first = last(desk)
    set_owner(desk, [key], "陈航")
    with pytest.raises(Refused) as refused:
        undo(desk, first)
    assert refused.value.problems[0].code == "changed_since"
    assert row(desk, key).owner == "陈航"


def books(desk):
    """Every row that stands, but for the journal."""
    return {
        table._meta.table_name: list(table.select().order_by(table.id).tuples().execute(desk.store.database))
        for table in ACCOUNTED
    }


SET_BACK = [
    lambda desk, keys: set_owner(desk, keys, "周敏", "下周再谈"),
    lambda desk, keys: set_stage(desk, keys, "task_force"),
    lambda desk, keys: set_memo(desk, keys[0], "急"),
    lambda desk, keys: amend(desk, keys[0], ClaimDraft("苏州恒锐精密制造有限公司", 500, "B1")),
    lambda desk, keys: register(desk, ClaimDraft("新客户", 500, "N1")),
    lambda desk, keys: add_note(desk, keys[0], "每月 25 日付款"),
    lambda desk, keys: set_debtor(desk, "苏州恒锐精密制造有限公司", phone="0512-1"),
    lambda desk, keys: set_creditor(desk, name="苏南精工"),
    lambda desk, keys: choose(desk, WATCH_DAYS, 20),
    lambda desk, keys: keep_view(desk, "大额", {"words": "x"}),
    lambda desk, keys: legal_events.join(desk, keys),
    lambda desk, keys: keep_apart(desk, "甲公司", "乙公司"),
]


@pytest.mark.parametrize("act_on", SET_BACK)
def test_undo_leaves_the_books_as_before_and_redo_as_after(desk, claim, act_on):
    keys = [claim(number="A1"), claim(number="A2")]
    before = books(desk)
    act_on(desk, keys)
    first, after = last(desk), books(desk)
    assert after != before
    undo(desk, first)
    assert books(desk) == before
    redo(desk, first, last(desk))
    assert books(desk) == after
    undo(desk, last(desk))
    assert books(desk) == before


ENTERED = [
    (lambda desk, key, file: attach(desk, [key], file, "contract"), "evidence"),
    (lambda desk, key, file: legal_events.enter(desk, [key], Draft("C1", date(2026, 11, 3))), "legal_event"),
    (lambda desk, key, file: add_guarantor(desk, 1, GuarantorDraft("周大海", "joint")), "guarantor"),
]


@pytest.mark.parametrize(("enter", "table"), ENTERED, ids=[table for _, table in ENTERED])
def test_what_was_entered_is_voided_and_stands_again_when_done_again(desk, claim, tmp_path, enter, table):
    file = tmp_path / "合同.txt"
    file.write_text("x", encoding="utf-8")
    enter(desk, claim(), file)
    first, after = last(desk), books(desk)
    undo(desk, first)
    (row,) = desk.store.database.execute_sql(f"SELECT voided_at, void_why FROM {table}").fetchall()
    assert row[0] is not None
    assert row[1] == UNDONE
    redo(desk, first, last(desk))
    assert books(desk) == after


def test_money_that_was_taken_back_is_booked_again_as_a_new_receipt(desk, claim):
    key = claim(fen=1000)
    book_for_claim(desk, key, 400, memo="货款")
    first = last(desk)
    undo(desk, first)
    redo(desk, first, last(desk))
    assert row(desk, key).balance_fen == 600
    assert [receipt.memo for receipt in receipts_of(desk.store, 1)] == ["货款"] * 3


def test_money_is_not_booked_again_beyond_what_is_open(desk, claim):
    key = claim(fen=1000)
    book_for_claim(desk, key, 900)
    first = last(desk)
    undo(desk, first)
    undone = last(desk)
    book_for_claim(desk, key, 500)
    with pytest.raises(Refused):
        redo(desk, first, undone)
    assert row(desk, key).balance_fen == 500


def test_a_reversal_by_the_clerk_is_taken_back_by_booking_again(desk, claim):
    key = claim(fen=1000)
    reverse(desk, book_for_claim(desk, key, 400).receipt, "记错")
    undo(desk, last(desk))
    assert row(desk, key).balance_fen == 600


def test_a_claim_that_was_worked_on_is_not_unregistered(desk, claim):
    key, _ = register(desk, ClaimDraft("新客户", 500, "N1"))
    first = last(desk)
    add_note(desk, key, "x")
    with pytest.raises(Refused) as refused:
        undo(desk, first)
    assert refused.value.problems[0].code == "changed_since"
    assert row(desk, key).number == "N1"


def test_what_was_heard_by_the_debtor_is_not_undone(desk, claim):
    log_call(desk, [claim()], Talk("no_answer"))
    assert not can_undo(act(desk.store, last(desk)))
    with pytest.raises(Refused):
        undo(desk, last(desk))


SILENT = ("export_", "undo_", "redo_", "fill_demo", "note_arrival", "see_arrivals")
"""Acts that are nobody's next step: they change nothing, or the program does them by itself."""


def verbs():
    """The verb of every act in models.actions."""
    found = set()
    for path in sorted(Path(undoing.__file__).parent.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'(?:\.act|_void|_set|_mark)\((?:desk, )?"([a-z_]+)"', text))
    return sorted(verb for verb in found if not verb.startswith(SILENT))


@pytest.mark.parametrize("verb", verbs())
def test_every_act_says_that_it_was_done_and_how_it_is_taken_back(verb):
    told = catalogue("zh_CN")
    assert f"done_{verb}" in told
    assert can_undo(Act(1, "", verb, "[]")) or f"correct_{verb}" in told
