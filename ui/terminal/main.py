"""The program without its window: one command, one answer. Loads no Qt."""

from __future__ import annotations

import argparse
import getpass
import json
import locale
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from models.actions.desk import Desk
from models.clock import Clock
from models.queries.settings import setting
from models.rules.problems import Problem, Refused
from models.settings import LANGUAGE, USER_NAME
from models.store import Store, open_store
from ui.problems import sentence
from ui.terminal import acts, folder, ledgers, letters, sums
from ui.terminal.values import Json, columns, day, file, warning

DONE, REFUSED, DAMAGED = 0, 1, 3


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; wrong usage ends with status 2 and a line that says what is wrong."""
    parser = argparse.ArgumentParser(prog="main.py", description="清账 Qingzhang", allow_abbrev=False)
    parser.add_argument("--data", type=file, default=None, help="the data folder (made when absent)")
    parser.add_argument("--today", type=day, default=None, help="the day that counts as today, YYYY-MM-DD")
    parser.add_argument("--lang", choices=("zh_CN", "en"), default=None)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object on standard output, nothing else there"
    )
    parser.add_argument("--demo", action="store_true", help="open the window on a sample portfolio")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for room in (sums, ledgers, acts, letters, folder):
        room.add_commands(commands)
    return parser.parse_args(arguments)


def data_folder(parsed: argparse.Namespace) -> Path:
    """The folder named, else the usual one of this user."""
    return parsed.data or Path(user_data_dir("Qingzhang", appauthor=False))


def run(parsed: argparse.Namespace, render: Callable[..., bytes]) -> int:
    """Do what the command says and print it. Returns 0 done, 1 refused, 3 damage found."""
    parsed.render = render
    language = parsed.lang or _system_language()
    try:
        answer = _answer(parsed)
    except Refused as refusal:
        return _refuse(parsed, refusal, language)
    except Exception:
        # A fault of ours: kept in the log with its details, told as a sentence.
        logging.getLogger("qingzhang").exception("command %s", parsed.command)
        return _refuse(parsed, Refused(Problem("unexpected", {"command": parsed.command})), language)
    doubts: list[Problem] = answer.pop("doubts", [])
    told = [warning(problem, sentence(problem, language)) for problem in doubts]
    if told or "warnings" in answer:
        answer["warnings"] = [*answer.get("warnings", []), *told]
    status = DAMAGED if answer.get("ok") is False else DONE
    _print(answer, as_json=parsed.json)
    return status


def _answer(parsed: argparse.Namespace) -> Json:
    if getattr(parsed, "handler", None) is not None:
        parsed.lang = parsed.lang or _system_language()
        return dict(parsed.handler(parsed))
    if getattr(parsed, "on_folder", None) is not None:
        return dict(parsed.on_folder(parsed, data_folder(parsed)))
    store = open_store(data_folder(parsed))
    logging.basicConfig(filename=_log(store), level=logging.WARNING)
    try:
        desk = Desk(store, Clock(parsed.today), setting(store, USER_NAME) or getpass.getuser())
        parsed.lang = parsed.lang or _language(store)
        if parsed.reads:
            with store.reading():
                return dict(parsed.work(desk, parsed))
        return dict(parsed.work(desk, parsed))
    finally:
        store.close()


def _log(store: Store) -> str:
    if not store.writable:
        return "/dev/null" if sys.platform != "win32" else "NUL"
    store.folder.logs.mkdir(exist_ok=True, mode=0o700)
    return str(store.folder.logs / "qingzhang.log")


def _language(store: Store) -> str:
    chosen = setting(store, LANGUAGE)
    return _system_language() if chosen == "system" else chosen


def _system_language() -> str:
    return "zh_CN" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"


def _refuse(parsed: argparse.Namespace, refusal: Refused, language: str) -> int:
    told = [warning(problem, sentence(problem, language)) for problem in refusal.problems]
    if parsed.json:
        _write(json.dumps({"problems": told}, ensure_ascii=False))
    for each in told:
        sys.stderr.write(f"{each['message']}\n")
    return REFUSED


def _print(answer: Json, *, as_json: bool) -> None:
    if as_json:
        _write(json.dumps(answer, ensure_ascii=False))
        return
    for name, value in answer.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            _write(f"{name}:")
            for line in columns(value):
                _write(f"  {line}")
        else:
            _write(f"{name}: {_plain(value)}")


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(part)}" for key, part in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value)
    return "" if value is None else str(value)


def _write(line: str) -> None:
    # A console that cannot show a character shows its escape; the answer is not lost for it.
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
