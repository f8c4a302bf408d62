"""Whatever is pressed or clicked, in whatever order: no exception, no warning of Qt, and the books stay true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QDesktopServices
from pytestqt.exceptions import capture_exceptions

from models.actions.desk import Desk
from models.actions.settings import choose
from models.clock import Clock
from models.settings import LANGUAGE
from models.store import open_store
from models.store.app_lock import AppLock
from models.store.conversion import encrypt
from models.store.keys import new_keys
from models.store.passphrase import Cost
from models.store.store import Store
from models.store.verify import verify
from models.vault.key import new_key
from tests.journeys.clerk import Clerk
from tests.journeys.goods import lay_out
from tests.journeys.monkey import Monkey, put_away
from tests.journeys.portfolio import fill_with_all
from ui.main_window import MainWindow

DAY = date(2026, 11, 30)
PHRASE = "april rain 47"
CHEAP = Cost(1, 64, 1)
PLAIN, LOCKED, ENCRYPTED = "plain", "locked", "encrypted"
BOOKS = (PLAIN, LOCKED, PLAIN, ENCRYPTED)
"""What the books are like, seed by seed."""
FRESH = 100
"""After so many acts every window but the main one is shut, as they pile up otherwise."""


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A small sample portfolio of that kind; no other program is started from it."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.chdir(tmp_path)

    def fill_in(kind: str) -> Path:
        store = open_store(tmp_path / "data")
        desk = Desk(store, Clock(DAY), "林晓")
        fill_with_all(desk)
        choose(desk, LANGUAGE, "zh_CN")
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
    clerk.session.parsed.lang = None  # the settings say it, not the command line
    goods = lay_out(clerk.session.store.folder.root.parent / "桌面")
    monkey = Monkey(seed, clerk, goods, PHRASE)
    with capture_exceptions() as caught, monkey.at_work():
        within_a_loop(lambda: act_on_end(monkey, acts, caught))


def act_on_end(monkey: Monkey, acts: int, caught: list[Any]) -> None:
    """One act after the other; at the first fault, what was done before it is told."""
    clerk = monkey.clerk
    for n in range(acts):
        if not clerk.window.isVisible():
            clerk.window.show()
        try:
            monkey.act()
            clerk.settle()
        except Exception as why:
            raise AssertionError(n, list(monkey.trail)) from why
        assert not caught, (n, list(monkey.trail), caught)
        if n % FRESH == FRESH - 1:
            put_away(clerk.window)


def within_a_loop(work: Callable[[], None]) -> None:
    """Do it where the program does all it does: within an event loop; a question it asks waits in a second one."""
    loop = QEventLoop()
    troubles: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as trouble:
            troubles.append(trouble)
        loop.quit()

    QTimer.singleShot(0, run)
    loop.exec()
    for trouble in troubles:
        raise trouble


@pytest.mark.parametrize("kind", [PLAIN, LOCKED, ENCRYPTED])
def test_whatever_is_pressed_and_clicked_breaks_nothing(
    seated: Callable[..., Clerk], sample: Callable[[str], Path], kind: str
) -> None:
    clerk = seated(sample(kind), phrase=PHRASE)
    assert clerk.session.lock.locked == (kind == LOCKED)  # whoever opened encrypted books is not asked again
    play(clerk, seed=3, acts=50)
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
