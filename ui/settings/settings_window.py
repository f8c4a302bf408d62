"""设置: a list at the left, a page at the right; every choice applies at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.settings import FONT_PERCENT, LANGUAGE, ROW_HEIGHT, THEME
from ui.common.dialog import DialogShell
from ui.common.nav import NavItem
from ui.context import AppContext
from ui.settings.data_page import DataPage
from ui.settings.pages import AboutPage, CreditorPage, GeneralPage, KeysPage, LettersPage
from ui.settings.people_page import PeoplePage
from ui.settings.policy_page import PolicyPage
from ui.settings.review_page import ReviewPage
from ui.settings.safety_page import SafetyPage
from ui.settings.section import Section
from ui.settings.watch_page import WatchPage
from ui.theme import current

LOOKS = frozenset(which.key for which in (LANGUAGE, THEME, FONT_PERCENT, ROW_HEIGHT))


class SettingsWindow(DialogShell):
    """``appearance_changed`` carries the key of the look that changed.

    ``section``: general, creditor, policy, review, people, letters, watch, data, safety, keys or about.
    """

    appearance_changed = Signal(str)

    def __init__(
        self, context: AppContext, section: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, self.tr("设置"), (860, 640), self.tr("完成"), margin=0)
        self.context = context
        self.cancel.hide()
        self.saved.connect(self.close)
        self.items: dict[str, NavItem] = {}
        self.pages: dict[str, Section] = {}
        row = QHBoxLayout()
        row.setSpacing(0)
        self.stack = QStackedWidget()
        row.addWidget(self._list())
        row.addWidget(self.stack, 1)
        self.body.addLayout(row)
        self.show_section(section or "general")

    def _list(self) -> QWidget:
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(current().px(204))
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 14, 10, 14)
        column.setSpacing(2)
        group = QButtonGroup(self)
        for name, words, icon, _ in self._sections():
            item = self.items[name] = NavItem(words, icon)
            item.clicked.connect(lambda _=False, name=name: self.show_section(name))
            group.addButton(item)
            column.addWidget(item)
        column.addStretch(1)
        return side

    def _sections(self) -> list[tuple[str, str, str, Callable[[AppContext], Section]]]:
        return [
            ("general", self.tr("常规"), "settings", GeneralPage),
            ("creditor", self.tr("本单位"), "creditor", CreditorPage),
            ("policy", self.tr("催收节点"), "today", PolicyPage),
            ("review", self.tr("评审与登记"), "clipboard", ReviewPage),
            ("people", self.tr("用户与负责人"), "people", PeoplePage),
            ("letters", self.tr("函件"), "letters", LettersPage),
            ("watch", self.tr("自动导入"), "import", WatchPage),
            ("data", self.tr("数据与备份"), "disk", DataPage),
            ("safety", self.tr("安全"), "lock", SafetyPage),
            ("keys", self.tr("快捷键"), "keyboard", KeysPage),
            ("about", self.tr("关于"), "info", AboutPage),
        ]

    def show_section(self, name: str) -> None:
        """Show a page, made when first asked for."""
        if name not in self.pages:
            make = next(make for key, _, _, make in self._sections() if key == name)
            page = self.pages[name] = make(self.context)
            page.applied.connect(self._applied)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(page)
            self.stack.addWidget(area)
        self.items[name].setChecked(True)
        self.stack.setCurrentIndex(list(self.pages).index(name))
        later = self.pages[name].kept_by_button
        self.say(self.tr("按“保存节点”后生效") if later else self.tr("每一项改动立即生效"))

    def _applied(self, key: str) -> None:
        if key in LOOKS:
            self.appearance_changed.emit(key)
