"""The facts a document may state, taken from the books."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.queries.claims import Aging, ClaimRow
from models.queries.letters import Recipient
from models.queries.parties import creditor_facts, debtor_facts
from models.queries.parties import debtor as debtor_of
from models.queries.published import calendar_of
from models.queries.settings import setting
from models.rules.ageing import CREDIT
from models.rules.facts import (
    AgingFacts,
    AgingLine,
    Deadline,
    GuarantorFacts,
    InstalmentFacts,
    ItemFacts,
    LetterFacts,
    PlanFacts,
    PlanTerms,
)
from models.rules.instalments import Instalment
from models.settings import DAYS_TO_PAY, DELIVERY_DAYS
from models.store import Store


def deadline(store: Store, issued_on: date) -> Deadline:
    """The one day to pay by: delivery and time to pay after the letter's day, moved to a working day."""
    days = setting(store, DELIVERY_DAYS) + setting(store, DAYS_TO_PAY)
    pay_by = calendar_of(store).deadline(issued_on + timedelta(days=days))
    return Deadline(pay_by.on, pay_by.published)


def item_facts(row: ClaimRow) -> ItemFacts:
    """A claim as a line of a document."""
    return ItemFacts(
        number=row.number,
        contract=row.contract,
        issued_on=row.issued_on,
        due_on=row.due_on,
        days_overdue=row.days_overdue,
        amount_fen=row.amount_fen,
        paid_fen=row.paid_fen,
        balance_fen=row.balance_fen,
        kind=row.kind,
    )


def letter_facts(
    store: Store,
    kind: str,
    recipient: Recipient,
    number: str,
    issued_on: date,
    pay_by: Deadline | None = None,
) -> LetterFacts:
    """All a letter to this recipient may state; the oldest claim first."""
    held = debtor_of(store, recipient.debtor_id)
    assert held is not None  # noqa: S101 (a recipient is a debtor of the books)
    rows = sorted(recipient.rows, key=lambda row: (row.due_on or date.max, row.id))
    kinds = {row.kind for row in rows}
    return LetterFacts(
        kind=kind,
        number=number,
        issued_on=issued_on,
        creditor=creditor_facts(store),
        debtor=debtor_facts(held),
        items=tuple(replace(item_facts(row), balance_fen=row.called_fen) for row in rows),
        currency=recipient.currency,
        total_fen=recipient.total_fen,
        disputed_fen=sum(row.disputed_fen for row in rows),
        deadline=pay_by or deadline(store, issued_on),
        claim_kind=kinds.pop() if len(kinds) == 1 else "other",
        journal_head=store.journal_head()[1][:16],
        waiting_fen=recipient.waiting_fen,
        maybe_waiting_fen=recipient.maybe_waiting_fen,
    )


def aging_facts(store: Store, table: Aging, by: str) -> AgingFacts:
    """The aging of a day for paper; credit balances stand apart so that bands + credit = ledger."""
    bands = tuple(band for band in table.bands if band != CREDIT)
    lines = [
        AgingLine(
            row.name,
            tuple(row.bands.get(band, 0) for band in bands),
            sum(row.bands.get(band, 0) for band in bands),
            row.longest_days,
            row.currency,
        )
        for row in table.rows
    ]
    credit = table.total.bands.get(CREDIT, 0)
    return AgingFacts(
        as_of=table.as_of,
        creditor_name=creditor_facts(store).name or None,
        by=by,
        bands=bands,
        lines=tuple(line for line in lines if any(line.bands)),
        band_totals=tuple(table.total.bands.get(band, 0) for band in bands),
        total_fen=table.total.total_fen - credit,
        credit_fen=credit,
        ledger_fen=table.total.total_fen,
    )


def missing_for_letters(
    store: Store, wanted: Sequence[str] = ("name", "address", "phone", "bank", "account")
) -> list[str]:
    """Which of the creditor's data that every letter states are not set."""
    facts = creditor_facts(store)
    return [field for field in wanted if not getattr(facts, field)]


def plan_facts(
    store: Store,
    number: str,
    made_on: date,
    rows: Sequence[ClaimRow],
    lines: Sequence[Instalment],
    terms: PlanTerms,
    guarantor: GuarantorFacts | None = None,
) -> PlanFacts:
    """All a payment-plan agreement over these claims of one debtor may state."""
    held = debtor_of(store, rows[0].debtor_id)
    assert held is not None  # noqa: S101 (a claim's debtor cannot be gone)
    return PlanFacts(
        number=number,
        made_on=made_on,
        creditor=creditor_facts(store),
        debtor=debtor_facts(held),
        items=tuple(item_facts(row) for row in rows),
        currency=rows[0].currency,
        total_fen=sum(row.balance_fen for row in rows),
        instalments=tuple(
            InstalmentFacts(
                line.number, line.due_on, line.principal_fen, line.interest_fen, line.balance_after_fen
            )
            for line in lines
        ),
        terms=terms,
        guarantor=guarantor,
        journal_head=store.journal_head()[1][:16],
    )
