"""The command ``rate``: which late-payment rate a claim bears, where that stands, and what else can be argued."""

from __future__ import annotations

import argparse

from models.clock import Clock
from models.rules.chains import CLAIM_KINDS
from models.rules.derivation import percent_text
from models.rules.late_terms import Situation, late_terms
from ui.interest_words import said
from ui.terminal import given
from ui.terminal.published import rates_for

Json = dict[str, object]


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``rate``."""
    parser = commands.add_parser("rate")
    parser.add_argument("--kind", choices=CLAIM_KINDS, required=True)
    parser.add_argument("--breach", required=True, metavar="D", help="the first day in delay")
    for name in ("contract-on", "sued-on"):
        parser.add_argument(f"--{name}", metavar="D")
    for name in ("agreed", "in-term"):
        parser.add_argument(f"--{name}", metavar="SPEC")
    parser.add_argument("--lpr", choices=("fixed", "floating"), default="fixed")
    parser.add_argument("--multiple", default="1.5", metavar="N")
    for name in ("sme", "pay-when-paid", "bank"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.set_defaults(handler=rate_of)


def rate_of(args: argparse.Namespace) -> Json:
    """The proposal, every reason in words."""
    known = Situation(
        kind=args.kind,
        breach_on=given.day(args.breach, "breach"),
        contract_on=given.day_or_none(args.contract_on, "contract-on"),
        agreed=args.agreed,
        in_term=args.in_term,
        sme_against_large=args.sme,
        pay_when_paid=args.pay_when_paid,
        bank=args.bank,
        mode=args.lpr,
        multiple=given.decimal(args.multiple, "multiple"),
    )
    sued_on = given.day_or_none(args.sued_on, "sued-on") or Clock(args.today).today()
    found = late_terms(known, rates_for(args), sued_on=sued_on)
    language = args.lang or "zh_CN"
    return {
        "rate": found.rate,
        "rule": found.rule,
        "source": said(found.source, language),
        "confidence": found.confidence,
        "why": [said(reason, language) for reason in found.why],
        "alternatives": [
            {"rate": other.rate, "why": said(other.why, language)} for other in found.alternatives
        ],
        "cap": [
            {"from": step.start.isoformat(), "percent": percent_text(step.percent)} for step in found.cap
        ],
    }
