"""Commands over every clock: the board, events of claims, deadlines."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions import deadlines, legal_events, proofs
from models.actions.desk import Desk
from models.queries.claims import claim_rows
from models.queries.clocks import ClockRow, Clocks
from models.queries.limitations import Limitations
from models.queries.views import Views
from models.rules.clocks import ENTERED, KINDS
from models.rules.limitation import CODES, JudgedEvent
from models.rules.problems import Problem, Refused
from ui.clock_words import judged, moved
from ui.problems import worded
from ui.terminal.guarantors import debtor_key
from ui.terminal.values import Json, count, day, file, iso, key, keys, money


def add_commands(commands: Any) -> None:
    """clocks, event, prove, joint, deadline."""
    board = commands.add_parser("clocks", help="every deadline, the nearest first")
    board.add_argument("--within", type=count, metavar="DAYS")
    board.add_argument("--kind", choices=tuple(KINDS))
    board.add_argument("--unproved", action="store_true", help="only what could be proved to an earlier day")
    board.set_defaults(work=show_clocks, reads=True)
    _add_event(commands)
    proof = commands.add_parser("prove", help="file the proof that an event lacks")
    proof.add_argument("source", choices=proofs.SOURCES)
    proof.add_argument("key", type=key)
    proof.add_argument("file", type=file)
    proof.add_argument("--shows", nargs="+", default=[], metavar="ITEM")
    proof.set_defaults(work=prove, reads=False)
    joint = commands.add_parser("joint", help="claims that are owed jointly")
    joint.add_argument("claims", type=keys, metavar="CLAIM,CLAIM")
    joint.add_argument("--apart", action="store_true")
    joint.set_defaults(work=join_claims, reads=False)
    _add_deadline(commands)


def _add_event(commands: Any) -> None:
    event = commands.add_parser("event", help="what moved the limitation clock of a claim")
    event.add_argument("claim", type=key)
    event.add_argument("code", choices=CODES, nargs="?")
    event.add_argument("--on", type=day)
    event.add_argument("--until", type=day)
    event.add_argument("--file", type=file)
    event.add_argument("--shows", nargs="+", default=[], metavar="ITEM")
    event.add_argument("--note")
    event.add_argument("--void", type=key, metavar="EVENT")
    event.add_argument("--why")
    event.set_defaults(work=enter_event, reads=False)


def _add_deadline(commands: Any) -> None:
    period = commands.add_parser("deadline", help="a period beside limitation")
    period.add_argument("kind", choices=tuple(ENTERED), nargs="?")
    target = period.add_mutually_exclusive_group()
    target.add_argument("--claim", type=key)
    target.add_argument("--debtor")
    period.add_argument("--from", type=day, dest="base_on")
    period.add_argument("--until", type=day)
    period.add_argument("--note")
    period.add_argument("--file", type=file)
    period.add_argument("--done", type=key, metavar="DEADLINE")
    period.add_argument("--void", type=key, metavar="DEADLINE")
    period.add_argument("--why")
    period.set_defaults(work=set_deadline, reads=False)


def show_clocks(desk: Desk, args: argparse.Namespace) -> Json:
    """The board."""
    rows = claim_rows(desk.store, desk.today, desk.today)
    found = [
        row
        for row in Clocks(desk.store, rows, desk.today).rows(args.within)
        if args.kind in (None, row.kind) and (row.unproved or not args.unproved)
    ]
    return {"count": len(found), "clocks": [_clock(row, args.lang) for row in found]}


def _clock(row: ClockRow, language: str) -> Json:
    return {
        "id": row.id,
        "kind": row.kind,
        "debtor": row.debtor,
        "claims": [str(claim) for claim in row.claims],
        "name": row.name,
        "balance": money(row.balance_fen),
        "currency": row.currency,
        "last_day": iso(row.last_day),
        "provable_on": iso(row.provable_on),
        "rolled_last_day": iso(row.rolled_on),
        "act_by": iso(row.act_by),
        "days_left": row.left,
        "state": row.state,
        "missing": list(row.missing),
        "step": row.move.step,
        "why": moved(row.move, language),
    }


def enter_event(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep an event or void one; tells both last days before and after."""
    before = _days(desk, args.claim)
    if args.void is not None:
        legal_events.void(desk, args.void, args.why or "")
        return {"event": str(args.void), "before": before, **_days(desk, args.claim)}
    if args.code is None:
        raise Refused(Problem("event_unknown_here", {"code": "", "codes": ", ".join(CODES)}, "code"))
    draft = legal_events.Draft(
        args.code, args.on or desk.today, args.until, args.file, frozenset(args.shows), args.note
    )
    entered = legal_events.enter(desk, [args.claim], draft)
    evidence = None if entered.evidence is None else str(entered.evidence)
    proof = draft.event.proof
    return {
        "event": str(entered.events[0]),
        "evidence": evidence,
        "proof": proof.grade if proof else None,
        "missing": list(proof.missing) if proof else [],
        "before": before,
        **_days(desk, args.claim),
        "events": _story(desk, args.claim, args.lang),
    }


def _days(desk: Desk, claim: int) -> Json:
    rows = claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True)
    if not rows:
        raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
    view = Views(desk.store, desk.today).of(rows[0])
    return {"limitation_on": iso(view.limitation_on), "provable_on": iso(view.provable_on)}


def _story(desk: Desk, claim: int, language: str) -> list[Json]:
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True)
    clock = Limitations(desk.store).clocks(row).claimed
    return [_told(each, language) for each in clock.events]


def _told(verdict: JudgedEvent, language: str) -> Json:
    event = verdict.event
    return {
        "code": verdict.code,
        "on": iso(verdict.on),
        "source": event.source if event else None,
        "key": str(event.key) if event else None,
        "proof": event.proof.grade if event and event.proof else None,
        "why": judged(verdict, language),
    }


def prove(desk: Desk, args: argparse.Namespace) -> Json:
    """File the proof of an event; tells both last days of the claims it speaks for."""
    changes = proofs.prove(desk, args.source, args.key, args.file, args.shows)
    return {"claims": [{"claim": str(claim), **_days(desk, claim)} for claim in sorted(changes.claims)]}


def join_claims(desk: Desk, args: argparse.Namespace) -> Json:
    """Say that claims are owed jointly, or apart."""
    act = legal_events.part if args.apart else legal_events.join
    act(desk, args.claims)
    return {"claims": [{"claim": str(claim), **_days(desk, claim)} for claim in args.claims]}


def set_deadline(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep a deadline, say that it was met, or void one."""
    if args.done is not None:
        deadlines.finish(desk, args.done, args.why or "")
        return {"deadline": str(args.done), "done_on": iso(desk.today)}
    if args.void is not None:
        deadlines.void(desk, args.void, args.why or "")
        return {"deadline": str(args.void), "done_on": None}
    draft = deadlines.DeadlineDraft(args.kind or "", args.base_on, args.until, args.note, args.file)
    debtor = None if args.debtor is None else debtor_key(desk, args.debtor)
    kept = deadlines.add_deadline(desk, draft, claim=args.claim, debtor=debtor)
    rows = claim_rows(desk.store, desk.today, desk.today)
    board = Clocks(desk.store, rows, desk.today).rows()
    (row,) = [row for row in board if row.id == f"deadline:{kept.key}"]
    return {
        "deadline": str(kept.key),
        "label": worded(f"clock_{row.kind}", args.lang),
        "last_day": iso(row.last_day),
        "rolled_last_day": iso(row.rolled_on),
        "act_by": iso(row.act_by),
        "extinguishes": KINDS[row.kind].extinguishes,
        "source": worded(f"clock_source_{row.kind}", args.lang),
    }
