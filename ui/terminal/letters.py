"""Commands that issue letters and plans and keep what became of them."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions import letters, plans
from models.actions.desk import Desk
from models.queries.letters import Recipient, claims_of_letter, due_claims
from models.reference import calendar
from models.rules.facts import PlanTerms
from models.rules.instalments import Instalment, schedule
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Problem, Refused
from reports.plan_values import plan_gaps
from ui.terminal.acts import clocks
from ui.terminal.values import Json, day, file, iso, key, keys, money


def add_commands(commands: Any) -> None:
    """letters, mailed, delivered, plan, signed."""
    issue = commands.add_parser("letters", help="issue letters as a run")
    issue.add_argument("--kind", choices=tuple(LETTER_KINDS), required=True)
    whom = issue.add_mutually_exclusive_group(required=True)
    whom.add_argument("--claims", type=keys)
    whom.add_argument("--due", action="store_true")
    issue.add_argument("--out", type=file, required=True)
    issue.add_argument("--one-file", action="store_true", dest="one_file")
    issue.set_defaults(work=issue_letters, reads=False)
    posted = commands.add_parser("mailed", help="keep a letter's waybill number")
    posted.add_argument("letter", type=key)
    posted.add_argument("--waybill", required=True)
    posted.add_argument("--on", type=day)
    posted.add_argument("--address-source", choices=letters.ADDRESS_SOURCES, dest="address_source")
    posted.set_defaults(work=mailed, reads=False)
    arrived = commands.add_parser("delivered", help="keep what became of a posted letter")
    arrived.add_argument("letter", type=key)
    arrived.add_argument("--result", choices=letters.RESULTS, required=True)
    arrived.add_argument("--on", type=day)
    arrived.add_argument("--proof", type=file)
    arrived.set_defaults(work=delivered, reads=False)
    _add_plans(commands)


def _add_plans(commands: Any) -> None:
    plan = commands.add_parser("plan", help="make a payment plan and its agreement")
    plan.add_argument("claims", type=keys)
    plan.add_argument("--instalments", type=_count, required=True)
    plan.add_argument("--first", type=day, required=True)
    plan.add_argument("--every", type=_rhythm, default="month")
    plan.add_argument(
        "--roll", action="store_true", help="move an instalment on a day off to the next working day"
    )
    plan.add_argument("--out", type=file)
    plan.set_defaults(work=make_plan, reads=False)
    signed = commands.add_parser("signed", help="file the signed agreement")
    signed.add_argument("plan", type=key)
    signed.add_argument("file", type=file)
    signed.add_argument("--on", type=day)
    signed.set_defaults(work=sign_plan, reads=False)


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a number of instalments from 1: {text}")
    return int(text)


def _rhythm(text: str) -> str | int:
    if text in ("month", "quarter"):
        return text
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"month, quarter or a number of days: {text}")
    return int(text)


def issue_letters(desk: Desk, args: argparse.Namespace) -> Json:
    """Issue a run and copy its PDFs out; what was issued today already is copied again if it is missing."""
    letters.sweep(desk, args.out)
    claims = due_claims(desk.store, args.kind, desk.today) if args.due else args.claims
    run = letters.issue(desk, args.kind, claims, args.render)
    standing = [recipient for recipient in run.skipped if recipient.letter is not None]
    everyone = [made.letter for made in run.letters] + [each.letter for each in standing if each.letter]
    if args.one_file:
        files = (
            dict.fromkeys(everyone, str(letters.copy_out_as_one(desk, everyone, args.out)))
            if everyone
            else {}
        )
    else:
        files = {letter: str(path) for letter, path in
                 zip(everyone, letters.copy_out(desk, everyone, args.out), strict=True)}  # fmt: skip
    return {
        "batch": None if run.run is None else str(run.run),
        "letters": [_issued(made, files) for made in run.letters],
        "skipped": [_skipped(each, files) for each in run.skipped],
    }


def _issued(made: letters.Issued, files: dict[int, str]) -> Json:
    return {
        "letter": str(made.letter),
        "number": made.number,
        "debtor": made.debtor,
        "claims": [str(claim) for claim in made.claims],
        "currency": made.currency,
        "total": money(made.total_fen),
        "file": files.get(made.letter),
        "sha256": made.sha256,
    }


def _skipped(recipient: Recipient, files: dict[int, str]) -> Json:
    told: Json = {
        "debtor": recipient.debtor,
        "why": recipient.why_not,
        "claims": [str(row.id) for row in recipient.rows],
    }
    if recipient.letter is not None:
        told |= {"letter": str(recipient.letter), "file": files.get(recipient.letter)}
    return told


def mailed(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep the posting of a letter."""
    letters.mail(desk, args.letter, args.waybill, args.on, args.address_source)
    return _letter_clocks(desk, args.letter)


def delivered(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep the delivery of a letter."""
    letters.deliver(desk, args.letter, args.result, args.on, args.proof)
    return _letter_clocks(desk, args.letter)


def _letter_clocks(desk: Desk, letter: int) -> Json:
    """The nearest clocks among the claims of a letter."""
    told = [clocks(desk, claim) for claim in claims_of_letter(desk.store, letter)]
    nearest = {
        name: min((each[name] for each in told if each[name]), default=None)
        for name in ("limitation_on", "provable_on")
    }
    return {"letter": str(letter), **nearest}


def make_plan(desk: Desk, args: argparse.Namespace) -> Json:
    """Set a plan down and print its agreement."""
    rows = plans.rows_for_plan(desk, args.claims)
    if args.first < desk.today:
        raise Refused(Problem("first_in_the_past", {"day": str(args.first)}, "first"))
    total = sum(row.balance_fen for row in rows)
    lines = schedule(total, args.instalments, args.first, args.every, roll=calendar() if args.roll else None)
    terms = PlanTerms(roll_holidays=args.roll)
    gaps: list[Problem] = []

    def render(kind: str, facts: Any, language: str) -> bytes:
        gaps.extend(plan_gaps(facts))
        return bytes(args.render(kind, facts, language))

    made = plans.make_plan(desk, args.claims, lines, render, terms=terms)
    return {
        "plan": str(made.plan),
        "number": made.number,
        "instalments": [_instalment(line) for line in lines],
        "total": money(total),
        "file": str(plans.copy_out(desk, made.plan, args.out)) if args.out else None,
        "doubts": gaps,
    }


def _instalment(line: Instalment) -> Json:
    told: Json = {"due_on": iso(line.due_on), "amount": money(line.principal_fen + line.interest_fen)}
    return told if line.moved_from is None else {**told, "moved_from": iso(line.moved_from)}


def sign_plan(desk: Desk, args: argparse.Namespace) -> Json:
    """File the signed scan of a plan."""
    plans.sign(desk, args.plan, args.file, args.on)
    row = plans.the_plan(desk, args.plan)
    lines = [
        {"due_on": iso(line.due_on), "amount": money(line.principal_fen + line.interest_fen)}
        for line in plans.instalments_of(desk, args.plan)
    ]
    return {"plan": str(row.id), "instalments": lines, "total": money(row.total_fen), "signed_on": iso(row.signed_on),
            "file": None}  # fmt: skip
