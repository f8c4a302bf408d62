"""What the clerk says: the words to read, filled from the ledger, in either language. No Qt.

The words stand in ``resources/scripts``. The amount is the ledger's (contact guard G10), so a "yes" on the recording
acknowledges that very sum.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from models.rules.contact import OWN_ROLES
from models.rules.money import grouped
from ui.calls.answers import Answers
from ui.calls.facts import CallFacts
from ui.common.formats import Formats
from ui.problems import catalogue, worded

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "scripts"
DAYS_TO_ANSWER = 7
"""House default: what a message leaves the debtor to pay or to object."""
MOST_NUMBERS = 3


@dataclass(frozen=True)
class Script:
    """The words for one moment of a talk; empty where there is nothing to say.

    ``opening`` names caller and firm, asks for the other's name and authority and announces the recording; ``ask`` is
    the question that makes evidence; ``follow`` comes after its answer, ``reason`` after the reason of delay,
    ``repeat`` says the promise once more. ``message`` is a draft to be sent.
    """

    opening: str
    ask: str
    follow: str = ""
    reason: str = ""
    repeat: str = ""
    message: str = ""


@cache
def scripts(language: str) -> Mapping[str, str]:
    """The words of a language by their name."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


def script_for(facts: CallFacts, answers: Answers, language: str) -> Script:
    """What to say as the talk stands; to a third party nothing of the debt."""
    words = _Words(facts, language)
    if answers.role is not None and answers.role not in OWN_ROLES:
        return Script(words.of("lost"), "")
    return Script(
        words.opening(answers.channel),
        words.ask(),
        words.follow(answers),
        words.reason(answers.reason),
        words.repeat(answers),
        words.message(),
    )


@dataclass(frozen=True)
class _Words:
    facts: CallFacts
    language: str

    def of(self, name: str, **more: str) -> str:
        """One text with its holes filled; a value is never read as a template."""
        return scripts(self.language)[name].format_map({**self._known(), **more})

    def _known(self) -> dict[str, str]:
        facts = self.facts
        return {
            "creditor": facts.creditor or worded("our_firm", self.language),
            "clerk": facts.clerk,
            "debtor": facts.debtor,
            "day": self._formats.long_day(facts.today),
            "amount": self._sum(facts.called_fen, facts.currency),
            "debt": self._debt(),
        }

    def _debt(self) -> str:
        """What is owed; the words by which a ledger calls its documents are no kind that can be read out."""
        named = f"debt_of_{self.facts.kind}"
        return worded(named if named in catalogue(self.language) else "debt_of_other", self.language)

    @property
    def _formats(self) -> Formats:
        return Formats(self.language)

    @property
    def _whom(self) -> str:
        return "person" if self.facts.is_person else "firm"

    def opening(self, channel: str) -> str:
        told = self.of("opening_meeting" if channel in ("visit", "meeting") else f"opening_{self._whom}")
        return f"{told}{self._last_promise()}"

    def _last_promise(self) -> str:
        promise = self.facts.promise
        if promise is None:
            return ""
        known = {
            "promised_on": self._formats.long_day(promise.due_on),
            "promised": self._sum(promise.fen, promise.currency).strip(),
            "paid": self._sum(promise.paid_fen, promise.currency).strip(),
        }
        gap = "" if self._formats.chinese else " "
        return gap + self.of(f"promise_{promise.state}", **known)

    def ask(self) -> str:
        return self.of("ask_expired" if self.facts.expired else f"ask_{self._whom}")

    def follow(self, answers: Answers) -> str:
        if answers.confirmed is None:
            return ""
        if answers.confirmed != "full":
            return self.of(f"after_{answers.confirmed}")
        return self.of(f"proof_{self.facts.kind}") + self._wanted()

    def _wanted(self) -> str:
        """The question for the document that would help most, where the debtor has it."""
        if self.facts.wanted is None:
            return ""
        gap = "" if self._formats.chinese else " "
        return gap + worded("ask_opponent", self.language, {"document": self.facts.wanted})

    def reason(self, reason: str | None) -> str:
        if reason is None:
            return ""
        late = reason == "bad_faith" and self.facts.expired
        return self.of("reason_bad_faith_expired" if late else f"reason_{reason}")

    def repeat(self, answers: Answers) -> str:
        if not answers.promises or answers.promise_on is None or not answers.promise_fen:
            return ""
        day = self._formats.long_day(answers.promise_on)
        return self.of("confirm_promise", day=day, amount=self._sum(answers.promise_fen, self.facts.currency))

    def message(self) -> str:
        listed = [row.number for row in self.facts.rows if row.number][:MOST_NUMBERS]
        due = max((row.due_on for row in self.facts.rows if row.due_on), default=None)
        late = due is not None and due < self.facts.today
        return self.of(
            f"message_{self._whom}",
            amount=self._sum(self.facts.called_fen, self.facts.currency).strip(),
            numbers=self.of("numbers", list=self._formats.listed(listed)) if listed else "",
            due=self.of("due", on=self._formats.long_day(due)) if due and late else "",
            pay_by=self._formats.long_day(self.facts.today + timedelta(days=DAYS_TO_ANSWER)),
        )

    def _sum(self, fen: int, currency: str) -> str:
        code = "read_aloud_yuan" if currency == "CNY" else "read_aloud_foreign"
        return worded(code, self.language, {"amount": grouped(fen), "currency": currency})
