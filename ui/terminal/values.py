"""How values are read from a command line and written to it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.clock import CHINA, instant_text
from models.rules.money import parse_yuan, yuan
from models.rules.problems import Problem

Json = dict[str, Any]


def amount(text: str) -> int:
    """An option that is a sum above zero, in fen."""
    try:
        fen = parse_yuan(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a sum of money: {text}") from error
    if fen <= 0:
        raise argparse.ArgumentTypeError(f"a sum must be above zero: {text}")
    return fen


def day(text: str) -> date:
    """An option that is a day, YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a day (YYYY-MM-DD): {text}") from error


def instant(text: str) -> datetime:
    """An option that is an instant, ISO 8601; without a zone it is China's."""
    try:
        told = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an instant (ISO 8601): {text}") from error
    return told if told.tzinfo else told.replace(tzinfo=CHINA)


def promise(text: str) -> tuple[int, date]:
    """A promise to pay, ``A@D``: fen and day."""
    sum_text, mark, day_text = text.partition("@")
    if not mark:
        raise argparse.ArgumentTypeError(f"a promise is SUM@DAY: {text}")
    return amount(sum_text), day(day_text)


def file(text: str) -> Path:
    """An option that names a file or folder."""
    return Path(text).expanduser()


def key(text: str) -> int:
    """An identifier. What is no number is no identifier of ours, and is looked up as 0: not there."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def keys(text: str) -> list[int]:
    """Identifiers between commas."""
    return [key(part.strip()) for part in text.split(",") if part.strip()]


def money(fen: int | None) -> str | None:
    """A sum for JSON."""
    return None if fen is None else yuan(fen)


def iso(when: date | datetime | None) -> str | None:
    """A day or an instant for JSON."""
    if isinstance(when, datetime):
        return instant_text(when)
    return None if when is None else when.isoformat()


def warning(problem: Problem, worded: str) -> Json:
    """A problem as JSON has it."""
    return {"code": problem.code, "message": worded, "where": problem.where}


def columns(rows: Iterable[Json]) -> list[str]:
    """Rows of a list set in columns for a person to read; cells beyond 40 characters are cut with an ellipsis."""
    table = [[str(key) for key in row] for row in list(rows)[:1]]
    table += [[_short(value) for value in row.values()] for row in rows]
    if not table:
        return []
    widths = [max(_width(row[at]) for row in table) for at in range(len(table[0]))]
    return ["  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in table]  # fmt: skip


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _width(text: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
