"""Commands that read ledgers."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import Any

from models.actions.backups import keep_before_import
from models.actions.desk import Desk
from models.actions.imports import take_over, undo
from models.ledger.error_copy import write_error_copy
from models.ledger.proposal import CellProblem, Proposal, Settlement
from models.ledger.reading import propose, read_grid
from models.ledger.template import write_template
from models.ledger.totals import differences
from models.queries.comparison import Comparison, compare
from models.queries.receipt_twins import twins
from models.queries.settings import kept_under
from models.rules.money import grouped
from models.rules.problems import Problem, Refused
from models.store.backup import file_hash
from ui.ledger.troubles import doubts_of, troubles_of
from ui.problems import worded
from ui.terminal import names
from ui.terminal.mapping_file import MappingFile, read_mapping
from ui.terminal.sentences import sentence_by_command
from ui.terminal.values import Json, add_cells, amount, day, file, iso, key, money


def add_commands(commands: Any) -> None:
    """import, template, undo."""
    take = commands.add_parser("import", help="read a ledger into the books")
    take.add_argument("file", type=file)
    take.add_argument("--sheet")
    take.add_argument("--mapping", type=file, help="JSON: field → heading")
    take.add_argument("--as-of", type=day, dest="as_of")
    take.add_argument("--total", type=amount, help="what the ledger should add up to")
    take.add_argument("--dry-run", action="store_true", dest="dry_run")
    take.add_argument("--strict", action="store_true")
    take.add_argument("--encoding", help="of a text file, where the one it shows is not right")
    take.add_argument("--password-stdin", action="store_true", dest="password_stdin")
    add_cells(take)
    names.add_choices(take)
    take.add_argument("--errors-to", type=file, dest="errors_to", help="a copy to mend, with reasons")
    take.set_defaults(work=import_ledger, reads=lambda parsed: parsed.dry_run)
    empty = commands.add_parser("template", help="an empty ledger to fill in")
    empty.add_argument("file", type=file)
    empty.set_defaults(handler=save_template)
    back = commands.add_parser("undo", help="take an import back as a whole")
    back.add_argument("batch", type=key)
    back.set_defaults(work=undo_batch, reads=False)


def save_template(args: argparse.Namespace) -> Json:
    """Write the empty ledger; a file of that name, perhaps one filled in already, is never replaced."""
    if args.file.exists():
        raise Refused(Problem("template_there", {"file": args.file.name}, str(args.file)))
    write_template(args.file)
    return {"file": str(args.file)}


def import_ledger(desk: Desk, args: argparse.Namespace) -> Json:
    """Read a ledger, compare it, and take it over unless it is a dry run."""
    if args.as_of is not None:
        desk.day_of_act(args.as_of)
    proposal = _proposal(desk, args)
    if args.dry_run:
        comparison, answer = _checked(desk, args, proposal)
        return answer | {"batch": None} | _copied(args, comparison)
    keep_before_import(desk)
    # Compared and booked under one lock: the same ledger imported twice at once is booked once.
    with desk.store.acting():
        comparison, answer = _checked(desk, args, proposal)
        booked = take_over(
            desk, comparison, args.file.name, file_hash(args.file), answers=names.answers(args, comparison)
        )
    doubts = [twin.doubt() for twin in twins(desk.store, batch=booked.batch)]
    return answer | {"batch": str(booked.batch), "doubts": doubts} | _copied(args, comparison)


def _checked(desk: Desk, args: argparse.Namespace, proposal: Proposal) -> tuple[Comparison, Json]:
    """The comparison and what is told of it; refused where it is to be strict and something is amiss."""
    comparison = compare(desk.store, proposal, desk.today, args.as_of, same_as=names.same_as(args))
    typed = _typed_total(proposal, args.total)
    amiss = [each for each in (*proposal.warnings, *typed) if each.code == "total_differs"]
    amiss += comparison.problems
    if args.strict and amiss:
        _copied(args, comparison)
        strict = Problem("strict_refused", {"count": str(len(comparison.problems))}, args.file.name)
        raise Refused(strict, *(each.problem for each in amiss))
    answer = _told(comparison, args.lang) | names.told_of(comparison)
    answer["warnings"] += [_cell(each, args.lang, "typed_total_differs") for each in typed]
    return comparison, answer


def _typed_total(proposal: Proposal, typed_fen: int | None) -> list[CellProblem]:
    """The difference from the total that was typed in, if there is one."""
    totals = differences(proposal, typed_fen)
    if typed_fen is None or not totals.difference_fen:
        return []
    params = {
        "stated": grouped(typed_fen),
        "read": grouped(totals.read_fen),
        "difference": grouped(totals.difference_fen),
    }
    return [CellProblem("", "total_differs", grouped(typed_fen), params)]


def _copied(args: argparse.Namespace, comparison: Comparison) -> Json:
    """Write the copy to mend where it is asked for and something is amiss; its name is told."""
    if args.errors_to is None:
        return {}
    troubles = troubles_of(comparison, args.lang)
    if troubles:
        grid = read_grid(args.file, sheet=args.sheet, password=args.password, encoding=args.encoding)
        write_error_copy(
            args.errors_to, args.file, grid, comparison.proposal.heading_row, troubles, args.lang
        )
    return {"errors_file": str(args.errors_to) if troubles else None}


def _proposal(desk: Desk, args: argparse.Namespace) -> Proposal:
    password = args.password = sys.stdin.readline().rstrip("\r\n") if args.password_stdin else None
    told = read_mapping(args.mapping) if args.mapping else MappingFile()
    read = partial(
        propose,
        args.file,
        sheet=args.sheet,
        password=password,
        encoding=args.encoding,
        corrections=dict(args.cells),
        settlements=told.settlements,
    )
    proposal = read(mapping=told.columns)
    remembered = kept_under(desk.store, "mapping:").get(proposal.signature)
    if told.columns is None and remembered and remembered != dict(proposal.columns):
        proposal = read(mapping=remembered)
    if proposal.missing:
        raise Refused(*(Problem("column_missing", {"field": field}, field) for field in proposal.missing))
    return proposal


def _told(comparison: Comparison, language: str) -> Json:
    proposal = comparison.proposal
    answer: Json = {
        "sheet": proposal.sheet,
        "heading_row": proposal.heading_row,
        "columns": dict(proposal.columns),
        "rows_read": len(comparison.lines),
        "new": comparison.count("new"),
        "changed": comparison.count("changed"),
        "same": comparison.count("same"),
        "missing": len(comparison.missing),
        "doubtful": comparison.doubtful,
        "skipped": [_in_sheet(proposal, each.row) | {"why": each.why} for each in proposal.skipped],
        "settlements": [_settlement(each) for each in proposal.settlements],
        "problems": [_cell(each, language) for each in comparison.problems],
        "warnings": [_cell(each, language) for each in proposal.warnings] + _doubts(comparison, language),
        "total": money(comparison.lines.balance_fen("CNY")),
        "as_of": iso(comparison.as_of),
    }
    totals = {currency: money(comparison.lines.balance_fen(currency)) for currency in sorted(proposal.totals)}
    return answer | ({"totals": totals} if set(totals) - {"CNY"} else {})


def _in_sheet(proposal: Proposal, row: int) -> Json:
    """A row by its number, with its sheet where several were read as one."""
    sheet, own = proposal.place(row)
    return {"row": own, "sheet": sheet} if proposal.parts else {"row": row}


def _settlement(each: Settlement) -> Json:
    return {"row": each.row, "claim_row": each.claim_row, "amount": money(each.fen), "how": each.how}


def _cell(told: CellProblem, language: str, sentence: str | None = None) -> Json:
    problem = told.problem
    message = (
        worded(sentence, language, problem.params) if sentence else sentence_by_command(problem, language)
    )
    return {"cell": told.cell, "code": told.code, "value": told.value, "message": message, "where": told.cell}


def _doubts(comparison: Comparison, language: str) -> list[Json]:
    """What a person should look at, row by row, at the cell that shows it."""
    return [
        _cell(doubt, language)
        for line in comparison.doubtful_lines()
        for doubt in doubts_of(comparison, line)
    ]


def undo_batch(desk: Desk, args: argparse.Namespace) -> Json:
    """Take one import back."""
    undone = undo(desk, args.batch)
    told: Json = {"removed": undone.removed, "restored": undone.restored}
    return told | ({"kept": list(undone.kept)} if undone.kept else {})
