"""Commands that issue letters as runs, tell what became of them, and put letters into the firm's own words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from models.actions import file_copies, letter_copies, letters, wording
from models.actions.desk import Desk
from models.clock import instant_text
from models.given_file import text_of
from models.queries.letter_runs import (
    FileCopy,
    LineRow,
    RunRow,
    copies_of,
    letters_of_run,
    run_lines,
    run_rows,
)
from models.queries.letter_wording import ENTRIES, program_words, word_problems, wording_of, wording_versions
from models.queries.letters import Recipient, due_claims, recipients
from models.queries.published import calendar_of
from models.queries.settings import setting
from models.rules.facts import Deadline
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Problem, Refused
from models.settings import LETTER_ORDER
from ui.terminal.values import Json, day, file, iso, key, keys, money


def add_commands(commands: Any) -> None:
    """letters, letter-runs, letter-run, letter-copied, wording, letterhead."""
    issue = commands.add_parser("letters", help="issue letters as a run")
    issue.add_argument("--kind", choices=tuple(LETTER_KINDS), required=True)
    whom = issue.add_mutually_exclusive_group(required=True)
    whom.add_argument("--claims", type=keys)
    whom.add_argument("--due", action="store_true")
    issue.add_argument("--out", type=file, required=True)
    issue.add_argument("--despite-waiting", action="store_true", dest="despite_waiting")
    issue.add_argument("--with-interest", action="store_true", dest="with_interest")
    issue.add_argument("--with-request", action="store_true", dest="with_request")
    issue.add_argument(
        "--override-why", dest="override_why", help="why, where the contact guard wants a reason"
    )
    issue.add_argument("--one-file", action="store_true", dest="one_file")
    _add_triage(issue)
    issue.set_defaults(work=issue_letters, reads=False)
    commands.add_parser("letter-runs", help="list the runs of letters").set_defaults(
        work=list_runs, reads=True
    )
    run = commands.add_parser("letter-run", help="what a run made of everyone it proposed")
    run.add_argument("run", type=key)
    run.add_argument("--unprinted", action="store_true", help="only the letters still to be printed")
    run.add_argument("--uncopied", action="store_true", help="only the letters without a copy in the file")
    run.set_defaults(work=show_run, reads=True)
    copied = commands.add_parser("letter-copied", help="copies of letters are in the file now")
    copied.add_argument("letters", type=keys)
    copied.add_argument("--undo", action="store_true", help="there are none after all")
    copied.set_defaults(work=keep_copies, reads=False)
    _add_wording(commands)


def _add_triage(issue: Any) -> None:
    issue.add_argument("--language", choices=("zh_CN", "en"))
    issue.add_argument("--pay-by", type=day, dest="pay_by")
    issue.add_argument("--say", type=_pair, action="append", default=[], metavar="FIELD=TEXT")
    issue.add_argument("--reword", type=_pair, action="append", default=[], metavar="ENTRY=FILE")
    issue.add_argument(
        "--leave-out", type=_pair, action="append", default=[], dest="leave_out", metavar="NAME=WHY"
    )
    issue.add_argument("--postpone", type=_pair, action="append", default=[], metavar="NAME=DATE")
    issue.add_argument("--order", choices=("asked", "postcode"))
    issue.add_argument("--again", action="store_true", help="also where the same letter was issued today")


def _add_wording(commands: Any) -> None:
    words = commands.add_parser("wording", help="show or set the firm's own wording of a kind of letter")
    words.add_argument("kind", choices=tuple(LETTER_KINDS))
    words.add_argument("--language", choices=("zh_CN", "en"), default="zh_CN")
    how = words.add_mutually_exclusive_group()
    how.add_argument("--set", type=_pair, action="append", default=[], dest="set", metavar="ENTRY=FILE")
    how.add_argument("--reset", action="store_true")
    words.add_argument("--note")
    words.set_defaults(work=show_wording, reads=False)
    head = commands.add_parser("letterhead", help="show or set the pictures of the letterhead")
    head.add_argument("--logo", metavar="FILE|none")
    head.add_argument("--signature", metavar="FILE|none")
    head.set_defaults(work=show_letterhead, reads=False)


def _pair(text: str) -> tuple[str, str]:
    """``name=value``."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(text)
    return name, value


def issue_letters(desk: Desk, args: argparse.Namespace) -> Json:
    """Issue a run and copy its PDFs out; what was issued today already is copied again if it is missing."""
    with desk.store.acting():
        letter_copies.sweep(desk, args.out)
        claims = due_claims(desk.store, args.kind, desk.today) if args.due else args.claims
        if not claims and not args.due:
            raise Refused(Problem("no_claims", {}, "claims"))
        proposed = recipients(desk.store, args.kind, claims, desk.today)
        run = letters.issue(
            desk,
            args.kind,
            claims,
            args.render,
            _order(desk, args, proposed),
            leave_paid=not args.despite_waiting,
            override_why=args.override_why,
            triage=_triage(args, proposed),
            again=args.again,
        )
        wanted = [made.letter for made in run.letters]
        wanted += [each.letter for each in run.skipped if each.letter is not None and each.still_open]
        files, doubts = _copied(desk, wanted, args)
    return {
        "batch": None if run.run is None else str(run.run),
        "letters": [_issued(made, files) for made in run.letters],
        "skipped": [_skipped(each, files) for each in run.skipped],
        "doubts": [*doubts, *word_problems({entry: _text(source) for entry, source in args.reword})],
    }


def _order(desk: Desk, args: argparse.Namespace, proposed: list[Recipient]) -> letters.Order:
    pay_by = args.pay_by and Deadline(args.pay_by, calendar_of(desk.store).published(args.pay_by.year))
    words = {entry: _text(source) for entry, source in args.reword}
    return letters.Order(
        language=args.language,
        pay_by=pay_by,
        with_interest=args.with_interest,
        with_request=args.with_request,
        said=dict(args.say),
        own_words={each.key: words for each in proposed} if words else {},
        by_postcode=(args.order or setting(desk.store, LETTER_ORDER)) == "postcode",
    )


def _triage(args: argparse.Namespace, proposed: list[Recipient]) -> letters.Triage:
    named: dict[str, list[letters.Key]] = {}
    for each in proposed:
        named.setdefault(each.debtor, []).append(each.key)
    for name, _ in (*args.leave_out, *args.postpone):
        if name not in named:
            raise Refused(Problem("not_proposed", {"name": name}, name))
    return letters.Triage(
        {each: why for name, why in args.leave_out for each in named[name]},
        {each: _day(until) for name, until in args.postpone for each in named[name]},
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(Problem("postpone_day", {"text": text}, "postpone")) from error


def _text(source: str) -> str:
    """What a file says, or standard input for ``-``."""
    try:
        return sys.stdin.read() if source == "-" else text_of(Path(source))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(Problem("file_unreadable", {"file": source}, source)) from error


def _copied(desk: Desk, wanted: list[int], args: argparse.Namespace) -> tuple[dict[int, str], list[Problem]]:
    """Where each letter's PDF lies now. The run is issued whatever becomes of the copies: asking again resumes them."""
    if not wanted:
        return {}, []
    try:
        if args.one_file:
            return dict.fromkeys(wanted, str(letter_copies.copy_out_as_one(desk, wanted, args.out))), []
        return dict(zip(wanted, map(str, letter_copies.copy_out(desk, wanted, args.out)), strict=True)), []
    except OSError as error:
        why = error.strerror or type(error).__name__
        return {}, [
            Problem("copy_failed", {"file": str(error.filename or args.out), "why": why}, str(args.out))
        ]
    except Refused as refused:
        return {}, list(refused.problems)


def _issued(made: letters.Issued, files: Mapping[int, str]) -> Json:
    return {
        "letter": str(made.letter),
        "number": made.number,
        "debtor": made.debtor,
        "claims": [str(claim) for claim in made.claims],
        "currency": made.currency,
        "total": money(made.total_fen),
        "file": files.get(made.letter),
        "sha256": made.sha256,
    }


def _skipped(recipient: Recipient, files: Mapping[int, str]) -> Json:
    told: Json = {
        "debtor": recipient.debtor,
        "why": recipient.why_not,
        "claims": [str(row.id) for row in recipient.rows],
    }
    if recipient.guarantor is not None:
        told |= {"guarantor": recipient.guarantor.name}
    if recipient.why_not == "money_waiting":
        told |= {"waiting": money(recipient.waiting_fen)}
    if recipient.letter is not None:
        told |= {"letter": str(recipient.letter), "file": files.get(recipient.letter)}
    return told


def list_runs(desk: Desk, _args: argparse.Namespace) -> Json:
    """Every run, the newest first."""
    return {"runs": [_run(row) for row in run_rows(desk.store)]}


def _run(row: RunRow) -> Json:
    return {
        "run": str(row.id),
        "kind": row.kind,
        "issued_on": iso(row.issued_on),
        "by": row.issued_by,
        "outcomes": row.counts,
        "unprinted": row.unprinted,
        "uncopied": row.uncopied,
        "posted": row.posted,
        "answered": row.answered,
        "voided": row.voided,
    }


def show_run(desk: Desk, args: argparse.Namespace) -> Json:
    """What a run made of everyone, and its letters."""
    if args.run not in {row.id for row in run_rows(desk.store)}:
        raise Refused(Problem("unknown_id", {"what": "run", "id": str(args.run)}, str(args.run)))
    rows = letters_of_run(desk.store, args.run, unprinted=args.unprinted, uncopied=args.uncopied)
    copies = copies_of(desk.store, [row.id for row in rows])
    return {
        "run": str(args.run),
        "lines": [_line(line) for line in run_lines(desk.store, args.run)],
        "letters": [
            {"letter": str(row.id), "number": row.number, "sha256": row.sha256} | _copy(copies.get(row.id))
            for row in rows
        ],
    }


def keep_copies(desk: Desk, args: argparse.Namespace) -> Json:
    """Note that copies of letters are in the file, or that there are none after all."""
    (file_copies.drop_copies if args.undo else file_copies.keep_copies)(desk, args.letters)
    copies = copies_of(desk.store, args.letters)
    return {"letters": [{"letter": str(each)} | _copy(copies.get(each)) for each in args.letters]}


def _copy(held: FileCopy | None) -> Json:
    return {"copied_at": instant_text(held.at) if held else None, "copied_by": held.by if held else None}


def _line(line: LineRow) -> Json:
    return {
        "debtor": line.debtor,
        "guarantor": line.guarantor,
        "currency": line.currency,
        "outcome": line.outcome,
        "why": line.why,
        "until": iso(line.until_on),
        "letter": None if line.letter is None else str(line.letter),
    }


def show_wording(desk: Desk, args: argparse.Namespace) -> Json:
    """The words in force with the firm's own ones marked; set or reset first where asked to."""
    if args.reset:
        wording.reset_wording(desk, args.kind, args.language)
    elif args.set:
        own = dict(wording_of(desk.store, args.kind, args.language).words)
        changed = {entry: _text(source) for entry, source in args.set}
        wording.set_wording(desk, args.kind, args.language, {**own, **changed}, args.note)
    held = wording_of(desk.store, args.kind, args.language)
    words = {**program_words(args.kind, args.language), **held.words}
    return {
        "kind": args.kind,
        "language": args.language,
        "entries": {entry: words[entry] for entry in ENTRIES if entry in words},
        "own": sorted(held.words),
        "versions": [
            {"version": str(each.id), "own": sorted(each.words), "by": each.set_by, "note": each.note}
            for each in wording_versions(desk.store, args.kind, args.language)
        ],
        "doubts": list(word_problems(held.words)),
    }


def show_letterhead(desk: Desk, args: argparse.Namespace) -> Json:
    """Which pictures the letterhead has; set first what is given, ``none`` takes one away."""
    for name in wording.PICTURES:
        given = getattr(args, name)
        if given is not None:
            wording.set_picture(desk, name, None if given == "none" else Path(given))
    return {name: bool(setting(desk.store, which)) for name, which in wording.PICTURES.items()}
