"""A call is noted with keys alone, and does what it said it would."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from models.actions import calls, parties, receipts
from models.queries.calls import calls_of
from models.queries.conduct import promises
from models.queries.evidence import pieces_of
from models.queries.settings import preference
from tests.ui.rooms import TODAY, At, owed
from ui.calls.call_dialog import CallDialog
from ui.calls.facts import draft_key
from ui.common import ask

FIRM = 1
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def shown(context, keys, windows):
    return lambda claims=None, **more: windows.show(CallDialog(context, claims or keys[:2], **more))


SAVE = (Qt.Key.Key_Return, CTRL)
NEXT = (Qt.Key.Key_Return, CTRL | SHIFT)


def titles(dialog):
    lines = (dialog.outlook.lines.itemAt(place).widget() for place in range(dialog.outlook.lines.count()))
    return [line.findChildren(type(dialog.hint))[0].text() for line in lines]


def test_a_call_with_a_promise_takes_five_answers(qtbot, windows, context, shown, keys):
    dialog = shown()
    with qtbot.waitSignal(dialog.saved) as told:
        windows.press(dialog, "q", "a", "z", "100000", SAVE)
    assert told.args[0].promise is not None
    (call,) = calls_of(context.store, FIRM)
    assert (call.outcome, call.confirmed, call.reason) == ("connected", "full", "cash_flow")
    assert (call.promise_on, call.promise_fen) == (date(2026, 11, 27), 10_000_000)
    (promise,) = promises(context.store, TODAY)
    assert promise.claims == (keys[0], keys[1])


def test_a_call_nobody_answers_takes_two(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "2", SAVE)
    (call,) = calls_of(context.store, FIRM)
    assert call.outcome == "no_answer"
    assert call.promise_on is None


def test_the_sentence_quotes_the_ledger(shown):
    assert (
        "截至 2026 年 11 月 20 日，贵公司仍有 186,400.00 元货款未支付" in shown().form.reading.sentence.text()
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("loan", "借款未支付"),
        ("construction", "工程款未支付"),
        ("lease", "租金未支付"),
        ("other", "款项未支付"),
    ],
)
def test_the_sentence_names_the_kind_of_debt(context, shown, kind, words):
    claim = owed(context, "宁波海晟机电设备有限公司", 100, "X", kind=kind)
    assert words in shown([claim]).form.reading.sentence.text()


def test_the_sentence_is_english_for_a_foreign_debtor(context, shown):
    parties.set_debtor(context.desk, "苏州恒锐精密制造有限公司", letter_language="en")
    assert "still owes ¥186,400.00 for goods delivered" in shown().form.reading.sentence.text()


def test_a_third_party_is_not_read_the_debt(shown):
    dialog = shown()
    dialog.form.spoken.show_spoken("李某", "third_party", False, False)
    assert dialog.form.reading.isHidden()
    assert dialog.guard.isVisible()
    assert dialog.guard.tone == "bad"


def test_a_part_needs_its_amount(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "w", SAVE)
    assert calls_of(context.store, FIRM) == []
    assert "请填写确认的金额" in dialog.hint.text()
    windows.press(dialog, "50000", SAVE)
    (call,) = calls_of(context.store, FIRM)
    assert (call.confirmed, call.confirmed_fen) == ("part", 5_000_000)


def test_an_amount_typed_without_a_day_is_not_lost_silently(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "q")
    dialog.form.promise.amount.setFocus()
    windows.press(dialog, "5000", SAVE)
    assert calls_of(context.store, FIRM) == []
    assert "金额和日期" in dialog.hint.text()


def test_letters_answer_from_inside_a_text_with_alt(windows, shown):
    dialog = shown()
    dialog.form.note.setFocus()
    windows.press(dialog, "Q", (Qt.Key.Key_E, ALT))
    assert dialog.form.note.toPlainText() == "Q"
    assert dialog.form.answers.confirmed == "denied"


def test_a_day_may_be_a_word(windows, shown):
    dialog = shown()
    dialog.form.promise.day_edit.setFocus()
    windows.press(dialog, "+7")
    assert dialog.form.answers.promise_on == date(2026, 11, 27)
    assert dialog.form.promise.days.value == "Z"


def test_what_saving_does_is_said_before(windows, shown):
    dialog = shown()
    windows.press(dialog, "q")
    assert "时效重新计算至 2029-11-20" in titles(dialog)
    windows.press(dialog, "e")
    assert not any("时效" in title for title in titles(dialog))
    windows.press(dialog, "z")
    assert "11-27 核对到账" in titles(dialog)
    assert "时效重新计算至 2029-11-20" in titles(dialog)


def test_the_clock_moves_as_it_was_said(windows, context, shown, keys):
    dialog = shown()
    windows.press(dialog, "q", SAVE)
    assert dialog.facts.restart.last_day == date(2029, 11, 20)
    from models.queries.claims import claim_rows
    from models.queries.views import Views

    (row,) = claim_rows(context.store, TODAY, TODAY, claims=keys[:1])
    view = Views(context.store, TODAY).of(row)
    assert view.limitation_on == date(2029, 11, 20)
    assert view.provable_on == date(2029, 10, 4)


def test_a_new_promise_says_which_it_replaces(windows, context, keys, shown):
    calls.log_call(
        context.desk, keys[:2], calls.Talk("connected", promise_fen=100, promise_on=date(2026, 11, 25))
    )
    dialog = shown()
    windows.press(dialog, "z")
    assert "代替 11-25 的承诺（¥1.00）" in [
        label.text() for label in dialog.outlook.findChildren(type(dialog.hint))
    ]


def test_nobody_answered_proposes_the_other_half_of_the_next_working_day(windows, shown):
    dialog = shown()
    windows.press(dialog, "2")
    assert "建议 11-23 周一上午再打" in titles(dialog)
    assert dialog.form.reason.isHidden() or not dialog.form.reason.isVisible()


def test_the_recording_is_pasted_and_becomes_evidence(windows, context, shown, keys, tmp_path):
    file = tmp_path / "通话.m4a"
    file.write_bytes(b"sound")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(data)
    dialog = shown()
    windows.press(dialog, "t", "q", (Qt.Key.Key_V, CTRL), SAVE)
    (piece,) = pieces_of(context.store, keys[1])
    assert (piece.name, piece.kind) == ("通话.m4a", "recording")
    assert calls_of(context.store, FIRM)[0].recording == piece.id


def test_save_and_next_asks_for_the_next_debtor_once_it_is_saved(windows, context, shown):
    asked = []
    dialog = shown(after=lambda: asked.append(len(calls_of(context.store, FIRM))))
    windows.press(dialog, "2", NEXT)
    assert asked == [1]


def test_without_a_successor_there_is_no_such_button(shown):
    assert not hasattr(shown(), "next")


def test_closing_untouched_asks_nothing(qtbot, windows, shown):
    dialog = shown()
    windows.press(dialog, (Qt.Key.Key_Escape,))
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_draft_is_kept_on_closing_and_offered_again(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "q", "z", "5000")
    with ask.answering(True):
        dialog.close()
    assert preference(context.store, draft_key(FIRM))["confirmed"] == "full"
    again = shown()
    assert again.offer.isVisible()
    windows.press(again, (Qt.Key.Key_R, CTRL))
    assert again.form.answers.confirmed == "full"
    assert again.form.answers.promise_fen == 500_000
    windows.press(again, SAVE)
    assert preference(context.store, draft_key(FIRM)) is None


def test_a_draft_thrown_away_is_gone(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "q")
    dialog.draft.keep()
    with ask.answering(False):
        dialog.close()
    assert preference(context.store, draft_key(FIRM)) is None


def test_going_back_leaves_the_window_open(windows, shown):
    dialog = shown()
    windows.press(dialog, "q")
    with ask.answering(None):
        assert not dialog.close()
    assert dialog.isVisible()


def test_what_changed_is_kept_by_itself_within_five_seconds(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "q")
    assert dialog.draft.timer.isActive()
    assert dialog.draft.timer.interval() <= 5000
    dialog.draft.timer.timeout.emit()
    assert preference(context.store, draft_key(FIRM))["confirmed"] == "full"


def test_at_night_a_person_is_not_called(context, shown, keys):
    parties.set_debtor(context.desk, "宁波海晟机电设备有限公司", is_person=True)
    context.clock = At(None, datetime(2026, 11, 20, 15, 30, tzinfo=UTC))
    dialog = shown(keys[2:])
    assert dialog.guard.tone == "bad"
    assert "23:30" in dialog.guard.label.text()


def test_claims_of_two_debtors_are_refused(shown, keys):
    dialog = shown(keys)
    assert "2 个债务人" in dialog.hint.text()


def test_a_call_made_before_the_facts_came_is_still_saved(windows, context, shown, monkeypatch):
    waiting = []
    jobs = context.jobs
    context.jobs = type(jobs)()
    monkeypatch.setattr(context.jobs, "read", lambda *asked, **more: waiting.append((asked, more)))
    dialog = shown()
    windows.press(dialog, "2", SAVE)
    context.jobs = jobs
    (work, done, _), _ = waiting[0]
    done(work(lambda *_: None))
    assert calls_of(context.store, FIRM)[0].outcome == "no_answer"


def test_answers_survive_the_way_into_a_draft_and_back(shown, tmp_path):
    from ui.calls.answers import Answers, from_draft

    answers = replace(Answers(), promise_on=TODAY, recording=tmp_path / "a.m4a", confirmed="part", part_fen=5)
    assert from_draft(answers.draft()) == answers
    assert from_draft({"outcome": "unheard of", "unknown": 1}).outcome == "connected"


def test_the_last_recording_can_be_heard(context, keys, shown, tmp_path):
    file = tmp_path / "a.m4a"
    file.write_bytes(b"sound")
    logged = calls.log_call(context.desk, keys[:2], calls.Talk("connected", recording=file))
    asked = []
    dialog = shown()
    dialog.file_wanted.connect(asked.append)
    dialog.outlook.hear.click()
    assert asked == [logged.recording]


def test_claims_in_another_currency_are_told_and_left_for_a_call_of_their_own(context, windows, shown, keys):
    dollars = owed(context, "苏州恒锐精密制造有限公司", 100, "PO-9", currency="USD")
    dialog = shown([*keys[:2], dollars])
    assert "另有 1 笔其他币种" in dialog.outlook.about.text()
    assert "186,400.00 元" in dialog.form.reading.sentence.text()
    assert dialog.facts.claims == keys[:2]


def test_of_a_settled_debt_nobody_is_asked_to_confirm(context, shown, keys):
    receipts.book_for_claim(context.desk, keys[0], 13_640_000)
    assert shown(keys[:1]).form.reading.isHidden()


def test_a_settled_claim_among_open_ones_is_left_out(context, shown, keys):
    receipts.book_for_claim(context.desk, keys[0], 13_640_000)
    assert shown(keys[:2]).facts.claims == keys[1:2]
