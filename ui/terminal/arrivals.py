"""Commands for ledgers that come by themselves: one look into the folder, and what came."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from models.actions.arrivals import mark_seen, watch, watch_until_still
from models.actions.desk import Desk
from models.queries.arrivals import ArrivalRow, arrivals, wanting_attention
from models.queries.settings import setting
from models.rules.problems import Problem, Refused
from models.settings import WATCH_FOLDER
from ui.problems import kept_sentence
from ui.terminal.values import Json, file, iso, keys, warning

ALL = "all"


def add_commands(commands: Any) -> None:
    """watch, arrivals."""
    look = commands.add_parser("watch", help="import what is new in the watched folder")
    look.add_argument("--folder", type=file, help="in place of the one in the settings")
    look.add_argument(
        "--once", action="store_true", help="do not wait for files that are still being written"
    )
    look.set_defaults(work=watch_folder, reads=False)
    came = commands.add_parser("arrivals", help="ledgers that came by themselves, newest first")
    came.add_argument("--unseen", action="store_true")
    came.add_argument("--seen", metavar="ID,… or all", help="mark as seen")
    came.set_defaults(work=show_arrivals, reads=lambda parsed: parsed.seen is None)


def watch_folder(desk: Desk, args: argparse.Namespace) -> Json:
    """What the window does when it opens: take in what is new, once."""
    chosen = args.folder or setting(desk.store, WATCH_FOLDER)
    if not chosen:
        raise Refused(Problem("watch_folder_unset"))
    folder = Path(chosen).absolute()
    watched = (watch if args.once else watch_until_still)(desk, folder)
    rows = [row for row in arrivals(desk.store) if row.id in watched.arrivals]
    return {
        "folder": str(folder),
        "arrivals": [_arrival(row, args.lang) for row in reversed(rows)],
        "doubts": list(watched.later),
    }


def show_arrivals(desk: Desk, args: argparse.Namespace) -> Json:
    """What came by itself; with ``--seen`` those are marked first."""
    if args.seen is not None:
        unseen = [row.id for row in arrivals(desk.store) if not row.seen]
        mark_seen(desk, unseen if args.seen == ALL else keys(args.seen))
    rows = wanting_attention(desk.store) if args.unseen else arrivals(desk.store)
    return {"arrivals": [_arrival(row, args.lang) for row in rows]}


def _arrival(row: ArrivalRow, language: str) -> Json:
    return {
        "arrival": str(row.id),
        "file": row.file_name,
        "folder": row.folder,
        "came_at": iso(row.came_at),
        "state": row.state,
        "as_of": iso(row.as_of),
        **{name: row.counts.get(name) for name in ("new", "changed", "same", "missing", "doubtful")},
        "problems": row.counts.get("problems"),
        "batch": None if row.batch is None else str(row.batch),
        "why": [warning(problem, kept_sentence(problem, language)) for problem in row.why],
        "warnings": [warning(problem, kept_sentence(problem, language)) for problem in row.warnings],
        "seen": row.seen,
    }
