"""Holidays as a clerk finds and pastes them: a table, ranges, or the State Council's own notice.

Read are ``2027-01-01,off`` and ``2027-01-04,work`` (a CSV row, more columns allowed), ranges such as
``2027-01-01..2027-01-03 H`` and ``2027-01-04 W``, a whole year in one line
(``2027 H: 01-01..01-03; 04-05 | W: 01-04``), and the sentences of the notice
(``一、元旦：1月1日（周五）至3日（周日）放假调休。1月4日（周一）上班。``) under its title, which gives the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.rules.problems import Problem, Refused
from models.rules.workdays import SATURDAY, STATUTORY_DAYS, Kind

_KINDS: Mapping[str, Kind] = {"off": "off", "h": "off", "work": "work", "w": "work"}
_ISO = r"\d{4}-\d{1,2}-\d{1,2}"
_ROW = re.compile(rf"({_ISO})\s*(?:(?:\.\.|~|至)\s*({_ISO}))?\s*[,;\t ]\s*(off|work|h|w)\b.*", re.IGNORECASE)
_YEAR_LINE = re.compile(r"[-*\s]*(\d{4})\s*H\s*[:：](.*?)(?:\|\s*W\s*[:：](.*))?", re.IGNORECASE)
_SHORT = re.compile(r"(\d{1,2})-(\d{1,2})(?:\s*\.\.\s*(\d{1,2})-(\d{1,2}))?")
_TITLE = re.compile(r"(\d{4})\s*年.*?(?:节假日|放假)")
_CHINESE = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(][^）)]*[）)])?"
_SPAN = re.compile(rf"{_CHINESE}(?:\s*(?:至|—|-|～|~)\s*{_CHINESE})?")
_SENTENCE = re.compile(r"[^。；;]*?(?:放假|上班)")
_SUSPECT = re.compile(r"\d{4}\s*[-/.]\s*\d|\d{1,2}-\d{1,2}|\d日.*(?:放假|上班)")
"""A line that means to say a day."""

_BROKEN = re.compile(r"(?<=[，、至）)])[ \t]*\r?\n[ \t]*(?=\d)")
"""A sentence that a page has broken in two."""

_LONGEST = 15
"""No holiday is longer: a longer range is a slip."""


@dataclass(frozen=True)
class Holidays:
    """What a text says: the kind of each day it names, and doubts that stop nothing."""

    days: Mapping[date, Kind]
    doubts: tuple[Problem, ...] = ()


def read_holidays(text: str, *, year: int | None = None) -> Holidays:
    """The days of a pasted text. ``year`` is that of a notice whose title was not pasted.

    Raises Refused: ``holiday_line_unreadable`` for each line that says no day, ``holiday_day_twice`` where one is both
    off and worked, ``holiday_text_empty``.
    """
    reader = _Reader(year)
    for number, line in enumerate(_BROKEN.sub("", text.lstrip("\ufeff")).splitlines(), start=1):
        reader.read(number, line.strip())
    if not reader.days and not reader.problems:
        reader.problems.append(Problem("holiday_text_empty"))
    if reader.problems:
        raise Refused(*reader.problems)
    return Holidays(reader.days, tuple(_doubts(reader.days)))


class _Reader:
    """The text so far: the days found, the lines that were not understood, the year a notice speaks of."""

    def __init__(self, year: int | None) -> None:
        self.days: dict[date, Kind] = {}
        self.problems: list[Problem] = []
        self._year = year

    def read(self, number: int, line: str) -> None:
        """Take one line, or name it."""
        if not line or line.startswith("#") or line.lower().startswith(("day,", "date,")):
            return
        title = _TITLE.search(line)
        if title and "月" not in line[: title.end()]:
            self._year = int(title[1])
        try:
            found = list(self._days(line))
        except ValueError:
            found = []
        if found:
            self._take(number, found)
        elif _SUSPECT.search(line):
            place = {"line": str(number), "text": line[:60]}
            self.problems.append(Problem("holiday_line_unreadable", place, str(number)))

    def _take(self, number: int, found: list[tuple[date, Kind]]) -> None:
        for day, kind in found:
            if self.days.setdefault(day, kind) != kind:
                where = {"day": day.isoformat(), "line": str(number)}
                self.problems.append(Problem("holiday_day_twice", where, str(number)))

    def _days(self, line: str) -> Iterator[tuple[date, Kind]]:
        """The days a line names. Raises ValueError for one that is on no calendar."""
        row, year_line = _ROW.fullmatch(line), _YEAR_LINE.fullmatch(line)
        if row:
            first, last = _iso(row[1]), _iso(row[2] or row[1])
            yield from ((day, _KINDS[row[3].lower()]) for day in _between(first, last))
        elif year_line:
            yield from _short(int(year_line[1]), year_line[2], "off")
            yield from _short(int(year_line[1]), year_line[3] or "", "work")
        elif self._year and re.search("放假|上班", line):
            yield from _notice(line, self._year)


def _iso(text: str) -> date:
    year, month, day = map(int, text.split("-"))
    return date(year, month, day)


def _between(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both with it."""
    length = (last - first).days
    if not 0 <= length < _LONGEST:
        raise ValueError("no holiday is that long")
    return (first + timedelta(days=n) for n in range(length + 1))


def _short(year: int, text: str, kind: Kind) -> Iterator[tuple[date, Kind]]:
    """``04-05; 05-01..05-05`` of one year."""
    for found in _SHORT.finditer(text):
        first = date(year, int(found[1]), int(found[2]))
        last = date(year, int(found[3]), int(found[4])) if found[3] else first
        yield from ((day, kind) for day in _between(first, last))


def _notice(line: str, year: int) -> Iterator[tuple[date, Kind]]:
    """The State Council's sentences: what stands before 放假 is off, what stands before 上班 is worked."""
    if re.search(r"\d日", _SENTENCE.sub("", line)):
        raise ValueError("a day that is neither off nor worked")
    for part in _SENTENCE.findall(line):
        kind: Kind = "work" if part.endswith("上班") else "off"
        month = 0
        for found in _SPAN.finditer(part):
            month = int(found[2] or month)
            first = date(int(found[1] or year), month, int(found[3]))
            if found[6] is None:
                last = first
            else:
                month = int(found[5] or month)
                last = date(int(found[4] or first.year), month, int(found[6]))
            yield from ((day, kind) for day in _between(first, last))


def _doubts(days: Mapping[date, Kind]) -> Iterator[Problem]:
    """What looks odd: a weekday worked as an exception, a year with fewer days off than the law gives."""
    for day, kind in sorted(days.items()):
        if kind == "work" and day.weekday() < SATURDAY:
            yield Problem("holiday_worked_weekday", {"day": day.isoformat()}, day.isoformat())
    for year in sorted({day.year for day in days}):
        off = sum(day.year == year and kind == "off" for day, kind in days.items())
        if off < STATUTORY_DAYS:
            counts = {"year": str(year), "off": str(off), "least": str(STATUTORY_DAYS)}
            yield Problem("holiday_year_short", counts, str(year))
