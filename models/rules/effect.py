"""What came in after letters, beside claims of the same age that got none: a comparison that can be checked by hand.

For each claim of a letter the control is every open claim of the same currency and band on the letter's day whose
debtor got no letter from thirty days before to thirty days after. What such claims paid, per yuan of their balance, is
what the letter's claims would have paid without it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.rules.ageing import action_bands

WINDOWS = (7, 15, 30)
"""Days after a letter within which money counts, the last inclusive."""
APART_DAYS = 30
FEW = 10
"""Fewer letters or claims than these say little."""


@dataclass(frozen=True)
class History:
    """A claim with its money: by day, running sums of what came in and of what its balance fell by."""

    claim: int
    debtor: int
    currency: str
    due_on: date | None
    known_from: date
    amount_fen: int
    days: tuple[date, ...] = ()
    paid: tuple[int, ...] = ()
    fell: tuple[int, ...] = ()

    def balance(self, on: date) -> int:
        """Open at the end of a day."""
        return self.amount_fen - self._until(self.fell, on)

    def came(self, after: date, until: date) -> int:
        """Money that came after one day up to another, inclusive, at most what was open."""
        came = self._until(self.paid, until) - self._until(self.paid, after)
        return max(0, min(came, self.balance(after)))

    def _until(self, sums: Sequence[int], on: date) -> int:
        place = bisect_right(self.days, on)
        return sums[place - 1] if place else 0


@dataclass(frozen=True)
class Sent:
    """A letter on the day it went out, with what it asked of each claim."""

    letter: int
    kind: str
    debtor: int
    on: date
    asked: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Window:
    """What came within ``days``: ``asked_fen`` and ``came_fen`` after letters, ``control_fen`` what would have come.

    Only letters whose days are over count, and of them the claims with a control: ``letters`` and ``control`` say how
    many of each stand behind it.
    """

    days: int
    letters: int
    asked_fen: int
    came_fen: int
    control_fen: int
    control: int

    @property
    def per_mille(self) -> int | None:
        """What came, per thousand asked; None where nothing was asked."""
        return _per_mille(self.came_fen, self.asked_fen)

    @property
    def control_per_mille(self) -> int | None:
        """The same without a letter."""
        return _per_mille(self.control_fen, self.asked_fen)

    @property
    def few(self) -> bool:
        """Whether too little stands behind it to say much."""
        return self.letters < FEW or self.control < FEW


def _per_mille(part: int, whole: int) -> int | None:
    """Rounded half up; None of nothing."""
    return (2000 * part + whole) // (2 * whole) if whole else None


@dataclass(frozen=True)
class KindEffect:
    """The effect of one kind of letter in one currency; ``letters`` are all that went out."""

    kind: str
    currency: str
    letters: int
    windows: tuple[Window, ...]


@dataclass(frozen=True)
class _Control:
    """What claims without a letter did: together, on one day, in one band."""

    open_fen: int
    came_fen: int
    claims: frozenset[int]

    def part_of(self, fen: int) -> int:
        """What a claim over so much would have paid in their way."""
        return (2 * fen * self.came_fen + self.open_fen) // (2 * self.open_fen)


class _Quiet:
    """Claims of debtors that got no letter around a day, by band; reckoned once a day and window."""

    def __init__(self, letters: Sequence[Sent], histories: Mapping[int, History]) -> None:
        self._bands = action_bands()
        self._histories = list(histories.values())
        self._sent: dict[int, list[date]] = defaultdict(list)
        for each in letters:
            self._sent[each.debtor].append(each.on)
        self._known: dict[tuple[date, int], dict[tuple[str, str], _Control]] = {}
        self._open_day: date | None = None
        self._open: dict[tuple[str, str], list[tuple[History, int]]] = {}

    def rate(self, history: History, on: date, days: int) -> _Control | None:
        """The control of a claim; None where there is none."""
        if (on, days) not in self._known:
            self._known |= {(on, window): self._reckon(on, window) for window in WINDOWS}
        return self._known[on, days].get((history.currency, self._bands.of(history.due_on, on)))

    def _reckon(self, on: date, days: int) -> dict[tuple[str, str], _Control]:
        until = on + timedelta(days=days)
        return {
            key: _Control(
                sum(balance for _, balance in open_claims),
                sum(each.came(on, until) for each, _ in open_claims),
                frozenset(each.claim for each, _ in open_claims),
            )
            for key, open_claims in self._open_on(on).items()
        }

    def _open_on(self, on: date) -> dict[tuple[str, str], list[tuple[History, int]]]:
        """What is open that day without a letter around it, by currency and band; kept for all windows of the day."""
        if self._open_day != on:
            self._open_day, self._open = on, defaultdict(list)
            written = {debtor for debtor in self._sent if self._written_to(debtor, on)}
            for each in self._histories:
                balance = each.balance(on) if each.known_from <= on and each.debtor not in written else 0
                if balance > 0:
                    self._open[each.currency, self._bands.of(each.due_on, on)].append((each, balance))
        return self._open

    def _written_to(self, debtor: int, on: date) -> bool:
        return any(abs((day - on).days) <= APART_DAYS for day in self._sent.get(debtor, ()))


def effects(sent: Iterable[Sent], histories: Mapping[int, History], today: date) -> list[KindEffect]:
    """The effect of each kind, in the order of their first letter."""
    letters = sorted(sent, key=lambda each: (each.on, each.letter))
    quiet = _Quiet(letters, histories)
    groups: dict[tuple[str, str], list[Sent]] = defaultdict(list)
    for each in letters:
        currency = next((histories[claim].currency for claim, _ in each.asked if claim in histories), "CNY")
        groups[each.kind, currency].append(each)
    return [
        KindEffect(
            kind,
            currency,
            len(members),
            tuple(_window(members, days, quiet, histories, today) for days in WINDOWS),
        )
        for (kind, currency), members in groups.items()
    ]


def _window(
    members: Sequence[Sent], days: int, quiet: _Quiet, histories: Mapping[int, History], today: date
) -> Window:
    """One window over all letters of a kind; what a claim would have paid is rounded to the fen, half up."""
    counted, asked_fen, came_fen, control_fen, beside = 0, 0, 0, 0, set[int]()
    for letter in members:
        until = letter.on + timedelta(days=days)
        told = False
        for claim, fen in letter.asked if until <= today else ():
            history = histories.get(claim)
            control = quiet.rate(history, letter.on, days) if history else None
            if history is None or control is None:
                continue
            told = True
            asked_fen += fen
            came_fen += min(fen, history.came(letter.on, until))
            control_fen += control.part_of(fen)
            beside |= control.claims
        counted += told
    return Window(days, counted, asked_fen, came_fen, control_fen, len(beside))
