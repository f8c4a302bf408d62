"""Receipts of a ledger of movements set against its invoices: by number, by amount, oldest first, or as told."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from models.ledger.proposal import LedgerRow, Settlement

Told = Mapping[int, Sequence[int]]
"""What the clerk said: {row of a receipt: rows of the claims it pays, in that order}; the rest stays a credit."""

_TOKEN = re.compile(r"[0-9A-Za-z]+(?:[-_/#.][0-9A-Za-z]+)*")
_VOUCHER = re.compile(r"[\u4e00-\u9fff]{0,3}[-－ 字第#]*\d{1,4}号?")
"""A voucher number (记-5) is counted anew each month: two of them say nothing of each other."""
_NAMED_VOUCHER = re.compile(r"([\u4e00-\u9fff]{1,3})([-#字第]*\d{1,4})(?!\d)")
_DAY = re.compile(r"(19|20)\d\d([-/.]?\d{1,2}){0,2}")
_LEAST_DIGITS = 4
_SETTLED_BY_ITSELF = "number"


class Matched(NamedTuple):
    """Claims and open credits in the order of the rows, how they came about, and the rows wholly used up.

    ``unknown`` are (receipt row, claim row) that the clerk named and that do not fit: another debtor, or no such row.
    """

    rows: tuple[LedgerRow, ...]
    settlements: tuple[Settlement, ...]
    used_up: tuple[LedgerRow, ...]
    unknown: tuple[tuple[int, int], ...]


def match(postings: Sequence[LedgerRow], told: Told | None = None) -> Matched:
    """Turn postings into open items: ``amount_fen`` is what was debited, ``paid_fen`` what was credited.

    Each debit is a claim; each credit pays claims of the same debtor and currency, first those it names, then one of
    just its amount (the oldest of several), then the oldest. What is left of it stays an open credit. A debit below
    zero (red) cancels the claim it names, else stands as a credit; a credit below zero takes back a receipt.
    A claim paid on one single day carries that day. Sums keep their total.
    """
    accounts: dict[tuple[str, str], list[LedgerRow]] = defaultdict(list)
    for posting in postings:
        accounts[posting.debtor.strip(), posting.currency].append(posting)
    done = [_Account(rows, told or {}) for rows in accounts.values()]
    made = [row for account in done for row in account.rows()]
    settlements = [each for account in done for each in account.settlements]
    return Matched(
        tuple(sorted(made, key=lambda row: row.row)),
        tuple(sorted(settlements, key=lambda each: (each.row, each.claim_row is None))),
        tuple(sorted((each for account in done for each in account.used_up()), key=lambda each: each.row)),
        _unknown(done, told or {}),
    )


def _unknown(accounts: Iterable[_Account], told: Told) -> tuple[tuple[int, int], ...]:
    followed = {pair for account in accounts for pair in account.followed}
    return tuple(
        (row, claim) for row, claims in told.items() for claim in claims if (row, claim) not in followed
    )


@dataclass
class _Claim:
    """A debit. ``place`` is its turn in time."""

    posting: LedgerRow
    place: int
    fen: int
    paid: int = 0
    days: set[date | None] = field(default_factory=set)

    @property
    def left(self) -> int:
        return self.fen - self.paid


@dataclass
class _Credit:
    """A credit, or a red entry."""

    posting: LedgerRow
    place: int
    left: int
    red: bool
    whole: bool = True


class _Account:
    """The postings of one debtor in one currency."""

    def __init__(self, postings: Sequence[LedgerRow], told: Told) -> None:
        self.settlements: list[Settlement] = []
        self.followed: set[tuple[int, int]] = set()
        self._claims: dict[int, _Claim] = {}
        self._credits: dict[int, _Credit] = {}
        for place, posting in enumerate(_in_time(postings)):
            self._enter(place, posting)
        if self._credits and self._claims:
            self._as_told(told)
            free = [credit for row, credit in self._credits.items() if row not in told]
            self._returned(free)
            self._by_number(free)
            self._by_amount([credit for credit in free if not credit.red])
            self._oldest_first([credit for credit in free if not credit.red])
        self.settlements += [
            Settlement(row, None, credit.left, "clerk" if row in told else "oldest")
            for row, credit in self._credits.items()
            if credit.left
        ]

    def _enter(self, place: int, posting: LedgerRow) -> None:
        debit = max(posting.amount_fen, 0) + max(-posting.paid_fen, 0)
        credit = max(-posting.amount_fen, 0) + max(posting.paid_fen, 0)
        if debit or not credit:
            self._claims[posting.row] = _Claim(posting, place, debit)
        if credit:
            self._credits[posting.row] = _Credit(posting, place, credit, posting.amount_fen < 0)
        if debit and credit:
            self._pay(self._credits[posting.row], self._claims[posting.row], _SETTLED_BY_ITSELF)

    def _pay(self, credit: _Credit, claim: _Claim, how: str) -> None:
        fen = min(credit.left, claim.left)
        if fen > 0:
            credit.left -= fen
            credit.whole = False
            claim.paid += fen
            claim.days.add(None if credit.red else credit.posting.issued_on)
            self.settlements.append(Settlement(credit.posting.row, claim.posting.row, fen, how))

    def _as_told(self, told: Told) -> None:
        for row in told.keys() & self._credits.keys():
            for claim in told[row]:
                if claim in self._claims:
                    self.followed.add((row, claim))
                    self._pay(self._credits[row], self._claims[claim], "clerk")

    def _returned(self, credits: Iterable[_Credit]) -> None:
        """A receipt taken back is paid by the latest receipt before it of just its sum."""
        for back in self._claims.values():
            if back.posting.paid_fen < 0:
                same = [c for c in credits if c.whole and c.left == back.left and c.place < back.place]
                if same:
                    self._pay(max(same, key=lambda credit: credit.place), back, "amount")

    def _by_number(self, credits: Iterable[_Credit]) -> None:
        known = _Names(self._claims.values())
        for credit in credits:
            for claim in known.named_by(credit.posting) if credit.left else ():
                self._pay(credit, claim, "number")

    def _by_amount(self, credits: Iterable[_Credit]) -> None:
        by_amount: dict[int, deque[_Claim]] = defaultdict(deque)
        for claim in self._claims.values():
            if not claim.paid:
                by_amount[claim.fen].append(claim)
        for credit in credits:
            waiting = by_amount.get(credit.left) if credit.whole else None
            if waiting and waiting[0].place < credit.place:
                self._pay(credit, waiting.popleft(), "amount")

    def _oldest_first(self, credits: Iterable[_Credit]) -> None:
        waiting = deque(claim for claim in self._claims.values() if claim.left)
        for credit in credits:
            while credit.left and waiting:
                self._pay(credit, waiting[0], "oldest")
                if not waiting[0].left:
                    waiting.popleft()

    def rows(self) -> Iterator[LedgerRow]:
        """Every debit as a claim, and what is left of every credit below zero."""
        for row, claim in self._claims.items():
            over = self._credits[row].left if row in self._credits else 0
            day = next(iter(claim.days)) if len(claim.days) == 1 and not claim.left else None
            yield claim.posting._replace(
                amount_fen=claim.fen,
                paid_fen=claim.paid + over,
                balance_fen=claim.left - over,
                settled_on=day,
            )
        for row, credit in self._credits.items():
            if credit.left and row not in self._claims:
                yield credit.posting._replace(
                    amount_fen=-credit.left, paid_fen=0, balance_fen=-credit.left, settled_on=None
                )

    def used_up(self) -> Iterator[LedgerRow]:
        """The credits of which nothing is left."""
        for row, credit in self._credits.items():
            if not credit.left and row not in self._claims:
                yield credit.posting


def _in_time(postings: Sequence[LedgerRow]) -> Sequence[LedgerRow]:
    """By day where all have one, debits first; else as they stand in the file."""
    if any(posting.issued_on is None for posting in postings):
        return postings
    return sorted(postings, key=lambda each: (each.issued_on or date.min, each.balance_fen < 0))


class _Names:
    """The claims of an account by the numbers that stand in their number and memo."""

    def __init__(self, claims: Iterable[_Claim]) -> None:
        self._numbers: dict[str, list[_Claim]] = defaultdict(list)
        self._words: dict[str, list[_Claim]] = defaultdict(list)
        for claim in claims:
            number = _folded(claim.posting.number)
            if number:
                self._numbers[number].append(claim)
            for word in _words(claim.posting.memo) - {number}:
                self._words[word].append(claim)

    def named_by(self, posting: LedgerRow) -> Iterator[_Claim]:
        """The claims whose number a posting gives, in the order in which it gives them.

        A word out of a memo that stands with several claims (a contract) names none of them.
        """
        own = _folded(posting.number)
        told = [] if _VOUCHER.fullmatch(own) else [own]
        memo = _folded(posting.memo)
        told += [found[0] for found in _TOKEN.finditer(memo)]
        for word in dict.fromkeys(told):
            if word in self._numbers and _is_telling(word):
                yield from self._numbers[word]
            elif len(self._words.get(word, ())) == 1:
                yield from self._words[word]
        for word in _vouchers(memo):
            if len(self._numbers.get(word, ())) == 1:
                yield from self._numbers[word]


def _vouchers(memo: str) -> Iterator[str]:
    """Every way to read a voucher number out of a memo: ``冲记-5`` may mean 记-5 or 冲记-5."""
    for found in _NAMED_VOUCHER.finditer(memo):
        for letters in range(1, len(found[1]) + 1):
            yield found[1][-letters:] + found[2]
            yield found[1][-letters:] + found[2] + "号"


def _folded(written: str | None) -> str:
    return unicodedata.normalize("NFKC", written or "").strip().upper()


def _is_telling(word: str) -> bool:
    """Long enough to be a number of a document and not a figure that happens to stand in a memo."""
    return len(word) >= _LEAST_DIGITS or not word.isdigit()


def _words(written: str | None) -> set[str]:
    """What may be a number of a document in a text: a run of letters and digits with four digits at least, no day."""
    return {
        word
        for word in _TOKEN.findall(_folded(written))
        if sum(letter.isdigit() for letter in word) >= _LEAST_DIGITS
        and not _DAY.fullmatch(word)
        and "." not in word
    }
