"""The commands that only compute: interest, limitation, guarantee, workday, fees, uppercase, allocate.

Thin faces over ``models.rules``; they need no data folder. Each handler takes the parsed arguments and
returns the JSON object, with ``doubts`` (problems that stop nothing) to be worded as warnings. Bad values
raise Refused.
"""

from __future__ import annotations

import argparse
import re

from models.rules.fees import fee_steps, whole_yuan
from models.rules.money import yuan
from models.rules.problems import Problem, Refused
from models.rules.uppercase import amount_in_words_en, says, uppercase, uppercase_day
from ui.interest_words import said
from ui.sum_words import fee_sentence
from ui.terminal import (
    allocation,
    claim_filing,
    given,
    indicators,
    interest,
    judgment,
    late_terms,
    periods,
    schedule,
)
from ui.terminal.published import calendar_for

Json = dict[str, object]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the commands, each with its handler as the default ``handler``."""
    interest.add_command(commands)
    judgment.add_command(commands)
    claim_filing.add_command(commands)
    late_terms.add_command(commands)
    schedule.add_command(commands)
    periods.add_commands(commands)
    for name, handler in (("workday", workday), ("fees", fees_of), ("uppercase", capitals)):
        parser = commands.add_parser(name)
        parser.add_argument("value", metavar="D" if name == "workday" else "A")
        parser.set_defaults(handler=handler)
        if name == "uppercase":
            parser.add_argument("--check", metavar="TEXT", help="whether these words say the sum")
    allocation.add_commands(commands)
    indicators.add_commands(commands)


def workday(args: argparse.Namespace) -> Json:
    """Whether a day is worked, and the first working day after it."""
    asked = given.day(args.value, "day")
    china = calendar_for(args)
    return {
        "workday": china.is_workday(asked),
        "published": china.published(asked.year),
        "next_workday": china.next_workday(asked).isoformat(),
    }


def fees_of(args: argparse.Namespace) -> Json:
    """Court fees of a sum, exact, in whole yuan as courts ask them, and how each came about."""
    amount = given.fen(args.value, "amount")
    if amount < 0:
        raise Refused(Problem("fees_below_zero", where="amount"))
    steps = fee_steps(amount)
    language = getattr(args, "lang", None) or "zh_CN"
    return {
        **{step.fee: yuan(step.fen) for step in steps},
        "whole_yuan": {step.fee: yuan(whole_yuan(step.fen)) for step in steps},
        "derivation": [
            {"fee": step.fee, "formula": step.formula, "source": said(step.source, language)}
            for step in steps
        ],
        "sentence": fee_sentence(amount, language),
    }


def capitals(args: argparse.Namespace) -> Json:
    """A sum, or a day as bills write it, in capitals."""
    if _DAY.fullmatch(args.value):
        return {"text": uppercase_day(given.day(args.value, "day"))}
    amount = given.fen(args.value, "amount")
    if amount < 0:
        raise Refused(Problem("uppercase_below_zero", where="amount"))
    told: Json = {"text": uppercase(amount), "english": amount_in_words_en(amount, "CNY")}
    return told if args.check is None else told | {"same": says(args.check, amount)}
