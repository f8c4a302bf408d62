"""What a reader of an interest figure must know before relying on it: problems that stop nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from models.rules.caps import (
    LOAN_CAP_BEGINS,
    SUABLE_PERCENT,
    VOID_PERCENT,
    loan_cap_percent,
    loss_line_percent,
)
from models.rules.derivation import percent_text
from models.rules.interest import Interest, Line
from models.rules.late_rate import LateRate, steps
from models.rules.money import grouped
from models.rules.problems import Problem
from models.rules.rates import RateTables


@dataclass(frozen=True)
class Circumstances:
    """What is known of the debt beside the sums. ``loan_on``: the day a private loan was contracted.

    ``sme_on``: the day a small or medium-sized firm contracted with a large one or an authority.
    """

    loan_on: date | None = None
    sme_on: date | None = None


NOTHING_MORE = Circumstances()


def doubts(
    start: date,
    rate: LateRate,
    result: Interest,
    tables: RateTables,
    known: Circumstances = NOTHING_MORE,
) -> tuple[Problem, ...]:
    """Every warning line the result crosses, those of the rate first."""
    return (
        *_published(result, tables),
        *(_loan(start, rate, result, tables, known.loan_on) if known.loan_on else ()),
        *(() if known.loan_on else _damages(start, rate, result, tables)),
        *(_sme(known.sme_on, rate, result, tables) if known.sme_on else ()),
        *_payments(result),
    )


def _published(result: Interest, tables: RateTables) -> Iterator[Problem]:
    if result.unverified:
        until = {"until": tables.verified_until.isoformat()}
        yield Problem("interest_rate_unverified", until, "rate")
    last = max((line.end for line in result.lines if line.quote), default=None)
    if last and tables.own_from and last > tables.own_from:
        yield Problem("interest_rate_own_entry", {"since": tables.own_from.isoformat()}, "rate")
    if result.stopped_on:
        yield Problem("interest_stopped_by_bankruptcy", {"on": result.stopped_on.isoformat()}, "bankrupt")


def _damages(start: date, rate: LateRate, result: Interest, tables: RateTables) -> Iterator[Problem]:
    """Agreed damages above 130 % of the loss (合同编通则解释 65), with the ceiling of loans beside it."""
    highest = _highest(result, rate)
    line, cap = loss_line_percent(start, tables), loan_cap_percent(start, tables)
    if line is not None and cap is not None and highest > line:
        percents = {"percent": percent_text(highest), "line": percent_text(line), "cap": percent_text(cap)}
        yield Problem("interest_rate_high", percents, "rate")


def _loan(
    start: date, rate: LateRate, result: Interest, tables: RateTables, loan_on: date
) -> Iterator[Problem]:
    """The ceilings of private loans (民间借贷规定 25, 31): what was cut, or what is above and was not."""
    capped = [line for line in result.lines if line.capped]
    asked = _asked(start, rate, tables)
    if capped:
        percents = sorted({_annual(line, rate) for line in capped}, reverse=True)
        cut = {
            "percent": percent_text(asked),
            "cap": " / ".join(f"{percent_text(each)}%" for each in percents),
        }
        yield Problem("interest_rate_capped", cut, "rate")
    if loan_on >= LOAN_CAP_BEGINS:
        return
    if asked > VOID_PERCENT:
        yield Problem("interest_loan_void", {"percent": percent_text(asked)}, "rate")
    elif asked > SUABLE_PERCENT:
        yield Problem("interest_loan_natural", {"percent": percent_text(asked)}, "rate")


def _sme(sme_on: date, rate: LateRate, result: Interest, tables: RateTables) -> Iterator[Problem]:
    """An agreed rate below the one-year LPR at signing does not bind a small firm (款项支付条例 17)."""
    rate_bp = tables.series["lpr1y"].on(sme_on)
    lowest = min((_annual(line, rate) for line in result.lines), default=None)
    if rate.percent is None or rate_bp is None or lowest is None:
        return
    floor = Fraction(rate_bp, 100)
    if lowest < floor:
        percents = {"percent": percent_text(lowest), "floor": percent_text(floor)}
        yield Problem("interest_rate_below_sme_floor", percents, "rate")


def _payments(result: Interest) -> Iterator[Problem]:
    surplus = sum(payment.left_fen for payment in result.payments)
    if surplus:
        yield Problem("interest_overpaid", {"amount": grouped(surplus)}, "paid")


def _highest(result: Interest, rate: LateRate) -> Fraction:
    return max((_annual(line, rate) for line in result.lines), default=Fraction(0))


def _asked(start: date, rate: LateRate, tables: RateTables) -> Fraction:
    """Percent a year on the first day, before any ceiling."""
    percent = steps(rate, start, start, tables)[0].percent
    return percent * 365 if rate.mode == "day" else percent


def _annual(line: Line, rate: LateRate) -> Fraction:
    return annual_percent(line.percent, rate)


def annual_percent(percent: Fraction, rate: LateRate) -> Fraction:
    """Percent a year, for comparing: a day's rate over 365 days."""
    return percent * 365 if rate.mode == "day" else percent


def compared(pleaded_fen: int, total_fen: int) -> tuple[Problem, ...]:
    """What is wrong with a sum somebody else reckoned, against ours: nothing, a difference, or a slipped digit.

    A factor of ten, a hundred or a thousand either way is named: a misread ‰ or a lost zero pleads a claim away.
    """
    if pleaded_fen == total_fen:
        return ()
    sums = {"pleaded": grouped(pleaded_fen), "total": grouped(total_fen)}
    for factor in (10, 100, 1000):
        if abs(pleaded_fen * factor - total_fen) < factor or abs(total_fen * factor - pleaded_fen) < factor:
            return (Problem("interest_pleaded_digit", sums | {"factor": str(factor)}, "pleaded"),)
    apart = grouped(abs(pleaded_fen - total_fen))
    return (Problem("interest_pleaded_differs", sums | {"difference": apart}, "pleaded"),)
