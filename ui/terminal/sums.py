"""The commands that only compute: interest, limitation, guarantee, workday, fees, uppercase, allocate.

Thin faces over ``models.rules``; they need no data folder. Each handler takes the parsed arguments and
returns the JSON object, with ``doubts`` (problems that stop nothing) to be worded as warnings. Bad values
raise Refused.
"""

from __future__ import annotations

import argparse

from models.reference import calendar
from models.rules.fees import fees
from models.rules.money import yuan
from models.rules.problems import Problem, Refused
from models.rules.uppercase import uppercase
from ui.terminal import allocation, interest, late_terms, periods
from ui.terminal.given import day as _day
from ui.terminal.given import fen as _fen

Json = dict[str, object]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands, each with its handler as the default ``handler``."""
    interest.add_command(commands)
    late_terms.add_command(commands)
    periods.add_commands(commands)
    for name, handler in (("workday", workday), ("fees", fees_of), ("uppercase", capitals)):
        parser = commands.add_parser(name)
        parser.add_argument("value", metavar="D" if name == "workday" else "A")
        parser.set_defaults(handler=handler)
    allocation.add_command(commands)


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
