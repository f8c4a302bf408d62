"""Visits, meetings and messages, several promises, past calls, and what the guard asks for: by keys."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication

from models.actions import calls, contacts
from models.clock import CHINA
from models.queries.calls import calls_of
from models.queries.conduct import promises
from models.queries.evidence import pieces_of
from models.queries.memos import memo_facts
from tests.ui.rooms import TODAY
from ui.calls.call_dialog import CallDialog
from ui.calls.moment import parse_moment
from ui.calls.script import scripts

FIRM = 1
NAME = "苏州恒锐精密制造有限公司"
SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def shown(context, keys, windows):
    return lambda claims=None: windows.show(CallDialog(context, claims or keys[:2]))


def picture(tmp_path):
    file = tmp_path / "聊天.png"
    file.write_bytes(b"png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(data)


def test_a_message_is_drafted_sent_and_proved(windows, context, shown, keys, tmp_path):
    picture(tmp_path)
    dialog = shown()
    windows.press(dialog, "7", "y", PASTE, SAVE)
    (call,) = calls_of(context.store, FIRM)
    assert (call.channel, call.outcome) == ("wechat", "sent")
    asked = memo_facts(context.store, call.id).asked
    assert asked.startswith(f"{NAME}：截至 2026 年 11 月 20 日")
    assert "186,400.00 元" in asked
    assert asked.endswith("林晓")
    assert [piece.kind for piece in pieces_of(context.store, keys[0])] == ["chat"]
    from models.queries.limitations import Limitations

    assert [(event.code, event.provable) for event in Limitations(context.store).events[keys[0]]] == [
        ("D4", True)
    ]


@pytest.mark.parametrize(
    ("channel", "asked"), [("5", ()), ("6", ("place", "present")), ("8", ("reached", "sent_from"))]
)
def test_a_channel_asks_where_or_to_whom(windows, shown, channel, asked):
    dialog = shown()
    windows.press(dialog, channel)
    edits = dialog.form.whereabouts.edits
    assert tuple(name for name, edit in edits.items() if edit.isVisible()) == asked


def test_a_meeting_keeps_its_place_and_who_was_there(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "0")
    for name, words in (("place", "对方会议室"), ("present", "王建国、李敏、林晓")):
        dialog.form.whereabouts.edits[name].setText(words)
    windows.press(dialog, SAVE)
    (call,) = calls_of(context.store, FIRM)
    facts = memo_facts(context.store, call.id)
    assert (facts.channel, facts.place, facts.present) == ("meeting", "对方会议室", "王建国、李敏、林晓")


def test_a_message_is_copied_with_a_key(windows, shown):
    dialog = shown()
    windows.press(dialog, "8", "k")
    assert QApplication.clipboard().text() == dialog.form.reading.message


def test_what_must_not_be_sent_wants_its_reason(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "7")
    dialog.form.reading.draft.setPlainText("苏南精工机械有限公司 林晓：后果自负")
    assert dialog.guard.tone == "bad"
    windows.press(dialog, SAVE)
    assert calls_of(context.store, FIRM) == []
    assert dialog.focusWidget() is dialog.form.override
    windows.press(dialog, "同事已发出，记录在案", SAVE)
    assert calls_of(context.store, FIRM)[0].override_why == "同事已发出，记录在案"


def test_a_visit_has_its_own_outcomes_and_opening(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "6")
    assert "本次谈话会录音" in dialog.form.opening.text()
    windows.press(dialog, "2", SAVE)
    assert (calls_of(context.store, FIRM)[0].channel, calls_of(context.store, FIRM)[0].outcome) == (
        "visit",
        "no_answer",
    )


def test_the_words_go_with_the_talk(windows, shown):
    dialog = shown()
    assert dialog.form.opening.text().startswith("“您好，我是苏南精工机械有限公司的林晓")
    windows.press(dialog, "q")
    assert "货物是否都已收到" in dialog.form.follow.text()
    assert "另外，能否请您给我们一份盖章的对账单？" in dialog.form.follow.text()
    assert dialog.form.opening.isHidden()
    windows.press(dialog, "e")
    assert "否认的理由" in dialog.form.follow.text()
    windows.press(dialog, "d")
    assert "没有争议的部分请先付" in dialog.form.reason_said.text()
    windows.press(dialog, "z")
    assert "2026 年 11 月 27 日 付 186,400.00 元，对吗" in dialog.form.repeat.text()


def test_a_claim_whose_ledger_names_a_kind_of_document_is_called_for_as_what_is_owed(windows, context, shown):
    context.store.database.execute_sql(
        "UPDATE claim SET kind = '销售专用发票'"
    )  # as a ledger's own column says
    dialog = shown()
    windows.press(dialog, "7")
    assert "款项" in dialog.form.reading.draft.toPlainText()


def test_a_broken_promise_is_the_first_thing_asked(context, keys, shown):
    told = calls.Talk("connected", promise_fen=100, promise_on=date(2026, 11, 18), at=at("11-10"))
    calls.log_call(context.desk, keys[:2], told)
    dialog = shown()
    assert "您承诺 2026 年 11 月 18 日 付 1.00 元，到账 0.00 元" in dialog.form.opening.text()
    assert dialog.outlook.kept.text() == "承诺兑现 0 / 1，按金额 0%"


def at(text):
    return parse_moment(text, TODAY)


def test_a_third_party_hears_nothing_of_the_debt(shown):
    dialog = shown()
    dialog.form.spoken.show_spoken("李某", "third_party", False, False)
    assert "186,400" not in dialog.form.opening.text()
    assert dialog.form.reading.isHidden()
    assert dialog.form.asked == ""


def test_two_promises_are_kept_in_one_call(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "q", "z", "100000")
    dialog.form.press("N")
    assert dialog.form.promise.fen == 8_640_000
    windows.press(dialog, "12-5", SAVE)
    assert [(row.fen, row.due_on, row.state) for row in promises(context.store, TODAY)] == [
        (10_000_000, date(2026, 11, 27), "open"),
        (8_640_000, date(2026, 12, 5), "open"),
    ]


def test_a_call_of_yesterday_has_its_own_time(windows, context, shown):
    dialog = shown()
    windows.press(dialog, "q")
    dialog.form.when.setText("昨天 15:30")
    windows.press(dialog, SAVE)
    (call,) = calls_of(context.store, FIRM)
    assert call.at.astimezone(CHINA).strftime("%m-%d %H:%M") == "11-19 15:30"


def test_a_time_nobody_can_read_is_marked(windows, context, shown):
    dialog = shown()
    dialog.form.when.setText("刚才吧")
    windows.press(dialog, "2", SAVE)
    assert calls_of(context.store, FIRM) == []
    assert "看不懂这个时间" in dialog.hint.text()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("昨天 15:30", "2026-11-19T15:30"), ("11-18 9:05", "2026-11-18T09:05"), ("8：15", "2026-11-20T08:15"),
     ("11-18", "2026-11-18T12:00"), ("25:00", None), ("", None), ("x 9:00", None)],
)  # fmt: skip
def test_a_moment_is_read_as_clerks_write_it(typed, meant):
    found = at(typed)
    assert (found and found.isoformat()[:16]) == meant


def test_people_on_file_are_offered_with_their_number_but_for_those_who_asked_to_be_left_alone(
    context, shown
):
    contacts.add_contact(context.desk, FIRM, contacts.ContactDraft("李静", "0512-8800 0131", "finance"))
    alone = contacts.ContactDraft("赵立新", "0512-1", do_not_call=True, do_not_call_why="只收邮件")
    contacts.add_contact(context.desk, FIRM, alone)
    dialog = shown()
    box = dialog.form.spoken.name
    assert [box.itemText(place) for place in range(box.count())] == ["李静", "王建国"]
    assert (dialog.form.answers.person, dialog.form.answers.role) == ("李静", "finance")
    assert dialog.outlook.phone.text() == "0512-8800 0131"
    dialog.form.spoken.name.setCurrentText("赵立新")
    assert "只收邮件" in dialog.guard.label.text()
    assert dialog.form.reading.isHidden()


def test_the_half_day_with_more_answers_is_tried_next(windows, context, keys, shown):
    for day in ("11-17", "11-18"):
        calls.log_call(context.desk, keys[:2], calls.Talk("connected", at=at(f"{day} 15:00")))
    dialog = shown()
    windows.press(dialog, "2")
    lines = [label.text() for label in dialog.outlook.findChildren(type(dialog.hint))]
    assert "建议 11-23 周一下午再打" in lines
    assert "历次拨打：上午接通 0/0，下午接通 2/2" in lines


def test_the_memo_is_filed_with_the_call(windows, context, keys, shown):
    dialog = shown()
    windows.press(dialog, "q", "p", SAVE)
    (call,) = calls_of(context.store, FIRM)
    assert call.memo is not None
    ((kind, facts, language, _),) = context.render.asked
    assert (kind, facts.asked, language) == (
        "call_memo", "您是否确认，截至 2026 年 11 月 20 日，贵公司仍有 186,400.00 元货款未支付？", "zh_CN",
    )  # fmt: skip


def test_every_kind_reason_and_answer_has_its_words_in_both_languages():
    chinese, english = scripts("zh_CN"), scripts("en")
    assert set(chinese) == set(english)
    holes = {name: {part.split("}")[0] for part in text.split("{")[1:]} for name, text in chinese.items()}
    assert holes == {
        name: {part.split("}")[0] for part in text.split("{")[1:]} for name, text in english.items()
    }


@pytest.mark.parametrize(
    ("key", "asked"), [("5", "接听人"), ("6", "面谈对象"), ("0", "面谈对象"), ("7", "收件人")]
)
def test_the_second_question_asks_for_whoever_the_way_reaches(windows, shown, key, asked):
    dialog = shown()
    windows.press(dialog, key)
    assert dialog.form.questions["spoken"].heading.text() == asked
