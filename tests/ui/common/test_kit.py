import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QDialog, QLineEdit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import gallery

from ui import theme
from ui.common import ask
from ui.common.buttons import Button
from ui.common.choices import Chip, ChoiceRow
from ui.common.dialog import DialogShell
from ui.common.floating import TOAST_MS, Toast
from ui.common.formats import Formats
from ui.common.text import text, tip_text


def test_every_widget_draws_in_every_look(dressed, tmp_path):
    pictures = gallery.shoot(dressed, tmp_path)
    assert len(pictures) == 12
    assert all(picture.stat().st_size > 3000 for picture in pictures)


def test_data_is_never_markup(dressed):
    assert text("<b>ACME").textFormat() == Qt.TextFormat.PlainText
    assert tip_text("<img src=x>\nR&D") == "<qt>&lt;img src=x&gt;<br>R&amp;D</qt>"


def test_enter_presses_the_button_that_has_the_keyboard(dressed, qtbot):
    button, pressed = Button("登记"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert len(pressed) == 3


def luminance(colour):
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_can_be_read(qapp, name):
    look = theme.made(name)
    grounds = ("surface", "bg", "side", "sel", "head", "sunken", "hover")
    texts = ("text", "text2", "text3", "accent")
    pairs = [(text_, ground) for text_ in texts for ground in grounds]
    pairs += [(tone, f"{tone}_tint") for tone in ("ok", "warn", "bad", "info")]
    pairs += [
        ("on_fill", "fill"),
        ("on_fill", "fill_hover"),
        ("bar_text", "bar"),
        ("bar_accent", "bar"),
        ("accent", "accent_tint"),
    ]
    weak = {pair: contrast(look[pair[0]], look[pair[1]]) for pair in pairs}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}
    assert all(contrast(band.pill, band.text) >= 4.5 for band in look.bands)
    assert contrast(look["field"], look["surface"]) >= 3


def test_both_themes_name_the_same_colours(qapp):
    assert theme.made("light").colours.keys() == theme.made("dark").colours.keys()


def test_a_larger_font_makes_everything_larger(dressed):
    small = theme.apply(dressed, "light", 1.0)
    large = theme.apply(dressed, "light", 1.3)
    assert (small.px(34), large.px(34), large.font(12).pixelSize()) == (34, 44, 16)
    theme.apply(dressed, "light")


def test_quotation_marks_are_narrow_in_english_and_as_wide_as_a_character_in_chinese(dressed):
    widths = {
        language: theme.apply(dressed, "light", 1.0, language).metric(20).horizontalAdvance("“甲”")
        for language in ("en", "zh_CN")
    }
    assert (widths["en"] < 50, widths["zh_CN"]) == (True, 60)


def test_an_answer_is_chosen_by_click_and_arrow(dressed, qtbot):
    row, told = ChoiceRow([("y", "确认", "Q"), ("n", "否认", "E")]), []
    qtbot.addWidget(row)
    row.chosen.connect(told.append)
    qtbot.mouseClick(row.buttons["y"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, Qt.Key.Key_Right)
    qtbot.mouseClick(row.buttons["n"], Qt.MouseButton.LeftButton)
    assert told == ["y", "n", None]


def test_the_cross_of_a_chip_removes_it(dressed, qtbot):
    chip = Chip("负责人", "我")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    cross = QPoint(chip.width() - 12, chip.height() // 2)
    with qtbot.assertNotEmitted(chip.clicked), qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)


def test_a_toast_offers_undo_for_eight_seconds(dressed, qtbot):
    table = gallery.table_page(Formats())
    qtbot.addWidget(table)
    table.show()
    toast = Toast(table)
    toast.say("已记录通话")
    assert (toast.isVisible(), toast.timer.interval()) == (True, TOAST_MS)
    with qtbot.waitSignal(toast.undo):
        qtbot.mouseClick(toast.back, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_window_saves_by_its_key_and_closes_by_escape(dressed, qtbot):
    dialog, saved = gallery.dialog_page(), []
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.saved.connect(lambda: saved.append(True))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert saved == [True]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_window_with_a_draft_stays(dressed, qtbot):
    dialog = gallery.dialog_page()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.may_close = lambda: False
    dialog.show()
    dialog.close()
    assert dialog.isVisible()
    dialog.may_close = lambda: True


def test_a_wizard_goes_back(dressed, qtbot):
    wizard, steps = gallery.wizard_page(), []
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(wizard)
    wizard.stepped.connect(steps.append)
    qtbot.mouseClick(wizard.back, Qt.MouseButton.LeftButton)
    wizard.go(0)
    assert steps == [1, 0]
    assert wizard.back.isHidden()


def test_answers_are_handed_out_in_turn(dressed):
    with ask.answering("已联系", True, None, "/tmp/账.xlsx"):
        assert ask.ask_text(None, "原因", "原因", "保存") == "已联系"
        assert ask.confirm(None, "作废", "", "作废")
        assert ask.save_file(None, "导出", "账.xlsx") is None
        assert ask.choose_file(None, "选择") == Path("/tmp/账.xlsx")


def test_an_answer_nobody_asked_for_is_a_fault(dressed):
    with pytest.raises(AssertionError), ask.answering(True):
        pass


def test_a_box_can_be_confirmed_with_the_keyboard(dressed, qtbot):
    box = ask.Question(None, "作废证据", "作废后仍保留记录。", "作废", danger=True)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize(("danger", "answer"), [(False, "Accepted"), (True, "Rejected")])
def test_enter_goes_on_at_once_unless_something_would_be_taken_away(dressed, qtbot, danger, answer):
    box = ask.Question(None, "清账没有打开", "可以从备份恢复。", "从备份恢复", danger=danger)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Return)
    assert box.result() == QDialog.DialogCode[answer]


def test_a_window_grows_with_the_words_in_its_foot(dressed, qtbot):
    window = DialogShell(None, "更改口令", (460, 150), "更改")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.body.addWidget(QLineEdit())
    window.show()
    high = window.page.height()
    window.say("口令或恢复密钥不对，数据没有打开，也没有改动。" * 6, "bad")
    QCoreApplication.processEvents()
    assert window.height() > 150
    assert window.page.height() >= min(high, window.page.minimumSizeHint().height())
