"""Commands that make payment plans."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from models.actions import letters, plans
from models.actions.desk import Desk
from models.queries.published import calendar_of
from models.rules.facts import PlanTerms
from models.rules.instalments import Instalment, free, schedule
from models.rules.problems import Problem, Refused
from reports.plan_values import plan_gaps
from ui.terminal.values import Json, amount, count, dated, day, file, iso, key, keys, money, percent


def add_commands(commands: Any) -> None:
    """plan, signed."""
    _add_plans(commands)


def _add_plans(commands: Any) -> None:
    plan = commands.add_parser("plan", help="make a payment plan and its agreement")
    plan.add_argument("claims", type=keys)
    how = plan.add_mutually_exclusive_group(required=True)
    how.add_argument("--instalments", type=count)
    how.add_argument("--free", type=dated, nargs="+", action="extend", metavar="D=A")
    plan.add_argument("--first", type=day)
    plan.add_argument("--shape", choices=("equal", "rising", "annuity"), default="equal")
    plan.add_argument("--first-payment", type=amount, default=0, metavar="A")
    plan.add_argument("--year", type=percent, default=0, metavar="PERCENT")
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


def _rhythm(text: str) -> str | int:
    return text if text in ("month", "quarter") else count(text)


def _copy_failed(place: Path, error: OSError) -> Problem:
    why = error.strerror or type(error).__name__
    return Problem("copy_failed", {"file": str(error.filename or place), "why": why}, str(place))


def make_plan(desk: Desk, args: argparse.Namespace) -> Json:
    """Set a plan down and print its agreement."""
    if args.out:
        letters.sweep(desk, args.out.parent)
        if args.out.exists() and not args.out.is_file():
            raise Refused(Problem("not_a_file", {"file": args.out.name}, str(args.out)))
    with desk.store.acting():
        rows = plans.rows_for_plan(desk, args.claims)
        total = sum(row.balance_fen for row in rows)
        lines = _lines(desk, args, total)
        gaps: list[Problem] = []

        def render(kind: str, facts: Any, language: str) -> bytes:
            gaps.extend(plan_gaps(facts))
            return bytes(args.render(kind, facts, language))

        made = plans.make_plan(
            desk, args.claims, lines, render, terms=PlanTerms(roll_holidays=args.roll), language="zh_CN"
        )
        file, doubts = _plan_file(desk, made.plan, args.out)
    first = lines[0].moved_from or lines[0].due_on
    if first < desk.today:
        doubts.append(Problem("first_before_today", {"day": str(first)}, "first"))
    return {
        "plan": str(made.plan),
        "number": made.number,
        "instalments": [_instalment(line) for line in lines],
        "total": money(total),
        "file": file,
        "doubts": [*gaps, *doubts],
    }


def _lines(desk: Desk, args: argparse.Namespace, total: int) -> tuple[Instalment, ...]:
    """The instalments asked for; interest, where any is, runs from today as in the window."""
    roll = calendar_of(desk.store) if args.roll else None
    if args.free:
        return free(total, args.free, roll=roll, annual_rate_bp=args.year, interest_from=desk.today)
    if args.first is None:
        raise Refused(Problem("schedule_needs_first", where="first"))
    return schedule(
        total,
        args.instalments,
        args.first,
        args.every,
        roll=roll,
        first_payment_fen=args.first_payment,
        annual_rate_bp=args.year,
        interest_from=desk.today,
        shape=args.shape,
    )


def _plan_file(desk: Desk, plan: int, target: Path | None) -> tuple[str | None, list[Problem]]:
    """Where the agreement was copied to; the plan stands whatever becomes of the copy."""
    if target is None:
        return None, []
    try:
        return str(plans.copy_out(desk, plan, target)), []
    except OSError as error:
        return None, [_copy_failed(target, error)]


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
            "file": str(args.file)}  # fmt: skip
