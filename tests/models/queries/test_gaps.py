"""What the whole portfolio is proved by, and what to ask the debtor for."""

from __future__ import annotations

from models.actions.evidence import PieceFacts, attach
from models.queries.gaps import proof_of_portfolio, wanted_of_debtor
from tests.conftest import TODAY


def test_the_least_proved_money_comes_first(desk, claim, tmp_path):
    small, large = claim(fen=1_000_00), claim(fen=9_000_00)
    (tmp_path / "a").write_bytes(b"a")
    attach(desk, [large], tmp_path / "a", "delivery")
    found = proof_of_portfolio(desk.store, TODAY)
    assert [(each.row.id, each.score) for each in found.rows] == [(large, 30), (small, 0)]
    assert found.score == 27  # 30 of 9,000 and 0 of 1,000
    assert found.empty == {
        "delivery": 1,
        "contract": 2,
        "statement": 2,
        "order": 2,
        "invoice": 2,
        "demand": 2,
    }


def test_an_empty_portfolio_has_no_score(desk):
    assert proof_of_portfolio(desk.store, TODAY).score is None


def test_the_debtor_is_asked_for_what_only_the_debtor_has(desk, claim, tmp_path):
    key = claim()
    assert wanted_of_debtor(desk.store, [key]) == "sealed_statement"
    (tmp_path / "a").write_bytes(b"a")
    attach(desk, [key], tmp_path / "a", "statement", facts=PieceFacts("sealed_statement"))
    assert wanted_of_debtor(desk.store, [key]) is None
