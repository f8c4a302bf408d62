"""The monthly reviews: one that is being held, read from the books; signed ones, as they were frozen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from models.clock import china_day
from models.queries.claims import claim_rows
from models.queries.conduct import all_promises
from models.queries.published import calendar_of
from models.queries.settings import setting
from models.rules.problems import Problem, Refused
from models.rules.review import Decision, Line, Standing, Terms, last_day, month_of, reviewed
from models.settings import REVIEW_BIG_YUAN, REVIEW_MEASURE_DAYS, WATCH_DAYS
from models.store import Store
from models.tables import Review, SignOff

REVIEW, SUPPLEMENT = "review", "review_supplement"
FEN = 100
_STANDING = [field.name for field in fields(Standing)]
_DUE = _STANDING.index("due_on")


@dataclass(frozen=True)
class Supplement:
    """A later word on one claim of a signed review: what was decided, what holds instead, why, who and when."""

    line: Line
    decision: Decision
    why: str
    on: date
    by: str


@dataclass(frozen=True)
class Meeting:
    """One month's review. ``lines`` are all claims open on ``as_of``; ``before`` those of the review before.

    A signed one is what was signed and nothing else; ``supplements`` came later and change no line of it.
    """

    month: str
    as_of: date
    lines: tuple[Line, ...]
    before_month: str | None
    before: tuple[Line, ...]
    signed_by: str | None = None
    signed_on: date | None = None
    supplements: tuple[Supplement, ...] = ()

    @property
    def listed(self) -> tuple[Line, ...]:
        """What is put before the meeting: the exceptions, largest first."""
        found = [line for line in self.lines if line.marks]
        return tuple(sorted(found, key=lambda line: -line.of.balance_fen))

    @property
    def left(self) -> int:
        """How many exceptions nobody has settled yet."""
        return sum(not line.settled for line in self.lines)

    def line(self, claim: int) -> Line:
        """One claim's line; Refused (``not_in_review``) where it has none."""
        found = next((line for line in self.lines if line.of.claim == claim), None)
        if found is None:
            raise Refused(Problem("not_in_review", {"claim": str(claim), "month": self.month}, str(claim)))
        return found


def meeting(store: Store, today: date, month: str) -> Meeting:
    """The review of a month. Refused (``month_unreadable``, ``month_ahead``) for one that cannot be held yet."""
    end = end_of(month, today)
    signed = _signed(store, month)
    if signed is not None:
        return signed
    held = Review.select().where(Review.month == month).first(store.database)
    terms = terms_of(store, held.as_of if held else min(end, today), today)
    previous = _before(store, month)
    was = {line.of.claim: line for line in (effective(previous) if previous else ())}
    said = _decisions(store, held.id) if held else {}
    standings = _standings(store, terms.as_of, today)
    lines = tuple(reviewed(of, terms, was.get(of.claim), said.get(of.claim)) for of in standings)
    return Meeting(month, terms.as_of, lines, previous.month if previous else None, tuple(was.values()))


def end_of(month: str, today: date) -> date:
    """The last day of a month; Refused (``month_unreadable``, ``month_ahead``)."""
    try:
        end = last_day(month)
    except ValueError as error:
        raise Refused(Problem("month_unreadable", {"month": month}, "month")) from error
    if month > month_of(today):
        raise Refused(Problem("month_ahead", {"month": month}, "month"))
    return end


def terms_of(store: Store, as_of: date, today: date) -> Terms:
    """What the review of a day goes by; measures are due counted from that day or from today, the later."""
    days, base = setting(store, REVIEW_MEASURE_DAYS), max(as_of, today)
    china = calendar_of(store)
    return Terms(
        as_of,
        setting(store, WATCH_DAYS),
        setting(store, REVIEW_BIG_YUAN) * FEN,
        china.add_workdays(base, days),
        china.add_workdays(base, max(days // 2, 1)),
    )


def effective(held: Meeting) -> tuple[Line, ...]:
    """The lines of a signed review with its supplements put in: what the next one goes on from."""
    later = {each.line.of.claim: each.decision for each in held.supplements}
    return tuple(
        replace(line, decision=later[line.of.claim]) if line.of.claim in later else line
        for line in held.lines
    )


def _before(store: Store, month: str) -> Meeting | None:
    """The newest signed review of an earlier month."""
    row = (
        SignOff.select(SignOff.period)
        .where(SignOff.kind == REVIEW, SignOff.period < month)
        .order_by(SignOff.period.desc())
        .first(store.database)
    )
    return _signed(store, row.period, compared=False) if row else None


def _decisions(store: Store, review: int) -> dict[int, Decision]:
    rows = store.database.execute_sql(
        "SELECT claim_id, decided, cause, measure, owner, due_on, note FROM review_line "
        "WHERE review_id = ? AND decided IS NOT NULL AND decided <> ''",
        (review,),
    )
    return {
        claim: Decision(decided, cause, measure, owner, date.fromisoformat(due) if due else None, note)
        for claim, decided, cause, measure, owner, due, note in rows
    }


def _standings(store: Store, as_of: date, today: date) -> list[Standing]:
    told = _told(store)
    broken = {
        claim
        for promise in all_promises(store, as_of)
        if promise.state == "broken" and promise.until < as_of
        for claim in promise.claims
    }
    return [
        Standing(
            row.id, row.debtor, row.number, row.currency, row.balance_fen, row.due_on, row.days_overdue, row.owner,
            row.disputed_fen > 0, row.id in broken, told.get(row.id),
        )
        for row in claim_rows(store, as_of, today)
    ]  # fmt: skip


def _told(store: Store) -> dict[int, str]:
    """What the debtor last said of each claim."""
    rows = store.database.execute_sql(
        "SELECT cc.claim_id, k.confirmed FROM call k JOIN call_claim cc ON cc.call_id = k.id "
        "WHERE k.confirmed IS NOT NULL ORDER BY k.at, k.id"
    )
    return dict(rows.fetchall())


# --- frozen ------------------------------------------------------------------------------------------------


def frozen(held: Meeting) -> str:
    """A review as JSON: every line with what holds for it, and the month it was compared with."""
    lines = [_thawable(replace(line, decision=line.said)) for line in held.lines]
    told = {"lines": lines, "before_month": held.before_month}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _thawable(line: Line) -> list[Any]:
    told = [
        list(asdict(part).values()) if part else None for part in (line.of, line.suggested, line.decision)
    ]
    return [_plain(told), line.proposed, list(line.marks), line.before, line.before_fen]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _thawed(kept: Sequence[Any]) -> Line:
    (of, suggested, said), proposed, marks, before, before_fen = kept
    standing = Standing(**dict(zip(_STANDING, of, strict=True)) | {"due_on": _day(of[_DUE])})
    decision = decision_from(said) if said else None
    return Line(
        standing, proposed, tuple(marks), decision_from(suggested), before, before_fen, None, decision
    )


def decision_from(kept: Sequence[Any]) -> Decision:
    """A decision as it was frozen."""
    classification, cause, measure, owner, due_on, note = kept
    return Decision(classification, cause, measure, owner, _day(due_on), note)


def decision_kept(said: Decision) -> list[Any]:
    """A decision as plain values."""
    return list(_plain(list(asdict(said).values())))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _signed(store: Store, month: str, *, compared: bool = True) -> Meeting | None:
    """A signed review, ``compared`` with the lines of the one before; None where the month is not signed."""
    rows = (
        SignOff.select()
        .where(SignOff.kind.in_([REVIEW, SUPPLEMENT]), SignOff.period == month)
        .order_by(SignOff.id)
        .execute(store.database)
    )
    found = list(rows)
    first = next((row for row in found if row.kind == REVIEW), None)
    if first is None:
        return None
    told = json.loads(first.body)
    lines = tuple(map(_thawed, told["lines"]))
    previous = (
        _signed(store, told["before_month"], compared=False) if compared and told["before_month"] else None
    )
    before = effective(previous) if previous else ()
    later = _supplements([row for row in found if row.kind == SUPPLEMENT], lines)
    by, on = first.signed_by, china_day(first.signed_at)
    return Meeting(month, first.as_of, lines, told["before_month"], before, by, on, later)


def _supplements(rows: Iterable[SignOff], lines: Sequence[Line]) -> tuple[Supplement, ...]:
    of = {line.of.claim: line for line in lines}
    found = []
    for row in rows:
        told = json.loads(row.body)
        said = decision_from(told["decision"])
        found.append(Supplement(of[told["claim"]], said, told["why"], row.as_of, row.signed_by))
    return tuple(found)
