"""Clerks who never stop: each acts on a folder until killed, in a process of its own.

``python -m tests.harness.clerk`` reads one life after the other from standard input (JSON: data, out, seed, when,
without, sealed, seconds), forks for it, and answers how it ended and what was told. A fork costs a fiftieth of a start.

``when``: ``fsync:N`` kills before the n-th call of ``os.fsync``, ``statement:N`` before the n-th SQL statement,
``write:N`` and ``sync:N`` before the n-th write and sync of SQLite itself, ``clock`` after ``seconds``. ``without``
takes one promise out (``fsync``, ``transaction``), so that the harness can be seen to fail. ``sealed`` lives are lived
on encrypted books.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from models.actions.desk import Desk
from models.clock import Clock
from models.store import Store, Unit
from models.store.folder import DataFolder
from models.vault import durable
from tests.harness.acts import ACTS, TODAY, Clerk
from tests.harness.books import KEY, books
from tests.harness.wired_sealed import tapped_books


def live(
    data: str, out: str, seed: int, when: str, without: str, sealed: bool, tell: Callable[[Any], object]
) -> None:
    """One life, without end."""
    kind, _, number = when.partition(":")
    left, key = {kind: int(number or 0)}, KEY if sealed else None
    armed = [False]

    def count(what: str) -> None:
        if armed[0]:
            left[what] = left.get(what, 0) - 1
            if left[what] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    with ExitStack() as taps:
        if kind in ("write", "sync"):
            taps.enter_context(tapped_books(DataFolder(Path(data), key), count))
        clerk = Clerk(Desk(books(Path(data), key), Clock(TODAY), "clerk"), Path(out), seed, tell)
        count_syncs(count, tell)
        clerk.desk.store.database.connection().set_trace_callback(lambda _: count("statement"))
        take_out(without)
        armed[0] = True
        while True:
            clerk.act()


def count_syncs(count: Callable[[str], object], tell: Callable[[Any], object]) -> None:
    """Count the vault's calls of fsync, and tell which file reached the disk."""
    sync = os.fsync

    def counted(handle: int) -> None:
        count("fsync")
        sync(handle)
        tell({"synced": os.fstat(handle).st_ino})

    durable.os.fsync = counted


def take_out(promise: str) -> None:
    """Break one promise on purpose."""
    if promise == "fsync":
        durable.os.fsync = lambda _: None
    if promise == "transaction":

        @contextmanager
        def unit(
            self: Store, verb: str, who: str, at: datetime, wait_s: float | None = None
        ) -> Iterator[Unit]:
            with self.acting(wait_s):
                loose = Unit(self.database, who, at)
                yield loose
                loose.seal(verb)

        Store.unit = unit  # type: ignore[method-assign]


def warm_up() -> None:
    """Do every act once, so that each fork finds its modules loaded."""
    for key in (None, KEY):
        with tempfile.TemporaryDirectory() as room:
            store = books(Path(room) / "data", key)
            clerk = Clerk(Desk(store, Clock(TODAY), "clerk"), Path(room) / "out", 0, lambda _: None)
            for act in ACTS:
                clerk.act(act)
            store.close()


def fork(order: dict[str, Any]) -> dict[str, Any]:
    """Have one life lived, to its violent end: its exit status, and the lines it told before."""
    ear, mouth = os.pipe()
    seconds = order.pop("seconds")
    if not (child := os.fork()):
        os.close(ear)
        try:
            live(**order, tell=lambda what: os.write(mouth, json.dumps(what).encode() + b"\n"))
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
        os._exit(1)
    os.close(mouth)
    told = _heard(ear, child, seconds)
    _, status = os.waitpid(child, 0)
    whole = told[: told.rfind(b"\n") + 1]
    return {
        "status": os.waitstatus_to_exitcode(status),
        "told": [json.loads(line) for line in whole.splitlines()],
    }


def _heard(ear: int, child: int, seconds: float) -> bytes:
    """All that is said until the end; who lives longer than that is killed."""
    until, told = time.monotonic() + seconds, b""
    while True:
        left = until - time.monotonic()
        if left <= 0:
            os.kill(child, signal.SIGKILL)
        if select.select([ear], [], [], max(left, 0) or None)[0]:
            piece = os.read(ear, 1 << 16)
            if not piece:
                os.close(ear)
                return told
            told += piece


def main() -> None:
    """Serve lives until nobody asks any more."""
    warm_up()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(fork(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
