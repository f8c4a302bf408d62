"""The bar below the table: how many, how much, how late; of the ticked rows where there are any."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.money import divided_half_up
from ui.claims.portfolio import Portfolio
from ui.common.formats import Formats
from ui.common.status_bar import StatusBar


class ClaimStatus(StatusBar):
    """Sums are told by currency; two currencies are never added."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        names = {
            "shown": self.tr("筛选结果"),
            "ticked": self.tr("已选"),
            "sum": self.tr("求和"),
            "mean": self.tr("平均"),
            "latest": self.tr("最长逾期"),
        }
        self.lay_out(names)

    def tell(self, portfolio: Portfolio, shown: Sequence[int], ticked: Sequence[int]) -> None:
        """Counts, sum, mean and longest delay of what is ticked, else of what is shown; places in the portfolio."""
        places = ticked or shown
        main = sorted(_sums(portfolio, places).items(), key=lambda item: (item[0] != "CNY", item[0]))
        money = self.formats.money
        self.values["shown"].setText(self._counted(len(shown)))
        self.values["ticked"].setText(self.formats.count(len(ticked)))
        self.values["sum"].setText(" + ".join(money(fen, currency) for currency, (fen, _) in main))
        means = (money(divided_half_up(fen, number), currency) for currency, (fen, number) in main)
        self.values["mean"].setText(self.formats.listed(means))
        latest = max(map(portfolio.days.__getitem__, places), default=0)
        self.values["latest"].setText(self.formats.days(latest))

    def _counted(self, number: int) -> str:
        return self.tr("%1 笔").replace("%1", self.formats.count(number))

    def tell_state(self, words: str) -> None:
        """The day of the data and of the last backup."""
        self.state.setText(words)


def _sums(portfolio: Portfolio, places: Sequence[int]) -> dict[str, tuple[int, int]]:
    """Fen and count by currency."""
    if not portfolio.mixed:
        fen = sum(map(portfolio.balances.__getitem__, places))
        return {portfolio.currency: (fen, len(places))} if places else {}
    sums: dict[str, tuple[int, int]] = {}
    for place in places:
        currency = portfolio.rows[place].currency
        fen, number = sums.get(currency, (0, 0))
        sums[currency] = (fen + portfolio.balances[place], number + 1)
    return sums
