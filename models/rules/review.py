"""The monthly review: what stands out, what is proposed for it, and how the month compares with the one before.

House rules after common practice of credit control: normal, watch and bad are an internal classification (内部分类),
not the banks' five classes.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from models.rules.classification import CLASSES, classify

NORMAL, WATCH, BAD = CLASSES
CAUSES = ("operating", "wilful", "dispute", "other")
"""Why a claim went bad: operating trouble, wilful default, dispute, anything else."""
MEASURES = (
    "remind", "confirm_due", "call", "demand", "final", "plan", "security", "settle", "task_force", "legal",
    "write_off",
)  # fmt: skip
"""What is done about it; a clerk may write other words instead."""
CHANGED, NEW_BAD, NEW_WATCH, BIG, BROKEN = MARKS = ("changed", "bad", "watch", "big", "broken")
"""Why a claim is listed: its class changed; bad or watched without a measure that still runs; big; word broken."""
NONE, GONE = "none", "gone"
"""Where a claim was before it was there, and where it is once nothing is open on it."""
_TOLD = {"evaded": "wilful", "denied": "dispute"}
_LADDER = ((180, "legal"), (90, "task_force"), (30, "demand"), (1, "call"))
"""From so many days overdue on: the measure proposed; a house default after the dunning ladder."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the meeting says of one claim. ``measure`` is one of MEASURES or the clerk's words, done by ``due_on``."""

    classification: str
    cause: str | None = None
    measure: str | None = None
    owner: str | None = None
    due_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One claim as of the review's day. ``told`` is the last answer in a call, one of ``calls.CONFIRMED``."""

    claim: int
    debtor: str
    number: str | None
    currency: str
    balance_fen: int
    due_on: date | None
    days_overdue: int
    owner: str | None = None
    disputed: bool = False
    broken: bool = False
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One claim in a review. ``before`` is its class in the review before, ``before_fen`` what was open then.

    ``standing`` is what the review before decided and still runs; ``decision`` this one's. ``suggested`` is the rule's.
    """

    of: Standing
    proposed: str
    marks: tuple[str, ...]
    suggested: Decision
    before: str | None = None
    before_fen: int = 0
    standing: Decision | None = None
    decision: Decision | None = None

    @property
    def said(self) -> Decision:
        """What holds for this claim: decided now, else carried over, else proposed."""
        return self.decision or self.standing or self.suggested

    @property
    def classification(self) -> str:
        """The class that holds."""
        return self.said.classification

    @property
    def settled(self) -> bool:
        """Whether nothing is left to be said of it."""
        return not self.marks or (self.decision is not None and not lacks(self.decision, self.proposed))


@dataclass(frozen=True)
class Terms:
    """What a review goes by: its day, days ahead that are watched, what is big (fen), by when measures are due."""

    as_of: date
    watch_days: int
    big_fen: int
    measure_by: date
    watch_by: date


def month_of(day: date) -> str:
    """The month of a day, ``2026-11``."""
    return f"{day:%Y-%m}"


def last_day(month: str) -> date:
    """The last day of a month ``2026-11``; ValueError for anything else."""
    first = date.fromisoformat(f"{month}-01")
    return first.replace(day=monthrange(first.year, first.month)[1])


def proposed_class(of: Standing, terms: Terms) -> str:
    """The class by rule; a credit of the debtor is nothing to worry about."""
    if of.balance_fen <= 0:
        return NORMAL
    return classify(of.due_on, terms.as_of, watch_days=terms.watch_days)


def reviewed(
    of: Standing, terms: Terms, before: Line | None = None, decision: Decision | None = None
) -> Line:
    """A claim put into the review, with the decision of the review before as far as that still runs."""
    proposed = proposed_class(of, terms)
    standing = _running(before.said, proposed, terms.as_of) if before else None
    suggested = suggestion(of, proposed, terms, before.said if before else None)
    marks = _marks(of, proposed, terms, before, standing)
    was = before.classification if before else None
    fen = before.of.balance_fen if before else 0
    return Line(of, proposed, marks, suggested, was, fen, standing, decision)


def _running(said: Decision, proposed: str, as_of: date) -> Decision | None:
    """Last month's word, where the class is the same and its measure is not overdue."""
    late = said.due_on is not None and said.due_on < as_of
    return None if late or said.classification != proposed or lacks(said, proposed) else said


def _marks(
    of: Standing, proposed: str, terms: Terms, before: Line | None, standing: Decision | None
) -> tuple[str, ...]:
    found = {
        CHANGED: before is not None and before.classification != proposed,
        NEW_BAD: proposed == BAD and standing is None,
        NEW_WATCH: proposed == WATCH and standing is None,
        BIG: proposed != NORMAL and of.balance_fen >= terms.big_fen,
        BROKEN: of.broken and of.balance_fen > 0,
    }
    return tuple(mark for mark in MARKS if found[mark])


def suggestion(
    of: Standing, proposed: str, terms: Terms, before: Decision | None = None, cause: str | None = None
) -> Decision:
    """The rule's proposal: a measure by cause and days overdue for a bad claim, an early plan for a watched one."""
    if proposed == NORMAL:
        return Decision(NORMAL)
    if proposed == WATCH:
        early = "confirm_due" if of.due_on is None else "remind"
        day = of.due_on if of.due_on and terms.as_of < of.due_on < terms.watch_by else terms.watch_by
        return Decision(WATCH, None, early, of.owner, max(day, terms.as_of))
    cause = cause or _cause(of) or (before.cause if before else None)
    measure = "settle" if cause == "dispute" else _by_days(of.days_overdue)
    return Decision(BAD, cause, measure, of.owner, terms.measure_by)


def _cause(of: Standing) -> str | None:
    return "dispute" if of.disputed else _TOLD.get(of.told or "")


def _by_days(days: int) -> str:
    return next((measure for first, measure in _LADDER if days >= first), "call")


def decided(line: Line, chosen: Decision, terms: Terms, who: str) -> Decision:
    """The decision in full: what was not said is taken from the rule for that class; ``who`` owns what nobody does."""
    if chosen.classification == NORMAL:
        return Decision(NORMAL, note=chosen.note)
    base = suggestion(line.of, chosen.classification, terms, line.standing, chosen.cause)
    return Decision(
        chosen.classification,
        base.cause,
        chosen.measure or base.measure,
        chosen.owner or base.owner or who,
        chosen.due_on or base.due_on,
        chosen.note,
    )


def lacks(said: Decision, proposed: str) -> tuple[str, ...]:
    """What a decision still needs: cause and measure where bad, an early plan where watched, why where it is better."""
    wanted: Mapping[str, bool] = {
        "cause": said.classification == BAD and said.cause is None,
        "measure": said.classification != NORMAL and not said.measure,
        "owner": said.classification != NORMAL and not said.owner,
        "due_on": said.classification != NORMAL and said.due_on is None,
        "note": CLASSES.index(said.classification) < CLASSES.index(proposed) and not said.note,
    }
    return tuple(name for name, missing in wanted.items() if missing)


@dataclass(frozen=True, slots=True)
class ClassSum:
    """One class in one currency, now and in the review before; credits of debtors are in no class."""

    classification: str
    count: int
    fen: int
    before_count: int
    before_fen: int


@dataclass(frozen=True, slots=True)
class Move:
    """Claims that went from one class to another; ``before_fen`` was open on them then, ``fen`` is open now."""

    before: str
    after: str
    count: int
    before_fen: int
    fen: int


def class_sums(now: Iterable[Line], before: Iterable[Line], currency: str = "CNY") -> tuple[ClassSum, ...]:
    """Count and sum of each class; with the credits they add up to the ledger."""
    found, was = _sums(now, currency), _sums(before, currency)
    return tuple(ClassSum(name, *found.get(name, (0, 0)), *was.get(name, (0, 0))) for name in CLASSES)


def _sums(lines: Iterable[Line], currency: str) -> dict[str, tuple[int, int]]:
    sums: dict[str, tuple[int, int]] = {}
    for line in lines:
        if line.of.currency == currency and line.of.balance_fen > 0:
            count, fen = sums.get(line.classification, (0, 0))
            sums[line.classification] = (count + 1, fen + line.of.balance_fen)
    return sums


def credit_fen(lines: Iterable[Line], currency: str = "CNY") -> int:
    """The credits of debtors, zero or below."""
    return sum(min(line.of.balance_fen, 0) for line in lines if line.of.currency == currency)


def moves(now: Iterable[Line], before: Iterable[Line], currency: str = "CNY") -> tuple[Move, ...]:
    """Every pair of classes between which claims went, in the order of the classes; credits are left out.

    The ``fen`` add up to this review's classes, the ``before_fen`` to those of the one before.
    """
    was, found = _owed(before, currency), _owed(now, currency)
    cells: dict[tuple[str, str], list[int]] = {}
    for claim in {**was, **found}:
        old, new = was.get(claim, (NONE, 0)), found.get(claim, (GONE, 0))
        cell = cells.setdefault((old[0], new[0]), [0, 0, 0])
        for at, more in enumerate((1, old[1], new[1])):
            cell[at] += more
    order: Callable[[str], int] = (*CLASSES, NONE, GONE).index
    keys = sorted(cells, key=lambda pair: (order(pair[0]), order(pair[1])))
    return tuple(Move(*key, *cells[key]) for key in keys)


def _owed(lines: Iterable[Line], currency: str) -> dict[int, tuple[str, int]]:
    return {
        line.of.claim: (line.classification, line.of.balance_fen)
        for line in lines
        if line.of.currency == currency and line.of.balance_fen > 0
    }
