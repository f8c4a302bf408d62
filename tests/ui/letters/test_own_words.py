"""Triage and own wording in the window, by keys, down to the books."""

from datetime import date

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from models.queries.letter_rows import letter_rows
from models.queries.letter_runs import run_lines, run_rows
from models.queries.letter_wording import wording_of
from models.queries.settings import setting
from models.settings import LETTER_COPIES, LETTER_WINDOW
from models.tables import Letter
from ui.common.ask import answering
from ui.letters.letter_wizard import LetterWizard
from ui.letters.wording_window import WordingWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wizard(context, claims, shown):
    """The window opened on all six claims."""
    return shown(LetterWizard(context, claims))


def export(qtbot, wizard, folder):
    """Issue and save."""
    with answering(folder):
        qtbot.keyClick(wizard, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)


def test_one_is_left_out_with_its_reason_and_one_put_off_by_a_key(context, qtbot, wizard, tmp_path):
    names = wizard.check_page.list
    with answering("已电话谈妥"):
        qtbot.keyClick(names, Qt.Key.Key_X)
    names.step(1)
    with answering("12-01"):
        qtbot.keyClick(names, Qt.Key.Key_Z)
    assert [row.mark for row in wizard.model.rows[:2]] == ["不寄：已电话谈妥", "推迟到 2026-12-01"]
    assert wizard.primary.text() == "打印 3 封"
    export(qtbot, wizard, tmp_path)
    (run,) = run_rows(context.store)
    told = [(line.outcome, line.why, line.until_on) for line in run_lines(context.store, run.id)]
    assert ("left_out", "已电话谈妥", None) in told
    assert ("postponed", None, date(2026, 12, 1)) in told
    assert run.counts == {"issued": 3, "left_out": 1, "postponed": 1}


def test_ticking_takes_a_decision_back(qtbot, wizard):
    names = wizard.check_page.list
    with answering("已电话谈妥"):
        qtbot.keyClick(names, Qt.Key.Key_X)
    qtbot.keyClick(names, Qt.Key.Key_Space)
    assert wizard.model.decided == {}
    assert wizard.primary.text() == "打印 5 封"


def test_a_kind_is_put_into_own_words_and_kept_as_a_version(context, qtbot, wizard):
    wizard.check_page.options.reword.click()
    window = wizard.check_page.wording
    assert window.entry == "closing"
    window.edit.setPlainText("请按期付清，联系{{contact}}。\n\n{{objection}}")
    window.primary.click()
    words = wording_of(context.store, "demand", "zh_CN").words
    assert words == {"closing": "请按期付清，联系{{contact}}。\n\n{{objection}}"}


def test_one_letter_is_put_into_own_words_and_the_others_are_not(context, qtbot, wizard, tmp_path):
    wizard.check_page.preview.reword.click()
    window = wizard.check_page.wording
    window.edit.setPlainText("只对这一家说的话。")
    window.primary.click()
    assert wording_of(context.store, "demand", "zh_CN").words == {}
    export(qtbot, wizard, tmp_path)
    kept = [Letter.select().where(Letter.id == row.id).first(context.store.database).own_words
            for row in letter_rows(context.store)]  # fmt: skip
    assert sorted(filter(None, kept)) == ['{"closing": "只对这一家说的话。"}']
    assert len(kept) == 5


@pytest.mark.parametrize(
    ("typed", "said"),
    [("请与{{manager}}联系。", "不是可用的字段"), ("后果自负。", "后果自负")],
    ids=["unknown field", "word that hurts"],
)
def test_what_is_wrong_with_own_words_is_said_beside_the_preview(context, wizard, shown, typed, said):
    window = shown(WordingWindow(context, wizard.check_page.facts, "zh_CN"))
    window.edit.setPlainText(typed)
    window.show_pages()
    assert said in window.doubts.text()
    window.before = dict(window.words)


def test_a_field_is_put_in_by_its_name_where_the_cursor_stands(qtbot, context, wizard, shown):
    window = shown(WordingWindow(context, wizard.check_page.facts, "zh_CN"))
    window.edit.clear()
    window.fields.setCurrentIndex(window.fields.findText("最迟付款日"))
    qtbot.keyClick(window, Qt.Key.Key_I, CTRL)
    assert window.edit.toPlainText() == "{{deadline}}"
    window.before = dict(window.words)


def test_the_look_of_letters_is_chosen_in_its_window(context, qtbot, wizard):
    wizard.check_page.options.look.click()
    window = wizard.check_page.look
    window.ticks[LETTER_WINDOW].setChecked(True)
    window.copies.setValue(2)
    window.primary.click()
    assert setting(context.store, LETTER_WINDOW)
    assert setting(context.store, LETTER_COPIES) == 2
    wizard.check_page.show_current()
    assert wizard.check_page.facts.look.window


def test_a_logo_is_taken_in_and_what_is_no_picture_is_refused(context, qtbot, wizard, tmp_path):
    wizard.check_page.options.look.click()
    window = wizard.check_page.look
    (tmp_path / "logo.png").write_bytes(b"GIF89a")
    with answering(tmp_path / "logo.png"):
        window.pictures.take_picture("logo")
    assert "不是能用的图片" in window.hint.text()
    Image.new("L", (4, 4)).save(tmp_path / "logo.png")
    with answering(tmp_path / "logo.png"):
        window.pictures.take_picture("logo")
    assert window.pictures.states["logo"].text() == "已有图片"


def test_the_programs_words_come_back(qtbot, context, wizard, shown):
    window = shown(WordingWindow(context, wizard.check_page.facts, "zh_CN"))
    window.edit.setPlainText("别的话。")
    window.versions.setCurrentIndex(0)
    window.take_version()
    assert window.words == window.base


def test_an_assignment_is_not_issued_before_the_assignee_is_filled_in(
    context, qtbot, claims, shown, tmp_path
):
    wizard = shown(LetterWizard(context, claims[:1], "assignment"))
    qtbot.keyClick(wizard, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert letter_rows(context.store) == []
    assert wizard.hint.text() == "没有出具函件：有【待补】内容"
    wizard = shown(LetterWizard(context, claims[:1], "assignment"))
    fill_in = wizard.check_page.options.fill_in
    for name, edit in fill_in.edits.items():
        edit.setText("2026-11-18" if name == "assigned_on" else "江南保理")
    export(qtbot, wizard, tmp_path)
    assert [row.kind for row in letter_rows(context.store)] == ["assignment"]
