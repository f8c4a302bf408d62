"""检查结果: each place in words, the claims it is about, and the way to the backups."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from models.actions.evidence import attach
from models.store.verify import verify
from ui.settings.damage_window import MOST, DamageWindow
from ui.settings.restore_window import RestoreWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(context, windows):
    """The window on what a check finds now."""
    return lambda: windows.show(DamageWindow(context, verify(context.store, context.clock.now())))


def told(window):
    return [(line.where, line.what, line.claims) for line in window.list.model.rows]


def test_an_altered_claim_is_named_with_its_debtor(context, keys, opened):
    context.store.database.execute_sql("UPDATE claim SET amount_fen = 1 WHERE id = ?", (keys[2],))
    claim = "PO-3 宁波海晟机电设备有限公司"
    assert told(opened()) == [(f"债权 {keys[2]} (PO-3)", "与日志记下的不一样", claim)]


def test_an_altered_document_is_named_by_its_file_and_its_claims(context, keys, opened, tmp_path):
    (tmp_path / "合同.pdf").write_bytes(b"%PDF signed")
    attach(context.desk, keys, tmp_path / "合同.pdf", "contract")
    (content,) = [path for path in context.store.folder.vault.root.rglob("*") if path.is_file()]
    content.chmod(0o600)
    content.write_bytes(b"%PDF forged")
    ((where, what, claims),) = told(opened())
    assert (where, what) == ("合同.pdf", "内容变了，或文件不见了")
    assert claims.count("PO-") == 3


def test_a_cut_tail_is_told_with_the_last_good_check(context, keys, opened):
    assert verify(context.store, context.clock.now()).ok
    context.store.database.execute_sql("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
    window = opened()
    assert any(where.startswith("日志第") for where, _, _ in told(window))
    assert "最近一次检查完好" in window.told.text()


def test_of_many_the_first_are_listed_and_their_number_is_said(context, keys, windows):
    context.store.database.execute_sql("UPDATE creditor SET account = '0'")
    found = verify(context.store, context.clock.now())
    window = windows.show(DamageWindow(context, type(found)(found.checked, found.damage * (MOST + 1))))
    assert len(window.list.model.rows) == MOST
    assert str(MOST) in window.hint.text()


def test_the_list_is_copied_for_whoever_mends_it(context, keys, opened, windows):
    context.store.database.execute_sql("UPDATE creditor SET account = '0'")
    windows.press(opened(), (Qt.Key.Key_C, CTRL | SHIFT))
    assert QGuiApplication.clipboard().text().startswith("本单位 1")


def test_its_button_leads_to_the_backups(context, keys, opened, windows, qapp):
    context.store.database.execute_sql("UPDATE creditor SET account = '0'")
    windows.press(opened(), (Qt.Key.Key_Return, CTRL))
    (restoring,) = [each for each in qapp.topLevelWidgets() if isinstance(each, RestoreWindow)]
    assert restoring.isVisible()
