"""The bar below the list of debtors: how many, what they owe, what of it is overdue, how late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.queries.debtors import DebtorLine
from ui.common.formats import Formats
from ui.common.status_bar import StatusBar


class DebtorStatus(StatusBar):
    """Sums are told by currency; two currencies are never added."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        names = {
            "shown": self.tr("筛选结果"),
            "claims": self.tr("债权"),
            "sum": self.tr("未收余额"),
            "overdue": self.tr("其中逾期"),
            "latest": self.tr("最长逾期"),
        }
        self.lay_out(names)

    def tell(self, lines: Sequence[DebtorLine]) -> None:
        """Sums of the debtors shown."""
        sums = [each for line in lines for each in line.sums]
        self.values["shown"].setText(self.tr("%1 家").replace("%1", self.formats.count(len(lines))))
        self.values["claims"].setText(self.formats.count(sum(line.claims for line in lines)))
        self.values["sum"].setText(self._added((each.currency, each.fen) for each in sums))
        self.values["overdue"].setText(self._added((each.currency, each.overdue_fen) for each in sums))
        self.values["latest"].setText(
            self.formats.days(max((line.longest_days for line in lines), default=0))
        )

    def _added(self, sums: Iterable[tuple[str, int]]) -> str:
        whole: dict[str, int] = {}
        for currency, fen in sums:
            whole[currency] = whole.get(currency, 0) + fen
        main = sorted(whole.items(), key=lambda item: (item[0] != "CNY", item[0]))
        return " + ".join(self.formats.money(fen, currency) for currency, fen in main) or self.formats.money(
            0
        )
