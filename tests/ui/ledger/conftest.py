"""A portfolio in a temporary folder with the context its windows are given."""

from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets")

import main
from models import settings
from models.clock import Clock
from models.store import open_store
from ui.context import AppContext

LEDGERS = Path(__file__).resolve().parents[2] / "ledgers"


@pytest.fixture
def context(tmp_path, dressed, inline_jobs):
    """An empty portfolio on 2026-11-30."""
    store = open_store(tmp_path / "data")
    yield AppContext(store, Clock(date(2026, 11, 30)), main.render, settings, inline_jobs, user="林晓")
    store.close()


@pytest.fixture
def ledger():
    """A ledger of tests/ledgers by the beginning of its name."""
    return lambda begins: next(LEDGERS.glob(f"{begins}*"))
