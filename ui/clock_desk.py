"""What the board of clocks asks of the main window: rooms opened, the count in the sidebar, the banner of alarms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject


class ClockDesk(QObject):
    """Connects the board and the pane of the claims with the rooms of a MainWindow."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of = window
        board, rooms, pane = window.clocks, window.rooms, window.claims.detail
        for asking, answer in (
            (board.call_requested, rooms.call),
            (board.letter_requested, rooms.letters),
            (board.plan_requested, rooms.plan),
            (board.event_requested, rooms.legal_event),
            (board.deadline_requested, rooms.deadline),
            (board.proof_requested, rooms.proof),
            (board.guarantors_requested, rooms.guarantors),
            (board.clock_requested, rooms.clock),
            (board.claims_requested, window.show_claims),
            (board.evidence_requested, self.show_evidence),
            (pane.clock_requested, rooms.clock),
            (pane.guarantors_requested, rooms.guarantors),
            (window.letters.guarantors_requested, rooms.guarantors),
            (pane.joint_requested, rooms.joint),
        ):
            asking.connect(answer)
        board.counted.connect(lambda number: window.sidebar.set_count("clocks", number))
        board.alarmed.connect(self.tell)
        window.claims.counted.connect(self.begin)
        window.stack.currentChanged.connect(lambda _: self.hush())

    def begin(self, counts: Any) -> None:
        """Once the claims are read, their clocks are looked at too, so that alarms come without being asked for."""
        if counts.get("all") and self.window_of.clocks.stale:
            self.window_of.clocks.refresh()

    def show_clock(self) -> None:
        """How the clocks of the claim shown are reckoned."""
        self._for_shown("id", self.window_of.rooms.clock)

    def enter_event(self) -> None:
        """Set down what moved the clock of the claim shown."""
        self._for_shown("id", lambda claim: self.window_of.rooms.legal_event([claim]))

    def enter_joint(self) -> None:
        """Say which claims are owed jointly with the one shown."""
        self._for_shown("id", self.window_of.rooms.joint)

    def enter_deadline(self) -> None:
        """Set down a period of the claim shown."""
        self._for_shown("id", self.window_of.rooms.deadline)

    def show_guarantors(self) -> None:
        """Who and what stands behind the debtor shown."""
        self._for_shown("debtor_id", self.window_of.rooms.guarantors)

    def _for_shown(self, field: str, act: Callable[[int], object]) -> None:
        view = self.window_of.claims.detail.view
        if view is not None:
            act(getattr(view.row, field))

    def show_evidence(self, claim: int) -> None:
        """The evidence of a claim, ready for one more piece."""
        self.window_of.show_claim(claim)
        self.window_of.claims.do("evidence")

    def tell(self, number: int) -> None:
        """A banner while clocks are about to end, unless they are looked at already."""
        window = self.window_of
        if not number or window.stack.currentWidget() is window.clocks:
            window.banners.drop("clocks")
            return
        words = self.tr("%1 项期限即将届满或已过。", "", number).replace("%1", str(number))
        window.banners.say("clocks", words, self.tr("查看")).acted.connect(self.show_alarm)

    def hush(self) -> None:
        """No alarm over the board itself."""
        if self.window_of.stack.currentWidget() is self.window_of.clocks:
            self.window_of.banners.drop("clocks")

    def show_alarm(self) -> None:
        """The clocks that gave the alarm."""
        self.window_of.show_workspace("clocks")
        self.window_of.clocks.within(1)
