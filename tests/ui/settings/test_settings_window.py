"""设置: every choice applies at once and is in the books."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import Qt

import main
from models import settings
from models.clock import Clock
from models.queries.parties import creditor
from models.queries.settings import setting
from models.settings import DAYS_TO_PAY, THEME, USER_NAME
from models.store.backup import prove
from ui.common.ask import answering
from ui.common.identity import uscc_fits
from ui.context import AppContext
from ui.settings.pages import VERSION, parts
from ui.settings.settings_window import SettingsWindow


@pytest.fixture
def context(firm, dressed, inline_jobs):
    """The context of the windows, the firm's own data complete."""
    return AppContext(firm.store, Clock(date(2026, 11, 20)), main.render, settings, inline_jobs, user="林晓")


@pytest.fixture
def window(context, qtbot):
    """The settings, shown."""
    made = SettingsWindow(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def edit_of(window, section, which):
    """The widget of a setting."""
    window.show_section(section)
    return window.pages[section].bound[which.key][1]


def test_a_theme_is_kept_and_told(context, window, qtbot):
    with qtbot.waitSignal(window.appearance_changed) as told:
        qtbot.keyClick(edit_of(window, "general", THEME), Qt.Key.Key_End)
    assert told.args == ["theme"]
    assert setting(context.store, THEME) == "dark"


def test_the_days_to_pay_keep_their_bounds(context, window, qtbot):
    spin = edit_of(window, "letters", DAYS_TO_PAY)
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    assert setting(context.store, DAYS_TO_PAY) == 16
    spin.setValue(99)
    assert setting(context.store, DAYS_TO_PAY) == 30
    assert "15 至 30" in window.pages["letters"].fields[DAYS_TO_PAY.key].note.text()


def test_a_page_goes_back_to_its_defaults(context, window, qtbot):
    edit_of(window, "letters", DAYS_TO_PAY).setValue(20)
    qtbot.keyClick(window.pages["letters"].reset, Qt.Key.Key_Space)
    assert setting(context.store, DAYS_TO_PAY) == 15
    assert edit_of(window, "letters", DAYS_TO_PAY).value() == 15


def test_the_name_in_the_journal_is_kept_when_the_field_is_left(context, window, qtbot):
    edit = edit_of(window, "general", USER_NAME)
    qtbot.keyClicks(edit, "Lin Xiao")
    assert setting(context.store, USER_NAME) == ""
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert setting(context.store, USER_NAME) == "Lin Xiao"


def test_the_firms_data_are_kept_field_by_field(context, window, qtbot):
    window.show_section("creditor")
    edit = window.pages["creditor"].form.edits["contact"]
    qtbot.keyClicks(edit, "Lin")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert creditor(context.store).contact == "Lin"
    assert creditor(context.store).letter_prefix == "苏精"


def test_a_wrong_code_of_the_firm_is_doubted_and_kept(context, window, qtbot):
    window.show_section("creditor")
    form = window.pages["creditor"].form
    qtbot.keyClicks(form.edits["uscc"], "91320594MA1Y000000")
    assert "校验位" in form.fields["uscc"].note.text()
    qtbot.keyClick(form.edits["uscc"], Qt.Key.Key_Return)
    assert creditor(context.store).uscc == "91320594MA1Y000000"


def test_a_right_code_is_not_doubted():
    assert uscc_fits("91110000600037341L")
    assert not uscc_fits("91110000600037341A")


def test_a_backup_lands_where_it_was_told_to_and_can_be_restored(context, window, qtbot, tmp_path):
    window.show_section("data")
    page = window.pages["data"]
    with answering(tmp_path / "safe"):
        qtbot.keyClick(page.pick, Qt.Key.Key_Space)
    qtbot.keyClick(page.back_up, Qt.Key.Key_Space)
    made = list((tmp_path / "safe").glob("*.qzbackup"))
    assert len(made) == 1
    assert prove(made[0], context.clock.now())["rows"] > 0
    assert made[0].name in page.backed.text()
    assert page.back_up.isEnabled()


def test_a_check_says_that_all_is_well(window, qtbot):
    window.show_section("data")
    page = window.pages["data"]
    qtbot.keyClick(page.check, Qt.Key.Key_Space)
    assert page.checked.text().startswith("一切完好")


def test_a_check_finds_a_row_that_was_changed_below_the_program(context, window, qtbot):
    context.store.database.execute_sql("UPDATE creditor SET account = '0'")
    window.show_section("data")
    page = window.pages["data"]
    qtbot.keyClick(page.check, Qt.Key.Key_Space)
    assert page.checked.text().startswith("发现")


@pytest.mark.parametrize("section", ["general", "creditor", "letters", "data", "keys", "about"])
def test_every_section_opens_directly(context, qtbot, section):
    window = SettingsWindow(context, section)
    qtbot.addWidget(window)
    assert window.items[section].isChecked()


def test_everything_it_stands_on_is_named_with_its_licence():
    names = {part.name: part for part in parts()}
    assert "LGPL" in names["PySide6-Essentials"].licence
    assert "SIL" in names["Noto Sans SC, Noto Serif SC"].licence
    assert {"peewee", "openpyxl", "reportlab", "et-xmlfile", "cryptography"} <= set(names)
    assert [part.name for part in names.values() if not part.licence] == []


def test_the_version_shown_is_that_of_the_project():
    project = tomllib.loads((Path(main.__file__).parent / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


def test_the_foot_says_when_a_change_takes_effect(context, windows):
    window = windows.show(SettingsWindow(context, "general"))
    assert window.hint.text() == "每一项改动立即生效"
    window.show_section("policy")
    assert window.hint.text() == "按“保存节点”后生效"
