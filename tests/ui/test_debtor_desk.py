"""The debtors' workspace in the window: what the palette and the keys lead to, undo and redo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models import settings
from models.actions.claims import set_owner
from models.clock import Clock
from models.queries.claims import claim_rows
from ui.calls.call_dialog import CallDialog
from ui.context import AppContext
from ui.debtors.debtor_dialog import DebtorDialog
from ui.debtors.merge_dialog import MergeDialog
from ui.main_window import MainWindow

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 20)


@pytest.fixture
def window(store, dressed, inline_jobs, claim, qtbot):
    claim("苏州恒锐精密制造有限公司", number="A")
    claim("宁波海晟机电设备有限公司", number="B")
    context = AppContext(
        store, Clock(TODAY), lambda *_, **__: b"%PDF-1.4", settings, inline_jobs, user="林晓"
    )
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.begin()
    made.watch.stop()
    return made


def test_ctrl_enter_in_the_palette_opens_the_card(window, qtbot):
    palette = window.open_palette()
    qtbot.keyClicks(palette.edit, "hr")
    qtbot.keyClick(palette.edit, KEY.Key_Return, CTRL)
    assert window.stack.currentWidget() is window.debtors
    assert window.debtors.card.name.text() == "苏州恒锐精密制造有限公司"


@pytest.mark.parametrize(
    ("name", "room"), [("call", CallDialog), ("edit", DebtorDialog), ("merge", MergeDialog)]
)
def test_an_act_of_the_card_opens_its_room(window, name, room):
    window.debtor_desk.show(1)
    window.debtors.card.act(name)
    assert window.findChild(room) is not None


def test_the_sidebar_counts_those_who_owe(window):
    assert window.sidebar.items["debtors"].trailing == "2"


def test_a_claim_of_the_card_is_shown_in_the_table(window):
    window.debtor_desk.show(1)
    window.debtors.card.table.activated.emit(1)
    assert window.stack.currentWidget() is window.claims
    assert window.claims.table.current_id == 1


def test_ctrl_f_finds_in_the_list_that_is_in_front(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    window.show_workspace("debtors")
    window.find_here()
    assert window.debtors.finder.hasFocus()


def owner(window):
    (row,) = claim_rows(window.context.store, TODAY, TODAY, claims=[1])
    return row.owner


def test_what_was_undone_is_done_again_until_something_else_is_done(window):
    context = window.context
    context.act(lambda _: set_owner(context.desk, [1], "周敏"))
    window.history.undo()
    assert owner(window) is None
    window.history.redo()
    assert owner(window) == "周敏"
    assert window.toast.label.said == "已重做：已分配负责人，1 笔"
    window.history.undo()
    context.act(lambda _: set_owner(context.desk, [2], "陈航"))
    window.history.redo()
    assert window.toast.label.said == "没有可以重做的操作。"
    assert owner(window) is None
