"""Commands on the data folder itself: demo, verify, backup, backups, restore."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.actions.backups import keep_generation, restore_beside
from models.actions.demo import fill
from models.actions.desk import Desk
from models.actions.encryption import drop_plain_backups
from models.actions.exports import export_backup
from models.clock import Clock, instant_text
from models.queries.vouched import not_in_journal
from models.rules.problems import Refused
from models.store import backup as backups
from models.store import open_store
from models.store.folder import DataFolder
from models.store.generations import ASKED, keep_before_migration
from models.store.series import Generation, backup_place, generation, generations, plain_backups, series
from models.store.store import trouble_of
from models.store.surroundings import doubts
from models.store.verify import Damage, Verified, last_good, unreadable, verify
from ui.terminal.keyhole import key_for, ring_for
from ui.terminal.values import Json, count, file, iso


def add_commands(commands: Any) -> None:
    """demo, verify, backup, backups, restore."""
    demo = commands.add_parser("demo", help="fill an empty folder with a sample portfolio")
    demo.add_argument("--claims", type=count, required=True)
    demo.add_argument("--seed", type=int, default=1)
    demo.set_defaults(work=fill_demo, reads=False)
    check = commands.add_parser("verify", help="is everything what the journal says?")
    check.add_argument("--quick", action="store_true")
    check.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="FILE|FOOT",
        help="a manifest, or the foot of a letter",
    )
    check.set_defaults(on_folder=verify_folder)
    keep = commands.add_parser("backup", help="one self-contained file, proved by restoring it")
    keep.add_argument("--to", type=file)
    keep.set_defaults(work=back_up, reads=False)
    every = commands.add_parser("backups", help="the backups the program made by itself, each proved")
    every.add_argument("--make", action="store_true", help="make one now, where something was written since")
    every.add_argument(
        "--drop-plain", action="store_true", help="delete those from before the books were encrypted"
    )
    every.set_defaults(work=show_backups, reads=lambda parsed: not (parsed.make or parsed.drop_plain))
    bring = commands.add_parser("restore", help="bring a backup into an empty folder")
    bring.add_argument("file", type=file, help="one file, or a folder that backups names")
    bring.set_defaults(on_folder=restore)


def fill_demo(desk: Desk, args: argparse.Namespace) -> Json:
    """A sample portfolio with a made-up creditor."""
    filled = fill(desk, args.claims, args.seed)
    return {"claims": filled.claims, "debtors": filled.debtors}


def verify_folder(args: argparse.Namespace, root: Path) -> Json:
    """Recompute, compare, hash. A database that cannot even be opened is the damage that was looked for."""
    key = key_for(args, root)
    try:
        store = open_store(
            root, key=key, before_migration=lambda folder: keep_before_migration(folder, Clock().now())
        )
    except Exception as error:
        code = error.problems[0].code if isinstance(error, Refused) else trouble_of(error)
        if code not in ("not_a_database", "database_unreadable"):
            raise
        return _told(unreadable(DataFolder(root, key), code))
    now = Clock(args.today).now()
    try:
        since = last_good(store.folder)
        gone = not_in_journal(store, args.against)
        found = verify(store, now, quick=args.quick)
        lost = [Damage("chain", each, instant_text(since) if since else None) for each in gone]
        found = replace(found, damage=(*found.damage, *lost))
        return _told(found) | {"doubts": doubts(store, now) if found.ok else []}
    finally:
        store.close()


def _told(result: Verified) -> Json:
    return {
        "ok": result.ok,
        "checked": result.checked,
        "damage": [
            {
                "what": each.what,
                "where": each.where,
                "since": each.since,
                "claims": [str(key) for key in each.claims],
            }
            for each in result.damage
        ],
    }


def back_up(desk: Desk, args: argparse.Namespace) -> Json:
    """Write and prove a backup; that it was made stands in the journal."""
    target = args.to or _usual(desk)
    made = export_backup(desk, target)
    return {"file": str(made.file), "sha256": made.sha256, "checked": made.checked}


def show_backups(desk: Desk, args: argparse.Namespace) -> Json:
    """The generations of this data folder, the newest first; with ``--make`` one more before."""
    made = keep_generation(desk, ASKED) if args.make else None
    folder = desk.store.folder
    place = backup_place(folder)
    dropped = drop_plain_backups(desk) if args.drop_plain else []
    return {
        "encrypted": folder.encrypted,
        "plain_backups": [str(each) for each in plain_backups(folder)] if folder.encrypted else [],
        "dropped": [str(each) for each in dropped],
        "place": str(place),
        "made": made.number if made else None,
        "backups": [_told_of(one) for one in generations(series(folder, place))],
    }


def _told_of(one: Generation) -> Json:
    return {
        "number": one.number,
        "folder": str(one.folder),
        "made_at": iso(one.made_at),
        "why": one.why,
        "journal": one.seq,
        "holds": one.holds,
        "checked": one.checked,
    }


def _usual(desk: Desk) -> Path:
    return backup_place(desk.store.folder) / f"qingzhang-{desk.clock.now():%Y%m%d-%H%M%S}.qzbackup"


def restore(args: argparse.Namespace, root: Path) -> Json:
    """Bring a backup into the data folder, which must be empty."""
    checked = restore_beside(args.file, root, Clock(args.today).now(), ring=ring_for(args))
    made = generation(args.file)
    whole = made.file if made else args.file
    return {"file": str(args.file), "sha256": backups.file_hash(whole), "checked": checked}
