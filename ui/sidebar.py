"""The navigation at the left: search, workspaces, kept views with their counts, import, settings, who works here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.common import icons
from ui.common.buttons import icon_button
from ui.common.marks import Avatar
from ui.common.nav import NavItem
from ui.common.painted import LEFT, Painted
from ui.common.painting import box, focus_ring, keycap, keycap_width, shows_focus
from ui.common.text import rule, text, tip
from ui.theme import Theme, current

WIDTHS = {"zh_CN": 208, "en": 216}
COLLAPSED = 56


class Logo(Painted):
    """The tick on its ground."""

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(32, 32)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Ground and tick."""
        box(painter, rect, theme["fill"], None, 8)
        painter.setPen(QPen(theme["on_fill"], 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPoint(9, 17), QPoint(14, 22), QPoint(23, 11)])


class SearchButton(QAbstractButton):
    """Looks like a search field; opens the palette."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.collapsed = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(40, current().px(32))

    def paintEvent(self, event: QEvent) -> None:
        """Icon, words, key."""
        painter, theme, rect = QPainter(self), current(), QRectF(self.rect())
        box(painter, rect, theme["surface"], theme["line2"])
        icons.paint(
            painter, "search", theme["text2"], rect if self.collapsed else QRectF(10, 0, 18, rect.height())
        )
        if not self.collapsed:
            painter.setFont(theme.font(13))
            painter.setPen(theme["text3"])
            painter.drawText(rect.adjusted(34, 0, 0, 0), LEFT, self.text())
            width = keycap_width(theme, "Ctrl K")
            spot = QRectF(rect.right() - width - 7, 0, width, rect.height())
            keycap(painter, theme, spot, "Ctrl K", theme["text2"], theme["line2"])
        if shows_focus(self):
            focus_ring(painter, rect, theme["accent"])
        painter.end()


class Sidebar(QWidget):
    """``workspace_chosen`` and ``view_chosen`` carry a name; ``view_dropped`` that of a kept view."""

    workspace_chosen = Signal(str)
    view_chosen = Signal(str)
    view_dropped = Signal(str)
    view_kept = Signal()
    palette_wanted = Signal()
    import_wanted = Signal()
    arrivals_wanted = Signal()
    approvals_wanted = Signal()
    settings_wanted = Signal(str)

    def __init__(
        self, language: str, firm: str, user: str, workspaces: Sequence[tuple[str, str, str]]
    ) -> None:
        super().__init__()
        self.language, self.collapsed = language, False
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 14, 12, 10)
        self.column.setSpacing(2)
        self.wide: list[QWidget] = []
        self.items: dict[str, NavItem] = {}
        self.views: dict[str, NavItem] = {}
        self._head(firm)
        self._workspaces(workspaces)
        self._view_list()
        self._foot(user)
        self.set_collapsed(False)

    def _head(self, firm: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 8)
        row.setSpacing(10)
        row.addWidget(Logo())
        names = QVBoxLayout()
        names.setSpacing(0)
        self.firm = text(firm, size=12, tone="text2")
        self.firm.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tip(self.firm, firm)
        for label in (text(self.tr("清账"), size=15, bold=True), self.firm):
            names.addWidget(label)
            self.wide.append(label)
        row.addLayout(names, 1)
        self.column.addLayout(row)
        self.search = SearchButton(self.tr("搜索或命令"))
        self.search.clicked.connect(self.palette_wanted)
        tip(self.search, self.tr("搜索客户、债权和命令  Ctrl K"))
        self.column.addWidget(self.search)
        self.column.addSpacing(8)

    def _workspaces(self, workspaces: Sequence[tuple[str, str, str]]) -> None:
        group = QButtonGroup(self)
        for name, words, icon in workspaces:
            item = self.items[name] = NavItem(words, icon, badge=name == "today")
            group.addButton(item)
            item.clicked.connect(lambda _=False, name=name: self.workspace_chosen.emit(name))
            self.column.addWidget(item)

    def _view_list(self) -> None:
        self.view_box = QWidget()
        column = QVBoxLayout(self.view_box)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 0, 2)
        head.addWidget(text(self.tr("视图"), size=12, bold=True, tone="text2"))
        head.addStretch(1)
        plus = icon_button("plus", self.tr("保存当前筛选"))
        plus.clicked.connect(self.view_kept)
        head.addWidget(plus)
        column.addLayout(head)
        self.view_column = QVBoxLayout()
        self.view_column.setSpacing(0)
        inner = QWidget()
        inner.setLayout(self.view_column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.view_column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        self.column.addWidget(self.view_box, 1)
        self.filler = QWidget()
        self.column.addWidget(self.filler, 1)

    def _foot(self, user: str) -> None:
        foot = [
            ("import", self.tr("导入台账"), "Ctrl I", self.import_wanted.emit),
            ("settings", self.tr("设置"), "", lambda: self.settings_wanted.emit("")),
        ]
        self.foot_items = [self._waiting(), self._arrived()]
        for icon, words, key, act in foot:
            item = NavItem(words, icon, key)
            item.setCheckable(False)
            item.clicked.connect(lambda _=False, act=act: act())
            self.foot_items.append(item)
            self.column.addWidget(item)
        self.column.addSpacing(6)
        self.column.addWidget(rule())
        row = QHBoxLayout()
        row.setContentsMargins(3, 8, 0, 0)
        row.setSpacing(10)
        row.addWidget(Avatar(user))
        names = QVBoxLayout()
        names.setSpacing(0)
        for label in (
            text(user or self.tr("未填姓名")),
            text(self.tr("信用控制专员"), size=12, tone="text2"),
        ):
            names.addWidget(label)
            self.wide.append(label)
        row.addLayout(names, 1)
        self.column.addLayout(row)

    def _waiting(self) -> NavItem:
        """What waits for another's decision; there only while something does."""
        self.waiting = NavItem(self.tr("待批准"), "check", badge=True)
        self.waiting.setCheckable(False)
        self.waiting.hide()
        self.waiting.clicked.connect(self.approvals_wanted)
        self.column.addWidget(self.waiting)
        return self.waiting

    def show_waiting(self, number: int) -> None:
        """How many questions wait for a decision."""
        self.waiting.set_trailing(f"{number:,}")
        self.waiting.setVisible(bool(number))

    def _arrived(self) -> NavItem:
        """Ledgers that came by themselves and were not looked at; there only while there are any."""
        self.arrived = NavItem(self.tr("自动导入"), "bell", badge=True)
        self.arrived.setCheckable(False)
        self.arrived.hide()
        self.arrived.clicked.connect(self.arrivals_wanted)
        self.column.addWidget(self.arrived)
        return self.arrived

    def show_arrived(self, number: int) -> None:
        """How many ledgers came by themselves since the clerk looked."""
        self.arrived.set_trailing(f"{number:,}")
        self.arrived.setVisible(bool(number))

    def choose(self, name: str) -> None:
        """Show a workspace as the one in front."""
        self.items[name].setChecked(True)

    def show_views(self, views: Sequence[tuple[str, str]], counts: Mapping[str, int]) -> None:
        """The views as (name, words), with how many claims each shows. None leaves the place empty."""
        if list(self.views) != [name for name, _ in views]:
            self._rebuild(views)
        for name, item in self.views.items():
            number = counts.get(name)
            item.set_trailing("" if number is None else f"{number:,}")
        self.set_collapsed(self.collapsed)

    def set_count(self, name: str, number: int | None) -> None:
        """How many a workspace holds; nothing is said of an empty one."""
        self.items[name].set_trailing(f"{number:,}" if number else "")

    def _rebuild(self, views: Sequence[tuple[str, str]]) -> None:
        while (old := self.view_column.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self.views = {}
        for name, words in views:
            item = self.views[name] = NavItem(words)
            item.setCheckable(False)
            tip(item, words)
            item.clicked.connect(lambda _=False, name=name: self.view_chosen.emit(name))
            if name.startswith("view:"):
                item.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                item.customContextMenuRequested.connect(lambda spot, name=name: self._view_menu(name, spot))
            self.view_column.addWidget(item)
        self.view_column.addStretch(1)

    def _view_menu(self, name: str, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("删除这个视图"), lambda: self.view_dropped.emit(name.removeprefix("view:")))
        menu.popup(self.views[name].mapToGlobal(spot))

    def set_collapsed(self, collapsed: bool) -> None:
        """Icons alone, or everything."""
        self.collapsed = collapsed
        theme = current()
        self.setFixedWidth(COLLAPSED if collapsed else theme.px(WIDTHS[self.language]))
        self.column.setContentsMargins(*((10, 14, 10, 10) if collapsed else (12, 14, 12, 10)))
        for widget in self.wide:
            widget.setVisible(not collapsed)
        self.view_box.setVisible(not collapsed and bool(self.views))
        self.filler.setVisible(not self.view_box.isVisibleTo(self))
        self.search.collapsed = collapsed
        for item in (*self.items.values(), *self.foot_items):
            item.set_collapsed(collapsed)
        self.update()

    def paintEvent(self, event: QEvent) -> None:
        """A hairline at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current()["side"])
        painter.fillRect(self.width() - 1, 0, 1, self.height(), current()["line"])
        painter.end()
