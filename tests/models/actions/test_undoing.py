import pytest

from models.actions.calls import add_note
from models.actions.claims import set_memo, set_owner, set_stage
from models.actions.receipts import book_for_claim
from models.actions.undoing import can_undo, undo
from models.queries.claims import claim_rows
from models.queries.journal import act
from models.rules.problems import Refused


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


def test_a_note_is_no_choice_and_cannot_be_undone(desk, claim):
    add_note(desk, claim(), "x")
    assert not can_undo(act(desk.store, last(desk)))
    with pytest.raises(Refused):
        undo(desk, last(desk))
