"""Money from the bank: lines taken from a statement, booked as receipts, set aside, and all of it back.

What is booked teaches who pays: the account, and the name where the clerk chose the debtor or confirmed a name that
only looked alike. A stranger whose memo merely named a claim teaches nothing, as next time he may pay for another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.actions.desk import Desk
from models.actions.names import same_debtor
from models.actions.people import require
from models.actions.receipts import Money, book_shared, check_shares, propose
from models.changes import Changes
from models.clock import instant_text
from models.ledger.statement import Statement
from models.queries.bank import BankBook, BankRow, Line, bank_book, book_of, kept_lines
from models.queries.bank_marks import Fresh, fresh
from models.queries.charges import open_charges
from models.queries.claims import ClaimRow, claim_rows
from models.queries.parties import debtor_named
from models.queries.standing import Standing, standings
from models.rules.bank_match import CERTAIN, bare
from models.rules.charges import owed_by
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import BankLine, Debtor, DebtorAccount, OtherName, Receipt

_TEACHING = frozenset(("bank_chosen", "bank_name", "bank_other_name", "bank_similar_name"))
_COLUMNS = (
    "file_name", "sha256", "statement_row", "entered_on", "payer", "payer_account", "amount_fen", "currency", "memo",
    "reference", "mark", "state", "debtor_id", "receipt_id", "why", "taken_at", "taken_by",
)  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """What taking a statement came to: keys of the new lines, how many were there already, what only looks so."""

    lines: tuple[int, ...]
    same: int
    doubts: tuple[Problem, ...]
    changes: Changes


@dataclass(frozen=True)
class Proposed:
    """A line with what booking it would pay: ``shares`` are (claim, fen), ``left_fen`` becomes the debtor's advance.

    Of the shares ``costs_fen`` and ``interest_fen`` (with penalties) pay what is owed beside the principal (CC 561).
    ``claims`` are the debtor's open claims in that currency as they stand before it. Where ``row.already`` is set
    nothing would be booked: the line would be linked to that receipt.
    """

    row: BankRow
    shares: tuple[tuple[int, int], ...] = ()
    left_fen: int = 0
    rule: str = ""
    claims: tuple[ClaimRow, ...] = ()
    costs_fen: int = 0
    interest_fen: int = 0


@dataclass(frozen=True)
class Settled:
    """A line that is in the books: its receipt, what that paid, and whether the receipt was there before."""

    line: int
    receipt: int
    debtor: str
    amount_fen: int
    currency: str
    shares: tuple[tuple[int, int], ...]
    left_fen: int
    linked: bool


@dataclass(frozen=True)
class BookedLines:
    """What booking came to, line by line."""

    lines: tuple[Settled, ...]
    changes: Changes


@dataclass(frozen=True)
class Wish:
    """What the clerk wants otherwise than proposed: the debtor's name, one claim, shares (claim → fen), a receipt.

    ``new`` books a receipt also where an equal one is in the books already.
    """

    debtor: str | None = None
    claim: int | None = None
    shares: Mapping[int, int] | None = None
    receipt: int | None = None
    new: bool = False


AS_PROPOSED = Wish()


# --- taking and proposing ------------------------------------------------------------------------------


def take_statement(desk: Desk, statement: Statement, file_name: str, sha256: str | None = None) -> Taken:
    """Keep the lines of a statement that are not there yet, in one act."""
    with desk.store.acting(), desk.act("take_statement") as unit:
        found = fresh(desk.store, statement)
        at = instant_text(unit.at)
        keys = unit.add_many(
            BankLine,
            _COLUMNS,
            [
                (file_name, sha256, line.row, line.on.isoformat(), line.payer, line.account, line.amount_fen,
                 line.currency, line.memo, line.reference, mark, "waiting", None, None, None, at, desk.who)
                for line, mark in found.new
            ],
        )  # fmt: skip
    return Taken(tuple(keys), found.same, found.doubts, unit.changes)


def proposals(desk: Desk, lines: Sequence[int] | None = None) -> list[Proposed]:
    """What booking each waiting line would do, the oldest first: each as if those before it were booked."""
    proposed = _shared(desk, bank_book(desk.store, desk.today))
    return [each for each in proposed if lines is None or each.row.id in lines]


def proposals_of(desk: Desk, found: Fresh) -> list[Proposed]:
    """The same for the new lines of a statement that was not taken; their ``id`` is the row below zero."""
    lines = [
        Line(-line.row, line.on, line.amount_fen, line.currency, line.payer, line.account, line.memo,
             line.reference, statement_row=line.row)
        for line, _ in found.new
    ]  # fmt: skip
    return sorted(
        _shared(desk, book_of(desk.store, desk.today, lines)), key=lambda each: each.row.statement_row
    )


def _shared(desk: Desk, book: BankBook) -> list[Proposed]:
    paying = {row.debtor_id for row in book.rows if row.state == "waiting"}
    claims = {debtor: list(rows) for debtor, rows in book.claims.items() if debtor in paying}
    standing = standings(desk.store, [row for rows in claims.values() for row in rows], desk.today)
    return [_proposed(row, claims, standing) for row in book.rows if row.state == "waiting"]


def _proposed(row: BankRow, claims: dict[int, list[ClaimRow]], standing: dict[int, Standing]) -> Proposed:
    """By what the memo designates, else in the order of the statute; what is taken is open no more."""
    if row.debtor_id is None or row.already is not None:
        return Proposed(row)
    open_now = [each for each in claims.get(row.debtor_id, []) if each.currency == row.currency]
    paid = propose(row.amount_fen, open_now, row.on, row.match.designated, standing=standing)
    shares = {int(share.debt): share.amount for share in paid.shares if share.amount}
    parts = {int(share.debt): share.principal for share in paid.shares}
    claims[row.debtor_id] = [
        replace(each, paid_fen=each.paid_fen + parts.get(each.id, 0))
        for each in claims.get(row.debtor_id, [])
    ]
    for claim, principal in parts.items():
        standing[claim] = standing[claim].less(shares.get(claim, 0) - principal, row.on)
    left = row.amount_fen - sum(shares.values())
    costs, interest = (sum(getattr(each, item) for each in paid.shares) for item in ("costs", "interest"))
    return Proposed(row, tuple(shares.items()), left, paid.rule, tuple(open_now), costs, interest)


# --- booking -------------------------------------------------------------------------------------------


def book_lines(desk: Desk, lines: Sequence[int], wish: Wish = AS_PROPOSED) -> BookedLines:
    """Book waiting lines as receipts, in one act; a line whose money is in the books already is linked to it.

    Refused: ``unknown_id``, ``bank_line_settled``, ``bank_line_without_debtor``, ``unknown_debtor``,
    ``bank_debtor_of_claim``, ``bank_receipt_unfit``, ``bank_one_line_only``, and what shares are refused for.
    """
    # Looked at under the lock: two clerks at once must not book the same line.
    with desk.store.acting():
        _refuse_settled(desk, lines)
        wants_one = wish.claim is not None or wish.receipt is not None or wish.shares is not None
        refuse_if([Problem("bank_one_line_only", {}, "line")] if wants_one and len(set(lines)) > 1 else [])
        chosen = _chosen(desk, lines, wish)
        book = bank_book(desk.store, desk.today, chosen=chosen)
        proposed = [each for each in _shared(desk, _without_links(book, wish)) if each.row.id in set(lines)]
        refuse_if(
            Problem("bank_line_without_debtor", {"line": str(each.row.id)}, str(each.row.id))
            for each in proposed
            if each.row.debtor_id is None
        )
        return _book(desk, [_as_wished(desk, each, book, wish) for each in proposed])


def book_certain(desk: Desk, lines: Sequence[int] | None = None) -> BookedLines:
    """Book every line (or of these) of which it is certain whose it is. Refused (``bank_nothing_certain``) for none."""
    with desk.store.acting():
        sure = [each for each in proposals(desk, lines) if each.row.match.confidence == CERTAIN]
        refuse_if([] if sure else [Problem("bank_nothing_certain")])
        return _book(desk, sure)


def _refuse_settled(desk: Desk, lines: Sequence[int], state: str = "waiting") -> None:
    held = {line.id: line.state for line in kept_lines(desk.store, lines=lines)}
    problems = []
    for line in dict.fromkeys(lines):
        if line not in held:
            problems.append(Problem("unknown_id", {"what": "bank_line", "id": str(line)}, str(line)))
        elif held[line] != state:
            problems.append(Problem("bank_line_settled", {}, str(line)))
    refuse_if(problems)


def _chosen(desk: Desk, lines: Sequence[int], wish: Wish) -> dict[int, int]:
    """The debtor the clerk says the lines are of, by name, by one of its claims, or by a receipt."""
    if wish.debtor is not None:
        return dict.fromkeys(lines, _debtor(desk, wish.debtor))
    if wish.claim is not None:
        rows = claim_rows(desk.store, desk.today, desk.today, claims=[wish.claim], settled=True)
        if not rows:
            raise Refused(Problem("unknown_id", {"what": "claim", "id": str(wish.claim)}, str(wish.claim)))
        return dict.fromkeys(lines, rows[0].debtor_id)
    if wish.receipt is not None:
        held = Receipt.select().where(Receipt.id == wish.receipt).first(desk.store.database)
        if held is None:
            raise Refused(
                Problem("unknown_id", {"what": "receipt", "id": str(wish.receipt)}, str(wish.receipt))
            )
        return dict.fromkeys(lines, held.debtor_id)
    return {}


def _debtor(desk: Desk, name: str) -> int:
    held = debtor_named(desk.store, name.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": name}, "debtor"))
    return held.id


def _without_links(book: BankBook, wish: Wish) -> BankBook:
    """Where the clerk settles what is paid, or wants a new receipt, an equal one in the books is left alone."""
    if wish.new or wish.claim is not None or wish.shares is not None:
        return replace(book, rows=tuple(replace(row, already=None) for row in book.rows))
    return book


def _as_wished(desk: Desk, each: Proposed, book: BankBook, wish: Wish) -> Proposed:
    row = each.row
    if wish.receipt is not None:
        if row.already is None or row.already[0] != wish.receipt:
            raise Refused(Problem("bank_receipt_unfit", {"receipt": str(wish.receipt)}, str(wish.receipt)))
        return each
    shares = wish.shares
    open_now = [c for c in book.claims.get(row.debtor_id or 0, ()) if c.currency == row.currency]
    if wish.claim is not None:
        shares = _share_of_one(desk, wish, row, open_now)
    if shares is None:
        return each
    check_shares(desk, shares, open_now, row.amount_fen)
    rule = "by_hand" if wish.claim is None else "for_one"
    return Proposed(row, tuple(shares.items()), row.amount_fen - sum(shares.values()), rule)


def _share_of_one(desk: Desk, wish: Wish, row: BankRow, open_now: Sequence[ClaimRow]) -> dict[int, int]:
    balances = {claim.id: claim.balance_fen for claim in open_now}
    if wish.claim not in balances:
        raise Refused(
            Problem("bank_debtor_of_claim", {"claim": str(wish.claim), "debtor": row.debtor or ""}, "claim")
        )
    beside = open_charges(desk.store, balances).get(wish.claim, ())
    owed = balances[wish.claim] + sum(each.fen for each in owed_by(beside, row.on))
    return {wish.claim: min(row.amount_fen, max(owed, 0))}


def _book(desk: Desk, proposed: Sequence[Proposed]) -> BookedLines:
    require(desk, "receipt")
    all_linked = all(each.row.already is not None for each in proposed)
    with desk.act("link_bank_line" if all_linked else "book_bank_lines") as unit:
        settled = tuple(_settle(desk, unit, each) for each in proposed)
    return BookedLines(settled, unit.changes)


def _settle(desk: Desk, unit: Unit, each: Proposed) -> Settled:
    row = each.row
    assert row.debtor_id is not None  # noqa: S101 (lines of nobody were refused)
    shares, left = each.shares, each.left_fen
    if row.already is not None:
        receipt, shares, left = row.already[0], (), 0
    else:
        money = Money(row.debtor_id, row.currency, row.amount_fen, row.on, row.memo, "bank")
        receipt = book_shared(desk, unit, money, dict(shares), each.rule).receipt
    unit.change(BankLine, row.id, state="booked", receipt=receipt, debtor=row.debtor_id)
    if any(reason.code in _TEACHING for reason in row.match.why):
        _learn(desk, unit, row, row.debtor_id)
    return Settled(
        row.id, receipt, row.debtor or "", row.amount_fen, row.currency, shares, left, row.already is not None
    )


def _learn(desk: Desk, unit: Unit, row: BankRow, debtor: int) -> None:
    """Remember the payer's account, and its name where that is no debtor's own."""
    held = DebtorAccount.select().where(DebtorAccount.debtor == debtor).execute(desk.store.database)
    if row.account and bare(row.account) not in {bare(each.account) for each in held}:
        unit.add(DebtorAccount, debtor=debtor, account=row.account)
    payer = (row.payer or "").strip()
    if not payer or Debtor.select().where(Debtor.name == payer).exists(desk.store.database):
        return
    known = OtherName.select().where(OtherName.name == payer).exists(desk.store.database)
    if not known or any(reason.code == "bank_chosen" for reason in row.match.why):
        same_debtor(unit, payer, debtor)


# --- choosing and setting aside --------------------------------------------------------------------------


def assign(desk: Desk, lines: Sequence[int], debtor: str | None) -> Changes:
    """Say whose money waiting lines are, without booking them yet; None leaves it to the rules again.

    Refused: ``unknown_debtor``, ``unknown_id``, ``bank_line_settled``.
    """
    with desk.act("assign_lines") as unit:
        _refuse_settled(desk, lines)
        key = None if debtor is None else _debtor(desk, debtor)
        for line in lines:
            unit.change(BankLine, line, debtor=key)
    return unit.changes


def set_aside(desk: Desk, lines: Sequence[int], why: str) -> Changes:
    """Say that lines are no debtor's money: a transfer of one's own, a refund, a tax, other income.

    Refused: ``no_reason``, ``unknown_id``, ``bank_line_settled``.
    """
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    with desk.act("set_aside_lines") as unit:
        _refuse_settled(desk, lines)
        for line in lines:
            unit.change(BankLine, line, state="set_aside", why=why.strip())
    return unit.changes


def take_back(desk: Desk, lines: Sequence[int]) -> Changes:
    """Let lines that were set aside wait again. Refused: ``unknown_id``, ``bank_line_settled``."""
    with desk.act("take_lines_back") as unit:
        _refuse_settled(desk, lines, "set_aside")
        for line in lines:
            unit.change(BankLine, line, state="waiting", why=None)
    return unit.changes
