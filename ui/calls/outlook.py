"""What saving a call will do, line by line, before it is saved. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.rules.contact import Finding, PlannedContact, check
from ui.calls.answers import Answers
from ui.calls.facts import CallFacts, late_from
from ui.common.formats import Formats
from ui.problems import sentence, worded

BEFORE_DIALLING = frozenset({"G01", "G02", "G03", "G04"})
"""Findings that speak against the call itself; the others only make its record weaker."""


@dataclass(frozen=True)
class Line:
    """One consequence: an icon in a tone, what happens, and how or why."""

    icon: str
    tone: str
    title: str
    body: str = ""


def findings(facts: CallFacts, answers: Answers) -> tuple[Finding, ...]:
    """What the contact guard says of this call."""
    return check(
        PlannedContact(
            "phone",
            facts.at,
            facts.is_person,
            answers.role if answers.connected else None,
            answers.person or None,
            unanswered_today=facts.attempts.unanswered,
            connected_today=facts.attempts.connected,
            recorded=answers.connected and answers.recording is not None,
            recording_announced=answers.recording_announced,
            connected=answers.connected,
        )
    )


def consequences(facts: CallFacts, answers: Answers, language: str) -> list[Line]:
    """Everything that saving these answers will do."""
    say = _Says(facts, answers, language)
    return [*say.record(), *say.promise(), *say.limitation(), *say.next_try(), *say.weaknesses()]


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
        if not self.answers.connected:
            yield Line(
                "phone-off", "text2", self._of("after_call_attempt"), self._of("after_call_attempt_how")
            )
            return
        where = "after_call_recorded_evidence" if self.answers.recording else "after_call_recorded_how"
        yield Line("phone", "accent", self._of("after_call_recorded"), self._of(where))

    def promise(self) -> Iterator[Line]:
        day, fen = self.answers.promise_on, self.answers.promise_fen
        if not self.answers.promises or day is None or not fen:
            return
        money = self._formats.money(fen, self.facts.currency)
        shown = self._formats.short_day(day, self.facts.today)
        title = self._of("after_promise", day=shown, amount=money)
        yield Line("promise", "ok", title, self._replaced())
        late = self._formats.short_day(late_from(day, self.facts.grace_days), self.facts.today)
        yield Line(
            "bell", "accent", self._of("after_check", day=shown), self._of("after_check_how", day=late)
        )
        if fen > self.facts.balance_fen:
            yield Line("warning", "warn", self._of("after_promise_above"))

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
        if self.answers.connected:
            return
        if self.answers.outcome == "dead_number":
            yield Line("letters", "accent", self._of("after_call_dead_number"))
            return
        half = self._of("half_afternoon" if self.facts.afternoon else "half_morning")
        next_try = self.facts.next_try
        day = f"{self._formats.short_day(next_try, self.facts.today)} {self._formats.weekday(next_try)}"
        yield Line(
            "bell", "accent", self._of("after_call_next", day=day, half=half), self._of("after_call_next_how")
        )

    def weaknesses(self) -> Iterator[Line]:
        for finding in findings(self.facts, self.answers):
            if finding.rule not in BEFORE_DIALLING:
                yield Line("warning", "warn", sentence(finding.problem, self.language))


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
