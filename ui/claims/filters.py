"""The filters in force as chips, and the menus that set them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.claims.criteria import QUESTIONS, Criteria
from ui.claims.filter_row import FilterRow
from ui.claims.model import ClaimsModel
from ui.claims.portfolio import STRIP
from ui.claims.strip import AgingStrip
from ui.common.formats import Formats
from ui.common.table import FrozenTable, Order

COLUMN = "column:"


class Filters(QObject):
    """Between the model and the row above the table."""

    def __init__(
        self, table: FrozenTable, model: ClaimsModel, row: FilterRow, strip: AgingStrip, user: str
    ) -> None:
        super().__init__(row)
        self.table, self.model, self.row, self.strip, self.user = table, model, row, strip, user
        self.formats: Formats = strip.formats
        row.chip_removed.connect(self.remove)
        row.chip_opened.connect(self.open)
        row.filter.clicked.connect(self.open_menu)
        row.columns.clicked.connect(lambda: self._below(row.columns, table.column_menu()))
        strip.chosen.connect(lambda band, add: model.set_criteria(model.criteria.toggled(band, add=add)))
        model.arranged.connect(self.tell)

    def question_words(self) -> dict[str, str]:
        """How the questions of the sidebar are called."""
        words = (self.tr("承诺逾期"), self.tr("逾期 90 天以上"), self.tr("时效 6 个月内届满"), self.tr("证据不全"),
                 self.tr("本周应收分期"))  # fmt: skip
        return dict(zip(QUESTIONS, words, strict=True))

    def tell(self) -> None:
        """Show the chips and the order in force."""
        self.row.show_chips(self._chips())
        order = self.model.order
        if not order.key:
            self.row.caption.setText(self.tr("按优先级排序"))
            return
        title = self.model.columns[self.model.column(order.key)].title
        words = self.tr("按%1降序") if order.descending else self.tr("按%1升序")
        self.row.caption.setText(words.replace("%1", title))

    def _chips(self) -> list[tuple[str, str, str]]:
        criteria, chips = self.model.criteria, []
        if criteria.debtor is not None:
            name = next(
                (row.debtor for row in self.model.portfolio.rows if row.debtor_id == criteria.debtor), ""
            )
            chips.append(("debtor", self.tr("客户"), _short(name)))
        if criteria.owner is not None:
            chips.append(("owner", self.tr("负责人"), self._owner_words(criteria.owner)))
        if criteria.bands:
            names = self.formats.listed(self.strip.name(band) for band in STRIP if band in criteria.bands)
            chips.append(("bands", self.tr("账龄"), _short(names)))
        if criteria.question:
            chips.append(("question", self.tr("视图"), self.question_words()[criteria.question]))
        for key, values in self.model.order.filters.items():
            title = self.model.columns[self.model.column(key)].title
            chips.append((COLUMN + key, title, _short(self.formats.listed(sorted(values)))))
        return chips

    def _owner_words(self, owner: str) -> str:
        if owner and owner == self.user:
            return self.tr("我")
        return owner or self.tr("（空）")

    def remove(self, name: str) -> None:
        """Take one filter away."""
        if name.startswith(COLUMN):
            self.table.set_filter(name.removeprefix(COLUMN), None)
        else:
            self.model.set_criteria(replace(self.model.criteria, **{name: getattr(Criteria(), name)}))

    def clear(self) -> None:
        """Take every filter away, the words of finding too."""
        order = self.model.order
        self.row.search.blockSignals(True)
        self.row.search.clear()
        self.row.search.blockSignals(False)
        self.model.show_by(Criteria(), Order(order.key, order.descending), "")

    def open(self, name: str) -> None:
        """Change a filter in force."""
        if name.startswith(COLUMN):
            self.table.open_filter(self.model.column(name.removeprefix(COLUMN)))
        else:
            self.open_menu()

    def open_menu(self) -> QMenu:
        """Owners, bands, questions and the values of every column."""
        menu = QMenu(self.row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        criteria = self.model.criteria
        owners = menu.addMenu(self.tr("负责人"))
        for owner in sorted({row.owner or "" for row in self.model.portfolio.rows}):
            self._choice(
                owners, self._owner_words(owner), criteria.owner == owner, replace(criteria, owner=owner)
            )
        bands = menu.addMenu(self.tr("账龄"))
        for band in STRIP:
            self._choice(
                bands, self.strip.name(band), band in criteria.bands, criteria.toggled(band, add=True)
            )
        questions = menu.addMenu(self.tr("视图"))
        for key, words in self.question_words().items():
            self._choice(questions, words, criteria.question == key, replace(criteria, question=key))
        menu.addSeparator()
        for place in self.table.arrangement.shown_columns():
            column = self.model.columns[place]
            if column.filterable:
                menu.addAction(
                    self.tr("%1…").replace("%1", column.title),
                    lambda place=place: self.table.open_filter(place),
                )
        menu.addSeparator()
        menu.addAction(self.tr("清除筛选"), self.clear)
        self._below(self.row.filter, menu)
        return menu

    def _choice(self, menu: QMenu, words: str, chosen: bool, criteria: Criteria) -> None:
        action = QAction(words, menu, checkable=True, checked=chosen)
        action.triggered.connect(lambda: self.model.set_criteria(criteria))
        menu.addAction(action)

    def _below(self, button: object, menu: QMenu) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))  # type: ignore[attr-defined]

    def strictest(self) -> str:
        """The words of the filter that alone takes most claims away; empty where only words were looked for."""
        excluded = self.model.excludes()
        if not excluded:
            return ""
        worst = max(excluded, key=lambda name: excluded[name])
        for name, label, value in self._chips():
            if name in (worst, COLUMN + worst):
                return f"{label} {value}"
        return ""


def _short(words: str, longest: int = 16) -> str:
    return words if len(words) <= longest else words[: longest - 1] + "…"
