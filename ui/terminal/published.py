"""What the state publishes: the commands ``holidays`` and ``lpr``, and what the sums reckon with."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from models import reference
from models.actions.desk import Desk
from models.actions.published import add_holidays, add_rates, drop_holidays, drop_rates
from models.given_file import text_of
from models.queries.published import HolidayYear, calendar_of, holiday_years, own_rates, rates_of
from models.rules.problems import Problem, Refused
from models.rules.rates import RateTables
from models.rules.workdays import Calendar
from models.store import Store, open_store
from models.store.folder import DataFolder
from ui.terminal.keyhole import key_for
from ui.terminal.values import Json, count, day


def add_commands(commands: Any) -> None:
    """holidays, lpr."""
    listed = commands.add_parser("holidays", help="days off and weekend days worked, year by year")
    listed.add_argument("--year", type=count, default=None)
    listed.set_defaults(work=holidays)
    listed = commands.add_parser("lpr", help="the published loan prime rates")
    listed.set_defaults(work=lpr)
    for name in ("holidays", "lpr"):
        parser = commands.choices[name]
        change = parser.add_mutually_exclusive_group()
        change.add_argument("--add", metavar="FILE")
        change.add_argument("--drop", type=day, nargs="+", metavar="D")
        parser.set_defaults(reads=lambda args: not (args.add or args.drop))


def holidays(desk: Desk, args: argparse.Namespace) -> Json:
    """The calendar by years, after adding a pasted notice or dropping own days."""
    told: Json = {}
    if args.add:
        added = add_holidays(desk, _text(args.add), year=args.year)
        told = {"added": [each.isoformat() for each in added.days], "doubts": list(added.doubts)}
    elif args.drop:
        drop_holidays(desk, args.drop)
    years = [_year(each) for each in holiday_years(desk.store) if args.year in (None, each.year)]
    return {**told, "years": years}


def _year(found: HolidayYear) -> Json:
    return {
        "year": found.year,
        "published": found.published,
        "off": [{"from": first.isoformat(), "to": last.isoformat()} for first, last in found.off],
        "work": [each.isoformat() for each in found.work],
        "own": found.own,
    }


def lpr(desk: Desk, args: argparse.Namespace) -> Json:
    """Every publication, the newest first, after adding or dropping own lines."""
    told: Json = {}
    if args.add:
        added = add_rates(desk, _text(args.add))
        told = {"added": [each.isoformat() for each in added.days], "doubts": list(added.doubts)}
    elif args.drop:
        drop_rates(desk, args.drop)
    tables, own = rates_of(desk.store), own_rates(desk.store)
    one, five = tables.series["lpr1y"], tables.series["lpr5y"]
    lines = zip(one.starts, one.rates_bp, five.rates_bp, strict=True)
    return {
        **told,
        "version": tables.version,
        "source": tables.source,
        "verified_until": tables.verified_until.isoformat(),
        "rates": [_rate(*line, own=line[0] in own, tables=tables) for line in sorted(lines, reverse=True)],
    }


def _rate(published_on: date, one_bp: int, five_bp: int, *, own: bool, tables: RateTables) -> Json:
    return {
        "published_on": published_on.isoformat(),
        "one_year": _percent(one_bp),
        "five_year": _percent(five_bp),
        "confidence": tables.confidence[published_on],
        "own": own,
    }


def _percent(bp: int) -> str:
    return f"{bp // 100}.{bp % 100:02d}"


def _text(file: str) -> str:
    """The pasted text of a file or of standard input (``-``)."""
    try:
        return sys.stdin.read() if file == "-" else text_of(Path(file))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(Problem("published_file_unreadable", {"file": file}, file)) from error


def calendar_for(args: argparse.Namespace) -> Calendar:
    """The calendar a sum reckons with: the shipped one, and the own days of the data folder named with ``--data``."""
    with _portfolio(args) as store:
        return calendar_of(store) if store else reference.calendar()


def rates_for(args: argparse.Namespace) -> RateTables:
    """The rates a sum reckons with, likewise."""
    with _portfolio(args) as store:
        return rates_of(store) if store else reference.rates()


@contextmanager
def _portfolio(args: argparse.Namespace) -> Iterator[Store | None]:
    """The portfolio named on the command line, where there is one already; a sum never makes a folder."""
    root: Path | None = getattr(args, "data", None)
    if root is None or not (DataFolder(root).encrypted or DataFolder(root).database.exists()):
        yield None
        return
    store = open_store(root, key=key_for(args, root), wait_s=0.0)
    try:
        with store.reading():
            yield store
    finally:
        store.close()
