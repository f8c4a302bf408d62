"""Killed at any instant: nothing acknowledged is lost, nothing stands half done, no number is given out twice."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from models.store import Store, open_store
from models.store.verify import verify
from models.vault.durable import sweep_parts
from tests.harness.clerk import INSTALMENTS, ROWS

HERE = Path(__file__).resolve().parents[2]
LONGEST_S = 2.0
"""A clerk who was not killed by what it counted is killed by the clock."""


class Broken(AssertionError):
    """What must never happen."""


def must(holds: object, *what: object) -> None:
    if not holds:
        raise Broken(*what)


@dataclass
class Folder:
    """One data folder over many lives of the clerk, and all that was acknowledged in them."""

    root: Path
    without: str = ""
    acts: list[dict[str, Any]] = field(default_factory=list)
    synced: set[int] = field(default_factory=set)

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def out(self) -> Path:
        return self.root / "out"

    def live(self, seed: int, when: str, seconds: float = LONGEST_S) -> None:
        """One life of the clerk, to its violent end."""
        self.out.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "tests.harness.clerk", self.data, self.out, seed, when, self.without]
        with subprocess.Popen(list(map(str, command)), cwd=HERE, stdout=subprocess.PIPE) as clerk:
            try:
                said, _ = clerk.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                clerk.kill()
                said, _ = clerk.communicate()
        must(clerk.returncode == -9, "the clerk ended by itself", clerk.returncode)
        for line in said.decode().splitlines():
            told = json.loads(line)
            if "act" in told:
                self.acts.append(told)
            self.synced.add(told.get("synced", 0))

    def cut_power(self) -> None:
        """What never reached the disk is not there after all: every such file of the vault is noise."""
        for file in (self.data / "vault").glob("*/*"):
            if file.stat().st_ino not in self.synced:
                file.chmod(0o600)
                file.write_bytes(b"noise")

    @contextmanager
    def opened(self) -> Iterator[Store]:
        store = open_store(self.data)
        try:
            yield store
        finally:
            store.close()


def check(folder: Folder) -> None:
    """Every promise, after the next start."""
    with folder.opened() as store:
        result = verify(store, datetime.now(UTC))
        must(result.ok, result.damage)
        must(not list(folder.data.rglob(".qz-*.part")), "leftovers")
        ask = store.database.execute_sql
        _check_money(ask)
        _check_runs(ask, folder)
        for act in folder.acts:
            _check_acknowledged(ask, act)
        folder.acts.clear()


def _check_money(ask: Any) -> None:
    """Shares never exceed their receipt, a batch and a plan are whole or absent."""
    over = ask(
        "SELECT r.id FROM receipt r JOIN share s ON s.receipt_id = r.id GROUP BY r.id "
        "HAVING abs(sum(s.fen)) > abs(r.amount_fen)"
    ).fetchall()
    must(not over, "shares exceed receipts", over)
    overpaid = ask(
        "SELECT c.id FROM claim c JOIN share s ON s.claim_id = c.id GROUP BY c.id HAVING sum(s.fen) > c.amount_fen"
    ).fetchall()
    must(not overpaid, "claims overpaid", overpaid)
    must(
        all(count == ROWS for (count,) in ask("SELECT count(*) FROM claim GROUP BY batch_id")), "half a batch"
    )
    plans = ask(
        "SELECT p.total_fen, sum(i.principal_fen), count(*) FROM plan p LEFT JOIN instalment i ON i.plan_id = p.id "
        "GROUP BY p.id"
    )
    must(all(total == paid and count == INSTALMENTS for total, paid, count in plans), "half a plan")


def _check_runs(ask: Any, folder: Folder) -> None:
    """Letters with their claims, numbers in a row without a gap, copies whole."""
    numbers = [
        int(re.findall(r"\d+", number)[-1]) for (number,) in ask("SELECT number FROM letter ORDER BY id")
    ]
    must(numbers == list(range(1, len(numbers) + 1)), "numbers", numbers)
    bare = ask(
        "SELECT l.id FROM letter l LEFT JOIN letter_claim lc ON lc.letter_id = l.id WHERE lc.id IS NULL"
    )
    must(not bare.fetchall(), "a letter without its claims")
    sweep_parts(folder.out)
    must(all(file.read_bytes().endswith(b"%%EOF") for file in folder.out.iterdir()), "half a copy")


_TABLES = {"import": ("batch", "batch"), "receipt": ("receipt", "receipt"), "attach": ("evidence", "evidence"),
           "plan": ("plan", "plan")}  # fmt: skip


def _check_acknowledged(ask: Any, act: dict[str, Any]) -> None:
    """It is there, as it was told."""
    name, table = _TABLES.get(act["act"], ("letters", "letter"))
    for key in act[name] if isinstance(act[name], list) else [act[name]]:
        must(ask(f"SELECT id FROM {table} WHERE id=?", (key,)).fetchone(), "lost", act)
    if act["act"] == "receipt":
        found = ask(
            "SELECT claim_id, fen FROM share WHERE receipt_id=? ORDER BY id", (act["receipt"],)
        ).fetchall()
        must([list(row) for row in found] == act["shares"], "other shares", act, found)
    if act["act"] == "attach":
        must(
            ask("SELECT sha256 FROM evidence WHERE id=?", (act["evidence"],)).fetchone()[0] == act["sha256"],
            act,
        )


def instants(kills: int, seed: int) -> Iterator[tuple[str, float]]:
    """When to kill: at an fsync, at a statement, or by the clock, by turns."""
    chance = random.Random(seed)
    for n in range(kills):
        ways = (f"fsync:{chance.randrange(1, 40)}", f"statement:{chance.randrange(1, 900)}", "never")
        yield ways[n % 3], LONGEST_S if n % 3 != 2 else chance.uniform(0.5, 1.5)


def kill_often(folder: Folder, kills: int, seed: int) -> int:
    """Live, die, look, again; returns how many acts had been acknowledged."""
    acknowledged = 0
    for n, (when, seconds) in enumerate(instants(kills, seed)):
        folder.live(seed * 1000 + n, when, seconds)
        acknowledged += len(folder.acts)
        folder.cut_power()
        check(folder)
    return acknowledged


def test_killed_at_any_instant_nothing_is_lost_or_half_done(tmp_path: Path) -> None:
    assert kill_often(Folder(tmp_path), 24, seed=1) > 24


@pytest.mark.parametrize("promise", ["fsync", "transaction"])
def test_a_build_with_a_promise_taken_out_is_found_out(tmp_path: Path, promise: str) -> None:
    with pytest.raises(Broken):
        kill_often(Folder(tmp_path, without=promise), 12, seed=2)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(10, 20))
def test_killed_three_hundred_times(tmp_path: Path, seed: int) -> None:
    assert kill_often(Folder(tmp_path), 30, seed) > 30
