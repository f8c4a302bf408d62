"""The program without its window: one command, one answer. Loads no Qt."""

from __future__ import annotations

import argparse
import getpass
import json
import locale
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from models.actions.desk import Desk
from models.clock import Clock
from models.queries.settings import setting
from models.rules.problems import Problem, Refused, of_system
from models.settings import LANGUAGE, USER_NAME
from models.store import Store, open_store
from models.store.folder import DataFolder
from models.store.locks import WAIT_S
from models.store.store import trouble_of
from models.store.surroundings import doubts
from ui.problems import sentence
from ui.terminal.command_rooms import rooms_for
from ui.terminal.keyhole import key_for
from ui.terminal.paper import lines
from ui.terminal.sentences import sentence_by_command
from ui.terminal.values import Json, day, file, warning

DONE, REFUSED, DAMAGED = 0, 1, 3
_DAMAGE = "database_unreadable"


class _Parser(argparse.ArgumentParser):
    """Options are written out: a shortened one would change its meaning with the next option added."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "allow_abbrev": False})

    def _print_message(self, message: str, file: Any = None) -> None:
        stream = file or sys.stderr
        stream.write(_encodable(message, stream.encoding))


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; wrong usage ends with status 2 and a line that says what is wrong."""
    parser = _Parser(prog="main.py", description="清账 Qingzhang")
    parser.add_argument("--data", type=file, default=None, help="the data folder (made when absent)")
    parser.add_argument("--today", type=day, default=None, help="the day that counts as today, YYYY-MM-DD")
    parser.add_argument("--lang", choices=("zh_CN", "en"), default=None)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object on standard output, nothing else there"
    )
    parser.add_argument(
        "--key-stdin", action="store_true", help="the first line of standard input opens encrypted books"
    )
    parser.add_argument("--demo", action="store_true", help="open the window on a sample portfolio")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for room in rooms_for(arguments):
        room.add_commands(commands)
    parsed = parser.parse_args(arguments)
    if parsed.json and parsed.command is None:
        parser.error("--json: a window answers nobody; name a command")
    for name, value in vars(parsed).items():
        if not _sayable(value):
            parser.error(f"--{name.replace('_', '-')}: characters that no text and no file name can hold")
    return parsed


def _sayable(value: object) -> bool:
    """Whether a value can be kept as text, or name a file: no NUL, no halves of a surrogate pair."""
    if isinstance(value, list):
        return all(map(_sayable, value))
    if isinstance(value, str):
        return "\0" not in value and not any("\ud800" <= character <= "\udfff" for character in value)
    return not isinstance(value, Path) or _names_a_file(str(value))


def _names_a_file(text: str) -> bool:
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def data_folder(parsed: argparse.Namespace) -> Path:
    """The folder named, else the usual one of this user."""
    if parsed.data:
        return Path(parsed.data)
    from platformdirs import user_data_dir  # a moment to load, and only wanted here

    return Path(user_data_dir("Qingzhang", appauthor=False))


def run(parsed: argparse.Namespace, render: Callable[..., bytes]) -> int:
    """Do what the command says and print it. Returns 0 done, 1 refused, 3 damage found."""
    parsed.render = render
    language = parsed.lang or _system_language()
    try:
        answer = _answer(parsed)
    except Refused as refusal:
        return _refuse(parsed, refusal, language)
    except OSError as error:
        return _refuse(parsed, Refused(of_system(error, str(data_folder(parsed)))), language)
    except KeyboardInterrupt:
        return _refuse(parsed, Refused(Problem("interrupted", {"command": parsed.command})), language)
    except Exception as error:
        # Damage below us, or a fault of ours: kept in the log with its details, told as a sentence.
        _keep(parsed)
        code = trouble_of(error) or "unexpected"
        folder = str(data_folder(parsed))
        problem = Problem(code, {"command": parsed.command, "folder": folder}, folder)
        return _refuse(parsed, Refused(problem), language)
    doubted: list[Problem] = answer.pop("doubts", [])
    told = [warning(problem, sentence(problem, language)) for problem in doubted]
    if told or "warnings" in answer:
        answer["warnings"] = [*answer.get("warnings", []), *told]
    status = DAMAGED if answer.get("ok") is False else DONE
    return status if _print(answer, as_json=parsed.json) else REFUSED


def _answer(parsed: argparse.Namespace) -> Json:
    if getattr(parsed, "handler", None) is not None:
        parsed.lang = parsed.lang or _system_language()
        return dict(parsed.handler(parsed))
    if getattr(parsed, "on_folder", None) is not None:
        return dict(parsed.on_folder(parsed, data_folder(parsed)))
    reads = parsed.reads(parsed) if callable(parsed.reads) else parsed.reads
    root, wait_s = data_folder(parsed), 0.0 if reads else WAIT_S
    store = open_store(root, key=key_for(parsed, root), wait_s=wait_s, before_migration=keep_older)
    try:
        desk = Desk(store, Clock(parsed.today), setting(store, USER_NAME) or _account())
        parsed.lang = parsed.lang or _language(store)
        if reads:
            with store.reading():
                return dict(parsed.work(desk, parsed))
        standing = doubts(store, desk.clock.now())
        answer = dict(parsed.work(desk, parsed))
        return answer | {"doubts": [*standing, *answer.get("doubts", [])]}
    finally:
        store.close()


def keep_older(folder: DataFolder) -> None:
    """Back the portfolio of an older program up before it is brought up to this one's schema."""
    # Once in the life of a portfolio: no other start waits for what backups stand on.
    import_module("models.store.generations").keep_before_migration(folder, Clock().now())


def _account() -> str:
    """The name of this account; a machine may have none for it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if hasattr(os, "getuid") else "?"


def _keep(parsed: argparse.Namespace) -> None:
    """Write the fault that is being handled into the log of the data folder, where that can be written."""
    import logging  # only wanted when something went wrong, as what follows

    try:
        handler = import_module("ui.faults").fault_handler(data_folder(parsed) / "log")
    except OSError:
        return
    logger = logging.getLogger("qingzhang")
    logger.propagate = False
    logger.addHandler(handler)
    try:
        logger.exception(f"command {parsed.command}")
    finally:
        logger.removeHandler(handler)
        handler.close()


def _language(store: Store) -> str:
    chosen = setting(store, LANGUAGE)
    return _system_language() if chosen == "system" else chosen


def _system_language() -> str:
    return "zh_CN" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"


def _refuse(parsed: argparse.Namespace, refusal: Refused, language: str) -> int:
    told = [warning(problem, sentence_by_command(problem, language)) for problem in refusal.problems]
    if parsed.json:
        _write([json.dumps({"problems": told}, ensure_ascii=False)])
    for each in dict.fromkeys(each["message"] for each in told):
        sys.stderr.write(_encodable(f"{each}\n", sys.stderr.encoding))
    return DAMAGED if _DAMAGE in {problem.code for problem in refusal.problems} else REFUSED


def _print(answer: Json, *, as_json: bool) -> bool:
    return _write([json.dumps(answer, ensure_ascii=False)] if as_json else list(lines(answer)))


def _write(text: list[str]) -> bool:
    """Print lines; False where nobody can read them (a closed pipe, a full disk): what was done stays done."""
    try:
        for line in text:
            sys.stdout.write(_encodable(line, sys.stdout.encoding) + "\n")
        sys.stdout.flush()
    except OSError as error:
        # Python would try once more at its end, and complain with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stderr.write(f"{error.strerror}\n")
        return False
    return True


def _encodable(text: str, encoding: str | None) -> str:
    """A console that cannot show a character shows its escape; the answer is not lost for it."""
    name = encoding or "utf-8"
    return text.encode(name, "backslashreplace").decode(name)
