"""Booking money that came in, and taking a booking back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.actions.desk import Desk
from models.changes import Changes
from models.queries.claims import ClaimRow, claim_rows
from models.queries.parties import debtor_named
from models.rules.allocation import RECEIPT_KINDS, Allocation, Debt, allocate
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.tables import BankLine, Receipt, Share


@dataclass(frozen=True)
class Booked:
    """A receipt that is in the books: what it paid on each claim, and what is left as the debtor's advance.

    ``rule`` is what decided the shares; empty for a reversal, which takes back its receipt's own.
    """

    receipt: int
    shares: tuple[tuple[int, int], ...]
    left_fen: int
    changes: Changes
    rule: str = ""


def propose(amount_fen: int, rows: list[ClaimRow], on: date, designated: Sequence[int] = ()) -> Allocation:
    """How the law would share this money over these claims (CC 560), those the debtor named first; nothing is booked.

    Open credits take nothing and give nothing: setting one off is an act of its own.
    """
    debts = [
        Debt(id=str(row.id), principal_fen=row.balance_fen, due_on=row.due_on)
        for row in rows
        if row.balance_fen > 0
    ]
    wanted = [str(claim) for claim in designated if any(debt.id == str(claim) for debt in debts)]
    return allocate(amount_fen, debts, designated=wanted, on=on)


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
        return _book(desk, row.debtor_id, row.currency, amount_fen, day, memo, shares, "for_one", kind)


def book_for_debtor(
    desk: Desk,
    debtor: str,
    amount_fen: int,
    on: date | None = None,
    memo: str | None = None,
    *,
    currency: str = "CNY",
    shares: Mapping[int, int] | None = None,
    designated: Sequence[int] = (),
    kind: str = "payment",
) -> Booked:
    """Money of a debtor over its open claims in statute order, or by ``shares`` (claim → fen) the clerk settled.

    ``designated`` are the claims the debtor named when paying, in its order (CC 560(1)).
    ``kind`` is one of RECEIPT_KINDS. Refused: ``shares_exceed_amount``, ``share_exceeds_balance``,
    ``unknown_debtor``, ``after_today``, ``receipt_kind_unknown``.
    """
    day = _checked(desk, amount_fen, on, kind)
    # What is open is looked at under the lock: two receipts at once must not pay the same balance.
    with desk.store.acting():
        rows = open_claims_of(desk, debtor, currency)
        held = debtor_named(desk.store, debtor.strip())
        assert held is not None  # noqa: S101 (open_claims_of has refused an unknown name)
        if shares is None:
            proposal = propose(amount_fen, rows, day, designated)
            shares, rule = {int(share.debt): share.amount for share in proposal.shares}, proposal.rule
        else:
            check_shares(shares, rows, amount_fen)
            rule = "by_hand"
        return _book(desk, held.id, currency, amount_fen, day, memo, shares, rule, kind)


def reverse(desk: Desk, receipt: int, why: str) -> Booked:
    """Take a receipt back with its own shares, on its own day; it stays in the books beside its reversal.

    Refused: ``unknown_id``, ``already_reversed``, ``is_reversal``, ``no_reason``.
    """
    if not why.strip():
        raise Refused(Problem("no_reason", {}, "why"))
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
    return reverse_within(desk, unit, held, why)


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


def _book(
    desk: Desk,
    debtor: int,
    currency: str,
    amount_fen: int,
    on: date,
    memo: str | None,
    shares: Mapping[int, int],
    rule: str,
    kind: str,
) -> Booked:
    with desk.act("book_receipt") as unit:
        money = Money(debtor, currency, amount_fen, on, memo, kind=kind)
        key, paid = book_within(desk, unit, money, shares, rule)
    return Booked(key, paid, amount_fen - sum(fen for _, fen in paid), unit.changes, rule)


@dataclass(frozen=True)
class Money:
    """What came in: from which debtor, how much of what currency in fen, on which day; ``source`` says who told it."""

    debtor: int
    currency: str
    amount_fen: int
    on: date
    memo: str | None = None
    source: str = "clerk"
    kind: str = "payment"


def book_within(
    desk: Desk, unit: Unit, money: Money, shares: Mapping[int, int], rule: str
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """A receipt with its shares as part of a larger act; returns its key and its shares above nothing."""
    key = unit.add(
        Receipt,
        debtor=money.debtor,
        received_on=money.on,
        amount_fen=money.amount_fen,
        currency=money.currency,
        memo=(money.memo or "").strip() or None,
        source=money.source,
        kind=money.kind,
        rule=rule,
        posted_at=unit.at,
        posted_by=desk.who,
    )
    paid = tuple((claim, fen) for claim, fen in shares.items() if fen)
    for claim, fen in paid:
        unit.add(Share, receipt=key, claim=claim, fen=fen)
    return key, paid
