"""What the books know of who pays: the names, accounts and numbers that a bank's lines are compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from models.queries.claims import ClaimRow
from models.queries.conduct import promises
from models.queries.names import kept_apart, likeness, other_spellings
from models.queries.parties import creditor, debtors
from models.queries.plans import plan_rows
from models.rules.bank_match import Expected, KnownDebtor, Register
from models.rules.bank_memo import OpenClaim
from models.store import Store
from models.tables import DebtorAccount, Letter, LetterClaim


def register(store: Store, today: date, claims: Iterable[ClaimRow]) -> Register:
    """Everything known today; ``claims`` are the open ones."""
    firm = creditor(store)
    return Register(
        _debtors(store),
        [
            OpenClaim(
                row.id, row.debtor_id, row.number, row.contract, row.due_on, row.balance_fen, row.currency
            )
            for row in claims
            if row.balance_fen > 0
        ],
        letter_numbers(store),
        _expected(store, today),
        likeness=likeness,
        apart=kept_apart(store),
        own_name=firm.name if firm else None,
    )


def _debtors(store: Store) -> list[KnownDebtor]:
    names: dict[int, list[str]] = defaultdict(list)
    for spelling in other_spellings(store):
        names[spelling.debtor_id].append(spelling.name)
    accounts: dict[int, list[str]] = defaultdict(list)
    for row in DebtorAccount.select().order_by(DebtorAccount.id).execute(store.database):
        accounts[row.debtor_id].append(row.account)
    return [
        KnownDebtor(row.id, row.name, tuple(names[row.id]), tuple(accounts[row.id])) for row in debtors(store)
    ]


def letter_numbers(store: Store) -> dict[str, list[int]]:
    """The claims of each letter that was not voided, by its number."""
    found: dict[str, list[int]] = defaultdict(list)
    query = (
        LetterClaim.select(Letter.number, LetterClaim.claim).join(Letter).where(Letter.voided_at.is_null())
    )
    for number, claim in query.tuples().execute(store.database):
        found[number].append(claim)
    return found


def _expected(store: Store, today: date) -> list[Expected]:
    """Promises not yet kept, and the next instalment of every plan that runs."""
    promised = [
        Expected("promise", row.debtor_id, row.fen - row.paid_fen, row.due_on, row.currency)
        for row in promises(store, today)
        if row.state != "kept" and row.fen > row.paid_fen
    ]
    due = [
        Expected("instalment", plan.debtor_id, line.principal_fen + line.interest_fen - line.paid_fen,
                 line.due_on, plan.currency)
        for plan in plan_rows(store, today)
        if plan.state in ("running", "broken") and (line := plan.next) is not None
    ]  # fmt: skip
    return [*promised, *due]
