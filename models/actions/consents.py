"""A guarantor's written consent to a plan it did not sign, as it comes back (CC 695). Mistakes are voided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.guarantors import Kept
from models.changes import Changes
from models.queries.consentable import changes_debt_of
from models.queries.guarantors import GuarantorRow, guarantor_rows
from models.queries.plans import PlanRow, plan_rows
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import GuarantorConsent, PlanClaim


@dataclass(frozen=True)
class ConsentDraft:
    """What the clerk read on the slip: the plan's key, when it was signed and came back (today unless told).

    ``until`` is the end of the guarantee period written on it, ``file`` the signed paper, without which the consent
    counts as claimed only.
    """

    plan: int
    signed_on: date
    returned_on: date | None = None
    until: date | None = None
    file: Path | None = None
    note: str | None = None


def keep_consent(desk: Desk, guarantor: int, draft: ConsentDraft) -> Kept:
    """Keep that a guarantor consented to a plan: it stands behind it as if it had signed.

    Refused: ``unknown_id``, ``after_today``, ``file_unreadable``, and everything ``_problems`` finds.
    """
    with desk.store.acting():
        held, plan = _asked(desk, guarantor, draft)
        with desk.act("keep_consent") as unit:
            key = unit.add(
                GuarantorConsent,
                guarantor=held.id,
                plan=plan.id,
                signed_on=draft.signed_on,
                returned_on=desk.day_of_act(draft.returned_on),
                until_on=draft.until,
                evidence=_filed(desk, unit, draft.file, plan),
                note=(draft.note or "").strip() or None,
                entered_at=unit.at,
                entered_by=desk.who,
            )
            unit.touch_claims(plan.claims)
    return Kept(key, unit.changes)


def void_consent(desk: Desk, consent: int, why: str) -> Changes:
    """Say that a consent was entered by mistake. Refused: ``no_reason``, ``unknown_id``."""
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    row = GuarantorConsent.select().where(GuarantorConsent.id == consent).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "guarantor_consent", "id": str(consent)}, str(consent)))
    claims = PlanClaim.select(PlanClaim.claim).where(PlanClaim.plan == row.plan_id)
    with desk.act("void_consent") as unit:
        unit.change(GuarantorConsent, consent, voided_at=unit.at, void_why=why.strip())
        unit.touch_claims(link.claim_id for link in claims.execute(desk.store.database))
    return unit.changes


def _asked(desk: Desk, guarantor: int, draft: ConsentDraft) -> tuple[GuarantorRow, PlanRow]:
    """Who consents to what; refused where that cannot be."""
    held = _guarantor(desk, guarantor)
    plans = plan_rows(desk.store, desk.today)
    plan = next((row for row in plans if row.id == draft.plan), None)
    if plan is None:
        raise Refused(Problem("unknown_id", {"what": "plan", "id": str(draft.plan)}, "plan"))
    days = desk.day_of_act(draft.signed_on), desk.day_of_act(draft.returned_on)
    refuse_if(_problems(desk, held, plan, plans, *days))
    return held, plan


def _filed(desk: Desk, unit: Unit, file: Path | None, plan: PlanRow) -> int | None:
    """The signed paper as evidence of the claims of the plan."""
    if file is None:
        return None
    taken = desk.store.folder.vault.take_in(file)
    return keep(desk, unit, taken, file.name, "contract", plan.claims, source="guarantee")


def _guarantor(desk: Desk, guarantor: int) -> GuarantorRow:
    held = next((row for row in guarantor_rows(desk.store) if row.id == guarantor), None)
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "guarantor", "id": str(guarantor)}, "guarantor"))
    return held


def _problems(
    desk: Desk, held: GuarantorRow, plan: PlanRow, plans: Sequence[PlanRow], signed: date, returned: date
) -> Iterator[Problem]:
    """Why it cannot be a consent to this plan: all reasons at once."""
    told = {"number": plan.number, "guarantor": held.name}
    if plan.void_why is not None:
        yield Problem("consent_plan_void", told, "plan")
    elif plan.signed_on is None:
        yield Problem("consent_plan_unsigned", told, "plan")
    if held.plan == plan.id or held.name in plan.bound:
        yield Problem("consent_already_bound", told, "plan")
    elif not changes_debt_of(desk.store, held, plan, plans):
        yield Problem("consent_other_debt", told, "plan")
    if signed < plan.made_on:
        yield Problem("consent_before_plan", told | {"made_on": plan.made_on.isoformat()}, "signed_on")
    if returned < signed:
        yield Problem("consent_back_before", {"signed_on": signed.isoformat()}, "returned_on")
