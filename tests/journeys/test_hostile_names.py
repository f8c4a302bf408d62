"""Names that look like markup, formulas, statements or nothing at all come through every door as they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.parties import set_creditor, set_debtor
from models.clock import Clock
from models.queries.letter_rows import letter_rows
from models.store import open_store
from tests.journeys.clerk import Clerk
from tests.journeys.month import TODAY
from tests.reports.reading import text_of
from ui.calls.call_dialog import CallDialog
from ui.letters.letter_wizard import LetterWizard
from ui.palette.palette import Palette

NAMES = (
    "<ACME> GmbH",
    "<b>ACME</b>",
    "R&D 公司",
    "𠮷田商店",
    "㛃华贸易",
    "=1+1",
    "极长名称" * 30,
    "'; DROP TABLE claim;--",
    "\u200fACME\u200e 公司",
)
BY_HAND = NAMES[-2:]
"""A ledger's reader takes a first apostrophe and marks of direction for wrappings of the export."""


@pytest.fixture
def clerk(seated: Callable[..., Clerk], tmp_path: Path) -> Clerk:
    """The ledger with these names has been imported in the window; every debtor has an address."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["客户名称", "单据号", "应收日期", "欠款余额"])
    for place, name in enumerate(NAMES[:-2], start=2):
        sheet.append([None, f"N-{place}", "2026-09-01", 100 * place])
        sheet.cell(place, 1).value = name
        sheet.cell(place, 1).data_type = "s"
    book.save(tmp_path / "ledger.xlsx")
    store = open_store(tmp_path / "data")
    desk = Desk(store, Clock(TODAY), "林晓")
    set_creditor(
        desk, name="苏南精工", address="苏州 1 号", phone="0512-1000", bank="中国银行", account="123"
    )
    for place, name in enumerate(BY_HAND):
        register(desk, ClaimDraft(name, 100_00, f"H-{place}", due_on=date(2026, 9, 1)))
    store.close()
    made = seated(tmp_path / "data")
    made.press("Ctrl+I")
    made.answer("Return", tmp_path / "ledger.xlsx")
    made.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    for name in NAMES:
        set_debtor(made.session.context.desk, name, address="人民路 1 号")
    return made


def labels() -> list[QLabel]:
    return [each for each in QApplication.allWidgets() if isinstance(each, QLabel)]


def test_the_table_and_the_pane_show_them_as_they_are(clerk: Clerk) -> None:
    assert set(clerk.column("debtor")) == set(NAMES)
    model = clerk.window.claims.model
    clerk.press("Home")
    for place in range(len(NAMES)):
        name = clerk.seen("debtor")
        tip = model.index(place, model.column("debtor")).data(Qt.ItemDataRole.ToolTipRole)
        assert unescape(tip.removeprefix("<qt>").removesuffix("</qt>")) == name
        assert clerk.window.claims.detail.name.text() == name
        clerk.press("Down")
    assert {label.textFormat() for label in labels()} == {Qt.TextFormat.PlainText}


def test_they_are_copied_as_text(clerk: Clerk) -> None:
    clerk.press("Ctrl+A", "Ctrl+Shift+C")
    lines = QGuiApplication.clipboard().text().split("\n")
    copied = {line.split("\t")[0] for line in lines}
    quoted = {"=1+1": "'=1+1"}  # what a workbook would calculate gets the mark that it hides
    assert copied == {quoted.get(name, name) for name in NAMES}


def test_the_palette_finds_them(clerk: Clerk) -> None:
    for name in NAMES:
        clerk.press("Ctrl+K")
        QGuiApplication.clipboard().setText(name)
        clerk.press("Ctrl+V")
        assert [row.words for row in clerk.room(Palette).model.rows][1] == name
        clerk.press("Return")
        assert clerk.column("debtor") == [name]


def test_the_call_names_them(clerk: Clerk) -> None:
    name = clerk.seen("debtor")
    clerk.press("C")
    window = clerk.room(CallDialog)
    assert window.windowTitle() == f"记录通话 — {name}"
    assert {label.textFormat() for label in window.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_letters_print_them(clerk: Clerk, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    clerk.press("Ctrl+A", "L")
    clerk.answer("Ctrl+Shift+E", folder)
    printed = [text_of(file.read_bytes()) for file in folder.glob("*.pdf")]
    assert len(printed) == len(NAMES)
    for name in NAMES:
        inked = re.sub("[\u200e\u200f]", "", name)
        assert sum(inked in text for text in printed) == 1, name


def test_a_letter_that_no_font_can_print_is_named_and_takes_no_number(clerk: Clerk, tmp_path: Path) -> None:
    desk = clerk.session.context.desk
    register(desk, ClaimDraft("شركة", 100_00, "A-1", due_on=date(2026, 9, 1)))
    set_debtor(desk, "شركة", address="人民路 1 号")
    clerk.press("Shift+L")
    clerk.answer("Ctrl+Shift+E", tmp_path)
    assert clerk.room(LetterWizard).print_page.barred.text() == "شركة 的函件没有出具：名称里有无法印出的字"
    assert {row.debtor for row in letter_rows(clerk.session.store)} == set(NAMES)


def test_the_aging_holds_text_and_no_formula(clerk: Clerk, tmp_path: Path) -> None:
    target = tmp_path / "aging.xlsx"
    clerk.press("Ctrl+K")
    clerk.type("导出账龄 Excel")
    clerk.answer("Return", target)
    for sheet in openpyxl.load_workbook(target):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.value for cell in cells if cell.data_type == "s"} >= set(NAMES), sheet.title
        assert not [cell for cell in cells if cell.data_type == "f" and "1+1" in str(cell.value)]
