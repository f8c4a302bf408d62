"""Sixty hostile strings in the claims table, its tool tips, the pane and the search: verbatim, and no markup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.clock import Clock
from models.store import open_store
from tests.harness.hostile import STRINGS
from tests.journeys.clerk import Clerk
from tests.journeys.month import TODAY

SEARCHED = STRINGS[::12]


@pytest.fixture
def clerk(seated: Callable[..., Clerk], tmp_path: Path) -> Clerk:
    """A claim against each of them, its memo the same words."""
    store = open_store(tmp_path / "data")
    desk = Desk(store, Clock(TODAY), "林晓")
    for name in STRINGS:
        register(desk, ClaimDraft(name, 100_00, name, due_on=date(2026, 9, 1), memo=name))
    store.close()
    return seated(tmp_path / "data")


def test_the_table_its_tips_and_the_pane_show_them_as_they_are(clerk: Clerk) -> None:
    assert set(clerk.column("debtor")) == set(clerk.column("number")) == set(STRINGS)
    model = clerk.window.claims.model
    for place, name in enumerate(clerk.column("debtor")):
        tip = model.index(place, model.column("debtor")).data(Qt.ItemDataRole.ToolTipRole)
        assert unescape(tip.removeprefix("<qt>").removesuffix("</qt>")) == name
    clerk.press("Home")
    for _ in range(6):
        assert clerk.window.claims.detail.name.text() == clerk.seen("debtor")
        clerk.press(*["Down"] * 10)
    labels = [each for each in QApplication.allWidgets() if isinstance(each, QLabel)]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_search_looks_for_the_words_themselves(clerk: Clerk) -> None:
    for name in SEARCHED:
        QGuiApplication.clipboard().setText(name)
        clerk.press("Ctrl+F", "Ctrl+A", "Ctrl+V", "Return")
        assert name in clerk.column("debtor")
        assert all(name.casefold() in found.casefold() for found in clerk.column("debtor"))
