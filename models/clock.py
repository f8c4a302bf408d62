"""The day that counts as today and the instant of an act, always passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Mainland China keeps one zone without daylight saving since 1991."""


@dataclass(frozen=True)
class Clock:
    """Today and now. ``fixed_today`` is the day of ``--today``; the stamps of the journal stay true."""

    fixed_today: date | None = None

    def today(self) -> date:
        """The day that counts as today, in China."""
        return self.fixed_today or datetime.now(CHINA).date()

    def now(self) -> datetime:
        """The true instant, aware, UTC."""
        return datetime.now(UTC)


def china_day(instant: datetime) -> date:
    """The day in China on which an aware instant falls."""
    return instant.astimezone(CHINA).date()


def instant_text(moment: datetime) -> str:
    """``2026-11-20T01:02:03.004Z``; refuses a naive instant, whose day nobody could tell."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant(text: str) -> datetime:
    """The aware instant of such a text."""
    return datetime.fromisoformat(text)
