"""The program's main job without its window: from the sample ledger to letters in the envelope.

It only calls the commands, as a script of a user would, and says what each of them made.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[2]
TODAY = "2026-11-02"
"""The sample ledger speaks of the end of October 2026; so that its letters are the same on every day."""


class Job:
    """One data folder in the folder ``out``, worked on by commands."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def command(self, *words: str | Path) -> Any:
        """One command; its JSON. Ends the job with the program's own sentence when it refuses."""
        head = (sys.executable, "main.py", "--data", self.out / "data", "--today", TODAY, "--json")
        done = subprocess.run(
            [*head, *words], cwd=HERE, stdout=subprocess.PIPE, encoding="utf-8", check=False
        )
        if done.returncode:
            raise SystemExit(f"{words[0]} ended with {done.returncode}: {done.stdout.strip()}")
        return json.loads(done.stdout)

    def sample(self) -> str:
        """A made-up portfolio and its creditor."""
        made = self.command("demo", "--claims", "60")
        return f"{made['claims']} claims of {made['debtors']} debtors in {self.out.name}/data"

    def ledger(self) -> str:
        """The sample ledger on top of it."""
        file = HERE / "resources/sample/ledger_2026-10.xlsx"
        read = self.command("import", file)
        return f"{file.name}: {read['rows_read']} rows read, {read['new']} new claims, {read['total']} in all"

    def aging(self) -> str:
        """Who owes what and since when."""
        files = ("--xlsx", self.out / "aging.xlsx", "--pdf", self.out / "aging.pdf")
        aging = self.command("aging", *files)
        return f"{self.out.name}/aging.xlsx and .pdf: {aging['total']['total']} open on {aging['as_of']}"

    def letters(self) -> str:
        """A demand letter to everybody who is due for one."""
        sent = self.command("letters", "--kind", "demand", "--due", "--out", self.out / "letters")
        skipped = len(sent["skipped"])
        return f"{self.out.name}/letters: {len(sent['letters'])} demand letters, {skipped} debtors left out"

    def plan(self) -> str:
        """A payment-plan agreement over the largest overdue claim, five months long."""
        overdue = [claim for claim in self.command("claims")["claims"] if claim["days_overdue"]]
        largest = max(overdue, key=lambda claim: int(claim["balance"].replace(".", "")))
        terms = ("--instalments", "5", "--first", "2026-12-15", "--out", self.out / "plan.pdf")
        plan = self.command("plan", largest["id"], *terms)
        parts = len(plan["instalments"])
        return f"{self.out.name}/plan.pdf: {largest['debtor']}, {plan['total']} in {parts} parts"

    def picture(self) -> str:
        """The window on that data, drawn without a display."""
        tool = (sys.executable, "-m", "tests.shots", self.out, "--only", "main-light")
        done = subprocess.run([*tool, "--data", self.out / "data", "--today", TODAY], cwd=HERE, check=False)
        if done.returncode:
            raise SystemExit(f"the picture of the window failed with {done.returncode}")
        return f"{self.out.name}/main-light.png: the window"


def main() -> int:
    """Do the job into the folder given; what an earlier run left there goes first."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", type=Path)
    options.add_argument("--no-window", metavar="WHY", help="draw no picture, and say why")
    given = options.parse_args()
    for old in ("data", "letters"):
        shutil.rmtree(given.out / old, ignore_errors=True)
    given.out.mkdir(parents=True, exist_ok=True)
    job = Job(given.out)
    print(f"No display here: the main job without a window. Today is {TODAY}.", flush=True)
    for step in (job.sample, job.ledger, job.aging, job.letters, job.plan, job.picture):
        if step == job.picture and given.no_window:
            print(f"  no picture of the window: {given.no_window}")
            continue
        begun = time.monotonic()
        print(f"  {step()} ({time.monotonic() - begun:.1f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
