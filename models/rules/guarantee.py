"""The guarantee period: by when the creditor must act against whom, or the guarantor is free.

It is never suspended, interrupted or extended (CC 692). Other than limitation it ends the right itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.rules.problems import Problem, Refused
from models.rules.workdays import Calendar, add_months

Kind = Literal["general", "joint"]

UNCLEAR_MONTHS = 6
"""Where nothing, or nothing clear, was agreed (CC 692; 担保解释 32)."""

_MUST = {"general": "sue_debtor", "joint": "claim_guarantor"}


@dataclass(frozen=True)
class GuaranteePeriod:
    """``must`` is done until ``last_day``: ``sue_debtor`` (general) or ``claim_guarantor`` (joint), CC 693.

    ``rolled_last_day`` is where a day off moves it; act by ``last_day``. ``agreed`` is False where six months
    stand in for an agreement that is missing or ends no later than the debt is due.
    """

    last_day: date
    rolled_last_day: date
    must: str
    agreed: bool


def period(
    due_on: date,
    kind: Kind,
    *,
    months: int | None = None,
    until: date | None = None,
    calendar: Calendar,
) -> GuaranteePeriod:
    """The guarantee period of a debt, agreed in months from its due date, as a last day, or not at all.

    Raises Refused where both are given, or a number of months no contract has.
    """
    if months is not None and until is not None:
        raise Refused(Problem("guarantee_agreed_twice", where="until"))
    if months is not None and not 0 <= months <= 1200:
        raise Refused(Problem("guarantee_months", {"months": str(months)}, "months"))
    agreed_on = add_months(due_on, months) if months is not None else until
    agreed = agreed_on is not None and agreed_on > due_on
    last_day = agreed_on if agreed_on and agreed else add_months(due_on, UNCLEAR_MONTHS)
    return GuaranteePeriod(last_day, calendar.rolled(last_day), _MUST[kind], agreed)
