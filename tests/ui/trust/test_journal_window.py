"""日志: who did what, with what stood there before and after; a person's data are masked until asked for."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from models.actions.claims import set_owner
from models.queries.journal_entries import MOST
from ui.common.ask import answering
from ui.trust.journal_window import JournalWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(context, keys, windows):
    set_owner(context.desk, keys[:1], "陈颖")
    return windows.show(JournalWindow(context))


def shown(window):
    return [label.text() for label in window.pane.values.findChildren(type(window.pane.name))]


def verbs(window):
    return [row.verb for row in window.list.model.rows]


def test_the_newest_entry_comes_first_with_its_values_before_and_after(window, keys):
    assert verbs(window)[0] == "set_owner"
    window.list.table.go_to_id(window.list.model.rows[0].seq)
    assert f"债权 {keys[0]} · 负责人" in shown(window)
    assert "— → 陈颖" in shown(window)


def test_an_act_is_chosen_and_a_word_is_found_in_what_was_written(window):
    window.verb.setCurrentIndex(window.verb.findData("set_debtor"))
    window.refresh()
    assert verbs(window) == ["set_debtor"]
    window.clear()
    assert len(verbs(window)) < MOST
    window.list.finder.setText("陈颖")
    assert verbs(window) == ["set_owner"]
    window.list.finder.setText("没有这个词")
    assert window.list.stack.currentWidget() is window.list.nothing_found


def test_a_telephone_is_masked_until_it_is_asked_for(window):
    row = next(row for row in window.list.model.rows if row.verb == "set_debtor")
    window.list.table.go_to_id(row.seq)
    assert "051****0123" in " ".join(shown(window))
    assert "0512-8800 0123" not in " ".join(shown(window))
    window.pane.reveal.setChecked(True)
    assert "0512-8800 0123" in " ".join(shown(window))


def test_what_is_listed_is_exported_masked(window, windows, tmp_path):
    with answering(tmp_path / "journal.xlsx"):
        windows.press(window, (Qt.Key.Key_E, CTRL))
    sheet = load_workbook(tmp_path / "journal.xlsx").active
    told = {str(cell.value) for line in sheet.iter_rows() for cell in line}
    assert {"set_owner", "owner", "陈颖", "051****0123"} <= told
    assert "0512-8800 0123" not in told
