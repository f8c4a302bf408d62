"""Ageing a portfolio in whole fen, beside the same in Decimal, day by day."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from models.rules.ageing import ACTION_ENDS, BANDS, action_bands
from models.rules.money import yuan
from tests.bench.measure import Measured, beside

AS_OF = date(2026, 10, 31)


def portfolio(size: int) -> list[tuple[date, int]]:
    """Due date and balance in fen of made-up claims, the same at every run."""
    chance = random.Random(1)
    return [
        (AS_OF - timedelta(days=chance.randrange(-60, 400)), chance.randrange(100, 90_000_000))
        for _ in range(size)
    ]


def in_fen(claims: list[tuple[date, int]]) -> dict[str, str]:
    """Ours: the balances of each due date first, then each date's band once."""
    by_day: dict[date, int] = defaultdict(int)
    for due_on, fen in claims:
        by_day[due_on] += fen
    bands, sums = action_bands(), dict.fromkeys(BANDS, 0)
    for due_on, fen in by_day.items():
        sums[bands.of(due_on, AS_OF)] += fen
    return {band: yuan(fen) for band, fen in sums.items()}


def in_decimal(claims: list[tuple[date, Decimal]]) -> dict[str, str]:
    """The peer: each claim's days and band, its balance added as a Decimal."""
    sums = dict.fromkeys(BANDS, Decimal("0.00"))
    for due_on, balance in claims:
        days = (AS_OF - due_on).days
        index = 1 if days <= 0 else 2 + sum(days > end for end in ACTION_ENDS)
        sums[BANDS[index]] += balance
    return {band: str(total) for band, total in sums.items()}


def bench_ageing() -> list[Measured]:
    """100,000 claims, and a million to see that the time grows no faster than their number."""
    rows = []
    for size in (100_000, 1_000_000):
        claims = portfolio(size)
        decimals = [(due_on, Decimal(fen) / 100) for due_on, fen in claims]
        if in_fen(claims) != in_decimal(decimals):
            raise AssertionError("ours and the peer disagree")
        rows.append(
            beside(
                f"ageing of {size:,} claims in whole fen",
                partial(in_fen, claims),
                "Decimal, claim by claim",
                partial(in_decimal, decimals),
                goal=0.2,
                rounds=7 if size < 1_000_000 else 3,
            )
        )
    return rows
