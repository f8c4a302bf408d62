from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.rules.facts import CreditorFacts, DebtorFacts, ItemFacts, LetterFacts
from models.rules.letter_kinds import LETTER_KINDS, item_name, legal_basis


def facts(*contracts: str | None, is_person: bool = False, **rest) -> LetterFacts:
    items = tuple(
        ItemFacts(f"INV-{n}", contract, None, None, 0, 0, 0, 0) for n, contract in enumerate(contracts, 1)
    )
    return LetterFacts(
        "demand",
        "苏精催字〔2026〕第0187号",
        date(2026, 11, 20),
        CreditorFacts("苏南精工科技有限公司"),
        DebtorFacts("苏州恒锐精密制造有限公司", is_person=is_person),
        items,
        rest.pop("currency", "CNY"),
        18_640_000,
        **rest,
    )


# the issue's own wording: 催讨XX合同货款XX元函, for natural persons 通知函(合同XX号款项)
@pytest.mark.parametrize(
    ("given", "name"),
    [
        (facts("HR-2026-031"), "催讨HR-2026-031合同货款186,400.00元函"),
        (facts("HR-2026-031", "HR-2026-031"), "催讨HR-2026-031合同货款186,400.00元函"),
        (facts("HR-1", "HR-2", None), "催讨HR-1等2份合同货款186,400.00元函"),
        (facts(None), "催讨单据INV-1号货款186,400.00元函"),
        (facts(), "催讨货款186,400.00元函"),
        (facts("C-9", claim_kind="construction"), "催讨C-9合同工程款186,400.00元函"),
        (facts("C-9", currency="USD"), "催讨C-9合同货款USD 186,400.00函"),
        (facts("HR-2026-031", is_person=True), "通知函(合同HR-2026-031号款项)"),
        (facts("A", "B", is_person=True), "通知函(合同A号等2份款项)"),
        (facts(None, is_person=True), "通知函(单据INV-1号款项)"),
        (facts(is_person=True), "通知函"),
    ],
)
def test_the_waybill_names_what_the_letter_demands(given: LetterFacts, name: str) -> None:
    assert item_name(given) == name


def test_a_persons_waybill_says_nothing_of_the_sum() -> None:
    assert "186" not in item_name(facts("HR-2026-031", is_person=True))


def test_only_what_asks_for_payment_interrupts_and_only_demands_and_a_request_for_consent_carry_a_slip() -> (
    None
):
    assert {kind: (each.interrupts, each.with_slip) for kind, each in LETTER_KINDS.items()} == {
        "reminder": (None, False),
        "statement": ("D3", False),
        "statement_moves": ("D3", False),
        "statement_seal": ("D3", False),
        "demand": ("D3", True),
        "demand2": ("D3", True),
        "final": ("D3", True),
        "guarantor": (None, False),
        "guarantor_change": (None, True),
        "acceleration": ("D3", False),
        "plan_default": ("D3", False),
        "dispute_reply": (None, False),
        "acknowledgement": (None, False),
        "assignment": ("A1", False),
        "before_action": ("D3", False),
        "lawyer_draft": (None, False),
    }


def test_every_kind_but_the_courtesy_names_the_law_it_rests_on() -> None:
    assert [kind for kind, each in LETTER_KINDS.items() if not each.source] == ["reminder"]


def test_the_waybill_of_what_is_no_demand_calls_it_by_its_name() -> None:
    assert item_name(replace(facts("HR-2026-031"), kind="statement")).startswith("对账函(HR-2026-031合同货款")
    assert item_name(replace(facts("HR-2026-031"), kind="final")).startswith("催讨HR-2026-031合同")


def test_the_articles_fit_the_kind_of_claim() -> None:
    assert legal_basis("sale") == ("509(1)", "577", "579", "626", "628")
    assert legal_basis("loan")[-2:] == ("675", "676")
    assert legal_basis("unheard_of") == ("509(1)", "577", "579")
