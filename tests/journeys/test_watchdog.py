"""Long work leaves the window free: nothing keeps its thread busy for more than a tenth of a second on end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from models.actions.demo import fill
from models.actions.desk import Desk
from models.actions.parties import set_creditor
from models.clock import Clock
from models.store import open_store
from models.store.backup import backup
from models.store.verify import verify
from tests.journeys.clerk import Clerk
from tests.journeys.watchdog import LONGEST_MS, Watched, watched
from tests.ui.rooms import doors
from ui.ledger.import_wizard import ImportWizard
from ui.letters.letter_wizard import LetterWizard

DEBTORS = 100


def ledger(folder: Path, rows: int) -> Path:
    """A ledger of so many claims of a hundred firms that have an address."""
    lines = [
        f"公司{n % DEBTORS}号有限公司,N{n},{100 + n}.00,2026-0{1 + n % 9}-01,人民路 {n % DEBTORS} 号"
        for n in range(rows)
    ]
    file = folder / "ledger.csv"
    file.write_text("\n".join(["客户名称,单据号,欠款余额,到期日,地址", *lines]), "utf-8")
    return file


def open_import(clerk: Clerk, file: Path) -> None:
    clerk.press("Ctrl+I")
    clerk.answer("Return", file)


def take_over(clerk: Clerk) -> None:
    clerk.room(ImportWizard)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")


def recorded(folder: Path, size: int) -> Path:
    file = folder / "recording.wav"
    with file.open("wb") as stream:
        for _ in range(size >> 20):
            stream.write(os.urandom(1 << 20))
    return file


def attach(clerk: Clerk, recording: Path) -> None:
    clerk.press("Home")
    clerk.answer("E", [recording])
    clerk.press("1")


def check_and_back_up(clerk: Clerk, folder: Path) -> None:
    context = clerk.session.context
    clock = context.clock
    context.jobs.aside(lambda progress: verify(context.store, clock.now(), progress=progress), lambda _: None)
    clerk.settle()
    target = folder / "all.qzbackup"
    context.jobs.write(lambda progress: backup(context.store, target, clock.now(), progress), lambda _: None)
    clerk.settle()


def open_letters(clerk: Clerk) -> None:
    set_creditor(clerk.session.context.desk, name="甲", address="a", phone="1", bank="b", account="1")
    clerk.press("Ctrl+A", "L")


def write_letters(clerk: Clerk, folder: Path) -> None:
    clerk.room(LetterWizard)
    folder.mkdir()
    clerk.answer("Ctrl+Shift+E", folder)


def stalls(found: Watched, longest_ms: float = LONGEST_MS) -> list[tuple[float, str]]:
    """What kept the window longer than that; it must have been looked at all the while."""
    assert found.beats > 3
    return [stall for stall in found.stalls if stall[0] > longest_ms]


def test_taking_over_a_ledger_and_a_recording_leaves_the_window_free(clerk: Clerk, tmp_path: Path) -> None:
    open_import(clerk, ledger(tmp_path, 2000))
    recording = recorded(tmp_path, 8 << 20)
    with watched() as found:
        take_over(clerk)
        attach(clerk, recording)
        check_and_back_up(clerk, tmp_path)
    assert stalls(found, 3 * LONGEST_MS) == []  # a machine of another speed, with other tests beside it


def slow_doors(clerk: Clerk) -> dict[str, tuple[float, str]]:
    """Windows whose opening kept the thread too long: by their command, the longest stretch and where it was."""
    clerk.window.show_workspace("claims")
    found = {}
    for name, door in doors(clerk.window).items():
        clerk.settle()
        with watched() as seen:
            QTimer.singleShot(0, clerk.window, door)
            clerk.until(lambda seen=seen: seen.beats > 3)
            clerk.settle()
        if seen.stalls:
            found[name] = max(seen.stalls)
        for each in clerk.dialogs():
            each.hide()
            each.deleteLater()
    return found


@pytest.mark.long
@pytest.mark.timeout(600)
def test_every_window_opens_at_once_on_three_thousand_claims(
    seated: Callable[..., Clerk], tmp_path: Path
) -> None:
    store = open_store(tmp_path / "data")
    fill(Desk(store, Clock(date(2026, 11, 30)), "林晓"), 3000)
    store.close()
    clerk = seated(tmp_path / "data")
    assert slow_doors(clerk)  # each library and icon is loaded once, by whoever needs it first
    assert slow_doors(clerk) == {}


def test_a_build_that_works_in_the_window_s_thread_is_found_out(clerk: Clerk) -> None:
    def work() -> None:  # long enough that the thread that looks gets its turn on a busy machine too
        until = time.thread_time() + 0.6
        while time.thread_time() < until:
            pass

    with watched() as found:
        QTimer.singleShot(0, clerk.window, work)
        clerk.until(lambda: found.beats > 5)
    (stall,) = found.stalls
    assert "test_watchdog.py" in stall[1]


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("work", ["import", "letters", "recording", "check"])
def test_long_work_leaves_the_window_free(clerk: Clerk, tmp_path: Path, work: str) -> None:
    open_import(clerk, ledger(tmp_path, 20_000 if work == "import" else 500))
    if work != "import":
        take_over(clerk)
    if work == "letters":
        open_letters(clerk)
    recording = recorded(tmp_path, 200 << 20)
    doing: dict[str, Callable[[], None]] = {
        "import": lambda: take_over(clerk),
        "letters": lambda: write_letters(clerk, tmp_path / "letters"),
        "recording": lambda: attach(clerk, recording),
        "check": lambda: check_and_back_up(clerk, tmp_path),
    }
    with watched() as found:
        doing[work]()
    assert stalls(found) == []
