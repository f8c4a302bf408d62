"""A claims workspace on real books; it acts at once, without threads."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from models import settings
from models.clock import Clock
from ui.claims.workspace import ClaimsWorkspace
from ui.context import AppContext


class Panel(QWidget):
    """Where the evidence of a claim is shown; remembers which."""

    def __init__(self):
        super().__init__()
        self.shown = self.asked = None

    def show_claim(self, claim):
        self.shown = claim

    def add(self):
        self.asked = self.shown


@pytest.fixture
def context(store, dressed, inline_jobs):
    clock = Clock(date(2026, 11, 20))
    return AppContext(store, clock, lambda *_: b"%PDF-1.4", settings, inline_jobs, user="林晓")


@pytest.fixture
def ledger(claim):
    """Six claims of four debtors: not due, 9, 20, 47 and 120 days late, and one without a due date."""
    return {
        "future": claim("合肥蓝科新能源有限公司", 64_000_000, date(2026, 12, 23), number="F1", owner="周敏"),
        "young": claim("佛山南粤陶艺建材有限公司", 4_520_000, date(2026, 11, 11), number="Y1", owner="林晓"),
        "call": claim("宁波海晟机电设备有限公司", 9_235_050, date(2026, 10, 31), number="C1", owner="林晓"),
        "letter": claim("苏州恒锐精密制造有限公司", 18_640_000, date(2026, 10, 4), number="L1", owner="林晓"),
        "old": claim("苏州恒锐精密制造有限公司", 12_500_000, date(2026, 7, 23), number="O1", owner="周敏"),
        "undated": claim("宁波海晟机电设备有限公司", 100_000, None, number="U1"),
    }


@pytest.fixture
def workspace(context, ledger, qtbot):
    made = ClaimsWorkspace(context, Panel())
    qtbot.addWidget(made)
    made.resize(1240, 860)
    made.show()
    made.refresh(None)
    made.table.setFocus()
    return made
