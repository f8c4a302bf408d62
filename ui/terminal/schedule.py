"""The command ``schedule``: the instalments of a sum, without setting a plan down."""

from __future__ import annotations

import argparse

from models.rules.day_count import Terms
from models.rules.instalments import Instalment, Rhythm, free, schedule
from models.rules.money import yuan
from models.rules.problems import Problem, Refused
from ui.terminal import given
from ui.terminal.interest import BASES
from ui.terminal.published import calendar_for

Json = dict[str, object]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``schedule``."""
    parser = commands.add_parser("schedule")
    parser.add_argument("amount", metavar="A")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--instalments", metavar="N")
    how.add_argument("--free", nargs="+", action="extend", metavar="D=A")
    parser.add_argument("--first", metavar="D")
    parser.add_argument("--every", default="month", metavar="month|quarter|DAYS")
    parser.add_argument("--shape", choices=("equal", "rising", "annuity"), default="equal")
    parser.add_argument("--first-payment", default="0.00", metavar="A")
    parser.add_argument("--year", default="0", metavar="PERCENT")
    parser.add_argument("--interest-from", metavar="D")
    parser.add_argument("--basis", choices=tuple(BASES), default="365")
    parser.add_argument("--count", choices=("days", "months"), dest="counting")
    parser.add_argument("--roll", action="store_true")
    parser.set_defaults(handler=schedule_of)


def schedule_of(args: argparse.Namespace) -> Json:
    """The instalments with principal, interest and what is left after each."""
    total = given.fen(args.amount, "amount")
    lines = _free(args, total) if args.free else _regular(args, total)
    return {
        "instalments": [_line(line) for line in lines],
        "principal": yuan(sum(line.principal_fen for line in lines)),
        "interest": yuan(sum(line.interest_fen for line in lines)),
        "doubts": [
            Problem("instalment_year_unpublished", {"year": str(year)}, "roll")
            for year in sorted({line.due_on.year for line in lines if not line.published})
        ],
    }


def _regular(args: argparse.Namespace, total_fen: int) -> tuple[Instalment, ...]:
    if not args.first:
        raise Refused(Problem("schedule_needs_first", where="first"))
    return schedule(
        total_fen,
        _count(args.instalments),
        given.day(args.first, "first"),
        _rhythm(args.every),
        roll=calendar_for(args) if args.roll else None,
        first_payment_fen=given.fen(args.first_payment, "first-payment"),
        annual_rate_bp=_rate_bp(args.year),
        interest_from=given.day_or_none(args.interest_from, "interest-from"),
        shape=args.shape,
        terms=_terms(args),
    )


def _free(args: argparse.Namespace, total_fen: int) -> tuple[Instalment, ...]:
    return free(
        total_fen,
        [given.payment(text) for text in args.free],
        roll=calendar_for(args) if args.roll else None,
        annual_rate_bp=_rate_bp(args.year),
        interest_from=given.day_or_none(args.interest_from, "interest-from"),
        terms=_terms(args) or Terms(BASES[args.basis]),
    )


def _terms(args: argparse.Namespace) -> Terms | None:
    """The terms where any was named; else those usual for the shape."""
    if args.counting is None and args.basis == "365":
        return None
    return Terms(BASES[args.basis], counting=args.counting or "days")


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _rhythm(text: str) -> Rhythm:
    """A month, a quarter, or a number of days."""
    named: dict[str, Rhythm] = {"month": "month", "quarter": "quarter"}
    return named.get(text, _count(text))


def _rate_bp(text: str) -> int:
    """Percent a year with at most two decimals, times 100."""
    bp = given.decimal(text, "year") * 100
    if bp != int(bp):
        raise Refused(Problem("number_unreadable", {"value": text}, "year"))
    return int(bp)


def _line(line: Instalment) -> Json:
    return {
        "number": line.number,
        "due_on": line.due_on.isoformat(),
        "moved_from": line.moved_from.isoformat() if line.moved_from else None,
        "principal": yuan(line.principal_fen),
        "interest": yuan(line.interest_fen),
        "amount": yuan(line.principal_fen + line.interest_fen),
        "balance_after": yuan(line.balance_after_fen),
    }
