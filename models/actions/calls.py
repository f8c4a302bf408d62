"""Setting down a call, a visit, a message or a meeting: who was reached, what was confirmed, what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep, require_claims
from models.actions.memos import Render, file_memo
from models.changes import Changes
from models.clock import CHINA, Clock, china_day
from models.queries.claims import ClaimRow, claim_rows
from models.rules.contact import MESSAGES
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Call, CallClaim, Note, Promise

OUTCOMES = ("connected", "no_answer", "busy", "dead_number", "sent")
CHANNELS: dict[str, tuple[str, ...]] = {
    "phone": ("connected", "no_answer", "busy", "dead_number"),
    "visit": ("connected", "no_answer"),
    "meeting": ("connected", "no_answer"),
    "wechat": ("sent", "connected", "dead_number"),
    "sms": ("sent", "connected", "dead_number"),
    "email": ("sent", "connected", "dead_number"),
}
"""By which way a debtor is contacted, with what may come of it: ``connected`` is a talk or an answer."""
CONFIRMED = ("full", "part", "denied", "evaded")


@dataclass(frozen=True)
class Talk:
    """What the clerk noted of one contact. ``amount_fen`` is the sum confirmed in part; ``at`` is aware.

    ``more_promises`` follow the first, each fen by its day. ``recording`` is the file that proves it: a recording, a
    picture of the chat. ``asked`` was read or sent, ``asks_payment`` says that a message named debt and day and asked
    for it, ``override_why`` why it was made although the contact guard spoke against it. ``reached`` is the number,
    address or account it went to, ``sent_from`` ours; a visit or meeting has its ``place`` and who was ``present``.
    """

    outcome: str
    person: str | None = None
    role: str | None = None
    identity_checked: bool = False
    recording_announced: bool = False
    confirmed: str | None = None
    amount_fen: int | None = None
    reason: str | None = None
    promise_fen: int | None = None
    promise_on: date | None = None
    recording: Path | None = None
    note: str | None = None
    at: datetime | None = None
    channel: str = "phone"
    more_promises: tuple[tuple[int | None, date | None], ...] = ()
    asked: str | None = None
    asks_payment: bool = False
    override_why: str | None = None
    reached: str | None = None
    sent_from: str | None = None
    place: str | None = None
    present: str | None = None

    @property
    def promises(self) -> tuple[tuple[int | None, date | None], ...]:
        """All of them in the order given, also one of which half is missing."""
        if self.promise_fen is None and self.promise_on is None:
            return self.more_promises
        return ((self.promise_fen, self.promise_on), *self.more_promises)


@dataclass(frozen=True)
class Logged:
    """A contact in the books, its first promise, the recording's evidence and the memo's if there were any."""

    call: int
    promise: int | None
    recording: int | None
    doubts: tuple[Problem, ...]
    changes: Changes
    memo: int | None = None


def problems_of(desk: Desk, talk: Talk) -> tuple[Problem, ...]:
    """Why this call cannot be saved as it stands: all reasons at once."""
    at = moment_of_call(desk.clock, talk.at)
    found = []
    if talk.channel not in CHANNELS:
        told = {"channel": talk.channel, "channels": ", ".join(CHANNELS)}
        found.append(Problem("contact_unknown_channel", told, "channel"))
    elif talk.outcome not in CHANNELS[talk.channel]:
        found.append(Problem("unknown_outcome", {"outcome": talk.outcome}, "outcome"))
    if talk.confirmed is not None and talk.confirmed not in CONFIRMED:
        found.append(Problem("unknown_answer", {"answer": talk.confirmed}, "confirmed"))
    if talk.outcome != "connected" and (talk.confirmed or talk.promises):
        found.append(Problem("nobody_spoke", {}, "outcome"))
    if talk.confirmed == "part" and talk.amount_fen is None:
        found.append(Problem("part_needs_amount", {}, "amount"))
    if talk.amount_fen is not None and talk.amount_fen <= 0:
        found.append(Problem("amount_not_above_zero", {}, "amount"))
    if china_day(at) > desk.today:
        found.append(Problem("after_today", {"day": str(china_day(at)), "today": str(desk.today)}, "at"))
    return (*found, *_promise_problems(talk, china_day(at)))


def _promise_problems(talk: Talk, day: date) -> list[Problem]:
    found = []
    for fen, on in talk.promises:
        if fen is None or on is None:
            found.append(Problem("promise_incomplete", {}, "promise"))
        if fen is not None and fen <= 0:
            found.append(Problem("amount_not_above_zero", {}, "promise"))
        if on is not None and on < day:
            found.append(Problem("promise_in_the_past", {"day": str(on)}, "promise"))
    return list({problem.code: problem for problem in found}.values())


def log_call(
    desk: Desk, claims: Sequence[int], talk: Talk, render: Render | None = None, language: str = "zh_CN"
) -> Logged:
    """Keep a call about some claims of one debtor, with its promise and recording, in one act.

    With ``render`` its memo is set on paper and filed too. Refused: everything of ``problems_of``, ``unknown_id``,
    ``several_debtors``, ``file_unreadable``, whatever ``render`` refuses.
    """
    require_claims(desk, claims)
    refuse_if(problems_of(desk, talk))
    rows = claim_rows(desk.store, desk.today, desk.today, claims=claims, settled=True)
    debtor = one_debtor(rows)
    at = moment_of_call(desk.clock, talk.at)
    with desk.store.acting(), desk.act("log_call") as unit:
        recording = _recording(desk, unit, claims, talk)
        call = _add_call(desk, unit, debtor, at, talk, recording)
        for claim in claims:
            unit.add(CallClaim, call=call, claim=claim)
        promises = _add_promises(unit, call, debtor, rows[0].currency, talk)
        memo = file_memo(desk, unit, call, render, language)[0] if render else None
    return Logged(call, next(iter(promises), None), recording, _doubts(talk, rows), unit.changes, memo)


def one_debtor(rows: Sequence[ClaimRow]) -> int:
    """The one debtor of these claims; Refused (``several_debtors``) where they are of more than one."""
    debtors = {row.debtor_id for row in rows}
    if len(debtors) != 1:
        raise Refused(Problem("several_debtors", {"count": str(len(debtors))}, "claims"))
    return debtors.pop()


def add_note(desk: Desk, claim: int, text: str) -> Changes:
    """A clerk's remark on a claim. Refused: ``empty_note``, ``unknown_id``."""
    if not text.strip():
        raise Refused(Problem("empty_note", {}, "note"))
    require_claims(desk, [claim])
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True)
    with desk.act("add_note") as unit:
        unit.add(
            Note,
            debtor=row.debtor_id,
            claim=claim,
            text=text.strip(),
            written_at=unit.at,
            written_by=desk.who,
        )
    return unit.changes


def moment_of_call(clock: Clock, told: datetime | None = None) -> datetime:
    """When the call was: as told, else now. Where another day counts as today, noon of that day in China."""
    if told is not None:
        return told
    return clock.now() if clock.fixed_today is None else datetime.combine(clock.fixed_today, time(12), CHINA)


def _recording(desk: Desk, unit: Unit, claims: Sequence[int], talk: Talk) -> int | None:
    if talk.recording is None:
        return None
    taken = desk.store.folder.vault.take_in(talk.recording)
    kind = "chat" if talk.channel in MESSAGES else "recording"
    return keep(desk, unit, taken, talk.recording.name, kind, claims, source="call")


def _add_call(desk: Desk, unit: Unit, debtor: int, at: datetime, talk: Talk, recording: int | None) -> int:
    return unit.add(
        Call,
        debtor=debtor,
        at=at,
        outcome=talk.outcome,
        person=talk.person,
        role=talk.role,
        identity_checked=talk.identity_checked,
        recording_announced=talk.recording_announced,
        confirmed=talk.confirmed,
        confirmed_fen=talk.amount_fen,
        reason=talk.reason,
        note=(talk.note or "").strip() or None,
        recording=recording,
        logged_at=unit.at,
        logged_by=desk.who,
        channel=talk.channel,
        asked=(talk.asked or "").strip() or None,
        asks_payment=talk.asks_payment,
        override_why=(talk.override_why or "").strip() or None,
        reached=(talk.reached or "").strip() or None,
        sent_from=(talk.sent_from or "").strip() or None,
        place=(talk.place or "").strip() or None,
        present=(talk.present or "").strip() or None,
    )


def _add_promises(unit: Unit, call: int, debtor: int, currency: str, talk: Talk) -> list[int]:
    return [
        unit.add(Promise, call=call, debtor=debtor, fen=fen, currency=currency, due_on=on)
        for fen, on in talk.promises
    ]


def _untold(talk: Talk) -> list[Problem]:
    """What a visit, a meeting or a message should say of itself, and does not."""
    if talk.channel in MESSAGES and talk.outcome != "dead_number" and not (talk.reached or "").strip():
        return [Problem("message_without_address", {}, "reached")]
    if talk.channel in ("visit", "meeting") and not (talk.place or "").strip():
        return [Problem("meeting_without_place", {}, "place")]
    met = talk.channel == "meeting" and talk.outcome == "connected"
    return (
        [Problem("meeting_without_people", {}, "present")] if met and not (talk.present or "").strip() else []
    )


def _doubts(talk: Talk, rows: Sequence[ClaimRow]) -> tuple[Problem, ...]:
    """What a complete record would have (domain rule G20, G12): said, not refused."""
    doubts = _untold(talk)
    if talk.outcome != "connected":
        return tuple(doubts)
    if not talk.person:
        doubts.append(Problem("call_without_person", {}, "person"))
    if talk.confirmed is None:
        doubts.append(Problem("call_without_answer", {}, "confirmed"))
    if talk.recording is not None and not talk.recording_announced:
        doubts.append(Problem("recording_not_announced", {}, "recording"))
    if sum(fen or 0 for fen, _ in talk.promises) > sum(row.balance_fen for row in rows):
        doubts.append(Problem("promise_above_balance", {}, "promise"))
    return tuple(doubts)
