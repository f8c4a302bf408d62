"""Twenty thousand acts on end: as quick as at the beginning, and in the same memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.clock import Clock
from models.store import open_store
from models.store.verify import verify
from tests.harness.acts import TODAY, Clerk

ACTS = (
    *("note", "call", "book_back", "attach", "note", "call", "charge", "book_back", "plan", "write") * 4,
    "review",
)
"""None of them lets the portfolio grow: a longer list takes longer to look through, which is measured elsewhere."""
LEDGERS = 50
"""Six hundred claims: after twenty thousand acts each has the history of some years."""
WARM_UP = 100
PAGE_MB = 4096 / (1 << 20)
MOST_MB = 50


@dataclass(frozen=True)
class Soaked:
    """CPU milliseconds of the 95th of a hundred acts in the first and the last tenth; MB more than after warm-up."""

    first_ms: float
    last_ms: float
    more_mb: float


def resident_mb() -> float:
    """Memory of this process, as the system counts it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_MB


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    store = open_store(tmp_path / "data")
    made = Clerk(Desk(store, Clock(TODAY), "clerk"), tmp_path / "out", 1, lambda _: None)
    for _ in range(LEDGERS):
        made.take_ledger()
    yield made
    store.close()


def soak(clerk: Clerk, acts: int, after: Callable[[int], object] = lambda _: None) -> Soaked:
    """Warm up, then so many acts, each measured."""
    for n in range(WARM_UP):
        clerk.act(ACTS[n % len(ACTS)])
    before, took = resident_mb(), []
    for n in range(acts):
        began = time.process_time()
        clerk.act(ACTS[n % len(ACTS)])
        took.append((time.process_time() - began) * 1000)
        after(n)
    tenth = acts // 10
    return Soaked(_p95(took[:tenth]), _p95(took[-tenth:]), resident_mb() - before)


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def test_five_hundred_acts_take_no_more_memory(clerk: Clerk) -> None:
    found = soak(clerk, 500 - WARM_UP)
    assert found.more_mb <= MOST_MB
    assert verify(clerk.desk.store, Clock().now()).ok


def test_a_build_that_hoards_is_found_out(clerk: Clerk) -> None:
    hoard: list[bytes] = []
    found = soak(clerk, 100, after=lambda n: hoard.append(bytes([n % 256]) * (1 << 20)))
    assert found.more_mb > MOST_MB


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("acts", [20_000])
def test_twenty_thousand_acts_stay_quick_and_small(
    clerk: Clerk, acts: int, record_property: Callable[[str, object], None]
) -> None:
    found = soak(clerk, acts)
    record_property("soaked", found)
    assert found.more_mb <= MOST_MB, found
    assert found.last_ms <= 1.2 * found.first_ms, found
    assert verify(clerk.desk.store, Clock().now()).ok
