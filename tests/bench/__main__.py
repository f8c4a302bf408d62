"""The measurements beside their floors and peers: ``python3 dev.py bench [WORD]``.

Each ``bench_*.py`` here holds functions ``bench_*`` that return rows of ``Measured``; a WORD takes only the
functions whose name contains it. The times depend on the machine, the ratios hardly do.
"""

from __future__ import annotations

import importlib
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Measured


def measured(word: str) -> Iterator[Measured]:
    """Run every measurement whose name contains the word."""
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        found = importlib.import_module(f"tests.bench.{file.stem}")
        for name, function in vars(found).items():
            if name.startswith("bench_") and word in f"{file.stem} {name}":
                yield from function()


def main() -> int:
    """Print the table as it is measured; 1 where a goal is missed."""
    missed = 0
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}")
    print(f"{'what':<58}{'ours ms':>10}{'peer ms':>10}{'ratio':>8}{'goal':>7}  peer")
    for row in measured(sys.argv[1] if len(sys.argv) > 1 else ""):
        verdict = "" if row.ratio <= row.goal else "  OVER"
        missed += bool(verdict)
        figures = f"{row.ours_ms:>10.1f}{row.peer_ms:>10.1f}{row.ratio:>8.2f}{row.goal:>7.2f}"
        print(f"{row.what:<58}{figures}  {row.peer}{verdict}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
