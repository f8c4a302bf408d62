"""The facts a document may state, taken from the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.queries.charges import charge_rows, open_charges, payable_rows
from models.queries.claims import Aging, ClaimRow
from models.queries.gaps import wanted_of_debtor
from models.queries.interest import ClaimInterest, interest_of_rows
from models.queries.letter_subjects import (
    account_facts,
    agreed_facts,
    bankruptcy_facts,
    changed_facts,
    contested_facts,
    guarantor_facts,
)
from models.queries.letter_wording import look_of, wording_of
from models.queries.letters import Recipient
from models.queries.parties import creditor_facts, debtor_facts
from models.queries.parties import debtor as debtor_of
from models.queries.published import calendar_of
from models.queries.settings import setting
from models.rules.ageing import CREDIT
from models.rules.charges import ITEMS, owed_by
from models.rules.derivation import percent_text
from models.rules.facts import (
    AccountFacts,
    AgingFacts,
    AgingLine,
    Deadline,
    EarlierLetter,
    EarlierPlan,
    FixedInterest,
    GuarantorFacts,
    InstalmentFacts,
    InterestBasis,
    InterestFacts,
    InterestLine,
    ItemFacts,
    LetterFacts,
    PlanFacts,
    PlanTerms,
)
from models.rules.instalments import Instalment
from models.rules.letter_kinds import LETTER_KINDS
from models.settings import DAYS_TO_PAY, DELIVERY_DAYS
from models.store import Store
from models.tables import Letter, LetterClaim


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
    *,
    with_interest: bool = False,
    language: str = "zh_CN",
    said: Mapping[str, str] | None = None,
    own_words: Mapping[str, str] | None = None,
    with_request: bool = False,
) -> LetterFacts:
    """All a letter to this recipient may state; the oldest claim first.

    ``with_interest`` states interest where the kind leaves it open; a second demand always does, and names the demand
    before it. ``said`` is what the clerk filled in for this letter, ``own_words`` what was reworded for it alone, over
    the firm's own wording in ``language``. ``with_request`` asks for the document that would help the proof most.
    """
    held = debtor_of(store, recipient.debtor_id)
    assert held is not None  # noqa: S101 (a recipient is a debtor of the books)
    listed = sorted(recipient.rows, key=lambda row: (row.due_on or date.max, row.id))
    rows = [row for row in listed if row.id not in recipient.charges]
    kinds = {row.kind for row in rows}
    rule = LETTER_KINDS[kind]
    stated = rule.interest
    return LetterFacts(
        kind=kind,
        number=number,
        issued_on=issued_on,
        creditor=creditor_facts(store),
        debtor=debtor_facts(held),
        items=tuple(replace(item_facts(row), balance_fen=row.called_fen) for row in rows)
        or _charge_items(store, listed, issued_on),
        currency=recipient.currency,
        total_fen=recipient.total_fen,
        disputed_fen=sum(row.disputed_fen for row in rows),
        deadline=None if rule.states == "changed" else pay_by or deadline(store, issued_on),
        claim_kind=kinds.pop() if len(kinds) == 1 else "other",
        journal_head=store.journal_head()[1][:16],
        waiting_fen=recipient.waiting_fen,
        maybe_waiting_fen=recipient.maybe_waiting_fen,
        charges=_charges(store, kind, recipient, issued_on) if rule.with_charges and rows else (),
        interest=interest_facts(interest_in_letter(store, rows, issued_on))
        if stated == "always" or (stated == "optional" and with_interest)
        else None,
        earlier=earlier_demand(store, listed, issued_on) if stated == "always" else None,
        guarantor=guarantor_facts(recipient.guarantor) if recipient.guarantor else None,
        account=_account(store, recipient, rows, issued_on)
        if {"summary", "moves"} & set(rule.parts)
        else None,
        agreed=agreed_facts(recipient.plan, issued_on) if recipient.plan and rule.states == "plan" else None,
        changed=changed_facts(recipient.plan) if recipient.plan and rule.states == "changed" else None,
        contested=contested_facts(store, rows, issued_on) if "contested" in rule.parts else (),
        bankruptcy=bankruptcy_facts(store, held.id),
        said=tuple((said or {}).items()),
        words=tuple({**wording_of(store, kind, language).words, **(own_words or {})}.items()),
        look=look_of(store),
        wanted=wanted_of_debtor(store, [row.id for row in listed])
        if with_request and rule.may_request
        else None,
    )


def _charge_items(store: Store, rows: Sequence[ClaimRow], today: date) -> tuple[ItemFacts, ...]:
    """The open charges of claims whose principal is paid, a line each, the earliest first."""
    contracts = {row.id: row.contract for row in rows}
    owed = [
        each
        for debtor in {row.debtor_id for row in rows}
        for each in charge_rows(store, debtor=debtor)
        if each.claim_id in contracts and each.open_fen and each.owed_on <= today
    ]
    return tuple(
        ItemFacts(
            each.number, contracts[each.claim_id], None, each.owed_on, (today - each.owed_on).days, each.fen,
            each.paid_fen, each.open_fen, "other", each.kind,
        )
        for each in sorted(owed, key=lambda each: (each.owed_on, each.id))
    )  # fmt: skip


def _charges(store: Store, kind: str, recipient: Recipient, today: date) -> tuple[tuple[str, int], ...]:
    """What of each kind was fixed by today and is unpaid: on the claims, or in all that is accounted for."""
    claims, sums = {row.id for row in recipient.rows}, Counter[str]()
    if LETTER_KINDS[kind].states == "account":
        payable = payable_rows(store, today, recipient.debtor_id)
        claims = {row.id for row in payable if row.currency == recipient.currency}
    for held in open_charges(store, claims).values():
        for each in owed_by(held, today):
            sums[each.kind] += each.fen
    return tuple((kind, sums[kind]) for kind in ITEMS if sums[kind])


def _account(store: Store, recipient: Recipient, rows: Sequence[ClaimRow], today: date) -> AccountFacts:
    """From the first day of the oldest item stated, so that what is open is seen to arise."""
    first = min((row.issued_on or row.due_on or today for row in rows), default=today)
    return account_facts(store, recipient.debtor_id, recipient.currency, min(first, today), today)


def interest_in_letter(store: Store, rows: Sequence[ClaimRow], on: date) -> list[ClaimInterest]:
    """What these claims bear until a day without their disputed parts, each with its derivation."""
    return interest_of_rows(store, [_undisputed(row) for row in rows], on, on)


def interest_facts(found: Sequence[ClaimInterest]) -> InterestFacts | None:
    """The interest of a letter's items in their order; None where none bears any."""
    if not any(each.total_fen for each in found):
        return None
    return InterestFacts(
        tuple(each.total_fen if each.result else None for each in found),
        tuple(line for each in found for line in _interest_lines(each)),
        tuple(dict.fromkeys(_basis(each) for each in found if each.total_fen)),
        sum(each.total_fen for each in found),
        tuple(doubt for each in found if each.total_fen for doubt in each.doubts),
        tuple(
            FixedInterest(each.row.number, each.fixed.until, each.fixed.fen)
            for each in found
            if each.fixed and each.total_fen
        ),
    )


def _undisputed(row: ClaimRow) -> ClaimRow:
    """The claim without what is contested: that part bears nothing in a letter, as it is not asked for there."""
    return replace(row, amount_fen=row.amount_fen - row.disputed_fen)


def _interest_lines(each: ClaimInterest) -> list[InterestLine]:
    if each.result is None or each.bearing is None or each.bearing.rate is None:
        return []
    by_day = each.bearing.rate.mode == "day"
    return [
        InterestLine(
            each.row.number, line.start, line.end, line.days, line.base_fen, percent_text(line.percent), by_day,
            line.amount_fen,
        )
        for line in each.result.lines
    ]  # fmt: skip


def _basis(each: ClaimInterest) -> InterestBasis:
    assert each.bearing is not None  # noqa: S101 (what bears interest has terms)
    assert each.bearing.spec is not None  # noqa: S101
    agreed, rule, terms = each.agreed, each.bearing.proposal.rule, each.bearing.terms
    return InterestBasis(
        rule,
        each.bearing.spec,
        terms.basis,
        terms.count_end,
        terms.rounding,
        terms.counting,
        agreed.agreed.grace_days if agreed else 0,
        agreed.agreed_in if agreed else None,
        rule in ("R2", "R3") and each.row.kind != "sale",
        any(line.capped for line in each.result.lines) if each.result else False,
        each.result.stopped_on if each.result else None,
    )


def earlier_demand(store: Store, rows: Sequence[ClaimRow], before: date) -> EarlierLetter | None:
    """The newest demand for any of these claims before a day."""
    query = (
        Letter.select()
        .join(LetterClaim)
        .where(
            LetterClaim.claim.in_([row.id for row in rows]),
            Letter.kind.in_(("demand", "demand2", "final")),
            Letter.voided_at.is_null(),
            Letter.issued_on < before,
        )
        .order_by(Letter.id.desc())
    )
    row = query.first(store.database)
    if row is None:
        return None
    return EarlierLetter(row.number, row.issued_on, row.result_on if row.result == "signed" else None)


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


def instalment_facts(lines: Sequence[Instalment]) -> tuple[InstalmentFacts, ...]:
    """A schedule as the agreement states it."""
    return tuple(
        InstalmentFacts(
            line.number, line.due_on, line.principal_fen, line.interest_fen, line.balance_after_fen
        )
        for line in lines
    )


def plan_facts(
    store: Store,
    number: str,
    made_on: date,
    rows: Sequence[ClaimRow],
    lines: Sequence[Instalment],
    terms: PlanTerms,
    guarantor: GuarantorFacts | None = None,
    earlier: EarlierPlan | None = None,
) -> PlanFacts:
    """All a payment-plan agreement over these claims of one debtor may state, or a supplement to an earlier one."""
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
        instalments=instalment_facts(lines),
        terms=terms,
        guarantor=guarantor,
        journal_head=store.journal_head()[1][:16],
        earlier=earlier,
    )
