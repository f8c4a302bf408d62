"""Loan prime rates as a clerk enters those published since: ``2026-10-20,3.00,3.50`` a line (day, 1Y, 5Y percent)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from models.rules.problems import Problem, Refused

_LINE = re.compile(
    r"(\d{4}-\d{2}-\d{2})\s*[,;\t ]\s*(\d{1,2}(?:\.\d{1,2})?)%?\s*[,;\t ]\s*(\d{1,2}(?:\.\d{1,2})?)%?\s*(?:[,;\t ].*)?"
)


def read_rates(text: str) -> Mapping[date, tuple[int, int]]:
    """Day of publication → one-year and over-five-year rate in basis points.

    Empty lines, headings and those that begin with # are passed over. Raises Refused: ``rate_line_unreadable`` for each
    line that is none, ``rate_day_twice``, ``rate_text_empty``.
    """
    found: dict[date, tuple[int, int]] = {}
    problems = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith(("#", "published_on")):
            continue
        read = _read(line.strip())
        if read is None:
            place = {"line": str(number), "text": line.strip()[:60]}
            problems.append(Problem("rate_line_unreadable", place, str(number)))
        elif found.setdefault(read[0], read[1]) != read[1]:
            problems.append(Problem("rate_day_twice", {"day": read[0].isoformat()}, str(number)))
    if not found and not problems:
        problems.append(Problem("rate_text_empty"))
    if problems:
        raise Refused(*problems)
    return found


def _read(line: str) -> tuple[date, tuple[int, int]] | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), (int(Decimal(match[2]) * 100), int(Decimal(match[3]) * 100))
    except ValueError:
        return None
