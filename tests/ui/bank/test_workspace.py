"""Money in the bank is booked, given to its debtor and set aside by keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from models.actions.bank import take_statement
from models.actions.charges import ChargeDraft, book_charge
from models.actions.receipts import book_for_debtor
from models.actions.undoing import undo
from models.ledger.statement import understand_statement
from models.queries.bank import bank_book, kept_lines
from models.queries.claims import claim_rows
from tests.models.ledger.statements import HEAD, grid
from tests.ui.rooms import TODAY
from ui.bank.aside_dialog import AsideDialog
from ui.bank.debtor_dialog import DebtorChooser
from ui.bank.workspace import BankWorkspace

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FIRM, OTHER = "苏州恒锐精密制造有限公司", "宁波海晟机电设备有限公司"


def take(context, *rows):
    """Lines of a statement: (payer, yuan, memo)."""
    sheet = grid(
        HEAD,
        *(
            ["2026-11-18", payer, "", yuan, "", "", memo, str(n)]
            for n, (payer, yuan, memo) in enumerate(rows)
        ),
    )
    return take_statement(context.desk, understand_statement(sheet, TODAY), "流水.csv").lines


def states(context):
    return [line.state for line in kept_lines(context.store, every=True)]


def balances(context):
    return {row.number: row.balance_fen for row in claim_rows(context.store, TODAY, TODAY, settled=True)}


def opened(windows, room, kind):
    """The window of a kind that was opened over the workspace, made the active one."""
    (found,) = [each for each in room.findChildren(kind) if each.isVisible()]
    return windows.show(found)


@pytest.fixture
def room(context, keys, windows):
    """The workspace with four lines: two certain, one that names a claim, one of nobody."""
    take(context, (FIRM, 500, "PO-2"), (OTHER, 92350.5, "货款"), ("赵六", 70, "PO-3"), ("路人", 30, ""))
    shown = windows.show(BankWorkspace(context))
    shown.resize(1240, 800)
    shown.table.setFocus()
    return shown


def test_without_lines_it_offers_to_take_a_statement(context, keys, windows, qtbot):
    room = windows.show(BankWorkspace(context))
    assert room.stack.currentWidget() is room.empty
    with qtbot.waitSignal(room.statement_requested) as asked:
        room.empty.button.click()
    assert asked.args == [None]


def test_each_line_says_whose_it_is_and_why_and_how_much_waits(room):
    told = [(each.row.debtor, room.columns.confidence(each)) for each in room.model.rows]
    assert told == [(FIRM, "确定"), (OTHER, "确定"), (OTHER, "可能"), (None, "待认款")]
    assert room.counts.text() == "4 笔·¥92,950.50"
    assert room.pane.why.text() == "付款户名与债务人名称一致\n附言写明单据 PO-2"
    assert room.certain_words.text() == "2 笔可直接入账：Ctrl A 再按 Enter"


def test_the_shares_are_shown_before_anything_is_booked(context, room):
    assert [(row.number, row.share_fen) for row in room.pane.model.rows] == [("PO-2", 50_000), ("PO-1", 0)]
    assert balances(context)["PO-2"] == 5_000_000


def test_costs_and_interest_that_a_line_pays_are_said_apart(context, keys, windows):
    (claim,) = [row.id for row in claim_rows(context.store, TODAY, TODAY) if row.number == "PO-2"]
    book_charge(context.desk, claim, ChargeDraft("costs", 120_00, "受理费票据", date(2026, 11, 1)))
    take(context, (FIRM, 500, "PO-2"))
    shown = windows.show(BankWorkspace(context))
    assert shown.pane.left.text() == "抵充合计 ¥500.00（其中 费用 ¥120.00、本金 ¥380.00）"


def test_enter_books_the_current_line_as_proposed(context, room, windows):
    windows.press(room, (KEY.Key_Return,))
    assert states(context) == ["booked", "waiting", "waiting", "waiting"]
    assert balances(context)["PO-2"] == 4_950_000
    assert [each.row.id for each in room.model.rows] == [2, 3, 4]


def test_all_and_enter_books_what_is_certain_and_leaves_the_rest(context, room, windows):
    windows.press(room, (KEY.Key_A, CTRL))
    assert room.book_button.text() == "入账 2 笔"
    assert room.chosen_words.text() == "已选 4 笔·¥92,950.50"
    windows.press(room, (KEY.Key_Return,))
    assert states(context) == ["booked", "booked", "waiting", "waiting"]
    assert not room.model.ticks
    undo(context.desk, context.store.journal_head()[0])
    assert states(context) == ["waiting"] * 4


def test_shares_changed_by_hand_are_booked_so(context, room, windows):
    room.pane.model.edited.emit(1, "share", "200")
    room.pane.model.edited.emit(2, "share", "0")
    assert room.pane.left.text() == "抵充合计 ¥200.00，余 ¥300.00 记为预收"
    windows.press(room, (KEY.Key_Return,))
    assert (balances(context)["PO-1"], balances(context)["PO-2"]) == (13_620_000, 5_000_000)


def test_a_share_beyond_what_is_open_is_red_and_not_booked(context, room, windows):
    room.pane.model.edited.emit(2, "share", "99999")
    assert room.pane.wrong
    windows.press(room, (KEY.Key_Return,))
    assert states(context) == ["waiting"] * 4


def test_f_chooses_the_debtor_of_a_line_and_enter_books_it(context, room, windows):
    room.table.go_to(3)
    windows.press(room, "f")
    chooser = opened(windows, room, DebtorChooser)
    windows.press(chooser, "szhr")
    windows.press(chooser, (KEY.Key_Return,))
    chooser.press_primary()
    assert room.model.rows[3].row.debtor == FIRM
    assert room.columns.reasons(room.model.rows[3])[0] == "债务人由人工指定"
    windows.press(room, (KEY.Key_Return,))
    assert states(context)[3] == "booked"


def test_enter_on_a_line_of_nobody_asks_for_the_debtor(room, windows):
    room.table.go_to(3)
    windows.press(room, (KEY.Key_Return,))
    assert opened(windows, room, DebtorChooser).model.count() == 2


def test_x_sets_aside_with_a_reason_and_puts_back(context, room, windows):
    room.table.go_to(3)
    windows.press(room, "x")
    dialog = opened(windows, room, AsideDialog)
    windows.press(dialog, "2")
    dialog.press_primary()
    assert states(context)[3] == "set_aside"
    room.show_state.set_value("set_aside")
    room.show_state.changed.emit("set_aside")
    assert [room.columns.reasons(each) for each in room.model.rows] == [["退款"]]
    room.table.setFocus()
    windows.press(room, "x")
    assert states(context) == ["waiting"] * 4


def test_nothing_is_set_aside_without_a_reason(context, room, windows):
    windows.press(room, "x")
    dialog = opened(windows, room, AsideDialog)
    dialog.press_primary()
    assert dialog.field.note.text() == "请写明原因"
    assert states(context) == ["waiting"] * 4


def test_money_booked_by_hand_is_linked_or_booked_anew_when_wanted(context, keys, windows):
    book_for_debtor(context.desk, FIRM, 50_000, date(2026, 11, 17))
    take(context, (FIRM, 500, ""), (OTHER, 20, ""))
    room = windows.show(BankWorkspace(context))
    room.table.setFocus()
    assert room.book_button.text() == "关联已登记的回款"
    assert room.pane.why.text().splitlines()[0] == "已登记过同额回款（2026-11-17）"
    windows.press(room, (KEY.Key_Return,))
    (first, _) = bank_book(context.store, TODAY, every=True).rows
    assert (first.state, first.receipt) == ("booked", 1)
    undo(context.desk, context.store.journal_head()[0])
    context.bus.changed.emit(None)
    room.table.go_to(0)
    windows.press(room, "n")
    assert bank_book(context.store, TODAY, every=True).rows[0].receipt == 2


def test_what_was_booked_can_be_looked_at(room, windows):
    windows.press(room, (KEY.Key_Return,))
    room.show_state.set_value("booked")
    room.show_state.changed.emit("booked")
    assert [(each.row.debtor, room.columns.confidence(each)) for each in room.model.rows] == [
        (FIRM, "已入账")
    ]
    assert not room.book_button.isEnabled()


def test_a_statement_dropped_here_is_asked_to_be_taken(room, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "流水.xlsx"))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), action, data, Qt.MouseButton.LeftButton, none)
    with qtbot.waitSignal(room.statement_requested) as asked:
        room.dropEvent(event)
    assert asked.args == [Path(tmp_path / "流水.xlsx")]


def test_a_line_that_equals_one_booked_before_is_booked_and_said(context, keys, windows):
    take(context, (FIRM, 500, "PO-2"), (FIRM, 500, "PO-2"))
    room = windows.show(BankWorkspace(context))
    room.table.setFocus()
    windows.press(room, (KEY.Key_Return,))
    assert "相同的回款" not in room.pane.said.text()
    windows.press(room, (KEY.Key_Return,))
    assert states(context) == ["booked", "booked"]
    assert f"{FIRM} 在 2026-11-18 已有一笔相同的回款 500.00 CNY" in room.pane.said.text()
