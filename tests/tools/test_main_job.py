"""The main job makes, from the sample ledger, everything it says it makes."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import HERE


def test_from_the_sample_ledger_to_letters_and_a_plan(tmp_path: Path) -> None:
    job = (sys.executable, "-m", "tests.tools.main_job", tmp_path, "--no-window", "none is wanted here")
    done = subprocess.run(job, cwd=HERE, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "40 rows read, 40 new claims, 4363681.48 in all" in done.stdout
    assert "no picture of the window: none is wanted here" in done.stdout
    letters = list((tmp_path / "letters").iterdir())
    papers = [*letters, tmp_path / "plan.pdf", tmp_path / "aging.pdf"]
    assert len(letters) > 10
    assert all(paper.read_bytes().startswith(b"%PDF") for paper in papers)
    assert (tmp_path / "aging.xlsx").read_bytes().startswith(b"PK")
