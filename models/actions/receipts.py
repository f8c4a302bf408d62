"""Booking money that came in, and taking a booking back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.actions.desk import Desk
from models.changes import Changes
from models.queries.bank_register import letter_numbers
from models.queries.claims import ClaimRow, claim_rows
from models.queries.parties import debtor_named
from models.queries.receipts import advances_of
from models.queries.standing import Standing, designated_by, standings
from models.rules.allocation import RECEIPT_KINDS, Allocation, Debt, allocate
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import BankLine, Receipt, Share


@dataclass(frozen=True)
class Booked:
    """A receipt that is in the books: what it paid on each claim, and what is left as the debtor's advance.

    ``rule`` is what decided the shares; empty for a reversal, which takes back its receipt's own. ``passed_over`` are
    claims whose limitation has run out: they take nothing of themselves.
    """

    receipt: int
    shares: tuple[tuple[int, int], ...]
    left_fen: int
    changes: Changes
    rule: str = ""
    passed_over: tuple[int, ...] = ()


def propose(
    amount_fen: int,
    rows: Sequence[ClaimRow],
    on: date,
    designated: Sequence[int] = (),
    *,
    agreed: Sequence[int] = (),
    standing: Mapping[int, Standing] | None = None,
) -> Allocation:
    """How the law would share this money over these claims (CC 560); nothing is booked.

    First those the parties ``agreed`` on, then those the debtor ``designated``. ``standing`` tells what secures them
    and which have expired. Open credits take nothing and give nothing: setting one off is an act of its own. What
    merely accrues is not booked as owed and takes no part: each debt is its principal.
    """
    known = standing or {}
    debts = [_debt(row, known.get(row.id, Standing()), on) for row in rows if row.balance_fen > 0]
    there = {debt.id for debt in debts}

    def named(claims: Sequence[int]) -> list[str]:
        return [str(claim) for claim in claims if str(claim) in there]

    return allocate(amount_fen, debts, on=on, designated=named(designated), agreed=named(agreed))


def _debt(row: ClaimRow, standing: Standing, on: date) -> Debt:
    expired = standing.expired(on)
    return Debt(str(row.id), row.balance_fen, due_on=row.due_on, expired=expired, covered=standing.covered)


def open_claims_of(desk: Desk, debtor: str, currency: str = "CNY") -> list[ClaimRow]:
    """What a debtor owes today in one currency; Refused (``unknown_debtor``) for a name that is not there."""
    held = debtor_named(desk.store, debtor.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": debtor}, "debtor"))
    rows = claim_rows(desk.store, desk.today, desk.today, debtor=held.id)
    return [row for row in rows if row.currency == currency]


def book_for_claim(
    desk: Desk,
    claim: int,
    amount_fen: int,
    on: date | None = None,
    memo: str | None = None,
    *,
    kind: str = "payment",
) -> Booked:
    """Money meant for one claim: that claim alone is paid, the rest is the debtor's advance.

    ``kind`` is one of RECEIPT_KINDS. Refused: ``unknown_id``, ``after_today``, ``receipt_kind_unknown``.
    """
    day = _checked(desk, amount_fen, on, kind)
    with desk.store.acting():
        rows = claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True)
        if not rows:
            raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
        (row,) = rows
        shares = {row.id: min(amount_fen, row.balance_fen)} if row.balance_fen > 0 else {}
        with desk.act("book_receipt") as unit:
            money = Money(row.debtor_id, row.currency, amount_fen, day, memo, kind=kind)
            key, paid = book_within(desk, unit, money, shares, "for_one")
    return Booked(key, paid, amount_fen - sum(shares.values()), unit.changes, "for_one")


@dataclass(frozen=True)
class Wish:
    """How the clerk wants money shared. ``designated`` None: as the memo says; ``shares`` (claim → fen): by hand.

    ``why`` is the reason of shares that differ from what the rules propose.
    """

    designated: Sequence[int] | None = None
    agreed: Sequence[int] = ()
    shares: Mapping[int, int] | None = None
    why: str | None = None


BY_RULE = Wish()


def book_for_debtor(
    desk: Desk,
    debtor: str,
    amount_fen: int,
    on: date | None = None,
    memo: str | None = None,
    *,
    currency: str = "CNY",
    wish: Wish = BY_RULE,
    kind: str = "payment",
) -> Booked:
    """Money of a debtor over its open claims: as agreed, as the debtor designated, else in statute order (CC 560).

    ``kind`` is one of RECEIPT_KINDS. Refused: ``shares_exceed_amount``, ``share_exceeds_balance``, ``no_reason`` for
    shares changed without one, ``unknown_debtor``, ``after_today``, ``receipt_kind_unknown``.
    """
    day = _checked(desk, amount_fen, on, kind)
    # What is open is looked at under the lock: two receipts at once must not pay the same balance.
    with desk.store.acting():
        rows = open_claims_of(desk, debtor, currency)
        held = debtor_named(desk.store, debtor.strip())
        assert held is not None  # noqa: S101 (open_claims_of has refused an unknown name)
        proposal = proposal_for(desk, rows, amount_fen, day, memo, wish)
        shares, rule, why = _wished(proposal, rows, amount_fen, wish)
        with desk.act("book_receipt") as unit:
            money = Money(held.id, currency, amount_fen, day, memo, kind=kind, why=why)
            key, paid = book_within(desk, unit, money, shares, rule)
    passed_over = tuple(int(debt) for debt in proposal.passed_over if int(debt) not in shares)
    return Booked(key, paid, amount_fen - sum(fen for _, fen in paid), unit.changes, rule, passed_over)


def proposal_for(
    desk: Desk, rows: Sequence[ClaimRow], amount_fen: int, on: date, memo: str | None, wish: Wish = BY_RULE
) -> Allocation:
    """What booking would do with this money: the shares, and the rule and reason they follow from."""
    designated = wish.designated
    if designated is None:
        designated = (
            () if wish.agreed else designated_by(letter_numbers(desk.store) if memo else {}, rows, memo)
        )
    standing = standings(desk.store, rows, desk.today)
    return propose(amount_fen, rows, on, designated, agreed=wish.agreed, standing=standing)


def _wished(
    proposal: Allocation, rows: list[ClaimRow], amount_fen: int, wish: Wish
) -> tuple[Mapping[int, int], str, str | None]:
    """Shares, rule and reason: as proposed, or as the clerk changed them, which needs a reason."""
    proposed = {int(share.debt): share.amount for share in proposal.shares}
    told = proposed if wish.shares is None else {claim: fen for claim, fen in wish.shares.items() if fen}
    if told == proposed:
        return proposed, proposal.rule, None
    check_shares(told, rows, amount_fen)
    why = (wish.why or "").strip()
    refuse_if([] if why else [Problem("no_reason", {}, "why")])
    return told, "by_hand", why


def reverse(desk: Desk, receipt: int, why: str) -> Booked:
    """Take a receipt back with its own shares, on its own day; it stays in the books beside its reversal.

    Refused: ``unknown_id``, ``already_reversed``, ``is_reversal``, ``no_reason``, and ``advance_used`` where an advance
    it brought was set off since.
    """
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    with desk.act("reverse_receipt") as unit:
        key, shares = reverse_once(desk, unit, receipt, why.strip())
    return Booked(key, shares, 0, unit.changes)


def reverse_once(desk: Desk, unit: Unit, receipt: int, why: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """``reverse`` as part of a larger act, with its refusals; returns the reversal's key and its shares."""
    held = Receipt.select().where(Receipt.id == receipt).first(desk.store.database)
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "receipt", "id": str(receipt)}, str(receipt)))
    if held.reverses_id is not None:
        raise Refused(Problem("is_reversal", {"id": str(receipt)}, str(receipt)))
    if Receipt.select().where(Receipt.reverses == receipt).exists(desk.store.database):
        raise Refused(Problem("already_reversed", {"id": str(receipt)}, str(receipt)))
    taken = reverse_within(desk, unit, held, why)
    refuse_used_advance(desk, held.debtor_id, held.currency)
    return taken


def refuse_used_advance(desk: Desk, debtor: int, currency: str) -> None:
    """Refused (``advance_used``) where more of a debtor's advance is set off than there is."""
    there = advances_of(desk.store, debtor).get(currency, 0)
    refuse_if([Problem("advance_used", {}, "receipt")] if there < 0 else [])


def reverse_within(
    desk: Desk, unit: Unit, held: Receipt, why: str
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The reversal as part of a larger act; returns its key and its shares. The bank's line behind it waits again."""
    key = unit.add(
        Receipt,
        debtor=held.debtor.id,
        received_on=held.received_on,
        amount_fen=-held.amount_fen,
        currency=held.currency,
        memo=held.memo,
        source=held.source,
        kind=held.kind,
        day_known=held.day_known,
        reverses=held.id,
        why=why,
        posted_at=unit.at,
        posted_by=desk.who,
    )
    taken = tuple(
        (share.claim_id, -share.fen)
        for share in Share.select().where(Share.receipt == held.id).execute(desk.store.database)
    )
    for claim, fen in taken:
        unit.add(Share, receipt=key, claim=claim, fen=fen)
    for line in BankLine.select().where(BankLine.receipt == held.id).execute(desk.store.database):
        unit.change(BankLine, line.id, state="waiting", receipt=None, debtor=None)
    return key, taken


def _checked(desk: Desk, amount_fen: int, on: date | None, kind: str) -> date:
    if kind not in RECEIPT_KINDS:
        raise Refused(Problem("receipt_kind_unknown", {"kind": kind}, "kind"))
    if amount_fen <= 0:
        raise Refused(Problem("amount_not_above_zero", {}, "amount"))
    return desk.day_of_act(on)


def check_shares(shares: Mapping[int, int], rows: list[ClaimRow], amount_fen: int) -> None:
    """Refused where shares a clerk settled come to more than the money or than what is open."""
    balances = {row.id: row.balance_fen for row in rows}
    problems = [
        Problem("share_exceeds_balance", {"claim": str(claim)}, str(claim))
        for claim, fen in shares.items()
        if fen < 0 or fen > balances.get(claim, 0)
    ]
    if sum(shares.values()) > amount_fen:
        problems.append(Problem("shares_exceed_amount", {}, "shares"))
    if problems:
        raise Refused(*problems)


@dataclass(frozen=True)
class Money:
    """What came in: from which debtor, how much of what currency in fen, on which day; ``source`` says who told it.

    ``why`` is the reason of shares that the clerk changed.
    """

    debtor: int
    currency: str
    amount_fen: int
    on: date
    memo: str | None = None
    source: str = "clerk"
    kind: str = "payment"
    why: str | None = None
    day_known: bool = True


def book_within(
    desk: Desk, unit: Unit, money: Money, shares: Mapping[int, int], rule: str
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """A receipt with its shares as part of a larger act; returns its key and its shares that are not nothing."""
    key = unit.add(
        Receipt,
        debtor=money.debtor,
        received_on=money.on,
        amount_fen=money.amount_fen,
        currency=money.currency,
        memo=(money.memo or "").strip() or None,
        source=money.source,
        kind=money.kind,
        day_known=money.day_known,
        rule=rule,
        why=money.why,
        posted_at=unit.at,
        posted_by=desk.who,
    )
    paid = tuple((claim, fen) for claim, fen in shares.items() if fen)
    for claim, fen in paid:
        unit.add(Share, receipt=key, claim=claim, fen=fen)
    return key, paid
