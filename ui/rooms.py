"""Opens the windows in which something is recorded. Modeless: one of a kind and subject at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.actions.exports import export_aging_paper, export_aging_workbook, export_claims
from models.progress import Progress
from models.queries.claims import ClaimRow, aging, claim_rows
from models.queries.disputes import disputes
from models.queries.documents import aging_facts
from models.queries.replay import past_of
from models.rules.limitation import ClaimEvent
from ui.aging.aging_window import AgingWindow, Asked
from ui.aging.behind_window import BehindWindow
from ui.bank.statement_dialog import StatementDialog
from ui.calls.call_dialog import CallDialog
from ui.cases.approvals_window import ApprovalsWindow
from ui.cases.case_window import CaseWindow
from ui.cases.cases_window import CasesWindow
from ui.cases.write_off_dialog import WriteOffDialog
from ui.claims.claim_dialog import ClaimDialog
from ui.clocks.claim_window import ClaimClockWindow
from ui.clocks.deadline_dialog import DeadlineDialog
from ui.clocks.event_dialog import EventDialog
from ui.clocks.guarantors_window import GuarantorsWindow
from ui.clocks.joint_dialog import JointDialog
from ui.clocks.proof_dialog import ProofDialog
from ui.common.ask import save_file
from ui.context import AppContext
from ui.debtors.debtor_dialog import DebtorDialog
from ui.debtors.merge_dialog import MergeDialog
from ui.disputes.dispute_dialog import DisputeDialog
from ui.disputes.disputes_window import DisputesWindow
from ui.evidence.viewer import EvidenceViewer
from ui.interest.calculator import CalculatorWindow
from ui.interest.derivation_window import DerivationWindow
from ui.interest.terms_dialog import TermsDialog
from ui.ledger.arrivals_window import ArrivalsWindow
from ui.ledger.import_wizard import ImportWizard
from ui.letters.letter_wizard import LetterWizard
from ui.plans.plan_dialog import PlanDialog
from ui.receipts.account_window import AccountWindow
from ui.receipts.charge_dialog import ChargeDialog
from ui.receipts.receipt_dialog import ReceiptDialog
from ui.receipts.receipts_window import ReceiptsWindow
from ui.receipts.replay_dialog import ReplayDialog
from ui.receipts.set_off_dialog import SetOffDialog
from ui.settings.settings_window import SettingsWindow


class Rooms(QObject):
    """Every window is handed the context and a parent; asking for one that is open brings it to the front."""

    exported = Signal(str)
    look_wanted = Signal()
    claim_chosen = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.over = context, parent
        self.open: dict[Hashable, QWidget] = {}

    def _show(self, key: Hashable, make: Callable[[], QWidget]) -> QWidget:
        found = self.open.get(key)
        if found is None:
            found = self.open[key] = make()
            found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            found.destroyed.connect(lambda: self.open.pop(key, None))
            found.show()
        else:
            found.raise_()
            found.activateWindow()
        return found

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

    def plan(self, claims: Sequence[int]) -> None:
        """A payment plan for these claims of one debtor."""

        def make() -> PlanDialog:
            dialog = PlanDialog(self.context, claims, self.over)
            dialog.debtor_requested.connect(self.debtor)
            dialog.creditor_requested.connect(lambda: self.settings("creditor"))
            return dialog

        if claims:
            self._show(("plan", *claims), make)

    def receipt(self, claims: Sequence[int]) -> None:
        """Money that came in for these claims of one debtor."""

        def make() -> ReceiptDialog:
            dialog = ReceiptDialog(self.context, claims, self.over)
            dialog.set_off_requested.connect(self.set_off)
            dialog.replay_requested.connect(self.replay)
            dialog.account_requested.connect(self.account)
            return dialog

        if claims:
            self._show(("receipt", *claims), make)

    def set_off(self, debtor: int, currency: str = "CNY") -> None:
        """Use a debtor's advance and credits to pay what it owes."""
        key = ("set_off", debtor, currency)
        self._show(key, lambda: SetOffDialog(self.context, debtor, currency, self.over))

    def replay(self, debtor: int, currency: str = "CNY") -> None:
        """How a debtor's money would be shared in the order of its days; shown only where that differs."""
        if past_of(self.context.store, debtor, self.context.today, currency).replay().differs:
            key = ("replay", debtor, currency)
            self._show(key, lambda: ReplayDialog(self.context, debtor, currency, self.over))

    def receipts(self, receipt: int | None = None) -> None:
        """Every receipt there is, one of them current."""

        def make() -> ReceiptsWindow:
            window = ReceiptsWindow(self.context, receipt, self.over)
            window.account_requested.connect(self.account)
            window.file_opened.connect(self.file)
            return window

        found = self._show("receipts", make)
        if receipt is not None:
            found.go_to(receipt)  # type: ignore[attr-defined]

    def account(self, debtor: int) -> None:
        """The account of a debtor in order of day."""

        def make() -> AccountWindow:
            window = AccountWindow(self.context, debtor, self.over)
            window.claim_requested.connect(self.claim)
            window.receipt_requested.connect(self.receipts)
            return window

        self._show(("account", debtor), make)

    def account_of(self, claim: int | None) -> None:
        """The account of the debtor of a claim."""
        store, today = self.context.store, self.context.today
        for row in claim_rows(store, today, today, claims=[] if claim is None else [claim], settled=True):
            self.account(row.debtor_id)

    def aging(self) -> None:
        """The aging of any day."""

        def make() -> AgingWindow:
            window = AgingWindow(self.context, self.over)
            window.behind_requested.connect(self.behind)
            return window

        self._show("aging", make)

    def behind(self, asked: Asked) -> None:
        """The claims that a sum of the aging is made of."""

        def make() -> BehindWindow:
            window = BehindWindow(self.context, asked, self.over)
            window.claim_requested.connect(self.claim)
            return window

        self._show(("behind", asked.aging.as_of, asked.by, asked.line.name, asked.band), make)

    def claim(self, claim: int | None) -> None:
        """Register a claim, or amend one."""
        self._show(("claim", claim), lambda: ClaimDialog(self.context, claim, self.over))

    def debtor(self, debtor: int) -> None:
        """A debtor's data."""
        self._show(("debtor", debtor), lambda: DebtorDialog(self.context, debtor, self.over))

    def merge(self, debtor: int) -> None:
        """Another debtor of the books is this one."""
        self._show(("merge", debtor), lambda: MergeDialog(self.context, debtor, self.over))

    def ledger(self, file: Path | None = None, text: str | None = None) -> None:
        """Import a ledger: a file, what was on the clipboard, or what is chosen there."""

        def make() -> ImportWizard:
            wizard = ImportWizard(self.context, file, text, self.over)
            wizard.statement_found.connect(self.statement)
            return wizard

        self._show("ledger", make)

    def statement(self, file: Path | None = None) -> None:
        """Take a bank's statement: a file, or what is chosen there."""
        self._show("statement", lambda: StatementDialog(self.context, file, self.over))

    def arrivals(self) -> None:
        """Ledgers that came by themselves."""

        def make() -> ArrivalsWindow:
            window = ArrivalsWindow(self.context, self.over)
            window.open_wanted.connect(self.arrived)
            window.look_wanted.connect(self.look_wanted)
            window.settings_wanted.connect(lambda: self.settings("watch"))
            return window

        self._show("arrivals", make)

    def arrived(self, file: Path) -> None:
        """Import a ledger that came by itself and waits; another import that is open stays as it is."""
        self._show(("ledger", file), lambda: ImportWizard(self.context, file, None, self.over))

    def settings(self, section: str = "") -> None:
        """The settings, at a section."""
        self._show("settings", lambda: SettingsWindow(self.context, section or None, self.over))

    def file(self, evidence: int) -> None:
        """Look at a piece of evidence."""
        self._show(("file", evidence), lambda: EvidenceViewer(self.context, evidence, self.over))

    # --- disputes ------------------------------------------------------------------------------------

    def dispute(self, claim: int) -> None:
        """What is contested of a claim: the list where something is, else a new dispute."""
        store, today = self.context.store, self.context.today
        if any(row.id for row in disputes(store, today, claim=claim)):
            self.disputes(claim)
        else:
            self._show(("dispute", claim), lambda: DisputeDialog(self.context, claim, None, self.over))

    def disputes(self, claim: int | None = None) -> None:
        """Every dispute, or those of a claim."""

        def make() -> DisputesWindow:
            window = DisputesWindow(self.context, claim, self.over)
            window.claim_chosen.connect(self.claim_chosen)
            window.file_opened.connect(self.file)
            return window

        self._show(("disputes", claim), make)

    def write_off(self, claim: int) -> None:
        """Give up what of a claim cannot be had."""
        self._show(("write_off", claim), lambda: WriteOffDialog(self.context, claim, self.over))

    def approvals(self) -> None:
        """What waits for another's decision."""

        def make() -> ApprovalsWindow:
            window = ApprovalsWindow(self.context, self.over)
            window.claim_chosen.connect(self.claim_chosen)
            return window

        self._show("approvals", make)

    def case(self, debtor: int) -> None:
        """The case of a debtor, or the way to open one."""

        def make() -> CaseWindow:
            window = CaseWindow(self.context, debtor, self.over)
            window.file_opened.connect(self.file)
            return window

        self._show(("case", debtor), make)

    def cases(self) -> None:
        """Every case of the task force."""

        def make() -> CasesWindow:
            window = CasesWindow(self.context, self.over)
            window.case_chosen.connect(self.case)
            return window

        self._show("cases", make)

    # --- clocks --------------------------------------------------------------------------------------

    def clock(self, claim: int) -> None:
        """How the clocks of a claim are reckoned."""

        def make() -> ClaimClockWindow:
            window = ClaimClockWindow(self.context, claim, self.over)
            window.event_requested.connect(self.legal_event)
            window.deadline_requested.connect(self.deadline)
            window.proof_requested.connect(self.proof)
            window.guarantors_requested.connect(self.guarantors)
            return window

        self._show(("clock", claim), make)

    def legal_event(self, claims: Sequence[int], code: str = "D1") -> None:
        """Set down what moved the clock of these claims."""
        if claims:
            self._show(("event", *claims), lambda: EventDialog(self.context, claims, self.over, code))

    def deadline(self, claim: int) -> None:
        """Set down a period of a claim."""
        self._show(("deadline", claim), lambda: DeadlineDialog(self.context, claim, self.over))

    def proof(self, debtor: str, event: ClaimEvent) -> None:
        """File what an event still lacks."""
        key = ("proof", event.source, event.key)
        self._show(key, lambda: ProofDialog(self.context, debtor, event, self.over))

    def joint(self, claim: int) -> None:
        """Which claims are owed jointly with one."""
        self._show(("joint", claim), lambda: JointDialog(self.context, claim, self.over))

    def guarantors(self, debtor: int) -> None:
        """Who and what stands behind a debtor."""

        def make() -> GuarantorsWindow:
            window = GuarantorsWindow(self.context, debtor, self.over)
            window.file_opened.connect(self.file)
            return window

        self._show(("guarantors", debtor), make)

    # --- interest ------------------------------------------------------------------------------------

    def interest(self, claim: int) -> None:
        """How the late-payment interest of a claim is reckoned."""

        def make() -> DerivationWindow:
            window = DerivationWindow(self.context, claim, self.over)
            window.terms_requested.connect(self.terms)
            return window

        self._show(("interest", claim), make)

    def terms(self, debtor: int, contract: str | None = None) -> None:
        """What a debtor or one of its contracts agreed about paying late."""
        self._show(("terms", debtor), lambda: TermsDialog(self.context, debtor, contract, self.over))

    def charges(self, claim: int) -> None:
        """What is owed on a claim besides its principal."""
        self._show(("charges", claim), lambda: ChargeDialog(self.context, claim, self.over))

    def calculator(self) -> None:
        """Interest of any sum, variants side by side."""
        self._show("calculator", lambda: CalculatorWindow(self.context, self.over))

    # --- what leaves as a file ---------------------------------------------------------------------

    def export_claims(self, claims: Sequence[int]) -> None:
        """These claims as a workbook."""
        name = self.tr("债权") + f"_{self.context.today:%Y%m%d}.xlsx"
        target = save_file(self.over, self.tr("导出债权"), name, "Excel (*.xlsx)") if claims else None
        if target is None:
            return
        desk, language, keys = self.context.desk, self.context.language, list(claims)

        def work(_progress: Progress) -> Path:
            found = claim_rows(desk.store, desk.today, desk.today, claims=keys)
            rows = {row.id: row for row in found}
            export_claims(desk, target, [rows[key] for key in keys if key in rows], desk.today, language)
            return target

        self.context.act(work, self._exported, title=self.tr("正在导出"), icon="export", owner=self)

    def export_aging(self, *, paper: bool) -> None:
        """The whole aging by debtor, as a workbook or on paper."""
        kind, suffix = ("PDF (*.pdf)", "pdf") if paper else ("Excel (*.xlsx)", "xlsx")
        name = self.tr("账龄") + f"_{self.context.today:%Y%m%d}.{suffix}"
        target = save_file(self.over, self.tr("导出账龄"), name, kind)
        if target is None:
            return
        desk, render, language = self.context.desk, self.context.render, self.context.language

        def work(_progress: Progress) -> Path:
            with desk.store.reading():
                rows: list[ClaimRow] = claim_rows(desk.store, desk.today, desk.today)
                facts = aging_facts(desk.store, aging(rows, desk.today), "debtor")
            if paper:
                export_aging_paper(desk, target, facts, render, language)
            else:
                export_aging_workbook(desk, target, facts, rows)
            return target

        self.context.act(work, self._exported, title=self.tr("正在导出账龄"), icon="export", owner=self)

    def _exported(self, target: Path) -> None:
        self.exported.emit(self.tr("已导出到 %1").replace("%1", str(target)))
