"""Which late-payment rate a claim bears: from what is known of the contract to a rate, its source and the choices left.

Where the law or the courts leave two readings, the one proposed says so and the others stand beside it. Rules R1 to R12
are cited by article; a rate is written as the commands write it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from models.rules.caps import loan_cap
from models.rules.derivation import percent_text, plain
from models.rules.late_rate import RateStep, parse
from models.rules.problems import Problem, Refused
from models.rules.rates import LPR_BEGINS, RateTables
from models.rules.reasons import Reason

Confidence = Literal["settled", "choice", "ask"]
Mode = Literal["fixed", "floating"]

SME_BEGINS = date(2020, 9, 1)
"""The first regulation on payments to small firms took effect on this day, with the same rate (2020 Art. 15)."""

SME_DAILY = "day:0.05"
"""款项支付条例 17."""


@dataclass(frozen=True)
class Situation:
    """What is known. Rates are written as the commands write them; a day in delay is the one after the due date.

    ``agreed``: a late-payment rate or penalty of the contract; ``in_term``: the rate of a loan before it was due.
    ``sme_against_large``: the creditor was a small or medium-sized firm at signing, the debtor a large one, an
    authority or a public institution; asked of the user, never inferred. ``pay_when_paid``: payment depends on a third
    party's. ``bank``: the lender is a bank. ``mode`` and ``multiple`` choose where 买卖合同解释 18(4) leaves room.
    """

    kind: str
    breach_on: date
    contract_on: date | None = None
    agreed: str | None = None
    in_term: str | None = None
    sme_against_large: bool = False
    pay_when_paid: bool = False
    bank: bool = False
    mode: Mode = "fixed"
    multiple: Decimal = Decimal("1.5")


@dataclass(frozen=True)
class Alternative:
    """Another rate that can be argued, and why."""

    rate: str
    why: Reason


@dataclass(frozen=True)
class Proposal:
    """A rate with where it stands. ``rate`` None: none is owed, or the facts do not suffice (then ``ask``).

    ``confidence``: ``settled`` by the text, ``choice`` among readings (``why`` names the one taken), ``ask`` a fact is
    missing. ``cap`` is the ceiling to hand on to ``interest``.
    """

    rule: str
    rate: str | None
    source: Reason
    confidence: Confidence
    why: tuple[Reason, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    cap: tuple[RateStep, ...] = ()


def late_terms(known: Situation, tables: RateTables, *, sued_on: date) -> Proposal:
    """The rate to claim. ``sued_on`` (today where no suit is filed) matters for loans made before 2020-08-20.

    Raises Refused ``rate_unreadable`` for a rate that cannot be read, ``late_multiple`` for an uplift outside 1.3 to
    1.5.
    """
    for rate in (known.agreed, known.in_term):
        if rate:
            parse(rate)
    if not Decimal("1.3") <= known.multiple <= Decimal("1.5"):
        raise Refused(Problem("late_multiple", {"multiple": plain(known.multiple)}, "multiple"))
    if known.kind == "loan":
        return _bank_loan(known) if known.bank else _private_loan(known, tables, sued_on)
    if known.pay_when_paid and known.sme_against_large:
        return _back_to_back(known)
    if known.sme_against_large and (known.contract_on or known.breach_on) >= SME_BEGINS:
        return _small_firm(known, tables)
    return _agreed(known) if known.agreed else _unagreed(known)


def _unagreed(known: Situation) -> Proposal:
    """What the law gives where the contract is silent."""
    return _RULES.get(known.kind, _by_reference)(known)


def _statute(known: Situation) -> tuple[Alternative, ...]:
    """The same rate as a second choice."""
    rate = _unagreed(known).rate
    return (Alternative(rate, Reason("late_alternative_statute")),) if rate else ()


def _agreed(known: Situation) -> Proposal:
    """R1: what the contract fixes; the debtor may ask for less above 130 % of the loss (CC 585)."""
    return Proposal(
        "R1",
        known.agreed,
        Reason("late_source_agreed"),
        "settled",
        (Reason("late_why_reduction"),),
        _statute(known),
    )


def _sale(known: Situation) -> Proposal:
    """R2 and R3: nothing agreed on a sale (买卖合同解释 18(4)); the day of breach decides which rate."""
    before = known.breach_on < LPR_BEGINS
    rate = _sale_rate(known)
    why = [Reason("late_why_uplift", {"multiple": plain(known.multiple)})]
    others = [
        Alternative(_sale_rate(known, multiple=other), Reason("late_alternative_uplift"))
        for other in (Decimal("1.3"), Decimal("1.5"))
        if other != known.multiple
    ]
    if before:
        why.append(Reason("late_why_benchmark"))
        benchmark = f"fixed:pboc*{plain(known.multiple)}"
        others.append(Alternative(benchmark, Reason("late_alternative_benchmark")))
    else:
        other_mode: Mode = "floating" if known.mode == "fixed" else "fixed"
        why.append(Reason(f"late_why_{known.mode}"))
        others.append(
            Alternative(_sale_rate(known, mode=other_mode), Reason(f"late_alternative_{other_mode}"))
        )
    source = Reason("late_source_sale_before" if before else "late_source_sale")
    return Proposal("R2" if before else "R3", rate, source, "choice", tuple(why), tuple(others))


def _sale_rate(known: Situation, *, mode: Mode | None = None, multiple: Decimal | None = None) -> str:
    times = plain(multiple or known.multiple)
    if known.breach_on < LPR_BEGINS:
        return f"pboc*{times}+lpr1y*{times}"
    return f"fixed:lpr1y*{times}" if (mode or known.mode) == "fixed" else f"lpr1y*{times}"


def _by_reference(known: Situation) -> Proposal:
    """Other paid contracts: the rules of sales apply by reference (CC 646)."""
    found = _sale(known)
    return Proposal(
        found.rule,
        found.rate,
        found.source,
        "choice",
        (Reason("late_why_by_reference"), *found.why),
        found.alternatives,
    )


def _construction(known: Situation) -> Proposal:
    """R6: the price of construction, nothing agreed: the loan rate of the same term, no uplift (建工解释一 26)."""
    before = known.breach_on < LPR_BEGINS
    rate = "pboc+lpr1y" if before else "lpr1y"
    return Proposal(
        "R6", rate, Reason("late_source_construction"), "settled", (Reason("late_why_no_uplift"),)
    )


def _small_firm(known: Situation, tables: RateTables) -> Proposal:
    """R4: a small firm against a large one or an authority (款项支付条例 17)."""
    source = Reason("late_source_sme")
    if not known.agreed:
        return Proposal("R4", SME_DAILY, source, "settled", (Reason("late_why_sme"),), _statute(known))
    signed_on = known.contract_on
    floor = tables.series["lpr1y"].on(signed_on) if signed_on else None
    percent = parse(known.agreed).percent
    if floor is None or percent is None:
        confidence: Confidence = "ask" if signed_on is None else "settled"
        return Proposal("R4", known.agreed, source, confidence, (Reason("late_why_sme_signing"),))
    yearly = percent * 365 if known.agreed.startswith("day:") else percent
    if yearly * 100 >= floor:
        return Proposal(
            "R1", known.agreed, Reason("late_source_agreed"), "settled", (Reason("late_why_sme_kept"),)
        )
    lowest = f"year:{plain(Decimal(floor).scaleb(-2))}"
    others = (Alternative(SME_DAILY, Reason("late_alternative_sme_none")),)
    return Proposal("R4", lowest, source, "choice", (Reason("late_why_sme_floor"),), others)


def _back_to_back(known: Situation) -> Proposal:
    """R5: a clause that pays a small firm only when a third party pays is void (法释〔2024〕11号)."""
    source = Reason("late_source_back_to_back")
    if known.agreed:
        return Proposal("R5", known.agreed, source, "settled", (Reason("late_why_back_to_back"),))
    others = (Alternative(SME_DAILY, Reason("late_alternative_sme")),)
    return Proposal("R5", "lpr1y", source, "choice", (Reason("late_why_back_to_back"),), others)


def _private_loan(known: Situation, tables: RateTables, sued_on: date) -> Proposal:
    """R7 to R9: a private loan; late interest, penalty and fees together stay under one ceiling."""
    if known.contract_on is None:
        return Proposal("R7", None, Reason("late_source_loan"), "ask", (Reason("late_ask_contract_day"),))
    cap = loan_cap(known.contract_on, sued_on, tables)
    why = (Reason("late_why_cap", {"cap": "% / ".join(percent_text(step.percent) for step in cap) + "%"}),)
    if known.agreed:
        return Proposal("R7", known.agreed, Reason("late_source_loan"), "settled", why, cap=cap)
    if known.in_term:
        return Proposal("R9", known.in_term, Reason("late_source_loan_in_term"), "settled", why, cap=cap)
    return _silent_loan(known, cap)


def _silent_loan(known: Situation, cap: tuple[RateStep, ...]) -> Proposal:
    """R8: neither interest nor a late rate: none in term, the one-year LPR from the day after it was due."""
    source = Reason("late_source_loan_silent")
    if known.breach_on < LPR_BEGINS:
        # The rule of 2015 gave 6 % a year until 2020-08-19; the lower reading is proposed, the other stands beside it.
        other = Alternative("year:6", Reason("late_alternative_six"))
        return Proposal("R8", "pboc+lpr1y", source, "choice", (Reason("late_why_before_lpr"),), (other,), cap)
    other = Alternative("lpr1y", Reason("late_alternative_floating"))
    return Proposal("R8", "fixed:lpr1y", source, "choice", (Reason("late_why_at_that_time"),), (other,), cap)


def _bank_loan(known: Situation) -> Proposal:
    """R10: a bank's loan: the contract, else 30 to 50 % over its rate, as the central bank's rules have it."""
    source = Reason("late_source_bank")
    if known.agreed:
        return Proposal("R10", known.agreed, source, "settled")
    rate = parse(known.in_term) if known.in_term else None
    if rate is None or rate.percent is None:
        return Proposal("R10", None, source, "ask", (Reason("late_ask_contract_rate"),))
    found = f"{rate.mode}:{plain(rate.percent * known.multiple)}"
    return Proposal("R10", found, source, "choice", (Reason("late_why_bank_uplift"),))


_RULES: Mapping[str, Callable[[Situation], Proposal]] = {"sale": _sale, "construction": _construction}
