"""Encrypted books beside plain ones: opening them, taking a ledger of 20,000 claims over, listing its claims."""

from __future__ import annotations

import itertools
import tempfile
from datetime import date
from functools import partial
from pathlib import Path

from models.actions import imports
from models.actions.desk import Desk
from models.clock import Clock
from models.ledger.reading import Proposal, propose_text
from models.queries.claims import claim_rows
from models.queries.comparison import compare
from models.store import Store, open_store
from models.store.keys import new_keys
from models.store.passphrase import Cost
from models.vault.key import Key
from tests.bench.measure import Measured, beside

TODAY = date(2026, 11, 20)
CLAIMS = 20_000
GOAL, OPENING_GOAL = 1.5, 4.0
"""Each page is decrypted when it comes from the disk; what is in memory costs nothing more. Opening plain books takes a
few milliseconds, to which the keys of two connections add as many again."""
KEY = Key(bytes(range(32)))
KEYS = new_keys(KEY, "for the bench alone", Cost(1, 64, 1))


def ledger() -> Proposal:
    """Twenty thousand claims of a thousand debtors."""
    lines = [f"公司{n % 1000}\tN{n}\t{100 + n}.00\t2026-09-01" for n in range(CLAIMS)]
    return propose_text("\n".join(["客户\t单号\t金额\t到期日", *lines]))


def books(root: Path, key: Key | None) -> Store:
    """New books, encrypted where there is a key."""
    if key:
        root.mkdir()
        KEYS.keep(root)
    return open_store(root, key=key)


def take_over(rooms: itertools.count[int], folder: Path, key: Key | None, proposal: Proposal) -> None:
    """Into new books."""
    store = books(folder / str(next(rooms)), key)
    imports.take_over(Desk(store, Clock(TODAY), "bench"), compare(store, proposal, TODAY), "ledger.csv")
    store.close()


def opened(root: Path, key: Key | None) -> None:
    """Open them, and ask one question."""
    store = open_store(root, key=key)
    store.journal_head()
    store.close()


def listed(root: Path, key: Key | None) -> None:
    """Every claim, from the disk on."""
    store = open_store(root, key=key)
    claim_rows(store, TODAY, TODAY)
    store.close()


def bench_encrypted_books() -> list[Measured]:
    """Three things a clerk waits for."""
    with tempfile.TemporaryDirectory() as room:
        folder, rooms, proposal = Path(room), itertools.count(), ledger()
        take = [partial(take_over, rooms, folder, key, proposal) for key in (KEY, None)]
        found = [beside(f"import of {CLAIMS:,}, encrypted", take[0], "plain", take[1], goal=GOAL, rounds=3)]
        sealed, plain = next(rooms), next(rooms)
        for number, key in ((sealed, KEY), (plain, None)):
            take_over(itertools.count(number), folder, key, proposal)
        for what, act, goal in (
            ("books opened", opened, OPENING_GOAL),
            (f"list of {CLAIMS:,}", listed, GOAL),
        ):
            ours, theirs = partial(act, folder / str(sealed), KEY), partial(act, folder / str(plain), None)
            found.append(beside(f"{what}, encrypted", ours, "plain", theirs, goal=goal))
    return found
