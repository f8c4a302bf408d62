"""A portfolio with seven debtors in arrears, one of them without an address."""

from datetime import date

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtCore import Qt

import main
from models import settings
from models.clock import Clock
from ui.context import AppContext

TODAY = date(2026, 11, 20)
NAMES = ("甲一公司", "乙二公司", "丙三公司", "丁四公司", "戊五公司", "己六公司")


@pytest.fixture
def context(firm, dressed, inline_jobs):
    """The context of the windows on 2026-11-20, the firm's own data complete."""
    return AppContext(firm.store, Clock(TODAY), main.render, settings, inline_jobs, user="林晓")


@pytest.fixture
def claims(claim):
    """One claim each of six debtors, the last without an address."""
    return [
        claim(name, 1_000_00 * (place + 1), date(2026, 9, 1), address=None if place == 5 else "人民路 1 号")
        for place, name in enumerate(NAMES)
    ]


@pytest.fixture
def shown(qtbot):
    """Show a window and make it the active one."""

    def show(window):
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # qtbot closes what it was given
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show
