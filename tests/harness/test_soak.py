"""Twenty thousand acts on end: as quick as at the beginning, and in the same memory.

What an act costs is the processor time of this process, and is told in yardsticks: a piece of work that never grows,
done between the acts. Beside busy neighbours the same work takes half as much processor time again, so that neither
wall time nor processor time alone would tell the program's growth from the machine's mood.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

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
LEDGERS = 5
LONG_LEDGERS = 250
"""Three thousand claims, as in every measurement of the program: twenty thousand acts are then seven a claim, more than
a clerk does in a year. What grows with a debtor's own open history is work; what grows with what is past is not."""
WARM_UP = 100
PAGE_MB = 4096 / (1 << 20)
MOST_MB = 50
MOST_GROWTH = 1.2


@dataclass(frozen=True)
class Tenth:
    """The 95th of a hundred acts: milliseconds of the clock, of processor time, and that in yardsticks."""

    wall_ms: float
    cpu_ms: float
    yards: float


@dataclass(frozen=True)
class Soaked:
    """The first and the last tenth of the acts; MB more than after warm-up."""

    first: Tenth
    last: Tenth
    more_mb: float

    @property
    def growth(self) -> float:
        """How much dearer the last tenth is."""
        return self.last.yards / self.first.yards


def resident_mb() -> float:
    """Memory of this process, as the system counts it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_MB


@pytest.fixture
def clerk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Clerk]:
    store = open_store(tmp_path / "data")
    made = Clerk(Desk(store, Clock(TODAY), "clerk"), tmp_path / "out", 1, lambda _: None)
    for _ in range(getattr(request, "param", LEDGERS)):
        made.take_ledger()
    yield made
    store.close()


def soak(clerk: Clerk, acts: int, after: Callable[[int], object] = lambda _: None) -> Soaked:
    """Warm up, then so many acts, each measured with what follows ``after`` it."""
    for n in range(WARM_UP):
        clerk.act(ACTS[n % len(ACTS)])

    def act(n: int) -> None:
        clerk.act(ACTS[n % len(ACTS)])
        after(n)

    before = resident_mb()
    took = [_measured(act, n) for n in range(acts)]
    tenth = acts // 10
    return Soaked(_p95(took[:tenth]), _p95(took[-tenth:]), resident_mb() - before)


Took = tuple[float, float, float]


def _measured(act: Callable[[int], object], n: int) -> Took:
    """Milliseconds by the clock and of processor time, and of processor time for the yardstick just after."""
    clock, processor = time.perf_counter(), time.process_time()
    act(n)
    wall, spent = time.perf_counter() - clock, time.process_time()
    _yardstick()
    return wall * 1000, (spent - processor) * 1000, (time.process_time() - spent) * 1000


def _yardstick() -> None:
    """A millisecond or two of what acts are made of: statements, JSON, hashes."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, said TEXT)")
        for n in range(100):
            said = json.dumps({"n": n, "of": [n] * 20})
            sealed = hashlib.sha256(said.encode()).hexdigest()
            base.execute("INSERT INTO row (said) VALUES (?)", (said + sealed,))


def _p95(took: list[Took]) -> Tenth:
    wall, processor = (sorted(each[of] for each in took)[int(len(took) * 0.95)] for of in (0, 1))
    return Tenth(wall, processor, processor / median(each[2] for each in took))


def test_five_hundred_acts_take_no_more_memory(clerk: Clerk) -> None:
    found = soak(clerk, 500 - WARM_UP)
    assert found.more_mb <= MOST_MB
    assert verify(clerk.desk.store, Clock().now()).ok


def test_a_build_that_hoards_is_found_out(clerk: Clerk) -> None:
    hoard: list[bytes] = []
    found = soak(clerk, 100, after=lambda n: hoard.append(bytes([n % 256]) * (1 << 20)))
    assert found.more_mb > MOST_MB


def test_a_build_that_slows_down_is_found_out(clerk: Clerk) -> None:
    found = soak(clerk, 100, after=lambda n: [_yardstick() for _ in range(n // 3)])
    assert found.growth > MOST_GROWTH


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("acts", [20_000])
@pytest.mark.parametrize("clerk", [LONG_LEDGERS], indirect=True)
def test_twenty_thousand_acts_stay_quick_and_small(
    clerk: Clerk, acts: int, record_property: Callable[[str, object], None]
) -> None:
    found = soak(clerk, acts)
    record_property("soaked", found)
    assert found.more_mb <= MOST_MB, found
    assert found.growth <= MOST_GROWTH, found
    assert verify(clerk.desk.store, Clock().now()).ok
