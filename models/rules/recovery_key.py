"""The recovery key of encrypted books as it stands on paper: eight groups, each of which tells when it is mistyped."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from models.rules.problems import Problem, Refused

BYTES = 20
"""160 random bits: nobody tries them all."""
GROUPS = 8

_WIDTH = 5
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Crockford's base 32: no letter is mistaken for a digit, and what is read wrongly is taken as it was meant.
_MEANT = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-–—_·.]+")


@dataclass(frozen=True)
class RecoveryFacts:
    """What stands on its sheet: the key, when and by whom it was made, and of which books."""

    key: str
    made_on: date
    made_by: str
    folder: str
    creditor_name: str | None = None


def written(secret: bytes) -> str:
    """Twenty bytes as ``XXXXX-XXXXX-…``: four characters of twenty bits, and one that checks them and their place."""
    if len(secret) != BYTES:
        raise ValueError("a recovery key has 160 bits")
    number = int.from_bytes(secret, "big")
    groups = []
    for place in range(GROUPS):
        twenty = number >> 20 * (GROUPS - 1 - place) & 0xFFFFF
        values = [twenty >> shift & 31 for shift in (15, 10, 5, 0)]
        groups.append("".join(_SYMBOLS[value] for value in [*values, _check(values, place)]))
    return "-".join(groups)


def groups_of(text: str) -> list[str]:
    """The groups as they were typed, in capitals, without what stands between; their number may be wrong."""
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", text).upper().translate(_MEANT))
    return [plain[at : at + _WIDTH] for at in range(0, len(plain), _WIDTH)]


def is_like(text: str) -> bool:
    """Whether it can be meant as a recovery key: as long as one, and of its characters."""
    groups = groups_of(text)
    return len("".join(groups)) == GROUPS * _WIDTH and set("".join(groups)) <= set(_SYMBOLS)


def read(text: str) -> bytes:
    """The twenty bytes. Refused: ``recovery_key_length``, ``recovery_key_group`` with every group that is mistyped."""
    groups = groups_of(text)
    if len("".join(groups)) != GROUPS * _WIDTH:
        facts = {"groups": str(GROUPS), "width": str(_WIDTH), "found": str(len("".join(groups)))}
        raise Refused(Problem("recovery_key_length", facts, "recovery"))
    wrong = [str(place + 1) for place, group in enumerate(groups) if not fits(group, place)]
    if wrong:
        raise Refused(Problem("recovery_key_group", {"groups": ", ".join(wrong)}, "recovery"))
    number = 0
    for group in groups:
        for symbol in group[:-1]:
            number = number << 5 | _SYMBOLS.index(symbol)
    return number.to_bytes(BYTES, "big")


def fits(group: str, place: int) -> bool:
    """Whether a group is written as it should be, at its place counted from 0."""
    if len(group) != _WIDTH or not set(group) <= set(_SYMBOLS):
        return False
    *values, check = map(_SYMBOLS.index, group)
    return _check(values, place) == check


def _check(values: list[int], place: int) -> int:
    """One wrong character, two exchanged and a group at another's place all change it (a code over GF(32))."""
    found = place + 1
    for value in values:
        found ^= value
        found = found << 1 ^ (0b100101 if found & 16 else 0)
    return found
