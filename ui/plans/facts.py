"""What a plan stands on, and the schedule that follows from the fields. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.actions.desk import Desk
from models.actions.plans import rows_for_plan
from models.queries.claims import ClaimRow, claim_rows
from models.queries.documents import instalment_facts, plan_facts
from models.queries.letter_rows import next_number
from models.queries.plans import PlanRow, lost_between, plans_over
from models.queries.published import calendar_of
from models.rules.ageing import action_step
from models.rules.facts import GuarantorFacts, PlanFacts, PlanTerms
from models.rules.instalments import Instalment, Rhythm, Shape, free, rebalance, schedule
from models.rules.plan_standing import Burden
from models.rules.reasons import Reason
from models.rules.workdays import Calendar
from reports.style import Language

Own = tuple[tuple[date, int], ...]
"""Days and principals in fen, in order of day."""


@dataclass(frozen=True)
class PlanSubject:
    """The open claims of one debtor in one currency; ``facts`` is their agreement still without a schedule.

    ``others`` are the plans that already cover one of them and are neither paid nor void; ``replaces`` the one a
    supplement is made to.
    """

    rows: tuple[ClaimRow, ...]
    facts: PlanFacts
    language: Language
    today: date
    calendar: Calendar
    others: tuple[PlanRow, ...] = ()
    replaces: PlanRow | None = None

    @property
    def debtor(self) -> str:
        """Who owes."""
        return self.facts.debtor.name

    @property
    def amends(self) -> PlanRow | None:
        """The one plan to which a supplement would do what a second plan is about to."""
        (only, *more) = self.others or (None,)
        return only if only and not more and only.fits_supplement(row.id for row in self.rows) else None

    @property
    def total_fen(self) -> int:
        """What is open: the sum that is shared out."""
        return self.facts.total_fen

    @property
    def currency(self) -> str:
        """Its one currency."""
        return self.facts.currency

    @property
    def days_overdue(self) -> int | None:
        """Of the oldest of them; below zero before it is due, None where no due date was agreed."""
        days = [(self.today - row.due_on).days for row in self.rows if row.due_on]
        return max(days) if days else None

    @property
    def step(self) -> int:
        """The colour step of the oldest, 0 to 5."""
        return action_step(self.days_overdue)

    def with_plan(
        self, lines: Sequence[Instalment], terms: PlanTerms, guarantor: GuarantorFacts | None
    ) -> PlanFacts:
        """The agreement with its schedule and what the parties chose."""
        return replace(
            self.facts,
            instalments=instalment_facts(lines),
            terms=terms,
            guarantor=guarantor,
            earlier=self.replaces.earlier if self.replaces else None,
        )

    def lost(
        self, lines: Sequence[Instalment], terms: PlanTerms, guarantor: GuarantorFacts | None
    ) -> tuple[Reason, ...]:
        """What a supplement costs where the guarantor of the plan before does not sign it."""
        if self.replaces is None or not lines:
            return ()
        owed = sum(line.principal_fen + line.interest_fen for line in lines)
        after = Burden(owed, lines[-1].due_on, terms.late_rate_bp)
        return lost_between(self.replaces, after, guarantor)


def read_subject(desk: Desk, claims: Sequence[int], replaces: int | None = None) -> PlanSubject:
    """All of it; ``replaces`` is the plan a supplement is made to. Refused as ``rows_for_plan``."""
    with desk.store.reading():
        if replaces is not None:
            claims = [row.id for row in claim_rows(desk.store, desk.today, desk.today, claims=claims)]
        rows = rows_for_plan(desk, claims)
        number = next_number(desk.store, "plan", desk.today.year)
        facts = plan_facts(desk.store, number, desk.today, rows, (), PlanTerms())
        live = plans_over(desk.store, claims, desk.today)
    return PlanSubject(
        tuple(rows),
        facts,
        "en" if facts.debtor.foreign else "zh_CN",
        desk.today,
        calendar_of(desk.store),
        tuple(plan for plan in live if plan.id != replaces),
        next((plan for plan in live if plan.id == replaces), None),
    )


@dataclass(frozen=True)
class Fields:
    """What the fields say. ``by_hand`` are principals typed over, (number, fen), in their order.

    ``own`` are days and principals as the parties settled them one by one; they go before all else.
    """

    count: int
    first_on: date
    every: Rhythm = "month"
    first_payment_fen: int = 0
    annual_rate_bp: int = 0
    shape: Shape = "equal"
    roll: bool = True
    by_hand: tuple[tuple[int, int], ...] = ()
    own: Own = ()


def lines_of(subject: PlanSubject, fields: Fields) -> tuple[Instalment, ...]:
    """The schedule; interest runs from today. Refused as ``schedule`` and ``rebalance``."""
    rate, since = fields.annual_rate_bp, subject.today
    roll = subject.calendar if fields.roll else None
    if fields.own:
        return free(subject.total_fen, fields.own, roll=roll, annual_rate_bp=rate, interest_from=since)
    lines = schedule(
        subject.total_fen,
        fields.count,
        fields.first_on,
        fields.every,
        roll=roll,
        first_payment_fen=fields.first_payment_fen,
        annual_rate_bp=rate,
        interest_from=since,
        shape=fields.shape,
    )
    for number, fen in fields.by_hand:
        lines = rebalance(lines, number, fen, annual_rate_bp=rate, interest_from=since)
    return lines


def own_of(lines: Sequence[Instalment]) -> Own:
    """Days as agreed and principals of a schedule, to be typed over one by one."""
    return tuple((line.moved_from or line.due_on, line.principal_fen) for line in lines)


def with_day(own: Own, number: int, day: date) -> Own:
    """The same with another day of an instalment, in order of day."""
    changed = [(day if place == number else on, fen) for place, (on, fen) in enumerate(own, 1)]
    return tuple(sorted(changed))


def with_sum(own: Own, number: int, fen: int) -> Own:
    """The same with another principal of an instalment; the last one takes the difference, or the one before it."""
    sums = [each for _, each in own]
    giver = len(sums) - 1 if number < len(sums) else len(sums) - 2
    if giver >= 0:
        sums[giver] += sums[number - 1] - fen
    sums[number - 1] = fen
    return tuple((on, each) for (on, _), each in zip(own, sums, strict=True))


@dataclass(frozen=True)
class Clash:
    """An instalment agreed for a day off in a year that is published, and the working day after it."""

    number: int
    on: date
    to: date
    moved: bool


def clashes(lines: Sequence[Instalment], calendar: Calendar) -> list[Clash]:
    """Those of the schedule, moved on or not."""
    found = []
    for line in lines:
        agreed = line.moved_from or line.due_on
        working = calendar.rolled(agreed)
        if working != agreed:
            found.append(Clash(line.number, agreed, working, line.moved_from is not None))
    return found


def unpublished_years(lines: Sequence[Instalment], calendar: Calendar) -> list[int]:
    """Years of the schedule whose holidays are not out yet."""
    return sorted({line.due_on.year for line in lines if not calendar.published(line.due_on.year)})
