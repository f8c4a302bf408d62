"""The windows of what a claim rests on and what several decide: proof, disputes, approvals, the task force's cases."""

from __future__ import annotations

from collections.abc import Callable

from models.queries.disputes import disputes
from ui.cases.approvals_window import ApprovalsWindow
from ui.cases.case_window import CaseWindow
from ui.cases.cases_window import CasesWindow
from ui.cases.write_off_dialog import WriteOffDialog
from ui.disputes.dispute_dialog import DisputeDialog
from ui.disputes.disputes_window import DisputesWindow
from ui.doors import Doors
from ui.evidence.proof_window import ProofWindow


class CaseRooms(Doors):
    """Where disputes are settled and cases led; a claim chosen there is handed to ``choose_claim``."""

    choose_claim: Callable[[int], object]

    def proofs(self) -> None:
        """How the open claims are proved."""

        def make() -> ProofWindow:
            window = ProofWindow(self.context, self.over)
            window.claim_chosen.connect(self.choose_claim)
            return window

        self._show("proofs", make)

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
            window.claim_chosen.connect(self.choose_claim)
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
            window.claim_chosen.connect(self.choose_claim)
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
