"""The program as a double-click starts it: on nothing, on sample data, and twice on the same folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
UNTIL = """
import sys
from PySide6.QtCore import QTimer
import main, ui.app

begin = ui.app.Session.begin
def begun(session):
    opened = begin(session)
    if opened:
        session.window.claims.loaded.connect(lambda: print(seen(session.window), flush=True))
        {signal}.connect(lambda: QTimer.singleShot(0, session.window.close))
    return opened
def seen(window):
    return "first run" if window.stack.currentWidget() is window.first_run else window.claims.model.count()
ui.app.Session.begin = begun
sys.exit(main.main(sys.argv[1:]))
"""
"""Says what it shows once the claims are read, and closes its window when the signal comes."""
LOADED, RAISED = "session.window.claims.loaded", "session.single.raised"
QT_ONLY = ("This plugin does not support",)


def started(*line: object, until: str = LOADED, temporary: Path | None = None) -> subprocess.Popen[str]:
    """The program in a process of its own, on a screen that nobody sees."""
    places = {"TMPDIR": str(temporary)} if temporary else {}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", UNTIL.format(signal=until), *map(str, line)],
        cwd=HERE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **places},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, list[str]]:
    """Status, what it showed, and what it complained of."""
    out, err = process.communicate(timeout=60)
    return (
        process.returncode,
        out.strip(),
        [each for each in err.splitlines() if not each.startswith(QT_ONLY)],
    )


def test_it_opens_on_an_empty_folder_and_ends_without_a_word(tmp_path: Path) -> None:
    assert ended(started("--data", tmp_path / "data")) == (0, "first run", [])


def test_it_opens_on_sample_data_which_go_with_it(tmp_path: Path) -> None:
    status, shown, complaints = ended(started("--demo", temporary=tmp_path))
    assert (status, complaints) == (0, [])
    assert int(shown) > 200
    assert not list(tmp_path.glob("qingzhang-*"))


def test_a_second_start_raises_the_first_and_ends(tmp_path: Path) -> None:
    first = started("--data", tmp_path / "data", until=RAISED)
    assert first.stdout is not None
    assert first.stdout.readline() == "first run\n"
    assert ended(started("--data", tmp_path / "data")) == (0, "", [])
    status, _, complaints = ended(first)
    assert (status, complaints) == (0, [])
