"""What the pane shows of one clock: its bars, its events, its derivation. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from models.queries.claims import ClaimRow
from models.queries.clocks import ClockRow, Clocks
from models.queries.guarantors import Guarantee
from models.queries.limitations import Limitation
from models.rules.clocks import KINDS, running
from models.rules.limitation import OBSTACLE, ClaimEvent
from ui.clock_words import Line, guarantee_lines, limitation_lines, running_lines
from ui.problems import worded


@dataclass(frozen=True)
class Story:
    """A derivation with what the picture needs.

    ``spans`` are (code, start, end, tone), ``marks`` (day, code, grade of proof). ``unproved`` is the newest event
    that counts only as claimed, ``entered`` those the clerk set down and may void.
    """

    lines: tuple[Line, ...]
    spans: tuple[tuple[str, date, date, str], ...] = ()
    marks: tuple[tuple[date, str, str], ...] = ()
    unproved: ClaimEvent | None = None
    entered: tuple[ClaimEvent, ...] = ()


def story(clocks: Clocks, row: ClockRow, language: str) -> Story:
    """The story of one clock of the board."""
    return _TELLERS.get(row.kind, _of_running)(clocks, row, language)


def of_claim(found: Limitation, language: str) -> Story:
    """The story of the limitation of a claim."""
    claimed, provable = found.claimed, found.provable
    lines = tuple(limitation_lines(found, language))
    if claimed.start_on is None or claimed.base_on is None or claimed.last_day is None:
        return Story(lines, entered=_entered(found))
    spans = [("claimed", claimed.base_on, claimed.last_day, "accent")]
    if provable.base_on and provable.last_day:
        tone = "ok" if provable.last_day == claimed.last_day else "bad"
        spans.append(("provable", provable.base_on, provable.last_day, tone))
    for event in found.events:
        if event.code == OBSTACLE and event.until:
            spans.append(("obstacle", event.on, event.until, "warn"))
    marks = [(claimed.start_on, "0", "")]
    for verdict in claimed.events:
        moves = verdict.interrupts or verdict.revives or verdict.suspends
        grade = verdict.event.proof.grade if verdict.event and verdict.event.proof else "strong"
        marks.append((verdict.on, verdict.code, grade if moves else ""))
    return Story(lines, tuple(spans), tuple(marks), _unproved(found), _entered(found))


def _unproved(found: Limitation) -> ClaimEvent | None:
    """The newest event that counts only as claimed."""
    for verdict in reversed(found.claimed.events):
        if verdict.event and not verdict.event.provable and (verdict.interrupts or verdict.revives):
            return verdict.event
    return None


def _entered(found: Limitation) -> tuple[ClaimEvent, ...]:
    return tuple(event for event in found.events if event.source == "entered")


def of_guarantee(found: Guarantee, language: str) -> Story:
    """The story of one guarantee."""
    clock = found.clock
    tone = {"open": "accent", "locked": "ok", "lapsed": "bad"}[clock.state]
    spans = [("guarantee", clock.base_on, clock.period.last_day, tone)]
    if found.sure_on and found.sure_on > clock.base_on:
        spans.append(("provable", clock.base_on, found.provable_on, "bad"))
    if clock.locked_on and clock.debt_last_day:
        spans.append(("guarantee_debt", clock.locked_on, clock.debt_last_day, "accent"))
    marks = [(clock.base_on, "0", "")]
    if clock.locked_on:
        marks.append((clock.locked_on, "G", "strong" if clock.provable else "none"))
    return Story(tuple(guarantee_lines(found, language)), tuple(spans), tuple(marks))


def _of_limitation(clocks: Clocks, row: ClockRow, language: str) -> Story:
    return of_claim(clocks.limitations.clocks(clocks.by_id[row.key]), language)


def _of_guarantee(clocks: Clocks, row: ClockRow, language: str) -> Story:
    for each in clocks.guarantees:
        if each.guarantor.id == row.key and row.id.endswith(str(each.clock.base_on)):
            return of_guarantee(each, language)
    return Story(())


def _of_mortgage(clocks: Clocks, row: ClockRow, language: str) -> Story:
    """A mortgage follows the claim that ends first."""
    covered: list[ClaimRow] = [clocks.by_id[claim] for claim in row.claims]
    first = min(covered, key=lambda claim: clocks.limitations.of(claim)[1] or date.max)
    told = of_claim(clocks.limitations.clocks(first), language)
    return Story(
        (Line(worded("clock_source_mortgage", language), "text2", "legal"), *told.lines),
        told.spans,
        told.marks,
    )


def _of_running(clocks: Clocks, row: ClockRow, language: str) -> Story:
    kind, calendar, base = KINDS[row.kind], clocks.limitations.calendar, row.base_on
    found = running(kind, base, until=row.last_day, calendar=calendar)
    if base is not None and (kind.months or kind.days):
        own = running(kind, base, calendar=calendar)
        found = own if own.last_day == row.last_day else found
    lines = tuple(running_lines(found, language))
    if base is None:
        return Story(lines)
    tone = "bad" if row.left < 0 else "accent"
    return Story(lines, ((row.kind, base, row.last_day, tone),), ((base, "0", ""),))


_TELLERS: dict[str, Callable[[Clocks, ClockRow, str], Story]] = {
    "limitation": _of_limitation,
    "guarantee": _of_guarantee,
    "guarantee_debt": _of_guarantee,
    "mortgage": _of_mortgage,
}
