"""Setting a debtor's advance or credit off against its claims; sharing its money anew in the order of its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from models.actions.desk import Desk
from models.actions.people import require
from models.actions.receipts import (
    BY_RULE,
    Booked,
    Money,
    Wish,
    book_shared,
    check_shares,
    proposal_for,
    refuse_used_advance,
    reverse_within,
)
from models.changes import Changes
from models.queries.charges import open_charges, payable_rows
from models.queries.claims import ClaimRow
from models.queries.parties import DebtorRow, debtor_named
from models.queries.receipts import advances_of
from models.queries.replay import replay_of
from models.rules.allocation import Allocation
from models.rules.problems import Problem, Refused, refuse_if
from models.rules.replay import BY_STATUTE, Replay
from models.store import Unit
from models.tables import BankLine, Receipt

ADVANCE = 0
"""Stands among the sources of a set-off for the debtor's advance; the others are claims below zero."""


@dataclass(frozen=True)
class SetOff:
    """What a debtor has to its credit in one currency, and the claims it could pay. ``sources``: key → fen above 0."""

    debtor: DebtorRow
    currency: str
    sources: dict[int, int]
    credits: tuple[ClaimRow, ...]
    claims: tuple[ClaimRow, ...]
    charges_fen: int = 0

    @property
    def most_fen(self) -> int:
        """The most that can be set off, ``charges_fen`` beside the principal with it."""
        return min(sum(self.sources.values()), sum(row.balance_fen for row in self.claims) + self.charges_fen)


def set_off_of(desk: Desk, debtor: str, currency: str = "CNY") -> SetOff:
    """What could be set off now: the advance first, then open credits; claims by due date.

    Refused: ``unknown_debtor``.
    """
    held = debtor_named(desk.store, debtor.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": debtor}, "debtor"))
    rows = payable_rows(desk.store, desk.today, held.id)
    own = sorted((row for row in rows if row.currency == currency), key=_by_due)
    credits = tuple(row for row in own if row.balance_fen < 0)
    advance = advances_of(desk.store, held.id).get(currency, 0)
    sources = {ADVANCE: advance} if advance > 0 else {}
    sources |= {row.id: -row.balance_fen for row in credits}
    claims = tuple(row for row in own if row.balance_fen >= 0)
    beside = open_charges(desk.store, {row.id for row in claims})
    charges_fen = sum(each.fen for held_on in beside.values() for each in held_on)
    return SetOff(held, currency, sources, credits, claims, charges_fen)


def _by_due(row: ClaimRow) -> tuple[date, int]:
    return (row.due_on or date.max, row.id)


def set_off(
    desk: Desk,
    debtor: str,
    amount_fen: int | None = None,
    *,
    currency: str = "CNY",
    sources: Sequence[int] | None = None,
    wish: Wish = BY_RULE,
    memo: str | None = None,
) -> Booked:
    """Use the advance and open credits (or only ``sources``) to pay claims, today; no clock moves.

    The amount is the most that can be set off unless told; it is shared like money (合同编通则解释 56). ``left_fen`` is
    the advance that remains. Refused: ``unknown_debtor``, ``nothing_to_set_off``, ``set_off_too_much``, ``no_reason``,
    ``share_exceeds_balance``, ``shares_exceed_amount``.
    """
    require(desk, "receipt")
    with desk.store.acting():
        known = set_off_of(desk, debtor, currency)
        used = known.sources if sources is None else _chosen(known, sources)
        most = min(sum(used.values()), known.most_fen)
        amount = most if amount_fen is None else amount_fen
        _refuse_amount(amount, most)
        shares, rule = _shares(desk, known, amount, memo, wish)
        taken = _taken(used, sum(shares.values()))
        with desk.act("set_off") as unit:
            why = wish.why if rule == "by_hand" else None
            money = Money(known.debtor.id, currency, 0, desk.today, memo, kind="offset", why=why)
            credit_shares = {claim: -fen for claim, fen in taken.items() if claim != ADVANCE}
            done = book_shared(desk, unit, money, shares | credit_shares, rule)
    left = known.sources.get(ADVANCE, 0) - taken.get(ADVANCE, 0)
    return replace(done.booked(unit.changes, rule), left_fen=left)


def _chosen(known: SetOff, sources: Sequence[int]) -> dict[int, int]:
    refuse_if(
        Problem("no_credit_there", {"claim": str(source)}, str(source))
        for source in sources
        if source not in known.sources
    )
    return {source: known.sources[source] for source in sources}


def _refuse_amount(amount: int, most: int) -> None:
    refuse_if([Problem("nothing_to_set_off", {}, "amount")] if most <= 0 else [])
    refuse_if([Problem("amount_not_above_zero", {}, "amount")] if amount <= 0 else [])
    refuse_if([Problem("set_off_too_much", {}, "amount")] if amount > most else [])


def set_off_proposal(desk: Desk, known: SetOff, amount_fen: int, memo: str | None, wish: Wish) -> Allocation:
    """How a set-off of so much would be shared over the claims."""
    return proposal_for(desk, known.claims, amount_fen, desk.today, memo, wish)


def _shares(
    desk: Desk, known: SetOff, amount: int, memo: str | None, wish: Wish
) -> tuple[dict[int, int], str]:
    found = set_off_proposal(desk, known, amount, memo, wish)
    proposed = {int(share.debt): share.amount for share in found.shares}
    told = proposed if wish.shares is None else {claim: fen for claim, fen in wish.shares.items() if fen}
    refuse_if([] if told else [Problem("nothing_to_set_off", {}, "amount")])
    if told == proposed:
        return proposed, found.rule
    check_shares(desk, told, known.claims, amount)
    refuse_if([] if (wish.why or "").strip() else [Problem("no_reason", {}, "why")])
    return told, "by_hand"


def _taken(sources: dict[int, int], fen: int) -> dict[int, int]:
    """What each source gives, in their order."""
    taken = {}
    for source, there in sources.items():
        taken[source] = min(there, fen)
        fen -= taken[source]
    return {source: given for source, given in taken.items() if given}


# --- in the order of days --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reshared:
    """Receipts that were taken back and booked anew: (old, new) keys."""

    receipts: tuple[tuple[int, int], ...]
    changes: Changes


def accept_replay(desk: Desk, debtor: str, currency: str, why: str) -> Reshared:
    """Share a debtor's money as it would have been, had all of it been entered on its day; one act.

    Each receipt that moves, and those entered after it on its day, is reversed and booked anew with its memo, day and
    the bank's line behind it. Refused: ``unknown_debtor``, ``no_reason``, ``replay_same``.
    """
    require(desk, "receipt")
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    with desk.store.acting():
        held = debtor_named(desk.store, debtor.strip())
        if held is None:
            raise Refused(Problem("unknown_debtor", {"debtor": debtor}, "debtor"))
        found = replay_of(desk.store, held.id, desk.today, currency)
        moved = _moved(desk, found)
        refuse_if([] if moved else [Problem("replay_same", {"debtor": debtor}, "debtor")])
        with desk.act("accept_replay") as unit:
            # All are taken back first: in between no claim may be paid twice.
            lines = {row.id: _take_back(desk, unit, row, why.strip()) for row in moved}
            pairs = tuple((row.id, _anew(desk, unit, row, found, lines[row.id])) for row in moved)
            refuse_used_advance(desk, held.id, currency)
    return Reshared(pairs, unit.changes)


def _moved(desk: Desk, found: Replay) -> list[Any]:
    """Receipts whose shares move, with those of the same day entered later, in their order."""
    moving = {int(move.receipt) for move in found.moves if found.rules[move.receipt] in BY_STATUTE}
    keys = [int(key) for key in found.shares]
    rows = {row.id: row for row in Receipt.select().where(Receipt.id.in_(keys)).execute(desk.store.database)}
    first: dict[Any, int] = {}
    for key in sorted(moving):
        first.setdefault(rows[key].received_on, key)
    ordered = sorted(rows.values(), key=lambda row: (row.received_on, row.id))
    statute = [row for row in ordered if found.rules[str(row.id)] in BY_STATUTE]
    return [row for row in statute if row.id >= first.get(row.received_on, row.id + 1)]


def _take_back(desk: Desk, unit: Unit, held: Any, why: str) -> list[tuple[int, int | None]]:
    """The bank's lines behind the receipt, (line, debtor), once it is reversed."""
    query = BankLine.select().where(BankLine.receipt == held.id)
    lines = [(line.id, line.debtor_id) for line in query.execute(desk.store.database)]
    reverse_within(desk, unit, held, why)
    return lines


def _anew(desk: Desk, unit: Unit, held: Any, found: Replay, lines: list[tuple[int, int | None]]) -> int:
    money = Money(
        held.debtor_id, held.currency, held.amount_fen, held.received_on, held.memo, held.source, held.kind
    )
    shares = {int(claim): fen for claim, fen in found.shares[str(held.id)].items()}
    money = replace(money, day_known=held.day_known)
    key = book_shared(desk, unit, money, shares, found.rules[str(held.id)]).receipt
    for line, debtor in lines:
        unit.change(BankLine, line, state="booked", receipt=key, debtor=debtor)
    return key
