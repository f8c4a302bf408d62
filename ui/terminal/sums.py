"""The commands that only compute: interest, limitation, guarantee, workday, fees, uppercase, allocate.

Thin faces over ``models.rules``; they need no data folder. Each handler takes the parsed arguments and
returns the JSON object, with ``doubts`` (problems that stop nothing) to be worded as warnings. Bad values
raise Refused.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from models.reference import calendar
from models.rules.allocation import Debt, Share, allocate
from models.rules.fees import fees
from models.rules.guarantee import period
from models.rules.limitation import EVENT_KINDS, ClaimEvent, Clock, JudgedEvent, run
from models.rules.money import yuan
from models.rules.problems import Problem, Refused
from models.rules.uppercase import uppercase
from ui.problems import worded
from ui.terminal import interest
from ui.terminal.given import day as _day
from ui.terminal.given import decimal as _decimal
from ui.terminal.given import fen as _fen

Json = dict[str, object]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands, each with its handler as the default ``handler``."""
    interest.add_command(commands)
    _add_periods(commands)
    for name, handler in (("workday", workday), ("fees", fees_of), ("uppercase", capitals)):
        parser = commands.add_parser(name)
        parser.add_argument("value", metavar="D" if name == "workday" else "A")
        parser.set_defaults(handler=handler)
    parser = commands.add_parser("allocate")
    parser.add_argument("file", metavar="FILE")
    parser.set_defaults(handler=allocate_file)


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


def allocate_file(args: argparse.Namespace) -> Json:
    """A payment shared over debts, read as JSON from a file or from standard input (``-``)."""
    given = _json(_text(args.file))
    debts = [_debt(each, number) for number, each in enumerate(_list(given, "debts"))]
    designated = [str(each) for each in _list(given, "designated")] if given.get("designated") else []
    amount = _fen(_field(given, "amount"), "amount")
    found = allocate(amount, debts, designated=designated, on=_day(_field(given, "on"), "on"))
    return {"shares": [_share(share) for share in found.shares], "left": yuan(found.left), "rule": found.rule}


def _share(share: Share) -> Json:
    return {
        "debt": share.debt,
        "costs": yuan(share.costs),
        "interest": yuan(share.interest),
        "principal": yuan(share.principal),
    }


def _text(file: str) -> str:
    """The text of a file or of standard input."""
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(Problem("allocation_file_unreadable", {"file": file}, file)) from error


def _json(text: str) -> Mapping[str, object]:
    """The object in a JSON text; its numbers stay text, so that no sum passes through a float."""
    try:
        found = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError) as error:
        line = str(getattr(error, "lineno", 1))
        raise Refused(Problem("allocation_json_unreadable", {"line": line})) from error
    if not isinstance(found, dict):
        raise Refused(Problem("allocation_json_unreadable", {"line": "1"}))
    return found


def _list(given: Mapping[str, object], field: str) -> list[object]:
    found = given.get(field)
    if not isinstance(found, list):
        raise Refused(Problem("allocation_field_missing", {"field": field}, field))
    return found


def _field(given: Mapping[str, object], field: str, where: str | None = None) -> str:
    found = given.get(field)
    if not isinstance(found, str):
        raise Refused(Problem("allocation_field_missing", {"field": where or field}, where or field))
    return found


def _debt(given: object, number: int) -> Debt:
    """One debt of the file; what may be left out counts as nothing."""
    where = f"debts[{number}]"
    if not isinstance(given, dict):
        raise Refused(Problem("allocation_field_missing", {"field": where}, where))
    due_on = given.get("due_on")

    def optional(field: str) -> int:
        return _fen(str(given.get(field) or "0.00"), f"{where}.{field}")

    return Debt(
        id=_field(given, "id", f"{where}.id"),
        principal_fen=_fen(_field(given, "principal", f"{where}.principal"), f"{where}.principal"),
        costs_fen=optional("costs"),
        interest_fen=optional("interest"),
        due_on=_day(str(due_on), f"{where}.due_on") if due_on else None,
        secured_fen=optional("secured"),
        burden_percent=_decimal(str(given.get("burden_percent") or "0"), f"{where}.burden_percent"),
    )


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
