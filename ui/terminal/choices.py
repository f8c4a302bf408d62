"""The command ``setting``: every choice that changes what the program does, by its key."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions.desk import Desk
from models.actions.settings import choose
from models.queries.settings import setting
from models.rules.problems import Problem, Refused
from models.settings import ALL, Setting
from ui.terminal.values import Json


def add_commands(commands: Any) -> None:
    """Register it."""
    parser = commands.add_parser("setting", help="list the choices of this portfolio, or set one")
    parser.add_argument("name", nargs="?", choices=[each.key for each in ALL], metavar="NAME")
    parser.add_argument("value", nargs="?")
    parser.set_defaults(work=show_or_set, reads=lambda parsed: parsed.value is None)


def show_or_set(desk: Desk, args: argparse.Namespace) -> Json:
    """One choice or all of them, after setting it where a value was told."""
    if args.value is not None:
        which: Setting[Any] = next(each for each in ALL if each.key == args.name)
        choose(desk, which, _typed(which, args.value))
    told: list[Setting[Any]] = [each for each in ALL if args.name in (None, each.key)]
    return {"settings": [_setting(desk, each) for each in told]}


def _typed(which: Setting[Any], text: str) -> str | int | bool:
    """The value as the choice keeps it. Refused (``setting_out_of_range``) where it is of another sort."""
    wanted = type(which.default)
    if wanted is str:
        return text
    words = {"true": True, "false": False} if wanted is bool else {}
    if text in words:
        return words[text]
    try:
        number = int(text)
    except ValueError:
        number = None
    if number is None or wanted is bool:
        raise Refused(Problem("setting_out_of_range", {"setting": which.key, "value": text}, which.key))
    return number


def _setting(desk: Desk, which: Setting[Any]) -> Json:
    return {
        "name": which.key,
        "value": setting(desk.store, which),
        "default": which.default,
        "choices": list(which.choices),
        "least": which.least,
        "most": which.most,
        "source": which.source,
    }
