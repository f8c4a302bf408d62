"""The window as the program opens it: threads, lock, clock and all; nothing of it is replaced."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

from PySide6.QtWidgets import QApplication

from main import render
from tests.journeys.clerk import Clerk, asked_for, giving
from ui.app import Session

pytest.register_assert_rewrite("tests.journeys.month")

LEDGERS = Path(__file__).resolve().parents[1] / "ledgers"


@pytest.fixture
def ledger() -> Callable[[str], Path]:
    """A ledger of tests/ledgers by the beginning of its name."""
    return lambda begins: next(LEDGERS.glob(f"{begins}*"))


@pytest.fixture
def seated(qapp: QApplication) -> Iterator[Callable[..., Clerk]]:
    """Sit down before the window on a data folder, which may be encrypted with a pass phrase."""
    open_now: list[Clerk] = []
    hook = sys.excepthook

    def sit(data: Path, today: str = "2026-11-30", language: str = "zh_CN", phrase: str = "") -> Clerk:
        session = Session(qapp, asked_for(data, today, language), render)
        with giving(phrase):
            assert session.begin()
        sys.excepthook = hook  # what nobody catches fails the test instead of being shown
        session.jobs.failed.connect(lambda trouble: pytest.fail(f"a lane failed: {trouble!r}"))
        clerk = Clerk(session)
        open_now.append(clerk)
        clerk.settle()
        if session.window.stack.currentWidget() is session.window.today:
            session.window.show_workspace("claims")
        return clerk

    yield sit
    for clerk in open_now:
        leave(clerk)
    QApplication.clipboard().clear()  # what lies there would outlive Python, and take the process with it


def leave(clerk: Clerk) -> None:
    """Close what is still open, without asking."""
    window = clerk.session.window
    if window is None:
        return
    for each in clerk.dialogs():
        each.hide()
        each.deleteLater()
    window.close()
    clerk.settle()
    clerk.session.end()
    window.deleteLater()
    clerk.settle()


@pytest.fixture
def clerk(seated: Callable[..., Clerk], tmp_path: Path) -> Clerk:
    """A clerk before an empty portfolio on 30 November 2026."""
    return seated(tmp_path / "data")
