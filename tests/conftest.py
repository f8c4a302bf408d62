"""What every test may ask for: an empty portfolio on a Friday in November, and one with claims in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.parties import set_creditor, set_debtor
from models.clock import Clock
from models.store import Store, open_store
from ui.overrides import guard_overrides

TODAY = date(2026, 11, 20)

# Windows in tests need no screen; set before pytest-qt makes its application.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
guard_overrides()  # before a test brings a window's class, as the program does


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, Clock(TODAY), "林晓")


@pytest.fixture
def on(store: Store) -> Callable[[date], Desk]:
    """The same clerk on another day."""
    return lambda day: Desk(store, Clock(day), "林晓")


@pytest.fixture
def firm(desk: Desk) -> Desk:
    """A desk whose creditor is complete, so that letters can be issued."""
    set_creditor(
        desk,
        name="苏南精工科技有限公司",
        address="江苏省苏州工业园区星澄路 88 号",
        phone="0512-8800 0456",
        bank="中国工商银行苏州工业园区支行",
        account="1102 0260 0900 0012 345",
        letter_prefix="苏精",
    )
    return desk


@pytest.fixture
def claim(desk: Desk) -> Callable[..., int]:
    """Register a claim; the debtor gets an address unless told otherwise."""

    def make(
        debtor: str = "苏州恒锐精密制造有限公司",
        fen: int = 18_640_000,
        due_on: date | None = date(2026, 10, 4),
        *,
        address: str | None = "苏州市锐进路 16 号",
        **more: Any,
    ) -> int:
        key, _ = register(desk, ClaimDraft(debtor=debtor, amount_fen=fen, due_on=due_on, **more))
        if address:
            set_debtor(desk, debtor, address=address, postcode="215124")
        return key

    return make
