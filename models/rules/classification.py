"""The three classes of the monthly review: normal, watch, bad."""

from __future__ import annotations

from datetime import date

CLASSES = ("normal", "watch", "bad")
WATCH_DAYS = 7


def classify(due_on: date | None, on: date, *, watch_days: int = WATCH_DAYS) -> str:
    """``bad`` overdue, ``watch`` undated or due within ``watch_days`` (today too), ``normal`` else."""
    if due_on is None:
        return "watch"
    days_left = (due_on - on).days
    if days_left < 0:
        return "bad"
    return "watch" if days_left <= watch_days else "normal"
