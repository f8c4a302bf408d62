"""Commands of what is owed besides the principal: ``charge``, ``charges``, ``void-charge``."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions import charges
from models.actions.charges import ChargeDraft
from models.actions.desk import Desk
from models.queries.charges import ChargeRow, charge_rows
from models.queries.parties import debtor_named
from models.rules.charges import ITEMS
from models.rules.problems import Problem, Refused
from ui.terminal.values import Json, amount, day, file, iso, key, money


def add_commands(commands: Any) -> None:
    """Register them."""
    book = commands.add_parser("charge", help="costs, interest or a penalty that is owed on a claim")
    book.add_argument("claim", type=key)
    book.add_argument("kind", choices=tuple(ITEMS))
    book.add_argument("amount", type=amount)
    book.add_argument(
        "--source", required=True, help="who fixed the sum: the judgment, the agreement, the bill"
    )
    book.add_argument("--on", type=day, help="from which day it is owed; today unless told")
    book.add_argument("--file", type=file)
    book.set_defaults(work=book_charge, reads=False)
    show = commands.add_parser("charges", help="what is owed besides the principal")
    target = show.add_mutually_exclusive_group()
    target.add_argument("--claim", type=key)
    target.add_argument("--debtor")
    show.add_argument("--voided", action="store_true", help="those too that were entered by mistake")
    show.set_defaults(work=list_charges, reads=True)
    void = commands.add_parser("void-charge", help="a charge was entered by mistake")
    void.add_argument("charge", type=key)
    void.add_argument("--why", required=True)
    void.set_defaults(work=void_charge, reads=False)


def book_charge(desk: Desk, args: argparse.Namespace) -> Json:
    """Enter it."""
    draft = ChargeDraft(args.kind, args.amount, args.source, args.on, args.file)
    kept = charges.book_charge(desk, args.claim, draft)
    return {"charge": str(kept.key), **_of_claim(desk, args.claim)}


def _of_claim(desk: Desk, claim: int) -> Json:
    open_fen = sum(row.open_fen for row in charge_rows(desk.store, claim=claim))
    return {"claim": str(claim), "open": money(open_fen)}


def list_charges(desk: Desk, args: argparse.Namespace) -> Json:
    """Every charge, with what is unpaid of it."""
    held = debtor_named(desk.store, args.debtor.strip()) if args.debtor else None
    if args.debtor and held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": args.debtor}, "debtor"))
    rows = charge_rows(desk.store, claim=args.claim, debtor=held.id if held else None, void=args.voided)
    return {"count": len(rows), "charges": [_charge(row) for row in rows]}


def _charge(row: ChargeRow) -> Json:
    return {
        "charge": str(row.id),
        "claim": str(row.claim_id),
        "number": row.number,
        "debtor": row.debtor,
        "kind": row.kind,
        "amount": money(row.fen),
        "paid": money(row.paid_fen),
        "open": money(row.open_fen),
        "currency": row.currency,
        "on": iso(row.owed_on),
        "source": row.source,
        "evidence": None if row.evidence is None else str(row.evidence),
        "by": row.entered_by,
        "void_why": row.void_why,
    }


def void_charge(desk: Desk, args: argparse.Namespace) -> Json:
    """Say that it was a mistake."""
    charges.void_charge(desk, args.charge, args.why)
    return {"charge": str(args.charge)}
