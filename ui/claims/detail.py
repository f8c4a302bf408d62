"""The pane beside the table: who, how much, how late, why now, what next; below it what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from models.actions.calls import add_note
from models.progress import Progress
from models.queries.parties import debtor
from models.queries.timeline import Entry, timeline
from models.queries.views import ClaimView
from ui.claims.interest_line import InterestLine
from ui.claims.items import ItemsList
from ui.claims.portfolio import STEPS, Portfolio
from ui.claims.profile import Profile
from ui.claims.tabs import Tabs
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card, EmptyState, WhyNowCard
from ui.common.marks import AgingPill
from ui.common.steps import ICONS, shown, why
from ui.common.text import text, tip
from ui.common.timeline_view import TimelineView
from ui.context import AppContext
from ui.theme import current

WIDTH, NARROWEST, WIDEST = 376, 352, 520
QUIET_MS = 60
"""The history is read once the arrows rest."""
_CARD_TONES = {"bad": "bad", "due": "accent", "later": "info"}
TIMELINE, EVIDENCE, ITEMS, PROFILE = range(4)


@dataclass(frozen=True)
class _Read:
    """What the lower half shows of one claim."""

    debtor: Any
    entries: list[Entry]


class DetailPane(QWidget):
    """Shows one claim. Signals carry claim keys; ``debtor_edit_requested`` and ``file_opened`` their own.

    ``evidence`` is the panel of the evidence room: it has ``show_claim(claim)``, ``add()``
    and ``paste()``.
    """

    call_requested = Signal(object)
    letter_requested = Signal(object)
    plan_requested = Signal(object)
    receipt_requested = Signal(object)
    claim_edit_requested = Signal(object)
    debtor_edit_requested = Signal(object)
    export_requested = Signal(object)
    file_opened = Signal(int)
    claim_chosen = Signal(object)
    clock_requested = Signal(object)
    guarantors_requested = Signal(object)
    interest_requested = Signal(object)
    terms_requested = Signal(object)
    charges_requested = Signal(object)
    joint_requested = Signal(object)
    dispute_requested = Signal(object)
    case_requested = Signal(object)

    def __init__(self, context: AppContext, evidence: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.evidence = context, evidence
        self.view: ClaimView | None = None
        self.portfolio = Portfolio([])
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMaximumWidth(current().px(WIDEST))
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(QUIET_MS)
        self.resting.timeout.connect(self._read)
        self.stack = QStackedWidget(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.stack.addWidget(EmptyState(self.tr("没有选中债权"), hint=self.tr("在左侧表格中选一笔。")))
        self.stack.addWidget(self._page())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its sums and buttons: what is squeezed in width loses height as well."""
        return super().minimumSizeHint().expandedTo(QSize(current().px(NARROWEST), 0))

    def _page(self) -> QWidget:
        page = QWidget(self.stack)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        self.head = QVBoxLayout()
        self.head.setContentsMargins(16, 0, 16, 10)
        self.head.setSpacing(8)
        column.addLayout(self.head)
        self.name = text("", size=16, bold=True, wrap=True, selectable=True)
        self.about = text("", size=12, tone="text2", wrap=True)
        self.head.addWidget(self.name)
        self.head.addWidget(self.about)
        self.head.addWidget(self._amounts())
        self.card = QWidget()
        self.head.addWidget(self.card)
        self.head.addLayout(self._actions())
        column.addWidget(self._tabs())
        column.addWidget(self.pages, 1)
        column.addWidget(self._note_bar())
        return page

    def _amounts(self) -> Card:
        card = Card("sunken", edge=False, padding=12)
        row = QHBoxLayout()
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(3)
        right.setSpacing(3)
        self.balance = text("", size=22, bold=True, selectable=True)
        self.pill = AgingPill(0, "")
        self.due = text("", size=12, tone="text2")
        self.original = text("", size=12, tone="text2")
        self.paid = text("", size=12, tone="ok")
        self.contest = text("", size=12, tone="warn")
        self.lapse = text("", size=12, tone="accent")
        self.lapse.setCursor(Qt.CursorShape.PointingHandCursor)
        self.lapse.installEventFilter(self)
        tip(self.lapse, self.tr("时效怎么算的"))
        self.contest.setCursor(Qt.CursorShape.PointingHandCursor)
        self.contest.installEventFilter(self)
        tip(self.contest, self.tr("查看争议  D"))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.pill)
        below.addWidget(self.due)
        below.addStretch(1)
        left.addWidget(text(self.tr("未收余额"), size=12, tone="text2"))
        left.addWidget(self.balance)
        left.addLayout(below)
        left.addWidget(self.contest)
        for label in (self.original, self.paid):
            right.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        self.interest = InterestLine(self.context)
        self.interest.asked.connect(lambda: self._emit_row(self.interest_requested, "id"))
        right.addWidget(self.interest, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.lapse, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(left, 1)
        row.addLayout(right)
        card.column.addLayout(row)
        return card

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.call = Button(self.tr("记录通话"), "phone", "C", kind="primary")
        self.letter = Button(self.tr("催款函"), key="L")
        self.plan = Button(self.tr("分期"), key="P")
        self.more = icon_button("more", self.tr("更多"), kind="secondary")
        self.call.clicked.connect(lambda: self._ask(self.call_requested))
        self.letter.clicked.connect(lambda: self._ask(self.letter_requested))
        self.plan.clicked.connect(lambda: self._ask(self.plan_requested))
        self.more.clicked.connect(self._open_more)
        for button in (self.call, self.letter, self.plan):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.more)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the last day of limitation shows how it was reckoned, one on the disputed part the dispute."""
        if watched is self.lapse and event.type() == QEvent.Type.MouseButtonRelease:
            self._emit_row(self.clock_requested, "id")
            return True
        if watched is self.contest and event.type() == QEvent.Type.MouseButtonRelease:
            self._ask(self.dispute_requested)
            return True
        return super().eventFilter(watched, event)

    def _ask(self, signal: Any) -> None:
        if self.view is not None:
            signal.emit([self.view.row.id])

    def more_menu(self) -> QMenu:
        """What else can be done with this claim."""
        menu = QMenu(self)
        menu.addAction(self.tr("登记回款\tM"), lambda: self._ask(self.receipt_requested))
        menu.addAction(self.tr("争议\tD"), lambda: self._ask(self.dispute_requested))
        menu.addAction(self.tr("时效怎么算的"), lambda: self._emit_row(self.clock_requested, "id"))
        menu.addAction(self.tr("利息怎么算的"), lambda: self._emit_row(self.interest_requested, "id"))
        menu.addAction(self.tr("逾期利息约定"), lambda: self._emit_row(self.terms_requested, "debtor_id"))
        menu.addAction(self.tr("连带债务"), lambda: self._emit_row(self.joint_requested, "id"))
        menu.addAction(self.tr("费用和利息"), lambda: self._emit_row(self.charges_requested, "id"))
        menu.addAction(
            self.tr("保证人和担保"), lambda: self._emit_row(self.guarantors_requested, "debtor_id")
        )
        menu.addAction(self.tr("专案"), lambda: self._emit_row(self.case_requested, "debtor_id"))
        menu.addSeparator()
        menu.addAction(self.tr("修改债权"), lambda: self._emit_row(self.claim_edit_requested, "id"))
        menu.addAction(
            self.tr("修改客户资料"), lambda: self._emit_row(self.debtor_edit_requested, "debtor_id")
        )
        menu.addAction(self.tr("导出这一笔"), lambda: self._ask(self.export_requested))
        return menu

    def _emit_row(self, signal: Any, field: str) -> None:
        if self.view is not None:
            signal.emit(getattr(self.view.row, field))

    def _open_more(self) -> None:
        menu = self.more_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _tabs(self) -> Tabs:
        self.tabs = Tabs([self.tr("时间线"), self.tr("证据"), self.tr("明细"), self.tr("资料")])
        self.pages = QStackedWidget(self)
        self.timeline = TimelineView(self.context.formats, self.context.today)
        self.items = ItemsList(self.context.formats, self.context.today)
        self.profile = Profile()
        framed = QWidget(self.pages)
        frame = QVBoxLayout(framed)
        frame.setContentsMargins(16, 12, 16, 0)
        frame.addWidget(self.evidence)
        for page in (self.timeline, framed, self.items, self.profile):
            self.pages.addWidget(page)
        self.tabs.changed.connect(self._show_tab)
        self.timeline.file_opened.connect(self.file_opened)
        self.items.chosen.connect(self.claim_chosen)
        self.profile.edit.clicked.connect(lambda: self._emit_row(self.debtor_edit_requested, "debtor_id"))
        return self.tabs

    def _note_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("foot")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("写备注，回车保存"))
        self.note.setAccessibleName(self.tr("备注"))
        tip(self.note, self.tr("写备注  N"))
        self.note.returnPressed.connect(self.save_note)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.note)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(lambda: self.claim_chosen.emit(self.view.row.id if self.view else None))
        row.addWidget(self.note)
        return bar

    def show_view(self, view: ClaimView | None, portfolio: Portfolio) -> None:
        """Show this claim; what stands in its history follows as soon as it is read."""
        if view is not None and view is self.view and portfolio is self.portfolio:
            return
        other = view is None or self.view is None or view.row.id != self.view.row.id
        self.view, self.portfolio = view, portfolio
        self.stack.setCurrentIndex(0 if view is None else 1)
        if view is None:
            return
        if other:
            self.note.clear()
        self._tell_head(view)
        self._tell_amounts(view)
        self._tell_why(view, "")
        self.tabs.tabs[EVIDENCE].tell(f"{sum(view.evidence)}/{len(view.evidence)}")
        self.tabs.tabs[ITEMS].tell(str(len(portfolio.of_debtor.get(view.row.debtor_id, []))))
        if self.isVisible():
            self.resting.start()

    def showEvent(self, event: Any) -> None:
        """Read what was put off while hidden."""
        super().showEvent(event)
        self.resting.start()

    def _tell_head(self, view: ClaimView) -> None:
        row, formats = view.row, self.context.formats
        self.name.setText(row.debtor)
        number = len(self.portfolio.of_debtor.get(row.debtor_id, [])) or 1
        claims = self.tr("%1 笔债权", "", number).replace("%1", formats.count(number))
        self.about.setText(formats.joined((row.industry or "", row.number or "", claims, row.owner or "")))

    def _tell_amounts(self, view: ClaimView) -> None:
        row, formats = view.row, self.context.formats
        self.balance.setText(formats.money(row.balance_fen, row.currency))
        late = None if row.due_on is None else (self.context.today - row.due_on).days
        self.pill.show_band(STEPS[view.band], formats.overdue(late))
        self.due.setText(self.tr("到期 %1").replace("%1", formats.day(row.due_on)) if row.due_on else "")
        self.original.setText(self.tr("原额 %1").replace("%1", formats.money(row.amount_fen, row.currency)))
        self.paid.setText(self.tr("已回 %1").replace("%1", formats.money(row.paid_fen, row.currency)))
        self.paid.setVisible(row.paid_fen != 0)
        contested = formats.money(row.disputed_fen, row.currency)
        self.contest.setText(self.tr("有争议 %1，暂停催收").replace("%1", contested))
        self.contest.setVisible(row.disputed_fen > 0)
        self.lapse.setText(
            self.tr("时效 %1").replace("%1", formats.day(view.limitation_on)) if view.limitation_on else ""
        )

    def _tell_why(self, view: ClaimView, contact: str) -> None:
        step, language = view.next_step, self.context.language
        said = why(step, language)
        fresh: QWidget = QWidget()
        if said:
            title = shown(step, self.context.formats, self.context.today).words
            body = "\n".join(part for part in (said, contact) if part)
            fresh = WhyNowCard(_CARD_TONES[step.tone], ICONS[step.code], title, body)
        self.head.replaceWidget(self.card, fresh)
        fresh.setVisible(bool(said))  # only in its place: shown before, it would be a window of its own
        self.card.hide()
        self.card.deleteLater()
        self.card = fresh

    def _read(self) -> None:
        view = self.view
        if view is None:
            return
        store, today, row = self.context.store, self.context.today, view.row
        self.interest.show_claim(row)
        self.items.show_rows(self.portfolio.of_debtor.get(row.debtor_id, []), row.id)

        def work(_progress: Progress) -> _Read:
            with store.reading():
                return _Read(debtor(store, row.debtor_id), timeline(store, row.id, today))

        self.context.jobs.read(work, lambda found: self._tell_read(view, found), owner=self)
        if self.pages.currentIndex() == EVIDENCE:
            self.evidence.show_claim(row.id)  # type: ignore[attr-defined]

    def _tell_read(self, view: ClaimView, found: _Read) -> None:
        if self.view is None or self.view.row.id != view.row.id:
            return
        self.timeline.show_entries(found.entries)
        self.tabs.tabs[TIMELINE].tell(str(len(found.entries)))
        self.profile.show_debtor(found.debtor)
        if found.debtor is not None:
            contact = " ".join(part for part in (found.debtor.contact_person, found.debtor.phone) if part)
            self._tell_why(self.view, contact)

    def _show_tab(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        if place == EVIDENCE and self.view is not None:
            self.evidence.show_claim(self.view.row.id)  # type: ignore[attr-defined]

    def add_evidence(self) -> None:
        """Choose files for the claim shown."""
        self.tabs.show_tab(EVIDENCE)
        self.evidence.add()  # type: ignore[attr-defined]

    def bundle(self) -> None:
        """Make the bundle of the claim shown."""
        self.tabs.show_tab(EVIDENCE)
        self.evidence.bundle()  # type: ignore[attr-defined]

    def paste_evidence(self) -> None:
        """Take in what the clipboard holds for the claim shown."""
        self.tabs.show_tab(EVIDENCE)
        self.evidence.paste()  # type: ignore[attr-defined]

    def edit_note(self) -> None:
        """Ready to write."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save_note(self) -> None:
        """Keep what was written; it leaves the field only once it is kept."""
        view, words = self.view, self.note.text().strip()
        if view is None or not words:
            return
        desk = self.context.desk
        self.context.act(
            lambda _progress: add_note(desk, view.row.id, words), lambda _: self._noted(words), owner=self
        )

    def _noted(self, words: str) -> None:
        if self.note.text().strip() == words:
            self.note.clear()
        self.resting.start()

    def refresh(self) -> None:
        """Read the history again: something was added to it."""
        self.resting.start()

    def claims_of_debtor(self) -> Sequence[int]:
        """The keys of the open claims of the debtor shown."""
        if self.view is None:
            return ()
        return [row.id for row in self.portfolio.of_debtor.get(self.view.row.debtor_id, [])]
