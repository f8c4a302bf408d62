"""Every period a creditor must watch beside limitation, in one table, and one engine for them all.

Each kind says how long it runs, what it does when it ends, which article it comes from and how its last day is
moved by a day off. Days are nominal and the alarm to work by; the rolled day is information.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from models.rules.reasons import Reason
from models.rules.workdays import Calendar, add_months

Rolling = Literal["substance", "procedure", "none"]

ALARM_DAYS = (180, 90, 30, 7)
_MOST_ALARM = 3660
"""Days before the end at which a clock is shown more urgently, the longest first."""


@dataclass(frozen=True)
class ClockKind:
    """A kind of period: ``months`` or ``days`` from its base, or neither where somebody else sets the day.

    ``extinguishes``: the right itself ends, not only its defence. ``rolled``: by CC 203 (``substance``), by
    民诉法 85 with mailing in time (``procedure``), or not at all. ``act_before`` are days before the end by which
    the step must be taken.
    """

    key: str
    article: str
    months: int | None = None
    days: int | None = None
    extinguishes: bool = False
    rolled: Rolling = "substance"
    act_before: int = 0
    alarms: tuple[int, ...] = ALARM_DAYS


def _kinds(*kinds: ClockKind) -> Mapping[str, ClockKind]:
    return {kind.key: kind for kind in kinds}


COMPUTED = _kinds(
    ClockKind("limitation", "CC 188", months=36),
    ClockKind("guarantee", "CC 692, 693", extinguishes=True),
    ClockKind("guarantee_debt", "CC 694", months=36),
    ClockKind("mortgage", "CC 419", extinguishes=True),
    ClockKind("security", "", rolled="none"),
    ClockKind("instalment", "", rolled="none"),
    ClockKind("mail_query", "邮政法 49", months=12, rolled="none", act_before=30),
)
"""Kinds the program reckons by itself from claims, guarantors, security, plans and letters."""

_PRESERVATION = (30, 15, 7)
ENTERED = _kinds(
    ClockKind("construction_priority", "建工解释(一) 41", months=18, extinguishes=True),
    ClockKind(
        "preserved_deposit", "民诉解释 485", months=12, rolled="none", act_before=7, alarms=_PRESERVATION
    ),
    ClockKind(
        "preserved_movable", "民诉解释 485", months=24, rolled="none", act_before=7, alarms=_PRESERVATION
    ),
    ClockKind("preserved_land", "民诉解释 485", months=36, rolled="none", act_before=7, alarms=_PRESERVATION),
    ClockKind("sue_after_preservation", "民诉法 104", days=30, rolled="procedure"),
    ClockKind("preservation_review", "财产保全规定 25", days=5, rolled="procedure"),
    ClockKind("enforcement", "民诉法 250", months=24, rolled="procedure"),
    ClockKind("notarised_enforcement", "公证债权文书执行规定 9", months=24, rolled="procedure"),
    ClockKind("bill_acceptor", "票据法 17(1)(1)", months=24, extinguishes=True),
    ClockKind("bill_sight", "票据法 17(1)(1)", months=24, extinguishes=True),
    ClockKind("cheque_drawer", "票据法 17(1)(2)", months=6, extinguishes=True),
    ClockKind("bill_recourse", "票据法 17(1)(3)", months=6, extinguishes=True),
    ClockKind("bill_rerecourse", "票据法 17(1)(4)", months=3, extinguishes=True),
    ClockKind("bankruptcy_filing", "破产法 45", rolled="none"),
    ClockKind("bankruptcy_objection", "破产解释三 8", days=15, rolled="none"),
    ClockKind("deregistration_objection", "公司法 240", days=20, rolled="none"),
    ClockKind("appeal", "民诉法 171", days=15, rolled="procedure"),
    ClockKind("appeal_ruling", "民诉法 171", days=10, rolled="procedure"),
    ClockKind("payment_order_to_suit", "民诉解释 438", days=7, rolled="procedure"),
    ClockKind("evidence_filing", "证据规定 51", rolled="procedure"),
    ClockKind("labour_arbitration", "劳动争议调解仲裁法 27", months=12),
    ClockKind("other", "", rolled="none"),
)
"""Kinds the clerk enters with the day they run from, or with the last day where a court set it."""

KINDS: Mapping[str, ClockKind] = {**COMPUTED, **ENTERED}
MUST_BE_SET = frozenset(key for key, kind in ENTERED.items() if kind.months is None and kind.days is None)
"""Kinds whose last day only a court, an administrator or a contract can give."""


@dataclass(frozen=True)
class Running:
    """One period that runs: its nominal last day, where a day off moves it, the day to act by, and why."""

    kind: ClockKind
    base_on: date | None
    last_day: date
    rolled_last_day: date
    act_by: date
    why: Reason


def running(
    kind: ClockKind, base_on: date | None, *, until: date | None = None, calendar: Calendar
) -> Running:
    """The period of that kind from its base day, or to the day somebody set, which is never rolled.

    The base day itself does not count; months end on the same day, else on the last of the month (CC 200-202).
    ValueError where neither the kind nor ``until`` gives an end.
    """
    if until is not None:
        return _running(kind, base_on, until, until, "clock_set")
    if base_on is None or (kind.months is None and kind.days is None):
        raise ValueError(f"{kind.key} has no end of its own")
    last_day = add_months(base_on, kind.months) if kind.months else base_on + timedelta(days=kind.days or 0)
    rolled = last_day if kind.rolled == "none" else calendar.rolled(last_day)
    return _running(kind, base_on, last_day, rolled, "clock_months" if kind.months else "clock_days")


def _running(kind: ClockKind, base_on: date | None, last_day: date, rolled: date, code: str) -> Running:
    params = {"last_day": last_day.isoformat(), "base": base_on.isoformat() if base_on else ""}
    params |= {"length": str(kind.months or kind.days or "")}
    return Running(
        kind, base_on, last_day, rolled, last_day - timedelta(days=kind.act_before), Reason(code, params)
    )


def are_alarms(text: str) -> bool:
    """Whether a text is days between commas, each from 1 to 3660."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return bool(parts) and all(part.isdecimal() and 0 < int(part) <= _MOST_ALARM for part in parts)


def alarms_of(text: str) -> tuple[int, ...]:
    """Alarm days as the setting writes them (``180,90,30,7``), longest first; the house's where it cannot be read."""
    if not are_alarms(text):
        return ALARM_DAYS
    return tuple(sorted({int(part) for part in text.split(",") if part.strip()}, reverse=True))


def level(left: int, alarms: tuple[int, ...] = ALARM_DAYS) -> int:
    """How urgent a clock is with so many days left: 0 none of the alarms, rising with each; one more when passed."""
    if left < 0:
        return len(alarms) + 1
    return sum(left <= day for day in alarms)
