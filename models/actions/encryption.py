"""Encrypting the books and what follows from it; each is an entry of the journal, without any phrase or key."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from models.actions.backups import keep_generation
from models.actions.desk import Desk
from models.changes import Changes
from models.progress import Progress, silent
from models.queries.parties import creditor
from models.rules.recovery_key import RecoveryFacts, is_like, written
from models.store import conversion
from models.store.app_lock import AppLock
from models.store.generations import ASKED
from models.store.keys import KeyFile, new_keys, read_keys
from models.store.series import backup_place, generations, place_beside, plain_backups, series
from models.vault.key import Key, new_key


def encrypt_books(desk: Desk, phrase: str, recovery: bytes, progress: Progress = silent) -> Changes:
    """Encrypt database and documents; the pass phrase opens them from now on, and so does the recovery key.

    A lock of the window that is set opens with the same phrase afterwards. Refused: ``phrase_short`` and its like, and
    as ``models.store.conversion.encrypt`` refuses; nothing has changed then.
    """
    key = new_key()
    keys = new_keys(key, phrase).with_recovery(key, recovery)
    with desk.store.acting():
        conversion.encrypt(desk.store, key, keys, desk.clock.now(), progress)
        AppLock(desk.store.folder).follow_books()
        with desk.act("encrypt_books") as unit:
            unit.state("encryption", on=1, key=key.name)
    return Changes(everything=True, settings=True)


def decrypt_books(desk: Desk, words: str, progress: Progress = silent) -> Changes:
    """Plain books again. ``words`` are the pass phrase or the recovery key.

    A lock of the window keeps the pass phrase; with the recovery key it goes, for nobody typed a phrase to lock with.
    Refused: ``not_encrypted``, ``key_wrong``, and as ``models.store.conversion.decrypt`` refuses.
    """
    key_of_books(desk, words)
    with desk.store.acting():
        conversion.decrypt(desk.store, desk.clock.now(), progress)
        lock = AppLock(desk.store.folder)
        if lock.is_set and is_like(words):
            lock.take_away()
        elif lock.is_set:
            lock.put(words)
        with desk.act("decrypt_books") as unit:
            unit.state("encryption", on=0)
    return Changes(everything=True, settings=True)


def change_passphrase(desk: Desk, words: str, phrase: str) -> Changes:
    """Another pass phrase for the same books; ``words`` are the one before, or the recovery key.

    Backups made by the program since encrypting open with it too, where their place can be reached.
    Refused: ``not_encrypted``, ``key_wrong``, ``phrase_short`` and its like.
    """
    key = key_of_books(desk, words)
    return _change(desk, "change_passphrase", lambda keys: keys.with_phrase(key, phrase))


def change_recovery_key(desk: Desk, words: str, recovery: bytes) -> Changes:
    """Another recovery key; the sheet of the one before opens nothing any more. Refused: as ``change_passphrase``."""
    key = key_of_books(desk, words)
    return _change(desk, "change_recovery_key", lambda keys: keys.with_recovery(key, recovery))


def key_of_books(desk: Desk, words: str) -> Key:
    """The key, for who knows the pass phrase or the recovery key. Refused: ``not_encrypted``, ``key_wrong``."""
    if not desk.store.folder.encrypted:
        raise conversion.not_encrypted(desk.store.folder)
    return read_keys(desk.store.folder.root).opened(words)


def recovery_facts(desk: Desk, secret: bytes) -> RecoveryFacts:
    """What stands on the sheet of a recovery key."""
    folder, firm = desk.store.folder, creditor(desk.store)
    return RecoveryFacts(written(secret), desk.today, desk.who, folder.root.name, firm.name if firm else None)


def drop_plain_backups(desk: Desk) -> list[Path]:
    """Delete the backups from before the books were encrypted, which hold them in clear; returns which went.

    An encrypted one is made first where there is none. Refused: ``not_encrypted``, and as a backup is refused.
    """
    folder = desk.store.folder
    if not folder.encrypted:
        raise conversion.not_encrypted(folder)
    with desk.store.acting():
        found = plain_backups(folder)
        if found and not generations(series(folder, backup_place(folder))):
            keep_generation(desk, ASKED)
        for each in found:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        if found:
            with desk.act("drop_plain_backups") as unit:
                unit.state("encryption", dropped=len(found))
    return found


def _change(desk: Desk, verb: str, changed: Callable[[KeyFile], KeyFile]) -> Changes:
    with desk.act(verb) as unit:
        keys = conversion.change_keys(desk.store.folder, changed)
        for folder in _backups_of(desk):
            with suppress(OSError):
                keys.keep(folder)
        unit.state("encryption", on=1, key=keys.name)
    return Changes(settings=True)


def _backups_of(desk: Desk) -> Iterator[Path]:
    """The series of generations under this key that can be reached."""
    folder = desk.store.folder
    for place in {backup_place(folder), place_beside(folder)}:
        if series(folder, place).is_dir():
            yield series(folder, place)
