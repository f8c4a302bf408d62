"""How an agreement stands, by payments and days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.facts import GuarantorFacts, PlanTerms
from models.rules.plan_standing import Burden, applied, callable_from, lost_without, state_of
from models.rules.plan_terms import read, written
from models.rules.signing import steps

SEPT, OCT, NOV = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
DUE = [(SEPT, 100), (OCT, 100), (NOV, 100)]


def test_payments_pay_the_instalments_in_their_order() -> None:
    lines = applied(DUE, [(date(2026, 9, 20), 50), (date(2026, 8, 30), 120)])
    assert [line.paid_fen for line in lines] == [100, 70, 0]
    assert [line.paid_on for line in lines] == [date(2026, 8, 30), None, None]


@given(st.lists(st.tuples(st.dates(SEPT, NOV), st.integers(1, 200)), max_size=8))
def test_no_fen_is_lost_or_counted_twice(payments: list[tuple[date, int]]) -> None:
    came = sum(fen for _, fen in payments)
    assert sum(line.paid_fen for line in applied(DUE, payments)) == min(came, 300)


@pytest.mark.parametrize(("today", "payments", "since"), [
    (SEPT, [], None),
    (date(2026, 9, 2), [], date(2026, 9, 7)),
    (date(2026, 10, 2), [], date(2026, 9, 7)),
    (date(2026, 10, 3), [(date(2026, 9, 3), 100)], date(2026, 10, 2)),
    (date(2026, 10, 3), [(SEPT, 100)], date(2026, 10, 7)),
    (date(2026, 10, 3), [(SEPT, 200)], None),
])  # fmt: skip
def test_the_rest_may_be_called_after_so_many_days_or_so_many_late(
    today: date, payments: list[tuple[date, int]], since: date | None
) -> None:
    """One more than five days late, or the second late in all, the first of them paid late."""
    assert callable_from(applied(DUE, payments), PlanTerms(), today) == since


@pytest.mark.parametrize(("told", "state"), [
    ({"voided": True}, "void"),
    ({"signed_on": None}, "draft"),
    ({"signed_on": None, "sent_on": SEPT}, "sent"),
    ({"replaced": True}, "replaced"),
    ({}, "broken"),
    ({"accelerated_on": OCT}, "accelerated"),
    ({"accelerated_on": NOV}, "broken"),
])  # fmt: skip
def test_a_plan_stands_by_what_happened_to_it(told: dict[str, object], state: str) -> None:
    usual = {"voided": False, "sent_on": None, "signed_on": SEPT, "replaced": False, "accelerated_on": None}
    assert state_of(applied(DUE, []), date(2026, 10, 3), **(usual | told)) == state  # type: ignore[arg-type]


def test_a_plan_that_was_paid_is_settled_even_when_it_was_called_due() -> None:
    lines = applied(DUE, [(OCT, 300)])
    assert state_of(
        lines, NOV, voided=False, sent_on=None, signed_on=SEPT, replaced=False, accelerated_on=OCT
    ) == "settled"  # fmt: skip


@pytest.mark.parametrize(("after", "lost"), [
    (Burden(300, NOV), []),
    (Burden(200, NOV), []),
    (Burden(300, date(2026, 12, 1)), ["supplement_keeps_period"]),
    (Burden(400, NOV), ["supplement_adds_burden"]),
    (Burden(300, NOV, 600), ["supplement_raises_rate"]),
])  # fmt: skip
def test_a_supplement_the_guarantor_did_not_sign_costs_what_it_adds(after: Burden, lost: list[str]) -> None:
    """CC 695: a lighter burden is guaranteed, a heavier is not; the period stays."""
    found = lost_without(Burden(300, NOV), after, date(2029, 11, 1))
    assert [reason.code for reason in found] == lost


def test_terms_are_read_as_they_were_written() -> None:
    terms, guarantor = PlanTerms(lawyer_bp=800, extra="附"), GuarantorFacts("丙", until=NOV, is_person=True)
    assert read(written(terms, guarantor)) == (terms, guarantor)


def test_terms_of_older_books_are_read_too() -> None:
    assert read('{"penalty": "replaced", "guarantor": "丙"}') == (
        PlanTerms(penalty="replaced"), GuarantorFacts("丙")
    )  # fmt: skip
    assert read("{}") == (PlanTerms(), None)


def test_a_firm_behind_a_firm_signs_with_seal_and_resolution() -> None:
    codes = [step.code for step in steps(PlanTerms(), debtor_is_person=False, guarantor_is_person=False)]
    assert "debtor_seal" in codes
    assert "guarantor_resolution" in codes
    assert "notary_promise" not in codes


def test_a_notarised_agreement_of_persons_has_its_list() -> None:
    told = steps(
        PlanTerms(notarise=True, security="mortgage"), debtor_is_person=True, guarantor_is_person=True
    )
    codes = [step.code for step in told]
    assert {"debtor_spouse", "guarantor_identity", "security_mortgage", "notary_guarantor"} <= set(codes)
    assert all(step.source for step in told)


def test_a_spouse_whom_the_agreement_names_must_sign() -> None:
    told = steps(PlanTerms(debtor_spouse="陈静"), debtor_is_person=True, guarantor_is_person=True)
    must = {step.code: step.must for step in told if step.code.endswith("_spouse")}
    assert must == {"debtor_spouse": True, "guarantor_spouse": False}
