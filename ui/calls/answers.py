"""The answers of one call as the window holds them: to a Talk, to a draft and back. No Qt."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.actions.calls import CONFIRMED, OUTCOMES, Talk

REASONS = ("cash_flow", "distress", "quality", "accounts_differ", "bad_faith")


@dataclass(frozen=True)
class Answers:
    """What is chosen and typed. ``promise_fen`` stands there from the start; only a day makes it a promise."""

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

    @property
    def connected(self) -> bool:
        """Whether somebody answered; else questions 2 to 6 are not asked."""
        return self.outcome == "connected"

    @property
    def promises(self) -> bool:
        """Whether there is a promise."""
        return self.connected and self.promise_on is not None

    @property
    def acknowledges(self) -> bool:
        """Whether the debtor owned up to the debt, which moves the limitation clock (诉讼时效规定 14)."""
        return self.connected and (self.confirmed in ("full", "part") or self.promises)

    def talk(self, at: datetime) -> Talk:
        """What goes into the books; of a call nobody answered only that, and the note."""
        if not self.connected:
            return Talk(self.outcome, note=self.note, at=at)
        return Talk(
            self.outcome,
            self.person.strip() or None,
            self.role,
            self.identity_checked,
            self.recording_announced,
            self.confirmed,
            self.part_fen if self.confirmed == "part" else None,
            self.reason,
            self.promise_fen if self.promises else None,
            self.promise_on,
            self.recording,
            self.note,
            at,
        )

    def draft(self) -> dict[str, Any]:
        """As JSON takes it."""
        held = asdict(self)
        held["promise_on"] = self.promise_on.isoformat() if self.promise_on else None
        held["recording"] = str(self.recording) if self.recording else None
        return held


def from_draft(held: dict[str, Any]) -> Answers:
    """The answers of a draft; what an older version wrote and this one does not know is left out."""
    known = {name: value for name, value in held.items() if name in Answers.__dataclass_fields__}
    answers = replace(Answers(), **known)
    return replace(
        answers,
        outcome=answers.outcome if answers.outcome in OUTCOMES else "connected",
        confirmed=answers.confirmed if answers.confirmed in CONFIRMED else None,
        promise_on=date.fromisoformat(known["promise_on"]) if known.get("promise_on") else None,
        recording=Path(known["recording"]) if known.get("recording") else None,
    )
