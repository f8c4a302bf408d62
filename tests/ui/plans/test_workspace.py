"""Plans are watched, signed and voided with keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtPrintSupport import QPrinter

from models.actions import plans, receipts
from models.actions.consents import ConsentDraft, keep_consent
from models.actions.letters import issue
from models.queries.disclosures import disclosures
from models.queries.evidence import piece
from models.queries.plans import plan_rows
from models.reference import calendar
from models.rules.facts import GuarantorFacts
from models.rules.instalments import schedule
from tests.ui.rooms import PDF, TODAY, At
from ui.common import ask
from ui.plans.workspace import PlansWorkspace

CTRL = Qt.KeyboardModifier.ControlModifier
FIRM = "苏州恒锐精密制造有限公司"


@pytest.fixture
def shown(context, windows):
    def show():
        room = windows.show(PlansWorkspace(context))
        room.resize(1180, 800)
        room.table.setFocus()
        return room

    return show


@pytest.fixture
def scan(tmp_path):
    file = tmp_path / "签署版.pdf"
    file.write_bytes(PDF)
    return file


def agreed(context, claims, fen, count=3, first=date(2026, 12, 10), **more):
    lines = schedule(fen, count, first, "month", roll=calendar())
    return plans.make_plan(context.desk, claims, lines, context.render, **more).plan


@pytest.fixture
def plan(context, keys):
    return agreed(context, keys[:2], 18_640_000)


def state(context, plan):
    return next(row.state for row in plan_rows(context.store, context.today) if row.id == plan)


def test_without_plans_it_says_how_to_make_one(context, keys, shown):
    room = shown()
    assert room.stack.currentWidget() is room.empty
    assert "按 P 拟定" in room.empty.hint.text()


def test_a_plan_waits_for_its_scan_which_makes_it_run(context, windows, shown, plan, scan):
    room = shown()
    assert room.pane.state.words == "待签"
    with ask.answering(scan):
        windows.press(room, "e")
    (row,) = plan_rows(context.store, context.today)
    assert (row.state, row.signed_on) == ("running", TODAY)
    assert room.pane.state.words == "履行中"
    assert "自 2026-11-20 起生效" in room.pane.said.text()
    assert room.pane.zone.isHidden()


def test_the_day_it_was_signed_can_be_a_word(context, windows, shown, plan, scan):
    context.clock = At(date(2026, 11, 24))
    room = shown()
    room.pane.signed_on.setText("周日")
    room.pane.scan_given.emit(scan, room.pane.signed_on.day)
    assert plan_rows(context.store, context.today)[0].signed_on == date(2026, 11, 22)


def test_a_day_before_it_was_made_is_refused_in_words(context, shown, plan, scan):
    room = shown()
    room.sign_plan(scan, date(2026, 11, 1))
    assert "2026-11-01" in room.pane.said.text()
    assert state(context, plan) == "draft"


def test_without_a_day_nothing_is_filed(context, windows, shown, plan, scan):
    room = shown()
    room.pane.signed_on.setText("某天")
    with ask.answering(scan):
        windows.press(room, "e")
    assert room.pane.signed_field.note.text()
    assert state(context, plan) == "draft"


def test_a_scan_can_be_dropped(context, shown, plan, scan):
    room = shown()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(scan))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    room.pane.zone.dropEvent(event)
    assert state(context, plan) == "running"


def test_a_plan_is_voided_with_its_reason(context, windows, shown, plan):
    room = shown()
    with ask.answering("金额谈错"):
        windows.press(room, (Qt.Key.Key_Delete,))
    row = plan_rows(context.store, context.today)[0]
    assert (row.state, row.void_why) == ("void", "金额谈错")
    assert not room.void_button.isEnabled()
    assert room.pane.facts.values["作废"].text() == "金额谈错"


def test_without_a_reason_it_stands(context, windows, shown, plan):
    with ask.answering(None):
        windows.press(shown(), (Qt.Key.Key_Delete,))
    assert state(context, plan) == "draft"


def test_payments_move_the_progress_at_once(context, shown, plan, scan):
    room = shown()
    room.sign_plan(scan, TODAY)
    context.act(lambda _: receipts.book_for_debtor(context.desk, FIRM, 7_000_000, TODAY, None))
    assert room.pane.paid.text() == "¥70,000.00"
    assert room.columns.progress(room.current) == "1 / 3 期"
    assert room.pane.model.row_at(0).paid
    assert "2027-01-10" in room.pane.next.text()


def test_a_missed_instalment_breaks_it_and_counts(qtbot, context, shown, plan, scan):
    plans.sign(context.desk, plan, scan)
    context.clock = At(date(2026, 12, 11))
    room = shown()
    assert room.pane.state.words == "已违约"
    assert "1 份已违约" in room.subtitle.text()
    with qtbot.waitSignal(room.counted) as told:
        room.refresh()
    assert told.args == [1]


def test_the_list_is_sorted_by_what_needs_a_hand(context, keys, shown, plan, scan):
    other = agreed(context, keys[2:], 9_235_050)
    plans.void(context.desk, other, "重拟")
    room = shown()
    room.table.sort_by(room.model.column("state"))
    assert [room.model.id_at(place) for place in range(2)] == [plan, other]


def test_a_plan_is_found_by_its_debtor(context, keys, windows, shown, plan):
    agreed(context, keys[2:], 9_235_050)
    room = shown()
    windows.press(room, (Qt.Key.Key_F, CTRL), "海晟")
    assert room.model.count() == 1
    assert room.pane.name.text() == "宁波海晟机电设备有限公司"
    windows.press(room, "没有")
    assert room.stack.currentWidget() is room.nothing_found
    room.nothing_found.acted.emit()
    assert room.model.count() == 2


def test_its_paper_is_printed_and_copied(context, windows, shown, plan, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    room = shown()
    with ask.answering(printer):
        windows.press(room, (Qt.Key.Key_P, CTRL))
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    with ask.answering(tmp_path / "copy.pdf"):
        room.pane.save.click()
    assert (tmp_path / "copy.pdf").read_bytes() == PDF
    (left,) = disclosures(context.store)
    assert (left.kind, left.file) == ("export_evidence", "copy.pdf")


def test_a_copy_that_fails_is_said(context, windows, shown, plan, tmp_path):
    room = shown()
    with ask.answering(tmp_path / "nowhere" / "copy.pdf"):
        room.pane.save.click()
    assert str(tmp_path / "nowhere") in room.pane.said.text()
    assert disclosures(context.store) == []


def test_the_signed_scan_is_what_is_opened_and_saved(context, shown, plan, scan):
    room = shown()
    draft = room.paper.row.id
    room.sign_plan(scan, TODAY)
    assert room.paper.row.id != draft
    assert piece(context.store, room.paper.row.id).name == "签署版.pdf"


def test_the_claims_of_a_plan_can_be_asked_for(qtbot, windows, shown, plan, keys):
    room = shown()
    with qtbot.waitSignal(room.claims_requested) as told:
        windows.press(room, "g")
    assert told.args == [keys[:2]]


def test_a_draft_is_given_and_its_list_ticked(context, windows, shown, plan):
    room = shown()
    windows.press(room, (Qt.Key.Key_T,))
    assert state(context, plan) == "sent"
    assert room.sent_button.isHidden()
    room.pane.step_ticked.emit("debtor_seal", True)
    (row,) = plan_rows(context.store, context.today)
    assert row.checked == {"debtor_seal"}
    room.pane.step_ticked.emit("debtor_seal", False)
    assert plan_rows(context.store, context.today)[0].checked == frozenset()


@pytest.mark.parametrize(
    ("day", "kind"), [(date(2026, 12, 12), "plan_default"), (date(2026, 12, 20), "acceleration")]
)
def test_one_key_gives_the_notice_that_fits(
    context, windows, shown, plan, scan, keys, qtbot, monkeypatch, day, kind
):
    plans.sign(context.desk, plan, scan)
    monkeypatch.setattr(type(context), "today", property(lambda _: day))
    room = shown()
    with qtbot.waitSignal(room.notice_requested) as asked:
        windows.press(room, (Qt.Key.Key_N,))
    assert asked.args == [list(keys[:2]), kind]


def test_a_plan_in_force_is_changed_by_a_supplement(context, windows, shown, plan, scan, keys, qtbot):
    room = shown()
    assert not room.supplement_button.isEnabled()
    plans.sign(context.desk, plan, scan)
    room.refresh()
    with qtbot.waitSignal(room.supplement_requested) as asked:
        windows.press(room, (Qt.Key.Key_S,))
    assert asked.args == [list(keys[:2]), plan]


def test_the_guarantor_who_did_not_sign_a_supplement_is_written_to_by_one_key(
    context, windows, shown, keys, scan, qtbot
):
    behind = GuarantorFacts("赵立新", address="苏州", until=date(2030, 2, 10), is_person=True)
    first = agreed(context, keys[:2], 18_640_000, guarantor=behind)
    plans.sign(context.desk, first, scan)
    later = agreed(context, keys[:2], 18_640_000, 5, replaces=first)
    plans.sign(context.desk, later, scan)
    room = shown()
    room.table.go_to_id(later)
    assert "赵立新 没有签署本补充协议" in room.pane.next.text()
    with qtbot.waitSignal(room.notice_requested) as asked:
        windows.press(room, (Qt.Key.Key_N,))
    assert asked.args == [list(keys[:2]), "guarantor_change"]


def test_a_guarantor_who_was_asked_is_waited_for_and_one_who_consented_is_named(context, shown, keys, scan):
    behind = GuarantorFacts("赵立新", address="苏州", until=date(2030, 2, 10), is_person=True)
    first = agreed(context, keys[:2], 18_640_000, guarantor=behind)
    plans.sign(context.desk, first, scan)
    later = agreed(context, keys[:2], 18_640_000, 5, replaces=first)
    plans.sign(context.desk, later, scan)
    issue(context.desk, "guarantor_change", keys[:2], context.render)
    room = shown()
    room.table.go_to_id(later)
    assert "已致函 赵立新 征求同意" in room.pane.next.text()
    keep_consent(context.desk, 1, ConsentDraft(later, context.today, file=scan))
    room.refresh()
    assert "征求同意" not in room.pane.next.text()
    assert "赵立新（书面同意）" in {value.text() for value in room.pane.facts.values.values()}
