"""Keeping the people of a debtor, and what is known of it that binds whoever contacts it. Nothing is removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.actions.desk import Desk
from models.changes import Changes
from models.rules.contact import FLAGS
from models.rules.problems import Problem, Refused, refuse_if
from models.tables import Claim, Contact, Debtor, DebtorFlag

WAYS = ("phone", "mobile", "email", "wechat", "fax")


@dataclass(frozen=True)
class ContactDraft:
    """What the clerk typed of a person; ``do_not_call_why`` is needed where ``do_not_call``."""

    name: str
    value: str
    role: str | None = None
    channel: str = "phone"
    verified_on: date | None = None
    do_not_call: bool = False
    do_not_call_why: str | None = None
    night_consent: bool = False
    note: str | None = None


@dataclass(frozen=True)
class Kept:
    """What was kept, by its key."""

    key: int
    changes: Changes


def contact_problems(draft: ContactDraft) -> tuple[Problem, ...]:
    """Why this contact cannot be kept: all reasons at once."""
    found = []
    if not draft.name.strip():
        found.append(Problem("no_name", {}, "name"))
    if not draft.value.strip():
        found.append(Problem("contact_no_value", {}, "value"))
    if draft.channel not in WAYS:
        told = {"channel": draft.channel, "channels": ", ".join(WAYS)}
        found.append(Problem("contact_unknown_channel", told, "channel"))
    if draft.do_not_call and not (draft.do_not_call_why or "").strip():
        found.append(Problem("contact_needs_why", {}, "do_not_call_why"))
    return tuple(found)


def add_contact(desk: Desk, debtor: int, draft: ContactDraft) -> Kept:
    """Keep a person of a debtor. Refused: ``contact_problems``, ``unknown_id``."""
    refuse_if(contact_problems(draft))
    _require_debtor(desk, debtor)
    with desk.act("add_contact") as unit:
        key = unit.add(Contact, debtor=debtor, **_values(draft))
    return Kept(key, unit.changes)


def change_contact(desk: Desk, contact: int, draft: ContactDraft) -> Changes:
    """Correct a contact. Refused: ``contact_problems``, ``unknown_id``, ``contact_ended``."""
    refuse_if(contact_problems(draft))
    _require_open(desk, contact)
    with desk.act("change_contact") as unit:
        unit.change(Contact, contact, **_values(draft))
    return unit.changes


def verify_contact(desk: Desk, contact: int, on: date | None = None) -> Changes:
    """Say that a contact was found right on that day. Refused: ``unknown_id``, ``contact_ended``, ``after_today``."""
    _require_open(desk, contact)
    day = desk.day_of_act(on)
    with desk.act("verify_contact") as unit:
        unit.change(Contact, contact, verified_on=day)
    return unit.changes


def end_contact(desk: Desk, contact: int) -> Changes:
    """Say that a contact is no longer used. Refused: ``unknown_id``, ``contact_ended``."""
    _require_open(desk, contact)
    with desk.act("end_contact") as unit:
        unit.change(Contact, contact, ended_at=unit.at)
    return unit.changes


@dataclass(frozen=True)
class Acceptance:
    """That a court accepted a petition in bankruptcy: from that day on nothing accrues (企业破产法 46)."""

    on: date | None = None
    court: str | None = None
    case_number: str | None = None


def set_flag(desk: Desk, debtor: int, kind: str, why: str, accepted: Acceptance = Acceptance()) -> Kept:
    """Keep what binds whoever contacts a debtor, and whence it is known; said again it gets what is told anew.

    ``accepted`` is of a bankruptcy alone. Refused: ``contact_unknown_flag``, ``contact_needs_why``,
    ``contact_not_bankrupt``, ``after_today``, ``unknown_id``.
    """
    _require_debtor(desk, debtor)
    held = _open_flag(desk, debtor, kind)
    refuse_if(_flag_problems(kind, why, accepted, is_held=held is not None))
    told: dict[str, object] = {"why": why.strip()} if why.strip() else {}
    told |= {} if accepted.on is None else {"accepted_on": desk.day_of_act(accepted.on)}
    words = {"court": accepted.court, "case_number": accepted.case_number}
    told |= {name: text.strip() for name, text in words.items() if text and text.strip()}
    with desk.act("set_flag") as unit:
        key = held
        if key is None:
            key = unit.add(DebtorFlag, debtor=debtor, kind=kind, set_at=unit.at, set_by=desk.who, **told)
        else:
            unit.change(DebtorFlag, key, **told)
        unit.touch_claims(_claims_of(desk, debtor))
    return Kept(key, unit.changes)


def end_flag(desk: Desk, debtor: int, kind: str) -> Changes:
    """Say that it no longer holds; nothing happens where it was not known."""
    with desk.act("end_flag") as unit:
        held = _open_flag(desk, debtor, kind)
        if held is not None:
            unit.change(DebtorFlag, held, ended_at=unit.at)
            unit.touch_claims(_claims_of(desk, debtor))
    return unit.changes


def _claims_of(desk: Desk, debtor: int) -> list[int]:
    """Claims whose interest a bankruptcy stops, and whose letters a caution binds."""
    return [
        row.id for row in Claim.select(Claim.id).where(Claim.debtor == debtor).execute(desk.store.database)
    ]


def _flag_problems(kind: str, why: str, accepted: Acceptance, *, is_held: bool) -> list[Problem]:
    found = []
    if kind not in FLAGS:
        found.append(Problem("contact_unknown_flag", {"kind": kind, "kinds": ", ".join(FLAGS)}, "kind"))
    if not why.strip() and not (is_held and accepted != Acceptance()):
        found.append(Problem("contact_needs_why", {}, "why"))
    if kind != "bankrupt" and accepted != Acceptance():
        found.append(Problem("contact_not_bankrupt", {}, "accepted"))
    return found


def _open_flag(desk: Desk, debtor: int, kind: str) -> int | None:
    query = DebtorFlag.select().where(
        DebtorFlag.debtor == debtor, DebtorFlag.kind == kind, DebtorFlag.ended_at.is_null()
    )
    found = query.first(desk.store.database)
    return None if found is None else int(found.id)


def _values(draft: ContactDraft) -> dict[str, object]:
    texts = {name: (getattr(draft, name) or "").strip() for name in ("role", "do_not_call_why", "note")}
    return {
        "name": draft.name.strip(),
        "value": draft.value.strip(),
        "channel": draft.channel,
        "verified_on": draft.verified_on,
        "do_not_call": draft.do_not_call,
        "night_consent": draft.night_consent,
        **{name: text or None for name, text in texts.items()},
    }


def _require_debtor(desk: Desk, debtor: int) -> None:
    if Debtor.select().where(Debtor.id == debtor).first(desk.store.database) is None:
        raise Refused(Problem("unknown_id", {"what": "debtor", "id": str(debtor)}, str(debtor)))


def _require_open(desk: Desk, contact: int) -> None:
    held = Contact.select().where(Contact.id == contact).first(desk.store.database)
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "contact", "id": str(contact)}, str(contact)))
    if held.ended_at is not None:
        raise Refused(Problem("contact_ended", {}, str(contact)))
