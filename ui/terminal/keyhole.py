"""What opens encrypted books for a command: never an option, whose words others see in the list of processes."""

from __future__ import annotations

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path

from models.rules.problems import Problem, Refused
from models.store.folder import DataFolder
from models.store.keys import Ring, read_keys
from models.vault.key import Key

FILE_NAMED_BY = "QINGZHANG_PASSPHRASE_FILE"
"""The environment variable that names a file whose first line is the pass phrase, for what runs at night."""


def key_for(parsed: argparse.Namespace, root: Path) -> Key | None:
    """The key of the books in a folder; None where they are plain. Refused: ``books_locked``, ``key_wrong``."""
    if not DataFolder(root).encrypted:
        return None
    words = words_given(parsed)
    if words is None:
        raise Refused(Problem("books_locked", {"folder": str(root)}, str(root)))
    return read_keys(root).opened(words)


def ring_for(parsed: argparse.Namespace) -> Ring:
    """What may open a backup."""
    return Ring(words=words_given(parsed))


def words_given(parsed: argparse.Namespace) -> str | None:
    """Pass phrase or recovery key: the first line of standard input with ``--key-stdin``, else of the file named.

    Read once; what follows on standard input is left to the command. Refused: ``phrase_file_unreadable``,
    ``phrase_missing``.
    """
    if not hasattr(parsed, "words"):
        parsed.words = typed_line("Pass phrase or recovery key: ", 1) if parsed.key_stdin else _from_file()
    words: str | None = parsed.words
    return words


def typed_line(prompt: str, number: int) -> str:
    """The next line of standard input; typed at a terminal it is not shown. Refused: ``phrase_missing``."""
    words = getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not words:
        raise Refused(Problem("phrase_missing", {"line": str(number)}, "phrase"))
    return words


def _from_file() -> str | None:
    named = os.environ.get(FILE_NAMED_BY)
    if not named:
        return None
    try:
        return Path(named).read_text("utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(Problem("phrase_file_unreadable", {"file": named}, named)) from error
