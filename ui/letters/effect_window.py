"""函件效果: what came in within 7, 15 and 30 days of each kind of letter, beside a fair control."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QWidget

from models.actions.exports import export_tables
from models.queries.letter_effect import letter_effects
from models.rules.effect import KindEffect, Window
from models.rules.problems import Problem
from ui.common.ask import save_file
from ui.common.cards import EmptyState
from ui.common.dialog import DialogShell
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.context import AppContext
from ui.effect_table import effect_tables, share
from ui.problems import sentences, worded


@dataclass(frozen=True)
class _Line:
    """One kind and window; ``id`` is its place."""

    id: int
    effect: KindEffect
    window: Window


class EffectWindow(DialogShell):
    """One table; the primary button writes it as a workbook."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1240, 520), "", primary_key="Ctrl+S", primary_icon="export", margin=0)
        self.context = context
        self.found: list[KindEffect] = []
        self.setWindowTitle(self._say("title"))
        self.primary.set_words(self.tr("导出 Excel"))
        self.cancel.set_words(self.tr("关闭"))
        self.body.setContentsMargins(20, 16, 20, 0)
        self.body.addWidget(text(self._say("title"), size=20, bold=True))
        self.body.addWidget(text(self._say("how"), tone="text2", wrap=True))
        self.model = RowsModel(self._columns(), ticking=False)
        self.table = FrozenTable(self.model)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState(self.tr("还没有发出过函件"), icon="letters"))
        self.body.addWidget(self.stack, 1)
        self.refresh()
        self.table.setFocus()

    def _say(self, code: str, **params: str) -> str:
        return worded(f"effect_{code}", self.context.language, params)

    def _columns(self) -> list[Column]:
        language, amount = self.context.language, self.context.formats.amount
        return [
            Column("kind", self._say("kind"), 150,
                   lambda row: worded(f"letter_kind_{row.effect.kind}", language), Paint.NAME),
            Column("currency", self._say("currency"), 80, lambda row: row.effect.currency),
            Column("window", self._say("window"), 80, lambda row: self._say("days", days=str(row.window.days)),
                   sort_key=lambda row: row.window.days),
            Column("letters", self._say("letters"), 70, lambda row: f"{row.window.letters:,}", Paint.MONEY,
                   sort_key=lambda row: row.window.letters),
            Column("asked", self._say("asked"), 120, lambda row: amount(row.window.asked_fen), Paint.MONEY,
                   sort_key=lambda row: row.window.asked_fen),
            Column("came", self._say("came"), 110, lambda row: amount(row.window.came_fen), Paint.MONEY,
                   sort_key=lambda row: row.window.came_fen),
            Column("rate", self._say("rate"), 70, lambda row: share(row.window.per_mille), Paint.MONEY,
                   sort_key=lambda row: row.window.per_mille or 0),
            Column("without", self._say("without"), 110, lambda row: amount(row.window.control_fen), Paint.MONEY,
                   sort_key=lambda row: row.window.control_fen),
            Column("rate_without", self._say("rate_without"), 100,
                   lambda row: share(row.window.control_per_mille), Paint.MONEY,
                   sort_key=lambda row: row.window.control_per_mille or 0),
            Column("control", self._say("control"), 120, lambda row: f"{row.window.control:,}", Paint.MONEY,
                   sort_key=lambda row: row.window.control),
            Column("few", "", 140, lambda row: self._say("few") if row.window.few else "", Paint.FAINT),
        ]  # fmt: skip

    def refresh(self) -> None:
        """Reckon it anew."""
        store, today = self.context.store, self.context.today
        self.context.jobs.read(lambda _: letter_effects(store, today), self._show, owner=self)

    def _show(self, found: list[KindEffect]) -> None:
        self.found = found
        lines = [(effect, window) for effect in found for window in effect.windows]
        self.model.set_rows([_Line(place, *each) for place, each in enumerate(lines)])
        self.stack.setCurrentIndex(0 if found else 1)
        self.primary.setEnabled(bool(found))

    def press_primary(self) -> None:
        """Write the table as a workbook."""
        desk, language, found = self.context.desk, self.context.language, self.found
        name = f"{self._say('title')}_{self.context.today:%Y%m%d}.xlsx"
        target = save_file(self, self._say("title"), name, "Excel (*.xlsx)")
        if target is not None:
            tables = effect_tables(found, self.context.today, language)
            words = self.tr("已存到 %1").replace("%1", str(target))
            self.context.jobs.write(
                lambda _: export_tables(desk, target, "export_effect", tables),
                lambda _: self.say(words, "ok"),
                self._not_done,
                owner=self,
            )

    def _not_done(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
