"""评审: the monthly review, and the lists of what was registered, by month and by quarter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.changes import Changes
from models.rules.registration import AUDIT, SWEEP, period_of, period_with
from models.rules.workdays import add_months
from ui.common.buttons import Button, icon_button
from ui.common.choices import Segment
from ui.common.text import text
from ui.context import AppContext
from ui.review.month_page import MonthPage
from ui.review.registration_page import RegistrationPage

REVIEW = "review"


class ReviewWorkspace(QWidget):
    """``counted`` carries how many claims of this month's review are left; ``claim_requested`` one to be looked at."""

    counted = Signal(int)
    claim_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.title = self.tr("评审")
        self.day = context.today
        self.setObjectName("page")
        self.review, self.registration = MonthPage(context), RegistrationPage(context)
        self.setFocusProxy(self.review)
        self._build()
        self._connect()
        self._stale = True

    # --- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.review)
        self.stack.addWidget(self.registration)
        column.addWidget(self.stack, 1)
        self._tell_period()

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(8)
        self.earlier = icon_button("left", self.tr("前一期"), "Alt+Left")
        self.later = icon_button("right", self.tr("后一期"), "Alt+Right")
        self.period = text("", size=15, bold=True)
        self.tabs = Segment(
            [(REVIEW, self.tr("月度评审")), (SWEEP, self.tr("登记清理")), (AUDIT, self.tr("季度核查"))]
        )
        self.sheet = Button(self.tr("导出 Excel"), "sheet")
        self.paper = Button(self.tr("评审纪要 PDF"), "printer")
        row.addWidget(text(self.title, size=20, bold=True))
        row.addSpacing(4)
        row.addWidget(self.earlier)
        row.addWidget(self.period)
        row.addWidget(self.later)
        row.addStretch(1)
        row.addWidget(self.tabs)
        row.addWidget(self.sheet)
        row.addWidget(self.paper)
        return row

    def _connect(self) -> None:
        self.tabs.changed.connect(self.show_tab)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.sheet.clicked.connect(lambda: self.review.export(paper=False))
        self.paper.clicked.connect(lambda: self.review.export(paper=True))
        for page in (self.review, self.registration):
            page.claim_requested.connect(self.claim_requested)
        self.review.counted.connect(self.counted)
        self.context.bus.changed.connect(self.refresh)
        tabs = list(self.tabs.buttons)
        for step, key in ((1, "Ctrl+Tab"), (-1, "Ctrl+Shift+Tab")):
            QShortcut(QKeySequence(key), self, lambda step=step: self.show_tab(
                tabs[(tabs.index(self.tabs.value) + step) % len(tabs)]
            ))  # fmt: skip

    # --- showing -----------------------------------------------------------------------------------

    def show_tab(self, name: str) -> None:
        """The review, the month's sweep or the quarter's audit."""
        self.tabs.set_value(name)
        page = self.review if name == REVIEW else self.registration
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        for button in (self.sheet, self.paper):
            button.setVisible(name == REVIEW)
        self._show_period()
        page.setFocus()

    def step(self, by: int) -> None:
        """The period before or after; not beyond today's."""
        first = period_of(self._kind, self._name).first
        day = add_months(first, by * (3 if self._kind == AUDIT else 1))
        if day <= self.context.today:
            self.day = day
            self._show_period()

    @property
    def _kind(self) -> str:
        return AUDIT if self.tabs.value == AUDIT else SWEEP

    @property
    def _name(self) -> str:
        return period_with(self._kind, self.day).name

    def _show_period(self) -> None:
        self._tell_period()
        if self.tabs.value == REVIEW:
            self.review.show_month(self._name)
        else:
            self.registration.show_period(self._kind, self._name)

    def _tell_period(self) -> None:
        self.period.setText(self._name)
        self.later.setEnabled(period_of(self._kind, self._name).last < self.context.today)

    def refresh(self, changes: Changes | None = None) -> None:
        """Read anew what is in front, where ``changes`` may touch it; unseen, once it is looked at."""
        if changes is None or changes.everything or changes.claims or changes.debtors or changes.settings:
            self._stale = True
            self._read()

    def _read(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            (self.review if self.tabs.value == REVIEW else self.registration).refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The whole portfolio is read only once somebody looks."""
        super().showEvent(event)
        self._read()
