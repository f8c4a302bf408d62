"""Commands of cases: a task force at work on one debtor."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions import cases as acts
from models.actions.case_minutes import keep_case_minutes
from models.actions.desk import Desk
from models.queries.cases import CaseRow, EntryRow, case, cases
from models.queries.parties import debtor_named
from models.rules.cases import ENTRY_KINDS, MEMBER_ROLES
from models.rules.problems import Problem, Refused
from ui.terminal.values import Json, day, file, iso, key


def add_commands(commands: Any) -> None:
    """case, cases, case-member, case-entry, case-done, case-minutes."""
    one = commands.add_parser("case", help="open, change or close the case of a debtor, or show it")
    one.add_argument("debtor")
    one.add_argument("--open", metavar="TITLE")
    one.add_argument("--title")
    one.add_argument("--goal")
    one.add_argument("--close", metavar="OUTCOME")
    one.set_defaults(
        work=handle, reads=lambda parsed: not (parsed.open or parsed.goal or parsed.title or parsed.close)
    )
    many = commands.add_parser("cases", help="cases of the task force")
    many.add_argument("--all", action="store_true", help="those that are closed too")
    many.set_defaults(work=show_cases, reads=True)
    member = commands.add_parser("case-member", help="who works on a case")
    member.add_argument("case", type=key)
    member.add_argument("person")
    member.add_argument("role", choices=MEMBER_ROLES, nargs="?", help="left out: no longer")
    member.set_defaults(work=set_member, reads=False)
    entry = commands.add_parser("case-entry", help="a meeting, a decision or a measure of a case")
    entry.add_argument("case", type=key)
    entry.add_argument("kind", choices=ENTRY_KINDS)
    entry.add_argument("text")
    entry.add_argument("--on", type=day)
    entry.add_argument("--owner")
    entry.add_argument("--due", type=day)
    entry.add_argument("--file", type=file)
    entry.set_defaults(work=write, reads=False)
    done = commands.add_parser("case-done", help="a measure was done")
    done.add_argument("measure", type=key)
    done.set_defaults(work=finish, reads=False)
    minutes = commands.add_parser(
        "case-minutes", help="the minutes of a case as PDF, filed with the evidence"
    )
    minutes.add_argument("case", type=key)
    minutes.set_defaults(work=file_minutes, reads=False)


def handle(desk: Desk, args: argparse.Namespace) -> Json:
    """Open, change or close; prints the debtor's open case, else the last closed one."""
    debtor = debtor_named(desk.store, args.debtor.strip())
    if debtor is None:
        raise Refused(Problem("unknown_debtor", {"debtor": args.debtor}, "debtor"))
    if args.open is not None:
        acts.open_case(desk, debtor.id, args.open, args.goal)
    elif args.title is not None or args.goal is not None or args.close is not None:
        held = _open(desk, debtor.id)
        if args.title is not None or args.goal is not None:
            goal = held.goal if args.goal is None else args.goal
            acts.set_goal(desk, held.id, args.title or held.title, goal)
        if args.close is not None:
            acts.close_case(desk, held.id, args.close)
    found = cases(desk.store, closed=True, debtor=debtor.id)
    shown = next((each for each in found if each.closed_on is None), found[-1] if found else None)
    return {"case": None if shown is None else _told(desk, shown)}


def _open(desk: Desk, debtor: int) -> CaseRow:
    found = cases(desk.store, debtor=debtor)
    if not found:
        raise Refused(Problem("no_open_case", {}, "debtor"))
    return found[0]


def show_cases(desk: Desk, args: argparse.Namespace) -> Json:
    """The list."""
    return {"cases": [_told(desk, row) for row in cases(desk.store, closed=args.all)]}


def set_member(desk: Desk, args: argparse.Namespace) -> Json:
    """Add somebody, or let somebody go."""
    if args.role is None:
        acts.drop_member(desk, args.case, args.person)
    else:
        acts.add_member(desk, args.case, args.person, args.role)
    return _case(desk, args.case)


def write(desk: Desk, args: argparse.Namespace) -> Json:
    """One more entry."""
    draft = acts.EntryDraft(args.kind, args.text, args.owner, args.on, args.due, args.file)
    acts.write_on(desk, args.case, draft)
    return _case(desk, args.case)


def finish(desk: Desk, args: argparse.Namespace) -> Json:
    """It is done."""
    return _case(desk, acts.finish_measure(desk, args.measure).key)


def file_minutes(desk: Desk, args: argparse.Namespace) -> Json:
    """Set the case on paper and file it."""
    memo = keep_case_minutes(desk, args.case, args.render, args.lang)
    return {"evidence": str(memo.evidence), "name": memo.name, "sha256": memo.sha256}


def _case(desk: Desk, case_key: int) -> Json:
    found = case(desk.store, case_key)
    assert found is not None  # noqa: S101 (the act has refused an unknown one)
    return {"case": _told(desk, found)}


def _told(desk: Desk, row: CaseRow) -> Json:
    return {
        "id": str(row.id),
        "debtor": row.debtor,
        "title": row.title,
        "goal": row.goal,
        "opened_on": iso(row.opened_on),
        "closed_on": iso(row.closed_on),
        "outcome": row.outcome,
        "members": [{"person": each.person, "role": each.role} for each in row.members],
        "entries": [_entry(desk, each) for each in row.entries],
    }


def _entry(desk: Desk, each: EntryRow) -> Json:
    told: Json = {
        "id": str(each.id),
        "kind": each.kind,
        "text": each.text,
        "on": iso(each.held_on),
        "by": each.by,
    }
    if each.kind == "measure":
        days = {"owner": each.owner, "due_on": iso(each.due_on), "done_on": iso(each.done_on)}
        told |= {**days, "late": each.is_late(desk.today)}
    return {**told, "file": each.name}
