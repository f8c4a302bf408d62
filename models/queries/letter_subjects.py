"""What a letter speaks of besides claims: guarantors, broken plans, disputes, the movements of an account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import accumulate

from models.queries.charges import open_charges
from models.queries.claims import ClaimRow, claim_rows
from models.queries.contacts import flags_of
from models.queries.disputes import OPEN, disputes
from models.queries.guarantors import Guarantees, GuarantorRow
from models.queries.limitations import Limitations
from models.queries.plans import PlanRow, plan_rows
from models.queries.statement import statement_of
from models.rules.charges import OpenCharge, owed_by
from models.rules.facts import (
    AccountFacts,
    AgreedFacts,
    BankruptcyFacts,
    ChangedFacts,
    ContestedFacts,
    GuarantorFacts,
    InstalmentFacts,
    MissedFacts,
    MovementFacts,
)
from models.rules.letter_kinds import LETTER_KINDS
from models.store import Store

Stood = tuple[GuarantorRow, tuple[ClaimRow, ...], bool]
"""A guarantor, the claims it stands for, and whether it is free of all of them."""


def guarantors_of(store: Store, rows: Sequence[ClaimRow], today: date) -> list[Stood]:
    """Who stands behind these claims of one debtor, each once."""
    found: dict[int, tuple[GuarantorRow, dict[int, ClaimRow], list[bool]]] = {}
    if rows:
        guarantees = Guarantees(store, Limitations(store), today, rows[0].debtor_id)
        for each in guarantees.all(rows):
            held = found.setdefault(each.guarantor.id, (each.guarantor, {}, []))
            held[1].update({row.id: row for row in each.claims})
            held[2].append(each.clock.state == "lapsed")
    return [(who, tuple(claims.values()), all(lapsed)) for who, claims, lapsed in found.values()]


def guarantor_facts(row: GuarantorRow) -> GuarantorFacts:
    """What a letter says of a guarantor. An unclear mode counts as a general guarantee (CC 686)."""
    return GuarantorFacts(
        name=row.name,
        uscc=row.uscc,
        address=row.address,
        phone=row.phone,
        until=row.pledge.until,
        is_person=row.is_person,
        email=row.email,
        representative=row.representative,
        postcode=row.postcode,
        joint=row.pledge.mode == "joint",
    )


def broken_plans(store: Store, today: date) -> dict[tuple[int, str], PlanRow]:
    """The newest signed plan with a missed instalment, by debtor and currency."""
    found: dict[tuple[int, str], PlanRow] = {}
    for plan in plan_rows(store, today):
        if plan.state == "broken":
            found.setdefault((plan.debtor_id, plan.currency), plan)
    return found


def changed_plans(store: Store, today: date) -> dict[int, PlanRow]:
    """The supplement in force that its guarantor did not sign, by the key of the plan it supplements."""
    plans = plan_rows(store, today)
    keys = {plan.number: plan.id for plan in plans}
    return {
        keys[plan.amends.number]: plan for plan in plans if plan.in_force and plan.amends and plan.unasked
    }


def changed_facts(plan: PlanRow) -> ChangedFacts:
    """What a letter says of a supplement: what it changed, and its instalments as they were agreed."""
    assert plan.signed_on is not None  # noqa: S101 (only a signed supplement changes anything)
    assert plan.amends is not None  # noqa: S101
    lines = plan.instalments
    paid = accumulate(line.principal_fen for line in lines)
    told = tuple(
        InstalmentFacts(
            line.number, line.due_on, line.principal_fen, line.interest_fen, plan.total_fen - sofar
        )
        for line, sofar in zip(lines, paid, strict=True)
    )
    return ChangedFacts(plan.amends, plan.number, plan.signed_on, told)


def bankruptcy_facts(store: Store, debtor: int) -> BankruptcyFacts | None:
    """The bankruptcy of a debtor that was noted; None where none was."""
    noted = next((flag for flag in flags_of(store, debtor) if flag.kind == "bankrupt"), None)
    return BankruptcyFacts(noted.accepted_on, noted.court, noted.case_number) if noted else None


def agreed_facts(plan: PlanRow, today: date) -> AgreedFacts:
    """What a letter says of a broken plan: what was missed until today."""
    assert plan.signed_on is not None  # noqa: S101 (a broken plan was signed)
    missed = tuple(
        MissedFacts(line.number, line.due_on, line.principal_fen + line.interest_fen, line.paid_fen)
        for line in plan.instalments
        if line.due_on < today and not line.paid
    )
    after = plan.terms.accelerate_after_days, plan.terms.accelerate_after_count
    return AgreedFacts(plan.number, plan.signed_on, plan.total_fen, plan.paid_fen, missed, *after)


def contested_facts(store: Store, rows: Iterable[ClaimRow], today: date) -> tuple[ContestedFacts, ...]:
    """The open disputes of these claims, in the order of the claims."""
    return tuple(
        ContestedFacts(row.number, row.balance_fen, each.fen, each.reason, each.opened_on)
        for row in rows
        for each in disputes(store, today, OPEN, claim=row.id)
    )


def account_facts(store: Store, debtor: int, currency: str, first: date, today: date) -> AccountFacts:
    """The account from ``first`` until today, both inclusive."""
    account = statement_of(store, debtor, first, today, today, currency)
    return AccountFacts(
        first,
        today,
        account.opening_fen,
        sum(line.debit_fen for line in account.lines),
        sum(line.credit_fen for line in account.lines),
        account.closing_fen,
        tuple(
            MovementFacts(line.on, line.what, line.number, line.debit_fen, line.credit_fen, line.balance_fen)
            for line in account.lines
        ),
        account.advance_fen,
    )


def charged_alone(
    store: Store, kind: str, today: date, claims: Collection[int] | None = None
) -> dict[int, tuple[OpenCharge, ...]]:
    """Claims of which nothing but costs, interest or a penalty is open.

    Only what demands the debt by name of its law asks for these alone: a demand, what follows it, the lawyer's draft.
    """
    if not LETTER_KINDS[kind].cites_law:
        return {}
    held = {claim: owed_by(charges, today) for claim, charges in open_charges(store, claims).items()}
    rows = claim_rows(store, today, today, claims=held, settled=True)
    return {row.id: held[row.id] for row in rows if row.balance_fen == 0 and held[row.id]}
