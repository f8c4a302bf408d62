"""Commands for money that the bank shows: read a statement, list what waits, book it, set it aside."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from models.actions import bank
from models.actions.bank import Proposed, Wish, proposals_of
from models.actions.desk import Desk
from models.ledger.proposal import CellProblem
from models.ledger.statement import Statement, read_statement
from models.queries.bank import BankRow, bank_book
from models.queries.bank_marks import fresh
from models.queries.receipt_twins import twins
from models.rules.problems import Problem, Refused
from models.store.backup import file_hash
from ui.problems import worded
from ui.terminal.sentences import sentence_by_command
from ui.terminal.values import Json, add_cells, file, iso, key, keys, money


def add_commands(commands: Any) -> None:
    """bank, bank-lines, book-line, assign-line, set-aside."""
    take = commands.add_parser("bank", help="read a bank's statement and propose receipts")
    take.add_argument("file", type=file)
    take.add_argument("--sheet")
    take.add_argument("--dry-run", action="store_true", dest="dry_run")
    take.add_argument("--password-stdin", action="store_true", dest="password_stdin")
    add_cells(take)
    take.set_defaults(work=take_statement, reads=lambda parsed: parsed.dry_run)
    show = commands.add_parser("bank-lines", help="list money in the bank that waits to be booked")
    show.add_argument("--all", action="store_true")
    show.set_defaults(work=list_lines, reads=True)
    _add_booking(commands)
    whose = commands.add_parser("assign-line", help="say whose money lines are without booking them")
    whose.add_argument("lines", type=keys)
    who = whose.add_mutually_exclusive_group(required=True)
    who.add_argument("--debtor")
    who.add_argument("--nobody", action="store_true")
    whose.set_defaults(work=assign_lines, reads=False)
    aside = commands.add_parser("set-aside", help="say that lines are no debtor's money")
    aside.add_argument("lines", type=keys)
    how = aside.add_mutually_exclusive_group(required=True)
    how.add_argument("--why")
    how.add_argument("--back", action="store_true", help="let them wait again")
    aside.set_defaults(work=set_lines_aside, reads=False)


def _add_booking(commands: Any) -> None:
    book = commands.add_parser("book-line", help="book lines of the bank as receipts")
    book.add_argument("lines", type=keys, nargs="?", default=[])
    book.add_argument("--certain", action="store_true", help="book everything that is certain")
    book.add_argument("--debtor")
    book.add_argument("--claim", type=key)
    book.add_argument("--receipt", type=key, help="link to a receipt that is this very money")
    book.add_argument("--new", action="store_true", help="book it although an equal receipt is there")
    book.set_defaults(work=book_lines, reads=False)


def take_statement(desk: Desk, args: argparse.Namespace) -> Json:
    """Read a statement, keep its new lines unless it is a dry run, and say what each is thought to be."""
    password = sys.stdin.readline().rstrip("\r\n") if args.password_stdin else None
    statement = read_statement(
        args.file, desk.today, sheet=args.sheet, password=password, corrections=dict(args.cells)
    )
    if args.dry_run:
        found = fresh(desk.store, statement)
        told = [_proposal(each, args.lang) for each in proposals_of(desk, found)]
        new, same, doubts = len(found.new), found.same, found.doubts
    else:
        taken = bank.take_statement(desk, statement, args.file.name, file_hash(args.file))
        told = [_proposal(each, args.lang) for each in bank.proposals(desk, taken.lines)]
        new, same, doubts = len(taken.lines), taken.same, taken.doubts
    return {
        "sheet": statement.sheet,
        "heading_row": statement.heading_row,
        "columns": dict(statement.columns),
        "rows_read": statement.rows_read,
        "lines": new,
        "same": same,
        "skipped": [{"row": each.row, "why": each.why} for each in statement.skipped],
        "problems": [_cell(each, args.lang) for each in statement.problems],
        "warnings": [_cell(each, args.lang) for each in statement.warnings],
        **_sums(statement),
        "proposals": told,
        "doubts": list(doubts),
    }


def _sums(statement: Statement) -> Json:
    """What came in by the statement, new or not, by currency."""
    sums = {"CNY": 0}
    for line in statement.lines:
        sums[line.currency] = sums.get(line.currency, 0) + line.amount_fen
    return _totals(sums)


def _totals(sums: dict[str, int]) -> Json:
    others = (
        {"totals": {code: money(fen) for code, fen in sorted(sums.items())}} if set(sums) - {"CNY"} else {}
    )
    return {"total": money(sums["CNY"]), **others}


def _cell(each: CellProblem, language: str) -> Json:
    return {
        "cell": each.cell,
        "code": each.code,
        "value": each.value,
        "message": sentence_by_command(each.problem, language),
    }


def _proposal(each: Proposed, language: str) -> Json:
    row = each.row
    return {
        "line": str(row.id) if row.id > 0 else None,
        "row": row.statement_row,
        **_line(row),
        "debtor": row.debtor,
        **_why(row, language),
        "shares": _shares(each.shares),
        "left": money(each.left_fen),
        "already": None if row.already is None else str(row.already[0]),
    }


def _line(row: BankRow) -> Json:
    return {
        "on": iso(row.on),
        "payer": row.payer,
        "account": row.account,
        "amount": money(row.amount_fen),
        "currency": row.currency,
        "memo": row.memo,
        "reference": row.reference,
    }


def _why(row: BankRow, language: str) -> Json:
    """Codes of the reasons, and the same in words."""
    said = [worded(reason.code, language, reason.params) for reason in row.match.why]
    separator = "；" if language == "zh_CN" else "; "
    return {
        "why": [reason.code for reason in row.match.why],
        "confidence": row.match.confidence,
        "text": separator.join(said),
    }


def _shares(shares: Sequence[tuple[int, int]]) -> list[Json]:
    return [{"claim": str(claim), "amount": money(fen)} for claim, fen in shares]


def list_lines(desk: Desk, args: argparse.Namespace) -> Json:
    """What waits, or every line with what became of it."""
    rows = bank_book(desk.store, desk.today, every=args.all).rows
    proposed = {each.row.id: each for each in bank.proposals(desk)}
    waiting = {"CNY": 0}
    for row in rows:
        if row.state == "waiting":
            waiting[row.currency] = waiting.get(row.currency, 0) + row.amount_fen
    sums = _totals(waiting)
    return {
        "count": len(rows),
        "waiting": sums.pop("total"),
        **sums,
        "lines": [_listed(row, proposed.get(row.id), args.lang) for row in rows],
    }


def _listed(row: BankRow, proposed: Proposed | None, language: str) -> Json:
    told = {**_proposal(proposed or Proposed(row), language), "state": row.state}
    receipt = None if row.receipt is None else str(row.receipt)
    return {**told, "receipt": receipt, "aside": row.why, "file": row.file_name}


def book_lines(desk: Desk, args: argparse.Namespace) -> Json:
    """Book lines as proposed, or as the clerk says."""
    wishes = any((args.debtor, args.claim is not None, args.receipt is not None))
    contradictory = args.certain and (args.lines or wishes or args.new)
    if contradictory or (args.receipt is not None and (args.debtor or args.claim is not None or args.new)):
        raise Refused(Problem("bank_one_way_only"))
    if args.certain:
        booked = bank.book_certain(desk)
    elif not args.lines:
        raise Refused(Problem("bank_no_lines", {}, "lines"))
    else:
        wish = Wish(debtor=args.debtor, claim=args.claim, receipt=args.receipt, new=args.new)
        booked = bank.book_lines(desk, args.lines, wish)
    new = [each.receipt for each in booked.lines if not each.linked]
    doubts = [twin.doubt() for twin in twins(desk.store, new)]
    return {"booked": [_settled(each) for each in booked.lines], "doubts": doubts}


def _settled(each: bank.Settled) -> Json:
    return {
        "line": str(each.line),
        "receipt": str(each.receipt),
        "debtor": each.debtor,
        "amount": money(each.amount_fen),
        "currency": each.currency,
        "shares": _shares(each.shares),
        "left": money(each.left_fen),
        "linked": each.linked,
    }


def assign_lines(desk: Desk, args: argparse.Namespace) -> Json:
    """Say whose money lines are."""
    _refuse_none(args.lines)
    bank.assign(desk, args.lines, args.debtor)
    return {"lines": [str(line) for line in args.lines], "debtor": args.debtor and args.debtor.strip()}


def set_lines_aside(desk: Desk, args: argparse.Namespace) -> Json:
    """Set lines aside with a reason, or let them wait again."""
    _refuse_none(args.lines)
    if args.back:
        bank.take_back(desk, args.lines)
    else:
        bank.set_aside(desk, args.lines, args.why)
    state = "waiting" if args.back else "set_aside"
    return {
        "lines": [str(line) for line in args.lines],
        "state": state,
        "aside": None if args.back else args.why,
    }


def _refuse_none(lines: Sequence[int]) -> None:
    if not lines:
        raise Refused(Problem("bank_no_lines", {}, "lines"))
