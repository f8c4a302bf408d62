"""The claims table by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from models.actions.calls import Talk, log_call
from models.actions.claims import set_owner
from models.actions.receipts import book_for_claim
from models.queries.claims import claim_rows
from models.queries.settings import kept_under, preference
from ui.claims.assign import AssignDialog
from ui.claims.looks import KEY as LOOKS
from ui.common.ask import answering
from ui.common.table import Order

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def press(qtbot, workspace, key, held=NONE):
    qtbot.keyClick(workspace.table.right, key, held)


def numbers(workspace):
    model = workspace.model
    return [model.row_at(place).row.number for place in range(model.count())]


def row(workspace, key):
    today = workspace.context.today
    (found,) = claim_rows(workspace.context.store, today, today, claims=[key], settled=True)
    return found


def asked(workspace, signal):
    heard = []
    getattr(workspace, signal).connect(heard.append)
    return heard


def test_the_most_urgent_claim_stands_first(workspace):
    assert numbers(workspace) == ["C1", "L1", "O1", "Y1", "F1", "U1"]


def test_the_strip_adds_up_to_the_ledger(workspace):
    bands = workspace.model.portfolio.bands["CNY"]
    assert sum(fen for fen, _ in bands.values()) == sum(workspace.model.portfolio.balances)
    assert sum(number for _, number in bands.values()) == 6


def test_a_cell_for_claims_without_a_due_date_is_there_only_while_there_are_any(workspace, desk, ledger):
    cell = workspace.strip.cells["undated"]
    assert cell.isVisible()
    workspace.context.act(lambda _: book_for_claim(desk, ledger["undated"], 100_000))
    assert not cell.isVisible()


def test_a_cell_shows_its_band_and_shift_adds_another(workspace):
    workspace.strip.choose(4)
    assert numbers(workspace) == ["L1"]
    workspace.strip.choose(5, add=True)
    assert numbers(workspace) == ["L1", "O1"]
    workspace.strip.choose(4, add=True)
    workspace.strip.choose(5)
    assert len(numbers(workspace)) == 6


def test_a_letter_taken_back_finds_what_it_found_before_and_what_came_since(workspace, claim):
    find = workspace.filter_row.search
    find.setText("h")
    before = numbers(workspace)
    find.setText("hr")
    assert len(numbers(workspace)) < len(before)
    find.setText("h")
    assert numbers(workspace) == before
    find.setText("hr")
    claim("宁波海晟机电设备有限公司", number="H9")
    workspace.refresh(None)
    find.setText("h")
    assert sorted(numbers(workspace)) == sorted([*before, "H9"])


@pytest.mark.parametrize(
    ("typed", "found"),
    [("恒锐", ["L1", "O1"]), ("szhr", ["L1", "O1"]), ("c1", ["C1"]), ("92350.50", ["C1"]), ("没有", [])],
)
def test_finding_takes_names_initials_numbers_and_sums(workspace, qtbot, typed, found):
    workspace.begin_search()
    workspace.filter_row.search.setText(typed)
    assert numbers(workspace) == found


def test_a_longer_word_narrows_and_esc_shows_all_again(workspace, qtbot):
    find = workspace.filter_row.search
    for letter in "nb":
        qtbot.keyClick(find, letter)
    assert numbers(workspace) == ["C1", "U1"]
    qtbot.keyClick(find, KEY.Key_Escape)
    assert len(numbers(workspace)) == 6


def test_nothing_found_says_which_filter_takes_most_away(workspace):
    workspace.model.set_criteria(workspace.model.criteria.toggled("90-179", add=False))
    workspace.filter_row.search.setText("蓝科")
    assert workspace.stack.currentWidget() is workspace.empty
    assert "90–179 天" in workspace.empty.hint.text()
    workspace.empty.acted.emit()
    assert len(numbers(workspace)) == 6


def test_every_column_sorts_both_ways_with_what_is_missing_last(workspace):
    for column in workspace.model.columns[1:]:
        for descending in (False, True):
            workspace.model.set_order(Order(column.key, descending))
            assert sorted(numbers(workspace)) == ["C1", "F1", "L1", "O1", "U1", "Y1"]
    workspace.model.set_order(Order("due", True))
    assert numbers(workspace)[-1] == "U1"
    assert numbers(workspace)[0] == "F1"


def test_values_of_a_column_filter_and_the_chip_takes_them_away(workspace, qtbot):
    workspace.table.set_filter("owner", frozenset({"周敏"}))
    assert numbers(workspace) == ["O1", "F1"]
    chip = workspace.filter_row.chips["column:owner"]
    qtbot.keyClick(chip, KEY.Key_Delete)
    assert len(numbers(workspace)) == 6


def test_the_status_bar_sums_what_is_ticked(workspace, qtbot):
    press(qtbot, workspace, KEY.Key_Space)
    press(qtbot, workspace, KEY.Key_Down, SHIFT)
    values = workspace.status.values
    assert values["ticked"].text() == "2"
    assert values["sum"].text() == "¥278,750.50"
    assert values["mean"].text() == "¥139,375.25"
    assert values["latest"].text() == "47 天"


def test_sums_of_two_currencies_are_told_side_by_side(workspace, claim):
    claim("ACME GmbH", 50_000, number="E1", currency="EUR")
    workspace.refresh(None)
    assert workspace.status.values["sum"].text().endswith(" + €500.00")
    assert "€" not in workspace.strip.cells["30-89"].amount


def test_the_bulk_bar_comes_with_the_second_tick_and_goes_with_esc(workspace, qtbot):
    press(qtbot, workspace, KEY.Key_Space)
    assert not workspace.bulk.isVisible()
    press(qtbot, workspace, KEY.Key_Down, SHIFT)
    assert workspace.bulk.isVisible()
    press(qtbot, workspace, KEY.Key_Escape)
    assert not workspace.bulk.isVisible()


def test_a_plan_is_offered_only_for_claims_of_one_debtor(workspace, ledger):
    workspace.model.set_ticks([ledger["letter"], ledger["old"]])
    assert workspace.bulk.buttons["plan"].isVisible()
    workspace.model.set_ticks([ledger["letter"], ledger["call"]])
    assert not workspace.bulk.buttons["plan"].isVisible()


@pytest.mark.parametrize(
    ("key", "signal"),
    [("C", "call_requested"), ("L", "letter_requested"), ("P", "plan_requested"), ("M", "receipt_requested")],
)
def test_a_letter_acts_on_the_current_claim(workspace, qtbot, ledger, key, signal):
    heard = asked(workspace, signal)
    qtbot.keyClick(workspace.table.right, key)
    assert heard == [[ledger["call"]]]


def test_letters_go_to_all_ticked_claims_but_a_call_only_to_one_debtor(workspace, qtbot, ledger):
    workspace.model.set_ticks([ledger["letter"], ledger["call"]])
    letters, calls = asked(workspace, "letter_requested"), asked(workspace, "call_requested")
    press(qtbot, workspace, KEY.Key_L)
    press(qtbot, workspace, KEY.Key_C)
    assert letters == [[ledger["call"], ledger["letter"]]]
    assert calls == [[ledger["call"]]]


def test_letters_are_words_while_the_note_is_written(workspace, qtbot, ledger):
    calls = asked(workspace, "call_requested")
    press(qtbot, workspace, KEY.Key_N)
    for letter in "cl":
        qtbot.keyClick(workspace.detail.note, letter)
    assert (workspace.detail.note.text(), calls) == ("cl", [])


def test_e_shows_the_evidence_of_the_claim_and_asks_for_files(workspace, qtbot, ledger):
    press(qtbot, workspace, KEY.Key_E)
    assert workspace.detail.evidence.asked == ledger["call"]


def test_enter_keeps_the_note_and_the_timeline_shows_it(workspace, qtbot):
    press(qtbot, workspace, KEY.Key_N)
    workspace.detail.note.setText("每月 25 日付款")
    qtbot.keyClick(workspace.detail.note, KEY.Key_Return)
    assert workspace.detail.note.text() == ""
    qtbot.waitUntil(
        lambda: any(entry.text == "每月 25 日付款" for entry in workspace.detail.timeline.entries)
    )


def test_thirty_claims_are_handed_over_in_four_strokes(workspace, qtbot, ledger):
    press(qtbot, workspace, KEY.Key_A, CTRL)
    press(qtbot, workspace, KEY.Key_A)
    dialog = workspace.window().findChild(AssignDialog)
    dialog.edit.setText("陈航")
    qtbot.keyClick(dialog.edit, KEY.Key_Return)
    assert {row(workspace, key).owner for key in ledger.values()} == {"陈航"}


def test_t_puts_claims_into_the_task_force_and_out_again(workspace, qtbot, ledger):
    press(qtbot, workspace, KEY.Key_T)
    assert row(workspace, ledger["call"]).stage_set == "task_force"
    press(qtbot, workspace, KEY.Key_T)
    assert row(workspace, ledger["call"]).stage_set is None


def test_f2_edits_the_owner_in_the_table(workspace, qtbot, ledger):
    press(qtbot, workspace, KEY.Key_F2)
    editor = workspace.table.right.findChild(QLineEdit)
    editor.setText("赵岚")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: row(workspace, ledger["call"]).owner == "赵岚")


def test_ctrl_v_hands_on_what_the_clipboard_says(workspace, qtbot):
    heard = asked(workspace, "pasted")
    QGuiApplication.clipboard().setText("客户\t金额\n甲\t1")
    press(qtbot, workspace, KEY.Key_V, CTRL)
    assert heard == ["客户\t金额\n甲\t1"]


def test_shift_l_asks_for_letters_to_everybody_who_is_due(workspace, qtbot):
    heard = asked(workspace, "letter_requested")
    press(qtbot, workspace, KEY.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert heard == [None]


def test_copying_takes_what_the_cells_say(workspace, qtbot):
    press(qtbot, workspace, KEY.Key_C, CTRL)
    head, first = QGuiApplication.clipboard().text().split("\n")
    assert head.startswith("债务人\t未收余额\t到期日\t账龄\t下一步")
    assert first.startswith("宁波海晟机电设备有限公司\t92,350.50\t2026-10-31\t逾期 20 天\t今天·首次电话")


def test_the_pane_answers_who_how_much_how_late_why_now_and_what_next(workspace, ledger, desk):
    workspace.show_claim(ledger["letter"])
    detail = workspace.detail
    assert detail.name.text() == "苏州恒锐精密制造有限公司"
    assert detail.balance.text() == "¥186,400.00"
    assert detail.pill.words == "逾期 47 天"
    assert detail.card.title.text() == "今天·寄催款函"
    assert "2 笔债权" in detail.about.text()


def test_the_items_of_the_debtor_lead_to_each_other(workspace, ledger, qtbot):
    workspace.show_claim(ledger["letter"])
    workspace.detail.claim_chosen.emit(ledger["old"])
    assert workspace.table.current_id == ledger["old"]


def test_the_pane_follows_a_call_made_elsewhere(workspace, ledger, on, qtbot):
    workspace.show_claim(ledger["call"])
    talk = Talk("connected", promise_fen=100, promise_on=workspace.context.today)
    workspace.context.act(lambda _: log_call(workspace.context.desk, [ledger["call"]], talk))
    assert workspace.detail.card.title.text() == "今天·承诺还款"
    qtbot.waitUntil(lambda: any(entry.group == "call" for entry in workspace.detail.timeline.entries))


def test_a_kept_view_comes_back_with_its_filters_and_its_count(workspace, qtbot):
    counts = asked(workspace, "counted")
    workspace.table.set_filter("owner", frozenset({"周敏"}))
    with answering("周敏的"):
        workspace.keep_view()
    assert kept_under(workspace.context.store, "view:")["周敏的"]["columns"] == {"owner": ["周敏"]}
    assert counts[-1]["view:周敏的"] == 2
    workspace.clear_filters()
    workspace.show_saved("周敏的")
    assert numbers(workspace) == ["O1", "F1"]


def test_the_questions_are_counted_and_shown(workspace, desk):
    counts = asked(workspace, "counted")
    workspace.refresh(None)
    assert (counts[-1]["all"], counts[-1]["mine"], counts[-1]["late90"], counts[-1]["evidence"]) == (
        6,
        3,
        1,
        6,
    )
    workspace.show_question("late90")
    assert numbers(workspace) == ["O1"]
    workspace.show_question("mine")
    assert numbers(workspace) == ["C1", "L1", "Y1"]


def test_what_others_change_is_shown_where_it_stands(workspace, ledger, desk):
    workspace.show_claim(ledger["old"])
    workspace.context.bus.changed.emit(set_owner(desk, [ledger["old"]], "赵岚"))
    assert workspace.table.current_id == ledger["old"]
    assert workspace.model.row_at(workspace.table.current_place).row.owner == "赵岚"


def test_order_and_columns_are_remembered(workspace, context, qtbot):
    workspace.table.sort_by(workspace.model.column("balance"))
    workspace.table.set_shown(workspace.model.column("industry"), False)
    workspace.looks.keep()
    kept = preference(context.store, LOOKS)
    assert kept["sort"] == ["balance", False]
    again = type(workspace)(context, type(workspace.detail.evidence)())
    qtbot.addWidget(again)
    assert again.table.state()["order"] == workspace.table.state()["order"]
    assert again.model.order.key == "balance"
