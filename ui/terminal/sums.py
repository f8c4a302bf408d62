"""The commands that only compute: interest, limitation, guarantee, workday, fees, uppercase, allocate.

Thin faces over ``models.rules``; they need no data folder. Each handler takes the parsed arguments and
returns the JSON object, with ``doubts`` (problems that stop nothing) to be worded as warnings. Bad values
raise Refused.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date

from models.reference import calendar
from models.rules.fees import fees
from models.rules.guarantee import period
from models.rules.limitation import EVENT_KINDS, ClaimEvent, Clock, JudgedEvent, run
from models.rules.money import yuan
from models.rules.problems import Problem, Refused
from models.rules.uppercase import uppercase
from ui.problems import worded
from ui.terminal import allocation, interest, late_terms
from ui.terminal.given import day as _day
from ui.terminal.given import fen as _fen

Json = dict[str, object]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands, each with its handler as the default ``handler``."""
    interest.add_command(commands)
    late_terms.add_command(commands)
    _add_periods(commands)
    for name, handler in (("workday", workday), ("fees", fees_of), ("uppercase", capitals)):
        parser = commands.add_parser(name)
        parser.add_argument("value", metavar="D" if name == "workday" else "A")
        parser.set_defaults(handler=handler)
    allocation.add_command(commands)


def _add_periods(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("limitation")
    parser.add_argument("--due", required=True, metavar="D")
    parser.add_argument("--last-instalment", metavar="D")
    parser.add_argument("--event", nargs="+", action="extend", default=[], metavar="CODE=D")
    parser.set_defaults(handler=limitation)
    parser = commands.add_parser("guarantee")
    parser.add_argument("--due", required=True, metavar="D")
    parser.add_argument("--kind", required=True, choices=("general", "joint"))
    agreed = parser.add_mutually_exclusive_group()
    agreed.add_argument("--months", type=int, metavar="N")
    agreed.add_argument("--until", metavar="D")
    parser.set_defaults(handler=guarantee)


def limitation(args: argparse.Namespace) -> Json:
    """The limitation clock of one claim with what each event did to it."""
    last_instalment = _day(args.last_instalment, "last-instalment") if args.last_instalment else None
    events = [_event(text) for text in args.event]
    clock = run(_day(args.due, "due"), events, last_instalment_on=last_instalment, calendar=calendar())
    return {
        "last_day": _iso(clock.last_day),
        "rolled_last_day": _iso(clock.rolled_last_day),
        "cap_on": _iso(clock.cap_on),
        "events": [_judged(event, _language(args)) for event in clock.events],
        "doubts": list(_limitation_warnings(clock)),
    }


def _judged(event: JudgedEvent, language: str) -> Json:
    name = worded(f"event_{event.code}", language)
    return {
        "code": event.code,
        "on": event.on.isoformat(),
        "interrupts": event.interrupts,
        "revives": event.revives,
        "why": worded(event.why.code, language, {**event.why.params, "event": name}),
    }


def _limitation_warnings(clock: Clock) -> Iterable[Problem]:
    if clock.beyond_cap:
        yield Problem("limitation_cap_passed", {"cap_on": str(clock.cap_on)}, "cap_on")
    if clock.last_day and not calendar().published(clock.last_day.year):
        yield Problem("limitation_year_unpublished", {"year": str(clock.last_day.year)}, "rolled_last_day")


def guarantee(args: argparse.Namespace) -> Json:
    """The guarantee period and what must be done within it."""
    until = _day(args.until, "until") if args.until else None
    found = period(_day(args.due, "due"), args.kind, months=args.months, until=until, calendar=calendar())
    meant = args.months is not None or until is not None
    warnings = [Problem("guarantee_not_agreed", where="until")] if meant and not found.agreed else []
    return {
        "last_day": found.last_day.isoformat(),
        "rolled_last_day": found.rolled_last_day.isoformat(),
        "must": found.must,
        "doubts": list(warnings),
    }


def workday(args: argparse.Namespace) -> Json:
    """Whether a day is worked, and the first working day after it."""
    asked = _day(args.value, "day")
    china = calendar()
    return {
        "workday": china.is_workday(asked),
        "published": china.published(asked.year),
        "next_workday": china.next_workday(asked).isoformat(),
    }


def fees_of(args: argparse.Namespace) -> Json:
    """Court fees of a sum."""
    amount = _fen(args.value, "amount")
    if amount < 0:
        raise Refused(Problem("fees_below_zero", where="amount"))
    found = fees(amount)
    names = ("case", "case_half", "payment_order", "preservation", "enforcement")
    return {name: yuan(getattr(found, name)) for name in names}


def capitals(args: argparse.Namespace) -> Json:
    """A sum in capitals."""
    amount = _fen(args.value, "amount")
    if amount < 0:
        raise Refused(Problem("uppercase_below_zero", where="amount"))
    return {"text": uppercase(amount)}


def _event(text: str) -> ClaimEvent:
    code, _, happened_on = text.partition("=")
    if not happened_on:
        raise Refused(Problem("pair_unreadable", {"value": text, "form": "D3=2026-11-20"}, "event"))
    if code not in EVENT_KINDS:
        raise Refused(Problem("event_unknown", {"code": code}, "event"))
    return ClaimEvent(code, _day(happened_on, "event"))


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _language(args: argparse.Namespace) -> str:
    return getattr(args, "lang", None) or "zh_CN"
