"""The fields of a claim typed by hand, with debtors that are known completed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from models.actions.claims import KINDS, ClaimDraft
from models.queries.claims import ClaimRow
from models.rules.problems import Problem
from ui.common.fields import DateEdit, Field, MoneyEdit
from ui.problems import sentence

CURRENCIES = ("CNY", "USD", "EUR", "HKD", "GBP", "JPY")
_FOUND_BY = Qt.ItemDataRole.UserRole
Name = tuple[str, str]
"""A debtor's name and the initials it is found by."""


class _Names(QAbstractListModel):
    """Names to be completed, found by any part of them or of their initials."""

    def __init__(self, names: Sequence[Name]) -> None:
        super().__init__()
        self.names = list(names)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        name, initials = self.names[index.row()]
        if role == _FOUND_BY:
            return f"{name} {initials}"
        return name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None


class _Completer(QCompleter):
    """Puts the name in, whatever it was found by."""

    def __init__(self, names: Sequence[Name], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(_Names(names))
        self.setCompletionRole(_FOUND_BY)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return index.data(Qt.ItemDataRole.DisplayRole) or ""


class DueEdit(DateEdit):
    """The day a claim falls due: ``+30`` and days without a year count from the day it was issued."""

    def __init__(self, today: Callable[[], date], issued: Callable[[], date | None]) -> None:
        super().__init__(lambda: (issued() if self._counted else None) or today())

    @property
    def _counted(self) -> bool:
        return self.text().strip()[:1] in tuple("+＋0123456789")


class ClaimForm(QWidget):
    """``draft`` is what is typed, ``problems`` what cannot be read; ``edited`` comes with every change."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], language: str) -> None:
        super().__init__()
        self.language = language
        self.fields: dict[str, Field] = {}
        self.known: frozenset[str] = frozenset()
        self.debtor, self.number, self.contract = QLineEdit(), QLineEdit(), QLineEdit()
        self.owner, self.memo = QLineEdit(), QLineEdit()
        self.amount = MoneyEdit()
        self.currency, self.kind = QComboBox(), QComboBox()
        self.currency.addItems(CURRENCIES)
        for kind, words in zip(KINDS, self._kind_words(), strict=True):
            self.kind.addItem(words, kind)
        self.issued = DateEdit(today, past=True)
        self.due = DueEdit(today, lambda: self.issued.day)
        self._lay_out()
        self._connect()

    def _kind_words(self) -> Sequence[str]:
        return (
            self.tr("买卖"), self.tr("建设工程"), self.tr("借款"), self.tr("服务"), self.tr("运输"), self.tr("租赁"),
            self.tr("物业"), self.tr("保理或转让"), self.tr("国际货物买卖"), self.tr("海上货物运输"),
            self.tr("租船"), self.tr("其他"),
        )  # fmt: skip

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        places = (
            ("debtor", self.tr("债务人"), self.debtor, 0, 0, 2),
            ("amount", self.tr("金额"), self.amount, 1, 0, 1),
            ("currency", self.tr("币种"), self.currency, 1, 1, 1),
            ("issued_on", self.tr("开单日"), self.issued, 2, 0, 1),
            ("due_on", self.tr("到期日"), self.due, 2, 1, 1),
            ("number", self.tr("单据号"), self.number, 3, 0, 1),
            ("contract", self.tr("合同号"), self.contract, 3, 1, 1),
            ("kind", self.tr("种类"), self.kind, 4, 0, 1),
            ("owner", self.tr("负责人"), self.owner, 4, 1, 1),
            ("memo", self.tr("备注"), self.memo, 5, 0, 2),
        )
        for name, label, edit, row, column, width in places:
            self.fields[name] = Field(label, edit)
            grid.addWidget(self.fields[name], row, column, 1, width)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(6, 1)
        self.debtor.setPlaceholderText(self.tr("输入名称或拼音首字母"))
        self.amount.setPlaceholderText("0.00")
        self.fields["due_on"].set_hint(self.tr("可写 +30：开单日后 30 天"))

    def _connect(self) -> None:
        for edit in (self.debtor, self.number, self.contract, self.owner, self.memo):
            edit.textEdited.connect(lambda _: self.edited.emit())
        for changed in (self.amount.changed, self.issued.changed, self.due.changed):
            changed.connect(lambda _: self.edited.emit())
        for box in (self.currency, self.kind):
            box.activated.connect(lambda _: self.edited.emit())
        self.debtor.textChanged.connect(lambda _: self._say_whether_new())

    def set_names(self, names: Sequence[Name]) -> None:
        """These debtors are known."""
        self.known = frozenset(name for name, _ in names)
        self.debtor.setCompleter(_Completer(names, self.debtor))
        self._say_whether_new()

    def _say_whether_new(self) -> None:
        typed = self.debtor.text().strip()
        new = bool(typed) and typed not in self.known
        self.fields["debtor"].set_hint(self.tr("新债务人，保存时一并建立") if new else "")

    def show_claim(self, row: ClaimRow) -> None:
        """What the books say of a claim."""
        self.debtor.setText(row.debtor)
        self.amount.set_fen(row.amount_fen)
        self.issued.set_day(row.issued_on)
        self.due.set_day(row.due_on)
        for edit, words in (
            (self.number, row.number),
            (self.contract, row.contract),
            (self.owner, row.owner),
            (self.memo, row.memo),
        ):
            edit.setText(words or "")
        if self.currency.findText(row.currency) < 0:
            self.currency.addItem(row.currency)
        self.currency.setCurrentText(row.currency)
        self.kind.setCurrentIndex(max(0, self.kind.findData(row.kind)))

    def clear_for_next(self) -> None:
        """The next claim, likely of the same debtor, kind, contract and owner."""
        self.amount.set_fen(None)
        for edit in (self.number, self.memo):
            edit.clear()
        for day in (self.issued, self.due):
            day.set_day(None)
        self.show_problems(())
        self._say_whether_new()

    @property
    def draft(self) -> ClaimDraft:
        """What is typed."""
        return ClaimDraft(
            self.debtor.text(),
            self.amount.fen,
            self.number.text(),
            self.kind.currentData(),
            self.contract.text(),
            self.issued.day,
            self.due.day,
            self.currency.currentText(),
            self.owner.text(),
            self.memo.text(),
        )

    @property
    def unreadable(self) -> list[Problem]:
        """What is typed but is no sum or no day."""
        found = []
        if self.amount.unreadable:
            found.append(Problem("sum_unreadable", {"value": self.amount.text()}, "amount"))
        for name, edit in (("issued_on", self.issued), ("due_on", self.due)):
            if edit.unreadable:
                found.append(Problem("day_unreadable", {"value": edit.text()}, name))
        return found

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Each under its field; the first is led to."""
        wrong: dict[str, Problem] = {}
        for problem in problems:
            wrong.setdefault(problem.where or "", problem)
        for name, field in self.fields.items():
            field.set_error(sentence(wrong[name], self.language) if name in wrong else "")
        first = next((field for name, field in self.fields.items() if name in wrong), None)
        if first:
            first.edit.setFocus(Qt.FocusReason.OtherFocusReason)
