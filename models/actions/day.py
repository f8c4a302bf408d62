"""What a clerk says of a matter of the day's list: done, put off, skipped, handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.actions.desk import Desk
from models.actions.evidence import require_claims
from models.changes import Changes
from models.queries.matters import DONE, HANDED, SKIPPED, SNOOZED, marks
from models.rules.claim_state import REASONS
from models.rules.dunning import KEPT
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Claim, DayMark, Debtor

FREE_TIMES = 2
"""So often a matter may be put off without a reason."""
KEPT_DAYS = 7
"""A clock about to end is put off by so many days at most."""
LONGEST_DAYS = 366


@dataclass(frozen=True)
class Said:
    """What is said beside the kind of a mark."""

    until: date | None = None
    to: str | None = None
    why: str | None = None


def tick_off(desk: Desk, debtor: int, reasons: Sequence[str], why: str | None = None) -> Changes:
    """Done by other means than the program's. A level is done with; what is still so comes back after a while."""
    return _mark(desk, "tick_off", debtor, reasons, DONE, Said(why=why))


def snooze(desk: Desk, debtor: int, reasons: Sequence[str], until: date, why: str | None = None) -> Changes:
    """Put matters off to a day.

    Refused beside what every mark refuses: ``snooze_not_ahead``, ``snooze_too_far``, and from the third time in a row
    ``snooze_needs_reason``.
    """
    refuse_if(_snooze_problems(desk, debtor, reasons, until, why))
    return _mark(desk, "snooze", debtor, reasons, SNOOZED, Said(until=until, why=why))


def skip(desk: Desk, debtor: int, reasons: Sequence[str], why: str | None = None) -> Changes:
    """Leave a step out and go on to the next. Refused: ``cannot_skip`` for a clock that ends."""
    for reason in reasons:
        if reason in KEPT:
            raise Refused(Problem("cannot_skip", {"reason": reason}, reason))
    return _mark(desk, "skip_step", debtor, reasons, SKIPPED, Said(why=why))


def hand_over(
    desk: Desk, debtor: int, reason: str, claims: Sequence[int], to: str, why: str | None = None
) -> Changes:
    """Give claims to a colleague, who goes on with them. Refused: ``hand_over_to_nobody``, ``unknown_id``."""
    if not to.strip():
        raise Refused(Problem("hand_over_to_nobody", {}, "to"))
    require_claims(desk, claims)
    refuse_if(_problems(desk, debtor, [reason]))
    with desk.act("hand_over") as unit:
        for claim in claims:
            unit.change(Claim, claim, owner=to.strip())
        _add(desk, unit, debtor, reason, HANDED, Said(to=to.strip(), why=why))
    return unit.changes


def to_task_force(desk: Desk, debtor: int, reason: str, claims: Sequence[int]) -> Changes:
    """Put claims into the task force from the day's list. Refused: ``unknown_id``."""
    require_claims(desk, claims)
    refuse_if(_problems(desk, debtor, [reason]))
    with desk.act("hand_over") as unit:
        for claim in claims:
            unit.change(Claim, claim, stage_set="task_force")
        _add(desk, unit, debtor, reason, HANDED, Said(to="task_force"))
    return unit.changes


def _mark(desk: Desk, verb: str, debtor: int, reasons: Sequence[str], kind: str, said: Said) -> Changes:
    refuse_if(_problems(desk, debtor, reasons))
    with desk.act(verb) as unit:
        for reason in reasons:
            _add(desk, unit, debtor, reason, kind, said)
    return unit.changes


def _add(desk: Desk, unit: Unit, debtor: int, reason: str, kind: str, said: Said) -> None:
    unit.add(
        DayMark,
        debtor=debtor,
        reason=reason,
        kind=kind,
        marked_on=desk.today,
        until_on=said.until,
        handed_to=said.to,
        why=(said.why or "").strip() or None,
        marked_at=unit.at,
        marked_by=desk.who,
    )


def _problems(desk: Desk, debtor: int, reasons: Sequence[str]) -> list[Problem]:
    found = [
        Problem("unknown_reason", {"reason": reason, "reasons": ", ".join(REASONS)}, "reason")
        for reason in reasons
        if reason not in REASONS
    ]
    if not Debtor.select().where(Debtor.id == debtor).exists(desk.store.database):
        found.append(Problem("unknown_id", {"what": "debtor", "id": str(debtor)}, str(debtor)))
    return found


def _snooze_problems(
    desk: Desk, debtor: int, reasons: Sequence[str], until: date, why: str | None
) -> list[Problem]:
    facts = {"day": until.isoformat(), "today": desk.today.isoformat()}
    if until <= desk.today:
        return [Problem("snooze_not_ahead", facts, "until")]
    most = KEPT_DAYS if KEPT & set(reasons) else LONGEST_DAYS
    if until > desk.today + timedelta(days=most):
        return [Problem("snooze_too_far", {**facts, "days": str(most)}, "until")]
    put_off = marks(desk.store, desk.today).put_off
    times = max((put_off.get((debtor, reason), 0) for reason in reasons), default=0)
    if times >= FREE_TIMES and not (why or "").strip():
        return [Problem("snooze_needs_reason", {"times": str(times)}, "why")]
    return []
