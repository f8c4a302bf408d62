"""What saving a call will do, line by line, before it is saved. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models.clock import china_day
from models.queries.guard import to_person
from models.rules.contact import Finding, check
from models.rules.lexicon import sums_in
from ui.calls.answers import Answers
from ui.calls.facts import CallFacts, late_from
from ui.common.formats import Formats
from ui.problems import sentence, worded

OF_THE_RECORD = frozenset({"G12", "G20"})
"""Findings that only make the record weaker; the others speak against the contact itself."""


@dataclass(frozen=True)
class Line:
    """One consequence: an icon in a tone, what happens, and how or why."""

    icon: str
    tone: str
    title: str
    body: str = ""


def findings(facts: CallFacts, answers: Answers) -> tuple[Finding, ...]:
    """What the contact guard says of this call, visit or message."""
    at = answers.at or facts.at
    same_day = china_day(at) == china_day(facts.at)
    role = answers.role if answers.connected or answers.sends else None
    return check(
        replace(
            to_person(facts.guard, facts.contacts, answers.person or None, role),
            channel=answers.channel,
            at=at,
            unanswered_today=facts.guard.unanswered_today if same_day else 0,
            connected_today=facts.guard.connected_today if same_day else 0,
            lost_contact_reason=answers.override_why or None,
            recorded=answers.connected and not answers.sends and answers.recording is not None,
            recording_announced=answers.recording_announced,
            connected=answers.connected,
            text=answers.message if answers.sends else "",
            note=answers.note,
        )
    )


def against(facts: CallFacts, answers: Answers) -> list[Finding]:
    """Those that speak against contacting at all; not what only weakens the record."""
    return [each for each in findings(facts, answers) if not _of_the_record(each)]


def asks_payment(facts: CallFacts, answers: Answers) -> bool:
    """Whether a message names debtor and a sum of the ledger, so that it is a demand (诉讼时效规定 8)."""
    said = set(sums_in(answers.message))
    return answers.sends and facts.debtor in answers.message and bool(said & set(facts.guard.owed_fen))


def _of_the_record(finding: Finding) -> bool:
    quoted = finding.rule == "G06" and finding.severity == "warn"
    return finding.rule in OF_THE_RECORD or quoted


def consequences(facts: CallFacts, answers: Answers, language: str) -> list[Line]:
    """Everything that saving these answers will do."""
    say = _Says(facts, answers, language)
    parts = (say.record, say.promise, say.demand, say.limitation, say.next_try, say.reasons, say.weaknesses)
    return [line for part in parts for line in part()]


@dataclass(frozen=True)
class _Says:
    facts: CallFacts
    answers: Answers
    language: str

    def _of(self, code: str, **params: str) -> str:
        return worded(code, self.language, params)

    @property
    def _formats(self) -> Formats:
        return Formats(self.language)

    def record(self) -> Iterator[Line]:
        answers, channel = self.answers, self.answers.channel
        where = "after_call_recorded_evidence" if answers.recording else "after_call_recorded_how"
        if answers.sends and not answers.connected:
            yield Line("letters", "accent", self._of("after_message_sent", channel=channel), self._of(where))
        elif not answers.connected:
            yield Line(
                "phone-off", "text2", self._of("after_call_attempt"), self._of("after_call_attempt_how")
            )
        elif channel == "phone":
            yield Line("phone", "accent", self._of("after_call_recorded"), self._of(where))
        else:
            yield Line(
                "phone", "accent", self._of("after_contact_recorded", channel=channel), self._of(where)
            )

    def promise(self) -> Iterator[Line]:
        told = [(fen, day) for fen, day in self.answers.all_promises if fen and day is not None]
        for place, (fen, day) in enumerate(told):
            money = self._formats.money(fen, self.facts.currency)
            shown = self._formats.short_day(day, self.facts.today)
            title = self._of("after_promise", day=shown, amount=money)
            yield Line("promise", "ok", title, "" if place else self._replaced())
        if told:
            day = min(day for _, day in told)
            yield self._checked(day)
        if sum(fen for fen, _ in told) > self.facts.balance_fen:
            yield Line("warning", "warn", self._of("after_promise_above"))

    def _checked(self, day: date) -> Line:
        shown = self._formats.short_day(day, self.facts.today)
        late = self._formats.short_day(late_from(day, self.facts.grace_days), self.facts.today)
        return Line(
            "bell", "accent", self._of("after_check", day=shown), self._of("after_check_how", day=late)
        )

    def demand(self) -> Iterator[Line]:
        """A message that names debtor and sum and asks for it restarts the clock as it arrives (D4)."""
        answers = self.answers
        if not answers.sends or answers.outcome == "dead_number" or answers.acknowledges:
            return
        if not asks_payment(self.facts, answers):
            yield Line("hourglass", "text2", self._of("after_message_no_demand"))
            return
        proof = "after_message_proved" if answers.recording else "after_message_unproved"
        day = self._formats.short_day(china_day(answers.at or self.facts.at), self.facts.today)
        tone = "ok" if answers.recording else "warn"
        yield Line("hourglass", tone, self._of("after_message_demand", day=day), self._of(proof))

    def _replaced(self) -> str:
        old = self.facts.promise
        if old is None:
            return self._of("after_promise_first")
        day = self._formats.short_day(old.due_on, self.facts.today)
        return self._of("after_promise_replaces", day=day, amount=self._formats.money(old.fen, old.currency))

    def limitation(self) -> Iterator[Line]:
        restart = self.facts.restart
        if not self.answers.acknowledges or restart is None:
            return
        code = "after_limitation_revived" if restart.revives else "after_limitation"
        proof = "after_limitation_proved" if self.answers.recording else "after_limitation_unproved"
        some = ""
        if restart.claims < len(self.facts.rows):
            counts = {"some": str(restart.claims), "count": str(len(self.facts.rows))}
            some = self._of("after_limitation_some", **counts)
        yield Line(
            "hourglass",
            "ok" if self.answers.recording else "warn",
            self._of(code, day=restart.last_day.isoformat()),
            "\n".join(part for part in (self._why(), self._of(proof), some) if part),
        )

    def _why(self) -> str:
        code = {"full": "after_limitation_confirmed", "part": "after_limitation_part"}
        return self._of(code.get(self.answers.confirmed or "", "after_limitation_promised"))

    def next_try(self) -> Iterator[Line]:
        if self.answers.connected or self.answers.outcome == "sent":
            return
        if self.answers.outcome == "dead_number":
            yield Line("letters", "accent", self._of("after_call_dead_number"))
            return
        half = self._of(f"half_{self.facts.next_half}")
        next_try = self.facts.next_try
        day = f"{self._formats.short_day(next_try, self.facts.today)} {self._formats.weekday(next_try)}"
        yield Line("bell", "accent", self._of("after_call_next", day=day, half=half), self._why_then())

    def _why_then(self) -> str:
        reach = self.facts.reach
        if not reach.reached:
            return self._of("after_call_next_how")
        return self._of(
            "after_call_next_best",
            morning=f"{reach.morning_reached}/{reach.morning_tried}",
            afternoon=f"{reach.afternoon_reached}/{reach.afternoon_tried}",
        )

    def reasons(self) -> Iterator[Line]:
        if self.answers.override_why:
            yield Line("warning", "warn", self._of("after_override"), self.answers.override_why)
        if self.answers.memo:
            yield Line("plans", "accent", self._of("after_memo"))

    def weaknesses(self) -> Iterator[Line]:
        for finding in findings(self.facts, self.answers):
            if _of_the_record(finding):
                yield Line("warning", "warn", sentence(finding.problem, self.language))


def kept_said(facts: CallFacts, language: str) -> str:
    """How promises were kept so far; empty before the first was put to the test."""
    kept = facts.kept
    if not kept.judged:
        return ""
    told = {"kept": str(kept.kept), "judged": str(kept.judged), "percent": str(kept.percent)}
    return worded("promises_kept" if kept.percent is None else "promises_kept_percent", language, told)


def last_call_said(facts: CallFacts, language: str) -> str:
    """The last call in one line."""
    formats = Formats(language)
    if not facts.calls:
        return worded("last_call_none", language)
    call = facts.calls[0]
    parts = [worded(f"last_call_{call.outcome}", language), call.person or ""]
    if call.confirmed:
        part = formats.money(call.confirmed_fen or 0, facts.currency)
        parts.append(worded(f"last_call_{call.confirmed}", language, {"amount": part}))
    if call.promise_on and call.promise_fen:
        told = {"day": formats.short_day(call.promise_on, facts.today)}
        told["amount"] = formats.money(call.promise_fen, call.currency or facts.currency)
        parts.append(worded("last_call_promised", language, told))
    return ("；" if formats.chinese else "; ").join(
        [formats.joined(parts), *([call.note] if call.note else [])]
    )
