"""The command ``lock``: the lock of the window, which keeps nobody from a command."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass
from typing import Any

from models.actions.desk import Desk
from models.actions.lock import change_lock, remove_lock, reset_lock, set_lock
from models.queries.settings import setting
from models.settings import LOCK_MINIMISED, LOCK_MINUTES
from models.store.app_lock import lock_of
from ui.terminal.values import Json


def add_commands(commands: Any) -> None:
    """Register it."""
    parser = commands.add_parser("lock", help="the lock of the window: its state, or set, change, remove it")
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--set", action="store_const", dest="act", const="set")
    acts.add_argument("--change", action="store_const", dest="act", const="change")
    acts.add_argument("--remove", action="store_const", dest="act", const="remove")
    acts.add_argument(
        "--reset", action="store_const", dest="act", const="reset", help="nobody knows the phrase"
    )
    parser.set_defaults(work=show_or_act, reads=lambda parsed: parsed.act is None)


def show_or_act(desk: Desk, args: argparse.Namespace) -> Json:
    """How it stands, after what was asked for."""
    lock = lock_of(desk.store)
    if args.act == "set":
        set_lock(desk, lock, typed_phrase("Pass phrase: "))
    elif args.act == "change":
        change_lock(desk, lock, typed_phrase("Pass phrase: "), typed_phrase("New pass phrase: "))
    elif args.act == "remove":
        remove_lock(desk, lock, typed_phrase("Pass phrase: "))
    elif args.act == "reset":
        reset_lock(desk, lock)
    return {
        "set": lock.is_set,
        "minutes": setting(desk.store, LOCK_MINUTES),
        "minimised": setting(desk.store, LOCK_MINIMISED),
        "wait": lock.tries.left(desk.clock.now()),
    }


def typed_phrase(prompt: str) -> str:
    """The next line of standard input; typed at a terminal it is not shown. Never an option: others see those."""
    return getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
