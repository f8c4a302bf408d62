"""Indicators of collecting and loss allowances as rows of words, in either language. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from models.ledger.sheet_out import Entry
from models.rules.derivation import percent_text
from models.rules.indicators import Period, counted_back, indicators, loss_rates, provision, rounded
from models.rules.money import grouped, parse_yuan
from models.rules.problems import Problem, Refused
from ui.problems import worded

_PERCENT = re.compile(r"\d{1,3}(\.\d{1,6})?", re.ASCII)
_LONGEST_MONTH = 366
"""A stretch of sales may be a year."""


def months_of(texts: Iterable[str]) -> list[tuple[int, int]]:
    """``2500000=30`` each: the sales of a month and its days. Raises Refused ``pair_unreadable``."""
    found = []
    for text in texts:
        sales, days = _pair(text, "2500000=30")
        if not days.isdecimal() or not 0 < int(days) <= _LONGEST_MONTH:
            raise _unreadable(text, "2500000=30")
        found.append((_fen(sales, text), int(days)))
    return found


def bands_of(texts: Iterable[str]) -> list[tuple[int, Fraction]]:
    """``800000=10`` each: the balance of a band and its percent. Raises Refused ``pair_unreadable``."""
    found = []
    for text in texts:
        balance, percent = _pair(text, "800000=10")
        (rate,) = percents_of([percent])
        found.append((_fen(balance, text), rate))
    return found


def percents_of(texts: Iterable[str]) -> list[Fraction]:
    """Percents from 0 to 100. Raises Refused ``percent_outside``."""
    found = []
    for text in texts:
        percent = Fraction(text) if _PERCENT.fullmatch(text) else Fraction(-1)
        if not 0 <= percent <= 100:
            raise Refused(Problem("percent_outside", {"value": text}, "percent"))
        found.append(percent)
    return found


def _pair(text: str, form: str) -> tuple[str, str]:
    first, equals, second = text.partition("=")
    if not equals:
        raise _unreadable(text, form)
    return first, second


def _fen(text: str, whole: str) -> int:
    try:
        fen = parse_yuan(text)
    except ValueError:
        fen = -1
    if fen < 0:
        raise _unreadable(whole, "800000=10")
    return fen


def _unreadable(text: str, form: str) -> Refused:
    return Refused(Problem("pair_unreadable", {"value": text, "form": form}))


def indicator_rows(period: Period, months: Sequence[tuple[int, int]], language: str) -> list[list[Entry]]:
    """Each figure: its name, its value with its unit, how it came about, what it says."""
    rows: list[list[Entry]] = []
    for each in indicators(period):
        value = worded(f"indicator_in_{each.unit}", language, {"value": rounded(each.value)})
        rows.append(
            [_name(each.name, language), value, each.formula, worded(f"indicator_of_{each.name}", language)]
        )
    if months:
        back = counted_back(period.closing_fen, months)
        value = "" if back is None else worded("indicator_in_days", language, {"value": rounded(back)})
        formula = " + ".join(f"{grouped(sales)} / {days}" for sales, days in months)
        said = worded("indicator_of_counted_back" if back is not None else "indicator_back_short", language)
        rows.append([_name("counted_back", language), value, formula, said])
    return rows


def provision_rows(bands: Sequence[tuple[int, Fraction]], language: str) -> list[list[Entry]]:
    """The allowance of each band, and their sum."""
    if not bands:
        return []
    shares, source = provision(bands), worded("indicator_of_provision", language)
    rows: list[list[Entry]] = [
        [_name("provision", language), grouped(share), f"{grouped(fen)} × {percent_text(percent)}%", source]
        for (fen, percent), share in zip(bands, shares, strict=True)
    ]
    added = " + ".join(grouped(share) for share in shares)
    return [*rows, [_name("provision_total", language), grouped(sum(shares)), added, source]]


def loss_rows(transitions: Sequence[Fraction], language: str) -> list[list[Entry]]:
    """The rate of loss of each band."""
    rows: list[list[Entry]] = []
    for place, rate in enumerate(loss_rates(transitions)):
        formula = " × ".join(f"{percent_text(each)}%" for each in transitions[place:])
        rows.append(
            [
                _name("loss", language),
                f"{percent_text(rate)}%",
                formula,
                worded("indicator_of_loss", language),
            ]
        )
    return rows


def _name(name: str, language: str) -> str:
    return worded(f"indicator_{name}", language)
