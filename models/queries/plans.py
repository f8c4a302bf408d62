"""Payment plans and how they stand, by what their claims have been paid since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peewee import fn

from models.queries.agreed import Notice, accelerations, payments_on_plans
from models.queries.consents import ConsentRow, consent_rows
from models.rules.facts import EarlierPlan, GuarantorFacts, PlanTerms
from models.rules.plan_standing import (
    IN_FORCE,
    Burden,
    Standing,
    applied,
    callable_from,
    lost_without,
    state_of,
)
from models.rules.plan_terms import read
from models.rules.reasons import Reason
from models.rules.signing import Step, steps
from models.store import Store
from models.tables import Debtor, Guarantor, Instalment, Letter, Plan, PlanClaim, SigningCheck


@dataclass(frozen=True)
class InstalmentRow:
    """One instalment. ``paid_fen`` is what of its principal has come in, ``late``: its day passed first.

    ``paid_on`` is the day on which all of it had come in.
    """

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    paid_fen: int
    late: bool
    paid_on: date | None = None

    @property
    def paid(self) -> bool:
        """Whether all of its principal has come in."""
        return self.paid_fen >= self.principal_fen


@dataclass(frozen=True)
class PlanRow:
    """One plan. ``state`` is one of ``models.rules.plan_standing.STATES``.

    Payments on its claims since it was made pay its instalments in their order. ``callable_from``: since when, or
    from when on, the whole rest may be called due; ``notice`` is the letter that did. ``amends`` is the plan it
    supplements, ``replaced_by`` the number of the signed supplement that took its place. ``steps`` are those of
    signing, ``checked`` the codes of those seen to. ``told_on``: when the guarantor of the plan it supplements was
    last told of the change. ``consents`` are those that came back and count.
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
    terms: PlanTerms
    guarantor: GuarantorFacts | None = None
    sent_on: date | None = None
    callable_from: date | None = None
    notice: Notice | None = None
    amends: EarlierPlan | None = None
    replaced_by: str | None = None
    steps: tuple[Step, ...] = ()
    checked: frozenset[str] = frozenset()
    told_on: date | None = None
    consents: tuple[ConsentRow, ...] = ()

    @property
    def next(self) -> InstalmentRow | None:
        """The first instalment that is not paid, None when all are."""
        return next((line for line in self.instalments if not line.paid), None)

    @property
    def paid_fen(self) -> int:
        """Principal that has come in."""
        return sum(line.paid_fen for line in self.instalments)

    @property
    def waits(self) -> bool:
        """Whether it waits for signature."""
        return self.state in ("draft", "sent")

    @property
    def in_force(self) -> bool:
        """Whether it was signed and is neither over nor replaced."""
        return self.state in IN_FORCE

    def notice_due(self, today: date) -> str | None:
        """The kind of letter it calls for: the whole rest where it may be called, what was missed, or a change."""
        if self.state == "broken":
            may_call = self.callable_from is not None and self.callable_from <= today
            return "acceleration" if may_call else "plan_default"
        return "guarantor_change" if self.state == "running" and self.untold else None

    @property
    def replaces(self) -> str | None:
        """The number of the plan it supplements."""
        return self.amends.number if self.amends else None

    @property
    def unasked(self) -> str | None:
        """Who stands behind the plan that it changed, neither signed it nor consented to it."""
        held = self.amends.guaranteed_by if self.amends and self.signed_on else None
        return None if held in self.bound else held

    @property
    def bound(self) -> set[str]:
        """Who stands behind it: its own guarantor and whoever consented to it."""
        return {each.guarantor for each in self.consents} | (
            {self.guarantor.name} if self.guarantor else set()
        )

    @property
    def untold(self) -> str | None:
        """The same, while no letter since it was signed told of the change and asked for consent."""
        told = self.told_on is not None and self.signed_on is not None and self.told_on >= self.signed_on
        return None if told else self.unasked

    @property
    def unchecked(self) -> tuple[Step, ...]:
        """Steps of signing without which there is doubt, and that nobody has seen to."""
        return tuple(step for step in self.steps if step.must and step.code not in self.checked)

    @property
    def live(self) -> bool:
        """Whether it waits for signature or is in force."""
        return self.waits or self.in_force

    def fits_supplement(self, claims: Iterable[int]) -> bool:
        """Whether a supplement to it could change what was agreed of these claims."""
        return self.in_force and set(claims) <= set(self.claims)

    @property
    def earlier(self) -> EarlierPlan:
        """As a supplement speaks of it. It was signed."""
        assert self.signed_on is not None  # noqa: S101
        return EarlierPlan(self.number, self.signed_on, self.guarantor.name if self.guarantor else None)

    @property
    def burden(self) -> Burden:
        """What its guarantor still stands for."""
        left = sum(
            line.principal_fen - line.paid_fen + line.interest_fen * (not line.paid)
            for line in self.instalments
        )
        return Burden(left, self.instalments[-1].due_on, self.terms.late_rate_bp)


@dataclass
class _Books:
    """What the rows of all plans are made of, read once."""

    lines: dict[int, list[Instalment]] = field(default_factory=lambda: defaultdict(list))
    claims: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    checks: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    earlier: dict[int, EarlierPlan] = field(default_factory=dict)
    supplements: dict[int, str] = field(default_factory=dict)
    told: dict[int, date] = field(default_factory=dict)
    consents: dict[int, list[ConsentRow]] = field(default_factory=lambda: defaultdict(list))


def plan_rows(store: Store, today: date) -> list[PlanRow]:
    """Every plan, the newest first."""
    query = Plan.select(Plan, Debtor).join(Debtor).order_by(Plan.id.desc())
    plans = list(query.execute(store.database))
    books, paid, notices = _read(store, plans), payments_on_plans(store), accelerations(store)
    return [_row(plan, books, paid.get(plan.id, ()), notices.get(plan.id), today) for plan in plans]


def plan_row(store: Store, plan: int, today: date) -> PlanRow | None:
    """One plan; None where there is none of this key."""
    return next((row for row in plan_rows(store, today) if row.id == plan), None)


def plans_over(store: Store, claims: Iterable[int], today: date) -> list[PlanRow]:
    """Plans that cover one of these claims and are neither paid, replaced nor void, the newest first."""
    asked = set(claims)
    return [row for row in plan_rows(store, today) if row.live and not asked.isdisjoint(row.claims)]


def lost_by_supplement(store: Store, plan: int, today: date) -> tuple[Reason, ...]:
    """What a supplement costs because the guarantor of the plan before it does not sign it (CC 695)."""
    rows = plan_rows(store, today)
    made = next((row for row in rows if row.id == plan), None)
    before = next((row for row in rows if made and row.number == made.replaces), None)
    if made is None or before is None:
        return ()
    if before.guarantor is not None and before.guarantor.name in made.bound:
        return ()
    return lost_between(before, made.burden, made.guarantor)


def lost_between(before: PlanRow, after: Burden, signs: GuarantorFacts | None) -> tuple[Reason, ...]:
    """The same of a supplement about to be made; ``signs`` is the guarantor it names."""
    held = before.guarantor
    if held is None or (signs is not None and signs.name == held.name):
        return ()
    return lost_without(before.burden, after, held.until)


def _read(store: Store, plans: list[Any]) -> _Books:
    books = _Books()
    for line in Instalment.select().order_by(Instalment.plan, Instalment.number).execute(store.database):
        books.lines[line.plan_id].append(line)
    for link in PlanClaim.select().order_by(PlanClaim.id).execute(store.database):
        books.claims[link.plan_id].append(link.claim_id)
    for check in SigningCheck.select().execute(store.database):
        books.checks[check.plan_id].add(check.step)
    books.supplements = {
        plan.replaces_id: plan.number
        for plan in plans
        if plan.replaces_id and plan.signed_on is not None and plan.voided_at is None
    }
    standing = Guarantor.select().where(Guarantor.plan.is_null(False), Guarantor.voided_at.is_null())
    for consent in consent_rows(store):
        if consent.counts:
            books.consents[consent.plan].append(consent)
    behind = {
        each.plan: each.guarantor
        for held in books.consents.values()
        for each in held
        if each.stood_for is not None
    }
    behind |= {row.plan_id: row.name for row in standing.execute(store.database)}
    books.earlier = {
        plan.id: EarlierPlan(plan.number, plan.signed_on, behind.get(plan.id))
        for plan in plans
        if plan.signed_on is not None
    }
    query = (
        Letter.select(Letter.plan, fn.MAX(Letter.issued_on))
        .where(Letter.kind == "guarantor_change", Letter.voided_at.is_null())
        .group_by(Letter.plan)
    )
    books.told = dict(query.tuples().execute(store.database))
    return books


def _row(plan: Any, books: _Books, paid: Any, notice: Notice | None, today: date) -> PlanRow:
    terms, guarantor = read(plan.terms)
    lines = books.lines[plan.id]
    standing = applied([(line.due_on, line.principal_fen) for line in lines], paid)
    state = state_of(
        standing,
        today,
        voided=plan.voided_at is not None,
        sent_on=plan.sent_on,
        signed_on=plan.signed_on,
        replaced=plan.id in books.supplements,
        accelerated_on=notice.arrived_on if notice else None,
    )
    told = steps(
        terms,
        debtor_is_person=bool(plan.debtor.is_person),
        guarantor_is_person=guarantor.is_person if guarantor else None,
    )
    return PlanRow(
        plan.id, plan.number, plan.debtor_id, plan.debtor.name, plan.currency, plan.total_fen, plan.made_on,
        plan.made_by, plan.signed_on, plan.void_why, state, tuple(books.claims[plan.id]),
        tuple(map(lambda line, stands: _line(line, stands, today), lines, standing)), plan.draft_id, plan.signed_id,
        terms, guarantor, plan.sent_on, callable_from(standing, terms, today) if state == "broken" else None, notice,
        books.earlier.get(plan.replaces_id), books.supplements.get(plan.id), told, frozenset(books.checks[plan.id]),
        books.told.get(plan.id), tuple(books.consents[plan.id]),
    )  # fmt: skip


def _line(line: Instalment, standing: Standing, today: date) -> InstalmentRow:
    return InstalmentRow(
        line.number,
        line.due_on,
        line.principal_fen,
        line.interest_fen,
        standing.paid_fen,
        standing.missed(today),
        standing.paid_on,
    )
