"""The monthly review and the lists of registrations, held with keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.actions import receipts, reviews
from models.queries.registration import registration_list
from models.queries.reviews import meeting
from models.rules.review import BAD, NORMAL, WATCH, Decision
from tests.ui.rooms import TODAY, owed
from ui.common import ask
from ui.review.workspace import ReviewWorkspace

CTRL = Qt.KeyboardModifier.ControlModifier
MONTH = "2026-11"


@pytest.fixture
def shown(context, windows):
    def show():
        room = windows.show(ReviewWorkspace(context))
        room.resize(1232, 868)
        room.review.table.setFocus()
        return room

    return show


@pytest.fixture
def press(qtbot):
    def strike(room, *keys):
        for key in keys:
            modifier = CTRL if key == Qt.Key.Key_Return else Qt.KeyboardModifier.NoModifier
            qtbot.keyClick(room.review.table.right, key, modifier)

    return strike


def said(context, claim):
    line = meeting(context.store, TODAY, MONTH).line(claim)
    return line.classification, line.said.cause, line.settled


def test_seventeen_exceptions_are_signed_within_forty_keys(context, shown, press):
    for number in range(12):
        owed(context, f"客户{number}", 100_00 + number, f"A-{number}", date(2026, 9, 1))
    for number in range(5):
        owed(context, f"新客{number}", 50_00 + number, f"B-{number}", date(2026, 11, 24))
    room = shown()
    keys = [key for _ in range(12) for key in (Qt.Key.Key_3, Qt.Key.Key_Q)] + [Qt.Key.Key_2] * 5
    press(room, *keys)
    assert room.review.state.text() == "都已定，可以签字"
    press(room, Qt.Key.Key_Return)
    held = meeting(context.store, TODAY, MONTH)
    assert (held.signed_by, len(held.listed), held.left) == ("林晓", 17, 0)
    assert sum(line.classification == BAD and line.said.cause == "operating" for line in held.lines) == 12
    assert len(keys) + 3 <= 40  # with Ctrl 8 to get here and Ctrl Enter to sign


def test_a_cause_alone_decides_a_bad_claim_and_goes_on(context, keys, shown, press):
    room = shown()
    first = room.review.table.current_id
    press(room, Qt.Key.Key_W)
    assert said(context, first) == (BAD, "wilful", True)
    assert room.review.table.current_id != first


def test_a_bad_claim_without_a_cause_is_not_settled(context, keys, shown, press):
    room = shown()
    first = room.review.table.current_id
    press(room, Qt.Key.Key_3)
    assert said(context, first) == (BAD, None, False)
    assert room.review.table.current_id == first
    assert "Q W E R" in room.review.pane.said.text()


def test_ticked_claims_are_decided_together(context, keys, shown, qtbot, press):
    room = shown()
    qtbot.keyClick(room.review.table.right, Qt.Key.Key_A, CTRL)
    press(room, Qt.Key.Key_E)
    assert {said(context, key) for key in keys} == {(BAD, "dispute", True)}
    assert {meeting(context.store, TODAY, MONTH).line(key).said.measure for key in keys} == {"settle"}


def test_a_better_class_without_a_reason_is_refused_in_words(context, keys, shown, press):
    room = shown()
    press(room, Qt.Key.Key_1)
    assert "要写明理由" in room.review.pane.said.text()
    assert meeting(context.store, TODAY, MONTH).left == 3


def test_a_measure_is_typed_and_kept(context, keys, shown, press, qtbot):
    room = shown()
    first = room.review.table.current_id
    press(room, Qt.Key.Key_Q)
    room.review.table.go_to_id(first)
    room.review.pane.measure.setEditText("上门收款")
    room.review.pane.owner.setText("周敏")
    qtbot.keyClick(room.review.pane.owner, Qt.Key.Key_Return)
    now = meeting(context.store, TODAY, MONTH).line(first).said
    assert (now.measure, now.owner, now.cause) == ("上门收款", "周敏", "operating")


def test_a_chosen_measure_is_kept_as_its_code(context, keys, shown, press):
    room = shown()
    first = room.review.table.current_id
    press(room, Qt.Key.Key_Q)
    room.review.table.go_to_id(first)
    room.review.pane.measure.setEditText("签分期还款协议")
    room.review.pane.save.click()
    assert meeting(context.store, TODAY, MONTH).line(first).said.measure == "plan"


@pytest.fixture
def signed(context, keys):
    reviews.decide(context.desk, MONTH, keys, Decision(BAD, "operating"))
    reviews.sign_review(context.desk, MONTH)
    return keys


def test_money_after_the_signature_changes_nothing(context, signed, shown):
    receipts.book_for_claim(context.desk, signed[0], 13_640_000, date(2026, 11, 1))
    room = shown()
    assert [line.of.claim for line in room.review.held.listed] == [signed[0], signed[2], signed[1]]
    assert "签字，不再改动" in room.review.state.text()
    assert not room.review.sign.isVisibleTo(room)


def test_a_signed_claim_is_changed_by_a_supplement_only(context, signed, shown, press):
    room = shown()
    room.review.pane.note.setText("已抵押")
    with ask.answering("收到抵押物"):
        press(room, Qt.Key.Key_2)
    held = meeting(context.store, TODAY, MONTH)
    assert [(each.decision.classification, each.why) for each in held.supplements] == [(WATCH, "收到抵押物")]
    assert held.line(held.supplements[0].line.of.claim).classification == BAD


def test_normal_claims_are_seen_under_all(context, keys, shown, qtbot):
    later = owed(context, "远期", 100, "Z-9", date(2027, 6, 1))
    room = shown()
    assert room.review.model.place_of(later) is None
    room.review.which.buttons["all"].click()
    assert room.review.model.row_at(room.review.model.place_of(later)).classification == NORMAL


def test_the_minutes_are_exported(context, signed, shown, tmp_path):
    room = shown()
    with ask.answering(str(tmp_path / "纪要.pdf"), str(tmp_path / "纪要.xlsx")):
        room.paper.click()
        room.sheet.click()
    kind, facts, *_ = context.render.asked[-1]
    assert (kind, facts.signed_by, len(facts.bad)) == ("minutes", "林晓", 3)
    assert (tmp_path / "纪要.xlsx").stat().st_size > 1000


def test_the_sweep_is_signed_with_a_note(context, keys, shown):
    room = shown()
    room.show_tab("sweep")
    assert room.registration.told.text() == "登记 3 笔，迟 0 笔，资料不全 3 笔"
    with ask.answering("已催业务员补合同"):
        room.registration.sign.click()
    found = registration_list(context.store, TODAY, "sweep")
    assert (found.signed.by, found.signed.note, len(found.rows)) == ("林晓", "已催业务员补合同", 3)
    assert "林晓 于 2026-11-20 签字" in room.registration.state.text()


def test_periods_go_back_but_not_ahead(context, keys, shown):
    room = shown()
    room.step(1)
    assert room.period.text() == "2026-11"
    room.step(-1)
    assert room.period.text() == "2026-10"
    room.show_tab("audit")
    assert room.period.text() == "2026Q4"
