"""Payment plans and how they stand, by what their claims have been paid since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.queries.conduct import paid_on_plans
from models.store import Store
from models.tables import Debtor, Instalment, Plan, PlanClaim

STATES = ("waiting", "running", "broken", "settled", "void")


@dataclass(frozen=True)
class InstalmentRow:
    """One instalment. ``paid_fen`` is what of its principal has come in, ``late``: its day passed first."""

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    paid_fen: int
    late: bool

    @property
    def paid(self) -> bool:
        """Whether all of its principal has come in."""
        return self.paid_fen >= self.principal_fen


@dataclass(frozen=True)
class PlanRow:
    """One plan. ``state``: waiting for signature, running, broken, settled or void.

    Payments on its claims since it was made pay its instalments in their order.
    """

    id: int
    number: str
    debtor_id: int
    debtor: str
    currency: str
    total_fen: int
    made_on: date
    made_by: str
    signed_on: date | None
    void_why: str | None
    state: str
    claims: tuple[int, ...]
    instalments: tuple[InstalmentRow, ...]
    draft: int
    signed: int | None

    @property
    def next(self) -> InstalmentRow | None:
        """The first instalment that is not paid, None when all are."""
        return next((line for line in self.instalments if not line.paid), None)

    @property
    def paid_fen(self) -> int:
        """Principal that has come in."""
        return sum(line.paid_fen for line in self.instalments)


def plan_rows(store: Store, today: date) -> list[PlanRow]:
    """Every plan, the newest first."""
    paid = paid_on_plans(store)
    lines, claims = _lines(store), _claims(store)
    query = Plan.select(Plan, Debtor).join(Debtor).order_by(Plan.id.desc())
    return [
        _row(plan, _paid_lines(lines[plan.id], paid.get(plan.id) or 0, today), tuple(claims[plan.id]))
        for plan in query.execute(store.database)
    ]


def _lines(store: Store) -> dict[int, list[Instalment]]:
    found: dict[int, list[Instalment]] = defaultdict(list)
    for line in Instalment.select().order_by(Instalment.plan, Instalment.number).execute(store.database):
        found[line.plan_id].append(line)
    return found


def _claims(store: Store) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for link in PlanClaim.select().order_by(PlanClaim.id).execute(store.database):
        found[link.plan_id].append(link.claim_id)
    return found


def _paid_lines(lines: Iterable[Instalment], paid_fen: int, today: date) -> tuple[InstalmentRow, ...]:
    rows = []
    for line in lines:
        taken = max(0, min(paid_fen, line.principal_fen))
        paid_fen -= taken
        late = line.due_on < today and taken < line.principal_fen
        rows.append(
            InstalmentRow(line.number, line.due_on, line.principal_fen, line.interest_fen, taken, late)
        )
    return tuple(rows)


def _row(plan: Any, lines: tuple[InstalmentRow, ...], claims: tuple[int, ...]) -> PlanRow:
    return PlanRow(
        plan.id, plan.number, plan.debtor_id, plan.debtor.name, plan.currency, plan.total_fen, plan.made_on,
        plan.made_by, plan.signed_on, plan.void_why, _state(plan, lines), claims, lines, plan.draft_id, plan.signed_id,
    )  # fmt: skip


def _state(plan: Any, lines: tuple[InstalmentRow, ...]) -> str:
    if plan.voided_at is not None:
        return "void"
    if plan.signed_on is None:
        return "waiting"
    if all(line.paid for line in lines):
        return "settled"
    return "broken" if any(line.late for line in lines) else "running"
