"""The command ``interest``: a sum with its lines, its derivation, its warnings and its sentences."""

from __future__ import annotations

import argparse

from models.rules.day_count import ACTUAL
from models.rules.derivation import percent_text
from models.rules.interest import Line, Terms
from models.rules.interest_doubts import Circumstances, annual_percent, compared
from models.rules.late_rate import LateRate
from models.rules.money import yuan
from models.rules.problems import Problem
from models.rules.rates import RateTables
from models.rules.reckoning import Question, reckon
from ui.interest_words import KINDS, Reckoning, derivation_rows, sentence
from ui.problems import LANGUAGES
from ui.terminal import given
from ui.terminal.published import rates_for

Json = dict[str, object]

BASES = {"365": 365, "360": 360, "actual": ACTUAL}
"""How the commands write the days of a year."""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``interest``."""
    parser = commands.add_parser("interest")
    for name, dest in (("principal", None), ("from", "start"), ("to", "end"), ("rate", None)):
        metavar = {"principal": "A", "rate": "SPEC"}.get(name, "D")
        parser.add_argument(f"--{name}", required=True, metavar=metavar, dest=dest or name)
    parser.add_argument("--basis", choices=tuple(BASES), default="365")
    parser.add_argument("--count", choices=("days", "months"), default="days", dest="counting")
    parser.add_argument("--count-end", action="store_true")
    parser.add_argument("--round", choices=("each", "total"), default="each", dest="rounding")
    parser.add_argument("--costs", default="0.00", metavar="A")
    parser.add_argument("--paid", nargs="+", action="extend", default=[], metavar="D=A")
    parser.add_argument("--order", default="costs,interest,principal")
    for name in ("loan-on", "sued-on", "sme-on", "bankrupt-on"):
        parser.add_argument(f"--{name}", metavar="D")
    parser.add_argument("--pleaded", metavar="A")
    parser.set_defaults(handler=interest_of)


def interest_of(args: argparse.Namespace) -> Json:
    """Late-payment interest with all that explains it."""
    tables = rates_for(args)
    found = reckon(_question(args), tables)
    asked, rate, result = found.question, found.rate, found.result
    told = Reckoning(asked.principal_fen, asked.start, asked.end, rate, asked.terms, result)
    return {
        "total": yuan(result.total_fen),
        "days": result.days,
        "lines": [_line(line, rate) for line in result.lines],
        "costs_left": yuan(result.costs_left_fen),
        "interest_left": yuan(result.interest_left_fen),
        "principal_left": yuan(result.principal_left_fen),
        "sentence": sentence(told, "complaint", "zh_CN"),
        "sentences": _sentences(told),
        "derivation": derivation_rows(found.steps, args.lang or "zh_CN"),
        "rates": _rates(tables),
        "doubts": [*found.doubts, *_pleaded(args.pleaded, result.total_fen)],
    }


def _question(args: argparse.Namespace) -> Question:
    return Question(
        given.fen(args.principal, "principal"),
        given.day(args.start, "from"),
        given.day(args.end, "to"),
        args.rate,
        Terms(BASES[args.basis], args.count_end, args.rounding, args.counting),
        given.fen(args.costs, "costs"),
        [given.payment(text) for text in args.paid],
        args.order.split(","),
        Circumstances(given.day_or_none(args.loan_on, "loan-on"), given.day_or_none(args.sme_on, "sme-on")),
        given.day_or_none(args.sued_on, "sued-on"),
        given.day_or_none(args.bankrupt_on, "bankrupt-on"),
    )


def _pleaded(text: str | None, total_fen: int) -> tuple[Problem, ...]:
    return compared(given.fen(text, "pleaded"), total_fen) if text else ()


def _sentences(told: Reckoning) -> Json:
    """Every sentence: kind → language → text."""
    return {kind: {language: sentence(told, kind, language) for language in LANGUAGES} for kind in KINDS}


def _line(line: Line, rate: LateRate) -> Json:
    return {
        "from": line.start.isoformat(),
        "to": line.end.isoformat(),
        "days": line.days,
        "base": yuan(line.base_fen),
        "annual_percent": percent_text(annual_percent(line.percent, rate)),
        "amount": yuan(line.amount_fen),
    }


def _rates(tables: RateTables) -> Json:
    """Which data were used."""
    return {
        "version": tables.version,
        "source": tables.source,
        "verified_until": tables.verified_until.isoformat(),
    }
