"""What a cell says about a day, and in which order a column writes year, month and day."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

from models.ledger.cells import Unreadable, text
from models.ledger.grid import Value

_BLANK = frozenset(
    ("", "-", "--", "/", "—", "无", "0", "n/a", "none", "null", "0000-00-00", "00.00.0000", "1900-01-00")
)
_TIME = re.compile(r"[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(z|[+-]\d\d:?\d\d)?$", re.IGNORECASE)
_THREE = re.compile(r"(\d{1,4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,4})\s*[日号]?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_MONTHS = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_NAMED = re.compile(r"(\d{1,2})[-/. ]*([a-z]{3})[a-z]*[-/., ]*(\d{4}|\d\d)", re.IGNORECASE)
_NAMED_FIRST = re.compile(
    r"([a-z]{3})[a-z]*[-/. ]*(\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\d{4}|\d\d)", re.IGNORECASE
)
_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_SERIALS = (14_600, 73_400)
"""Excel's numbers of the days from 1939 to 2100: a bare number outside is no day."""
_YEARS = range(1950, 2101)

Order = str
"""``ymd``, ``mdy`` or ``dmy``."""


def order_of(values: Iterable[Value], chinese: bool) -> Order:
    """The order in which a column writes its days: the one that makes days of most values.

    Where several do equally well, year first in a ledger with Chinese headings, else month first (US) for
    ``8/9/13`` and day first for ``8.9.2013``.
    """
    counts = Counter(parts for value in values if (parts := _three(value)))
    preferred = ("ymd", "mdy", "dmy") if chinese or not _dotted(values) else ("ymd", "dmy", "mdy")
    return max(preferred, key=lambda order: sum(n for p, n in counts.items() if _date_of(p, order)))


def is_order_certain(values: Iterable[Value], order: Order) -> bool:
    """False where every day of the column could as well be read with month and day exchanged."""
    other = {"mdy": "dmy", "dmy": "mdy"}.get(order)
    parts = [p for value in values if (p := _three(value)) and len(p[0]) < 4 and int(p[0]) != int(p[1])]
    return not parts or other is None or any(_date_of(p, other) is None for p in parts)


def day_reader(order: Order, epoch_1904: bool) -> Callable[[Value], date | Unreadable | None]:
    """A function from a cell to its day: None where it is blank, ``Unreadable`` where it is no day.

    Times of day are dropped. A bare number is Excel's number of the day. A month without a day is unreadable.
    """
    known: dict[Value, date | Unreadable | None] = {}
    epoch = _EPOCH_1904 if epoch_1904 else _EPOCH_1900

    def read(value: Value) -> date | Unreadable | None:
        if value not in known:
            known[value] = _day(value, order, epoch)
        return known[value]

    return read


def _day(value: Value, order: Order, epoch: date) -> date | Unreadable | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _numbered(float(value), epoch)
    if not isinstance(value, str):
        return Unreadable("not_a_day")
    return _written(_plain(value), order, epoch)


def _written(plain: str, order: Order, epoch: date) -> date | Unreadable | None:
    if plain in _BLANK:
        return None
    if compact := _COMPACT.fullmatch(plain):
        return _date_of((compact[1], compact[2], compact[3]), "ymd") or Unreadable("no_such_day")
    if parts := _THREE.fullmatch(plain):
        return _date_of((parts[1], parts[2], parts[3]), order) or Unreadable("no_such_day")
    if _SERIAL.fullmatch(plain):
        return _numbered(float(plain), epoch)
    return _named(plain) or Unreadable("month_only" if _month_end(plain) else "not_a_day")


def _plain(value: str) -> str:
    folded = unicodedata.normalize("NFKC", text(value) or "").strip().lower()
    return _TIME.sub("", folded).strip()


def _numbered(number: float, epoch: date) -> date | Unreadable | None:
    if number == 0:
        return None
    if _SERIALS[0] <= number <= _SERIALS[1]:
        return epoch + timedelta(days=int(number))
    compact = _COMPACT.fullmatch(f"{number:.0f}")
    found = _date_of((compact[1], compact[2], compact[3]), "ymd") if compact else None
    return found or Unreadable("not_a_day")


def _named(plain: str) -> date | None:
    """``31-Aug-2026``, ``Aug 31, 2026``."""
    if found := _NAMED.fullmatch(plain):
        day, month, year = found[1], found[2], found[3]
    elif found := _NAMED_FIRST.fullmatch(plain):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    number = _MONTHS.get(month)
    return _date_of((year, str(number), day), "ymd") if number else None


def _three(value: Value) -> tuple[str, str, str] | None:
    if not isinstance(value, str) or not (found := _THREE.fullmatch(_plain(value))):
        return None
    return found[1], found[2], found[3]


def _dotted(values: Iterable[Value]) -> bool:
    return any(isinstance(value, str) and "." in value for value in values)


def _date_of(parts: tuple[str, str, str], order: Order) -> date | None:
    """A day of this century where the year has two digits; None where there is none such."""
    if len(parts[0]) == 4:
        order = "ymd"
    found = dict(zip(order, parts, strict=True))
    if len(found["m"]) > 2 or len(found["d"]) > 2 or len(found["y"]) in (1, 3):
        return None
    year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    try:
        return date(year, int(found["m"]), int(found["d"])) if year in _YEARS else None
    except ValueError:
        return None


def _month_end(plain: str) -> date | None:
    """The last day of a month written alone: ``2026-10``, ``2026.10``, ``2026年10月``."""
    found = re.fullmatch(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?", plain)
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    year, month = int(found[1]), int(found[2])
    return date(year, month, monthrange(year, month)[1])


_ONE_DAY = r"((?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
_AS_OF = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:截止|截至|计算|基准|账龄|as of|as at|key ?date|cut-?off)[^0-9]{{0,12}}{_ONE_DAY}",
        rf"(?:更新|统计|查询|报表|数据|填报|编制)[^0-9]{{0,8}}{_ONE_DAY}",
        rf"(?:期间|日期范围|period).*[^0-9]{_ONE_DAY}",
        rf"^{_ONE_DAY}$",
    )
)
_AS_OF_NAMED = re.compile(r"as (?:of|at):?\s+([a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [a-z]+ \d{4})")
_PERIOD = re.compile(r"(?:期间|会计期|period)[^0-9]{0,6}.*?((?:19|20)\d\d\s*[-/.年]\s*\d{1,2})\s*月?\s*$")
_MONTHS_OF_A_YEAR = re.compile(r"((?:19|20)\d\d)年\s*\d{1,2}月?\s*[-~至到—]+\s*(\d{1,2})月")
_TITLE_MONTH = re.compile(
    r"^(?!.*(?:打印|制表|print)).*?((?:19|20)\d\d\s*[-/.年]\s*\d{1,2})\s*月?(?!\s*[-/.\d])"
)


def as_of(titles: Sequence[str]) -> date | None:
    """The day a ledger speaks of: its 截止日期, else the day it was brought up to date, else the end of its period."""
    plain = [unicodedata.normalize("NFKC", title).replace("–", "-").strip().lower() for title in titles]
    plain = [_MONTHS_OF_A_YEAR.sub(r"\1年\2月", title) for title in plain]
    for title in plain:
        if (found := _AS_OF_NAMED.search(title)) and (day := _named(found[1])):
            return day
    for pattern in _AS_OF:
        for title in plain:
            if found := pattern.search(title):
                return _said(found[1])
    for pattern in (_PERIOD, _TITLE_MONTH):
        for title in plain:
            if found := pattern.search(title):
                return _month_end(found[1])
    return None


def _said(written: str) -> date | None:
    day = _written(written.strip().rstrip("日"), "dmy" if "." in written else "mdy", _EPOCH_1900)
    return day if isinstance(day, date) else None
