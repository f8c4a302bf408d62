"""The command ``judgment``: what is owed under one on a day, the interest it awarded and the doubled part."""

from __future__ import annotations

import argparse

from models.rules import late_rate
from models.rules.derivation import derivation
from models.rules.interest import Line, Terms
from models.rules.judgment import DOUBLED, after_judgment
from models.rules.money import grouped, yuan
from ui.interest_words import derivation_rows
from ui.terminal import given
from ui.terminal.interest import BASES
from ui.terminal.published import rates_for

Json = dict[str, object]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``judgment``."""
    parser = commands.add_parser("judgment", help="interest and the doubled part after a judgment")
    for name in ("principal", "interest-from", "late-from", "to", "rate"):
        metavar = {"principal": "A", "rate": "SPEC"}.get(name, "D")
        parser.add_argument(f"--{name}", required=True, metavar=metavar)
    parser.add_argument("--costs", default="0.00", metavar="A")
    parser.add_argument("--paid", nargs="+", action="extend", default=[], metavar="D=A")
    parser.add_argument("--basis", choices=tuple(BASES), default="365")
    parser.add_argument("--count-end", action="store_true")
    parser.add_argument("--bankrupt-on", metavar="D")
    parser.set_defaults(handler=judgment)


def judgment(args: argparse.Namespace) -> Json:
    """Judged money first, the doubled part last (法释〔2014〕8号 4)."""
    rate, terms = late_rate.parse(args.rate), Terms(BASES[args.basis], args.count_end)
    found = after_judgment(
        given.fen(args.principal, "principal"),
        given.fen(args.costs, "costs"),
        given.day(args.interest_from, "interest-from"),
        given.day(args.late_from, "late-from"),
        given.day(args.to, "to"),
        rate,
        rates_for(args),
        terms=terms,
        paid=[given.payment(text) for text in args.paid],
        bankrupt_on=given.day_or_none(args.bankrupt_on, "bankrupt-on"),
    )
    general, doubled = found.general, found.doubled
    judged_left = general.costs_left_fen + general.interest_left_fen + general.principal_left_fen
    return {
        "interest": yuan(general.total_fen),
        "costs_left": yuan(general.costs_left_fen),
        "interest_left": yuan(general.interest_left_fen),
        "principal_left": yuan(general.principal_left_fen),
        "doubled": yuan(doubled.total_fen),
        "doubled_left": yuan(doubled.left_fen),
        "total_left": yuan(judged_left + doubled.left_fen),
        "doubled_lines": [_line(line) for line in doubled.lines],
        "derivation": derivation_rows(derivation(general, rate, terms), args.lang or "zh_CN"),
    }


def _line(line: Line) -> Json:
    base, amount = grouped(line.base_fen), grouped(line.amount_fen)
    return {
        "from": line.start.isoformat(),
        "to": line.end.isoformat(),
        "days": line.days,
        "base": yuan(line.base_fen),
        "amount": yuan(line.amount_fen),
        "formula": f"{base} × {DOUBLED.percent}% × {line.days} = {amount}",
    }
