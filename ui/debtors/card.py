"""The card of a debtor: everything the clerk wants to know before a call, on one page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from models.progress import Progress
from models.queries.behaviour import Behaviour
from models.queries.debtors import DebtorCard, debtor_card
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card
from ui.common.scrolling import scrolling
from ui.common.table import FrozenTable, RowsModel
from ui.common.text import text
from ui.common.timeline_view import Timeline
from ui.context import AppContext
from ui.debtors.acts import NEEDS_CLAIMS, debtor_acts
from ui.debtors.columns import ClaimColumns
from ui.debtors.figures import Figures
from ui.debtors.late_bars import SHOWN, LateBars
from ui.debtors.sections import ClocksSection, CompanySection, PeopleSection, RelatedSection, Section
from ui.theme import current

LEFT_WIDTH, LEFT_NARROW = 380, 320
WIDE_FROM = 1160
"""Below this width the cards at the left are narrower, and the original amount of a claim is left out."""
ROWS_SHOWN = 6
"""Claims shown without scrolling."""
_ROW, _HEAD = 34, 36
KINDS = ("call", "letter", "receipt", "evidence", "legal")


class CardPage(QWidget):
    """One debtor. ``act_requested`` carries (name, debtor, claims); ``moved`` a step in the list; ``left`` goes back.

    Single letters act anywhere on the page: nothing is typed here.
    """

    act_requested = Signal(str, object, object)
    claim_chosen = Signal(object)
    file_opened = Signal(int)
    moved = Signal(int)
    left = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.card: DebtorCard | None = None
        self.wanted: int | None = None
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_parts()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._header())
        self.area = scrolling(self._body())
        whole.addWidget(self.area, 1)
        self._connect()
        self._bind_keys()

    def _make_parts(self) -> None:
        formats, today = self.context.formats, self.context.today
        self.people, self.company = PeopleSection(formats), CompanySection()
        self.clocks, self.related = ClocksSection(formats), RelatedSection(formats)
        self.figures, self.bars = Figures(formats), LateBars(formats)
        self.claims = RowsModel(
            ClaimColumns(formats, today).all(), id_of=lambda view: view.row.id, ticking=False
        )
        self.table = FrozenTable(self.claims)
        self.claims_section = Section(self.tr("债权明细"))
        self.claims_section.put(self.table)
        self.late_section = Section(self.tr("每笔付款拖后天数"))
        self.late_section.put(self.bars)
        self.timeline = Timeline(formats, today, KINDS, self.tr("时间线"))

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(8)
        self.back = icon_button("left", self.tr("回到客户列表"), "Esc")
        self.name = text("", size=20, bold=True, selectable=True)
        self.about = text("", tone="text2")
        self.before = icon_button("up", self.tr("上一位客户"), "Alt+Up", kind="secondary")
        self.after = icon_button("down", self.tr("下一位客户"), "Alt+Down", kind="secondary")
        self.more = icon_button("more", self.tr("更多"), kind="secondary")
        self.statement = Button(self.tr("对账明细"), "file-text", "S")
        self.letter = Button(self.tr("催款函"), "letters", "L")
        self.call = Button(self.tr("记录通话"), "phone", "C", kind="primary")
        row.addWidget(self.back)
        row.addWidget(self.name)
        row.addWidget(self.about)
        row.addStretch(1)
        for button in (self.before, self.after, self.more, self.statement, self.letter, self.call):
            row.addWidget(button)
        return row

    def _body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(20, 2, 20, 20)
        row.setSpacing(12)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for section in (self.people, self.clocks, self.company, self.related):
            column.addWidget(section)
        column.addStretch(1)
        history = Card()
        history.column.addWidget(self.timeline)
        right = QVBoxLayout()
        right.setSpacing(12)
        for part in (self.figures, self.claims_section, self.late_section, history):
            right.addWidget(part)
        right.addStretch(1)
        row.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        return body

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows less beside each other."""
        super().resizeEvent(event)
        wide = self.width() >= current().px(WIDE_FROM)
        self.side.setFixedWidth(current().px(LEFT_WIDTH if wide else LEFT_NARROW))
        self.table.set_shown(self.claims.column("amount"), wide)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.before.clicked.connect(lambda: self.moved.emit(-1))
        self.after.clicked.connect(lambda: self.moved.emit(1))
        self.more.clicked.connect(self._open_more)
        for button, name in ((self.statement, "statement"), (self.letter, "letter"), (self.call, "call")):
            button.clicked.connect(lambda _=False, name=name: self.act(name))
        self.people.call_requested.connect(lambda: self.act("call"))
        self.table.activated.connect(self.claim_chosen)
        self.timeline.file_opened.connect(self.file_opened)
        self.related.debtor_chosen.connect(self.show_debtor)

    def _bind_keys(self) -> None:
        for act in debtor_acts():
            self._bind(act.key, partial(self.act, act.name))

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def menu(self) -> QMenu:
        """Everything that can be done with this debtor."""
        menu = QMenu(self)
        for act in debtor_acts():
            entry = menu.addAction(f"{act.words}\t{act.key}", lambda name=act.name: self.act(name))
            entry.setEnabled(self.can(act.name))
        return menu

    def _open_more(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def can(self, name: str) -> bool:
        """Whether there is anything to do it with."""
        return self.card is not None and (name not in NEEDS_CLAIMS or bool(self.card.claims))

    def act(self, name: str) -> None:
        """Ask for an act with this debtor and its open claims."""
        if self.card is not None and self.can(name):
            claims = [view.row.id for view in self.card.claims]
            self.act_requested.emit(name, self.card.debtor.id, claims)

    # --- showing -----------------------------------------------------------------------------------

    def show_debtor(self, debtor: int) -> None:
        """Read a debtor and show it; what is read meanwhile of another one is passed over."""
        self.wanted = debtor
        store, today = self.context.store, self.context.today

        def work(_progress: Progress) -> DebtorCard | None:
            with store.reading():
                return debtor_card(store, debtor, today)

        self.context.jobs.read(work, lambda card: self._take(debtor, card), owner=self)

    def refresh(self) -> None:
        """Read the same debtor again."""
        if self.wanted is not None:
            self.show_debtor(self.wanted)

    def _take(self, debtor: int, card: DebtorCard | None) -> None:
        if debtor != self.wanted:
            return
        if card is None:
            self.card = None
            self.left.emit()
            return
        other = self.card is None or self.card.debtor.id != debtor
        self.card = card
        self._tell(card)
        if other:
            self.area.verticalScrollBar().setValue(0)

    def _tell(self, card: DebtorCard) -> None:
        held = card.debtor
        self.name.setText(held.name)
        self.about.setText(" / ".join(part for part in (self.tr("客户"), held.industry, held.code) if part))
        for section in (self.people, self.company, self.clocks, self.figures):
            section.show_card(card)
        self.related.show_related(card.related)
        self.claims.set_rows(card.claims)
        self.claims_section.setVisible(bool(card.claims))
        rows = min(ROWS_SHOWN, len(card.claims))
        self.table.setFixedHeight(current().px(_HEAD + _ROW * rows + 2))
        count = self.context.formats.count(len(card.claims))
        self.claims_section.remark.setText(self.tr("%1 笔", "", len(card.claims)).replace("%1", count))
        self.bars.show_paid(card.behaviour.paid)
        self.late_section.setVisible(bool(card.behaviour.paid))
        self.late_section.remark.setText(self._late_remark(card.behaviour))
        self.timeline.show_entries(card.entries)
        for button, name in ((self.letter, "letter"), (self.call, "call")):
            button.setEnabled(self.can(name))

    def _late_remark(self, behaviour: Behaviour) -> str:
        number = min(SHOWN, len(behaviour.paid))
        words = self.tr("近 %1 笔，虚线 30 天", "", number).replace("%1", str(number))
        if not behaviour.undated:
            return words
        missing = self.tr("另有 %1 笔付款日不详", "", behaviour.undated).replace("%1", str(behaviour.undated))
        return self.context.formats.joined((words, missing))
