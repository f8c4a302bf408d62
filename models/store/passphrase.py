"""What a pass phrase opens: a key made of it, and a seal that knows the right one again (argon2id, RFC 9106)."""

from __future__ import annotations

import base64
import hmac
import os
from dataclasses import dataclass

from models.rules.phrase import tidied, weakness
from models.rules.problems import refuse_if

SALT_BYTES = 16
KEY_BYTES = 32
_MOST_KIB = 1 << 20
_MOST_PASSES = 64


@dataclass(frozen=True)
class Cost:
    """What one guess costs, stored beside what it was made with, so that it can be raised later.

    ``memory_kib`` KiB gone over ``passes`` times in ``lanes`` (RFC 9106 section 4, second recommended option).
    """

    passes: int = 3
    memory_kib: int = 65536
    lanes: int = 4

    def __post_init__(self) -> None:
        """ValueError for what no computer here can pay: a damaged file must not take all memory."""
        if not (
            1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= _MOST_KIB
        ):
            raise ValueError("parameters of argon2id out of bounds")


USUAL = Cost()


@dataclass(frozen=True)
class Seal:
    """A phrase that can be tried and not be read: its salt and cost with the key it makes, as JSON can hold them."""

    salt: str
    key: str
    passes: int
    memory_kib: int
    lanes: int


def new_salt() -> bytes:
    """16 random bytes."""
    return os.urandom(SALT_BYTES)


def derive(phrase: str, salt: bytes, cost: Cost = USUAL) -> bytes:
    """The 32 bytes a phrase makes with a salt, the same whichever way its accents were typed (NFC)."""
    from argon2.low_level import Type, hash_secret_raw  # only where somebody says a phrase

    secret = tidied(phrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def refuse_weak(phrase: str) -> None:
    """Refused where a new phrase is too easily guessed (``models.rules.phrase.weakness``)."""
    found = weakness(phrase)
    refuse_if([found] if found else [])


def sealed(phrase: str, cost: Cost = USUAL) -> Seal:
    """What is kept of a phrase, to know it again."""
    salt = new_salt()
    made = derive(phrase, salt, cost)
    return Seal(_text(salt), _text(made), cost.passes, cost.memory_kib, cost.lanes)


def opens(phrase: str, stored: Seal) -> bool:
    """Whether it is the phrase that was sealed. ValueError where the seal cannot be read."""
    cost = Cost(stored.passes, stored.memory_kib, stored.lanes)
    salt = base64.b64decode(stored.salt, validate=True)
    if len(salt) != SALT_BYTES:
        raise ValueError("salt of a seal has a wrong length")
    made = derive(phrase, salt, cost)
    return hmac.compare_digest(made, base64.b64decode(stored.key, validate=True))


def _text(some: bytes) -> str:
    return base64.b64encode(some).decode()
