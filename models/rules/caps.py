"""How high a rate may be: the ceiling of private loans and the line above which agreed damages risk a cut."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from models.rules.late_rate import RateStep
from models.rules.rates import RateTables

LOAN_CAP_BEGINS = date(2020, 8, 20)
"""From this day a private loan bears at most four times the one-year LPR (民间借贷规定 25, 31)."""

SUABLE_PERCENT = Fraction(24)
"""What a court granted on private loans made before that day."""

VOID_PERCENT = Fraction(36)
"""Above this even what was paid on such a loan could be claimed back."""


def loan_cap_percent(contract_on: date, tables: RateTables) -> Fraction | None:
    """The most a private loan may bear: four times the one-year LPR of its contract day (民间借贷规定 25).

    None before the LPR began.
    """
    rate_bp = tables.series["lpr1y"].on(contract_on)
    return None if rate_bp is None else Fraction(4 * rate_bp, 100)


def loan_cap(contract_on: date, sued_on: date, tables: RateTables) -> tuple[RateStep, ...]:
    """The ceiling of a private loan as steps of percent a year.

    A contract from 2020-08-20 on: four times the one-year LPR of its day throughout. An older one: 24 % until
    2020-08-19, then four times the LPR of the day of suing (民间借贷规定 31).
    """
    if contract_on >= LOAN_CAP_BEGINS:
        return (RateStep(contract_on, loan_cap_percent(contract_on, tables) or Fraction(0)),)
    later = loan_cap_percent(max(sued_on, LOAN_CAP_BEGINS), tables) or Fraction(0)
    return (RateStep(contract_on, SUABLE_PERCENT), RateStep(LOAN_CAP_BEGINS, later))


def loss_line_percent(day: date, tables: RateTables) -> Fraction | None:
    """The line above which agreed damages risk being cut: 130 % of the loss, the loss taken as 1.5 × LPR.

    合同编通则解释 65 with 买卖合同解释 18(4). None before the LPR began.
    """
    rate_bp = tables.series["lpr1y"].on(day)
    return None if rate_bp is None else Fraction(rate_bp, 100) * Fraction(3, 2) * Fraction(13, 10)
