"""One question about late-payment interest and its whole answer: what the command and the calculator both ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from models.rules.caps import loan_cap
from models.rules.day_count import USUAL, Terms
from models.rules.derivation import Step, derivation
from models.rules.interest import Interest, interest
from models.rules.interest_doubts import Circumstances, doubts
from models.rules.late_rate import LateRate, parse
from models.rules.payment_order import STATUTE_ORDER, Item
from models.rules.problems import Problem
from models.rules.rates import RateTables
from models.rules.reasons import Reason


@dataclass(frozen=True)
class Question:
    """What is asked, as ``interest`` takes it. ``spec`` is a rate as the commands write it.

    ``known`` names a private loan's or a small firm's contract day; ``sued_on`` (the end unless told) matters for the
    ceiling of loans made before 2020-08-20.
    """

    principal_fen: int
    start: date
    end: date
    spec: str
    terms: Terms = USUAL
    costs_fen: int = 0
    paid: Sequence[tuple[date, int]] = ()
    order: Sequence[Item] = STATUTE_ORDER
    known: Circumstances = field(default_factory=Circumstances)
    sued_on: date | None = None
    bankrupt_on: date | None = None


@dataclass(frozen=True)
class Answer:
    """The rate read, the sum, every step, every warning."""

    question: Question
    rate: LateRate
    result: Interest
    steps: tuple[Step, ...]
    doubts: tuple[Problem, ...]


def reckon(asked: Question, tables: RateTables) -> Answer:
    """The interest asked for, under the ceiling of loans where it is one. Raises Refused like ``interest``."""
    rate, known = parse(asked.spec), asked.known
    cap = loan_cap(known.loan_on, asked.sued_on or asked.end, tables) if known.loan_on else ()
    result = interest(
        asked.principal_fen,
        asked.start,
        asked.end,
        rate,
        tables,
        terms=asked.terms,
        costs_fen=asked.costs_fen,
        paid=asked.paid,
        cap=cap,
        bankrupt_on=asked.bankrupt_on,
        order=asked.order,
    )
    steps = derivation(result, rate, asked.terms, source=_source(known), order=asked.order)
    return Answer(asked, rate, result, steps, doubts(asked.start, rate, result, tables, known))


def _source(known: Circumstances) -> Reason | None:
    """The rule a rate stands in, where the kind of debt says it; else it follows from the rate."""
    if known.loan_on:
        return Reason("late_source_loan")
    return Reason("late_source_sme") if known.sme_on else None
