"""Step 4: the numbers of the mail, scanned one after the other or pasted as a column."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.rules.delivery import ADDRESS_SOURCES, CARRIERS
from ui.common.fields import DateEdit, Field
from ui.common.table import Column, FrozenTable, Paint, RowsModel, Step
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.letters.waybill_list import Entry, WaybillList
from ui.problems import sentence, worded


class _ScanEdit(QLineEdit):
    """A line that takes a scan (Enter) or a pasted column. ``entered`` carries the list of texts."""

    entered = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A column of numbers is no single line."""
        pasted = (
            QGuiApplication.clipboard().text().split("\n")
            if event.matches(QKeySequence.StandardKey.Paste)
            else []
        )
        lines = [line.split("\t")[0].strip() for line in pasted if line.strip()]
        if len(lines) > 1:
            self.entered.emit(lines)
        else:
            super().keyPressEvent(event)


class WaybillPage(QWidget):
    """The letters of a run with their numbers. ``changed`` comes with every number."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.list = WaybillList([], {})
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._fields())
        self.said = text("", size=12, tone="text2", wrap=True)
        column.addWidget(self.said)
        self.model = RowsModel(self._columns(), ticking=False)
        self.model.edited.connect(self._edited)
        self.table = FrozenTable(self.model)
        self.table.paste_wanted.connect(lambda words: self.take(words.splitlines()))
        self.table.activated.connect(lambda _: self.scan.setFocus())
        self.table.current_changed.connect(lambda _: self._say_of(self._place_in_list()))
        column.addWidget(self.table, 1)

    def _fields(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.scan = _ScanEdit()
        self.scan.setPlaceholderText(self.tr("扫描或输入后回车，跳到下一封；也可粘贴一列"))
        self.scan.returnPressed.connect(lambda: self.take([self.scan.text()]))
        self.scan.entered.connect(self.take)
        self.day = DateEdit(lambda: self.context.today, self.context.today, past=True)
        self.day.changed.connect(lambda _: self.changed.emit())
        self.carrier = QComboBox()
        for name in CARRIERS[:-1]:
            self.carrier.addItem(worded(f"carrier_{name}", self.context.language), name)
        self.source = QComboBox()
        self.source.addItem(self.tr("按债务人资料"), None)
        for name in ADDRESS_SOURCES:
            self.source.addItem(worded(f"address_source_{name}", self.context.language), name)
        row.addWidget(Field(self.tr("邮件单号"), self.scan), 3)
        row.addWidget(Field(self.tr("交寄日期"), self.day), 1)
        row.addWidget(Field(self.tr("交寄方式"), self.carrier), 1)
        row.addWidget(Field(self.tr("收件地址来源"), self.source), 1)
        return row

    def _columns(self) -> list[Column]:
        formats, language = self.context.formats, self.context.language
        return [
            Column("number", self.tr("编号"), 180, lambda row: row.letter.number),
            Column("debtor", self.tr("债务人"), 210, lambda row: row.letter.debtor, Paint.NAME),
            Column("total", self.tr("金额"), 110, lambda row: formats.amount(row.letter.total_fen), Paint.MONEY,
                   sort_key=lambda row: row.letter.total_fen),
            Column("waybill", self.tr("邮件单号"), 160, lambda row: row.typed, editable=True,
                   wrong=lambda row: row.problem is not None, filterable=False),
            Column("mark", self.tr("核对"), 560,
                   lambda row: _fault(row, language), Paint.STEP,
                   value=lambda row: _mark(row, language), tip=lambda row: _fault(row, language), filterable=False),
        ]  # fmt: skip

    def show_list(self, entries: WaybillList) -> None:
        """Show these letters and go to the first without a number."""
        self.list = entries
        self._show()
        first = next((place for place, entry in enumerate(entries.entries) if not entry.typed), 0)
        self.table.go_to(first)
        self.scan.setFocus()

    def take(self, written: list[str]) -> None:
        """Put numbers from the current letter on, and go to the one after them."""
        words = [line.strip() for line in written if line.strip()]
        if not words or not self.list.entries:
            return
        place = self._place_in_list()
        after = self.list.put(place, words)
        self._show()
        identifier = self.list.entries[min(after, len(self.list.entries) - 1)].id
        self.table.go_to_id(identifier)
        self.scan.clear()
        self._say_of(after - 1)

    def _place_in_list(self) -> int:
        current = self.table.current_id
        return next((n for n, entry in enumerate(self.list.entries) if entry.id == current), 0)

    def _edited(self, identifier: object, _key: str, words: str) -> None:
        place = next(n for n, entry in enumerate(self.list.entries) if entry.id == identifier)
        self.list.put(place, [words])
        self._show()
        self._say_of(place)

    def _say_of(self, place: int) -> None:
        """The whole fault of a number, which its cell may cut short; else how many there are."""
        words = _fault(self.list.entries[place], self.context.language) if self.list.entries else ""
        self.said.setText(words or self._counts())
        set_tone(self.said, "bad" if words or self.list.faulty else "text2")

    def _show(self) -> None:
        self.model.set_rows(self.list.entries)
        self.said.setText(self._counts())
        set_tone(self.said, "bad" if self.list.faulty else "text2")
        self.changed.emit()

    def _counts(self) -> str:
        entries = self.list.entries
        typed = sum(bool(entry.typed) for entry in entries)
        words = self.tr("已填 %1 / %2").replace("%1", f"{typed:,}").replace("%2", f"{len(entries):,}")
        wrong = self.tr("%1 个有误").replace("%1", f"{self.list.faulty:,}") if self.list.faulty else ""
        return self.context.formats.joined([words, wrong])


def _fault(entry: Entry, language: str) -> str:
    return sentence(entry.problem, language) if entry.problem else ""


def _mark(entry: Entry, language: str) -> Step | None:
    if entry.problem is not None:
        return Step("warning", _fault(entry, language), "bad")
    return Step("check", "", "ok") if entry.typed else None
