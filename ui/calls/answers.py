"""The answers of one call as the window holds them: to a Talk, to a draft and back. No Qt."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.actions.calls import CHANNELS, CONFIRMED, OUTCOMES, Talk
from models.rules.contact import MESSAGES

REASONS = ("cash_flow", "distress", "quality", "accounts_differ", "bad_faith")


@dataclass(frozen=True)
class Answers:
    """What is chosen and typed. ``promise_fen`` stands there from the start; only a day makes it a promise.

    ``more_promises`` were added before it, fen by day. ``at`` is when it was, None for now; ``message`` what is sent.
    """

    outcome: str = "connected"
    person: str = ""
    role: str | None = None
    identity_checked: bool = False
    recording_announced: bool = False
    confirmed: str | None = None
    part_fen: int | None = None
    reason: str | None = None
    promise_on: date | None = None
    promise_fen: int | None = None
    recording: Path | None = None
    note: str = ""
    channel: str = "phone"
    more_promises: tuple[tuple[int, date], ...] = ()
    message: str = ""
    override_why: str = ""
    memo: bool = False
    at: datetime | None = None
    reached: str = ""
    sent_from: str = ""
    place: str = ""
    present: str = ""

    @property
    def connected(self) -> bool:
        """Whether somebody answered; else questions 2 to 6 are not asked."""
        return self.outcome == "connected"

    @property
    def sends(self) -> bool:
        """Whether it is a message."""
        return self.channel in MESSAGES

    @property
    def promises(self) -> bool:
        """Whether there is a promise."""
        return self.connected and (self.promise_on is not None or bool(self.more_promises))

    @property
    def all_promises(self) -> tuple[tuple[int | None, date | None], ...]:
        """Those added, then the one that stands in its fields if it has a day."""
        last = () if self.promise_on is None else ((self.promise_fen, self.promise_on),)
        return (*self.more_promises, *last) if self.connected else ()

    @property
    def acknowledges(self) -> bool:
        """Whether the debtor owned up to the debt, which moves the limitation clock (诉讼时效规定 14)."""
        return self.connected and (self.confirmed in ("full", "part") or self.promises)

    def talk(self, at: datetime, asked: str = "", *, asks_payment: bool = False) -> Talk:
        """What goes into the books; of a call nobody answered only that, whom it was for, and the note.

        ``asked`` was read aloud; a message says its own text. ``asks_payment`` holds for messages.
        """
        person, why = self.person.strip() or None, self.override_why.strip() or None
        bare = self._placed(
            Talk(
                self.outcome, person, note=self.note, at=self.at or at, channel=self.channel, override_why=why
            )
        )
        if not self.connected and not self.sends:
            return bare if self.channel == "phone" else replace(bare, person=None)
        told = replace(
            bare,
            role=self.role,
            identity_checked=self.identity_checked,
            recording_announced=self.recording_announced,
            recording=self.recording,
            asked=self.message if self.sends else asked,
            asks_payment=asks_payment and self.sends,
        )
        return self._answered(told) if self.connected else told

    def _placed(self, told: Talk) -> Talk:
        """With what its channel asks: to which address from which of ours, or where and with whom."""
        if self.sends:
            return replace(told, reached=self.reached, sent_from=self.sent_from)
        return told if self.channel == "phone" else replace(told, place=self.place, present=self.present)

    def _answered(self, told: Talk) -> Talk:
        """With what the other side answered and promised."""
        first, *more = self.all_promises or ((None, None),)
        return replace(
            told,
            confirmed=self.confirmed,
            amount_fen=self.part_fen if self.confirmed == "part" else None,
            reason=self.reason,
            promise_fen=first[0],
            promise_on=first[1],
            more_promises=tuple(more),
        )

    def draft(self) -> dict[str, Any]:
        """As JSON takes it."""
        held = asdict(self)
        held["promise_on"] = self.promise_on.isoformat() if self.promise_on else None
        held["recording"] = str(self.recording) if self.recording else None
        held["more_promises"] = [[fen, on.isoformat()] for fen, on in self.more_promises]
        held["at"] = self.at.isoformat() if self.at else None
        return held


def from_draft(held: dict[str, Any]) -> Answers:
    """The answers of a draft; what an older version wrote and this one does not know is left out."""
    known = {name: value for name, value in held.items() if name in Answers.__dataclass_fields__}
    answers = replace(Answers(), **known)
    return replace(
        answers,
        outcome=answers.outcome if answers.outcome in OUTCOMES else "connected",
        channel=answers.channel if answers.channel in CHANNELS else "phone",
        more_promises=tuple((fen, date.fromisoformat(on)) for fen, on in known.get("more_promises", ())),
        at=datetime.fromisoformat(known["at"]) if known.get("at") else None,
        confirmed=answers.confirmed if answers.confirmed in CONFIRMED else None,
        promise_on=date.fromisoformat(known["promise_on"]) if known.get("promise_on") else None,
        recording=Path(known["recording"]) if known.get("recording") else None,
    )
