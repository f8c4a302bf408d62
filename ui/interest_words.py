"""Interest in words: the sentence of a complaint or of a letter, and its derivation as rows, in either language.

No Qt here; the window and the commands say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from models.rules.day_count import ACTUAL
from models.rules.derivation import Step, percent_text, plain
from models.rules.interest import Interest, Payment, Terms
from models.rules.late_rate import LateRate, Part, parse
from models.rules.money import grouped, yuan
from models.rules.rates import LPR_BEGINS
from models.rules.reasons import Reason
from ui.problems import worded

Kind = Literal["complaint", "letter"]
KINDS: tuple[Kind, ...] = ("complaint", "letter")

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Reckoning:
    """What was asked and what came out: all that a sentence speaks of.

    ``agreed_cap``: a ceiling that lowered the rate is the contract's, not that of loans.
    """

    principal_fen: int
    start: date
    end: date
    rate: LateRate
    terms: Terms
    result: Interest
    agreed_cap: bool = False

    @property
    def goes_on_from(self) -> date:
        """The first day not reckoned."""
        return self.end + timedelta(days=1) if self.terms.count_end else self.end


def sentence(told: Reckoning, kind: Kind, language: str) -> str:
    """The claim for interest as a complaint or a letter words it, in ``zh_CN`` or ``en``."""
    words = _Words(language)
    result = told.result
    parts = [words.base(told), words.rate(told)]
    if told.rate.mode != "day":
        parts.append(words.basis(told.terms))
    parts += [words.payment(payment) for payment in result.payments]
    parts.append(words.said("interest_says_total", total=grouped(result.total_fen)))
    if result.payments:
        left = {
            "interest": grouped(result.interest_left_fen),
            "principal": grouped(result.principal_left_fen),
        }
        parts.append(words.said("interest_says_left", **left))
    text = words.said("interest_says_comma").join(parts)
    return words.said(f"interest_{kind}", body=text, after=words.after(told))


def rate_said(told: Reckoning, language: str) -> str:
    """The rate in words, with the ceiling that lowered it."""
    return _Words(language).rate(told)


def basis_said(told: Reckoning, language: str) -> str:
    """How days and fen are counted: the line under every result. The day a bankruptcy was accepted bears none."""
    words, stopped = _Words(language), told.result.stopped_on
    counted = told.terms.count_end and not stopped
    end = words.said("interest_end_counted" if counted else "interest_end_excluded")
    days = {"from": words.day(told.start), "to": words.day(stopped or told.end)}
    parts = [words.said("interest_counted_from", end=end, **days)]
    if told.rate.mode != "day":
        parts.append(words.basis(told.terms))
    return words.said("interest_says_comma").join(parts)


def spec_said(spec: str, language: str) -> str:
    """A rate as the commands write it, in few words: ``一年期 LPR × 1.5，违约时固定``."""
    rate = parse(spec)
    if rate.percent is not None:
        return worded(f"spec_{rate.mode}", language, {"percent": plain(rate.percent)})
    named = [_part_said(part, language) for part in (rate.benchmark, rate.prime) if part]
    joined = {"before": named[0], "after": named[-1]}
    words = worded("spec_joined", language, joined) if len(named) == 2 else named[0]
    return worded(f"spec_{rate.mode}", language, {"rate": words})


def _part_said(part: Part, language: str) -> str:
    name = worded(f"spec_{part.series}", language)
    return name if part.multiple == 1 else f"{name} × {plain(part.multiple)}"


class _Words:
    """The parts of the sentence in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def said(self, code: str, **params: str) -> str:
        return worded(code, self._language, params)

    def day(self, day: date) -> str:
        if self._language == "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{day.year}年{day.month}月{day.day}日"

    def base(self, told: Reckoning) -> str:
        """On what, from when until when."""
        counted = self.said("interest_end_counted" if told.terms.count_end else "interest_end_excluded")
        params = {"from": self.day(told.start), "to": self.day(told.end)}
        if told.result.stopped_on:
            counted = self.said("interest_says_stopped", on=self.day(told.result.stopped_on))
        principal, days = grouped(told.principal_fen), str(told.result.days)
        return self.said("interest_says_base", principal=principal, end=counted, days=days, **params)

    def rate(self, told: Reckoning) -> str:
        """The rate, and that a ceiling lowered it where one did."""
        words = self._rate(told.rate, told.start, told.result)
        capped = sorted({line.percent for line in told.result.lines if line.capped}, reverse=True)
        if not capped:
            return words
        percents = "/".join(f"{percent_text(each)}%" for each in capped)
        unit = self.said(f"interest_per_{'day' if told.rate.mode == 'day' else 'year'}")
        code = "interest_says_capped_agreed" if told.agreed_cap else "interest_says_capped"
        return words + self.said(code, percent=percents, unit=unit)

    def _rate(self, rate: LateRate, start: date, result: Interest) -> str:
        if rate.percent is not None:
            return self.said(f"interest_says_{rate.mode}", percent=plain(rate.percent))
        names = [self.part(part) for part in (rate.benchmark, rate.prime) if part]
        if rate.mode == "fixed":
            percent = percent_text(result.lines[0].percent) if result.lines else "0.00"
            name = names[-1] if start >= LPR_BEGINS else names[0]
            params = {"rate": name, "percent": percent, "from": self.day(start)}
            return self.said("interest_says_fixed", **params)
        if len(names) == 2:
            return self.said("interest_says_both", benchmark=names[0], prime=names[1])
        return self.said("interest_says_floating", rate=names[0])

    def part(self, part: Part) -> str:
        name = self.said(f"interest_rate_{part.series}")
        if part.multiple == 1:
            return name
        return self.said("interest_times", rate=name, multiple=plain(part.multiple))

    def basis(self, terms: Terms) -> str:
        """How days and fen are counted."""
        basis = self.said("interest_basis_actual") if terms.basis == ACTUAL else str(terms.basis)
        words = self.said(f"interest_says_basis_{terms.rounding}", basis=basis)
        return self.said("interest_says_months") + words if terms.counting == "months" else words

    def payment(self, payment: Payment) -> str:
        """A payment and what it paid."""
        shares = (
            ("costs", payment.costs_fen),
            ("interest", payment.interest_fen),
            ("principal", payment.principal_fen),
            ("nothing", payment.left_fen),
        )
        each = [self.said(f"interest_paid_{name}", amount=grouped(fen)) for name, fen in shares if fen]
        return self.said(
            "interest_says_payment",
            on=self.day(payment.on),
            amount=grouped(payment.amount_fen),
            paid=self.said("interest_says_and").join(each),
        )

    def after(self, told: Reckoning) -> str:
        """What is claimed from the day after; nothing where nothing bears interest any more."""
        if told.result.stopped_on or not told.result.principal_left_fen:
            return ""
        left = grouped(told.result.principal_left_fen)
        return self.said("interest_says_after", on=self.day(told.goes_on_from), principal=left)


def derivation_rows(steps: Iterable[Step], language: str) -> list[dict[str, object]]:
    """The steps as rows for a table, a CSV or JSON: days ISO, sums with two decimals, sources in words."""
    return [
        {
            "what": step.what,
            "from": step.start.isoformat(),
            "to": step.end.isoformat(),
            "days": step.days,
            "base": yuan(step.base_fen),
            "percent": None if step.percent is None else percent_text(step.percent),
            "per": step.per,
            "amount": yuan(step.amount_fen),
            "source": said(step.source, language),
            "quote": said(step.quote, language) if step.quote else None,
            "formula": step.formula,
        }
        for step in steps
    ]


def said(reason: Reason, language: str) -> str:
    """A reason in words."""
    return worded(reason.code, language, reason.params)
