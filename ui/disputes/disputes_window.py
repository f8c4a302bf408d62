"""争议: every dispute with its day, the next to be settled first; one of them in full beside the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.actions.disputes import clear_mark, write_on
from models.changes import Changes
from models.progress import Progress
from models.queries.disputes import ALL, DUE, OPEN, RESOLVED, DisputeRow, disputes
from models.rules.problems import Problem
from ui.common import ask
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.choices import Segment
from ui.common.dialog import DialogShell
from ui.common.table import Column, Paint, RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.disputes.dispute_dialog import DisputeDialog
from ui.disputes.dispute_pane import DisputePane
from ui.disputes.resolve_dialog import ResolveDialog
from ui.problems import sentences, worded


class DisputesWindow(DialogShell):
    """The list. ``claim_chosen`` carries a claim, ``file_opened`` a piece of evidence."""

    claim_chosen = Signal(int)
    file_opened = Signal(int)

    def __init__(self, context: AppContext, claim: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1120, 680), "", primary_key="Ctrl+R", primary_icon="check", margin=0)
        self.setWindowTitle(self.tr("争议"))
        self.primary.set_words(self.tr("了结"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.claim = context, claim
        self.change = self.add_button(self.tr("填写或修改"), "edit", "Ctrl+E")
        self.write = self.add_button(self.tr("记往来"), "note", "Ctrl+N")
        self.change.clicked.connect(self.edit)
        self.write.clicked.connect(self.note)
        self.pane = DisputePane(context)
        model = RowsModel(self._columns(), id_of=lambda row: (row.claim_id, row.id), ticking=False)
        self.list = TablePage(model, self.pane)
        self._lay_out()
        self._connect()
        self.refresh()
        self.list.setFocus()

    def _columns(self) -> list[Column]:
        formats, language = self.context.formats, self.context.language
        return [
            Column("debtor", self.tr("债务人"), 184, lambda row: row.debtor, Paint.NAME),
            Column("number", self.tr("单号"), 142, lambda row: row.number or ""),
            Column("fen", self.tr("争议金额"), 112, lambda row: formats.amount(row.fen), Paint.MONEY,
                   sort_key=lambda row: row.fen),
            Column("reason", self.tr("理由"), 150, lambda row: worded(f"dispute_reason_{row.reason}", language)),
            Column("due_on", self.tr("期限"), 96, lambda row: formats.day(row.due_on) if row.due_on else "",
                   sort_key=lambda row: row.due_on,
                   tone=lambda row: "bad" if row.is_due(self.context.today) else "text"),
            Column("owner", self.tr("处理人"), 76, lambda row: row.owner or ""),
        ]  # fmt: skip

    def _lay_out(self) -> None:
        states = [
            (OPEN, self.tr("处理中")),
            (DUE, self.tr("已到期")),
            (RESOLVED, self.tr("已了结")),
            (ALL, self.tr("全部")),
        ]
        self.state = Segment(states, OPEN)
        self.everyone = Button(self.tr("显示全部债权的争议"), "close", kind="ghost")
        hint = self.tr("在债权里按 D 登记：对方对哪一部分有异议，只暂停催那一部分。")
        empty = EmptyState(self.tr("没有这样的争议"), hint=hint, icon="check")
        nothing_found = EmptyState(self.tr("没有符合条件的争议"), self.tr("清除筛选"), icon="filter")
        self.list.lay_out(self.windowTitle(), empty, nothing_found)
        self.list.add_filters(self.state, self.everyone)
        self.body.addWidget(self.list)

    def _connect(self) -> None:
        self.state.changed.connect(lambda _: self.refresh())
        self.everyone.clicked.connect(self._show_everyone)
        self.list.row_changed.connect(self._show_current)
        self.list.table.activated.connect(lambda _: self.edit())
        self.pane.file_opened.connect(self.file_opened)
        self.pane.claim_chosen.connect(self.claim_chosen)
        self.list.bind({"R": self.press_primary, "E": self.edit, "N": self.note})
        self.context.bus.changed.connect(self.refresh)

    # --- showing -----------------------------------------------------------------------------------

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the list again."""
        store, today, state, claim = self.context.store, self.context.today, self.state.value, self.claim
        self.everyone.setVisible(claim is not None)

        def work(_progress: Progress) -> list[DisputeRow]:
            with store.reading():
                return disputes(store, today, state, claim=claim)

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, rows: list[DisputeRow]) -> None:
        self.list.model.set_rows(rows)
        formats = self.context.formats
        sums: dict[str, int] = {}
        for row in rows:
            sums[row.currency] = sums.get(row.currency, 0) + row.fen
        number = self.tr("%1 项", "", len(rows)).replace("%1", formats.count(len(rows)))
        self.list.subtitle.setText(
            formats.joined([number, *(formats.money(fen, unit) for unit, fen in sums.items())])
        )
        self.list.show_stack(bool(rows))

    def _show_everyone(self) -> None:
        self.claim = None
        self.refresh()

    @property
    def current(self) -> DisputeRow | None:
        """The dispute the keyboard is on."""
        row: DisputeRow | None = self.list.current
        return row

    def _show_current(self) -> None:
        row = self.current
        runs = row is not None and row.resolved_on is None
        for button in (self.primary, self.change):
            button.setEnabled(runs)
        self.write.setEnabled(runs and row is not None and row.id > 0)
        marked = row is not None and row.id == 0
        self.primary.set_words(self.tr("取消标记") if marked else self.tr("了结"))
        self.pane.show_dispute(row)

    # --- acts --------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """End the current one; a ledger's mark is cleared with a reason."""
        row = self.current
        if row is None or row.resolved_on is not None:
            return
        if row.id:
            ResolveDialog(self.context, row, self).show()
            return
        why = ask.ask_text(self, self.tr("取消争议标记"), self.tr("原因"), self.tr("取消标记"))
        desk, claim = self.context.desk, row.claim_id
        if why:
            self.context.act(lambda _: clear_mark(desk, claim, why), None, self._refused, owner=self)

    def edit(self) -> None:
        """Correct the current one, or fill in what a ledger only marked."""
        row = self.current
        if row is not None and row.resolved_on is None:
            DisputeDialog(self.context, row.claim_id, row if row.id else None, self).show()

    def note(self) -> None:
        """One more step of its correspondence."""
        row = self.current
        if row is None or row.resolved_on is not None or not row.id:
            return
        words = ask.ask_text(self, self.tr("记往来"), self.tr("谁说了什么"), self.tr("保存"))
        desk, key = self.context.desk, row.id
        if words:
            self.context.act(lambda _: write_on(desk, key, words), None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
