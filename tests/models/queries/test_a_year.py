"""A year of a portfolio, day by day: the list follows from policy and history, and nothing is skipped or repeated.

Days off, ten days closed, late entries and back-dated receipts happen; each working day's list is held against a second
reckoning that knows only what happened.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from models import reference
from models.actions.claims import ClaimDraft, register, set_stage
from models.actions.day import skip
from models.actions.desk import Desk
from models.actions.letters import issue, the_letter
from models.actions.parties import set_debtor
from models.actions.receipts import book_for_claim
from models.queries.claims import claim_rows
from models.queries.worklist import worklist
from models.tables import Call, CallClaim, Promise

BEGIN, END = date(2025, 1, 2), date(2025, 12, 31)
CLOSED = (date(2025, 6, 9), date(2025, 6, 18))
FEN = 100_000
LADDER = ("reminder_due", "call_due", "letter_due", "final_due", "task_force_due", "legal_due")
PROMISES = {"promise_due", "promise_broken"}


def plus(day: date, days: int) -> date:
    return day + timedelta(days=days)


@dataclass
class Story:
    """All that happened to one claim; what is due follows from it by the words of the policy alone."""

    due: date
    entered: date
    key: int = 0
    debtor: int = 0
    paid: list[tuple[date, int]] = field(default_factory=list)
    calls: list[tuple[date, bool]] = field(default_factory=list)
    letters: list[tuple[date, date]] = field(default_factory=list)
    promises: list[tuple[date, date, int]] = field(default_factory=list)
    skipped: dict[str, date] = field(default_factory=dict)
    handed: bool = False

    def left(self, day: date) -> int:
        return FEN - sum(fen for on, fen in self.paid if on <= day)

    def promise(self, day: date) -> str:
        """How the newest promise stands: open, kept, broken; a payment counts for one promise, the older first."""
        left, state = list(self.paid), ""
        for made, due, fen in self.promises:
            got = 0
            for place, (on, sum_) in enumerate(left):
                if made <= on <= due and got < fen:
                    part = min(sum_, fen - got)
                    left[place], got = (on, sum_ - part), got + part
            state = "kept" if got >= fen else "open" if day <= due else "broken"
        return state

    def expected(self, day: date) -> set[str]:
        if self.left(day) <= 0:
            return set()
        state = self.promise(day)
        promised = set()
        if state == "broken":
            promised = {"promise_broken"}
        elif state == "open":
            return {"promise_due"} if self.promises[-1][1] == day else set()
        due = {reason for reason in self.ladder(day) if not self.let_pass(reason)}
        ordered = [reason for reason in LADDER if reason in due]
        return promised | set(ordered[:1] + ordered[-1:])

    def let_pass(self, reason: str) -> bool:
        day = plus(self.due, {"reminder_due": -3, "call_due": 15, "legal_due": 180}.get(reason, 999))
        return reason in self.skipped and self.skipped[reason] >= day

    def ladder(self, day: date) -> set[str]:
        found = set()
        called = [on for on, _ in self.calls]
        wrote = [on for on, _ in self.letters]
        first, second, third = plus(self.due, -3), plus(self.due, 15), plus(self.due, 30)
        over, court = plus(self.due, 90), plus(self.due, 180)
        if first <= day <= self.due and not any(on >= first for on in called + wrote):
            found.add("reminder_due")
        since = [(on, reached) for on, reached in self.calls if on >= second]
        if day >= third:
            missed = not since and self.entered < third and not any(on >= second for on in wrote)
            if missed and not self.handed:
                found.add("call_due")
        elif day >= second:
            again = plus(since[-1][0], 7 if since[-1][1] else 1) if since else second
            if day >= again and again < third:
                found.add("call_due")
        if day >= third and not wrote:
            found.add("letter_due")
        if wrote and not self.final_sent():
            on = max(plus(self.due, 45), plus(self.letters[-1][1], 1))
            late = max(on, day) >= over and (self.entered >= over or self.handed)
            if day >= on and not late:
                found.add("final_due")
        if day >= over and not self.handed and (day < court or self.entered < court):
            found.add("task_force_due")
        if day >= court:
            found.add("legal_due")
        return found

    def final_sent(self) -> bool:
        """A demand after the day to pay by of the one before stands for the final notice, from its day on."""
        pairs = zip(self.letters, self.letters[1:], strict=False)
        return any(on > by and on >= plus(self.due, 45) for (_, by), (on, _) in pairs)


class Year:
    """A clerk who works through the year; ``tempo`` of a hundred rows of a list are seen to."""

    def __init__(self, on: Callable[[date], Desk], size: int, seed: int) -> None:
        self.on, self.chance = on, random.Random(seed)
        self.stories = [self._begin(number) for number in range(size)]
        self.of_claim: dict[int, Story] = {}

    def _begin(self, number: int) -> Story:
        due = plus(BEGIN, self.chance.randrange(-60, 330))
        late = self.chance.choice((-20, -20, -10, 0, 2, 20, 40, 100))
        return Story(due, max(BEGIN, plus(due, late)))

    def work(self) -> int:
        """Every working day; returns how many rows were held against the second reckoning."""
        china, seen, day = reference.calendar(), 0, BEGIN
        while day <= END:
            if china.is_workday(day) and not CLOSED[0] <= day <= CLOSED[1]:
                self._enter(day)
                seen += self._compare(day)
                self._act(day)
            day = plus(day, 1)
        return seen

    def _enter(self, day: date) -> None:
        desk = self.on(day)
        for number, story in enumerate(self.stories):
            if not story.key and story.entered <= day:
                story.entered = day
                name = f"第{number}公司"
                story.key, _ = register(desk, ClaimDraft(name, FEN, f"N{number}", due_on=story.due))
                set_debtor(desk, name, address=f"{number} 号")
                (row,) = claim_rows(desk.store, day, day, claims=[story.key], settled=True)
                story.debtor = row.debtor_id
                self.of_claim[story.key] = story

    def _compare(self, day: date) -> int:
        told: dict[int, set[str]] = {key: set() for key in self.of_claim}
        for item in worklist(self.on(day).store, day).items:
            if item.reason in PROMISES.union(LADDER):
                (key,) = item.claims
                assert item.reason not in told[key], (day, item)
                told[key].add(item.reason)
        for key, story in self.of_claim.items():
            assert told[key] == story.expected(day), (day, story)
        return sum(map(len, told.values()))

    def _act(self, day: date) -> None:
        for story in self.of_claim.values():
            reasons = story.expected(day)
            if reasons and self.chance.random() < 0.35:
                self._see_to(day, story, max(reasons, key=lambda reason: self.chance.random()))
            if self.chance.random() < 0.004 and story.left(day) > 0:
                self._pay(day, story)

    def _see_to(self, day: date, story: Story, reason: str) -> None:
        desk = self.on(day)
        if reason in ("call_due", "promise_due", "promise_broken"):
            self._call(desk, day, story)
        elif reason in ("letter_due", "final_due"):
            run = issue(desk, "demand", [story.key], lambda *_, **__: b"%PDF-1.4")
            story.letters += [(day, the_letter(desk, made.letter).pay_by) for made in run.letters]
        elif reason == "task_force_due":
            set_stage(desk, [story.key], "task_force")
            story.handed = True
        else:
            skip(desk, story.debtor, [reason])
            story.skipped[reason] = day

    def _call(self, desk: Desk, day: date, story: Story) -> None:
        reached = self.chance.random() < 0.6
        promised = self.chance.choice((0, 20_000, 50_000)) if reached else 0
        due = plus(day, self.chance.randrange(1, 12))
        with desk.act("log_call") as unit:
            outcome = "connected" if reached else "no_answer"
            at = desk.clock.now().replace(year=day.year, month=day.month, day=day.day, hour=4)
            call = unit.add(
                Call, debtor=story.debtor, at=at, outcome=outcome, logged_at=unit.at, logged_by=desk.who
            )
            unit.add(CallClaim, call=call, claim=story.key)
            if promised:
                unit.add(Promise, call=call, debtor=story.debtor, fen=promised, due_on=due)
        story.calls.append((day, reached))
        story.promises += [(day, due, promised)] if promised else []

    def _pay(self, day: date, story: Story) -> None:
        """Some of it, or all; now and then told late."""
        told_for = plus(day, -self.chance.choice((0, 0, 5)))
        fen = min(story.left(END), self.chance.choice((20_000, 50_000, FEN)))
        if fen > 0 and told_for >= story.entered:
            book_for_claim(self.on(day), story.key, fen, told_for)
            story.paid = sorted([*story.paid, (told_for, fen)])


def test_a_year_of_a_portfolio_follows_from_policy_and_history(
    firm: Desk, on: Callable[[date], Desk]
) -> None:
    assert Year(on, 120, 7).work() > 2_000


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_year_of_three_thousand_claims(firm: Desk, on: Callable[[date], Desk]) -> None:
    assert Year(on, 3_000, 11).work() > 50_000
