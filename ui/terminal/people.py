"""Commands of people: who works here, who owns which claims, what one asks and another decides."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions import approvals as acts
from models.actions.claims import set_owner
from models.actions.desk import Desk
from models.actions.people import set_person
from models.queries.approvals import ApprovalRow, approval, approvals
from models.queries.people import people
from models.rules.roles import MAY, ROLES
from ui.terminal.values import Json, amount, file, iso, key, keys, money


def add_commands(commands: Any) -> None:
    """people, person, assign, write-off, approvals, approve, refuse, withdraw."""
    commands.add_parser("people", help="who works here, and what each role may do").set_defaults(
        work=show_people, reads=True
    )
    one = commands.add_parser("person", help="set down who works here in which roles")
    one.add_argument("name")
    one.add_argument("--roles", required=True, help=f"between commas: {', '.join(ROLES)}")
    one.add_argument("--gone", action="store_true", help="works here no longer")
    one.set_defaults(work=enter_person, reads=False)
    hand = commands.add_parser("assign", help="hand claims to a colleague")
    hand.add_argument("claims", type=keys, metavar="CLAIM,CLAIM")
    hand.add_argument("owner", nargs="?", help="left out: nobody's")
    hand.add_argument("--note")
    hand.set_defaults(work=assign, reads=False)
    give_up = commands.add_parser("write-off", help="give up what cannot be had")
    give_up.add_argument("claim", type=key)
    give_up.add_argument("--amount", type=amount)
    give_up.add_argument("--why", required=True)
    give_up.add_argument("--file", type=file)
    give_up.set_defaults(work=write_off, reads=False)
    listed = commands.add_parser("approvals", help="what waits for another's decision")
    listed.add_argument("--all", action="store_true")
    listed.set_defaults(work=show_approvals, reads=True)
    for name, words in (
        ("approve", "let it happen"),
        ("refuse", "say no"),
        ("withdraw", "take one's own back"),
    ):
        decision = commands.add_parser(name, help=words)
        decision.add_argument("approval", type=key)
        if name != "withdraw":
            decision.add_argument("--why", default="")
        decision.set_defaults(work=decide, reads=False)


def show_people(desk: Desk, _args: argparse.Namespace) -> Json:
    """Everybody, this user among them, and the rule table."""
    return {
        "user": desk.who,
        "people": [
            {"name": each.name, "roles": list(each.roles), "active": each.active}
            for each in people(desk.store)
        ],
        "may": {act: sorted(roles) for act, roles in MAY.items()},
    }


def enter_person(desk: Desk, args: argparse.Namespace) -> Json:
    """Add or change somebody; prints everybody."""
    roles = [role.strip() for role in args.roles.split(",") if role.strip()]
    set_person(desk, args.name, roles, active=not args.gone)
    return show_people(desk, args)


def assign(desk: Desk, args: argparse.Namespace) -> Json:
    """Hand them over."""
    set_owner(desk, args.claims, args.owner, args.note)
    return {"claims": [str(claim) for claim in args.claims], "owner": (args.owner or "").strip() or None}


def write_off(desk: Desk, args: argparse.Namespace) -> Json:
    """Ask for it, or do it where nobody else works here."""
    done = acts.write_off(desk, args.claim, args.why, fen=args.amount, file=args.file)
    return {
        "approval": str(done.approval) if done.approval else None,
        "receipt": str(done.receipt) if done.receipt else None,
    }


def show_approvals(desk: Desk, args: argparse.Namespace) -> Json:
    """Open questions, or all."""
    return {"approvals": [_told(row) for row in approvals(desk.store, decided=args.all)]}


def decide(desk: Desk, args: argparse.Namespace) -> Json:
    """Decide or withdraw one; prints it."""
    if args.command == "approve":
        acts.approve(desk, args.approval, args.why)
    elif args.command == "refuse":
        acts.refuse(desk, args.approval, args.why)
    else:
        acts.withdraw(desk, args.approval)
    row = approval(desk.store, args.approval)
    assert row is not None  # noqa: S101 (the act has refused an unknown one)
    return _told(row)


def _told(row: ApprovalRow) -> Json:
    return {
        "id": str(row.id),
        "what": row.what,
        row.subject: str(row.subject_id),
        "debtor": row.debtor,
        "number": row.number,
        "amount": money(row.fen),
        "currency": row.currency,
        "why": row.why,
        "asked_by": row.asked_by,
        "asked_at": iso(row.asked_at),
        "decision": row.decision,
        "decision_why": row.decision_why,
        "decided_by": row.decided_by,
        "decided_at": iso(row.decided_at),
    }
