"""What the meeting says of one claim, or of all that are ticked: class, cause, measure, owner, day, reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.rules.classification import CLASSES
from models.rules.review import BAD, CAUSES, MEASURES, NORMAL, Decision, Line, lacks
from ui.common.buttons import Button
from ui.common.cards import KeyValues
from ui.common.choices import ChoiceRow
from ui.common.fields import DateEdit, Field
from ui.common.formats import Formats
from ui.common.side_pane import SidePane
from ui.common.text import text
from ui.review.words import ReviewWords

CLASS_KEYS = ("1", "2", "3")
CAUSE_KEYS = ("Q", "W", "E", "R")


class DecisionPane(SidePane):
    """``given`` carries a Decision of what is shown; what is left open is filled in by rule."""

    given = Signal(object)
    left = Signal()

    def __init__(self, formats: Formats, today: Callable[[], date]) -> None:
        super().__init__()
        self.formats, self.today, self.words = formats, today, ReviewWords(formats)
        self.lines: tuple[Line, ...] = ()
        self.sum = text(size=13, tone="text2", wrap=True, selectable=True)
        self.facts = KeyValues(
            (label, "") for label in (self.tr("到期日"), self.tr("上次"), self.tr("列出的理由"))
        )
        hint = self.tr("选中一笔债权，这里定分类和处置")
        self.lay_out(hint, "clipboard", self.sum, self.facts, *self._choices(), *self._fields(), self.save)

    def _choices(self) -> list[QWidget]:
        classes = [
            (name, self.words.of_class(name), key) for name, key in zip(CLASSES, CLASS_KEYS, strict=True)
        ]
        causes = [(name, self.words.cause(name), key) for name, key in zip(CAUSES, CAUSE_KEYS, strict=True)]
        self.classes = ChoiceRow(classes)
        self.cause_label = text(self.tr("不良原因"), size=12, tone="text2")
        self.causes, self.more_causes = ChoiceRow(causes[:2]), ChoiceRow(causes[2:])
        self.classes.chosen.connect(lambda name: self.say_class(name or self.lines[0].classification))
        for row in (self.causes, self.more_causes):
            row.chosen.connect(lambda cause: self.say_cause(cause) if cause else None)
        label = text(self.tr("分类"), size=12, tone="text2")
        return [label, self.classes, self.cause_label, self.causes, self.more_causes]

    def _fields(self) -> list[Field]:
        self.measure = QComboBox()
        self.measure_text = QLineEdit()
        self.measure.setLineEdit(self.measure_text)
        self.measure.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for code in MEASURES:
            self.measure.addItem(self.words.measure(code), code)
        self.owner, self.note = QLineEdit(), QLineEdit()
        self.by = DateEdit(self.today)
        self.fields = [
            Field(self.tr("处置方案"), self.measure),
            Field(self.tr("负责人"), self.owner),
            Field(self.tr("办理期限"), self.by),
            Field(self.tr("说明"), self.note),
        ]
        self.save = Button(self.tr("保存这一笔"), "check", "Alt+S", bind=True)
        self.save.clicked.connect(self.give)
        for edit in (self.owner, self.note, self.by):
            edit.returnPressed.connect(self.give)
        return self.fields

    # --- showing -----------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line], *, open_to_change: bool) -> None:
        """One claim, or several that are decided together; a signed review can only be added to."""
        self.lines = tuple(lines)
        self.show_content(bool(lines))
        if not lines:
            return
        first, total = lines[0], sum(line.of.balance_fen for line in lines)
        many = self.tr("已选 %1 笔").replace("%1", self.formats.count(len(lines)))
        self.name.setText(first.of.debtor if len(lines) == 1 else many)
        self.sum.setText(
            self.formats.joined([first.of.number or "", self.formats.money(total, first.of.currency)])
            if len(lines) == 1
            else ""
        )
        self._show_facts(first, alone=len(lines) == 1)
        self._show_said(first.said)
        self.save.setText(self.tr("保存这一笔") if open_to_change else self.tr("补充说明"))
        self._tell_lack(first)

    def _show_facts(self, line: Line, *, alone: bool) -> None:
        due = self.formats.joined(
            part for part in (self.formats.day(line.of.due_on), self._late(line)) if part
        )
        values = (due, self.words.change(line), self.words.marks(line.marks))
        for label, value in zip(self.facts.values, values, strict=True):
            self.facts.show_value(label, value)
        self.facts.setVisible(alone)

    def _late(self, line: Line) -> str:
        return self.formats.overdue(line.of.days_overdue) if line.of.days_overdue > 0 else ""

    def _show_said(self, said: Decision) -> None:
        self.classes.set_value(said.classification)
        self.causes.set_value(said.cause if said.cause in self.causes.buttons else None)
        self.more_causes.set_value(said.cause if said.cause in self.more_causes.buttons else None)
        for widget in (self.cause_label, self.causes, self.more_causes):
            widget.setVisible(said.classification == BAD)
        for field in self.fields[:3]:
            field.setVisible(said.classification != NORMAL)
        self.measure.setEditText(self.words.measure(said.measure))
        self.owner.setText(said.owner or "")
        self.by.set_day(said.due_on)
        self.note.setText(said.note or "")

    def _tell_lack(self, line: Line) -> None:
        wanted = lacks(line.decision, line.proposed) if line.decision else ()
        words = {
            "cause": self.tr("还要选不良原因：Q W E R"),
            "measure": self.tr("还要写处置方案"),
            "note": self.tr("定得比规则好，要写说明"),
        }
        self.say(self.formats.listed(words[name] for name in wanted if name in words), "warn")

    # --- saying ------------------------------------------------------------------------------------

    def say_class(self, name: str) -> None:
        """A class by its key: the rule fills in the rest."""
        if not self.lines:
            return
        if name != NORMAL and name == self.lines[0].classification:
            self.given.emit(self._typed(name))
        else:
            self.given.emit(Decision(name, note=self.note.text().strip() or None))

    def say_cause(self, cause: str) -> None:
        """A cause by its key: it makes the claim a bad one."""
        if not self.lines:
            return
        was_bad = self.lines[0].classification == BAD
        typed = self._typed(BAD) if was_bad else Decision(BAD)
        measure = None if self._proposed(typed.measure) else typed.measure
        self.given.emit(Decision(BAD, cause, measure, typed.owner, typed.due_on, typed.note))

    def _proposed(self, measure: str | None) -> bool:
        """Whether the measure is only the rule's, so that the cause may bring another."""
        return measure in (self.lines[0].suggested.measure, "settle")

    def give(self) -> None:
        """What stands in the fields."""
        if not self.lines:
            return
        if self.by.unreadable:
            self.fields[2].set_error(self.tr("日期读不懂"))
            return
        self.given.emit(self._typed(self.classes.value or self.lines[0].classification))

    def _typed(self, name: str) -> Decision:
        if len(self.lines) > 1:
            return Decision(name, self._cause(name))
        words = self.measure.currentText().strip()
        measure = next((code for code in MEASURES if self.words.measure(code) == words), words or None)
        return Decision(
            name, self._cause(name), measure, self.owner.text().strip() or None, self.by.day,
            self.note.text().strip() or None,
        )  # fmt: skip

    def _cause(self, name: str) -> str | None:
        return (self.causes.value or self.more_causes.value) if name == BAD else None

    def go_to_measure(self) -> None:
        """M: to the measure."""
        if self.measure.isVisibleTo(self):
            self.measure.setFocus()
            self.measure_text.selectAll()

    def go_to_note(self) -> None:
        """N: to the remark."""
        self.note.setFocus()
