"""What is owed besides the principal, by command."""

from __future__ import annotations

import pytest

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def owing(run: Commands) -> Commands:
    run("import", run.ledger("甲公司,1,1000.00,,2026-01-01"))
    run("charge", run.one("1")["id"], "costs", "50.00", "--source", "受理费票据", "--on", "2026-02-01")
    return run


def test_costs_stand_beside_the_balance_and_are_paid_first(owing: Commands) -> None:
    assert (owing.one("1")["balance"], owing.one("1")["charges"]) == ("1000.00", "50.00")
    answer = owing("receipt", "80.00", "--debtor", "甲公司")
    assert answer["shares"][0]["amount"] == "30.00"
    assert answer["charges"] == [{"charge": "1", "amount": "50.00"}]
    assert "charges" not in owing.one("1")


def test_the_parties_may_have_agreed_that_the_principal_goes_first(owing: Commands) -> None:
    answer = owing("receipt", "80.00", "--debtor", "甲公司", "--order", "principal-first")
    assert answer["shares"][0]["amount"] == "80.00"
    assert owing("charges", "--debtor", "甲公司")["charges"][0]["open"] == "50.00"


def test_the_statement_counts_them(owing: Commands) -> None:
    told = owing("statement", "甲公司")
    assert (told["claims"], told["charges"], told["closing"]) == ("1000.00", "50.00", "1050.00")


def test_a_charge_entered_by_mistake_is_voided_with_its_reason(owing: Commands) -> None:
    owing("void-charge", "1", "--why", "重复登记")
    assert owing("charges")["count"] == 0
    assert owing("charges", "--voided")["charges"][0]["void_why"] == "重复登记"


def test_a_reversal_names_the_charges_it_takes_back(owing: Commands) -> None:
    receipt = owing("receipt", "80.00", "--debtor", "甲公司")["receipt"]
    answer = owing("reverse", receipt, "--why", "退票")
    assert answer["charges"] == [{"charge": "1", "amount": "-50.00"}]
    assert owing("charges")["charges"][0]["open"] == "50.00"
