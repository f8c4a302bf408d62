"""What delay costs the debtor on one debt, so that debts can be compared (CC 560 (2): the heavier burden first)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from models.rules.bearing import Agreed, House, bearing
from models.rules.interest_doubts import annual_percent
from models.rules.late_rate import steps
from models.rules.problems import Refused
from models.rules.rates import RateTables


def burden_percent(
    kind: str, agreed: Agreed | None, on: date, tables: RateTables, house: House, currency: str = "CNY"
) -> Fraction:
    """Percent a year that a debt of a kind and of these terms bears; 0 where no rate can be named.

    Every rate is read as of ``on``, also one that is fixed at the breach: debts of equal terms weigh alike, whenever
    they fell due. Under the ceiling of the law or the contract.
    """
    grace = timedelta(days=1 + (agreed.grace_days if agreed else 0))
    try:
        bears = bearing(kind, on - grace, agreed, tables, on, signed_on=on, currency=currency, house=house)
        if bears.rate is None:
            return Fraction(0)
        (*_, step) = steps(bears.rate, on, on, tables)
    except Refused:
        return Fraction(0)
    ceilings = [each.percent for each in bears.cap if each.start <= on][-1:]
    return min([annual_percent(step.percent, bears.rate), *ceilings])
