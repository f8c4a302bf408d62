"""The windows of clocks: what moved one, what proves it, who else answers for the debt."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.limitation import ClaimEvent
from ui.clocks.claim_window import ClaimClockWindow
from ui.clocks.deadline_dialog import DeadlineDialog
from ui.clocks.event_dialog import EventDialog
from ui.clocks.guarantors_window import GuarantorsWindow
from ui.clocks.joint_dialog import JointDialog
from ui.clocks.proof_dialog import ProofDialog
from ui.doors import Doors


class ClockRooms(Doors):
    """Where clocks are explained and moved."""

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
            window.clock_requested.connect(self.clock)
            return window

        self._show(("guarantors", debtor), make)
