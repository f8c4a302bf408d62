"""Whatever is pressed or clicked, in whatever order: no exception, no warning of Qt, and the books stay true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.exceptions import capture_exceptions

from models.actions.demo import fill
from models.actions.desk import Desk
from models.clock import Clock
from models.store import open_store
from models.store.verify import verify
from tests.journeys.clerk import Clerk
from tests.journeys.monkey import Monkey, put_away
from ui.main_window import MainWindow

DAY = date(2026, 11, 30)
FRESH = 500
"""After so many acts every window but the main one is shut, as they pile up otherwise."""


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small sample portfolio; no other program is started from it."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.chdir(tmp_path)
    store = open_store(tmp_path / "data")
    fill(Desk(store, Clock(DAY), "林晓"), 40)
    store.close()
    return tmp_path / "data"


def play(clerk: Clerk, seed: int, acts: int) -> None:
    """So many acts; the window is brought back where it was shut."""
    monkey = Monkey(seed)
    with capture_exceptions() as caught, monkey.unblocking():
        for n in range(acts):
            if not clerk.window.isVisible():
                clerk.window.show()
            monkey.act(clerk.window)
            clerk.settle()
            assert not caught, (n, list(monkey.trail), caught)
            if n % FRESH == FRESH - 1:
                put_away(clerk.window)


def test_four_hundred_presses_and_clicks_break_nothing(seated: Callable[..., Clerk], sample: Path) -> None:
    clerk = seated(sample)
    play(clerk, seed=1, acts=400)
    assert verify(clerk.session.store, Clock().now()).ok


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10, 30))
def test_a_hundred_thousand_presses_and_clicks_break_nothing(
    seated: Callable[..., Clerk], sample: Path, seed: int
) -> None:
    clerk = seated(sample)
    play(clerk, seed, acts=5000)
    assert verify(clerk.session.store, Clock().now()).ok


def test_a_build_that_raises_in_a_key_is_found_out(
    seated: Callable[..., Clerk], sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = seated(sample)
    monkeypatch.setattr(MainWindow, "show_workspace", lambda *_: 1 / 0)
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        play(clerk, seed=1, acts=400)
