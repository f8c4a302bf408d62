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
from models.store.app_lock import AppLock
from models.store.conversion import encrypt
from models.store.keys import new_keys
from models.store.passphrase import Cost
from models.store.store import Store
from models.store.verify import verify
from models.vault.key import new_key
from tests.journeys.clerk import Clerk
from tests.journeys.monkey import Monkey, put_away
from ui.main_window import MainWindow

DAY = date(2026, 11, 30)
PHRASE = "april rain 47"
CHEAP = Cost(1, 64, 1)
PLAIN, LOCKED, ENCRYPTED = "plain", "locked", "encrypted"
BOOKS = (PLAIN, LOCKED, PLAIN, ENCRYPTED)
"""What the books are like, seed by seed."""
FRESH = 500
"""After so many acts every window but the main one is shut, as they pile up otherwise."""


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A small sample portfolio of that kind; no other program is started from it."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.chdir(tmp_path)

    def fill_in(kind: str) -> Path:
        store = open_store(tmp_path / "data")
        fill(Desk(store, Clock(DAY), "林晓"), 40)
        guard(store, kind)
        store.close()
        return tmp_path / "data"

    return fill_in


def guard(store: Store, kind: str) -> None:
    """Encrypt the books, or set a lock only; encrypted ones have one too, that opens with their phrase."""
    if kind == ENCRYPTED:
        key = new_key()
        encrypt(store, key, new_keys(key, PHRASE, CHEAP), Clock().now())
    if kind != PLAIN:
        AppLock(store.folder, cost=CHEAP).put(PHRASE)


def play(clerk: Clerk, seed: int, acts: int) -> None:
    """So many acts; the window is brought back where it was shut."""
    monkey = Monkey(seed, PHRASE)
    with capture_exceptions() as caught, monkey.unblocking():
        for n in range(acts):
            if not clerk.window.isVisible():
                clerk.window.show()
            monkey.act(clerk.window)
            try:
                clerk.settle()
            except AssertionError as why:
                raise AssertionError(n, list(monkey.trail)) from why
            assert not caught, (n, list(monkey.trail), caught)
            if n % FRESH == FRESH - 1:
                put_away(clerk.window)


@pytest.mark.parametrize("kind", [PLAIN, LOCKED, ENCRYPTED])
def test_whatever_is_pressed_and_clicked_breaks_nothing(
    seated: Callable[..., Clerk], sample: Callable[[str], Path], kind: str
) -> None:
    clerk = seated(sample(kind), phrase=PHRASE)
    assert clerk.session.lock.locked == (kind == LOCKED)  # whoever opened encrypted books is not asked again
    play(clerk, seed=1, acts=200)
    assert verify(clerk.session.store, Clock().now()).ok


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10, 30))
def test_a_hundred_thousand_presses_and_clicks_break_nothing(
    seated: Callable[..., Clerk], sample: Callable[[str], Path], seed: int
) -> None:
    clerk = seated(sample(BOOKS[seed % len(BOOKS)]), phrase=PHRASE)
    play(clerk, seed, acts=5000)
    assert verify(clerk.session.store, Clock().now()).ok


def test_a_build_that_raises_in_a_key_is_found_out(
    seated: Callable[..., Clerk], sample: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = seated(sample(PLAIN))
    monkeypatch.setattr(MainWindow, "show_workspace", lambda *_: 1 / 0)
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        play(clerk, seed=1, acts=400)
