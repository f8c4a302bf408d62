"""Opened twice and more: clerks who act on one folder at once lose nothing to each other, nor to one who looks in."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from models.actions.desk import Desk
from models.clock import Clock
from models.rules.problems import Refused
from models.store.locks import FolderLock
from models.vault.key import Key
from tests.harness.acts import TODAY, Clerk, Told
from tests.harness.books import KEY, books
from tests.harness.invariants import Broken, check, must

Work = Callable[[], object]


def beside(work: Work) -> int:
    """A process of its own that does this and ends; its number."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException as error:
        os.write(2, f"{error!r}\n".encode())
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """How a process ended, once it has."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def ended_by_us(child: int) -> bool:
    """Kill a process; whether it had lived until then."""
    os.kill(child, signal.SIGKILL)
    return ended(child) == -signal.SIGKILL


def clerk_at_work(room: Path, key: Key | None, seed: int, acts: int) -> None:
    """So many acts, each told when it is acknowledged; what another's act has made impossible is refused."""
    with (room / f"told{seed}").open("w") as told:

        def tell(what: Told) -> None:
            print(json.dumps(what), file=told, flush=True)

        store = books(room / "data", key)
        clerk = Clerk(Desk(store, Clock(TODAY), f"clerk{seed}"), room / f"out{seed}" / "letters", seed, tell)
        for _ in range(acts):
            with suppress(Refused):
                clerk.act()


def looks_in(room: Path, key: Key | None) -> None:
    """Start and end the program for ever: each start sweeps what it takes for leftovers."""
    while True:
        books(room / "data", key).close()


def together(room: Path, clerks: int, acts: int, seed: int, key: Key | None = None) -> int:
    """Clerks at once, one who looks in, and one who is killed and leaves a lock; how many acts were acknowledged."""
    books(room / "data", key).close()
    for_ever = [
        beside(lambda: clerk_at_work(room, key, seed + clerks, 10**6)),
        beside(lambda: looks_in(room, key)),
    ]
    try:
        working = [
            beside(lambda n=n: clerk_at_work(room, key, seed + n, acts))  # type: ignore[misc]
            for n in range(clerks)
        ]
        codes = [ended(child) for child in working]
    finally:
        killed = [ended_by_us(child) for child in for_ever]
    must(not any(codes) and all(killed), "a process ended by itself", codes, killed)
    told = [_told(room / f"told{seed + n}") for n in range(clerks + 1)]
    must(all(len(each) > acts / 2 for each in told[:clerks]), "one was kept out", list(map(len, told)))
    acknowledged = [act for each in told for act in each]
    check(room / "data", acknowledged, key=key)
    return len(acknowledged)


def _told(file: Path) -> list[Any]:
    whole, _, _ = file.read_text().rpartition("\n")
    return [json.loads(line) for line in whole.splitlines()]


@pytest.mark.parametrize("key", [None, KEY])
def test_clerks_at_once_lose_nothing_to_each_other(tmp_path: Path, key: Key | None) -> None:
    assert together(tmp_path, 2, 15, seed=1, key=key) > 30


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("key", [None, KEY])
def test_four_clerks_do_a_thousand_acts_at_once(tmp_path: Path, key: Key | None) -> None:
    assert together(tmp_path, 4, 250, seed=10, key=key) > 1000


def test_a_build_whose_lock_lets_everybody_in_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderLock, "try_now", lambda _: True)
    monkeypatch.setattr(FolderLock, "release", lambda _: None)
    with pytest.raises(Broken, match=r"ended by itself|lost"):
        together(tmp_path, 2, 60, seed=3)
