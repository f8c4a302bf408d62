"""Court fees, sums in capitals and working days as rows of words, in either language.

No Qt here; the window and the commands say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.ledger.sheet_out import Entry
from models.rules.fees import FeeStep, fee_steps, whole_yuan
from models.rules.money import grouped
from models.rules.uppercase import amount_in_words_en, uppercase, uppercase_day
from models.rules.workdays import Calendar
from ui.interest_words import said
from ui.problems import worded

_SAID = ("case", "case_half", "payment_order", "preservation", "enforcement")
"""What the sentence names; a petition for bankruptcy goes by the debtor's assets, not by the sum."""


def fee_rows(fen: int, language: str) -> list[list[Entry]]:
    """Each fee of a sum: its name, how it came about, exact in fen, in whole yuan, its article."""
    return [
        [worded(f"fee_{step.fee}", language), step.formula, step.fen, whole_yuan(step.fen), said(step.source, language)]
        for step in fee_steps(fen)
    ]  # fmt: skip


def fee_sentence(fen: int, language: str) -> str:
    """What a suit over the sum costs, with the rule."""
    steps: dict[str, FeeStep] = {step.fee: step for step in fee_steps(fen)}
    told = {name: grouped(steps[name].fen) for name in _SAID}
    return worded("fee_sentence", language, {"amount": grouped(fen), **told})


def capital_rows(fen: int, language: str) -> list[list[Entry]]:
    """A sum in Chinese capitals as bills want it, and in English words."""
    return [
        [worded("capital_chinese", language), uppercase(fen), worded("capital_rule", language)],
        [worded("capital_english", language), amount_in_words_en(fen, "CNY"), ""],
    ]


def bill_day_row(day: date, language: str) -> list[Entry]:
    """A day as bills write it."""
    return [worded("capital_day", language), uppercase_day(day), worded("capital_rule", language)]


def workday_rows(day: date, china: Calendar, language: str) -> list[list[Entry]]:
    """Whether a day is worked and why, the next working day, and whether the year's calendar is known."""
    published = china.published(day.year)
    why = _why(day, china) if published else "weekday"
    rows: Sequence[tuple[str, str, str]] = (
        ("workday_is", worded("workday_yes" if china.is_workday(day) else "workday_no", language), why),
        ("workday_next", china.next_workday(day).isoformat(), ""),
        ("workday_year", worded("workday_known" if published else _unknown(day, china), language), ""),
    )
    return [
        [worded(name, language), value, worded(f"workday_why_{reason}", language) if reason else ""]
        for name, value, reason in rows
    ]


def workday_sentence(day: date, china: Calendar, language: str) -> str:
    """The same in one line."""
    first, following, year = (str(row[1]) for row in workday_rows(day, china, language))
    params = {"day": day.isoformat(), "is": first, "next": following, "year": year}
    return worded("workday_sentence", language, params)


def _why(day: date, china: Calendar) -> str:
    """What the answer rests on."""
    if day in china.worked_weekends:
        return "exchanged"
    return "off" if day in china.holidays else "weekday"


def _unknown(day: date, china: Calendar) -> str:
    """Why nothing is known of a year: its notice is not out yet, or it lies before those the program knows."""
    return "workday_unpublished" if day.year > max(china.years) else "workday_outside"
