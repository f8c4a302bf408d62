"""What taking a statement would bring, before anything is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.ledger.statement import Statement
from models.ledger.statement_rows import StatementLine
from models.queries.bank_marks import Fresh
from ui.bank.mend_table import MendTable
from ui.common.formats import Formats
from ui.common.marks import Tag
from ui.common.table import Column, FrozenTable, Paint, RowsModel, Step
from ui.common.text import text
from ui.problems import sentences, worded

_TOLD = 30
"""Problems listed at most; the rest is counted."""


@dataclass(frozen=True)
class _Seen:
    """A line of the file and whether it is new."""

    id: int
    line: StatementLine
    new: bool


class StatementPage(QWidget):
    """What the statement brings: its lines with those already known, what was left out and why, what is wrong."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.counts = text("", size=15, bold=True)
        self.same, self.out, self.bad = Tag(""), Tag(""), Tag("", "bad", "warning")
        row.addWidget(self.counts)
        for tag in (self.same, self.out, self.bad):
            row.addWidget(tag)
        row.addStretch(1)
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.left_out = text("", size=12, tone="text2", wrap=True)
        self.wrong = MendTable(formats.language)
        self.doubts = text("", size=12, tone="warn", wrap=True, selectable=True)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        for label in (self.left_out, self.wrong, self.doubts):
            column.addWidget(label)

    def _columns(self) -> list[Column]:
        formats = self.formats

        def payer(seen: _Seen) -> str:
            return seen.line.payer or seen.line.account or "—"

        def amount(seen: _Seen) -> str:
            sign = "" if seen.line.currency == "CNY" else f"{seen.line.currency} "
            return sign + formats.amount(seen.line.amount_fen)

        def state(seen: _Seen) -> str:
            return self.tr("新") if seen.new else self.tr("已有")

        def memo(seen: _Seen) -> str:
            return seen.line.memo or ""

        return [
            Column("payer", self.tr("付款人"), 250, payer, Paint.NAME, tip=payer),
            Column("amount", self.tr("金额"), 120, amount, Paint.MONEY, sort_key=lambda seen: seen.line.amount_fen),
            Column("on", self.tr("到账日"), 100, lambda seen: formats.day(seen.line.on)),
            Column("state", self.tr("比对"), 80, state, Paint.STEP,
                   value=lambda seen: Step("plus" if seen.new else "", state(seen), "ok" if seen.new else "text3")),
            Column("memo", self.tr("附言"), 260, memo, tip=memo),
            Column("row", self.tr("行"), 56, lambda seen: str(seen.line.row), right=True,
                   sort_key=lambda seen: seen.line.row),
        ]  # fmt: skip

    def show_statement(self, statement: Statement, found: Fresh) -> None:
        """What this one would bring."""
        fresh_rows = {line.row for line, _ in found.new}
        self.model.set_rows([_Seen(line.row, line, line.row in fresh_rows) for line in statement.lines])
        self.counts.setText(self._sum(found))
        self.same.show_words(self.tr("%1 笔已有").replace("%1", str(found.same)))
        self.same.setVisible(bool(found.same))
        out = len(statement.skipped)
        self.out.show_words(self.tr("%1 行跳过").replace("%1", str(out)))
        self.out.setVisible(bool(out))
        self.bad.show_words(
            self.tr("%1 处读不懂").replace("%1", str(len(statement.problems))), "bad", "warning"
        )
        self.bad.setVisible(bool(statement.problems))
        self._say(self.left_out, self._why_out(statement))
        self.wrong.show_cells(statement.problems)
        language = self.formats.language
        said = [self._warnings(statement), sentences(found.doubts[:_TOLD], language)]
        self._say(self.doubts, "\n".join(part for part in said if part))

    def _sum(self, found: Fresh) -> str:
        sums: Counter[str] = Counter()
        for line, _ in found.new:
            sums[line.currency] += line.amount_fen
        told = "＋".join(self.formats.money(fen, currency) for currency, fen in sorted(sums.items()))
        words = self.tr("%1 笔新到账", "", len(found.new)).replace("%1", self.formats.count(len(found.new)))
        return self.formats.joined([words, told]) if told else words

    def _why_out(self, statement: Statement) -> str:
        whys = {
            "outgoing": self.tr("支出"), "reversed": self.tr("冲正或退回"), "no_amount": self.tr("没有金额"),
            "opening": self.tr("期初"), "subtotal": self.tr("小计"), "total": self.tr("合计"),
            "heading": self.tr("重复的表头"), "note": self.tr("说明"),
        }  # fmt: skip
        counts = Counter(each.why for each in statement.skipped)
        listed = self.formats.listed([f"{whys[why]} {count}" for why, count in counts.items()])
        return self.tr("跳过的行：%1").replace("%1", listed) if counts else ""

    def _warnings(self, statement: Statement) -> str:
        language = self.formats.language
        lines = [
            f"{each.cell} {worded(each.code, language, {'value': each.value, **each.params})}"
            for each in statement.warnings
        ]
        more = [self.tr("另有 %1 处").replace("%1", str(len(lines) - _TOLD))] if len(lines) > _TOLD else []
        return "\n".join(line.strip() for line in [*lines[:_TOLD], *more])

    def _say(self, label: object, words: str) -> None:
        label.setText(words)  # type: ignore[attr-defined]
        label.setVisible(bool(words))  # type: ignore[attr-defined]
