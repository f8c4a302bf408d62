"""Days as a clerk types them while talking: ``+7``, 周五, 月底, 下月5日, ``tomorrow``, 11-20."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

_NAMED = {
    "今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
    "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2,
}  # fmt: skip
_CHINESE_WEEKDAYS = "一二三四五六日"
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class _Asked(NamedTuple):
    text: str
    today: date
    past: bool


def parse_day(text: str, today: date, *, past: bool = False) -> date | None:
    """The day meant by ``text``, or None where nobody could say.

    A day without its year, month or week is the next one from today on (a weekday: after today), as a promise
    means it; with ``past`` it is the last one up to today, as a receipt means it. 下周五 is the Friday of the
    week after this one (weeks begin on Monday); 月底 is the last day of this month.
    """
    cleaned = _cleaned(text)
    if cleaned in _NAMED:
        return _moved(today, _NAMED[cleaned])
    for reader in _READERS:
        found = reader(_Asked(cleaned, today, past))
        if found is not None:
            return found
    return None


def _cleaned(text: str) -> str:
    """Half-width, lower case, single spaces; 号 and the 天 of a number read as 日, 星期天 as 星期日."""
    half = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}).strip().lower()
    return re.sub(r"号|(?<=[\d 周期拜])天", "日", re.sub(r"\s+", " ", half))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _full(asked: _Asked) -> date | None:
    match = re.fullmatch(r"(\d{4})[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?", asked.text) or re.fullmatch(
        r"(\d{4})(\d\d)(\d\d)", asked.text
    )
    return _made(*(int(part) for part in match.groups())) if match else None


def _month_day(asked: _Asked) -> date | None:
    match = re.fullmatch(r"(\d{1,2})(?:[-/.]|月)(\d{1,2})日?", asked.text)
    if not match:
        return None
    month, day = int(match[1]), int(match[2])
    years = (
        range(asked.today.year, asked.today.year - 9, -1)
        if asked.past
        else range(asked.today.year, asked.today.year + 9)
    )
    return _first((_made(year, month, day) for year in years), asked.today, asked.past)


def _first(days: Iterable[date | None], today: date, past: bool) -> date | None:
    for day in days:
        if day is not None and (day <= today if past else day >= today):
            return day
    return None


def _offset(asked: _Asked) -> date | None:
    match = re.fullmatch(r"([+-]) ?(\d{1,4}) ?(d|日|w|周|m|月|个月)?", asked.text)
    if match:
        number = int(match[2]) * (-1 if match[1] == "-" else 1)
        return _after(asked.today, number, match[3] or "d")
    match = re.fullmatch(r"(\d{1,4}) ?(日|周|个月)后", asked.text)
    if match:
        return _after(asked.today, int(match[1]), match[2])
    match = re.fullmatch(r"in (\d{1,4}) (day|week|month)s?", asked.text)
    return _after(asked.today, int(match[1]), match[2][0]) if match else None


def _after(today: date, number: int, unit: str) -> date | None:
    if unit in ("m", "月", "个月"):
        return _month_later(today, number, today.day)
    return _moved(today, number * 7 if unit in ("w", "周") else number)


def _month_later(today: date, months: int, day: int) -> date | None:
    """That day of the month so many months on; the last day where the month is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    if not (1 <= year <= 9999 and 1 <= day <= 31):
        return None
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))


def _weekday(asked: _Asked) -> date | None:
    match = re.fullmatch(r"(下下|下|上|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日])", asked.text)
    if match:
        return _day_of_week(match[1] or "", _CHINESE_WEEKDAYS.index(match[2]), asked.today, asked.past)
    match = re.fullmatch(r"(next |last |this )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*", asked.text)
    if not match:
        return None
    which = {"next ": "下", "last ": "上", "this ": "本"}.get(match[1] or "", "")
    return _day_of_week(which, _ENGLISH_WEEKDAYS.index(match[2]), asked.today, asked.past)


def _day_of_week(which: str, weekday: int, today: date, past: bool) -> date | None:
    weeks = {"下下": 2, "下": 1, "上": -1, "本": 0, "这": 0}
    if which in weeks:
        return _moved(today, weeks[which] * 7 + weekday - today.weekday())
    if past:
        return _moved(today, -((today.weekday() - weekday) % 7))
    return _moved(today, (weekday - today.weekday() - 1) % 7 + 1)


def _month_end(asked: _Asked) -> date | None:
    if asked.text in ("年底", "年末", "end of year", "eoy"):
        return date(asked.today.year, 12, 31)
    if asked.text in ("月底", "月末", "本月底", "end of month", "eom"):
        return _month_later(asked.today, 0, 31)
    if asked.text in ("下月底", "下个月底", "下月末", "end of next month"):
        return _month_later(asked.today, 1, 31)
    return None


def _day_of_month(asked: _Asked) -> date | None:
    match = re.fullmatch(r"(下个?月|本月|上个?月)? ?(\d{1,2}) ?日", asked.text)
    if not match:
        return None
    day = int(match[2])
    if match[1]:
        return _month_later(asked.today, {"下": 1, "本": 0, "上": -1}[match[1][0]], day)
    step = -1 if asked.past else 1
    return _first(
        (_month_later(asked.today, step * months, day) for months in range(3)), asked.today, asked.past
    )


_READERS: tuple[Callable[[_Asked], date | None], ...] = (
    _full,
    _month_day,
    _offset,
    _weekday,
    _month_end,
    _day_of_month,
)
