"""How values are read from a command line and written to it."""

from __future__ import annotations

import argparse
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.clock import CHINA, instant_text
from models.rules.money import parse_yuan, yuan
from models.rules.problems import Problem

Json = dict[str, Any]

YEARS = range(1950, 2200)
"""The years in which sums and periods make sense; a day outside them is a slip of the finger."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}")
_CELL = re.compile(r"((?:.+!)?)([A-Za-z]{1,3}[1-9]\d{0,6})=(.*)", re.ASCII | re.DOTALL)


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
    """An option that is a day, YYYY-MM-DD, from 1950 to 2199."""
    try:
        told = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        told = None
    if told is None or told.year not in YEARS:
        raise argparse.ArgumentTypeError(f"not a day (YYYY-MM-DD): {text}")
    return told


def instant(text: str) -> datetime:
    """An option that is an instant, ISO 8601; without a zone it is China's."""
    try:
        told = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an instant (ISO 8601): {text}") from error
    if told.year not in YEARS:
        raise argparse.ArgumentTypeError(f"not an instant (ISO 8601): {text}")
    return told if told.tzinfo else told.replace(tzinfo=CHINA)


def promise(text: str) -> tuple[int, date]:
    """A promise to pay, ``A@D``: fen and day."""
    sum_text, mark, day_text = text.partition("@")
    if not mark:
        raise argparse.ArgumentTypeError(f"a promise is SUM@DAY: {text}")
    return amount(sum_text), day(day_text)


def dated(text: str) -> tuple[date, int]:
    """A sum on a day, ``D=A``: day and fen."""
    day_text, mark, sum_text = text.partition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"a sum on a day is DAY=SUM: {text}")
    return day(day_text), amount(sum_text)


def add_cells(reading: argparse.ArgumentParser) -> None:
    """``--cell CELL=TEXT``, as often as wanted: read as the clerk says, in place of what stands in the file."""
    reading.add_argument("--cell", action="append", default=[], type=_cell, dest="cells")


def _cell(text: str) -> tuple[str, str]:
    found = _CELL.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"a cell, =, and what it should say (G12=1500.00): {text}")
    return found[1] + found[2].upper(), found[3].strip()


def percent(text: str) -> int:
    """Percent a year with at most two decimals, times 100."""
    try:
        bp = parse_yuan(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a percentage: {text}") from error
    if bp < 0:
        raise argparse.ArgumentTypeError(f"not a percentage: {text}")
    return bp


def file(text: str) -> Path:
    """An option that names a file or folder; ``~`` is the user's own."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a file or folder is wanted")
    try:
        return Path(text).expanduser()
    except RuntimeError:
        # ~nobody: no such user, so it is a name like any other.
        return Path(text)


def count(text: str) -> int:
    """An option that is a whole number from 1."""
    if not _WHOLE.fullmatch(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a whole number from 1: {text}")
    return int(text)


def currency(text: str) -> str:
    """An option that is the ISO code of a currency."""
    code = text.strip().upper()
    if not _CURRENCY.fullmatch(code):
        raise argparse.ArgumentTypeError(f"not a currency (ISO 4217): {text}")
    return code


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


def add_openly(parser: Any) -> None:
    """The option of an export by which personal data leave in the clear, with what for; without it they are masked."""
    words = "telephone numbers, addresses and accounts in the clear; says what for"
    parser.add_argument("--with-personal-data", dest="openly", type=_purpose, metavar="PURPOSE", help=words)


def _purpose(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("say for what purpose personal data leave")
    return text.strip()
