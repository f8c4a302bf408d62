"""What the order of CC 560 and 561 asks of a debt beyond its due date and principal.

What secures it, how heavy delay weighs on the debtor, whether its limitation has run, and what is owed beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from models.queries.charges import open_charges
from models.queries.claims import ClaimRow
from models.queries.guarantors import guarantor_rows, security_rows
from models.queries.interest import house_of
from models.queries.limitations import Limitations
from models.queries.published import rates_of
from models.queries.terms import TermsBook
from models.rules.allocation import Debt
from models.rules.bank_memo import Numbers, OpenClaim
from models.rules.burden import burden_percent
from models.rules.charges import OpenCharge, after, item_sums, owed_by, taken_apart
from models.rules.limitation import SHORTEST_PERIOD_DAYS
from models.store import Store


@dataclass(frozen=True)
class Standing:
    """``covered``: the part that security or a guarantor covers; ``last_day`` of its limitation, None: far off.

    ``burden`` is percent a year that delay costs the debtor by the terms in force; ``joint``: others owe it too.
    ``charges`` are costs, interest and penalties booked as owed, as far as unpaid.
    """

    covered: Fraction = Fraction(0)
    last_day: date | None = None
    burden: Fraction = Fraction(0)
    joint: bool = False
    charges: tuple[OpenCharge, ...] = ()

    @property
    def charges_fen(self) -> int:
        """All that is owed beside the principal."""
        return sum(each.fen for each in self.charges)

    def less(self, fen: int, on: date) -> Standing:
        """The same once so much was paid beside the principal on a day."""
        paid = taken_apart(fen, 0, owed_by(self.charges, on)).charges
        return replace(self, charges=after(self.charges, paid))

    def expired(self, on: date) -> bool:
        """Whether its limitation had run out before a day."""
        return self.last_day is not None and self.last_day < on


def standings(store: Store, rows: Sequence[ClaimRow], today: date) -> dict[int, Standing]:
    """How each of these open claims stands, by key."""
    covered = _covered(store, rows)
    old = [row for row in rows if row.due_on and (today - row.due_on).days > SHORTEST_PERIOD_DAYS]
    limitations = Limitations(store, [row.id for row in old]) if old else None
    last_days = {row.id: limitations.of(row)[0] for row in old} if limitations else {}
    burdens, joint, charges = (
        _Burdens(store, today),
        _joint(store),
        open_charges(store, {row.id for row in rows}),
    )
    return {
        row.id: Standing(
            covered.get(row.id, Fraction(0)), last_days.get(row.id), burdens.of(row), row.id in joint,
            charges.get(row.id, ()),
        )
        for row in rows
    }  # fmt: skip


def debts_of(
    rows: Iterable[ClaimRow], known: Mapping[int, Standing], on: date, kind: str = "payment"
) -> list[Debt]:
    """The open claims as debts that money of a day could pay; a credit note gives up principal alone."""
    found = []
    for row in rows:
        standing = known.get(row.id, Standing())
        sums = item_sums(owed_by(standing.charges, on) if kind != "credit_note" else ())
        debt = Debt(
            str(row.id), row.balance_fen, sums["costs"], sums["interest"], row.due_on, burden_percent=standing.burden,
            expired=standing.expired(on), covered=standing.covered, joint=standing.joint,
        )  # fmt: skip
        if row.balance_fen >= 0 and debt.open_fen:
            found.append(debt)
    return found


class _Burdens:
    """What delay costs on claims; those of the same terms are reckoned once."""

    def __init__(self, store: Store, on: date) -> None:
        self.on, self.book, self.house, self.tables = on, TermsBook(store), house_of(store), rates_of(store)
        self.known: dict[tuple[str, int | None, str], Fraction] = {}

    def of(self, row: ClaimRow) -> Fraction:
        held = self.book.of(row)
        key = (row.kind, held.id if held else None, row.currency)
        if key not in self.known:
            agreed = held.agreed if held else None
            self.known[key] = burden_percent(row.kind, agreed, self.on, self.tables, self.house, row.currency)
        return self.known[key]


def _joint(store: Store) -> set[int]:
    """Claims that others owe too."""
    return {
        key for (key,) in store.database.execute_sql("SELECT id FROM claim WHERE joint_group IS NOT NULL")
    }


def _covered(store: Store, rows: Sequence[ClaimRow]) -> dict[int, Fraction]:
    """Each security and guarantee spread evenly over what it stands for, so that equal debts stay equal to the fen."""
    of_debtor: dict[int, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        if row.balance_fen > 0:
            of_debtor[row.debtor_id].append(row)
    found: dict[int, Fraction] = defaultdict(Fraction)
    for debtor, contract, most_fen in _sureties(store, of_debtor):
        behind = [row for row in of_debtor[debtor] if contract is None or row.contract == contract]
        whole = sum(row.balance_fen for row in behind)
        for row in behind:
            part = Fraction(1) if most_fen is None else Fraction(min(most_fen, whole), whole)
            found[row.id] = min(Fraction(1), found[row.id] + part)
    return found


def _sureties(store: Store, debtors: Iterable[int]) -> Iterator[tuple[int, str | None, int | None]]:
    """(debtor, contract or None for all, most or None for whatever is owed) of all that is not void."""
    wanted = list(debtors)
    one = wanted[0] if len(wanted) == 1 else None
    for security in security_rows(store, one):
        if security.debtor_id in wanted:
            yield security.debtor_id, security.contract, security.fen
    for guarantor in guarantor_rows(store, one):
        if guarantor.debtor_id in wanted and guarantor.plan is None:
            yield guarantor.debtor_id, guarantor.contract, guarantor.most_fen


def designated_by(
    letters: Mapping[str, Sequence[int]], rows: Sequence[ClaimRow], memo: str | None
) -> tuple[int, ...]:
    """The claims a payment's memo names, in its order: by number, contract or letter. That is the debtor's designation.

    ``rows`` are one debtor's claims; only those with something open can be paid. ``letters`` are as ``letter_numbers``
    tells them.
    """
    if not (memo or "").strip():
        return ()
    own = [
        OpenClaim(row.id, row.debtor_id, row.number, row.contract, row.due_on, row.balance_fen, row.currency)
        for row in sorted(rows, key=lambda row: (row.due_on or date.max, row.id))
        if row.balance_fen > 0
    ]
    return Numbers(own, letters).claims_named(memo, own)
