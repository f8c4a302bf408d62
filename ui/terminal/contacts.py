"""Commands about the people of a debtor: whom to contact, whether one may, what was promised."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.actions import contacts
from models.actions.calls import moment_of_call
from models.actions.desk import Desk
from models.given_file import text_of
from models.queries.conduct import PromiseRow
from models.queries.contacts import ContactRow, FlagRow, contacts_of, flags_of, reach_of
from models.queries.guard import planned, to_person
from models.queries.parties import DebtorRow, debtor_named, debtors
from models.queries.promises import Kept, fate_of, promises_of
from models.rules.contact import CHANNELS, FLAGS, check, verdict
from models.rules.problems import Problem, Refused
from ui.problems import sentence
from ui.terminal.values import Json, count, day, file, instant, iso, key, money


def add_commands(commands: Any) -> None:
    """guard, contact, flag, promises."""
    _add_guard(commands)
    _add_contact(commands)
    known = commands.add_parser("flag", help="what binds whoever contacts a debtor")
    known.add_argument("debtor")
    known.add_argument("kind", nargs="?", choices=FLAGS)
    known.add_argument("--why")
    known.add_argument("--end", action="store_true")
    known.add_argument("--accepted", type=day, help="of a bankruptcy: when the court accepted the petition")
    known.add_argument("--court")
    known.add_argument("--case-number", dest="case_number")
    known.set_defaults(work=flag, reads=lambda parsed: parsed.kind is None)
    told = commands.add_parser("promises", help="what was promised, and how it was kept")
    told.add_argument("--debtor")
    told.set_defaults(work=show_promises, reads=True)


def _add_guard(commands: Any) -> None:
    ask = commands.add_parser("guard", help="whether a debtor may be contacted so, and why not")
    ask.add_argument("debtor")
    ask.add_argument("--channel", choices=CHANNELS, default="phone")
    ask.add_argument("--at", type=instant)
    ask.add_argument("--person")
    ask.add_argument("--role")
    ask.add_argument("--text", type=file, help="what would be sent, in a text file")
    ask.add_argument(
        "--lost", help="why the debtor cannot be found, so that a third party is asked where it is"
    )
    ask.add_argument("--place", choices=("office", "home"))
    ask.add_argument("--visitors", type=count, default=1)
    ask.add_argument("--visit-agreed", action="store_true", dest="visit_agreed")
    ask.add_argument("--fact", action="append", default=[], choices=("judged", "listed", "lawyer"))
    ask.set_defaults(work=guard, reads=True)


def _add_contact(commands: Any) -> None:
    person = commands.add_parser("contact", help="the people of a debtor")
    person.add_argument("debtor")
    act = person.add_mutually_exclusive_group()
    act.add_argument("--add", metavar="NAME")
    act.add_argument("--verify", type=key, metavar="ID")
    act.add_argument("--end", type=key, metavar="ID")
    person.add_argument("--value")
    person.add_argument("--channel", choices=contacts.WAYS, default="phone")
    person.add_argument("--role")
    person.add_argument("--do-not-call", dest="do_not_call", metavar="WHY")
    person.add_argument("--night-consent", action="store_true", dest="night_consent")
    person.add_argument("--note")
    person.add_argument("--on", type=day)
    person.set_defaults(
        work=contact, reads=lambda parsed: parsed.add is None and parsed.verify is None and parsed.end is None
    )


def guard(desk: Desk, args: argparse.Namespace) -> Json:
    """What speaks against a contact, and whether it may be made."""
    held = _debtor(desk, args.debtor)
    at = moment_of_call(desk.clock, args.at)
    known = planned(desk.store, held, desk.today, at, channel=args.channel, who=desk.who)
    role = args.role or "debtor"
    contact = replace(
        to_person(known, contacts_of(desk.store, held.id), args.person, role),
        text=_text(args.text),
        lost_contact_reason=args.lost,
        place=args.place,
        visitors=args.visitors,
        consented_to_visit=args.visit_agreed,
        facts=known.facts | set(args.fact),
    )
    found = check(contact)
    return {
        "may": verdict(found),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "with_reason": finding.with_reason,
                "message": sentence(finding.problem, args.lang),
                "source": finding.source,
            }
            for finding in found
        ],
    }


def _text(path: Path | None) -> str:
    try:
        return text_of(path) if path else ""
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(Problem("file_unreadable", {"file": str(path)}, "text")) from error


def contact(desk: Desk, args: argparse.Namespace) -> Json:
    """Add, verify or end a contact; tells all of them."""
    held = _debtor(desk, args.debtor)
    if args.add is not None:
        draft = contacts.ContactDraft(
            args.add,
            args.value or "",
            args.role,
            args.channel,
            args.on,
            do_not_call=args.do_not_call is not None,
            do_not_call_why=args.do_not_call,
            night_consent=args.night_consent,
            note=args.note,
        )
        contacts.add_contact(desk, held.id, draft)
    elif args.verify is not None:
        contacts.verify_contact(desk, args.verify, args.on)
    elif args.end is not None:
        contacts.end_contact(desk, args.end)
    reach = reach_of(desk.store, held.id)
    return {
        "debtor": held.name,
        "contacts": [_contact(row) for row in contacts_of(desk.store, held.id)],
        "flags": [_flag(row) for row in flags_of(desk.store, held.id)],
        "morning": f"{reach.morning_reached}/{reach.morning_tried}",
        "afternoon": f"{reach.afternoon_reached}/{reach.afternoon_tried}",
    }


def _contact(row: ContactRow) -> Json:
    return {
        "contact": str(row.id),
        "name": row.name,
        "role": row.role,
        "channel": row.channel,
        "value": row.value,
        "verified_on": iso(row.verified_on),
        "do_not_call": row.do_not_call_why if row.do_not_call else None,
        "night_consent": row.night_consent,
        "reached": f"{row.reach.reached}/{row.reach.tried}",
        "note": row.note,
    }


def flag(desk: Desk, args: argparse.Namespace) -> Json:
    """Set or end what is known of a debtor; tells what holds."""
    held = _debtor(desk, args.debtor)
    if args.kind is not None and args.end:
        contacts.end_flag(desk, held.id, args.kind)
    elif args.kind is not None:
        accepted = contacts.Acceptance(args.accepted, args.court, args.case_number)
        contacts.set_flag(desk, held.id, args.kind, args.why or "", accepted)
    return {"debtor": held.name, "flags": [_flag(row) for row in flags_of(desk.store, held.id)]}


def _flag(row: FlagRow) -> Json:
    told = {"kind": row.kind, "why": row.why, "set_at": iso(row.set_at), "set_by": row.set_by}
    if row.kind == "bankrupt":
        told |= {"accepted_on": iso(row.accepted_on), "court": row.court, "case_number": row.case_number}
    return told


def show_promises(desk: Desk, args: argparse.Namespace) -> Json:
    """Every promise with what became of it, and how they were kept by debtor and by clerk."""
    only = _debtor(desk, args.debtor).id if args.debtor is not None else None
    told = promises_of(desk.store, desk.today, only)
    names = {row.id: row.name for row in debtors(desk.store)}
    return {
        "promises": [_promise(row, names[row.debtor_id], told.clerk_of[row.call]) for row in told.rows],
        "debtors": [{"debtor": names[each], **_rate(kept)} for each, kept in told.by_debtor.items()],
        "clerks": [{"clerk": clerk, **_rate(kept)} for clerk, kept in told.by_clerk.items()],
    }


def _promise(row: PromiseRow, debtor: str, clerk: str) -> Json:
    return {
        "promise": str(row.id),
        "debtor": debtor,
        "claims": [str(claim) for claim in row.claims],
        "amount": money(row.fen),
        "currency": row.currency,
        "made_on": iso(row.made_on),
        "due_on": iso(row.due_on),
        "paid": money(row.paid_fen),
        "state": fate_of(row),
        "clerk": clerk,
    }


def _rate(kept: Kept) -> Json:
    percent = None if kept.percent is None else str(kept.percent)
    return {
        "kept": kept.kept,
        "part": kept.part,
        "missed": kept.missed,
        "open": kept.open,
        "kept_percent": percent,
    }


def _debtor(desk: Desk, name: str) -> DebtorRow:
    held = debtor_named(desk.store, name.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": name}, "debtor"))
    return held
