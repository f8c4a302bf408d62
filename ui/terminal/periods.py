"""The commands ``limitation`` and ``guarantee``: one clock from what stands on the line; nothing is kept."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from datetime import date

from models.rules.guarantee import MODES, GuaranteePeriod, kind_of, period
from models.rules.limitation import (
    CODES,
    EVENT_KINDS,
    GENERAL,
    OBSTACLE,
    REFUSAL,
    ClaimEvent,
    Clock,
    Period,
    run,
)
from models.rules.problems import Problem, Refused
from models.rules.workdays import Calendar
from ui.clock_words import judged, said
from ui.terminal.given import day as told_day
from ui.terminal.published import calendar_for

Json = dict[str, object]

_PERIOD = re.compile(r"(\d{1,3})([ym])", re.ASCII)
_MOST_MONTHS = 240


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """limitation, guarantee."""
    parser = commands.add_parser("limitation")
    parser.add_argument("--due", metavar="D", help="left out where no due date was agreed")
    parser.add_argument("--last-instalment", metavar="D")
    parser.add_argument("--event", nargs="+", action="extend", default=[], metavar="CODE=D[..D]")
    parser.add_argument("--obstacle", nargs="+", action="extend", default=[], metavar="FROM..TO")
    parser.add_argument("--refused", metavar="D", help="refused at the first demand")
    parser.add_argument("--period", metavar="4y", help="a period of its own, in years or months")
    parser.set_defaults(handler=limitation)
    parser = commands.add_parser("guarantee")
    parser.add_argument("--due", required=True, metavar="D")
    parser.add_argument("--kind", required=True, choices=MODES)
    agreed = parser.add_mutually_exclusive_group()
    agreed.add_argument("--months", type=int, metavar="N")
    agreed.add_argument("--until", metavar="D")
    agreed.add_argument(
        "--unclear", action="store_true", help="the words settle no period (until all is paid)"
    )
    parser.add_argument("--signed", metavar="D", help="the day the guarantee was signed")
    parser.set_defaults(handler=guarantee)


def limitation(args: argparse.Namespace) -> Json:
    """The limitation clock of one claim with what each event did to it."""
    due = told_day(args.due, "due") if args.due else None
    last_instalment = told_day(args.last_instalment, "last-instalment") if args.last_instalment else None
    events = [_event(text) for text in args.event]
    events += [_obstacle(text) for text in args.obstacle]
    events += [ClaimEvent(REFUSAL, told_day(args.refused, "refused"))] if args.refused else []
    length = _period(args.period) if args.period else GENERAL
    china = calendar_for(args)
    clock = run(due, events, last_instalment_on=last_instalment, calendar=china, period=length)
    language = getattr(args, "lang", None) or "zh_CN"
    return {
        "last_day": _iso(clock.last_day),
        "rolled_last_day": _iso(clock.rolled_last_day),
        "cap_on": _iso(clock.cap_on),
        "events": [
            {
                "code": event.code,
                "on": event.on.isoformat(),
                "interrupts": event.interrupts,
                "revives": event.revives,
                "suspends": event.suspends,
                "why": judged(event, language),
            }
            for event in clock.events
        ],
        "doubts": list(_warnings(clock, china)),
    }


def _warnings(clock: Clock, china: Calendar) -> Iterable[Problem]:
    if clock.beyond_cap:
        yield Problem("limitation_cap_passed", {"cap_on": str(clock.cap_on)}, "cap_on")
    if clock.last_day and not china.published(clock.last_day.year):
        yield Problem("limitation_year_unpublished", {"year": str(clock.last_day.year)}, "rolled_last_day")


def guarantee(args: argparse.Namespace) -> Json:
    """The guarantee period and what must be done within it."""
    until = told_day(args.until, "until") if args.until else None
    signed = told_day(args.signed, "signed") if args.signed else None
    kind, mode = kind_of(args.kind, signed)
    found: GuaranteePeriod = period(
        told_day(args.due, "due"),
        kind,
        months=args.months,
        until=until,
        unclear=args.unclear,
        signed_on=signed,
        calendar=calendar_for(args),
    )
    meant = args.months is not None or until is not None
    warnings = [Problem("guarantee_not_agreed", where="until")] if meant and not found.agreed else []
    language = getattr(args, "lang", None) or "zh_CN"
    return {
        "last_day": found.last_day.isoformat(),
        "rolled_last_day": found.rolled_last_day.isoformat(),
        "must": found.must,
        "kind": kind,
        "why": [said(mode, language), said(found.why, language)],
        "doubts": warnings,
    }


def _event(text: str) -> ClaimEvent:
    """``D3=2026-11-20``; a procedure may name its end: ``C1=2024-05-01..2025-06-30``."""
    code, _, days = text.partition("=")
    if not days:
        raise Refused(Problem("pair_unreadable", {"value": text, "form": "D3=2026-11-20"}, "event"))
    if code not in CODES:
        raise Refused(Problem("event_unknown", {"code": code}, "event"))
    happened_on, _, ended_on = days.partition("..")
    if ended_on and not (code == OBSTACLE or (code in EVENT_KINDS and EVENT_KINDS[code].procedure)):
        raise Refused(Problem("event_has_no_end", {"code": code}, "event"))
    return _spanning(code, happened_on, ended_on, "event")


def _obstacle(text: str) -> ClaimEvent:
    start, dots, end = text.partition("..")
    if not dots:
        raise Refused(Problem("obstacle_unreadable", {"value": text}, "obstacle"))
    return _spanning(OBSTACLE, start, end, "obstacle")


def _spanning(code: str, start: str, end: str, where: str) -> ClaimEvent:
    on = told_day(start, where)
    until = told_day(end, where) if end else None
    if until and until < on:
        raise Refused(Problem("event_end_before_start", {"until": str(until), "on": str(on)}, where))
    return ClaimEvent(code, on, until=until)


def _period(text: str) -> Period:
    """``4y`` or ``18m``."""
    found = _PERIOD.fullmatch(text)
    months = int(found[1]) * (12 if found[2] == "y" else 1) if found else 0
    if not 0 < months <= _MOST_MONTHS:
        raise Refused(Problem("period_unreadable", {"value": text}, "period"))
    return Period("own", months)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
