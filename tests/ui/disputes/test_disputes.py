"""Disputes are entered, filled in, written about and ended by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from models.actions.disputes import DisputeDraft, open_dispute
from models.actions.people import set_person
from models.queries.claims import claim_rows
from models.queries.disputes import RESOLVED, correspondence, disputes
from models.tables import Claim
from tests.ui.rooms import TODAY
from ui.common import ask
from ui.disputes.dispute_dialog import DisputeDialog
from ui.disputes.disputes_window import DisputesWindow
from ui.disputes.resolve_dialog import ResolveDialog
from ui.main_window import MainWindow

SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def row(context, key):
    (found,) = claim_rows(context.store, TODAY, TODAY, claims=[key], settled=True)
    return found


@pytest.fixture
def contested(context, keys):
    """The first claim is contested in part."""
    open_dispute(context.desk, keys[0], DisputeDraft("price", 3_640_000, owner="周敏"))
    return keys[0]


def test_a_part_is_disputed_and_the_window_says_what_is_still_called_for(context, windows, keys):
    dialog = windows.show(DisputeDialog(context, keys[0]))
    dialog.sum.set_fen(3_640_000)
    dialog.sum.changed.emit(dialog.sum.fen)
    assert dialog.told.text() == "¥36,400.00 暂停催收，其余 ¥100,000.00 照常催收。诉讼时效不因争议停止计算。"
    windows.press(dialog, SAVE)
    (held,) = disputes(context.store, TODAY)
    assert (held.reason, held.fen, held.due_on, held.owner) == (
        "price",
        3_640_000,
        TODAY + timedelta(days=14),
        "林晓",
    )


def test_more_than_is_open_is_not_disputed(context, windows, contested):
    dialog = windows.show(DisputeDialog(context, contested))
    dialog.sum.set_fen(10_000_001)
    dialog.sum.changed.emit(dialog.sum.fen)
    assert dialog.sum_field.note.text() == "尚无争议的余额是 ¥100,000.00"
    windows.press(dialog, SAVE)
    assert len(disputes(context.store, TODAY)) == 1


def test_what_a_role_may_not_do_is_disabled_with_the_reason(context, windows, contested):
    set_person(context.desk, "周敏", ["supervisor"])
    (held,) = disputes(context.store, TODAY)
    for dialog in (DisputeDialog(context, contested), ResolveDialog(context, held)):
        windows.show(dialog)
        if isinstance(dialog, ResolveDialog):
            dialog.how.choose("withdrawn")
        assert not dialog.primary.isEnabled()
        assert "不在本机的人员里" in dialog.hint.text()


def test_a_dispute_is_ended_by_keys_with_a_credit_note(context, windows, contested):
    (held,) = disputes(context.store, TODAY)
    dialog = windows.show(ResolveDialog(context, held))
    assert not dialog.primary.isEnabled()
    windows.press(dialog, "1")
    assert dialog.sum_field.isVisible()
    windows.press(dialog, SAVE)
    assert (row(context, contested).balance_fen, disputes(context.store, TODAY)) == (10_000_000, [])


def test_proof_needs_its_grounds(context, windows, contested):
    (held,) = disputes(context.store, TODAY)
    dialog = windows.show(ResolveDialog(context, held))
    windows.press(dialog, "2", SAVE)
    assert "没有写明依据" in dialog.hint.text()
    dialog.why.setText("签收单与报价单一致")
    windows.press(dialog, SAVE)
    (ended,) = disputes(context.store, TODAY, RESOLVED)
    assert (ended.resolution, ended.resolution_note) == ("proved", "签收单与报价单一致")


def test_the_list_shows_one_in_full_and_writes_on_it(context, windows, contested):
    window = windows.show(DisputesWindow(context))
    assert (window.list.model.count(), window.current.claim_id) == (1, contested)
    assert "¥36,400.00" in window.list.subtitle.text()
    with ask.answering("对方寄来价目表"):
        windows.press(window, "n")
    (told,) = correspondence(context.store, window.current.id)
    assert told.text == "对方寄来价目表"


def test_a_mark_of_the_ledger_is_filled_in_or_cleared(context, windows, keys):
    with context.desk.act("import_ledger") as unit:
        unit.change(Claim, keys[2], disputed=True)
    window = windows.show(DisputesWindow(context))
    assert window.primary.text() == "取消标记"
    assert not window.write.isEnabled()
    with ask.answering("台账记错"):
        window.press_primary()
    assert not row(context, keys[2]).rests
    assert window.list.stack.currentWidget() is window.list.empty


@pytest.fixture
def main_window(context, keys, qtbot):
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.begin()
    made.resize(1440, 900)
    made.watch.stop()
    made.show_workspace("claims")
    return made


def test_the_key_in_the_list_of_claims_opens_what_there_is(main_window, qtbot, keys):
    main_window.claims.table.go_to_id(keys[1])
    qtbot.keyClick(main_window.claims.table.right, Qt.Key.Key_D)
    assert ("dispute", keys[1]) in main_window.rooms.open
    open_dispute(main_window.context.desk, keys[0], DisputeDraft("price", 3_640_000))
    main_window.claims.table.go_to_id(keys[0])
    qtbot.keyClick(main_window.claims.table.right, Qt.Key.Key_D)
    assert ("disputes", keys[0]) in main_window.rooms.open


def test_the_pane_says_how_much_of_a_claim_is_disputed(main_window, keys):
    kept = open_dispute(main_window.context.desk, keys[0], DisputeDraft("price", 3_640_000))
    main_window.context.bus.changed.emit(kept.changes)
    main_window.claims.table.go_to_id(keys[0])
    assert main_window.claims.detail.contest.text() == "有争议 ¥36,400.00，暂停催收"
