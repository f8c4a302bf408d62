"""Commands of money that came in: ``receipt``, ``reverse``, ``set-off``, ``replay``, ``receipts``, ``statement``."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from models.actions import receipts
from models.actions.desk import Desk
from models.actions.exports import export_statement
from models.actions.receipts import BY_RULE, Wish
from models.actions.settling import ADVANCE, accept_replay, set_off
from models.queries.claims import claim_rows
from models.queries.parties import debtor_named
from models.queries.receipt_twins import twins
from models.queries.receipts import ReceiptRow, receipt_rows
from models.queries.replay import replay_of
from models.queries.statement import Line, Statement, statement_of
from models.rules.allocation import RECEIPT_KINDS, interrupts_limitation
from models.rules.payment_order import PRINCIPAL_FIRST, STATUTE_ORDER
from models.rules.problems import Problem, Refused
from ui.problems import worded
from ui.terminal.values import Json, add_openly, amount, currency, day, file, iso, key, keys, money

ORDERS = {"statute": STATUTE_ORDER, "principal-first": PRINCIPAL_FIRST}
"""What within one claim is paid first: as CC 561 has it, or as the parties agreed otherwise."""


def add_commands(commands: Any) -> None:
    """Register them."""
    _add_receipt(commands)
    back = commands.add_parser("reverse", help="take a receipt back")
    back.add_argument("receipt", type=key)
    back.add_argument("--why", required=True)
    back.set_defaults(work=take_back, reads=False)
    _add_set_off(commands)
    again = commands.add_parser("replay", help="would late-entered money have been shared otherwise?")
    again.add_argument("debtor", metavar="NAME")
    again.add_argument("--currency", type=currency, default="CNY")
    again.add_argument("--accept", action="store_true", help="share it anew so")
    again.add_argument("--why", help="with --accept: the reason, kept with the receipts")
    again.set_defaults(work=replay, reads=lambda parsed: not parsed.accept)
    show = commands.add_parser("receipts", help="list receipts, the newest first")
    show.add_argument("--debtor")
    show.add_argument("--find")
    show.add_argument("--from", type=day, dest="first")
    show.add_argument("--to", type=day, dest="last")
    show.add_argument("--without-slip", action="store_true", dest="without_slip")
    show.set_defaults(work=list_receipts, reads=True)
    account = commands.add_parser("statement", help="one debtor's account in order of day")
    account.add_argument("debtor", metavar="NAME")
    account.add_argument("--from", type=day, dest="first")
    account.add_argument("--to", type=day, dest="last")
    account.add_argument("--currency", type=currency, default="CNY")
    account.add_argument("--xlsx", type=file)
    add_openly(account)
    account.set_defaults(work=show_statement, reads=lambda parsed: not parsed.xlsx)


def _add_receipt(commands: Any) -> None:
    money_in = commands.add_parser("receipt", help="book money that came in")
    money_in.add_argument("amount", type=amount)
    target = money_in.add_mutually_exclusive_group(required=True)
    target.add_argument("--claim", type=key)
    target.add_argument("--debtor")
    money_in.add_argument("--on", type=day)
    money_in.add_argument("--memo")
    money_in.add_argument("--kind", choices=RECEIPT_KINDS, default="payment")
    money_in.add_argument("--currency", type=currency, help="with --debtor; CNY unless told")
    order = money_in.add_mutually_exclusive_group()
    order.add_argument("--designated", type=keys, metavar="ID,ID", help="claims the debtor named")
    order.add_argument("--agreed", type=keys, metavar="ID,ID", help="claims the parties agreed on")
    order.add_argument("--statute", action="store_true", help="the memo designates nothing")
    money_in.add_argument(
        "--order", choices=ORDERS, default="statute", help="within a claim: as the law has it"
    )
    _add_shares(money_in)
    money_in.set_defaults(work=book, reads=False)


def _add_shares(parser: Any) -> None:
    parser.add_argument("--share", type=share, nargs="+", action="extend", metavar="CLAIM=SUM")
    parser.add_argument("--why", help="why the shares differ from what is proposed")


def _add_set_off(commands: Any) -> None:
    off = commands.add_parser("set-off", help="use a debtor's advance and credits to pay what it owes")
    off.add_argument("debtor", metavar="NAME")
    off.add_argument("--amount", type=amount)
    off.add_argument("--currency", type=currency, default="CNY")
    off.add_argument("--credits", type=keys, metavar="ID,ID", help="only these credits")
    off.add_argument(
        "--advance", action="store_true", help="only the advance, or with --credits the advance too"
    )
    off.add_argument("--memo")
    _add_shares(off)
    off.set_defaults(work=set_off_command, reads=False)


def share(text: str) -> tuple[int, int]:
    """A share that the clerk settled, ``CLAIM=SUM``."""
    claim, mark, sum_text = text.partition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"a share is CLAIM=SUM: {text}")
    return key(claim), amount(sum_text)


def book(desk: Desk, args: argparse.Namespace) -> Json:
    """Book a receipt for one claim or for a debtor."""
    if args.claim is not None:
        _refuse_other_currency(desk, args.claim, args.currency)
        booked = receipts.book_for_claim(desk, args.claim, args.amount, args.on, args.memo, kind=args.kind)
    else:
        booked = receipts.book_for_debtor(
            desk, args.debtor, args.amount, args.on, args.memo,
            currency=args.currency or "CNY", wish=_wish(args), kind=args.kind,
        )  # fmt: skip
    why = worded(f"allocation_{booked.rule}", args.lang)
    return {**_booked(booked), "rule": booked.rule, "why": why, "doubts": _doubts(desk, args, booked)}


def _wish(args: argparse.Namespace) -> Wish:
    """What was said of the sharing."""
    designated = () if args.statute else args.designated
    shares = dict(args.share) if args.share else None
    return Wish(designated, args.agreed or (), shares, args.why, ORDERS[args.order])


def _doubts(desk: Desk, args: argparse.Namespace, booked: receipts.Booked) -> list[Problem]:
    """What to know of it: no clock moved, an expired claim was passed over, a replay would share otherwise."""
    doubts = [] if interrupts_limitation(args.kind) else [Problem("receipt_moves_no_clock", where="kind")]
    if booked.passed_over:
        claims = ", ".join(str(claim) for claim in booked.passed_over)
        doubts.append(Problem("receipt_passed_over", {"claims": claims}, "claims"))
    if args.on and args.on < desk.today and args.debtor and _late(desk, args):
        doubts.append(Problem("receipt_late", where="on"))
    return doubts + [twin.doubt() for twin in twins(desk.store, [booked.receipt])]


def _late(desk: Desk, args: argparse.Namespace) -> bool:
    held = debtor_named(desk.store, args.debtor.strip())
    return held is not None and replay_of(desk.store, held.id, desk.today, args.currency or "CNY").differs


def _refuse_other_currency(desk: Desk, claim: int, told: str | None) -> None:
    """A receipt is in its claim's currency: another one named is a slip."""
    for row in claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True):
        if told not in (None, row.currency):
            raise Refused(
                Problem("other_currency", {"currency": str(told), "claims": row.currency}, "currency")
            )


def take_back(desk: Desk, args: argparse.Namespace) -> Json:
    """Reverse a receipt."""
    return _booked(receipts.reverse(desk, args.receipt, args.why))


def _booked(booked: receipts.Booked) -> Json:
    told: Json = {
        "receipt": str(booked.receipt),
        "shares": [{"claim": str(claim), "amount": money(fen)} for claim, fen in booked.shares],
        "left": money(booked.left_fen),
    }
    charges = [{"charge": str(charge), "amount": money(fen)} for charge, fen in booked.charges]
    return told | ({"charges": charges} if charges else {})


def set_off_command(desk: Desk, args: argparse.Namespace) -> Json:
    """Set the advance and open credits off; ``left`` is the advance that remains."""
    sources = None
    if args.advance or args.credits:
        sources = [*([ADVANCE] if args.advance else []), *(args.credits or [])]
    wish = Wish(None, (), dict(args.share), args.why) if args.share else BY_RULE
    done = set_off(
        desk, args.debtor, args.amount, currency=args.currency, sources=sources, wish=wish, memo=args.memo
    )
    return {**_booked(done), "rule": done.rule, "why": worded(f"allocation_{done.rule}", args.lang)}


def replay(desk: Desk, args: argparse.Namespace) -> Json:
    """The moves from the shares as they stand to those of the true order of days; with --accept they are made."""
    held = debtor_named(desk.store, args.debtor.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": args.debtor}, "debtor"))
    found = replay_of(desk.store, held.id, desk.today, args.currency)
    moves = [
        {"receipt": move.receipt, "from": move.from_, "to": move.to, "amount": money(move.fen)}
        for move in found.moves
    ]
    told: Json = {"differs": found.differs, "moves": moves}
    if args.accept:
        done = accept_replay(desk, held.name, args.currency, args.why or "")
        told["booked"] = [{"receipt": str(old), "anew": str(new)} for old, new in done.receipts]
    return told


def list_receipts(desk: Desk, args: argparse.Namespace) -> Json:
    """Receipts of the portfolio, filtered."""
    rows = [row for row in receipt_rows(desk.store) if _wanted(row, args)]
    return {"count": len(rows), "receipts": [_receipt(row) for row in rows]}


def _wanted(row: ReceiptRow, args: argparse.Namespace) -> bool:
    first, last = args.first or date.min, args.last or date.max
    if not first <= row.received_on <= last or (args.debtor and row.debtor != args.debtor.strip()):
        return False
    if args.without_slip and not row.wants_slip:
        return False
    words = (args.find or "").strip().lower()
    numbers = [number for _, number, _ in row.shares] + [each.number for each in row.charges]
    return not words or any(words in (part or "").lower() for part in (row.debtor, row.memo, *numbers))


def _receipt(row: ReceiptRow) -> Json:
    return {
        "receipt": str(row.id),
        "on": iso(row.received_on) if row.day_known else None,
        "debtor": row.debtor,
        "amount": money(row.amount_fen),
        "currency": row.currency,
        "kind": row.kind,
        "source": row.source,
        "rule": row.rule,
        "shares": [{"claim": str(claim), "amount": money(fen)} for claim, _, fen in row.shares],
        "charges": [{"charge": str(each.charge), "amount": money(each.fen)} for each in row.charges],
        "left": money(row.left_fen),
        "memo": row.memo,
        "why": row.why,
        "reverses": None if row.reverses is None else str(row.reverses),
        "reversed_by": None if row.reversed_by is None else str(row.reversed_by),
        "line": None if row.bank_line is None else str(row.bank_line),
        "slips": [str(slip) for slip in row.slips],
        "slip_missing": row.wants_slip,
    }


def show_statement(desk: Desk, args: argparse.Namespace) -> Json:
    """Every claim, receipt and reversal of one debtor in order of day, with what it owed after each."""
    held = debtor_named(desk.store, args.debtor.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": args.debtor}, "debtor"))
    with desk.store.reading():
        found = _account(desk, held.id, args)
    if args.xlsx:
        export_statement(desk, args.xlsx, found, args.lang, args.openly or "")
    return {
        "debtor": found.debtor,
        "currency": found.currency,
        "from": iso(found.first),
        "to": iso(found.last),
        "opening": money(found.opening_fen),
        "lines": [_line(line) for line in found.lines],
        "closing": money(found.closing_fen),
        "advance": money(found.advance_fen),
        "claims": money(found.claims_fen),
        "charges": money(found.charges_fen),
    }


def _account(desk: Desk, debtor: int, args: argparse.Namespace) -> Statement:
    last = args.last or desk.today
    if args.first and args.first > last:
        params = {"first": args.first.isoformat(), "last": last.isoformat()}
        raise Refused(Problem("statement_days", params, "from"))
    return statement_of(desk.store, debtor, args.first, last, desk.today, args.currency)


def _line(line: Line) -> Json:
    return {
        "on": iso(line.on),
        "what": line.what,
        "id": str(line.id),
        "number": line.number,
        "due_on": iso(line.due_on),
        "debit": money(line.debit_fen),
        "credit": money(line.credit_fen),
        "balance": money(line.balance_fen),
        "memo": line.memo,
    }
