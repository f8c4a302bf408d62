"""Commands of the day: what to do, what was put off or left out, and the policy behind it."""

from __future__ import annotations

import argparse
import json
from typing import Any

from models.actions.day import skip, snooze, tick_off
from models.actions.desk import Desk
from models.actions.exports import export_call_sheet
from models.actions.policy import reset_policy, set_policy
from models.given_file import text_of
from models.queries.day import day_of
from models.queries.parties import debtor_named
from models.queries.policies import policy_of, policy_versions
from models.queries.preview import Preview, preview
from models.queries.worklist import Coming, WorkItem, worklist
from models.rules.claim_state import REASONS
from models.rules.policy import Policy, policy_from, policy_text
from models.rules.problems import Problem, Refused
from models.rules.scoring import Weights
from ui.call_sheet import sheet_of
from ui.problems import worded
from ui.terminal.values import Json, day, file, iso, money


def add_commands(commands: Any) -> None:
    """worklist, day, snooze, skip, done, policy."""
    commands.add_parser("worklist", help="what to do today").set_defaults(work=show_worklist, reads=True)
    whole = commands.add_parser("day", help="how the day goes: done, open, put off, what comes")
    whole.add_argument(
        "--pdf", type=file, help="the open rows as a call sheet; its telephones are not masked"
    )
    whole.set_defaults(work=show_day, reads=lambda parsed: not parsed.pdf)
    for name, help_text in (
        ("snooze", "put a matter of the list off"),
        ("skip", "leave a step out"),
        ("done", "tick off what was done elsewhere"),
    ):
        parser = commands.add_parser(name, help=help_text)
        parser.add_argument("debtor")
        parser.add_argument("reason", choices=REASONS)
        if name == "snooze":
            parser.add_argument("--until", type=day, required=True)
        parser.add_argument("--why")
        parser.set_defaults(work=mark, reads=False)
    ladder = commands.add_parser("policy", help="the dunning policy")
    change = ladder.add_mutually_exclusive_group()
    change.add_argument("--set", type=file, dest="set", help="JSON as this command prints it")
    change.add_argument("--reset", action="store_true")
    ladder.add_argument("--note")
    ladder.add_argument("--dry-run", action="store_true", dest="dry_run")
    ladder.set_defaults(
        work=show_policy, reads=lambda parsed: parsed.dry_run or not (parsed.set or parsed.reset)
    )


def show_worklist(desk: Desk, args: argparse.Namespace) -> Json:
    """What to do today, most damaging first."""
    told = worklist(desk.store, desk.today)
    return {"items": [_item(item, args.lang, told.weights) for item in told.items]}


def _item(item: WorkItem, language: str, weights: Weights) -> Json:
    told = {
        "reason": item.reason,
        "action": item.step.code,
        "debtor": item.debtor,
        "claims": [str(claim) for claim in item.claims],
        "balance": money(item.balance_fen),
        "since": iso(item.since),
        "text": worded(item.step.code, language, item.step.params),
        "score": item.score,
        "terms": {term.name: f"{term.tenths // 10}.{term.tenths % 10}" for term in item.terms(weights)},
    }
    if item.called_fen != item.balance_fen:
        told["called"] = money(item.called_fen)
    return told if item.currency == "CNY" else {**told, "currency": item.currency}


def show_day(desk: Desk, args: argparse.Namespace) -> Json:
    """How the day goes; with ``--pdf`` the call sheet is written too."""
    found = day_of(desk.store, desk.today)
    if args.pdf:
        sheet = sheet_of(desk.store, found, desk.who, args.lang)
        export_call_sheet(desk, args.pdf, sheet, args.render, args.lang)
    language, weights = args.lang, found.list.weights
    return {
        "done": [
            {**_item(each.item, language, weights), "how": each.how, "at": iso(each.at)}
            for each in found.handled
        ],
        "open": [_item(item, language, weights) for item in found.open],
        "resting": [
            {**_item(each.item, language, weights), "until": iso(each.until), "why": each.mark.why}
            for each in found.list.resting
        ],
        "coming": [_coming(each) for each in found.list.coming],
        "promised": money(found.promised_fen),
        "received_this_month": money(found.received_fen),
    }


def _coming(each: Coming) -> Json:
    return {"on": iso(each.on), "items": each.count, "balance": money(each.fen)}


def mark(desk: Desk, args: argparse.Namespace) -> Json:
    """Say of a matter that it is done, put off or left out; prints how the debtor stands on the list afterwards."""
    debtor = debtor_named(desk.store, args.debtor.strip())
    if debtor is None:
        raise Refused(Problem("unknown_debtor", {"debtor": args.debtor}, "debtor"))
    reasons = [args.reason]
    if args.command == "snooze":
        snooze(desk, debtor.id, reasons, args.until, args.why)
    elif args.command == "skip":
        skip(desk, debtor.id, reasons, args.why)
    else:
        tick_off(desk, debtor.id, reasons, args.why)
    told = worklist(desk.store, desk.today)
    left = [item.reason for item in told.items if item.debtor_id == debtor.id]
    until = next((each.until for each in told.resting if each.item.matter == (debtor.id, args.reason)), None)
    return {"debtor": debtor.name, "reason": args.reason, "until": iso(until), "left": left}


def show_policy(desk: Desk, args: argparse.Namespace) -> Json:
    """Set the policy where one is given, and print what holds; a dry run says what would change on today's list."""
    wanted = _wanted(args)
    if args.dry_run and wanted is not None:
        return {"policy": _told(wanted), **_changes(preview(desk.store, desk.today, wanted))}
    if args.reset:
        reset_policy(desk)
    elif wanted is not None:
        set_policy(desk, wanted, args.note)
    versions = [
        {"version": str(each.id), "set_at": iso(each.set_at), "set_by": each.set_by, "note": each.note}
        for each in policy_versions(desk.store)
    ]
    return {"policy": _told(policy_of(desk.store)), "versions": versions}


def _wanted(args: argparse.Namespace) -> Policy | None:
    if args.reset:
        return Policy()
    if args.set is None:
        return None
    try:
        return policy_from(text_of(args.set))
    except UnicodeDecodeError as error:
        raise Refused(Problem("policy_unreadable", {"where": str(args.set)}, "policy")) from error


def _told(policy: Policy) -> Json:
    return dict(json.loads(policy_text(policy)))


def _changes(seen: Preview) -> Json:
    return {
        "added": [{"reason": item.reason, "debtor": item.debtor} for item in seen.added],
        "gone": [{"reason": item.reason, "debtor": item.debtor} for item in seen.gone],
        "moved": [{"debtor": each.debtor, "from": each.before, "to": each.after} for each in seen.moved],
        "same": seen.same,
    }
