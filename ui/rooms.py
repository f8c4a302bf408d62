"""Opens the windows in which something is recorded. Modeless: one of a kind and subject at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.actions.exports import export_aging_paper, export_aging_workbook, export_claims
from models.progress import Progress
from models.queries.claims import ClaimRow, aging, claim_rows
from models.queries.documents import aging_facts
from ui.bank.statement_dialog import StatementDialog
from ui.calls.call_dialog import CallDialog
from ui.case_rooms import CaseRooms
from ui.clock_rooms import ClockRooms
from ui.common.leaving import place_to_export
from ui.context import AppContext
from ui.debtors.merge_dialog import MergeDialog
from ui.ledger.arrivals_window import ArrivalsWindow
from ui.ledger.import_wizard import ImportWizard
from ui.letters.letter_wizard import LetterWizard
from ui.money_rooms import MoneyRooms
from ui.plans.plan_dialog import PlanDialog
from ui.settings.recovery_wizard import RecoveryWizard
from ui.settings.settings_window import SettingsWindow
from ui.trust_rooms import TrustRooms


class Rooms(QObject, MoneyRooms, ClockRooms, CaseRooms, TrustRooms):
    """Every window is handed the context and a parent; asking for one that is open brings it to the front."""

    exported = Signal(str)
    look_wanted = Signal()
    claim_chosen = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.over = context, parent
        self.open: dict[Hashable, Any] = {}
        self.choose_claim = self.claim_chosen.emit

    def call(self, claims: Sequence[int], after: Callable[[], object] | None = None) -> None:
        """Note a call about these claims of one debtor."""
        if claims:
            self._show(("call", *claims), lambda: self._call_window(claims, after))

    def _call_window(self, claims: Sequence[int], after: Callable[[], object] | None) -> CallDialog:
        window = CallDialog(self.context, claims, self.over, after)
        window.file_wanted.connect(self.file)
        return window

    def letters(self, claims: Sequence[int] | None, kind: str = "demand") -> None:
        """Letters of a kind about these claims; None: to everybody who is due."""
        chosen = None if claims is None else list(claims)

        def make() -> LetterWizard:
            wizard = LetterWizard(self.context, chosen, kind, self.over)
            wizard.debtor_requested.connect(self.debtor)
            return wizard

        self._show("letters", make)

    def plan(self, claims: Sequence[int], replaces: int | None = None) -> None:
        """A payment plan for these claims of one debtor, or a supplement to the plan it ``replaces``."""

        def make() -> PlanDialog:
            dialog = PlanDialog(self.context, claims, self.over, replaces=replaces)
            dialog.debtor_requested.connect(self.debtor)
            dialog.creditor_requested.connect(lambda: self.settings("creditor"))
            return dialog

        if claims:
            self._show(("plan", replaces, *claims), make)

    def merge(self, debtor: int) -> None:
        """Another debtor of the books is this one."""
        self._show(("merge", debtor), lambda: MergeDialog(self.context, debtor, self.over))

    def ledger(self, file: Path | None = None, text: str | None = None) -> None:
        """Import a ledger: a file, what was on the clipboard, or what is chosen there.

        Another import that is open stays as it is.
        """

        def make() -> ImportWizard:
            wizard = ImportWizard(self.context, file, text, self.over)
            wizard.statement_found.connect(self.statement)
            return wizard

        self._show(("ledger", file, text), make)

    def statement(self, file: Path | None = None) -> None:
        """Take a bank's statement: a file, or what is chosen there."""
        self._show(("statement", file), lambda: StatementDialog(self.context, file, self.over))

    def arrivals(self) -> None:
        """Ledgers that came by themselves."""

        def make() -> ArrivalsWindow:
            window = ArrivalsWindow(self.context, self.over)
            window.open_wanted.connect(self.ledger)
            window.look_wanted.connect(self.look_wanted)
            window.settings_wanted.connect(lambda: self.settings("watch"))
            return window

        self._show("arrivals", make)

    def settings(self, section: str = "") -> None:
        """The settings, at a section; without one, as they stand open."""
        window = self._show("settings", lambda: SettingsWindow(self.context, section or None, self.over))
        if section:
            window.show_section(section)

    def encrypt(self) -> None:
        """Encrypt books that are plain."""
        self._show("encrypt", lambda: RecoveryWizard(self.context, fresh=True, parent=self.over))

    def export_claims(self, claims: Sequence[int]) -> None:
        """These claims as a workbook."""
        name = self.tr("债权") + f"_{self.context.today:%Y%m%d}.xlsx"
        title = self.tr("导出债权")
        place = (
            place_to_export(self.context, self.over, "export_claims", title, name, "Excel")
            if claims
            else None
        )
        if place is None:
            return
        target, openly = place.file, place.openly
        desk, language, keys = self.context.desk, self.context.language, list(claims)

        def work(_progress: Progress) -> Path:
            found = claim_rows(desk.store, desk.today, desk.today, claims=keys)
            rows = {row.id: row for row in found}
            chosen = [rows[key] for key in keys if key in rows]
            export_claims(desk, target, chosen, desk.today, language, openly)
            return target

        self.context.act(work, self._exported, title=self.tr("正在导出"), icon="export", owner=self)

    def export_aging(self, *, paper: bool) -> None:
        """The whole aging by debtor, as a workbook or on paper."""
        kind, suffix = ("PDF", "pdf") if paper else ("Excel", "xlsx")
        name = self.tr("账龄") + f"_{self.context.today:%Y%m%d}.{suffix}"
        place = place_to_export(self.context, self.over, "export_aging", self.tr("导出账龄"), name, kind)
        if place is None:
            return
        target, openly = place.file, place.openly
        desk, render, language = self.context.desk, self.context.render, self.context.language

        def work(_progress: Progress) -> Path:
            with desk.store.reading():
                rows: list[ClaimRow] = claim_rows(desk.store, desk.today, desk.today)
                facts = aging_facts(desk.store, aging(rows, desk.today), "debtor")
            if paper:
                export_aging_paper(desk, target, facts, render, language, openly)
            else:
                export_aging_workbook(desk, target, facts, rows, openly)
            return target

        self.context.act(work, self._exported, title=self.tr("正在导出账龄"), icon="export", owner=self)

    def _exported(self, target: Path) -> None:
        self.exported.emit(self.tr("已导出到 %1").replace("%1", str(target)))
