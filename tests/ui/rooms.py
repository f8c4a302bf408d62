"""Books with a debtor or two, and a context to open windows on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from models import settings
from models.actions import claims, parties
from models.clock import Clock
from models.store.store import open_store
from ui.context import AppContext
from ui.debtors.acts import debtor_acts
from ui.jobs import InlineJobs

TODAY = date(2026, 11, 20)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>endobj\n"
    b"4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
"""Two empty pages."""


@dataclass(frozen=True)
class At(Clock):
    """A clock whose instant is told too."""

    instant: datetime = datetime(2026, 11, 20, 2, 24, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant


@dataclass
class Printed:
    """What was asked to be set on paper; answers with two empty pages."""

    asked: list = field(default_factory=list)

    def __call__(self, kind, facts, language="zh_CN", *, on_screen=False):
        self.asked.append((kind, facts, language, on_screen))
        return PDF


def opened(folder, language="zh_CN", clock=None):
    """A context on new books."""
    return AppContext(
        open_store(folder),
        clock or At(TODAY),
        Printed(),
        settings,
        InlineJobs(),
        language=language,
        user="林晓",
    )


def owed(context, debtor, fen, number, due_on=date(2026, 10, 4), **more):
    """One registered claim."""
    key, _ = claims.register(context.desk, claims.ClaimDraft(debtor, fen, number, due_on=due_on, **more))
    return key


def filled(context):
    """Two claims of one firm and one of another; the creditor is known. Returns their keys."""
    parties.set_creditor(
        context.desk,
        name="苏南精工机械有限公司",
        address="苏州市工业园区1号",
        phone="0512-1000",
        bank="中国银行",
        account="123",
        letter_prefix="苏精",
    )
    keys = [
        owed(context, "苏州恒锐精密制造有限公司", 13_640_000, "PO-1"),
        owed(context, "苏州恒锐精密制造有限公司", 5_000_000, "PO-2", date(2026, 11, 11)),
        owed(context, "宁波海晟机电设备有限公司", 9_235_050, "PO-3"),
    ]
    parties.set_debtor(
        context.desk,
        "苏州恒锐精密制造有限公司",
        contact_person="王建国",
        phone="0512-8800 0123",
        address="苏州",
    )
    return keys


NO_WINDOW = {"quit", "export", "aging_xlsx", "aging_pdf", "evidence", "keep_view", "undo", "redo", "look_now"}
"""Commands of the main window that open no window, or one of the system's."""


def doors(window):
    """The windows of the palette, for the first claim of the table and its debtor: {command: opening it}."""
    window.claims.show_claim(window.claims.model.row_at(0).row.id)
    debtor = window.claims.detail.view.row.debtor_id
    acts = {
        f"debtor {act.name}": partial(window.debtor_desk.act_on, act.name, debtor) for act in debtor_acts()
    }
    return {command.name: command.run for command in window.commands if command.name not in NO_WINDOW} | acts


class Windows:
    """Opens windows as a clerk sees them, active, and puts away what a test leaves open."""

    def __init__(self, qtbot):
        self.qtbot, self.opened = qtbot, []

    def show(self, window):
        self.opened.append(window)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    def press(self, window, *strokes):
        """Type into whatever has the focus: a letter, a text (Chinese as an input method does), or (key, modifiers)."""
        for stroke in strokes:
            target = window.focusWidget() or window
            if isinstance(stroke, tuple):
                self.qtbot.keyClick(target, *stroke)
            elif stroke.isascii():
                self.qtbot.keyClicks(target, stroke)
            else:
                typed = QInputMethodEvent()
                typed.setCommitString(stroke)
                QApplication.sendEvent(target, typed)

    def close(self):
        for window in self.opened:
            if isValid(window):
                window.is_kept = True
                window.close()
