"""The list of the bank's lines: who paid, how much, whose it is thought to be and why."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.actions.bank import Proposed
from models.rules.bank_match import CERTAIN, LIKELY, UNKNOWN
from ui.common.formats import Formats
from ui.common.table import Column, Paint, Step
from ui.problems import worded

TONES = {CERTAIN: "ok", LIKELY: "warn", UNKNOWN: "text3"}
ICONS = {CERTAIN: "check", LIKELY: "info", UNKNOWN: "help"}
_FIRST = (CERTAIN, LIKELY, UNKNOWN)


class BankColumns(QObject):
    """Makes the columns, and the words they share with the pane beside them."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats

    def confidence(self, each: Proposed) -> str:
        """How sure it is, in a word; of a line that no longer waits, what became of it."""
        row = each.row
        code = f"bank_{row.match.confidence}" if row.state == "waiting" else f"bank_state_{row.state}"
        return worded(code, self.formats.language)

    def sign(self, each: Proposed) -> Step:
        """The same with its sign."""
        row = each.row
        if row.state != "waiting":
            return Step("check" if row.state == "booked" else "minus", self.confidence(each), "text2")
        return Step(ICONS[row.match.confidence], self.confidence(each), TONES[row.match.confidence])

    def reasons(self, each: Proposed) -> list[str]:
        """Why, a sentence each; first that it is in the books already."""
        row, language = each.row, self.formats.language
        if row.state == "set_aside":
            return [row.why or ""]
        found = [] if row.already is None else [
            worded("bank_already", language, {"day": row.already[1].isoformat()})
        ]  # fmt: skip
        return [*found, *(worded(reason.code, language, reason.params) for reason in row.match.why)]

    def payer(self, each: Proposed) -> str:
        """Who paid, by name or else by account."""
        return each.row.payer or each.row.account or "—"

    def amount(self, each: Proposed) -> str:
        """The sum, with its currency where that is not yuan."""
        row = each.row
        sign = "" if row.currency == "CNY" else f"{row.currency} "
        return sign + self.formats.amount(row.amount_fen)

    def all(self) -> list[Column]:
        """The columns in their order."""
        return [
            Column("payer", self.tr("付款人"), 180, self.payer, Paint.NAME, tip=self.payer),
            Column(
                "amount",
                self.tr("金额"),
                116,
                self.amount,
                Paint.MONEY,
                sort_key=lambda each: each.row.amount_fen,
                filterable=False,
            ),
            Column("on", self.tr("到账日"), 96, lambda each: self.formats.day(each.row.on)),
            Column(
                "confidence",
                self.tr("认款"),
                112,
                self.confidence,
                Paint.STEP,
                value=self.sign,
                sort_key=lambda each: _FIRST.index(each.row.match.confidence),
            ),
            Column(
                "debtor",
                self.tr("债务人"),
                180,
                lambda each: each.row.debtor or "",
                tip=lambda each: each.row.debtor or "",
            ),
            Column("why", self.tr("理由"), 240, self._why, Paint.FAINT, tip=self._why, filterable=False),
            Column("memo", self.tr("附言"), 200, _memo, tip=_memo, filterable=False),
        ]

    def _why(self, each: Proposed) -> str:
        return "；".join(self.reasons(each)) if self.formats.chinese else "; ".join(self.reasons(each))


def _memo(each: Proposed) -> str:
    return each.row.memo or ""
