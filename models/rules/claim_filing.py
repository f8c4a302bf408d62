"""What a creditor files in the debtor's bankruptcy, split as the form asks it (企业破产法 44-49, 破产法解释三 3).

A claim not yet due counts as due when the petition is accepted, and one that bears interest stops bearing it then
(Art. 46): it is reckoned to the day before. Of the doubled part after a judgment only what accrued by then is admitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from models.rules.day_count import USUAL, Terms
from models.rules.derivation import Step, derivation
from models.rules.interest import Interest, interest
from models.rules.judgment import Doubled, after_judgment
from models.rules.late_rate import LateRate
from models.rules.money import grouped
from models.rules.problems import Problem, Refused
from models.rules.rates import RateTables
from models.rules.reasons import Reason

What = Literal["principal", "interest", "penalty", "costs", "other", "total"]
NO_INTEREST = LateRate("year", Decimal(0))


@dataclass(frozen=True)
class Filing:
    """What is owed, in fen, and since when; ``accepted_on`` is the day the petition was accepted.

    ``start``: the first day that bears interest; None, or not before ``accepted_on``, where nothing was late by then.
    ``as_penalty``: what delay costs was agreed as a penalty and is filed as one. ``penalty_fen`` and ``other_fen`` are
    sums still owed beside, ``costs_fen`` fees of court and preservation. ``late_from``: the first day after the time
    that a judgment gave; the doubled part runs from it.
    """

    principal_fen: int
    accepted_on: date
    start: date | None = None
    rate: LateRate = NO_INTEREST
    terms: Terms = USUAL
    as_penalty: bool = False
    penalty_fen: int = 0
    costs_fen: int = 0
    other_fen: int = 0
    paid: Sequence[tuple[date, int]] = ()
    late_from: date | None = None


@dataclass(frozen=True)
class FiledItem:
    """One line of the form: fen, how it came about (empty where it is a sum as it stands), and its article."""

    what: What
    fen: int
    formula: str
    source: Reason


@dataclass(frozen=True)
class Filed:
    """The lines of the form, the last day that bore interest, and the sheet behind them."""

    items: tuple[FiledItem, ...]
    until: date
    steps: tuple[Step, ...]
    doubled: Doubled | None
    unverified: bool


def filed(asked: Filing, tables: RateTables) -> Filed:
    """The claim as it is filed; what was paid before paid costs, interest, principal (CC 561).

    Raises Refused like ``interest``, and for a sum below zero.
    """
    if min(asked.penalty_fen, asked.other_fen) < 0:
        raise Refused(Problem("interest_sum_below_zero"))
    found, doubled = _reckoned(asked, tables)
    steps = derivation(found, asked.rate, asked.terms) if found.total_fen or found.payments else ()
    until = asked.accepted_on - timedelta(days=1)
    return Filed(_items(asked, found, doubled), until, steps, doubled, found.unverified)


def _reckoned(asked: Filing, tables: RateTables) -> tuple[Interest, Doubled | None]:
    """Interest, payments and the doubled part until the petition was accepted, that day left out."""
    accepted = asked.accepted_on
    start = min(asked.start or accepted, accepted)
    if asked.late_from:
        both = after_judgment(
            asked.principal_fen, asked.costs_fen, start, asked.late_from, accepted, asked.rate, tables,
            terms=asked.terms, paid=asked.paid, bankrupt_on=accepted,
        )  # fmt: skip
        return both.general, both.doubled
    general = interest(
        asked.principal_fen, start, accepted, asked.rate, tables, terms=asked.terms, costs_fen=asked.costs_fen,
        paid=asked.paid, bankrupt_on=accepted,
    )  # fmt: skip
    return general, None


def _items(asked: Filing, found: Interest, doubled: Doubled | None) -> tuple[FiledItem, ...]:
    """The lines in the order of the form, the total last."""
    late, double = found.interest_left_fen, doubled.left_fen if doubled else 0
    parts: tuple[tuple[What, tuple[int, ...]], ...] = (
        ("principal", (found.principal_left_fen,)),
        ("interest", (0 if asked.as_penalty else late,)),
        ("penalty", (asked.penalty_fen, late if asked.as_penalty else 0)),
        ("costs", (found.costs_left_fen,)),
        ("other", (asked.other_fen, double)),
    )
    lines = [_item(what, sums) for what, sums in parts]
    return (*lines, _item("total", tuple(line.fen for line in lines)))


def _item(what: What, sums: tuple[int, ...]) -> FiledItem:
    total, added = sum(sums), [grouped(fen) for fen in sums if fen]
    formula = f"{' + '.join(added)} = {grouped(total)}" if len(added) > 1 else ""
    return FiledItem(what, total, formula, Reason(f"filing_source_{what}"))
