"""Published lending rates as steps: each holds from its day until the next.

Rates are basis points, percent a year times 100: 4.25 % is 425.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

LPR_BEGINS = date(2019, 8, 20)
"""From this day courts follow the loan prime rate, not the central bank's benchmark (买卖合同解释 18)."""


@dataclass(frozen=True)
class Steps:
    """One published series. ``starts`` rise; ``rates_bp`` are as many."""

    starts: tuple[date, ...]
    rates_bp: tuple[int, ...]

    def on(self, day: date) -> int | None:
        """The rate in force on a day; the day of a change has the new rate. None before the series begins."""
        index = bisect_right(self.starts, day)
        return self.rates_bp[index - 1] if index else None

    def since(self, day: date) -> date | None:
        """The day from which the rate in force on a day has stood unchanged. None before the series begins."""
        index = bisect_right(self.starts, day)
        while index > 1 and self.rates_bp[index - 2] == self.rates_bp[index - 1]:
            index -= 1
        return self.starts[index - 1] if index else None

    def changes(self, start: date, end: date) -> tuple[date, ...]:
        """Days of publication after ``start`` and before ``end``, whether or not the rate moved."""
        return self.starts[bisect_right(self.starts, start) : bisect_right(self.starts, end)]


@dataclass(frozen=True)
class RateTables:
    """All published series: ``lpr1y``, ``lpr5y`` and the five benchmark tiers ``pboc6m`` … ``pbocover5y``.

    ``confidence`` of an LPR day: V2 two independent tables agree, V1 one dated source, R inferred from
    notices that nothing changed, OWN entered by the clerk. After ``verified_until`` the last rate goes on
    unverified. ``version`` is the day on which the shipped data were made.
    """

    series: dict[str, Steps]
    confidence: dict[date, str]
    verified_until: date
    source: str
    version: str = ""
    own_from: date | None = None

    def with_own(self, lines: Mapping[date, tuple[int, int]]) -> RateTables:
        """The tables with what the clerk entered for days after those shipped: day → 1Y and 5Y basis points.

        What was shipped stands; a line for such a day is passed over.
        """
        later = {day: lines[day] for day in sorted(lines) if day > self.verified_until}
        if not later:
            return self
        series = dict(self.series)
        for column, name in enumerate(("lpr1y", "lpr5y")):
            rates = tuple(rate[column] for rate in later.values())
            series[name] = Steps(series[name].starts + tuple(later), series[name].rates_bp + rates)
        confidence = self.confidence | dict.fromkeys(later, "OWN")
        return replace(
            self,
            series=series,
            confidence=confidence,
            verified_until=max(later),
            own_from=min(later),
        )
