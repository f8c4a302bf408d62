"""Late-payment interest of a whole portfolio, beside a bare loop over the same claims at one rate."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import partial

from models.reference import rates
from models.rules.accrual import Accrual
from models.rules.interest import interest
from models.rules.late_rate import parse
from tests.bench.measure import Measured, beside

ON = date(2026, 11, 20)
RATE = parse("lpr1y*1.5")
SAMPLE = 200

Debts = list[tuple[int, date]]


def portfolio(size: int) -> Debts:
    """Sum in fen and first day in delay of made-up claims, the same at every run."""
    chance = random.Random(3)
    return [
        (chance.randrange(100, 90_000_000), ON - timedelta(days=chance.randrange(1, 1500)))
        for _ in range(size)
    ]


def by_steps(debts: Debts) -> int:
    """Ours: every step of the rate on every debt, each line rounded."""
    accrual = Accrual(RATE, rates())
    return sum(accrual.fen(fen, start, ON) for fen, start in debts)


def bare(debts: Debts) -> int:
    """The floor: days times one rate, nothing else."""
    return sum((fen * 45 * (ON - start).days * 2 + 365_000) // 730_000 for fen, start in debts)


def bench_interest() -> list[Measured]:
    """Ten thousand, a hundred thousand and a million debts: the ratio to the bare loop must not grow."""
    rows = []
    for size in (10_000, 100_000, 1_000_000):
        debts = portfolio(size)
        for fen, start in debts[:SAMPLE]:
            if by_steps([(fen, start)]) != interest(fen, start, ON, RATE, rates()).total_fen:
                raise AssertionError("the two reckonings disagree")
        rows.append(
            beside(
                f"interest of {size:,} debts by steps of the LPR",
                partial(by_steps, debts),
                "bare loop at one rate",
                partial(bare, debts),
                goal=14.0,
                rounds=5 if size < 1_000_000 else 1,
            )
        )
    return rows
