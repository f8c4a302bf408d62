"""Killed at any instant: nothing acknowledged is lost, nothing stands half done, no number is given out twice."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from models.store.folder import DataFolder
from models.vault.key import Key
from tests.harness.acts import Told
from tests.harness.books import KEY
from tests.harness.invariants import Broken, check, check_backups, must

HERE = Path(__file__).resolve().parents[2]
LONGEST_S = 2.0
"""A clerk who was not killed by what it counted is killed by the clock."""
LIVES = 20
"""After so many lives a new folder begins, so that looking it over stays cheap."""

Lived = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def lived() -> Iterator[Lived]:
    """Has a life lived by the process that forks for it."""
    command = [sys.executable, "-m", "tests.harness.clerk"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=HERE, text=True, **pipes) as kennel:
        assert kennel.stdin
        assert kennel.stdout

        def ask(order: dict[str, Any]) -> dict[str, Any]:
            print(json.dumps(order), file=kennel.stdin, flush=True)
            return dict(json.loads(kennel.stdout.readline()))

        yield ask
        kennel.stdin.close()
        assert kennel.wait() == 0  # also where a library ends it by a signal, after its last answer


@dataclass
class Folder:
    """One data folder over many lives of the clerk, and what reached the disk in them."""

    root: Path
    lived: Lived
    without: str = ""
    key: Key | None = None
    synced: set[int] = field(default_factory=set)

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def out(self) -> Path:
        return self.root / "out"

    def live(self, seed: int, when: str, seconds: float) -> list[Told]:
        """One life of the clerk, to its violent end; the acts that it told."""
        what = {"data": str(self.data), "out": str(self.out), "sealed": self.key is not None}
        ended = self.lived({**what, "seed": seed, "when": when, "without": self.without, "seconds": seconds})
        must(ended["status"] == -9, "the clerk ended by itself", ended["status"])
        self.synced |= {told["synced"] for told in ended["told"] if "synced" in told}
        return [told for told in ended["told"] if "act" in told]

    def cut_power(self) -> None:
        """What never reached the disk is not there after all: every such file of vault and backups is noise."""
        kept = (
            file
            for place in (DataFolder(self.data, self.key).vault.root, self.root / "data-backups")
            for file in place.rglob("*")
        )
        for file in kept:
            if file.is_file() and file.stat().st_ino not in self.synced:
                file.chmod(0o600)
                file.write_bytes(b"noise")


def instants(kills: int, seed: int) -> Iterator[tuple[str, float]]:
    """When to kill: at an fsync, a statement, by the clock, or at a write or sync of SQLite itself, by turns."""
    chance = random.Random(seed)
    for n in range(kills):
        ways = (
            f"fsync:{chance.randrange(1, 20)}", f"statement:{chance.randrange(1, 900)}", "clock",
            f"write:{chance.randrange(1, 300)}", f"sync:{chance.randrange(1, 15)}",
        )  # fmt: skip
        when = ways[n % len(ways)]
        yield when, chance.uniform(0.05, 0.5) if when == "clock" else LONGEST_S


def kill_often(
    root: Path, lived: Lived, kills: int, seed: int, without: str = "", key: Key | None = None
) -> int:
    """Live, die, look, again; returns how many acts had been acknowledged."""
    acknowledged = 0
    for n, (when, seconds) in enumerate(instants(kills, seed)):
        if n % LIVES == 0:
            folder = Folder(root / str(n), lived, without, key)
        acts = folder.live(seed * 10_000 + n, when, seconds)
        acknowledged += len(acts)
        folder.cut_power()
        check(folder.data, acts, folder.out, key)
        check_backups(folder.data, acts, key)
    return acknowledged


def test_killed_at_any_instant_nothing_is_lost_or_half_done(tmp_path: Path, lived: Lived) -> None:
    assert kill_often(tmp_path, lived, 40, seed=1) > 100


def test_killed_at_any_instant_encrypted_books_lose_nothing(tmp_path: Path, lived: Lived) -> None:
    assert kill_often(tmp_path, lived, 18, seed=1, key=KEY) > 40


@pytest.mark.parametrize("key", [None, KEY])
@pytest.mark.parametrize(("promise", "seen"), [("fsync", "what='file'"), ("transaction", "what='row'")])
def test_a_build_with_a_promise_taken_out_is_found_out(
    tmp_path: Path, lived: Lived, promise: str, seen: str, key: Key | None
) -> None:
    with pytest.raises(Broken, match=seen):
        kill_often(tmp_path, lived, 20, seed=2, without=promise, key=key)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10, 20))
@pytest.mark.parametrize("key", [None, KEY])
def test_killed_a_thousand_times(tmp_path: Path, lived: Lived, key: Key | None, seed: int) -> None:
    assert kill_often(tmp_path, lived, 100, seed, key=key) > 200
