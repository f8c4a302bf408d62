"""Booking money that came in, and taking a booking back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.actions.desk import Desk
from models.actions.people import require
from models.changes import Changes
from models.queries.bank_register import letter_numbers
from models.queries.charges import open_charges, payable_rows
from models.queries.claims import ClaimRow, claim_rows
from models.queries.parties import debtor_named
from models.queries.receipts import advances_of
from models.queries.standing import Standing, debts_of, designated_by, standings
from models.rules.allocation import RECEIPT_KINDS, Allocation, allocate
from models.rules.charges import owed_by, taken_apart
from models.rules.payment_order import STATUTE_ORDER, Item
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import BankLine, Charge, ChargeShare, Receipt, Share


@dataclass(frozen=True)
class Booked:
    """A receipt that is in the books: what it paid on each claim, and what is left as the debtor's advance.

    ``rule`` is what decided the shares; empty for a reversal, which takes back its receipt's own. ``passed_over`` are
    claims whose limitation has run out: they take nothing of themselves. ``charges`` are (charge, fen) of what was
    paid beside the principal.
    """

    receipt: int
    shares: tuple[tuple[int, int], ...]
    left_fen: int
    changes: Changes
    rule: str = ""
    passed_over: tuple[int, ...] = ()
    charges: tuple[tuple[int, int], ...] = ()


def propose(
    amount_fen: int,
    rows: Sequence[ClaimRow],
    on: date,
    designated: Sequence[int] = (),
    *,
    agreed: Sequence[int] = (),
    standing: Mapping[int, Standing] | None = None,
    order: Sequence[Item] = STATUTE_ORDER,
    kind: str = "payment",
) -> Allocation:
    """How the law would share this money over these claims (CC 560); nothing is booked.

    First those the parties ``agreed`` on, then those the debtor ``designated``. ``standing`` tells what secures them,
    how heavy they weigh, which have expired, and what is owed beside the principal: that is paid in ``order`` (CC 561).
    Open credits take nothing and give nothing: setting one off is an act of its own. What merely accrues is not booked
    as owed and takes no part; a credit note gives up principal alone.
    """
    debts = debts_of(rows, standing or {}, on, kind)
    there = {debt.id for debt in debts}

    def named(claims: Sequence[int]) -> list[str]:
        return [str(claim) for claim in claims if str(claim) in there]

    return allocate(amount_fen, debts, on=on, designated=named(designated), agreed=named(agreed), order=order)


def open_claims_of(desk: Desk, debtor: str, currency: str = "CNY") -> list[ClaimRow]:
    """What a debtor owes today in one currency; Refused (``unknown_debtor``) for a name that is not there."""
    held = debtor_named(desk.store, debtor.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": debtor}, "debtor"))
    rows = payable_rows(desk.store, desk.today, held.id)
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
        standing = Standing(charges=open_charges(desk.store, [claim]).get(claim, ()))
        most = sum(debt.open_fen for debt in debts_of([row], {claim: standing}, day, kind))
        with desk.act("book_receipt") as unit:
            money = Money(row.debtor_id, row.currency, amount_fen, day, memo, kind=kind)
            done = book_shared(desk, unit, money, {row.id: min(amount_fen, most)}, "for_one")
    return done.booked(unit.changes, "for_one")


@dataclass(frozen=True)
class Wish:
    """How the clerk wants money shared. ``designated`` None: as the memo says; ``shares`` (claim → fen): by hand.

    ``why`` is the reason of shares that differ from what the rules propose. ``order`` is that within a claim, where
    the parties agreed on another than the law's (CC 561).
    """

    designated: Sequence[int] | None = None
    agreed: Sequence[int] = ()
    shares: Mapping[int, int] | None = None
    why: str | None = None
    order: Sequence[Item] = STATUTE_ORDER


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
        proposal = proposal_for(desk, rows, amount_fen, day, memo, wish, kind)
        shares, rule, why = _wished(desk, proposal, rows, amount_fen, wish, kind)
        with desk.act("book_receipt") as unit:
            money = Money(held.id, currency, amount_fen, day, memo, kind=kind, why=why)
            done = book_shared(desk, unit, money, shares, rule, wish.order)
    passed_over = tuple(int(debt) for debt in proposal.passed_over if int(debt) not in shares)
    return replace(done.booked(unit.changes, rule), passed_over=passed_over)


def proposal_for(
    desk: Desk,
    rows: Sequence[ClaimRow],
    amount_fen: int,
    on: date,
    memo: str | None,
    wish: Wish = BY_RULE,
    kind: str = "payment",
) -> Allocation:
    """What booking would do with this money: the shares, and the rule and reason they follow from."""
    designated = wish.designated
    if designated is None:
        designated = (
            () if wish.agreed else designated_by(letter_numbers(desk.store) if memo else {}, rows, memo)
        )
    standing = standings(desk.store, rows, desk.today)
    return propose(
        amount_fen, rows, on, designated, agreed=wish.agreed, standing=standing, order=wish.order, kind=kind
    )


def _wished(
    desk: Desk, proposal: Allocation, rows: list[ClaimRow], amount_fen: int, wish: Wish, kind: str
) -> tuple[Mapping[int, int], str, str | None]:
    """Shares, rule and reason: as proposed, or as the clerk changed them, which needs a reason."""
    proposed = {int(share.debt): share.amount for share in proposal.shares}
    told = proposed if wish.shares is None else {claim: fen for claim, fen in wish.shares.items() if fen}
    if told == proposed:
        return proposed, proposal.rule, None
    check_shares(desk, told, rows, amount_fen, kind)
    why = (wish.why or "").strip()
    refuse_if([] if why else [Problem("no_reason", {}, "why")])
    return told, "by_hand", why


def reverse(desk: Desk, receipt: int, why: str) -> Booked:
    """Take a receipt back with its own shares, on its own day; it stays in the books beside its reversal.

    Refused: ``unknown_id``, ``already_reversed``, ``is_reversal``, ``no_reason``, and ``advance_used`` where an advance
    it brought was set off since.
    """
    require(desk, "receipt")
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    with desk.act("reverse_receipt") as unit:
        key, shares = reverse_once(desk, unit, receipt, why.strip())
        rows = ChargeShare.select().where(ChargeShare.receipt == key).order_by(ChargeShare.id)
        charges = tuple((row.charge_id, row.fen) for row in rows.execute(desk.store.database))
    return Booked(key, shares, 0, unit.changes, charges=charges)


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
        debtor=held.debtor_id,
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
    _take_back_charges(desk, unit, held.id, key)
    for line in BankLine.select().where(BankLine.receipt == held.id).execute(desk.store.database):
        unit.change(BankLine, line.id, state="waiting", receipt=None, debtor=None)
    return key, taken


def _take_back_charges(desk: Desk, unit: Unit, held: int, key: int) -> None:
    """What it paid beside the principal is owed again."""
    paid = ChargeShare.select(ChargeShare, Charge).join(Charge).where(ChargeShare.receipt == held)
    for share in list(paid.execute(desk.store.database)):
        unit.add(ChargeShare, receipt=key, charge=share.charge_id, fen=-share.fen)
        unit.touch_claims([share.charge.claim_id])


def _checked(desk: Desk, amount_fen: int, on: date | None, kind: str) -> date:
    if kind not in RECEIPT_KINDS:
        raise Refused(Problem("receipt_kind_unknown", {"kind": kind}, "kind"))
    if amount_fen <= 0:
        raise Refused(Problem("amount_not_above_zero", {}, "amount"))
    require(desk, "credit" if kind == "credit_note" else "receipt")
    return desk.day_of_act(on)


def check_shares(
    desk: Desk, shares: Mapping[int, int], rows: Sequence[ClaimRow], amount_fen: int, kind: str = "payment"
) -> None:
    """Refused where shares a clerk settled come to more than the money or than what is open."""
    beside = {} if kind == "credit_note" else open_charges(desk.store, shares)
    balances = {row.id: row.balance_fen + sum(each.fen for each in beside.get(row.id, ())) for row in rows}
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
    desk: Desk,
    unit: Unit,
    money: Money,
    shares: Mapping[int, int],
    rule: str,
    charges: Mapping[int, int] | None = None,
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """A receipt as part of a larger act; returns its key and its shares that are not nothing.

    ``shares`` (claim → fen) pay principal, ``charges`` (charge → fen) what is owed beside it.
    """
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
    for charge, fen in (charges or {}).items():
        unit.add(ChargeShare, receipt=key, charge=charge, fen=fen)
    return key, paid


@dataclass(frozen=True)
class Done:
    """What was written of one receipt: (claim, fen) of principal, (charge, fen) beside it."""

    receipt: int
    money: Money
    shares: tuple[tuple[int, int], ...]
    charges: tuple[tuple[int, int], ...]

    @property
    def left_fen(self) -> int:
        """What nothing took."""
        return self.money.amount_fen - sum(fen for _, fen in (*self.shares, *self.charges))

    def booked(self, changes: Changes, rule: str) -> Booked:
        """The same for who asked for it."""
        return Booked(self.receipt, self.shares, self.left_fen, changes, rule, (), self.charges)


def book_shared(
    desk: Desk,
    unit: Unit,
    money: Money,
    whole: Mapping[int, int],
    rule: str,
    order: Sequence[Item] = STATUTE_ORDER,
) -> Done:
    """A receipt of which each claim takes a ``whole`` share: what is owed beside the principal is paid out of that.

    A share below zero is what a credit gives, and stands as it is.
    """
    shares = dict(whole)
    charges: dict[int, int] = {}
    beside = {} if money.kind == "credit_note" else open_charges(desk.store, whole)
    open_now = {row.id: row.balance_fen for row in _rows_of(desk, beside)}
    for claim, held in beside.items():
        parts = taken_apart(whole[claim], open_now[claim], owed_by(held, money.on), order)
        shares[claim] = parts.principal
        charges |= parts.charges
    unit.touch_claims(beside)
    key, paid = book_within(desk, unit, money, shares, rule, charges)
    return Done(key, money, paid, tuple(charges.items()))


def _rows_of(desk: Desk, claims: Iterable[int]) -> list[ClaimRow]:
    return claim_rows(desk.store, desk.today, desk.today, claims=claims, settled=True)
