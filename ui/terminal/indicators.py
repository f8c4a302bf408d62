"""The commands ``indicators`` and ``provision``: figures of collecting over a period, and loss allowances."""

from __future__ import annotations

import argparse

from models.rules.indicators import Period, counted_back, indicators, loss_rates, provision, rounded
from models.rules.money import yuan
from ui.indicator_words import bands_of, months_of, percents_of
from ui.terminal import given

Json = dict[str, object]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register both."""
    parser = commands.add_parser("indicators", help="DSO, CEI, turnover of a period")
    parser.add_argument("--days", required=True, type=int, metavar="N")
    for name in ("sales", "opening", "closing", "not-due"):
        parser.add_argument(f"--{name}", required=True, metavar="A")
    parser.add_argument("--month", nargs="+", action="extend", default=[], metavar="A=DAYS")
    parser.set_defaults(handler=of_period)
    parser = commands.add_parser("provision", help="a loss allowance by bands, loss rates by migration")
    parser.add_argument("band", nargs="*", metavar="A=PERCENT")
    parser.add_argument("--roll", nargs="+", default=[], metavar="PERCENT")
    parser.set_defaults(handler=allowance)


def of_period(args: argparse.Namespace) -> Json:
    """Each figure with two decimals and its formula; ``counted_back`` is null where the months do not reach so far."""
    sums = (given.fen(getattr(args, name), name) for name in ("sales", "opening", "closing", "not_due"))
    period = Period(args.days, *sums)
    found = indicators(period)
    back = counted_back(period.closing_fen, months_of(args.month))
    return {
        **{each.name: rounded(each.value) for each in found},
        "counted_back": None if back is None else rounded(back),
        "formulas": {each.name: each.formula for each in found},
    }


def allowance(args: argparse.Namespace) -> Json:
    """The allowance of each band and in all; the loss rates that follow from what rolls on."""
    bands = bands_of(args.band)
    shares = provision(bands)
    return {
        "bands": [
            {"balance": yuan(fen), "percent": rounded(percent), "amount": yuan(share)}
            for (fen, percent), share in zip(bands, shares, strict=True)
        ],
        "total": yuan(sum(shares)),
        "loss_rates": [rounded(rate) for rate in loss_rates(percents_of(args.roll))],
    }
