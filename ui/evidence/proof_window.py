"""证据完整度: how the open claims are proved, the least proved money first, and what would help each most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.changes import Changes
from models.progress import Progress
from models.queries.gaps import Proof, ProofRow, proof_of_portfolio
from models.rules.problems import Problem
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.dialog import DialogShell
from ui.common.page_head import EDGE
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentences, worded

ALL, WEAK, GAPS, WHOLE = "all", "weak", "gaps", "whole"
_WEAK_BELOW = 50
_SLOTS_NAMED = 4


class ProofWindow(DialogShell):
    """The list; ``claim_chosen`` carries the claim to be shown with its evidence."""

    claim_chosen = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, "", (1180, 640), "", primary_key="Ctrl+Return", primary_icon="claims", margin=0
        )
        self.setWindowTitle(self.tr("证据完整度"))
        self.primary.set_words(self.tr("打开这笔债权"))
        self.cancel.set_words(self.tr("关闭"))
        self.context = context
        self.proof: Proof | None = None
        self.list = TablePage(RowsModel(self._columns(), id_of=lambda each: each.row.id, ticking=False))
        self.state = Segment(
            [
                (ALL, self.tr("全部")),
                (WEAK, self.tr("不足一半")),
                (GAPS, self.tr("未齐全")),
                (WHOLE, self.tr("齐全")),
            ],
            ALL,
        )
        self.missing = text(size=12, tone="text2", wrap=True)
        self._lay_out()
        context.bus.changed.connect(self.refresh)
        self.refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        empty = EmptyState(self.tr("没有未结清的债权"), icon="paperclip")
        nothing_found = EmptyState(self.tr("没有符合条件的债权"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.list.add_filters(self.state)
        self.missing.setContentsMargins(EDGE, 8, EDGE, 8)
        self.list.add_foot(self.missing)
        self.body.addWidget(self.list)
        self.state.changed.connect(lambda _: self._show())
        nothing_found.acted.connect(self._show_all)
        self.list.row_changed.connect(lambda: self.primary.setEnabled(self.list.current is not None))
        self.list.table.activated.connect(lambda _: self.press_primary())

    def _columns(self) -> list[Column]:
        formats = self.context.formats
        return [
            Column("debtor", self.tr("债务人"), 220, lambda each: each.row.debtor, Paint.NAME),
            Column("number", self.tr("单号"), 150, lambda each: each.row.number or ""),
            Column("balance", self.tr("余额"), 130, lambda each: formats.amount(each.row.balance_fen), Paint.MONEY,
                   sort_key=lambda each: each.row.balance_fen),
            Column("currency", self.tr("币种"), 80, lambda each: each.row.currency),
            Column("overdue", self.tr("逾期"), 116, lambda each: formats.overdue(each.row.days_overdue),
                   sort_key=lambda each: each.row.days_overdue),
            Column("score", self.tr("完整度"), 80, lambda each: str(each.score), right=True,
                   sort_key=lambda each: each.score, tone=_tone),
            Column("next", self.tr("最能补强的一步"), 330, self._next, tip=self._next),
        ]  # fmt: skip

    def _next(self, each: ProofRow) -> str:
        """What would help this claim most."""
        if not each.gaps:
            return ""
        gap = each.gaps[0]
        told = {"document": gap.document.key}
        return worded(f"gap_{gap.document.holder}_{gap.why}", self.context.language, told)

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read it again."""
        store, today = self.context.store, self.context.today

        def work(_progress: Progress) -> Proof:
            with store.reading():
                return proof_of_portfolio(store, today)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, proof: Proof) -> None:
        self.proof = proof
        self._show()

    def _show(self) -> None:
        if self.proof is None:
            return
        shown = [each for each in self.proof.rows if self._wanted(each)]
        self.list.model.set_rows(shown)
        self.list.subtitle.setText(self._sums(shown))
        self.missing.setText(self._missing(self.proof))
        self.list.show_stack(bool(self.proof.rows))

    def _show_all(self) -> None:
        self.state.set_value(ALL)
        self._show()

    def _wanted(self, each: ProofRow) -> bool:
        kind = self.state.value
        if kind == WEAK:
            return each.score < _WEAK_BELOW
        return kind == ALL or bool(each.gaps) == (kind == GAPS)

    def _sums(self, shown: list[ProofRow]) -> str:
        formats = self.context.formats
        number = self.tr("%1 笔", "", len(shown)).replace("%1", formats.count(len(shown)))
        yuan = sum(each.row.balance_fen for each in shown if each.row.currency == "CNY")
        score = self.proof.score if self.proof else None
        whole = self.tr("按余额加权 %1 分").replace("%1", str(score)) if score is not None else ""
        return formats.joined([number, formats.money(yuan, "CNY"), whole])

    def _missing(self, proof: Proof) -> str:
        """Which slots are empty most often."""
        language = self.context.language
        named = [
            f"{worded(f'slot_{slot}', language)} {count}"
            for slot, count in list(proof.empty.items())[:_SLOTS_NAMED]
        ]
        return self.tr("最常缺：%1").replace("%1", self.context.formats.listed(named)) if named else ""

    def press_primary(self) -> None:
        """Show the evidence of the current claim."""
        each: ProofRow | None = self.list.current
        if each is not None:
            self.claim_chosen.emit(each.row.id)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")


def _tone(each: ProofRow) -> str:
    return "bad" if each.score < _WEAK_BELOW else "warn" if each.gaps else "ok"
