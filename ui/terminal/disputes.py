"""Commands of disputes: what is contested, what was written about it, how it ended."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions.desk import Desk
from models.actions.disputes import DisputeDraft, amend_dispute, clear_mark, open_dispute, resolve, write_on
from models.queries.disputes import OPEN, STATES, DisputeRow, correspondence, dispute, disputes
from models.rules.disputes import REASONS, RESOLUTIONS, ROOT_CAUSES
from models.rules.problems import Problem, Refused
from ui.problems import worded
from ui.terminal.values import Json, amount, day, file, iso, key, money


def add_commands(commands: Any) -> None:
    """dispute, disputes, dispute-note, resolve."""
    one = commands.add_parser("dispute", help="what the debtor contests of a claim")
    one.add_argument("claim", type=key)
    one.add_argument("reason", choices=REASONS, nargs="?")
    one.add_argument("--amount", type=amount)
    one.add_argument("--cause", choices=ROOT_CAUSES)
    one.add_argument("--owner")
    one.add_argument("--due", type=day)
    one.add_argument("--note")
    one.add_argument("--file", type=file)
    one.add_argument("--amends", type=key, metavar="DISPUTE")
    one.add_argument("--unmark", metavar="WHY", help="the ledger's mark is wrong or settled")
    one.set_defaults(work=enter, reads=False)
    many = commands.add_parser("disputes", help="what is contested, the next to be settled first")
    many.add_argument("--state", choices=STATES, default=OPEN)
    many.add_argument("--claim", type=key)
    many.set_defaults(work=show_disputes, reads=True)
    note = commands.add_parser("dispute-note", help="one step of a dispute's correspondence")
    note.add_argument("dispute", type=key)
    note.add_argument("text")
    note.add_argument("--file", type=file)
    note.set_defaults(work=note_step, reads=False)
    end = commands.add_parser("resolve", help="end a dispute")
    end.add_argument("dispute", type=key)
    end.add_argument("by", choices=RESOLUTIONS)
    end.add_argument("--amount", type=amount, help="of the credit note")
    end.add_argument("--why", default="")
    end.add_argument("--file", type=file)
    end.set_defaults(work=end_dispute, reads=False)


def enter(desk: Desk, args: argparse.Namespace) -> Json:
    """Enter or amend a dispute, or clear the ledger's mark; prints what is open on the claim then."""
    if args.unmark is not None:
        clear_mark(desk, args.claim, args.unmark)
    else:
        if args.reason is None:
            raise Refused(Problem("dispute_reason_unknown", {"reason": ""}, "reason"))
        draft = DisputeDraft(args.reason, args.amount, args.cause, args.owner, args.due, args.note, args.file)
        if args.amends is None:
            open_dispute(desk, args.claim, draft)
        else:
            amend_dispute(desk, args.amends, draft)
    return _list(desk, args, disputes(desk.store, desk.today, OPEN, claim=args.claim))


def show_disputes(desk: Desk, args: argparse.Namespace) -> Json:
    """The list."""
    return _list(desk, args, disputes(desk.store, desk.today, args.state, claim=args.claim))


def note_step(desk: Desk, args: argparse.Namespace) -> Json:
    """One step more; prints the dispute."""
    write_on(desk, args.dispute, args.text, args.file)
    return _one(desk, args, args.dispute)


def end_dispute(desk: Desk, args: argparse.Namespace) -> Json:
    """End it; prints the dispute."""
    resolve(desk, args.dispute, args.by, args.why, fen=args.amount, file=args.file)
    return _one(desk, args, args.dispute)


def _list(desk: Desk, args: argparse.Namespace, rows: list[DisputeRow]) -> Json:
    return {"count": len(rows), "disputes": [_told(desk, row, args.lang) for row in rows]}


def _one(desk: Desk, args: argparse.Namespace, dispute_key: int) -> Json:
    found = dispute(desk.store, desk.today, dispute_key)
    assert found is not None  # noqa: S101 (the act has refused an unknown one)
    return _told(desk, found, args.lang)


def _told(desk: Desk, row: DisputeRow, language: str) -> Json:
    return {
        "id": str(row.id) if row.id else None,
        "claim": str(row.claim_id),
        "debtor": row.debtor,
        "number": row.number,
        "reason": row.reason,
        "text": worded(f"dispute_reason_{row.reason}", language),
        "cause": row.root_cause,
        "amount": money(row.fen),
        "balance": money(row.balance_fen),
        "currency": row.currency,
        "owner": row.owner,
        "opened_on": iso(row.opened_on),
        "due_on": iso(row.due_on),
        "due": row.is_due(desk.today),
        "note": row.note,
        "resolved_on": iso(row.resolved_on),
        "resolution": row.resolution,
        "resolution_note": row.resolution_note,
        "receipt": str(row.receipt) if row.receipt else None,
        "correspondence": [
            {"text": each.text, "at": iso(each.at), "by": each.by, "file": each.name}
            for each in correspondence(desk.store, row.id)
        ],
    }
