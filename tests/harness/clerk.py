"""A clerk who never stops: acts on one folder until killed, telling each act only after it was acknowledged.

Started as ``python -m tests.harness.clerk DATA OUT SEED WHEN [WITHOUT]``. ``WHEN``: ``fsync:N`` kills before the n-th
call of ``os.fsync``, ``statement:N`` before the n-th SQL statement, ``never`` leaves it to the parent. Lines on
standard output are JSON: an act with its identifiers, or the inode of a file that has reached the disk. ``WITHOUT``
takes one promise out (``fsync``, ``transaction``), so that the harness can be seen to fail.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from models.actions import imports, letters, plans, receipts
from models.actions.desk import Desk
from models.actions.evidence import attach
from models.actions.parties import set_creditor, set_debtor
from models.clock import Clock
from models.ledger.reading import propose_text
from models.queries.claims import claim_rows
from models.queries.comparison import compare
from models.rules.instalments import schedule
from models.store import Store, Unit, open_store
from models.vault import durable

TODAY = date(2026, 11, 30)
ROWS = 12
INSTALMENTS = 3


def tell(**what: Any) -> None:
    """One line the parent can rely on."""
    os.write(1, json.dumps(what).encode() + b"\n")


def paper(kind: str, facts: Any, language: str) -> bytes:
    """Stands for typesetting, which takes longer than all the rest and writes nothing."""
    return f"%PDF {kind} {language} {facts.number}\n".encode() + b"x" * 5000 + b"\n%%EOF"


class Clerk:
    """One of five acts at a time, by chance."""

    def __init__(self, data: Path, out: Path, seed: int) -> None:
        """Open the folder and set up what letters need."""
        self.chance = random.Random(seed)
        self.out = out
        self.desk = Desk(open_store(data, wait_s=10), Clock(TODAY), "clerk")
        set_creditor(
            self.desk, name="甲方", address="a", phone="1", bank="b", account="1", letter_prefix="甲"
        )

    def work(self) -> None:
        """Without end."""
        self.take_ledger()
        while True:
            self.chance.choice((self.take_ledger, self.book, self.attach, self.write, self.plan, self.book))()

    def take_ledger(self) -> None:
        """A ledger of claims of one debtor, some of them partly paid."""
        name = f"债务人{self.chance.randrange(10**9)}"
        rows = [
            f"{name}\tN{self.chance.randrange(10**12)}\t{100 + n}.00\t{n}.00\t2026-09-01" for n in range(ROWS)
        ]
        proposal = propose_text("\n".join(["客户\t单号\t金额\t已付\t到期日", *rows]))
        done = imports.take_over(self.desk, compare(self.desk.store, proposal, TODAY), "ledger.csv")
        tell(act="import", batch=done.batch)
        set_debtor(self.desk, name, address="路 1 号")

    def book(self) -> None:
        """Money of a debtor over its claims, sometimes taken back."""
        row = self.chance.choice(self.rows())
        booked = receipts.book_for_debtor(self.desk, row.debtor, self.chance.randrange(1, 50_000))
        tell(act="receipt", receipt=booked.receipt, shares=booked.shares, left=booked.left_fen)
        if self.chance.random() < 0.2:
            back = receipts.reverse(self.desk, booked.receipt, "bounced")
            tell(act="receipt", receipt=back.receipt, shares=back.shares, left=None)

    def attach(self) -> None:
        """A new file into the vault."""
        file = self.out.parent / "scan.bin"
        file.write_bytes(self.chance.randbytes(self.chance.randrange(1, 200_000)))
        kept = attach(self.desk, [self.chance.choice(self.rows()).id], file)
        tell(act="attach", evidence=kept.evidence, sha256=kept.sha256)

    def write(self) -> None:
        """A run of letters, and its copies."""
        claims = [row.id for row in self.chance.choices(self.rows(), k=5)]
        run = letters.issue(self.desk, "demand", claims, paper)
        made = [each.letter for each in run.letters]
        tell(act="letters", letters=made)
        letters.copy_out(self.desk, made, self.out)

    def plan(self) -> None:
        """A plan over one claim."""
        row = self.chance.choice(self.rows())
        lines = schedule(row.balance_fen, INSTALMENTS, TODAY + timedelta(days=30), "month")
        tell(act="plan", plan=plans.make_plan(self.desk, [row.id], lines, paper).plan)

    def rows(self) -> list[Any]:
        """Open claims with enough on them for anything."""
        rows = [row for row in claim_rows(self.desk.store, TODAY, TODAY) if row.balance_fen > 100]
        if not rows:
            self.take_ledger()
            return self.rows()
        return rows


def kill_at(when: str, store: Store) -> None:
    """Count what the promise hangs on, and die just before the n-th of it; tell what reached the disk."""
    kind, _, number = when.partition(":")
    left = {kind: int(number or 0)}

    def count(what: str) -> None:
        left[what] = left.get(what, 0) - 1
        if left[what] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sync = os.fsync

    def counted(handle: int) -> None:
        count("fsync")
        sync(handle)
        tell(synced=os.fstat(handle).st_ino)

    durable.os.fsync = counted
    store.database.connection().set_trace_callback(lambda _: count("statement"))


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


def main(data: str, out: str, seed: str, when: str, without: str = "") -> None:
    """Work until killed."""
    clerk = Clerk(Path(data), Path(out), int(seed))
    kill_at(when, clerk.desk.store)
    take_out(without)
    tell(ready=True)
    clerk.work()


if __name__ == "__main__":
    main(*sys.argv[1:])
