"""The decision table of the domain handbook §2.1, row by row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from models.reference import rates
from models.rules.chains import CLAIM_KINDS
from models.rules.late_rate import parse
from models.rules.late_terms import Proposal, Situation, late_terms
from models.rules.problems import Refused

NOW = date(2024, 3, 1)
BEFORE = date(2019, 8, 19)
SIGNED = date(2023, 7, 1)
TODAY = date(2026, 11, 20)

# rule, what is known, proposed rate, source, confidence
TABLE = [
    ("R1", Situation("sale", NOW, agreed="day:0.05"), "day:0.05", "late_source_agreed", "settled"),
    ("R2", Situation("sale", BEFORE), "pboc*1.5+lpr1y*1.5", "late_source_sale_before", "choice"),
    ("R3", Situation("sale", NOW), "fixed:lpr1y*1.5", "late_source_sale", "choice"),
    ("R3", Situation("sale", NOW, mode="floating"), "lpr1y*1.5", "late_source_sale", "choice"),
    ("R3", Situation("sale", NOW, multiple=Decimal("1.3")), "fixed:lpr1y*1.3", "late_source_sale", "choice"),
    ("R3", Situation("lease", NOW), "fixed:lpr1y*1.5", "late_source_sale", "choice"),
    (
        "R4",
        Situation("service", NOW, SIGNED, sme_against_large=True),
        "day:0.05",
        "late_source_sme",
        "settled",
    ),
    (
        "R1",
        Situation("sale", NOW, SIGNED, agreed="year:3.55", sme_against_large=True),
        "year:3.55",
        "late_source_agreed",
        "settled",
    ),
    (
        "R4",
        Situation("sale", NOW, SIGNED, agreed="year:3.5", sme_against_large=True),
        "year:3.55",
        "late_source_sme",
        "choice",
    ),
    (
        "R4",
        Situation("sale", NOW, agreed="year:3.5", sme_against_large=True),
        "year:3.5",
        "late_source_sme",
        "ask",
    ),
    (
        "R5",
        Situation("construction", NOW, SIGNED, sme_against_large=True, pay_when_paid=True),
        "lpr1y",
        "late_source_back_to_back",
        "choice",
    ),
    (
        "R5",
        Situation("sale", NOW, SIGNED, agreed="year:6", sme_against_large=True, pay_when_paid=True),
        "year:6",
        "late_source_back_to_back",
        "settled",
    ),
    ("R6", Situation("construction", NOW), "lpr1y", "late_source_construction", "settled"),
    ("R6", Situation("construction", BEFORE), "pboc+lpr1y", "late_source_construction", "settled"),
    ("R7", Situation("loan", NOW, SIGNED, agreed="year:24"), "year:24", "late_source_loan", "settled"),
    ("R7", Situation("loan", NOW, agreed="year:24"), None, "late_source_loan", "ask"),
    ("R8", Situation("loan", NOW, SIGNED), "fixed:lpr1y", "late_source_loan_silent", "choice"),
    ("R8", Situation("loan", BEFORE, BEFORE), "pboc+lpr1y", "late_source_loan_silent", "choice"),
    ("R9", Situation("loan", NOW, SIGNED, in_term="year:8"), "year:8", "late_source_loan_in_term", "settled"),
    ("R10", Situation("loan", NOW, in_term="year:6", bank=True), "year:9", "late_source_bank", "choice"),
    ("R10", Situation("loan", NOW, agreed="year:7", bank=True), "year:7", "late_source_bank", "settled"),
    ("R10", Situation("loan", NOW, bank=True), None, "late_source_bank", "ask"),
]


def proposed(known: Situation) -> Proposal:
    return late_terms(known, rates(), sued_on=TODAY)


@pytest.mark.parametrize(("rule", "known", "rate", "source", "confidence"), TABLE)
def test_each_row_of_the_table_gives_its_rate(
    rule: str, known: Situation, rate: str | None, source: str, confidence: str
) -> None:
    found = proposed(known)
    assert (found.rule, found.rate, found.source.code, found.confidence) == (rule, rate, source, confidence)


@pytest.mark.parametrize(("rule", "known"), [row[:2] for row in TABLE])
def test_a_choice_names_its_reason_and_each_rate_can_be_read(rule: str, known: Situation) -> None:
    found = proposed(known)
    assert found.why or found.confidence == "settled"
    for rate in (found.rate, *(other.rate for other in found.alternatives)):
        assert rate is None or parse(rate)
    assert found.rate not in [other.rate for other in found.alternatives]


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_every_kind_of_claim_has_a_rate(kind: str) -> None:
    assert proposed(Situation(kind, NOW, SIGNED)).rate


def test_the_two_readings_of_the_rate_at_breach_stand_beside_each_other() -> None:
    found = proposed(Situation("sale", NOW))
    assert [reason.code for reason in found.why] == ["late_why_uplift", "late_why_fixed"]
    assert [other.rate for other in found.alternatives] == ["fixed:lpr1y*1.3", "lpr1y*1.5"]


def test_a_small_firm_of_before_the_regulation_follows_the_rules_of_sales() -> None:
    known = Situation("sale", NOW, date(2020, 8, 31), sme_against_large=True)
    assert proposed(known).rule == "R3"
    assert proposed(Situation("sale", NOW, date(2020, 9, 1), sme_against_large=True)).rule == "R4"


def test_a_private_loan_brings_its_ceiling() -> None:
    found = proposed(Situation("loan", NOW, SIGNED, agreed="year:24"))
    assert [step.percent for step in found.cap] == [Fraction("14.2")]
    older = proposed(Situation("loan", NOW, date(2019, 3, 1), agreed="year:24"))
    assert [step.percent for step in older.cap] == [Fraction(24), Fraction(12)]
    assert older.why[0].params == {"cap": "24.00% / 12.00%"}


@pytest.mark.parametrize(
    ("known", "code"),
    [
        (Situation("sale", NOW, agreed="5%"), "rate_unreadable"),
        (Situation("loan", NOW, SIGNED, in_term="5%"), "rate_unreadable"),
        (Situation("sale", NOW, multiple=Decimal(2)), "late_multiple"),
    ],
)
def test_what_cannot_be_a_rate_is_refused(known: Situation, code: str) -> None:
    with pytest.raises(Refused) as refused:
        proposed(known)
    assert refused.value.problems[0].code == code
