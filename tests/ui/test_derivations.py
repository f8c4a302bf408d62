"""Every result opens its own derivation, by its key and by a click, with days, rates and articles in it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from models.actions.charges import ChargeDraft, book_charge
from models.actions.guarantors import GuarantorDraft, add_guarantor
from models.actions.parties import set_creditor, set_debtor
from models.actions.receipts import book_for_claim, book_for_debtor
from models.queries.claims import claim_rows
from tests.ui.rooms import TODAY, owed
from ui.aging.aging_window import AgingWindow
from ui.aging.behind_window import BehindWindow
from ui.claims.interest_line import InterestLine
from ui.claims.workspace import ClaimsWorkspace
from ui.clocks.claim_window import ClaimClockWindow
from ui.clocks.guarantors_window import GuarantorsWindow
from ui.clocks.workspace import ClocksWorkspace
from ui.common.answer_table import AnswerTable
from ui.common.how_window import HowWindow
from ui.interest.calculator import FEES, CalculatorWindow
from ui.interest.derivation_window import DerivationWindow
from ui.letters.letter_wizard import LetterWizard
from ui.plans.plan_dialog import PlanDialog
from ui.receipts.receipt_dialog import ReceiptDialog
from ui.receipts.receipts_window import ReceiptsWindow
from ui.receipts.set_off_dialog import SetOffDialog
from ui.rooms import Rooms
from ui.today.workspace import TodayWorkspace

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
DAY, ARTICLE = r"\d{4}-\d{2}-\d{2}", r"第\s*\d+\s*条"
FIRM = "宁波海晟机电设备有限公司"


class Evidence(QWidget):
    """Where the evidence of a claim would be."""

    def show_claim(self, claim): ...


@dataclass
class Opened:
    """A window with a result; ``result`` takes the click or the key, ``by_key`` the key where it is another widget."""

    result: QWidget
    key: Any
    derivation: type
    by_key: QWidget | None = None


@pytest.fixture
def books(context, keys):
    """Interest, a part payment, costs beside, a guarantor, an advance, a claim running out."""
    old = owed(context, FIRM, 9_235_050, "SO-1", date(2024, 1, 15))
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[old])
    add_guarantor(context.desk, row.debtor_id, GuarantorDraft("宏远控股有限公司", "joint"))
    fresh = owed(context, FIRM, 2_000_000, "SO-2", TODAY - timedelta(days=60))
    book_charge(context.desk, fresh, ChargeDraft("costs", 50_000, "保全费票据", TODAY - timedelta(days=9)))
    book_for_claim(context.desk, keys[0], 100_000, date(2026, 11, 2), "货款")
    return keys, old, fresh, row.debtor_id


def interest_of_claim(context, windows, books):
    line = windows.show(InterestLine(context))
    over = Rooms(context, windows.show(QWidget()))
    line.asked.connect(lambda: over.interest(line.claim))
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[books[0][0]])
    line.show_claim(row)
    return Opened(line.words, (Qt.Key.Key_Return,), DerivationWindow)


def allocation_before(context, windows, books):
    dialog = windows.show(ReceiptDialog(context, [books[2]]))
    dialog.amount.set_fen(3_000_000)
    dialog.amount.changed.emit(3_000_000)
    return Opened(dialog.sharing.how, (Qt.Key.Key_Y, ALT), HowWindow, dialog)


def allocation_booked(context, windows, books):
    book_for_debtor(context.desk, FIRM, 3_000_000, TODAY, "SO-1")
    window = windows.show(ReceiptsWindow(context))
    return Opened(window.how, (Qt.Key.Key_Y,), HowWindow, window)


def allocation_of_an_advance(context, windows, books):
    book_for_claim(context.desk, books[2], 5_000_000, TODAY)
    dialog = windows.show(SetOffDialog(context, books[3]))
    return Opened(dialog.sharing.how, (Qt.Key.Key_Y, ALT), HowWindow, dialog)


def schedule(context, windows, books):
    dialog = windows.show(PlanDialog(context, books[0][:1]))
    dialog.fields.rate.setText("6")
    dialog.fields.changed.emit()
    return Opened(dialog.how, (Qt.Key.Key_Y, ALT), HowWindow, dialog)


def score(context, windows, books):
    class Pane(QWidget):
        def show_view(self, view, held): ...

    room = windows.show(TodayWorkspace(context, Pane()))
    room.refresh()
    room.resize(1200, 800)
    room.table.setFocus()
    return Opened(room.how, (Qt.Key.Key_Y,), HowWindow, room)


def interest_of_letter(context, windows, books):
    firm = {
        "name": "苏南精工",
        "address": "苏州路 1 号",
        "phone": "0512-1",
        "bank": "工行",
        "account": "622202",
    }
    set_creditor(context.desk, **firm)
    set_debtor(context.desk, FIRM, address="宁波市海曙区望春工业区 8 号")
    wizard = windows.show(LetterWizard(context, [books[1]]))
    page = wizard.check_page
    page.options.interest.setChecked(True)
    page.show_current()
    return Opened(page.options.how, (Qt.Key.Key_Y, ALT), HowWindow, wizard)


RESULTS = {
    interest_of_claim: (DAY, r"\d\.\d+ / 年", ARTICLE),
    allocation_before: (DAY, r"\d+\.\d\d", "第560条", "第561条"),
    allocation_booked: (DAY, "560", "30,000.00|500.00"),
    allocation_of_an_advance: (DAY, "第560条"),
    schedule: (DAY, "6.00%", "第202条"),
    score: (DAY, "180", "权重"),
    interest_of_letter: (DAY, r"\d\.\d+ / 年", ARTICLE, "SO-1"),
}


def told(window: QWidget) -> str:
    """All that a window says: its labels and its tables."""
    words = [label.text() for label in window.findChildren(QLabel)]
    words += [table.copied() for table in window.findChildren(AnswerTable)]
    view = getattr(window, "view", None)
    words += [cell for row in view.cells() for cell in row] if hasattr(view, "cells") else []
    return "\n".join(words)


def derivations(kind: type) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


@pytest.mark.parametrize("way", ["key", "click"])
@pytest.mark.parametrize("result", RESULTS, ids=lambda each: each.__name__)
def test_a_result_opens_its_derivation(result, way, context, windows, books):
    shown = result(context, windows, books)
    if way == "key":
        windows.press(shown.by_key or shown.result, shown.key)
    else:
        QTest.mouseClick(shown.result, Qt.MouseButton.LeftButton)
    (derivation,) = derivations(shown.derivation)
    words = told(derivation)
    for wanted in RESULTS[result]:
        assert re.search(wanted, words), (wanted, words)


def cell(table, column: str, place: int = 0):
    """Where a cell of a table lies, brought into sight."""
    number = next(at for at, each in enumerate(table.model.columns) if each.key == column)
    table.set_shown(number, True)
    index = table.model.index(place, number)
    half = table.left if number < table.frozen else table.right
    half.scrollTo(index)
    return half.viewport(), half.visualRect(index).center(), index


@pytest.mark.parametrize(
    ("column", "key", "wanted"),
    [
        ("interest", Qt.Key.Key_Y, (DAY, r"\d\.\d+ / 年", ARTICLE)),
        ("limitation", Qt.Key.Key_K, (DAY, "188|195", "时效")),
    ],
)
@pytest.mark.parametrize("way", ["key", "click"])
def test_a_figure_of_the_claims_table_opens_its_derivation(column, key, wanted, way, context, windows, books):
    room = windows.show(ClaimsWorkspace(context, Evidence()))
    over = Rooms(context, windows.show(QWidget()))
    room.detail.interest_requested.connect(over.interest)
    room.detail.clock_requested.connect(over.clock)
    room.resize(1240, 800)
    room.refresh(None)
    room.table.setFocus()
    if way == "key":
        windows.press(room.table, (Qt.Key.Key_Home,), (key,))
    else:
        where, middle, _ = cell(room.table, column)
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseDClick(where, Qt.MouseButton.LeftButton, pos=middle)
    (derivation,) = derivations(DerivationWindow if column == "interest" else ClaimClockWindow)
    for each in wanted:
        assert re.search(each, told(derivation) + derivation.windowTitle())


@pytest.mark.parametrize("way", ["key", "click"])
def test_a_row_of_the_board_tells_its_derivation_beside_it_and_opens_it(way, context, windows, books):
    room = windows.show(ClocksWorkspace(context))
    over = Rooms(context, windows.show(QWidget()))
    room.clock_requested.connect(over.clock)
    room.resize(1180, 800)
    room.table.setFocus()
    place = next(at for at, row in enumerate(room.model.rows) if row.kind == "guarantee")
    if way == "key":
        windows.press(room, (Qt.Key.Key_Home,), *[(Qt.Key.Key_Down,)] * place, (Qt.Key.Key_Y,))
        (derivation,) = derivations(ClaimClockWindow)
    else:
        where, middle, _ = cell(room.table, room.model.columns[0].key, place)
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=middle)
        derivation = room.pane
    assert room.current.kind == "guarantee"
    assert re.search(DAY, told(derivation))
    assert re.search(r"69[234]", told(derivation))


def test_the_board_tells_of_the_clock_in_hand_and_the_claim_opens_the_same_by_its_command(
    context, windows, books
):
    room = windows.show(ClocksWorkspace(context))
    room.resize(1180, 800)
    room.table.setFocus()
    windows.press(room, (Qt.Key.Key_Home,))
    alone = windows.show(ClaimClockWindow(context, books[1]))
    for window in (room.pane, alone):
        words = told(window)
        assert re.search(DAY, words)
        assert re.search(r"188|195", words)


def test_the_guarantee_clock_tells_its_days_and_article(context, windows, books):
    window = windows.show(GuarantorsWindow(context, books[3]))
    words = told(window)
    assert re.search(DAY, words)
    assert re.search(r"69[234]", words)


@pytest.mark.parametrize("way", ["key", "click"])
def test_every_period_of_a_guarantor_has_its_derivation(way, context, windows, books):
    window = windows.show(GuarantorsWindow(context, books[3]))
    over = Rooms(context, windows.show(QWidget()))
    window.clock_requested.connect(over.clock)
    how = next(each for each in window.findChildren(QAbstractButton) if each.accessibleName() == "怎么算的")
    if way == "key":
        how.setFocus()
        windows.press(how, (Qt.Key.Key_Space,))
    else:
        QTest.mouseClick(how, Qt.MouseButton.LeftButton)
    (derivation,) = derivations(ClaimClockWindow)
    assert re.search(r"69[234]", told(derivation))


def test_a_sum_of_the_aging_opens_its_claims_by_a_click(context, windows, books):
    window = windows.show(AgingWindow(context))
    over = Rooms(context, windows.show(QWidget()))
    window.behind_requested.connect(over.behind)
    band = next(each.key for each in window.model.columns if each.key.startswith("band:"))
    place = next(at for at, line in enumerate(window.model.rows) if line.row.bands.get(band[5:]))
    where, middle, _ = cell(window.table, band, place)
    QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(where, Qt.MouseButton.LeftButton, pos=middle)
    (behind,) = derivations(BehindWindow)
    assert behind.asked.band == band[5:]
    assert all(re.fullmatch(DAY, behind.context.formats.day(row.due_on)) for row in behind.model.rows)


def test_each_sum_of_a_past_aging_opens_its_claims_with_their_days(context, windows, books):
    window = windows.show(AgingWindow(context))
    over = Rooms(context, windows.show(QWidget()))
    window.behind_requested.connect(over.behind)
    window.day.set_day(date(2026, 11, 1))
    window.day.changed.emit(window.day.day)
    window.table.setFocus()
    windows.press(window, (Qt.Key.Key_Down,), (Qt.Key.Key_Return,))
    (behind,) = derivations(BehindWindow)
    assert all(re.fullmatch(DAY, behind.context.formats.day(row.due_on)) for row in behind.model.rows)
    assert "与账龄表相符" in behind.sums.text()


def test_fees_stand_with_their_formula_and_article(context, windows):
    window = windows.show(CalculatorWindow(context))
    window.turn_to(FEES)
    words = told(window)
    assert "2.5% × 100,000.00 - 200 = 2,300.00" in words
    assert "第13条" in words


def test_the_order_of_a_payment_names_what_decided_and_adds_up(context, windows, books):
    shown = allocation_before(context, windows, books)
    windows.press(shown.by_key, shown.key)
    (how,) = derivations(HowWindow)
    rows = how.how.rows
    assert next(row[1] for row in rows) == "SO-1"
    paid = sum(cell for row in rows for cell in row[5:8])
    assert paid == 3_000_000
    windows.press(windows.show(how), (Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier))
    assert QApplication.clipboard().text().startswith("顺序\t单据号")
