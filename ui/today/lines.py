"""The lines of the day's list: heads of groups, one row a debtor, what was seen to, what was put off, what comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.queries.day import Day, Handled
from models.queries.worklist import Coming, Resting, WorkItem, order
from models.rules.ageing import action_bands
from models.rules.claim_state import REASONS

CALLS = frozenset(
    {"promise_broken", "plan_broken", "promise_due", "call_due", "letter_unanswered", "instalment_due"}
)
LETTERS = frozenset({"letter_due", "final_due", "reminder_due", "limitation"})
ALL, BY_CALL, BY_LETTER, OTHER = "all", "call", "letter", "other"
RESTING, COMING = "resting", "coming"
_HEAVIER = frozenset({"letter_due", "final_due", "task_force_due", "legal_due"})
_LIGHTER = frozenset({"call_due", "reminder_due"})
_BANDS = action_bands()
_STEPS = {name: max(0, place - 1) for place, name in enumerate(("undated", *_BANDS.names[1:]))}


@dataclass(frozen=True)
class Head:
    """The head of a group: ``name`` is its reason, ``resting`` or ``coming``; ``fen`` in yuan only."""

    name: str
    count: int
    fen: int


@dataclass(frozen=True)
class Row:
    """One debtor's open matters in one currency, the most damaging first."""

    items: tuple[WorkItem, ...]

    @property
    def top(self) -> WorkItem:
        """What it stands in its group for."""
        return self.items[0]

    @property
    def key(self) -> tuple[int, str]:
        """Debtor and currency."""
        return self.top.debtor_id, self.top.currency

    @property
    def reasons(self) -> list[str]:
        """All that it is asked for."""
        return [item.reason for item in self.items]

    @property
    def claims(self) -> list[int]:
        """The claims of all its matters, those of the top first."""
        return list(dict.fromkeys(claim for item in self.items for claim in item.claims))


Line = Head | Row | Handled | Resting | Coming


@dataclass(frozen=True)
class Lines:
    """What the list shows for a segment, and how many open rows each segment has."""

    all: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    open: int = 0
    seen: int = 0


def way(reason: str) -> str:
    """The segment in which a reason falls."""
    return BY_CALL if reason in CALLS else BY_LETTER if reason in LETTERS else OTHER


def band_step(late: int | None) -> int:
    """The colour of an age."""
    return 0 if late is None else _STEPS.get(_BANDS.of_days(max(0, late)), 0)


def rows_of(items: Iterable[WorkItem]) -> list[Row]:
    """One row a debtor and currency, in the order of its most damaging matter."""
    found: dict[tuple[int, str], list[WorkItem]] = {}
    for item in items:
        found.setdefault((item.debtor_id, item.currency), []).append(item)
    rows = [Row(tuple(_weighed(matters))) for matters in found.values()]
    return sorted(rows, key=lambda row: order(row.top))


def _weighed(matters: list[WorkItem]) -> list[WorkItem]:
    """A debtor's matters, heaviest first: where a letter or more is due, it overtakes a call or reminder."""
    if any(item.reason in _HEAVIER for item in matters):
        return sorted(matters, key=lambda item: item.reason in _LIGHTER)
    return matters


def lines_of(day: Day, segment: str = ALL) -> Lines:
    """The list of a day in its groups."""
    rows = rows_of(day.open)
    counts = {name: sum(way(row.top.reason) == name for row in rows) for name in (BY_CALL, BY_LETTER, OTHER)}
    shown = [row for row in rows if segment in (ALL, way(row.top.reason))]
    seen = [each for each in day.handled if segment in (ALL, way(each.item.reason))]
    lines: list[Line] = []
    for reason in REASONS:
        here = [row for row in shown if row.top.reason == reason]
        done = [each for each in seen if each.item.reason == reason]
        if here or done:
            fen = sum(row.top.called_fen for row in here if row.top.currency == "CNY")
            lines += [Head(reason, len(here), fen), *here, *done]
    lines += _rest(day) if segment == ALL else []
    return Lines(tuple(lines), tuple(shown), {ALL: len(rows), **counts}, len(rows), len(day.handled))


def _rest(day: Day) -> list[Line]:
    """What was put off before today, and what comes within the week."""
    today = {(each.item.matter, each.item.currency) for each in day.handled}
    resting = [each for each in day.list.resting if (each.item.matter, each.item.currency) not in today]
    lines: list[Line] = []
    if resting:
        lines += [Head(RESTING, len(resting), sum(each.item.called_fen for each in resting)), *resting]
    if day.list.coming:
        coming = day.list.coming
        lines += [Head(COMING, sum(each.count for each in coming), sum(each.fen for each in coming)), *coming]
    return lines
