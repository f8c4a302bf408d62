"""The measurements compare like with like."""

from decimal import Decimal

from tests.bench.bench_ageing import in_decimal, in_fen, portfolio
from tests.bench.measure import Measured, beside


def test_ours_and_the_peer_age_a_portfolio_alike() -> None:
    claims = portfolio(500)
    assert in_fen(claims) == in_decimal([(due_on, Decimal(fen) / 100) for due_on, fen in claims])


def test_the_ratio_is_ours_by_the_peers() -> None:
    assert Measured("x", 3.0, "y", 2.0, 2.0).ratio == 1.5


def test_ours_and_the_peer_run_in_turn() -> None:
    order: list[str] = []
    beside("x", lambda: order.append("ours"), "y", lambda: order.append("peer"), goal=1.0, rounds=2)
    assert order == ["ours", "peer"] * 3
