"""When a contact was, as a clerk types it: ``昨天 15:30``, ``11-18 10:20``, ``9:05``. No Qt."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from models.clock import CHINA
from ui.common.day_words import parse_day

NOON = time(12)
_CLOCK = re.compile(r"(\d{1,2})[:：.时](\d{2})分?$")


def parse_moment(text: str, today: date) -> datetime | None:
    """The aware instant meant, in China; a day without a time is its noon, a time without a day is today's.

    Days are those gone by. None where nobody could say.
    """
    typed = text.strip()
    found = _CLOCK.search(typed)
    at = _time(found) if found else NOON
    said = typed[: found.start()].strip() if found else typed
    day = parse_day(said, today, past=True) if said else today
    return None if at is None or day is None or not typed else datetime.combine(day, at, CHINA)


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None
