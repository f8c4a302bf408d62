"""The small file beside encrypted books: their key, wrapped once by the pass phrase and once by the recovery key."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from models.rules import recovery_key
from models.rules.problems import Problem, Refused
from models.store.passphrase import SALT_BYTES, USUAL, Cost, derive, new_salt, refuse_weak
from models.vault.durable import write_bytes_whole
from models.vault.key import KEY_BYTES, Key, expanded

FILE = "keys.json"

_VERSION = 1
_NONCE, _TAG = 12, 16


@dataclass(frozen=True)
class Wrap:
    """The key as one secret opens it; in hexadecimal digits. ``cost`` is what a pass phrase is stretched by."""

    salt: str
    sealed: str
    cost: Cost | None = None


@dataclass(frozen=True)
class KeyFile:
    """What the file says. ``name`` tells which key it is, and nothing of it."""

    name: str
    phrase: Wrap
    recovery: Wrap | None = None

    def opened(self, words: str) -> Key:
        """The key, for the pass phrase or the recovery key. Refused: ``key_wrong``, ``recovery_key_group``."""
        key = self._by_recovery(words) or self._by_phrase(words)
        if key:
            return key
        if recovery_key.is_like(words):
            recovery_key.read(words)  # says which group is mistyped
        raise Refused(Problem("key_wrong", {}, "phrase"))

    def with_phrase(self, key: Key, phrase: str, cost: Cost = USUAL) -> KeyFile:
        """The same with another pass phrase. Refused: ``phrase_short``, ``phrase_long``, ``phrase_simple``."""
        refuse_weak(phrase)
        return replace(self, phrase=_by_phrase(key, phrase, cost))

    def with_recovery(self, key: Key, secret: bytes) -> KeyFile:
        """The same with another recovery key; the one before opens nothing any more."""
        salt = new_salt()
        return replace(self, recovery=Wrap(salt.hex(), _wrap(key, expanded(salt + secret, b"recovery"))))

    def keep(self, folder: Path) -> None:
        """Write it into a folder; it is there as before, or as it is now."""
        write_bytes_whole(folder / FILE, self.told())

    def told(self) -> bytes:
        """The file."""
        told = {"version": _VERSION, "key": self.name, "phrase": asdict(self.phrase)}
        told["recovery"] = self.recovery and asdict(self.recovery)
        return json.dumps({**told, "sum": _sum(told)}, indent=1).encode()

    def _by_recovery(self, words: str) -> Key | None:
        try:
            secret = recovery_key.read(words)
        except Refused:
            return None
        wrap = self.recovery
        if wrap is None:
            return None
        return _unwrap(self.name, wrap, expanded(bytes.fromhex(wrap.salt) + secret, b"recovery"))

    def _by_phrase(self, words: str) -> Key | None:
        salt, cost = bytes.fromhex(self.phrase.salt), self.phrase.cost or USUAL
        return _unwrap(self.name, self.phrase, derive(words, salt, cost))


@dataclass(frozen=True)
class Ring:
    """What may open encrypted books or their backup: the key of those that are open, and what somebody typed."""

    key: Key | None = None
    words: str | None = field(default=None, repr=False)

    def opened(self, keys: KeyFile, where: Path) -> Key:
        """The key of this file. Refused: ``backup_locked`` where nothing here is of it, and as ``KeyFile.opened``."""
        if self.key and self.key.name == keys.name:
            return self.key
        if self.words is None:
            raise Refused(Problem("backup_locked", {"file": where.name}, str(where)))
        return keys.opened(self.words)


NO_KEYS = Ring()


def new_keys(key: Key, phrase: str, cost: Cost = USUAL) -> KeyFile:
    """The file of a new key, without a recovery key yet. Refused as ``KeyFile.with_phrase``."""
    refuse_weak(phrase)
    return KeyFile(key.name, _by_phrase(key, phrase, cost))


def new_recovery_key() -> bytes:
    """160 bits nobody has had before; ``models.rules.recovery_key.written`` says them on paper."""
    return os.urandom(recovery_key.BYTES)


def read_keys(folder: Path) -> KeyFile:
    """What the key file of a folder says. Refused: ``key_file_damaged``, ``newer_program``."""
    file = folder / FILE
    try:
        return understood(file.read_bytes(), str(file))
    except OSError as error:
        raise Refused(Problem("key_file_damaged", {"file": str(file)}, str(file))) from error


def opens_books(folder: Path, words: str) -> bool:
    """Whether these words open the books in a folder. Refused: ``key_file_damaged``."""
    try:
        return bool(read_keys(folder).opened(words))
    except Refused as refusal:
        if refusal.problems[0].code in ("key_wrong", "recovery_key_group"):
            return False
        raise


def understood(content: bytes, name: str) -> KeyFile:
    """The same from its bytes, as a backup holds them; ``name`` is said where they are damaged."""
    try:
        told = dict(json.loads(content))
        if told.pop("sum", None) not in (None, _sum(told)):
            raise ValueError("another sum")
        if int(told["version"]) > _VERSION:
            raise Refused(Problem("newer_program", {"file": name}, name))
        recovery = told["recovery"]
        return KeyFile(str(told["key"]), _read(told["phrase"]), _read(recovery) if recovery else None)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise Refused(Problem("key_file_damaged", {"file": name}, name)) from error


def _sum(told: Mapping[str, Any]) -> str:
    """By which damage is told from a wrong pass phrase. Files of earlier programs have none."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _read(told: Mapping[str, Any]) -> Wrap:
    lengths = len(bytes.fromhex(told["salt"])), len(bytes.fromhex(told["sealed"]))
    if lengths != (SALT_BYTES, _NONCE + KEY_BYTES + _TAG):
        raise ValueError("salt or sealed key of another length")
    cost = told["cost"]
    return Wrap(told["salt"], told["sealed"], Cost(**cost) if cost else None)


def _by_phrase(key: Key, phrase: str, cost: Cost) -> Wrap:
    salt = new_salt()
    return Wrap(salt.hex(), _wrap(key, derive(phrase, salt, cost)), cost)


def _wrap(key: Key, by: bytes) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # only where books are encrypted

    nonce = os.urandom(_NONCE)
    return (nonce + AESGCM(by).encrypt(nonce, key.secret, key.name.encode())).hex()


def _unwrap(name: str, wrap: Wrap, by: bytes) -> Key | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    sealed = bytes.fromhex(wrap.sealed)
    try:
        secret = AESGCM(by).decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
    except (InvalidTag, ValueError):
        return None
    key = Key(secret)
    return key if len(secret) == KEY_BYTES and hmac.compare_digest(key.name, name) else None
