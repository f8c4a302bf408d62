"""Commands of trust: the journal, what left as a file and what for, the data of one person."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions.desk import Desk
from models.actions.disclosing import state_purpose
from models.actions.journal_out import export_journal
from models.actions.persons import erase_person, export_person
from models.queries.disclosures import Disclosure, disclosures, purpose_of
from models.queries.journal_entries import Detail, Entry, Filter, details, entries
from models.queries.person_data import person_data
from models.queries.person_mentions import Mention, mentions
from models.rules.problems import Problem, Refused
from ui.terminal.values import Json, add_openly, count, day, file, iso


def add_commands(commands: Any) -> None:
    """journal, disclosures, purpose, person-data, erase-person."""
    book = commands.add_parser("journal", help="who did what, with what stood there before and after")
    book.add_argument("entry", nargs="?", type=count, help="one entry with its values")
    book.add_argument("--who", default="")
    book.add_argument("--verb", default="")
    book.add_argument("--from", dest="first", type=day)
    book.add_argument("--to", dest="last", type=day)
    book.add_argument("--find", default="", help="looked for in what was written")
    book.add_argument("--before", type=count, help="only entries before this one")
    book.add_argument("--limit", type=count, default=200)
    book.add_argument("--unmasked", action="store_true", help="personal data in full")
    book.add_argument("--xlsx", type=file)
    add_openly(book)
    book.set_defaults(work=show_journal, reads=lambda parsed: parsed.xlsx is None)
    commands.add_parser("disclosures", help="every file that was made, by whom and what for").set_defaults(
        work=show_disclosures, reads=True
    )
    purpose = commands.add_parser("purpose", help="say once what files of a kind are made for")
    purpose.add_argument("kind", help="as disclosures names it, e.g. export_claims")
    purpose.add_argument("text")
    purpose.set_defaults(work=enter_purpose, reads=False)
    one = commands.add_parser("person-data", help="everything the books say of one person")
    one.add_argument("name")
    one.add_argument("--out", type=file, help="a folder for a workbook and the recordings")
    one.set_defaults(work=show_person, reads=lambda parsed: parsed.out is None)
    gone = commands.add_parser("erase-person", help="a pseudonym in the place of a name that no claim holds")
    gone.add_argument("name")
    gone.add_argument("--why", required=True)
    gone.set_defaults(work=erase, reads=False)


def show_journal(desk: Desk, args: argparse.Namespace) -> Json:
    """The entries that fit, the newest first; of one entry every value."""
    if args.entry is not None:
        found = entries(desk.store, Filter(before=args.entry + 1), 1)
        values = [_shown(each, args) for each in details(desk.store, args.entry)]
        return {"entries": [_entry(each) for each in found if each.seq == args.entry], "values": values}
    wanted = Filter(args.who, args.verb, args.first, args.last, args.find, args.before)
    found = entries(desk.store, wanted, args.limit)
    if args.xlsx is not None:
        chosen = [each.seq for each in found]
        export_journal(desk, args.xlsx, chosen, args.lang, openly=args.openly or _stated(desk, args))
    return {"entries": [_entry(each) for each in found]}


def _stated(desk: Desk, args: argparse.Namespace) -> str:
    """For ``--unmasked``: the purpose that was stated for the kind. Refused (``no_purpose``) where none was."""
    purpose = purpose_of(desk.store, "export_journal") if args.unmasked else ""
    if args.unmasked and not purpose:
        raise Refused(Problem("no_purpose", {"kind": "export_journal"}, "purpose"))
    return purpose


def _entry(one: Entry) -> Json:
    return {"entry": one.seq, "at": iso(one.at), "who": one.who, "verb": one.verb, "hash": one.hash}


def _shown(one: Detail, args: argparse.Namespace) -> Json:
    shown = one if args.unmasked else one.hidden()
    return {
        "what": shown.kind,
        "table": shown.table,
        "id": shown.key,
        "column": shown.column,
        "before": shown.before,
        "after": shown.after,
    }


def show_disclosures(desk: Desk, _args: argparse.Namespace) -> Json:
    """The whole log, the newest first."""
    return {"disclosures": [_disclosure(each) for each in disclosures(desk.store)]}


def _disclosure(one: Disclosure) -> Json:
    return {
        "entry": one.seq,
        "at": iso(one.at),
        "who": one.who,
        "kind": one.kind,
        "file": one.file,
        "rows": one.rows,
        "purpose": one.purpose or None,
        "personal": one.personal,
    }


def enter_purpose(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep it; the log as it reads now."""
    state_purpose(desk, args.kind, args.text)
    return show_disclosures(desk, args)


def show_person(desk: Desk, args: argparse.Namespace) -> Json:
    """Every record that names the person, written into a folder where one is given."""
    found = (
        person_data(desk.store, args.name) if args.out is None else export_person(desk, args.out, args.name)
    )
    return {
        "name": found.name,
        "records": [
            {"table": each.table, "id": str(each.key), "held": each.holds, "values": _filled(each.values)}
            for each in found.records
        ],
        "recordings": [{"evidence": str(each.evidence), "name": each.name} for each in found.recordings],
        "mentions": [_mention(each) for each in mentions(desk.store, args.name)],
    }


def _mention(one: Mention) -> Json:
    ids = [str(each) for each in one.keys]
    return {"table": one.table, "column": one.column, "count": one.count, "ids": ids, "why": one.why}


def _filled(values: dict[str, str | int | None]) -> Json:
    return {column: value for column, value in values.items() if value not in (None, "")}


def erase(desk: Desk, args: argparse.Namespace) -> Json:
    """Name the person no longer, where nothing holds the name."""
    done = erase_person(desk, args.name, args.why)
    kept = [_mention(each) for each in done.kept]
    return {"pseudonym": done.pseudonym, "erased": done.erased, "held": done.held, "kept": kept}
