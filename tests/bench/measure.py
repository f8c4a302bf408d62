"""How measurements are taken: ours and the peer in turn, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """One line of the table: milliseconds of ours and of the peer, and the ratio wanted at most."""

    what: str
    ours_ms: float
    peer: str
    peer_ms: float
    goal: float

    @property
    def ratio(self) -> float:
        """What counts: ours by the peer's, from one run on one machine."""
        return self.ours_ms / self.peer_ms


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """The time of one call, with the garbage collector at rest; by ``time.process_time`` what the processor worked."""
    gc.collect()
    gc.disable()
    begun = clock()
    try:
        work()
    finally:
        gc.enable()
    return (clock() - begun) * 1000


def beside(
    what: str,
    ours: Callable[[], object],
    peer: str,
    theirs: Callable[[], object],
    *,
    goal: float,
    rounds: int = 7,
) -> Measured:
    """Medians of interleaved runs of ours and of the peer, after one run of each to warm up."""
    ours(), theirs()
    pairs = [(milliseconds(ours), milliseconds(theirs)) for _ in range(rounds)]
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Measured(what, mine, peer, other, goal)
