"""Every clock of the portfolio on one axis, the nearest first, each with the cheapest step that would move it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from models.progress import collector_at_rest
from models.queries.claims import ClaimRow
from models.queries.guarantors import Guarantee, Guarantees, SecurityRow, security_rows
from models.queries.limitations import Limitations, limitations_of
from models.queries.plans import plan_rows
from models.queries.published import calendar_of
from models.rules import moves
from models.rules.clocks import KINDS, Running, running
from models.rules.moves import Move
from models.store import Store

LAPSED_SHOWN_DAYS = 90
"""So long a clock that ended for good stays on the board."""


class ClockRow(NamedTuple):
    """One clock. ``last_day`` is nominal and as claimed, ``provable_on`` what could be shown today.

    ``act_by`` is the day by which the step must be taken, ``left`` the days to the earliest of the three. ``name``
    is the guarantor, the thing or the note it belongs to; ``key`` the record it comes from, ``claims`` what it is for,
    ``base_on`` the day it runs from where it was entered or posted.
    """

    id: str
    kind: str
    debtor_id: int
    debtor: str
    claims: tuple[int, ...]
    number: str | None
    balance_fen: int
    currency: str
    last_day: date
    provable_on: date
    rolled_on: date
    act_by: date
    left: int
    move: Move
    missing: tuple[str, ...] = ()
    name: str = ""
    state: str = "open"
    key: int = 0
    base_on: date | None = None

    @property
    def unproved(self) -> bool:
        """Whether it could be proved only to an earlier day than is claimed."""
        return self.provable_on < self.last_day


class Clocks:
    """Reads once what the clocks of a day need; ``rows`` tells them, ``within`` so many days, or all."""

    def __init__(
        self, store: Store, rows: Sequence[ClaimRow], today: date, limitations: Limitations | None = None
    ) -> None:
        """``rows`` are the open claims; ``store.reading`` around it keeps everything of one moment."""
        self.store, self.claims, self.today = store, rows, today
        self.limitations = limitations or limitations_of(store)
        self.calendar = calendar_of(store)
        self.by_id = {row.id: row for row in rows}
        self.guarantees = Guarantees(store, self.limitations, today).all(rows)
        self._unreached = _unreached(store)
        self._ends: dict[tuple[date, date, tuple[str, ...], str, bool], tuple[date, int, Move]] = {}

    def rows(self, within: int | None = None) -> list[ClockRow]:
        """The clocks, nearest first; of one day the larger sum first."""
        sources = (
            self._limitation,
            self._guarantors,
            self._security,
            self._entered,
            self._instalments,
            self._mail,
        )
        with collector_at_rest():
            found = [row for source in sources for row in source(within)]
            return sorted(found, key=lambda row: (row.left, -row.balance_fen, row.id))

    def _limitation(self, within: int | None) -> Iterator[ClockRow]:
        """The cheap path: two days a claim; the rest only for those shown."""
        of, today = self.limitations.of, self.today
        horizon = date.max if within is None else date.fromordinal(today.toordinal() + within)
        for claim in self.claims:
            claimed, provable = of(claim)
            if claimed is None:
                continue
            provable = provable or claimed
            if provable <= horizon:
                yield self._limitation_row(claim, claimed, provable)

    def _limitation_row(self, claim: ClaimRow, claimed: date, provable: date) -> ClockRow:
        missing = self.limitations.missing(claim) if provable < claimed else ()
        key = (claimed, provable, missing, claim.kind, claim.id not in self._unreached)
        found = self._ends.get(key)
        if found is None:
            found = self._ends[key] = self._end(*key)
        rolled, left, move = found
        return ClockRow(
            f"limitation:{claim.id}", "limitation", claim.debtor_id, claim.debtor, (claim.id,), claim.number,
            claim.amount_fen - claim.paid_fen, claim.currency, claimed, provable, rolled, provable, left, move,
            missing, "", "open", claim.id, None,
        )  # fmt: skip

    def _end(
        self,
        claimed: date,
        provable: date,
        missing: tuple[str, ...],
        kind: str,
        reached: bool,
    ) -> tuple[date, int, Move]:
        """Where a day off moves the last day, the days left and the cheapest step; many claims share theirs."""
        left, claimed_left = (provable - self.today).days, (claimed - self.today).days
        state = moves.Limitation(
            left, claimed_left, missing, reached, self.limitations.period(kind).demand_interrupts
        )
        return self.calendar.rolled(claimed), left, moves.for_limitation(state)

    def _guarantors(self, within: int | None) -> Iterator[ClockRow]:
        for each in self.guarantees:
            row = self._guarantee_row(each)
            if row and _shown(row, within):
                yield row

    def _guarantee_row(self, each: Guarantee) -> ClockRow | None:
        found, who = each.clock, each.guarantor
        if found.state == "locked":
            if found.debt_last_day is None:
                return None
            kind, last_day, move = "guarantee_debt", found.debt_last_day, moves.for_kind("guarantee_debt")
        else:
            kind, last_day = "guarantee", found.period.last_day
            move = moves.for_guarantee(found.kind, found.state, (each.provable_on - self.today).days)
        proved = found.provable and each.sure_on is None
        provable = last_day if proved else min(last_day, each.provable_on)
        return self._row(
            f"{kind}:{who.id}:{found.base_on}",
            kind,
            each.claims,
            (last_day, provable, self.calendar.rolled(last_day), provable),
            move,
            name=who.name,
            state=found.state,
            key=who.id,
        )

    def _security(self, within: int | None) -> Iterator[ClockRow]:
        for each in security_rows(self.store):
            covered = [row for row in self.claims if row.debtor_id == each.debtor_id and _secures(each, row)]
            row = self._mortgage(each, covered) if each.kind == "mortgage" else self._bond(each, covered)
            if row and _shown(row, within):
                yield row

    def _mortgage(self, each: SecurityRow, covered: Sequence[ClaimRow]) -> ClockRow | None:
        """It ends with the limitation of the debt it secures (CC 419): the earliest of them."""
        ends = [
            (provable or claimed, claimed)
            for claimed, provable in map(self.limitations.of, covered)
            if claimed
        ]
        if not ends:
            return None
        provable, claimed = min(ends)
        days = (claimed, provable, self.calendar.rolled(claimed), provable)
        return self._row(
            f"mortgage:{each.id}",
            "mortgage",
            covered,
            days,
            moves.for_kind("mortgage"),
            name=each.object,
            key=each.id,
        )

    def _bond(self, each: SecurityRow, covered: Sequence[ClaimRow]) -> ClockRow | None:
        if each.until_on is None or not covered:
            return None
        days = (each.until_on,) * 4
        return self._row(
            f"security:{each.id}",
            "security",
            covered,
            days,
            moves.for_kind("security"),
            name=each.object,
            key=each.id,
        )

    def _entered(self, within: int | None) -> Iterator[ClockRow]:
        for key, debtor_id, debtor, claim, kind, base, until, note in self.store.database.execute_sql(
            _DEADLINES
        ):
            told = running(KINDS[kind], _day(base), until=_day(until), calendar=self.calendar)
            held = self.by_id.get(claim)
            row = ClockRow(
                f"deadline:{key}", kind, debtor_id, debtor, (claim,) if claim else (), held.number if held else None,
                held.balance_fen if held else 0, held.currency if held else "CNY", told.last_day, told.last_day,
                told.rolled_last_day, told.act_by, (told.act_by - self.today).days, moves.for_kind(kind),
                name=note or "", key=key, base_on=_day(base),
            )  # fmt: skip
            if within is None or row.left <= within:
                yield row

    def _instalments(self, within: int | None) -> Iterator[ClockRow]:
        for plan in plan_rows(self.store, self.today):
            covered = [self.by_id[claim] for claim in plan.claims if claim in self.by_id]
            due = plan.next
            if plan.state not in ("running", "broken") or due is None or not covered:
                continue
            days = (due.due_on,) * 4
            move = moves.for_kind("instalment")
            name = f"{plan.number} #{due.number}"
            row = self._row(
                f"instalment:{plan.id}", "instalment", covered, days, move, name=name, key=plan.id
            )
            if row and _shown(row, within):
                yield row

    def _mail(self, within: int | None) -> Iterator[ClockRow]:
        """Letters posted without a proof of delivery: the post answers for a year (邮政法 49)."""
        kind = KINDS["mail_query"]
        for letter, number, mailed, claim in self.store.database.execute_sql(_UNPROVED_MAIL):
            told: Running = running(kind, _day(mailed), calendar=self.calendar)
            held = self.by_id.get(claim)
            if held is None or told.last_day < self.today:
                continue
            days = (told.last_day, told.last_day, told.rolled_last_day, told.act_by)
            move = moves.for_kind("mail_query")
            row = self._row(
                f"mail:{letter}",
                "mail_query",
                [held],
                days,
                move,
                name=number,
                key=letter,
                base_on=_day(mailed),
            )
            if row and _shown(row, within):
                yield row

    def _row(
        self,
        identity: str,
        kind: str,
        covered: Sequence[ClaimRow],
        days: tuple[date, date, date, date],
        move: Move,
        *,
        name: str,
        state: str = "open",
        key: int,
        base_on: date | None = None,
    ) -> ClockRow | None:
        last_day, provable, rolled, act_by = days
        first, left = covered[0], (min(provable, act_by) - self.today).days
        if state == "lapsed" and left < -LAPSED_SHOWN_DAYS:
            return None
        number = first.number if len(covered) == 1 else None
        balance = sum(row.balance_fen for row in covered if row.currency == first.currency)
        return ClockRow(
            identity, kind, first.debtor_id, first.debtor, tuple(row.id for row in covered), number, balance,
            first.currency, last_day, provable, rolled, act_by, left, move, (), name, state, key, base_on,
        )  # fmt: skip


_DEADLINES = """
SELECT l.id, l.debtor_id, d.name, l.claim_id, l.kind, l.base_on, l.until_on, l.note
FROM deadline l JOIN debtor d ON d.id = l.debtor_id WHERE l.voided_at IS NULL AND l.done_on IS NULL ORDER BY l.id
"""
_UNPROVED_MAIL = """
SELECT l.id, l.number, l.mailed_on, min(lc.claim_id) FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id
WHERE l.mailed_on IS NOT NULL AND l.proof_id IS NULL AND l.voided_at IS NULL GROUP BY l.id
"""
_LAST_CALLS = """
SELECT cc.claim_id, k.outcome FROM call k JOIN call_claim cc ON cc.call_id = k.id ORDER BY k.at, k.id
"""


def _unreached(store: Store) -> set[int]:
    """Claims whose last call reached nobody."""
    last: dict[int, str] = dict(store.database.execute_sql(_LAST_CALLS).fetchall())
    return {claim for claim, outcome in last.items() if outcome != "connected"}


def _secures(each: SecurityRow, row: ClaimRow) -> bool:
    return row.balance_fen > 0 and (each.contract is None or each.contract == row.contract)


def _shown(row: ClockRow, within: int | None) -> bool:
    return within is None or row.left <= within


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
