"""Commands of the supervisor's lists: the monthly review, what was registered late, what was signed."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions import reviews, sweeps
from models.actions.desk import Desk
from models.actions.minutes import minutes_paper, minutes_workbook
from models.queries.registration import RegistrationList, Signed, registration_list, signed_lists
from models.queries.reviews import Meeting, meeting
from models.rules.classification import CLASSES
from models.rules.registration import AUDIT, KINDS, SWEEP
from models.rules.review import (
    CAUSES,
    Decision,
    Line,
    class_sums,
    credit_fen,
    lacks,
    month_of,
    moves,
)
from ui.minutes_words import minutes_of, minutes_tables
from ui.terminal.values import Json, add_openly, day, file, iso, key, money


def add_commands(commands: Any) -> None:
    """review, review-set, review-sign, registration, sign-off."""
    show = commands.add_parser("review", help="the monthly review")
    show.add_argument("--month", help="YYYY-MM; today's without it")
    show.add_argument("--all", action="store_true", help="every claim, not only the exceptions")
    show.add_argument("--pdf", type=file)
    show.add_argument("--xlsx", type=file)
    add_openly(show)
    show.set_defaults(work=show_review, reads=lambda parsed: not (parsed.pdf or parsed.xlsx))
    say = commands.add_parser("review-set", help="decide claims in the monthly review")
    say.add_argument("claims", type=key, nargs="+", metavar="CLAIM")
    say.add_argument("--class", dest="classification", choices=CLASSES, required=True)
    say.add_argument("--cause", choices=CAUSES)
    say.add_argument("--measure", help="a code such as demand, or words")
    say.add_argument("--owner")
    say.add_argument("--due", type=day)
    say.add_argument("--note")
    say.add_argument("--supplement", metavar="WHY", help="add to a signed review")
    say.add_argument("--month")
    say.set_defaults(work=set_lines, reads=False)
    sign = commands.add_parser("review-sign", help="sign the monthly review")
    sign.add_argument("--month")
    sign.add_argument("--accept", action="store_true", help="take what the rule proposes first")
    sign.add_argument("--as-of-today", action="store_true", dest="as_of_today")
    sign.set_defaults(work=sign_month, reads=False)
    _add_registration(commands)


def _add_registration(commands: Any) -> None:
    late = commands.add_parser("registration", help="what was registered late or incomplete")
    late.add_argument("--month", help="YYYY-MM; today's without it")
    late.add_argument("--quarter", help="YYYYQn: the quarter's audit")
    late.add_argument("--all", action="store_true")
    late.set_defaults(work=show_registration, reads=True)
    sign = commands.add_parser("sign-off", help="sign a list of registrations")
    sign.add_argument("kind", choices=KINDS)
    sign.add_argument("--period", help="YYYY-MM, or YYYYQn for an audit; today's without it")
    sign.add_argument("--note")
    sign.set_defaults(work=sign_list, reads=False)


# --- the review --------------------------------------------------------------------------------------------


def show_review(desk: Desk, args: argparse.Namespace) -> Json:
    """The review of a month; its minutes as files where they are asked for."""
    held = meeting(desk.store, desk.today, args.month or month_of(desk.today))
    if args.pdf or args.xlsx:
        facts = minutes_of(desk.store, held, args.lang)
        if args.pdf:
            minutes_paper(desk, args.pdf, facts, args.render, args.lang, args.openly or "")
        if args.xlsx:
            minutes_workbook(desk, args.xlsx, facts, minutes_tables, args.lang, args.openly or "")
    return _told(held, every=args.all)


def _told(held: Meeting, *, every: bool) -> Json:
    currencies = sorted({line.of.currency for line in held.lines} - {"CNY"})
    return {
        "month": held.month,
        "as_of": iso(held.as_of),
        "signed_by": held.signed_by,
        "signed_on": iso(held.signed_on),
        "compared_with": held.before_month,
        "left": held.left,
        **_sums(held, "CNY"),
        "totals": [{"currency": currency, **_sums(held, currency)} for currency in currencies],
        "lines": [_line(line) for line in (held.lines if every else held.listed)],
        "supplements": [
            {"claim": str(each.line.of.claim), "on": iso(each.on), "by": each.by, "why": each.why,
             **_decision(each.decision)}
            for each in held.supplements
        ],
    }  # fmt: skip


def _sums(held: Meeting, currency: str) -> Json:
    sums = class_sums(held.lines, held.before, currency)
    credit = credit_fen(held.lines, currency)
    return {
        "classes": [
            {"class": each.classification, "count": each.count, "balance": money(each.fen),
             "count_before": each.before_count, "balance_before": money(each.before_fen)}
            for each in sums
        ],
        "credit": money(credit),
        "ledger": money(sum(each.fen for each in sums) + credit),
        "moves": [
            {"from": each.before, "to": each.after, "count": each.count, "before": money(each.before_fen),
             "now": money(each.fen)}
            for each in moves(held.lines, held.before, currency)
        ] if held.before_month else [],
    }  # fmt: skip


def _line(line: Line) -> Json:
    of = line.of
    return {
        "claim": str(of.claim),
        "debtor": of.debtor,
        "number": of.number,
        "balance": money(of.balance_fen),
        "currency": of.currency,
        "days_overdue": of.days_overdue,
        "before": line.before,
        "proposed": line.proposed,
        "why": list(line.marks),
        "decided": line.decision is not None,
        "settled": line.settled,
        "lacks": list(lacks(line.said, line.proposed)) if line.marks else [],
        **_decision(line.said),
    }


def _decision(said: Decision) -> Json:
    return {
        "class": said.classification, "cause": said.cause, "measure": said.measure, "owner": said.owner,
        "due_on": iso(said.due_on), "note": said.note,
    }  # fmt: skip


def set_lines(desk: Desk, args: argparse.Namespace) -> Json:
    """Decide claims, or add to a signed review; prints their lines."""
    month = args.month or month_of(desk.today)
    said = Decision(args.classification, args.cause, args.measure, args.owner, args.due, args.note)
    if args.supplement is None:
        reviews.decide(desk, month, args.claims, said)
    else:
        for claim in args.claims:
            reviews.supplement(desk, month, claim, said, args.supplement)
    held = meeting(desk.store, desk.today, month)
    told = _told(held, every=False)
    chosen = [_line(held.line(claim)) for claim in args.claims]
    return {"month": month, "left": held.left, "lines": chosen, "supplements": told["supplements"]}


def sign_month(desk: Desk, args: argparse.Namespace) -> Json:
    """Sign the month and print it."""
    month = args.month or month_of(desk.today)
    with desk.store.together():
        if args.as_of_today:
            reviews.take_day(desk, month)
        if args.accept:
            reviews.accept(desk, month)
        reviews.sign_review(desk, month)
    return _told(meeting(desk.store, desk.today, month), every=False)


# --- registration ------------------------------------------------------------------------------------------


def show_registration(desk: Desk, args: argparse.Namespace) -> Json:
    """What was registered in a month or quarter: how late, what is missing."""
    kind, period = (AUDIT, args.quarter) if args.quarter else (SWEEP, args.month)
    found = registration_list(desk.store, desk.today, kind, period)
    return {**_list(found, every=args.all), "signed_lists": [
        {"kind": kind, "period": period, **_signature(signed)} for kind, period, signed in signed_lists(desk.store)
    ]}  # fmt: skip


def _list(found: RegistrationList, *, every: bool) -> Json:
    return {
        "kind": found.kind,
        "period": found.period.name,
        "as_of": iso(found.as_of),
        "count": len(found.rows),
        "late": found.late,
        "taken_over": sum(row.taken_over and row.late > 0 for row in found.rows),
        "lacking": found.lacking,
        "signed": _signature(found.signed) if found.signed else None,
        "claims": [
            {"claim": str(row.claim), "debtor": row.debtor, "number": row.number, "amount": money(row.amount_fen),
             "currency": row.currency, "issued_on": iso(row.issued_on), "registered_on": iso(row.registered_on),
             "delay": row.delay, "late": row.late, "taken_over": row.taken_over, "missing": list(row.missing)}
            for row in (found.rows if every else found.listed)
        ],
    }  # fmt: skip


def _signature(signed: Signed) -> Json:
    return {"on": iso(signed.on), "by": signed.by, "note": signed.note}


def sign_list(desk: Desk, args: argparse.Namespace) -> Json:
    """Sign a sweep or an audit and print it as it was signed."""
    sweeps.sign_off(desk, args.kind, args.period, args.note)
    return _list(registration_list(desk.store, desk.today, args.kind, args.period), every=False)
