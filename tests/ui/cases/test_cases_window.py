"""Every case in one list: open ones, one's own, those that are over."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from models.actions import cases as acts
from models.actions.cases import EntryDraft
from models.actions.desk import Desk
from models.clock import Clock
from models.queries.claims import claim_rows
from tests.ui.rooms import TODAY
from ui.cases.case_window import CaseWindow
from ui.cases.cases_window import CLOSED, MINE, CasesWindow

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def opened(context, keys):
    """A case with a measure that is late, on the first claim's debtor."""
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[keys[0]])
    before = Desk(context.store, Clock(TODAY - timedelta(days=5)), "林晓")
    key = acts.open_case(before, row.debtor_id, "恒锐专案", "年内收回八成").key
    acts.write_on(before, key, EntryDraft("measure", "查封账户", "林晓", due_on=TODAY - timedelta(days=1)))
    return key, row.debtor_id


def shown(window):
    return [window.list.model.row_at(place).title for place in range(window.list.model.count())]


def test_an_open_case_shows_its_lead_and_what_is_late(context, windows, opened):
    window = windows.show(CasesWindow(context))
    cells = {column.key: column for column in window.list.model.columns}
    row = window.list.model.row_at(0)
    assert (cells["lead"].text(row), cells["next"].text(row)) == ("林晓", "查封账户·林晓")
    assert cells["next"].tone(row) == "bad"


def test_cases_are_chosen_by_state_and_opened_by_enter(context, windows, opened):
    key, debtor = opened
    window, asked = windows.show(CasesWindow(context)), []
    window.case_chosen.connect(asked.append)
    window.state.buttons[MINE].click()
    assert shown(window) == ["恒锐专案"]
    windows.press(window.list.table, (Qt.Key.Key_Return, NONE))
    assert asked == [debtor]
    acts.close_case(context.desk, key, "收回九成")
    window.refresh()
    assert shown(window) == []
    window.state.buttons[CLOSED].click()
    assert shown(window) == ["恒锐专案"]


def test_minutes_are_kept_from_the_case_and_shown(context, windows, opened):
    window, files = windows.show(CaseWindow(context, opened[1])), []
    window.file_opened.connect(files.append)
    window.keep_minutes()
    assert len(files) == 1
    assert context.render.asked[-1][0] == "case_minutes"
