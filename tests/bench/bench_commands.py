"""Whole commands as processes at 3,000 claims, beside the start of Python itself."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.measure import Measured, beside

HERE = Path(__file__).resolve().parents[2]
TODAY = "2026-11-30"
CLAIMS = 3000
LINES: tuple[tuple[str, int], ...] = (
    ("claims", 45), ("aging", 45), ("worklist", 45), ("evidence 31", 45), ("receipt 5.00 --claim 31", 45),
    ("call 31 --outcome busy", 45), ("creditor", 45), ("verify --quick", 75),
)  # fmt: skip
"""A command and how many times a bare start of Python it may take: 0.6 s, 1 s for verify, by a start of 13 ms."""


def bench_commands() -> list[Measured]:
    """Each command in a process of its own, and six letters in one."""
    with tempfile.TemporaryDirectory() as room:
        data = Path(room) / "data"
        _run(data, "demo", "--claims", str(CLAIMS))
        found = [
            _beside_python(line, lambda line=line: _run(data, *line.split()), goal) for line, goal in LINES
        ]
        runs = _runs_of_six(data, Path(room) / "out")
        return [*found, _beside_python("six letters", lambda: _run(data, *next(runs)), 150)]


def _runs_of_six(data: Path, out: Path) -> Iterator[list[str]]:
    """A run of demands each time, to six debtors who have had none yet; of the sample one in eight has no address."""
    late = json.loads(_run(data, "claims", "--band", "30-89"))["claims"]
    first_of = {each["debtor"]: each["id"] for each in late if not each["disputed"]}
    debtors = list(first_of)
    for start in range(0, len(debtors) - 6, 6):
        claims = ",".join(first_of[name] for name in debtors[start : start + 6])
        yield ["letters", "--kind", "demand", "--claims", claims, "--out", str(out)]


def _beside_python(what: str, ours: Callable[[], object], goal: int) -> Measured:
    def floor() -> object:
        return subprocess.run([sys.executable, "-c", "pass"], check=True)

    return beside(f"{what}, {CLAIMS} claims", ours, "python -c pass", floor, goal=goal)


def _run(data: Path, *line: str) -> str:
    command = [sys.executable, "main.py", "--data", str(data), "--today", TODAY, "--json", *line]
    return subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True).stdout
