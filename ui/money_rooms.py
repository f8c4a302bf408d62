"""The windows of money: receipts, accounts, aging, interest and what else is owed."""

from __future__ import annotations

from collections.abc import Sequence

from models.queries.claims import claim_rows
from models.queries.replay import past_of
from ui.aging.aging_window import AgingWindow, Asked
from ui.aging.behind_window import BehindWindow
from ui.doors import Doors
from ui.interest.calculator import INTEREST, CalculatorWindow
from ui.interest.derivation_window import DerivationWindow
from ui.interest.terms_dialog import TermsDialog
from ui.receipts.account_window import AccountWindow
from ui.receipts.charge_dialog import ChargeDialog
from ui.receipts.receipt_dialog import ReceiptDialog
from ui.receipts.receipts_window import ReceiptsWindow
from ui.receipts.replay_dialog import ReplayDialog
from ui.receipts.set_off_dialog import SetOffDialog


class MoneyRooms(Doors):
    """Where sums are booked, shared out and reckoned."""

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
            found.go_to(receipt)

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

    def calculator(self, page: str = INTEREST) -> None:
        """Interest of any sum, variants side by side; court fees, capitals, working days."""
        self._show("calculator", lambda: CalculatorWindow(self.context, self.over, page)).turn_to(page)
