"""One plan in full: how far it is paid, each instalment, its paper, and the scan that makes it binding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.queries.plans import InstalmentRow, PlanRow
from models.rules.signing import Step as SigningStep
from ui.common import ask
from ui.common.buttons import Button
from ui.common.cards import Card, DropZone, KeyValues
from ui.common.check_line import CheckLine
from ui.common.fields import DateEdit, Field
from ui.common.formats import Formats
from ui.common.marks import ProgressLine
from ui.common.side_pane import SidePane
from ui.common.slot import Slot
from ui.common.table import Column, FrozenTable, Paint, RowsModel, Step
from ui.common.text import set_tone, text, tip
from ui.plans.plan_columns import OVER, TONES, PlanColumns
from ui.problems import worded
from ui.theme import current

SCANS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
SEEN = 12
"""Instalments shown at once at most; more scroll."""


class PlanPane(SidePane):
    """Shows one plan. ``scan_given`` carries (file, day it was signed), ``step_ticked`` (step, whether done).

    The other signals ask for their act.
    """

    scan_given = Signal(object, object)
    step_ticked = Signal(str, bool)
    print_wanted = Signal()
    save_wanted = Signal()
    open_wanted = Signal()

    def __init__(
        self, columns: PlanColumns, formats: Formats, today: Callable[[], date], language: str
    ) -> None:
        super().__init__()
        self.columns, self.formats, self.today, self.language = columns, formats, today, language
        self.row: PlanRow | None = None
        self.facts = KeyValues(
            (label, "")
            for label in (
                self.tr("编号"),
                self.tr("制作"),
                self.tr("交对方"),
                self.tr("签署"),
                self.tr("保证人"),
                self.tr("补充"),
                self.tr("作废"),
            )
        )
        self.steps = Slot(spacing=4)
        hint = self.tr("选中一份协议，这里显示详情")
        self.lay_out(
            hint,
            "plans",
            self._sums(),
            self._buttons(),
            self._signing(),
            self._lines(),
            self.steps,
            self.facts,
        )

    # --- building --------------------------------------------------------------------------------

    def _sums(self) -> Card:
        card = Card("sunken", edge=False)
        card.column.setSpacing(6)
        self.paid = text(size=22, bold=True, selectable=True)
        self.of_all = text(size=12, tone="text2")
        self.line = ProgressLine()
        self.next = text(size=12, wrap=True)
        card.column.addWidget(text(self.tr("已付"), size=12, tone="text2"))
        for widget in (self.paid, self.line, self.of_all, self.next):
            card.column.addWidget(widget)
        return card

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.open = Button(self.tr("打开"), "open", "O")
        self.print = Button(self.tr("打印"), "printer")
        self.save = Button(self.tr("存为 PDF"), "save")
        for button, signal in (
            (self.open, self.open_wanted),
            (self.print, self.print_wanted),
            (self.save, self.save_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _signing(self) -> QWidget:
        """Where the signed scan is dropped; only while it is waited for."""
        self.zone = DropZone(SCANS)
        self.zone.dropped.connect(lambda files: self._give(files[0] if files else None))
        self.zone.column.addWidget(text(self.tr("拖入双方签好的扫描件"), bold=True))
        self.zone.column.addWidget(
            text(self.tr("自签署日起，按期监督付款，诉讼时效重新计算。"), size=12, tone="text2", wrap=True)
        )
        self.signed_on = DateEdit(self.today, self.today(), past=True)
        self.signed_field = Field(self.tr("签署日"), self.signed_on)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.scan = Button(self.tr("选择扫描件"), "paperclip", "E")
        self.scan.clicked.connect(self.choose_scan)
        row.addWidget(self.signed_field, 1)
        row.addWidget(self.scan, 0, Qt.AlignmentFlag.AlignBottom)
        self.zone.column.addLayout(row)
        return self.zone

    def _lines(self) -> QWidget:
        amount = self.formats.amount
        self.model = RowsModel(
            [
                Column("number", self.tr("期次"), 40, lambda row: str(row.number), filterable=False),
                Column(
                    "due", self.tr("应付日"), 92, lambda row: self.formats.day(row.due_on), filterable=False
                ),
                Column(
                    "sum",
                    self.tr("应付"),
                    104,
                    lambda row: amount(row.principal_fen + row.interest_fen),
                    Paint.MONEY,
                    filterable=False,
                ),
                Column(
                    "state",
                    self.tr("情况"),
                    80,
                    lambda row: self._line_state(row).words,
                    Paint.STEP,
                    value=self._line_state,
                    filterable=False,
                ),
            ],
            id_of=lambda row: row.number,
            ticking=False,
        )
        self.table = FrozenTable(self.model)
        self.table.set_row_height("compact")
        self.table.right.head.setStretchLastSection(True)
        return self.table

    def _line_state(self, row: InstalmentRow) -> Step:
        if row.paid:
            return Step("check", self.tr("已付"), "ok")
        if self.row is not None and (self.row.waits or self.row.state in OVER):
            return Step("", "", "text3")
        if row.late:
            return Step("broken", self.tr("逾期"), "bad")
        if row.paid_fen:
            return Step("", self.tr("已付 %1").replace("%1", self.formats.short(row.paid_fen)), "text")
        return Step("", self.tr("未到期"), "text3")

    # --- showing ---------------------------------------------------------------------------------

    def show_plan(self, row: PlanRow | None) -> None:
        """This plan, or that there is none."""
        another = row is None or self.row is None or row.id != self.row.id
        self.row = row
        self.show_content(row is not None)
        if row is None:
            return
        if another:
            self.say("")
            self.signed_on.set_day(self.today())
            self.signed_field.set_error("")
        self.name.setText(row.debtor)
        self.show_state(self.columns.state(row), _tag_tone(row))
        self._show_sums(row)
        self.zone.setVisible(row.waits)
        self.model.set_rows(row.instalments)
        height = min(len(row.instalments), SEEN) * current().px(28) + current().px(36)
        self.table.setFixedHeight(height)
        self._show_steps(row)
        self._show_facts(row)

    def _show_steps(self, row: PlanRow) -> None:
        """The signing list while it is of use: before signing, and after it as long as something is open."""
        useful = row.waits or (row.in_force and bool(row.unchecked))
        self.steps.setVisible(useful)
        if not useful:
            return
        done = len(row.checked)
        told = self.tr("签署清单 %1 / %2").replace("%1", str(done)).replace("%2", str(len(row.steps)))
        self.steps.fill(text(told, bold=True), *(self._step(step, row.checked) for step in row.steps))

    def _step(self, step: SigningStep, checked: frozenset[str]) -> CheckLine:
        words = worded(f"signing_{step.code}", self.language)
        line = CheckLine(words if step.must else self.tr("%1（建议）").replace("%1", words))
        tip(line, step.source)
        line.box.setChecked(step.code in checked)
        line.box.toggled.connect(lambda on: self.step_ticked.emit(step.code, on))
        return line

    def _show_sums(self, row: PlanRow) -> None:
        money = self.formats.money
        self.paid.setText(money(row.paid_fen, row.currency))
        told = self.tr("共 %1，%2").replace("%1", money(row.total_fen, row.currency))
        self.of_all.setText(told.replace("%2", self.columns.progress(row)))
        self.line.set_share(row.paid_fen / row.total_fen if row.total_fen else 0)
        due = self.columns.due(row)
        coming = [self.tr("下期 %1").replace("%1", due) if due else "", self._called(row), self._untold(row)]
        self.next.setText("\n".join(words for words in coming if words))
        self.next.setVisible(any(coming))
        wary = "warn" if row.notice_due(self.today()) else "text"
        set_tone(self.next, "bad" if row.state in ("broken", "accelerated") else wary)

    def _called(self, row: PlanRow) -> str:
        """Whether the whole rest may be, or was, called due."""
        notice, day = row.notice, self.formats.day
        if row.state == "accelerated" and notice is not None:
            words = self.tr("全部余款已于 %1 到期（%2）")
            return words.replace("%1", day(notice.arrived_on)).replace("%2", notice.number)
        if row.state != "broken":
            return ""
        if notice is not None:
            return self.tr("提前到期通知 %1 已制作，送达对方时全部到期").replace("%1", notice.number)
        if row.callable_from is not None and row.callable_from <= self.today():
            return self.tr("已可宣布全部到期：按 N 发通知")
        return self.tr("自 %1 起可以宣布全部到期；按 N 先发违约通知").replace("%1", day(row.callable_from))

    def _untold(self, row: PlanRow) -> str:
        """Who still has to be told that the plan was changed, or was told and has not consented yet."""
        if row.state == "running" and row.unasked and not row.untold:
            words = self.tr("已致函 %1 征求同意；书面同意收回后，在“保证人和担保”里登记")
            return words.replace("%1", row.unasked)
        if row.notice_due(self.today()) != "guarantor_change":
            return ""
        words = self.tr("原协议保证人 %1 没有签署本补充协议，仍按原协议承担保证责任：按 N 致函保证人")
        return words.replace("%1", row.untold or "")

    def _show_facts(self, row: PlanRow) -> None:
        day = self.formats.day
        self.facts.show_value(self.tr("编号"), row.number)
        self.facts.show_value(self.tr("制作"), self.formats.joined([day(row.made_on), row.made_by]))
        self.facts.show_value(self.tr("签署"), day(row.signed_on) or "—")
        self.facts.show_value(self.tr("交对方"), day(row.sent_on) or "—")
        self.facts.show_value(self.tr("保证人"), self._behind(row) or "—")
        self.facts.show_value(self.tr("补充"), self._supplement(row))
        self.facts.show_value(self.tr("作废"), row.void_why or "—", "text" if row.void_why else "text3")

    def _behind(self, row: PlanRow) -> str:
        """Who signed as guarantor, and who consented in writing."""
        consented = [self.tr("%1（书面同意）").replace("%1", each.guarantor) for each in row.consents]
        return self.formats.listed([*([row.guarantor.name] if row.guarantor else []), *consented])

    def _supplement(self, row: PlanRow) -> str:
        if row.replaced_by:
            return self.tr("被 %1 代替").replace("%1", row.replaced_by)
        return self.tr("补充 %1").replace("%1", row.replaces) if row.replaces else "—"

    # --- the scan --------------------------------------------------------------------------------

    def choose_scan(self) -> None:
        """Pick the signed scan in the system's own window."""
        if self.row is not None and self.row.waits:
            kinds = self.tr("扫描件") + f" ({' '.join(f'*{suffix}' for suffix in SCANS)})"
            self._give(ask.choose_file(self, self.tr("选择签好的扫描件"), kinds))

    def _give(self, file: Path | None) -> None:
        day = self.signed_on.day
        self.signed_field.set_error("" if day else self.tr("请填写签署日，如 2026-11-20"))
        if file is not None and day is not None:
            self.scan_given.emit(file, day)


def _tag_tone(row: PlanRow) -> str:
    tone = TONES[row.state]
    return "text2" if tone == "text3" else tone
