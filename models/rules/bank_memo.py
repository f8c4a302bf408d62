"""What the memo of a transfer names: claims by number, contract or letter. Pure.

The memo is the debtor's designation (CC 560 (1)); the Shanghai Maritime Court read "货款" in it as one in January
2021. Only what stands there as a number of ours is taken, never a likeness.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.rules.reasons import Reason

_LEAST_NUMBER, _LEAST_ENDING, _LONG_NUMBER = 4, 6, 12
_TOKEN = re.compile(r"[0-9a-z][0-9a-z\-_/.#]*[0-9a-z]|[0-9a-z]")
_DAY = re.compile(r"(19|20)\d\d([-/.]?(0?[1-9]|1[0-2])([-/.]?(0?[1-9]|[12]\d|3[01]))?)?")
_BRACKETS = str.maketrans("〔〕【】（）", "[][]()")


@dataclass(frozen=True)
class OpenClaim:
    """A claim with something open on it, in fen."""

    id: int
    debtor: int
    number: str | None
    contract: str | None
    due_on: date | None
    balance_fen: int
    currency: str = "CNY"


Named = tuple[int, Reason]
"""A debtor, and the number of its claim, contract or letter that a memo names."""


class Numbers:
    """Every number a memo may name. ``letters`` are letter numbers with the claims they state."""

    def __init__(self, claims: Iterable[OpenClaim], letters: Mapping[str, Sequence[int]]) -> None:
        found = list(claims)
        self.debtor_of = {claim.id: claim.debtor for claim in found}
        self.by_number = _by(found, lambda claim: claim.number)
        self.by_contract = _by(found, lambda claim: claim.contract)
        self.letters = {folded(number): (number, frozenset(stated)) for number, stated in letters.items()}

    def debtors_named(self, memo: str | None) -> list[Named]:
        """Whose numbers stand in the memo, in their order; a bare day is nobody's number here."""
        words = folded(memo or "")
        found: list[Named] = []
        for number in _numbers_in(words):
            if not _DAY.fullmatch(number):
                for known, code in (
                    (self.by_number, "bank_memo_number"),
                    (self.by_contract, "bank_memo_contract"),
                ):
                    found += [
                        (each, Reason(code, {"number": told})) for each, told in known.get(number, {}).items()
                    ]
        for number, (told, stated) in self.letters.items():
            if number in words:
                owners = dict.fromkeys(self.debtor_of[key] for key in sorted(stated) if key in self.debtor_of)
                found += [(each, Reason("bank_memo_letter", {"number": told})) for each in owners]
        return found

    def claims_named(self, memo: str | None, own: Sequence[OpenClaim]) -> tuple[int, ...]:
        """Which of a debtor's claims the memo names: by number in the order of the memo, then by contract, by letter.

        The last six figures or more of a long number name it too, where no other claim of the debtor ends so.
        Claims of one contract or letter are paid in the order of ``own``.
        """
        words = folded(memo or "")
        keys: dict[int, None] = {}
        for number in _numbers_in(words):
            exact = [claim.id for claim in own if folded(claim.number or "") == number]
            keys |= dict.fromkeys(exact or _ending_in(number, own))
        keys |= dict.fromkeys(claim.id for claim in own if _stands_in(claim.number, words))
        keys |= dict.fromkeys(claim.id for claim in own if _stands_in(claim.contract, words))
        for number, (_, stated) in self.letters.items():
            if number in words:
                keys |= dict.fromkeys(claim.id for claim in own if claim.id in stated)
        return tuple(keys)


def folded(words: str) -> str:
    """Half width, small letters, one kind of bracket, no spaces."""
    plain = unicodedata.normalize("NFKC", words.translate(_BRACKETS)).lower()
    return re.sub(r"\s+", "", plain)


def _by(claims: Iterable[OpenClaim], number: Callable[[OpenClaim], str | None]) -> dict[str, dict[int, str]]:
    """{folded number: {debtor: the number as it is written}}."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for claim in claims:
        told = number(claim) or ""
        if _is_number(folded(told)):
            found[folded(told)][claim.debtor] = told.strip()
    return found


def _is_number(words: str) -> bool:
    return len(words) >= _LEAST_NUMBER and any(letter.isdigit() for letter in words)


def _numbers_in(words: str) -> list[str]:
    """Everything that may be a number, in its order: whole tokens, and their parts between points and strokes."""
    found: dict[str, None] = {}
    for token in _TOKEN.finditer(words):
        found |= dict.fromkeys(n for n in (token[0], *re.split(r"[/.#]", token[0])) if _is_number(n))
    return list(found)


def _ending_in(number: str, claims: Iterable[OpenClaim]) -> list[int]:
    """The one claim whose long number ends so; none where several do, and a day is no ending."""
    if not number.isdigit() or len(number) < _LEAST_ENDING or _DAY.fullmatch(number):
        return []
    long = [(claim.id, folded(claim.number or "")) for claim in claims]
    ends = [key for key, whole in long if len(whole) >= _LONG_NUMBER and whole.endswith(number)]
    return ends if len(ends) == 1 else []


def _stands_in(number: str | None, words: str) -> bool:
    """Whether a number stands in a memo by itself, not within a longer one."""
    told = folded(number or "")
    if not _is_number(told) or told not in words:
        return False
    return re.search(rf"(?<![0-9a-z]){re.escape(told)}(?![0-9a-z])", words) is not None
