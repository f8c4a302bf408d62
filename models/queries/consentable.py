"""Which plans change a debt that somebody stands behind, and thus need its consent (CC 695)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.queries.guarantors import GuarantorRow
from models.queries.plans import PlanRow, plan_rows
from models.store import Store
from models.tables import Claim


def plans_to_consent(store: Store, held: GuarantorRow, today: date) -> list[PlanRow]:
    """The plans in force that change what this guarantor stands for and that do not bind it yet, the newest first."""
    plans = plan_rows(store, today)
    return [
        plan
        for plan in plans
        if plan.in_force
        and held.plan != plan.id
        and held.name not in plan.bound
        and changes_debt_of(store, held, plan, plans)
    ]


def changes_debt_of(store: Store, held: GuarantorRow, plan: PlanRow, plans: Sequence[PlanRow]) -> bool:
    """Whether a plan changes what a guarantor stands for: the plan it signed, the claims of its contract, or any."""
    if plan.debtor_id != held.debtor_id:
        return False
    if held.plan is not None:
        return held.plan in _supplemented(plan, plans)
    if held.contract is None:
        return True
    contract = Claim.select().where(Claim.id.in_(plan.claims), Claim.contract == held.contract)
    return bool(contract.exists(store.database))


def _supplemented(plan: PlanRow, plans: Sequence[PlanRow]) -> set[int]:
    """The plans a supplement takes the place of, one after another."""
    by_number, found = {row.number: row for row in plans}, set[int]()
    before = by_number.get(plan.replaces or "")
    while before is not None and before.id not in found:
        found.add(before.id)
        before = by_number.get(before.replaces or "")
    return found
