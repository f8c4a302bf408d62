"""The windows of trust with threads and all: where the keyboard is when they come up, and what fits the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from models.actions.demo import fill
from models.actions.desk import Desk
from models.clock import Clock
from models.store import open_store
from tests.conftest import TODAY
from tests.journeys.clerk import Clerk
from ui.settings.restore_window import RestoreWindow
from ui.trust.person_window import PersonWindow

LEAST_WIDTH = 1280


def sample(data: Path) -> Path:
    """Books with a few claims."""
    store = open_store(data)
    fill(Desk(store, Clock(TODAY), "林晓"), 12)
    store.close()
    return data


def test_who_asks_for_a_person_types_the_name_at_once(seated: Callable[..., Clerk], tmp_path: Path) -> None:
    clerk = seated(sample(tmp_path / "data"))
    clerk.window.rooms.person()
    clerk.settle()
    clerk.type("没有这个人")
    assert clerk.room(PersonWindow).list.finder.text() == "没有这个人"


def test_who_restores_walks_through_the_backups_at_once(seated: Callable[..., Clerk], tmp_path: Path) -> None:
    clerk = seated(sample(tmp_path / "data"))
    clerk.session.trust.look()
    clerk.settle()
    clerk.window.rooms.restore()
    clerk.settle()
    restoring = clerk.room(RestoreWindow)
    assert restoring.list.table.hasFocus() or restoring.list.table.isAncestorOf(restoring.focusWidget())


def test_the_window_fits_a_small_screen_before_any_room_was_looked_at(
    seated: Callable[..., Clerk], tmp_path: Path
) -> None:
    clerk = seated(sample(tmp_path / "data"), language="en")
    clerk.window.sidebar.set_collapsed(False)
    clerk.settle()
    assert clerk.window.minimumSizeHint().width() <= LEAST_WIDTH
