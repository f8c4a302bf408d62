"""The two pages of taking a statement: which file, and what it would bring."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.ledger.statement import Statement
from models.ledger.statement_rows import StatementLine
from models.queries.bank_marks import Fresh
from ui.bank.mend_table import MendTable
from ui.common.ask import choose_file
from ui.common.buttons import Button
from ui.common.cards import DropZone
from ui.common.fields import Field
from ui.common.formats import Formats
from ui.common.marks import Icon, ProgressLine, Tag
from ui.common.table import Column, FrozenTable, Paint, RowsModel, Step
from ui.common.text import text
from ui.jobs import Job
from ui.problems import sentences, worded

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".txt", ".tsv", ".html", ".htm")
ASKS_PASSWORD = frozenset(("ledger_password", "ledger_wrong_password"))
_TOLD = 30
"""Problems listed at most; the rest is counted."""


class FilePage(QWidget):
    """``file_chosen`` carries a path, ``password_given`` a password."""

    file_chosen = Signal(object)
    password_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._zone())
        column.addWidget(self._busy())
        self.trouble = text("", tone="bad", wrap=True, selectable=True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        column.addWidget(self._password())
        column.addStretch(3)

    def _zone(self) -> DropZone:
        zone = self.zone = DropZone(SUFFIXES)
        zone.dropped.connect(lambda paths: self.file_chosen.emit(paths[0]))
        zone.column.setContentsMargins(16, 32, 16, 28)
        self.pick = Button(self.tr("选择文件"), "folder")
        self.pick.clicked.connect(self.choose)
        centre = Qt.AlignmentFlag.AlignHCenter
        hint = self.tr("工行、建行、农行、中行、招行等导出的明细，或手工登记的到账表；重叠的部分不会重复")
        zone.column.addWidget(Icon("receipt", "accent", 32), 0, centre)
        zone.column.addWidget(text(self.tr("拖入银行流水"), size=15, bold=True), 0, centre)
        zone.column.addWidget(self.pick, 0, centre)
        zone.column.addWidget(text(hint, size=12, tone="text2"), 0, centre)
        return zone

    def _busy(self) -> QWidget:
        self.busy = QWidget()
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.busy_words, self.line, self.stop = (
            text("", tone="text2"),
            ProgressLine(),
            Button(self.tr("停止"), "stop"),
        )
        row.addWidget(self.busy_words)
        row.addWidget(self.line, 1)
        row.addWidget(self.stop)
        self.busy.hide()
        return self.busy

    def _password(self) -> QWidget:
        self.locked = QWidget()
        row = QHBoxLayout(self.locked)
        row.setContentsMargins(0, 0, 0, 0)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaximumWidth(280)
        self.password.returnPressed.connect(self._give_password)
        give = Button(self.tr("打开"), "lock")
        give.clicked.connect(self._give_password)
        row.addWidget(Field(self.tr("打开密码"), self.password, self.tr("只用来打开文件，不会保存")))
        row.addWidget(give, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.locked.hide()
        return self.locked

    def choose(self) -> None:
        """Ask the system for a file."""
        kinds = self.tr("银行流水") + " (" + " ".join(f"*{suffix}" for suffix in SUFFIXES) + ")"
        path = choose_file(self, self.tr("选择银行流水"), kinds)
        if path is not None:
            self.file_chosen.emit(path)

    def _give_password(self) -> None:
        if self.password.text():
            self.password_given.emit(self.password.text())

    def show_reading(self, name: str, job: Job) -> None:
        """Say what is being read, and how far it is."""
        self.trouble.hide()
        self.locked.hide()
        self.busy_words.setText(self.tr("正在读取 %1").replace("%1", name))
        self.line.set_share(0)
        job.progressed.connect(lambda done, total: self.line.set_share(done / total if total else 0))
        self.stop.clicked.connect(job.cancel)
        self.busy.show()
        self.zone.setEnabled(False)

    def show_idle(self) -> None:
        """Nothing is being read."""
        self.busy.hide()
        self.zone.setEnabled(True)

    def show_problems(self, codes: set[str], words: str) -> None:
        """Say why it was not read; ask for the password where that is why."""
        self.trouble.setText(words)
        self.trouble.show()
        self.locked.setVisible(bool(codes & ASKS_PASSWORD))
        if codes & ASKS_PASSWORD:
            self.password.clear()
            self.password.setFocus()


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
