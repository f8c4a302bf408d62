"""A case is opened, worked on and closed in its window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from models.queries.cases import cases
from models.queries.claims import claim_rows
from tests.ui.rooms import TODAY
from ui.cases.case_window import CaseWindow
from ui.cases.entry_dialog import EntryDialog
from ui.common import ask

SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def opened(context, windows, keys):
    """The case of the first claim's debtor, opened in its window."""
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[keys[0]])
    window = windows.show(CaseWindow(context, row.debtor_id))
    assert window.primary.text() == "立案"
    window.fields.goal.setText("年内收回八成")
    window.press_primary()
    return window


def test_opening_takes_the_open_claims_to_the_task_force(context, opened):
    (held,) = cases(context.store)
    assert (held.title, held.goal) == ("苏州恒锐精密制造有限公司专案", "年内收回八成")
    stages = {row.debtor_id: row.stage_set for row in claim_rows(context.store, TODAY, TODAY)}
    assert stages[held.debtor_id] == "task_force"
    assert opened.primary.text() == "记入"
    assert not opened.fields.isVisible()


def test_a_measure_needs_its_owner_and_day(context, windows, opened):
    dialog = windows.show(EntryDialog(context, opened.found.open))
    assert not dialog.due_field.isVisible()
    dialog.kind.set_value("measure")
    dialog.kind.changed.emit("measure")
    dialog.words.setPlainText("上门核实资产")
    windows.press(dialog, SAVE)
    assert "措施要有负责人和完成日期" in dialog.hint.text()
    dialog.due.set_day(TODAY + timedelta(days=7))
    windows.press(dialog, SAVE)
    (measure,) = cases(context.store)[0].to_do
    assert (measure.text, measure.owner) == ("上门核实资产", "林晓")


def test_members_join_and_the_case_is_closed_with_its_outcome(context, opened):
    opened.member.name.setCurrentText("陆法")
    opened.member.add.click()
    assert [member.person for member in cases(context.store)[0].members] == ["林晓", "陆法"]
    with ask.answering("收回九成"):
        opened.end.click()
    assert [held.outcome for held in cases(context.store, closed=True)] == ["收回九成"]
    assert opened.primary.text() == "立案"
