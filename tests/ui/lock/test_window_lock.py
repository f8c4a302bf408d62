"""The window while it is locked: nothing of the books is seen or reached, and nothing that was typed is lost."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from models.actions.claims import set_owner
from tests.ui.lock.conftest import PHRASE, unlock
from tests.ui.rooms import opened
from ui.calls.call_dialog import CallDialog
from ui.common.ask import ask_text
from ui.lock.window_lock import WindowLock
from ui.main_window import MainWindow

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def seen():
    """All words in all widgets that can be seen, painted ones by their spoken name."""
    found = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        found += [widget.windowTitle(), widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        if hasattr(widget, "model") and widget.model is not None:
            found.append("a table of the books")
    return "\n".join(found)


def test_a_locked_window_shows_no_word_of_the_books(guarded, qtbot):
    window, guard = guarded
    window.show_workspace("claims")
    assert "a table of the books" in seen()
    window.rooms.debtor(1)
    assert "苏州恒锐精密制造有限公司" in seen()
    qtbot.keyClick(window, KEY.Key_L, MOD.ControlModifier | MOD.AltModifier)
    assert guard.locked
    told = seen()
    for word in ("苏州", "恒锐", "PO-1", "136,400", "王建国", "苏南精工", "林晓", "a table of the books"):
        assert word not in told
    assert "清账已锁定" in told


def test_only_the_page_of_the_lock_is_painted(guarded):
    window, guard = guarded
    guard.lock()
    visible = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    strangers = [
        widget
        for widget in visible
        if widget not in (window, window.sheets)
        and not guard.page.isAncestorOf(widget)
        and widget is not guard.page
    ]
    assert strangers == []


def test_the_right_phrase_brings_everything_back(guarded, qtbot):
    window, guard = guarded
    window.show_workspace("claims")
    guard.lock()
    unlock(qtbot, guard)
    assert not guard.locked
    assert window.claims.isVisible()
    assert guard.page.edit.text() == ""


def test_a_wrong_phrase_opens_nothing_and_says_so(guarded, qtbot):
    _, guard = guarded
    guard.lock()
    unlock(qtbot, guard, "not the phrase")
    assert guard.locked
    assert guard.page.field.note.text() == "口令不对。"
    assert guard.page.edit.text() == ""
    assert guard.page.edit.hasFocus()


def test_after_five_wrong_phrases_the_right_one_waits_too(guarded, qtbot):
    _, guard = guarded
    guard.lock()
    for _ in range(5):
        unlock(qtbot, guard, "not the phrase")
    assert guard.page.field.note.text() == "口令不对。\n请等 30 秒再试。"
    assert not guard.page.edit.isEnabled()
    unlock(qtbot, guard)
    assert guard.locked


def test_the_wait_counts_down_and_ends(guarded, qtbot):
    _, guard = guarded
    guard.lock()
    guard.page.wait(2)
    guard.page.clock.timeout.emit()
    assert guard.page.field.note.text() == "请等 1 秒再试。"
    guard.page.clock.timeout.emit()
    assert guard.page.edit.isEnabled()
    assert guard.page.edit.hasFocus()


def test_the_wait_outlives_the_program(context, keys, lock, windows, qtbot):
    lock.put(PHRASE)
    for _ in range(5):
        lock.tries.begin(context.clock.now())
    window, guard = MainWindow(context), WindowLock()
    guard.guard(context, window)
    window.begin()
    windows.show(window)
    assert guard.locked
    assert guard.page.field.note.text() == "请等 30 秒再试。"


def test_wrong_tries_are_told_to_who_comes_back(guarded, qtbot):
    window, guard = guarded
    guard.lock()
    unlock(qtbot, guard, "not the phrase")
    unlock(qtbot, guard, "nor this")
    unlock(qtbot, guard)
    assert window.toast.label.said == "上次锁定以后有 2 次输错口令。"


def test_the_window_opens_locked(context, keys, lock, windows):
    lock.put(PHRASE)
    window, guard = MainWindow(context), WindowLock()
    guard.guard(context, window)
    window.begin()
    windows.show(window)
    assert guard.locked
    assert "恒锐" not in seen()


def test_a_window_built_anew_is_as_locked_as_the_one_before(guarded, context, windows):
    window, guard = guarded
    guard.lock()
    window.hide()
    again = MainWindow(context)
    guard.guard(context, again)
    again.begin()
    windows.show(again)
    assert guard.locked
    assert "恒锐" not in seen()


def test_other_books_are_locked_when_they_are_opened(guarded, tmp_path, windows):
    _, guard = guarded
    other = opened(tmp_path / "other")
    window = MainWindow(other)
    guard.guard(other, window)
    assert not guard.locked
    guard.stop()
    other.store.close()


def test_without_a_lock_the_key_leads_to_where_one_is_set(context, keys, windows, qtbot):
    window, guard = MainWindow(context), WindowLock()
    guard.guard(context, window)
    window.begin()
    windows.show(window)
    qtbot.keyClick(window, KEY.Key_L, MOD.ControlModifier | MOD.AltModifier)
    assert not guard.locked
    assert window.rooms.open["settings"].pages["safety"].put.isVisible()


# --- what is under way ---------------------------------------------------------------------------------


def test_what_was_typed_in_a_dialog_stays(guarded, qtbot):
    window, guard = guarded
    window.rooms.call([1])
    (dialog,) = [each for each in window.rooms.open.values() if isinstance(each, CallDialog)]
    qtbot.waitUntil(dialog.isActiveWindow)
    note = dialog.findChild(QPlainTextEdit)
    note.setPlainText("下周三再打")
    place = dialog.pos()
    guard.lock()
    assert not dialog.isVisible()
    qtbot.waitUntil(guard.page.edit.hasFocus)
    unlock(qtbot, guard)
    assert dialog.isVisible()
    assert dialog.pos() == place
    assert note.toPlainText() == "下周三再打"
    qtbot.waitUntil(dialog.isActiveWindow)


def test_a_question_waits_behind_the_lock_with_its_answer(guarded, qtbot):
    window, guard = guarded
    locked = []

    def leave_and_come_back():
        box = QApplication.activeModalWidget()
        box.findChild(QLineEdit).setText("已核对")
        guard.lock()
        locked.append(box.isVisible())
        unlock(qtbot, guard)
        box.act.click()

    QTimer.singleShot(0, window, leave_and_come_back)
    assert ask_text(window, "作废函件", "原因", "作废") == "已核对"
    assert locked == [False]


def test_a_box_for_files_is_closed(guarded, qtbot):
    window, guard = guarded
    box = QFileDialog(window)
    box.setOption(QFileDialog.Option.DontUseNativeDialog)
    box.setModal(True)
    box.show()
    guard.lock()
    assert not box.isVisible()
    unlock(qtbot, guard)
    assert not box.isVisible()


def test_work_goes_on_behind_the_lock_and_is_seen_afterwards(guarded, context, keys, qtbot):
    window, guard = guarded
    window.show_workspace("claims")
    guard.lock()
    context.act(lambda _: set_owner(context.desk, [keys[0]], "周敏"))
    assert "周敏" not in seen()
    assert not window.toast.isVisible()
    unlock(qtbot, guard)
    owners = {window.claims.model.row_at(place).row.owner for place in range(3)}
    assert "周敏" in owners


def test_a_window_that_opens_meanwhile_is_not_seen_before_unlocking(guarded, qtbot):
    window, guard = guarded
    guard.lock()
    window.rooms.journal()
    journal = window.rooms.open["journal"]
    qtbot.waitUntil(lambda: not journal.isVisible())
    unlock(qtbot, guard)
    assert journal.isVisible()


def test_what_is_painted_before_it_is_put_away_stays_blank(guarded):
    _, guard = guarded
    guard.lock()
    stranger = QWidget()
    assert guard.curtain.eventFilter(stranger, QEvent(QEvent.Type.Paint))
    assert not guard.curtain.eventFilter(guard.page, QEvent(QEvent.Type.Paint))


# --- what cannot be reached ------------------------------------------------------------------------------


REACHES = (
    (KEY.Key_K, MOD.ControlModifier),
    (KEY.Key_I, MOD.ControlModifier),
    (KEY.Key_J, MOD.ControlModifier | MOD.ShiftModifier),
    (KEY.Key_Comma, MOD.ControlModifier),
    (KEY.Key_F10, MOD.NoModifier),
    (KEY.Key_F1, MOD.NoModifier),
    (KEY.Key_2, MOD.ControlModifier),
)
"""Keys that open windows, menus and workspaces."""


def test_no_key_of_the_window_acts(guarded, qtbot):
    window, guard = guarded
    guard.lock()
    before = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    for key, held in REACHES:
        qtbot.keyClick(guard.page.edit, key, held)
    assert {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()} == before
    assert window.sheets.currentWidget() is guard.page
    assert not window.menuBar().isVisible()


def test_keys_act_again_afterwards(guarded, qtbot):
    window, guard = guarded
    guard.lock()
    unlock(qtbot, guard)
    qtbot.keyClick(window, KEY.Key_2, MOD.ControlModifier)
    assert window.stack.currentWidget() is window.claims


def test_a_menu_bar_that_was_shown_comes_back(guarded, qtbot):
    window, guard = guarded
    window.toggle_menu()
    guard.lock()
    assert not window.menuBar().isVisible()
    unlock(qtbot, guard)
    assert window.menuBar().isVisible()


def test_nothing_can_be_dropped(guarded, tmp_path):
    window, guard = guarded
    file = tmp_path / "ledger.csv"
    file.write_text("客户名称,单据号,金额,到期日\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    guard.lock()
    event = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, MOD.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()


def test_no_tip_is_told(guarded):
    window, guard = guarded
    guard.lock()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(9, 9), QPoint(9, 9))
    assert guard.curtain.eventFilter(window, event)


def test_by_keys_alone_the_way_goes_round_within_the_page(guarded, qtbot):
    window, guard = guarded
    guard.lock()
    qtbot.waitUntil(guard.page.edit.hasFocus)
    for _ in range(5):
        qtbot.keyClick(window.focusWidget(), KEY.Key_Tab)
        assert guard.page.isAncestorOf(window.focusWidget())


def test_who_forgot_the_phrase_is_told_what_the_lock_is_and_is_not(guarded):
    _, guard = guarded
    guard.lock()
    guard.page.lost.click()
    assert "没有给数据加密" in guard.page.help.text()
    assert "lock --reset" in guard.page.help.text()
