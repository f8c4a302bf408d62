"""Commands about payment plans, from the agreement to the last instalment."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from models.actions import letter_copies, plans
from models.actions.desk import Desk
from models.queries.agreed import Notice
from models.queries.plans import InstalmentRow, PlanRow, lost_by_supplement, plan_row, plan_rows, plans_over
from models.queries.published import calendar_of
from models.rules.facts import GuarantorFacts, PlanTerms
from models.rules.guarantee import guaranteed_until
from models.rules.instalments import Instalment, free, schedule
from models.rules.plan_clauses import ALLOCATIONS, PENALTIES, SECURITIES
from models.rules.plan_standing import STATES
from models.rules.problems import Problem, Refused
from reports.plan_values import plan_gaps
from ui.problems import worded
from ui.terminal.values import Json, amount, count, dated, day, file, iso, key, keys, money, percent


def add_commands(commands: Any) -> None:
    """plan, plans, signed, plan-sent, plan-step, plan-void."""
    _add_plan(commands)
    listed = commands.add_parser("plans", help="every plan and how it stands")
    listed.add_argument("--state", choices=STATES)
    listed.set_defaults(work=list_plans, reads=True)
    signed = commands.add_parser("signed", help="file the signed agreement")
    signed.add_argument("plan", type=key)
    signed.add_argument("file", type=file)
    signed.add_argument("--on", type=day)
    signed.set_defaults(work=sign_plan, reads=False)
    sent = commands.add_parser("plan-sent", help="the unsigned agreement was given to the debtor")
    sent.add_argument("plan", type=key)
    sent.add_argument("--on", type=day)
    sent.set_defaults(work=send_plan, reads=False)
    step = commands.add_parser("plan-step", help="tick a step of signing")
    step.add_argument("plan", type=key)
    step.add_argument("step")
    step.add_argument("--open", action="store_true", help="take the tick away")
    step.set_defaults(work=check_step, reads=False)
    void = commands.add_parser("plan-void", help="a plan is not wanted any more")
    void.add_argument("plan", type=key)
    void.add_argument("--why", required=True)
    void.set_defaults(work=void_plan, reads=False)


def _add_plan(commands: Any) -> None:
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
    plan.add_argument("--supplements", type=key, metavar="PLAN")
    _add_clauses(plan)
    plan.set_defaults(work=make_plan, reads=False)


def _add_clauses(plan: argparse.ArgumentParser) -> None:
    """What the parties chose; nothing told leaves what every agreement has."""
    usual = PlanTerms()
    plan.add_argument("--penalty", choices=PENALTIES, default=usual.penalty)
    plan.add_argument("--late", type=percent, metavar="PERCENT")
    plan.add_argument("--call-after", type=count, default=usual.accelerate_after_days, metavar="DAYS")
    plan.add_argument("--call-after-late", type=count, default=usual.accelerate_after_count, metavar="N")
    plan.add_argument("--allocation", choices=ALLOCATIONS, default=usual.allocation)
    plan.add_argument("--lawyer", type=percent, metavar="PERCENT")
    plan.add_argument("--security", choices=SECURITIES, default="")
    plan.add_argument("--object", metavar="TEXT", help="what secures the debt")
    forum = plan.add_mutually_exclusive_group()
    forum.add_argument("--court")
    forum.add_argument("--arbitration")
    plan.add_argument("--place")
    plan.add_argument("--notarise", action="store_true")
    plan.add_argument("--no-electronic", action="store_true")
    plan.add_argument("--extra", metavar="TEXT")
    plan.add_argument("--guarantor", metavar="NAME")
    plan.add_argument(
        "--until", type=day, help="last day of the guarantee; else three years after the last instalment"
    )
    plan.add_argument("--guarantor-person", action="store_true")
    plan.add_argument("--spouse", metavar="NAME", help="who signs beside a debtor who is a natural person")
    plan.add_argument("--guarantor-spouse", metavar="NAME")
    for name in ("uscc", "address", "phone", "email", "representative"):
        plan.add_argument(f"--guarantor-{name}")


def _rhythm(text: str) -> str | int:
    return text if text in ("month", "quarter") else count(text)


def _copy_failed(place: Path, error: OSError) -> Problem:
    why = error.strerror or type(error).__name__
    return Problem("copy_failed", {"file": str(error.filename or place), "why": why}, str(place))


def make_plan(desk: Desk, args: argparse.Namespace) -> Json:
    """Set a plan down and print its agreement."""
    if args.out:
        letter_copies.sweep(desk, args.out.parent)
        if args.out.exists() and not args.out.is_file():
            raise Refused(Problem("not_a_file", {"file": args.out.name}, str(args.out)))
    with desk.store.acting():
        rows = plans.rows_for_plan(desk, args.claims)
        others = _others(desk, args)
        total = sum(row.balance_fen for row in rows)
        lines = _lines(desk, args, total)
        gaps: list[Problem] = []

        def render(kind: str, facts: Any, language: str) -> bytes:
            gaps.extend(plan_gaps(facts))
            return bytes(args.render(kind, facts, language))

        made = plans.make_plan(
            desk,
            args.claims,
            lines,
            render,
            terms=_terms(args),
            guarantor=_guarantor(args, lines[-1].due_on),
            replaces=args.supplements,
            annual_rate_bp=args.year,
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
        "doubts": [*gaps, *others, *_lost(desk, made.plan), *doubts],
    }


def _others(desk: Desk, args: argparse.Namespace) -> list[Problem]:
    """Plans over the same claims as doubts: a supplement changes one where that fits, else it wants voiding."""
    return [
        Problem(
            "plan_better_supplemented" if row.fits_supplement(args.claims) else "plan_beside_another",
            {"number": row.number, "plan": str(row.id)},
            "claims",
        )
        for row in plans_over(desk.store, args.claims, desk.today)
        if row.id != args.supplements
    ]


def _terms(args: argparse.Namespace) -> PlanTerms:
    return PlanTerms(
        penalty=args.penalty,
        accelerate_after_days=args.call_after,
        late_rate_bp=args.late,
        roll_holidays=args.roll,
        court=args.court,
        place=args.place,
        notarise=args.notarise,
        accelerate_after_count=args.call_after_late,
        allocation=args.allocation,
        lawyer_bp=args.lawyer,
        security=args.security,
        security_object=args.object,
        arbitration=args.arbitration,
        electronic_service=not args.no_electronic,
        extra=args.extra,
        debtor_spouse=args.spouse,
        guarantor_spouse=args.guarantor_spouse,
    )


def _guarantor(args: argparse.Namespace, last_on: date) -> GuarantorFacts | None:
    if args.guarantor is None:
        return None
    return GuarantorFacts(
        args.guarantor,
        uscc=args.guarantor_uscc,
        address=args.guarantor_address,
        phone=args.guarantor_phone,
        until=args.until or guaranteed_until(last_on),
        is_person=args.guarantor_person,
        email=args.guarantor_email,
        representative=args.guarantor_representative,
    )


def _lost(desk: Desk, plan: int) -> list[Problem]:
    """What a supplement costs where the guarantor is not asked, as doubts."""
    lost = lost_by_supplement(desk.store, plan, desk.today)
    return [Problem(reason.code, dict(reason.params), "guarantor") for reason in lost]


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
    except Refused as refused:
        return None, list(refused.problems)


def _instalment(line: Instalment) -> Json:
    told: Json = {"due_on": iso(line.due_on), "amount": money(line.principal_fen + line.interest_fen)}
    return told if line.moved_from is None else {**told, "moved_from": iso(line.moved_from)}


def sign_plan(desk: Desk, args: argparse.Namespace) -> Json:
    """File the signed scan of a plan."""
    plans.sign(desk, args.plan, args.file, args.on)
    row = _row(desk, args.plan)
    lines = [
        {"due_on": iso(line.due_on), "amount": money(line.principal_fen + line.interest_fen)}
        for line in row.instalments
    ]
    missing = [
        Problem("plan_step_missing", {"step": worded(f"signing_{step.code}", args.lang)}, step.code)
        for step in row.unchecked
    ]
    if row.untold:
        told = {"guarantor": row.untold, "claims": ",".join(map(str, row.claims))}
        missing.append(Problem("supplement_guarantor_untold", told, "guarantor"))
    return {"plan": str(row.id), "instalments": lines, "total": money(row.total_fen), "signed_on": iso(row.signed_on),
            "file": str(args.file), "doubts": missing}  # fmt: skip


def list_plans(desk: Desk, args: argparse.Namespace) -> Json:
    """Every plan, the newest first, or those of one state."""
    rows = plan_rows(desk.store, desk.today)
    return {"plans": [_told(row, desk.today) for row in rows if args.state in (None, row.state)]}


def send_plan(desk: Desk, args: argparse.Namespace) -> Json:
    """The unsigned agreement is with the debtor."""
    plans.send(desk, args.plan, args.on)
    return _told(_row(desk, args.plan), desk.today)


def check_step(desk: Desk, args: argparse.Namespace) -> Json:
    """A step of signing was seen to, or was not."""
    plans.check_step(desk, args.plan, args.step, done=not args.open)
    return _told(_row(desk, args.plan), desk.today)


def void_plan(desk: Desk, args: argparse.Namespace) -> Json:
    """A plan is not wanted any more."""
    plans.void(desk, args.plan, args.why)
    return _told(_row(desk, args.plan), desk.today)


def _row(desk: Desk, plan: int) -> PlanRow:
    row = plan_row(desk.store, plan, desk.today)
    assert row is not None  # noqa: S101 (it was just written)
    return row


def _told(row: PlanRow, today: date) -> Json:
    return {
        "plan": str(row.id),
        "number": row.number,
        "debtor": row.debtor,
        "state": row.state,
        "claims": [str(claim) for claim in row.claims],
        "currency": row.currency,
        "total": money(row.total_fen),
        "paid": money(row.paid_fen),
        "made_on": iso(row.made_on),
        "sent_on": iso(row.sent_on),
        "signed_on": iso(row.signed_on),
        "guarantor": row.guarantor.name if row.guarantor else None,
        "replaces": row.replaces,
        "replaced_by": row.replaced_by,
        "callable_from": iso(row.callable_from),
        "notice": _notice(row.notice) if row.notice else None,
        "notice_due": row.notice_due(today),
        "instalments": [_stands(line) for line in row.instalments],
        "signing": [
            {"step": step.code, "must": step.must, "source": step.source, "done": step.code in row.checked}
            for step in row.steps
        ],
    }


def _notice(notice: Notice) -> Json:
    return {
        "letter": str(notice.letter),
        "number": notice.number,
        "issued_on": iso(notice.issued_on),
        "arrived_on": iso(notice.arrived_on),
    }


def _stands(line: InstalmentRow) -> Json:
    return {
        "number": line.number,
        "due_on": iso(line.due_on),
        "principal": money(line.principal_fen),
        "interest": money(line.interest_fen),
        "paid": money(line.paid_fen),
        "paid_on": iso(line.paid_on),
        "late": line.late,
    }
