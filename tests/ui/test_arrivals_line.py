"""Ledgers that come by themselves, as the main window tells of them."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from models.actions.arrivals import mark_seen
from models.actions.settings import choose
from models.queries.claims import claim_rows
from models.settings import WATCH_FOLDER
from tests.ui.rooms import TODAY, At
from ui.jobs import Jobs
from ui.ledger.arrivals_window import ArrivalsWindow
from ui.ledger.import_wizard import ImportWizard
from ui.main_window import MainWindow
from ui.settings.settings_window import SettingsWindow

LEDGERS = Path(__file__).resolve().parents[1] / "ledgers"
CLEAN, DOUBTFUL = "06_应收明细_2026-10.xlsx", "04 应收台账（手工）.xlsx"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path, context):
    made = tmp_path / "exports"
    made.mkdir()
    choose(context.desk, WATCH_FOLDER, str(made))
    return made


@pytest.fixture
def put(context, folder):
    """Put a ledger there, complete for a while."""

    def copied(name, age_s=600):
        file = shutil.copy(LEDGERS / name, folder)
        written = int(context.clock.now().timestamp()) - age_s
        os.utime(file, (written, written))

    return copied


@pytest.fixture
def window(context, qtbot):
    def make():
        made = MainWindow(context)
        qtbot.addWidget(made)
        made.begin()
        made.watch.stop()
        made.arrivals.watch.clock.stop()
        return made

    return make


def line(window, name="arrivals"):
    return window.banners.shown[name].label.text() if name in window.banners.shown else ""


def later(context, **more):
    """The same window, some time on."""
    context.clock = At(TODAY, context.clock.now() + timedelta(**more))


def test_what_came_before_the_window_opened_is_imported_and_told(window, put, context):
    put(CLEAN, 600)
    put(DOUBTFUL, 300)
    made = window()
    assert line(made) == "已自动导入 1 份台账：新增 45，变化 0；1 份台账等待处理"
    assert (made.sidebar.arrived.trailing, made.sidebar.arrived.isVisibleTo(made)) == ("2", True)
    assert len(claim_rows(context.store, TODAY, TODAY)) == 45
    assert made.stack.currentWidget() is made.claims


def test_without_a_folder_nothing_is_said(window):
    made = window()
    assert not made.banners.shown
    assert not made.sidebar.arrived.isVisibleTo(made)


def test_a_folder_that_is_gone_is_said_calmly_and_tried_again(window, context, folder):
    folder.rmdir()
    made = window()
    assert str(folder) in line(made, "watch_folder")
    folder.mkdir()
    made.banners.shown["watch_folder"].acted.emit()
    assert not line(made, "watch_folder")


def test_the_folder_is_looked_into_once_a_day_at_its_hour(window, put, context):
    made = window()
    put(CLEAN)
    made.arrivals.watch.tick()
    assert not line(made)
    later(context, hours=22)
    made.arrivals.watch.tick()
    assert "新增 45" in line(made)


def test_what_could_not_be_taken_is_tried_again_before_the_next_day(window, put, context):
    watch = window().arrivals.watch
    watch.retry_at = context.clock.now() + timedelta(minutes=5)
    put(CLEAN)
    watch.tick()
    assert claim_rows(context.store, TODAY, TODAY) == []
    later(context, minutes=6)
    watch.tick()
    assert len(claim_rows(context.store, TODAY, TODAY)) == 45


def test_another_folder_is_looked_into_as_soon_as_it_is_chosen(window, put, context, tmp_path, folder):
    put(CLEAN)
    context_folder, empty = str(folder), tmp_path / "empty"
    empty.mkdir()
    choose(context.desk, WATCH_FOLDER, str(empty))
    made = window()
    assert not line(made)
    context.bus.changed.emit(choose(context.desk, WATCH_FOLDER, context_folder))
    assert "新增 45" in line(made)


def test_the_line_goes_once_all_is_seen(window, put, context):
    put(CLEAN)
    made = window()
    context.bus.changed.emit(mark_seen(context.desk, [1]))
    assert not line(made)
    assert not made.sidebar.arrived.isVisibleTo(made)


def test_a_line_that_was_closed_comes_back_only_with_something_new(window, put, context):
    put(CLEAN)
    made = window()
    made.banners.shown["arrivals"].closed.emit()
    later(context, days=1)
    made.arrivals.watch.tick()
    assert not line(made)
    put(DOUBTFUL)
    later(context, days=1)
    made.arrivals.watch.tick()
    assert "等待处理" in line(made)


def test_the_list_opens_by_key_and_a_waiting_file_goes_on_to_the_import(window, put, qtbot):
    put(DOUBTFUL)
    made = window()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.keyClick(made, Qt.Key.Key_I, CTRL | SHIFT)
    (shown,) = made.findChildren(ArrivalsWindow)
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown, Qt.Key.Key_Return, CTRL)
    (wizard,) = made.findChildren(ImportWizard)
    assert wizard.draft.source.name == DOUBTFUL
    wizard.close()
    shown.close()


def test_a_look_without_a_folder_leads_to_the_settings(window):
    made = window()
    made.arrivals.look()
    (shown,) = made.findChildren(SettingsWindow)
    assert shown.items["watch"].isChecked()
    shown.close()


def test_a_look_that_was_asked_for_and_found_nothing_says_so(window, folder):
    made = window()
    made.arrivals.look()
    assert "没有新台账" in made.toast.label.said


def test_reading_goes_on_beside_the_window_and_can_be_stopped(window, put, context, qtbot):
    put(CLEAN)
    context.jobs = Jobs()
    made = window()
    watch = made.arrivals.watch
    assert watch.busy
    made.arrivals.stop()
    qtbot.waitUntil(lambda: not watch.busy)
    assert claim_rows(context.store, TODAY, TODAY) == []
    watch.look()
    qtbot.waitUntil(lambda: "新增 45" in line(made))
    context.jobs.close()


def test_the_line_goes_with_the_sidebar_it_writes_in(window):
    made = window()
    assert made.arrivals.parent() is made.sidebar
