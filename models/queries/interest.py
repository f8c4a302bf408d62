"""Late-payment interest of the claims in the books: of one with all that explains it, of all in a second.

What came in lowers the principal from its own day, as the books have it: interest was never booked as owed. What the
order of the Civil Code (Art. 561) would give stands beside it. What was reversed never was. Interest fixed and
booked as a charge stands for the days up to its own, inclusive: it accrues again from the day after, for the loss of
a day is made good once (CC 584). A penalty that was fixed stops nothing: what it stands for is the contract's to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from models.queries.charges import Fixed, fixed_until
from models.queries.claims import ClaimRow, claim_rows
from models.queries.published import rates_of
from models.queries.settings import setting
from models.queries.terms import TermsBook, TermsRow, signed_on
from models.rules.accrual import Accrual, Delay
from models.rules.bearing import Bearing, House, bearing, first_day
from models.rules.derivation import AGREED_CAP, LOAN_CAP, Step, derivation
from models.rules.interest import Interest, interest
from models.rules.interest_doubts import Circumstances, doubts
from models.rules.money import grouped
from models.rules.payment_order import PRINCIPAL_FIRST, STATUTE_ORDER, Item
from models.rules.problems import Problem, Refused
from models.rules.rates import LPR_BEGINS, RateTables
from models.settings import LATE_LPR, LATE_PERCENT
from models.store import Store


class Paid(NamedTuple):
    """What came in for a claim: its day, fen, and whether that day is known."""

    on: date
    fen: int
    day_known: bool


@dataclass(frozen=True)
class ClaimInterest:
    """What a claim bears until ``on``. ``result`` None: nothing is reckoned, and the first doubt says why.

    ``agreed`` are the terms in force, None where the law's are proposed (``bearing.proposal``). ``by_law_fen`` is the
    total, had every payment paid interest before principal; None where that changes nothing. ``fixed`` is interest
    booked as a charge: ``result`` begins after its day and is without it.
    """

    row: ClaimRow
    on: date
    agreed: TermsRow | None
    bearing: Bearing | None
    result: Interest | None
    fixed: Fixed | None = None
    steps: tuple[Step, ...] = ()
    doubts: tuple[Problem, ...] = ()
    by_law_fen: int | None = None

    @property
    def total_fen(self) -> int:
        """All that accrued."""
        return self.result.total_fen if self.result else 0


def interest_of(store: Store, claim: int, on: date, today: date) -> ClaimInterest:
    """The interest of one claim until a day, which bears none unless its terms count it.

    Refused: ``unknown_id``.
    """
    with store.reading():
        rows = claim_rows(store, on, today, claims=[claim], settled=True)
        if not rows:
            raise Refused(Problem("unknown_id", {"what": "claim", "id": str(claim)}, str(claim)))
        (found,) = interest_of_rows(store, rows, on, today)
    return found


def interest_of_rows(store: Store, rows: Sequence[ClaimRow], on: date, today: date) -> list[ClaimInterest]:
    """The interest of these claims until a day, each with its derivation."""
    fixed, penalties = fixed_until(store, "interest", on), fixed_until(store, "penalty", on)
    ground = _Ground(rates_of(store), house_of(store), today, fixed, penalties, _bankrupt(store))
    book = TermsBook(store)
    paid = _paid(store, on, [row.id for row in rows])
    return [_explained(row, book.of(row), ground, paid.get(row.id, []), on) for row in rows]


_BANKRUPT = "SELECT debtor_id, accepted_on FROM debtor_flag WHERE kind = 'bankrupt' AND ended_at IS NULL"


def _bankrupt(store: Store) -> dict[int, date | None]:
    """Debtors known to be in bankruptcy, with the day the petition was accepted where it was told.

    From that day on nothing accrues (企业破产法 46).
    """
    found = store.database.execute_sql(_BANKRUPT)
    return {debtor: date.fromisoformat(on) if on else None for debtor, on in found}


def house_of(store: Store) -> House:
    """What this firm claims where nothing was agreed and the law leaves room."""
    mode = setting(store, LATE_LPR)
    return House(Decimal(setting(store, LATE_PERCENT)) / 100, "floating" if mode == "floating" else "fixed")


@dataclass(frozen=True)
class _Ground:
    """What every claim is reckoned on."""

    tables: RateTables
    house: House
    today: date
    fixed: Mapping[int, Fixed]
    penalties: Mapping[int, Fixed]
    bankrupt: Mapping[int, date | None]


def _explained(
    row: ClaimRow, held: TermsRow | None, ground: _Ground, paid: Sequence[Paid], on: date
) -> ClaimInterest:
    if row.due_on is None or row.amount_fen <= 0:
        why = "claim_interest_no_due" if row.due_on is None else "claim_interest_credit"
        return ClaimInterest(row, on, held, None, None, doubts=(Problem(why, {}, str(row.id)),))
    try:
        return _borne(row, row.due_on, held, ground, paid, on)
    except Refused as refusal:
        return ClaimInterest(row, on, held, None, None, doubts=refusal.problems)


def _borne(
    row: ClaimRow,
    due_on: date,
    held: TermsRow | None,
    ground: _Ground,
    paid: Sequence[Paid],
    on: date,
) -> ClaimInterest:
    """The interest of a dated claim; raises Refused for a day without a published rate."""
    agreed = held.agreed if held else None
    signed = signed_on(row, agreed)
    bears = bearing(
        row.kind,
        due_on,
        agreed,
        ground.tables,
        ground.today,
        signed_on=signed,
        currency=row.currency,
        house=ground.house,
    )
    if bears.rate is None:
        return ClaimInterest(row, on, held, bears, None, doubts=(_unknown(bears, row),))
    if on < bears.start:
        early = Problem("claim_interest_not_yet", {"from": bears.start.isoformat()}, str(row.id))
        return ClaimInterest(row, on, held, bears, None, doubts=(early,))
    return _reckoned(row, held, bears, ground, paid, on)


def _unknown(bears: Bearing, row: ClaimRow) -> Problem:
    """Why no rate can be named."""
    codes = {reason.code for reason in bears.proposal.why}
    missing = "currency" if "late_ask_currency" in codes else "contract_day"
    return Problem(f"claim_interest_no_{missing}", {"currency": row.currency}, str(row.id))


def _reckoned(
    row: ClaimRow,
    held: TermsRow | None,
    bears: Bearing,
    ground: _Ground,
    paid: Sequence[Paid],
    on: date,
) -> ClaimInterest:
    assert bears.rate is not None  # noqa: S101 (asked for before)
    result = _run(row, bears, ground, paid, on, PRINCIPAL_FIRST)
    by_law = _run(row, bears, ground, paid, on, STATUTE_ORDER)
    loan_on = signed_on(row, held.agreed if held else None) if row.kind == "loan" else None
    return ClaimInterest(
        row,
        on,
        held,
        bears,
        result,
        ground.fixed.get(row.id),
        derivation(
            result,
            bears.rate,
            bears.terms,
            source=bears.proposal.source,
            order=PRINCIPAL_FIRST,
            ceiling=LOAN_CAP if row.kind == "loan" else AGREED_CAP,
        ),
        (
            *doubts(bears.start, bears.rate, result, ground.tables, Circumstances(loan_on=loan_on)),
            *_fixed_doubts(row, ground),
            *_payment_doubts(row, result, by_law, paid),
        ),
        by_law.total_fen if by_law.total_fen != result.total_fen else None,
    )


def _run(
    row: ClaimRow, bears: Bearing, ground: _Ground, paid: Sequence[Paid], on: date, order: Sequence[Item]
) -> Interest:
    """The reckoning with payments taken in that order."""
    assert bears.rate is not None  # noqa: S101 (asked for before)
    sums = [(each.on, each.fen) for each in paid]
    fixed = ground.fixed.get(row.id)
    return interest(
        row.amount_fen,
        bears.start,
        on,
        bears.rate,
        ground.tables,
        terms=bears.terms,
        cap=bears.cap,
        paid=sums,
        order=order,
        bankrupt_on=ground.bankrupt.get(row.debtor_id),
        since=fixed.until + timedelta(days=1) if fixed else None,
    )


def _fixed_doubts(row: ClaimRow, ground: _Ground) -> Iterable[Problem]:
    """What bounds it: bankruptcy, interest fixed for its days, a penalty that may stand for the same loss."""
    if row.debtor_id in ground.bankrupt and ground.bankrupt[row.debtor_id] is None:
        yield Problem("claim_interest_bankrupt", {}, str(row.id))
    for code, held in (("fixed", ground.fixed), ("penalty", ground.penalties)):
        if found := held.get(row.id):
            said = {"until": found.until.isoformat(), "amount": grouped(found.fen), "source": found.source}
            yield Problem(f"claim_interest_{code}", said, str(row.id))


def _payment_doubts(
    row: ClaimRow, result: Interest, by_law: Interest, paid: Sequence[Paid]
) -> Iterable[Problem]:
    """Payments whose day is not known, and what another order of them would give."""
    unknown = sum(each.fen for each in paid if not each.day_known)
    if unknown:
        yield Problem("claim_interest_day_unknown", {"amount": grouped(unknown)}, str(row.id))
    if by_law.total_fen != result.total_fen:
        sums = {"total": grouped(result.total_fen), "by_law": grouped(by_law.total_fen)}
        yield Problem("claim_interest_order", sums, str(row.id))


_PAID = """
SELECT s.claim_id, r.received_on, s.fen, r.day_known FROM share s JOIN receipt r ON r.id = s.receipt_id
WHERE s.fen > 0 AND {alone}r.reverses_id IS NULL AND r.received_on <= :on {some}
  AND NOT EXISTS (SELECT 1 FROM receipt b WHERE b.reverses_id = r.id AND b.received_on <= :on)
"""


def _paid(store: Store, on: date, claims: Sequence[int] | None = None) -> dict[int, list[Paid]]:
    """What came in until a day, by claim."""
    some = "" if claims is None else f"AND s.claim_id IN ({','.join(map(str, map(int, claims)))})"
    found: dict[int, list[Paid]] = defaultdict(list)
    days: dict[str, date] = {}
    cursor = store.database.connection().execute(
        _PAID.format(some=some, alone="+" if some else ""), {"on": on.isoformat()}
    )
    for claim, day, fen, known in cursor:
        if day not in days:
            days[day] = date.fromisoformat(day)
        found[claim].append(Paid(days[day], fen, bool(known)))
    return found


@dataclass(frozen=True)
class _Payments:
    """What came in until a day, by claim."""

    until: date
    by_claim: dict[int, list[Paid]]


_BETWEEN = "SELECT 1 FROM receipt WHERE received_on > ? AND received_on <= ? LIMIT 1"


def _payments(store: Store, on: date, held: _Payments | None) -> _Payments:
    """All that came in; that of another day where nothing was booked between the two."""
    if held is not None:
        days = sorted((held.until.isoformat(), on.isoformat()))
        if store.database.execute_sql(_BETWEEN, days).fetchone() is None:
            return _Payments(on, held.by_claim)
    return _Payments(on, _paid(store, on))


class Interests:
    """The interest of any number of claims until a day: what they share is reckoned once."""

    def __init__(self, store: Store, on: date, today: date) -> None:
        """Read terms, rates and payments; ``store.reading`` around it keeps them of one moment."""
        self.on, self.today = on, today
        self._book, self._tables = TermsBook(store), rates_of(store)
        with store.reading():
            self._paid = store.kept("payments", on, lambda held: _payments(store, on, held)).by_claim
        self._house, self._fixed = house_of(store), fixed_until(store, "interest", on)
        self._bankrupt = _bankrupt(store)
        self._accruals: dict[object, Accrual | None] = {}
        self._late: dict[object, tuple[date, Accrual | None, Delay | None]] = {}

    def of(self, row: ClaimRow) -> int | None:
        """Fen of interest of one claim; None where none can be reckoned, 0 until it is late."""
        if row.due_on is None or row.amount_fen <= 0:
            return None
        held = self._book.of(row)
        loan_on = signed_on(row, held.agreed if held else None) if row.kind == "loan" else None
        key = (row.due_on, row.kind, row.currency, held and held.id, loan_on)
        try:
            start, accrual, delay = self._late.get(key) or self._lateness(key, row, row.due_on, held)
            if accrual is None:
                return None
            paid, fixed = self._paid.get(row.id), self._fixed.get(row.id)
            bankrupt_on = self._bankrupt.get(row.debtor_id)
            if paid or fixed or bankrupt_on:
                sums = [each[:2] for each in paid or ()]
                since = fixed.until + timedelta(days=1) if fixed else None
                return accrual.falling(row.amount_fen, start, self.on, sums, since, bankrupt_on)
            return delay.fen(row.amount_fen) if delay else accrual.fen(row.amount_fen, start, self.on)
        except Refused:
            return None

    def _lateness(
        self, key: object, row: ClaimRow, due_on: date, held: TermsRow | None
    ) -> tuple[date, Accrual | None, Delay | None]:
        """What all claims of the same due date and terms share."""
        start = first_day(due_on, held.agreed if held else None)
        accrual = self._accrual(row, held, start)
        delay = accrual.delay(start, self.on) if accrual else None
        self._late[key] = found = (start, accrual, delay)
        return found

    def _accrual(self, row: ClaimRow, held: TermsRow | None, start: date) -> Accrual | None:
        """What all claims of the same terms share; None where their rate is not known."""
        loan_on = signed_on(row, held.agreed if held else None) if row.kind == "loan" else None
        # A fixed ceiling without a day of agreement is that of each claim's own first day in delay.
        own = start if held and held.agreed.cap and held.agreed.on is None else None
        key = (row.kind, held.id if held else None, start < LPR_BEGINS, loan_on, row.currency, own)
        if key not in self._accruals:
            agreed = held.agreed if held else None
            bears = bearing(
                row.kind,
                start - timedelta(days=1 + (agreed.grace_days if agreed else 0)),
                agreed,
                self._tables,
                self.today,
                signed_on=loan_on,
                currency=row.currency,
                house=self._house,
            )
            rate = bears.rate
            self._accruals[key] = Accrual(rate, self._tables, bears.terms, bears.cap) if rate else None
        return self._accruals[key]
