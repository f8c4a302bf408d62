"""The aging of any day in its window: it ties to the ledger, and every sum opens its claims."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.actions.receipts import book_for_claim
from tests.ui.rooms import owed
from ui.aging.aging_window import AgingWindow
from ui.common import ask
from ui.rooms import Rooms

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(context, keys, windows):
    book_for_claim(context.desk, keys[0], 640_000, date(2026, 11, 2))
    owed(context, "宁波海晟机电设备有限公司", 7_700, "U-1", None)
    owed(context, "宁波海晟机电设备有限公司", -500, "CN-1", None, issued_on=date(2026, 11, 15))
    return windows.show(AgingWindow(context))


def on(window, day):
    window.day.set_day(day)
    window.day.changed.emit(day)


def totals(window):
    return {line.row.name[:2]: line.row.total_fen for line in window.model.rows}


def test_a_past_day_counts_only_what_had_come_by_then(shown):
    assert totals(shown) == {"苏州": 18_000_000, "宁波": 9_242_250}
    on(shown, date(2026, 11, 1))
    assert totals(shown) == {"苏州": 18_640_000, "宁波": 9_242_750}
    assert "相符" in shown.tie.text()


def test_undated_claims_and_credit_have_their_own_columns(shown):
    heads = [column.title for column in shown.model.columns]
    assert "无到期日" in heads
    assert "贷方余额" in heads


def test_other_bands_are_typed(shown, windows):
    shown.ends.setFocus()
    shown.ends.selectAll()
    windows.press(shown, "30,60", (Qt.Key.Key_Return,))
    assert [column.title for column in shown.model.columns if "天" in column.title] == ["1–30 天", "31–60 天"]
    shown.ends.setText("60,30")
    shown.ends.editingFinished.emit()
    assert "由小到大" in shown.ends_field.note.text()


@pytest.mark.parametrize(("key", "names"), [
    (Qt.Key.Key_2, 5), (Qt.Key.Key_3, 1), (Qt.Key.Key_4, 1),
])  # fmt: skip
def test_it_adds_up_by_claim_industry_and_owner_too(shown, windows, key, names):
    windows.press(shown, (key, Qt.KeyboardModifier.AltModifier))
    assert len(shown.model.rows) == names
    assert sum(totals(shown).values()) or names
    assert "相符" in shown.tie.text()


def test_enter_opens_the_claims_a_sum_is_made_of(context, keys, windows):
    rooms = Rooms(context, windows.show(QWidget()))
    rooms.aging()
    window = windows.show(rooms.open["aging"])
    window.table.setFocus()
    window.table.go_to(0)
    windows.press(window, (Qt.Key.Key_Return,))
    (behind,) = [room for key, room in rooms.open.items() if key[0] == "behind"]
    windows.opened.append(behind)
    assert [row.number for row in behind.model.rows] == ["PO-1", "PO-2"]
    assert "相符" in behind.sums.text()
    place = window.model.column("band:1-14")
    view = window.table.right
    view.setCurrentIndex(window.model.index(0, place))
    window.open_sum()
    assert {key[-1] for key in rooms.open if key[0] == "behind"} == {None, "1-14"}


def test_it_leaves_as_a_workbook_and_on_paper(shown, context, windows, tmp_path):
    with ask.answering(tmp_path / "账龄.xlsx"):
        windows.press(shown, (Qt.Key.Key_E, CTRL))
    cells = [
        cell
        for row in load_workbook(tmp_path / "账龄.xlsx").active.iter_rows(values_only=True)
        for cell in row
    ]
    assert 180_000 in cells
    with ask.answering(tmp_path / "账龄.pdf"):
        windows.press(shown, (Qt.Key.Key_P, CTRL))
    assert context.render.asked[-1][0] == "aging"
    assert (tmp_path / "账龄.pdf").exists()
