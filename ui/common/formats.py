"""Money, days and counts as people read them, in both languages. No Qt, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from models.clock import CHINA
from models.rules.money import divided_half_up, grouped

_SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "JPY": "JP¥"}
_WEEKDAYS = {
    "zh_CN": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WAN = 10_000 * 100
_YI = 10_000 * _WAN
_YEARS_FROM_DAYS = 1000
"""Beyond this many days late, years are said: 逾期 2.9 年."""


@dataclass(frozen=True)
class Formats:
    """How one language (``zh_CN`` or ``en``) writes sums, days and delays."""

    language: str = "zh_CN"

    @property
    def chinese(self) -> bool:
        """Whether the window speaks Chinese."""
        return self.language == "zh_CN"

    def money(self, fen: int, currency: str = "CNY") -> str:
        """``¥186,400.00``; a minus stands first, an unknown currency by its code."""
        sign = _SIGNS.get(currency, f"{currency} ")
        return f"{'-' if fen < 0 else ''}{sign}{grouped(abs(fen))}"

    def amount(self, fen: int) -> str:
        """``186,400.00``: a cell of a table, without currency."""
        return grouped(fen)

    def short(self, fen: int, currency: str = "CNY") -> str:
        """A sum at a glance: ``3,860 万``, ``1.23 亿``; ``¥38.60M``, ``¥512.3k``. Rounded half up."""
        minus = "-" if fen < 0 else ""
        return minus + (self._short_zh(abs(fen), currency) if self.chinese else _short_en(abs(fen), currency))

    def _short_zh(self, fen: int, currency: str) -> str:
        sign = "" if currency == "CNY" else _SIGNS.get(currency, f"{currency} ")
        if fen >= _YI:
            return f"{sign}{_scaled(fen, _YI, 2)} 亿"
        if fen >= 100 * _WAN:
            return f"{sign}{_scaled(fen, _WAN, 0)} 万"
        if fen >= _WAN:
            return f"{sign}{_scaled(fen, _WAN, 1)} 万"
        return f"{sign}{_scaled(fen, 100, 0)}"

    def count(self, number: int) -> str:
        """``1,286``."""
        return f"{number:,}"

    def overdue(self, days: int | None) -> str:
        """``逾期 47 天``, ``逾期 2.9 年`` from 1,000 days on, ``3 天后到期``, ``今天到期``, ``无到期日``."""
        if days is None:
            return "无到期日" if self.chinese else "no due date"
        if days < 0:
            return f"{-days:,} 天后到期" if self.chinese else f"due in {-days:,} d"
        if days == 0:
            return "今天到期" if self.chinese else "due today"
        late = f"{days:,}" if days < _YEARS_FROM_DAYS else _scaled(days * 100, 36525, 1)
        unit = ("天", "d") if days < _YEARS_FROM_DAYS else ("年", "y")
        return f"逾期 {late} {unit[0]}" if self.chinese else f"{late} {unit[1]} overdue"

    def days(self, number: int) -> str:
        """``47 天`` or ``47 days``."""
        if self.chinese:
            return f"{number:,} 天"
        return f"{number:,} day" + ("" if abs(number) == 1 else "s")

    def band(self, first: int, last: int | None) -> str:
        """The name of an aging band of days late: ``1–14 天``, ``180 天以上``; below 1: ``未到期``."""
        if first < 1:
            return "未到期" if self.chinese else "Not due"
        if last is None:
            return f"{first} 天以上" if self.chinese else f"{first}+ days"
        return f"{first}–{last} 天" if self.chinese else f"{first}–{last} days"

    def day(self, day: date | None) -> str:
        """``2026-11-20`` in tables; nothing for no day."""
        return day.isoformat() if day else ""

    def short_day(self, day: date, today: date | None = None) -> str:
        """``11-20`` in a timeline; with its year where that is not today's."""
        return day.strftime("%m-%d") if today is None or day.year == today.year else day.isoformat()

    def weekday(self, day: date) -> str:
        """``周五`` or ``Fri``."""
        return _WEEKDAYS[self.language][day.weekday()]

    def day_and_weekday(self, day: date) -> str:
        """``2026-11-20 周五``."""
        return f"{day.isoformat()} {self.weekday(day)}"

    def long_day(self, day: date) -> str:
        """``2026 年 11 月 20 日`` or ``20 November 2026``, to be read aloud."""
        if self.chinese:
            return f"{day.year} 年 {day.month} 月 {day.day} 日"
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def moment(self, instant: datetime, today: date | None = None) -> str:
        """``11-20 09:12`` of an aware instant, in China's time."""
        local = instant.astimezone(CHINA)
        return f"{self.short_day(local.date(), today)} {local:%H:%M}"

    def size(self, size_bytes: int) -> str:
        """``2.1 MB``: 1,000 bytes are one kB."""
        for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
            if size_bytes >= factor:
                return f"{_scaled(size_bytes, factor, 1)} {unit}"
        return f"{size_bytes} B"

    def joined(self, parts: Iterable[str]) -> str:
        """Facts in one line: ``机械制造·苏州·3 笔`` without spaces, in English with commas. Empty ones go."""
        return ("·" if self.chinese else ", ").join(part for part in parts if part)

    def listed(self, parts: Iterable[str]) -> str:
        """Names in a row: ``甲、乙、丙`` or ``A, B, C``."""
        return ("、" if self.chinese else ", ").join(parts)


def _scaled(number: int, unit: int, decimals: int) -> str:
    """``number / unit`` with thousands commas and fixed decimals, half up."""
    whole = divided_half_up(number * 10**decimals, unit)
    if not decimals:
        return f"{whole:,}"
    return f"{whole // 10**decimals:,}.{whole % 10**decimals:0{decimals}d}"


def _short_en(fen: int, currency: str) -> str:
    sign = _SIGNS.get(currency, f"{currency} ")
    if fen >= 10**9 * 100:
        return f"{sign}{_scaled(fen, 10**9 * 100, 2)}B"
    if fen >= 10**6 * 100:
        return f"{sign}{_scaled(fen, 10**6 * 100, 2)}M"
    if fen >= 10**4 * 100:
        return f"{sign}{_scaled(fen, 10**3 * 100, 1)}k"
    return f"{sign}{_scaled(fen, 100, 0)}"
