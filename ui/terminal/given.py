"""Values of the commands that only compute, refused by name (status 1) where they cannot be read."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from models.rules.money import parse_yuan
from models.rules.problems import Problem, Refused
from models.rules.workdays import YEARS

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,10})?", re.ASCII)


def day(text: str, where: str) -> date:
    """A day written YYYY-MM-DD, within the years in which sums and periods make sense."""
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise Refused(Problem("day_unreadable", {"value": text}, where))
    return found


def day_or_none(text: str | None, where: str) -> date | None:
    """A day that may be left out."""
    return day(text, where) if text else None


def fen(text: str, where: str) -> int:
    """A sum, in fen."""
    try:
        return parse_yuan(text)
    except ValueError as error:
        raise Refused(Problem("sum_unreadable", {"value": text}, where)) from error


def decimal(text: str, where: str) -> Decimal:
    """A number with at most ten decimals."""
    if not _NUMBER.fullmatch(text):
        raise Refused(Problem("number_unreadable", {"value": text}, where))
    return Decimal(text)


def payment(text: str) -> tuple[date, int]:
    """A payment ``D=A``: its day and its fen."""
    paid_on, _, amount = text.partition("=")
    if not amount:
        raise Refused(Problem("pair_unreadable", {"value": text, "form": "2026-11-20=100000.00"}, "paid"))
    return day(paid_on, "paid"), fen(amount, "paid")
