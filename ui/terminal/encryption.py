"""Commands on encrypted books: encrypt, decrypt, change-passphrase, recovery-key."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models.actions.desk import Desk
from models.actions.encryption import (
    change_passphrase,
    change_recovery_key,
    decrypt_books,
    encrypt_books,
    key_of_books,
    recovery_facts,
)
from models.rules.problems import Problem, Refused
from models.store.keys import new_recovery_key, read_keys
from models.store.locks import FolderLock
from models.store.series import plain_backups
from models.vault.durable import write_bytes_whole
from ui.terminal.keyhole import typed_line, words_given
from ui.terminal.values import Json, file


def add_commands(commands: Any) -> None:
    """encrypt, decrypt, change-passphrase, recovery-key."""
    make = commands.add_parser(
        "encrypt", help="encrypt the books; the new pass phrase is read from standard input"
    )
    make.add_argument(
        "--recovery-pdf", type=file, required=True, help="where the sheet with the recovery key goes"
    )
    make.set_defaults(work=encrypt, reads=False)
    undo = commands.add_parser("decrypt", help="turn encrypted books into plain ones")
    undo.set_defaults(work=decrypt, reads=False)
    change = commands.add_parser("change-passphrase", help="another pass phrase, read from standard input")
    change.set_defaults(work=change_phrase, reads=False)
    renew = commands.add_parser(
        "recovery-key", help="another recovery key; the one before opens nothing any more"
    )
    renew.add_argument("--pdf", type=file, required=True, help="where its sheet goes")
    renew.set_defaults(work=renew_recovery_key, reads=False)


def encrypt(desk: Desk, args: argparse.Namespace) -> Json:
    """Plain books become encrypted ones; their sheet is written before, so that no key is ever without it."""
    if desk.store.folder.encrypted:
        raise Refused(Problem("already_encrypted", {"folder": str(desk.store.folder.root)}, "folder"))
    phrase, secret = typed_line("New pass phrase: ", 1), new_recovery_key()
    with _window_shut(desk), _sheet(desk, args, args.recovery_pdf, secret):
        encrypt_books(desk, phrase, secret)
    return {**_state(desk), "recovery_pdf": str(args.recovery_pdf)}


def decrypt(desk: Desk, args: argparse.Namespace) -> Json:
    """Plain books again."""
    with _window_shut(desk):
        decrypt_books(desk, words_given(args) or "")
    return _state(desk)


def change_phrase(desk: Desk, args: argparse.Namespace) -> Json:
    """Another pass phrase; the line after the one that opened the books, or the first where a file did."""
    words = words_given(args) or ""
    key_of_books(desk, words)
    change_passphrase(desk, words, typed_line("New pass phrase: ", 2 if args.key_stdin else 1))
    return _state(desk)


def renew_recovery_key(desk: Desk, args: argparse.Namespace) -> Json:
    """Another recovery key and its sheet."""
    words, secret = words_given(args) or "", new_recovery_key()
    key_of_books(desk, words)
    with _sheet(desk, args, args.pdf, secret):
        change_recovery_key(desk, words, secret)
    return {**_state(desk), "recovery_pdf": str(args.pdf)}


def _state(desk: Desk) -> Json:
    folder = desk.store.folder
    return {
        "encrypted": folder.encrypted,
        "key": read_keys(folder.root).name if folder.encrypted else None,
        "plain_backups": [str(each) for each in plain_backups(folder)] if folder.encrypted else [],
    }


@contextmanager
def _sheet(desk: Desk, args: argparse.Namespace, target: Path, secret: bytes) -> Iterator[None]:
    """The sheet with a recovery key stands there when what it opens is made; it goes where that was not made."""
    if target.exists():
        raise Refused(Problem("sheet_there", {"file": str(target)}, str(target)))
    write_bytes_whole(target, args.render("recovery_sheet", recovery_facts(desk, secret), args.lang))
    try:
        yield
    except BaseException:
        target.unlink(missing_ok=True)
        raise


@contextmanager
def _window_shut(desk: Desk) -> Iterator[None]:
    """No window has the books open, and none opens them meanwhile. Refused: ``window_has_books``."""
    lock = FolderLock(desk.store.folder.window_lock)
    if not lock.try_now():
        raise Refused(Problem("window_has_books", lock.holder(), "folder"))
    try:
        yield
    finally:
        lock.release()
