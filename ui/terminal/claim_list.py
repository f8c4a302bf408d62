"""The command that lists claims."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions.desk import Desk
from models.actions.exports import export_claims
from models.queries.charges import open_charges
from models.queries.claims import ClaimRow, claim_rows
from models.queries.views import ClaimView, Views
from models.rules.ageing import CREDIT, action_bands
from ui.terminal.values import Json, add_openly, day, file, iso, money


def add_commands(commands: Any) -> None:
    """The command with its options."""
    show = commands.add_parser("claims", help="list claims")
    show.add_argument("--as-of", type=day, dest="as_of")
    show.add_argument("--find")
    show.add_argument("--band", choices=(*action_bands().names, CREDIT))
    show.add_argument("--class", dest="classification", choices=("normal", "watch", "bad"))
    show.add_argument("--all", action="store_true")
    show.add_argument("--xlsx", type=file)
    add_openly(show)
    show.set_defaults(work=list_claims, reads=lambda parsed: not parsed.xlsx)


def list_claims(desk: Desk, args: argparse.Namespace) -> Json:
    """Claims as of a day, filtered."""
    as_of = args.as_of or desk.today
    rows = claim_rows(desk.store, as_of, desk.today, settled=args.all)
    views = [view for view in Views(desk.store, as_of).all(rows) if _wanted(view, args)]
    if args.xlsx:
        export_claims(desk, args.xlsx, [view.row for view in views], as_of, args.lang, args.openly or "")
    totals = _totals(view.row for view in views)
    beside = open_charges(desk.store)
    answer: Json = {
        "count": len(views),
        "balance": money(totals.get("CNY", 0)),
        "claims": [_claim(view, sum(each.fen for each in beside.get(view.row.id, ()))) for view in views],
    }
    others = {currency: money(fen) for currency, fen in totals.items()}
    return answer | ({"totals": others} if set(others) - {"CNY"} else {})


def _wanted(view: ClaimView, args: argparse.Namespace) -> bool:
    row = view.row
    if args.band and view.band != args.band:
        return False
    if args.classification and view.classification != args.classification:
        return False
    text = (args.find or "").strip().lower()
    return not text or any(
        text in (part or "").lower() for part in (row.debtor, row.initials, row.number, row.contract)
    )


def _totals(rows: Any) -> dict[str, int]:
    totals: dict[str, int] = {}
    for row in rows:
        totals[row.currency] = totals.get(row.currency, 0) + row.balance_fen
    return totals


def _claim(view: ClaimView, charges_fen: int) -> Json:
    row: ClaimRow = view.row
    told: Json = {
        "id": str(row.id),
        "debtor": row.debtor,
        "number": row.number,
        "amount": money(row.amount_fen),
        "paid": money(row.paid_fen),
        "balance": money(row.balance_fen),
        "currency": row.currency,
        "issued_on": iso(row.issued_on),
        "due_on": iso(row.due_on),
        "days_overdue": row.days_overdue,
        "band": view.band,
        "classification": view.classification,
        "stage": view.stage,
        "owner": row.owner,
        "disputed": row.disputed_fen > 0,
        "limitation_on": iso(view.limitation_on),
        "provable_on": iso(view.provable_on),
        "evidence": f"{sum(view.evidence)}/{len(view.evidence)}",
    }
    return told | ({"charges": money(charges_fen)} if charges_fen else {})
