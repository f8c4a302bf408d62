"""The data folder: opening, lock, journal, verification, backup."""

from __future__ import annotations

from models.store.store import Store, open_store
from models.store.unit import Unit

__all__ = ["Store", "Unit", "open_store"]
