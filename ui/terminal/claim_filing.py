"""The command ``claim-filing``: what is filed in a debtor's bankruptcy, split as the form asks it."""

from __future__ import annotations

import argparse

from models.rules import late_rate
from models.rules.claim_filing import NO_INTEREST, Filing, filed
from models.rules.day_count import Terms
from models.rules.money import yuan
from models.rules.problems import Problem
from ui.filing_words import filing_sentence
from ui.interest_words import derivation_rows, said
from ui.terminal import given
from ui.terminal.interest import BASES
from ui.terminal.published import rates_for

Json = dict[str, object]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``claim-filing``."""
    parser = commands.add_parser(
        "claim-filing", help="a claim filed in bankruptcy, split as the form asks it"
    )
    parser.add_argument("--principal", required=True, metavar="A")
    parser.add_argument("--accepted-on", required=True, metavar="D")
    parser.add_argument("--from", dest="start", metavar="D")
    parser.add_argument("--rate", metavar="SPEC")
    for name in ("penalty", "costs", "other"):
        parser.add_argument(f"--{name}", default="0.00", metavar="A")
    parser.add_argument("--as-penalty", action="store_true", help="what delay costs was agreed as a penalty")
    parser.add_argument("--late-from", metavar="D", help="first day after the time that a judgment gave")
    parser.add_argument("--paid", nargs="+", action="extend", default=[], metavar="D=A")
    parser.add_argument("--basis", choices=tuple(BASES), default="365")
    parser.set_defaults(handler=claim_filing)


def claim_filing(args: argparse.Namespace) -> Json:
    """Interest to the day before the petition was accepted (企业破产法 46)."""
    language, tables = args.lang or "zh_CN", rates_for(args)
    asked = Filing(
        given.fen(args.principal, "principal"),
        given.day(args.accepted_on, "accepted-on"),
        given.day_or_none(args.start, "from"),
        late_rate.parse(args.rate) if args.rate else NO_INTEREST,
        Terms(BASES[args.basis]),
        args.as_penalty,
        given.fen(args.penalty, "penalty"),
        given.fen(args.costs, "costs"),
        given.fen(args.other, "other"),
        [given.payment(text) for text in args.paid],
        given.day_or_none(args.late_from, "late-from"),
    )
    found = filed(asked, tables)
    unverified = Problem("interest_rate_unverified", {"until": tables.verified_until.isoformat()}, "rate")
    return {
        **{item.what: yuan(item.fen) for item in found.items},
        "until": found.until.isoformat(),
        "doubled": yuan(found.doubled.left_fen if found.doubled else 0),
        "lines": [
            {
                "what": item.what,
                "amount": yuan(item.fen),
                "formula": item.formula,
                "source": said(item.source, language),
            }
            for item in found.items
        ],
        "derivation": derivation_rows(found.steps, language),
        "sentence": filing_sentence(found, language),
        "doubts": [unverified] if found.unverified else [],
    }
