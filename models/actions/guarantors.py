"""Setting down guarantors, what is done towards them, and what secures a debt. Mistakes are voided, never removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.changes import Changes
from models.queries.guarantors import SECURITY_KINDS
from models.rules.guarantee import ACTS, MODES
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Claim, Debtor, Guarantor, GuarantorAct, GuarantorConsent, Letter, Security, Table


@dataclass(frozen=True)
class GuarantorDraft:
    """What the clerk typed of a guarantor; ``file`` is the contract, the period ``months``, ``until`` or neither."""

    name: str
    mode: str = "unclear"
    contract: str | None = None
    plan: int | None = None
    is_person: bool = False
    uscc: str | None = None
    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    email: str | None = None
    representative: str | None = None
    months: int | None = None
    until: date | None = None
    unclear_period: bool = False
    signed_on: date | None = None
    most_fen: int | None = None
    determined_on: date | None = None
    has_resolution: bool = False
    file: Path | None = None


@dataclass(frozen=True)
class SecurityDraft:
    """What the clerk typed of a thing that secures; ``file`` is its registration or bond."""

    kind: str
    object: str
    contract: str | None = None
    fen: int | None = None
    registration: str | None = None
    registered_on: date | None = None
    until_on: date | None = None
    file: Path | None = None


@dataclass(frozen=True)
class Kept:
    """The key of what was kept, and what it changed."""

    key: int
    changes: Changes


def problems_of(draft: GuarantorDraft) -> tuple[Problem, ...]:
    """Why this guarantor cannot be kept: all reasons at once."""
    found = []
    if not draft.name.strip():
        found.append(Problem("guarantee_missing_name", {}, "name"))
    if draft.mode not in MODES:
        found.append(Problem("guarantee_mode_unknown", {"mode": draft.mode}, "mode"))
    if draft.months is not None and draft.until is not None:
        found.append(Problem("guarantee_agreed_twice", {}, "until"))
    if draft.months is not None and not 0 <= draft.months <= 1200:
        found.append(Problem("guarantee_months", {"months": str(draft.months)}, "months"))
    if draft.most_fen is not None and draft.most_fen <= 0:
        found.append(Problem("amount_not_above_zero", {}, "most"))
    return tuple(found)


def add_guarantor(desk: Desk, debtor: int, draft: GuarantorDraft) -> Kept:
    """Keep who stands behind a debtor, or behind one of its contracts or plans.

    Refused: everything of ``problems_of``, ``unknown_id``, ``file_unreadable``.
    """
    refuse_if(problems_of(draft))
    _require(desk, Debtor, debtor)
    with desk.store.acting(), desk.act("add_guarantor") as unit:
        key = _add_guarantor(desk, unit, debtor, draft)
        unit.touch_claims(_claims_of(desk, debtor, draft.contract))
    return Kept(key, unit.changes)


def replace_guarantor(desk: Desk, guarantor: int, draft: GuarantorDraft) -> Kept:
    """Correct a guarantor: the old entry is voided; the new one takes its acts, consents and letters along.

    Its file goes with it unless another is told.
    """
    refuse_if(problems_of(draft))
    old = _require(desk, Guarantor, guarantor)
    with desk.store.acting(), desk.act("replace_guarantor") as unit:
        key = _add_guarantor(desk, unit, old.debtor_id, draft, old.evidence_id)
        for table in (GuarantorAct, GuarantorConsent, Letter):
            for row in table.select().where(table.guarantor == guarantor).execute(desk.store.database):
                unit.change(table, row.id, guarantor=key)
        unit.change(Guarantor, guarantor, voided_at=unit.at, void_why=f"→ {key}")
        unit.touch_claims(_claims_of(desk, old.debtor_id, None))
    return Kept(key, unit.changes)


def _add_guarantor(
    desk: Desk, unit: Unit, debtor: int, draft: GuarantorDraft, evidence: int | None = None
) -> int:
    names = ("contract", "uscc", "address", "postcode", "phone", "email", "representative")
    return unit.add(
        Guarantor,
        debtor=debtor,
        plan=draft.plan,
        name=draft.name.strip(),
        is_person=draft.is_person,
        mode=draft.mode,
        months=draft.months,
        until_on=draft.until,
        unclear_period=draft.unclear_period,
        signed_on=draft.signed_on,
        most_fen=draft.most_fen,
        determined_on=draft.determined_on,
        has_resolution=draft.has_resolution,
        evidence=_file(desk, unit, debtor, draft.contract, draft.file, "contract") or evidence,
        **{name: (getattr(draft, name) or "").strip() or None for name in names},
    )


def note_act(
    desk: Desk,
    guarantor: int,
    what: str,
    on: date | None = None,
    file: Path | None = None,
    note: str | None = None,
) -> Kept:
    """Keep what was done towards a guarantor, with its evidence.

    Refused: ``guarantee_act_unknown``, ``after_today``, ``unknown_id``, ``file_unreadable``.
    """
    refuse_if(
        []
        if what in ACTS
        else [Problem("guarantee_act_unknown", {"what": what, "acts": ", ".join(ACTS)}, "what")]
    )
    day, held = desk.day_of_act(on), _require(desk, Guarantor, guarantor)
    with desk.store.acting(), desk.act("note_guarantor_act") as unit:
        key = unit.add(
            GuarantorAct,
            guarantor=guarantor,
            what=what,
            done_on=day,
            evidence=_file(desk, unit, held.debtor_id, held.contract, file, "demand"),
            note=(note or "").strip() or None,
            entered_at=unit.at,
            entered_by=desk.who,
        )
        unit.touch_claims(_claims_of(desk, held.debtor_id, held.contract))
    return Kept(key, unit.changes)


def security_problems(draft: SecurityDraft) -> tuple[Problem, ...]:
    """Why this security cannot be kept: all reasons at once."""
    found = []
    if draft.kind not in SECURITY_KINDS:
        told = {"kind": draft.kind, "kinds": ", ".join(SECURITY_KINDS)}
        found.append(Problem("security_kind_unknown", told, "kind"))
    if not draft.object.strip():
        found.append(Problem("security_missing_object", {}, "object"))
    if draft.fen is not None and draft.fen <= 0:
        found.append(Problem("amount_not_above_zero", {}, "amount"))
    return tuple(found)


def add_security(desk: Desk, debtor: int, draft: SecurityDraft) -> Kept:
    """Keep what secures a debtor's debts. Refused: ``security_problems``, ``unknown_id``, ``file_unreadable``."""
    refuse_if(security_problems(draft))
    _require(desk, Debtor, debtor)
    with desk.store.acting(), desk.act("add_security") as unit:
        key = unit.add(
            Security,
            debtor=debtor,
            contract=(draft.contract or "").strip() or None,
            kind=draft.kind,
            object=draft.object.strip(),
            fen=draft.fen,
            registration=(draft.registration or "").strip() or None,
            registered_on=draft.registered_on,
            until_on=draft.until_on,
            evidence=_file(desk, unit, debtor, draft.contract, draft.file, "contract"),
        )
    return Kept(key, unit.changes)


def void_guarantor(desk: Desk, guarantor: int, why: str) -> Changes:
    """Say that somebody is no guarantor, and why. Refused: ``no_reason``, ``unknown_id``."""
    return _void(desk, "void_guarantor", Guarantor, guarantor, why)


def void_act(desk: Desk, act: int, why: str) -> Changes:
    """Say that an act towards a guarantor was entered by mistake. Refused: ``no_reason``, ``unknown_id``."""
    return _void(desk, "void_guarantor_act", GuarantorAct, act, why)


def void_security(desk: Desk, security: int, why: str) -> Changes:
    """Say that a security does not stand, and why. Refused: ``no_reason``, ``unknown_id``."""
    return _void(desk, "void_security", Security, security, why)


def _void(desk: Desk, verb: str, table: type[Table], key: int, why: str) -> Changes:
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    row = _require(desk, table, key)
    debtor = row.guarantor.debtor_id if table is GuarantorAct else row.debtor_id
    with desk.act(verb) as unit:
        unit.change(table, key, voided_at=unit.at, void_why=why.strip())
        unit.touch_claims(_claims_of(desk, debtor, None))
    return unit.changes


def _require(desk: Desk, table: type[Table], key: int) -> Any:
    row = table.select().where(table.id == key).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": table._meta.table_name, "id": str(key)}, str(key)))
    return row


def _claims_of(desk: Desk, debtor: int, contract: str | None) -> list[int]:
    query = Claim.select(Claim.id).where(Claim.debtor == debtor)
    if contract:
        query = query.where(Claim.contract == contract)
    return [row.id for row in query.execute(desk.store.database)]


def _file(
    desk: Desk, unit: Unit, debtor: int, contract: str | None, file: Path | None, kind: str
) -> int | None:
    """The evidence of a file, filed with every claim it speaks for."""
    if file is None:
        return None
    claims: Sequence[int] = _claims_of(desk, debtor, contract)
    taken = desk.store.folder.vault.take_in(file)
    return keep(desk, unit, taken, file.name, kind, claims, source="guarantee")
