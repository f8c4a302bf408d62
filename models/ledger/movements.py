"""A ledger of movements becomes open items: openings, the matching, and the control against its running balance."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from models.ledger.columns import SheetColumns
from models.ledger.findings import Findings
from models.ledger.matching import Matched, Told, match
from models.ledger.proposal import LedgerRow
from models.ledger.row_kinds import RowKinds
from models.ledger.sums import Sum
from models.rules.money import grouped

OPENING = "期初余额"
"""The number of the claim that an opening balance becomes: next month's ledger of the same year has it again."""


class Opening(NamedTuple):
    """What a debtor owed before the first posting; ``row_index`` is where it stands, ``fen`` below zero a credit."""

    row_index: int
    debtor: str
    fen: int


def openings(columns: SheetColumns, debtors: Sequence[str | None]) -> list[Opening]:
    """The opening of each debtor: the first such row before its postings; later ones only carry forward."""
    found: list[Opening] = []
    seen: set[str] = set()
    for index in sorted(index for index, why in columns.kinds.skipped.items() if why == "opening"):
        at = bisect_left(columns.kept, index)
        after = debtors[at] if at < len(debtors) else None
        debtor = columns.named_at(index) or after
        fen = columns.open_at(index)
        if debtor and fen is not None and debtor.strip() not in seen:
            if debtor not in debtors[:at]:
                found.append(Opening(index, debtor, fen))
            seen.add(debtor.strip())
    return found


def brought_along(
    kept: Sequence[int], debtors: Sequence[str | None], known: Iterable[Opening]
) -> list[int | None]:
    """For each row None within a customer; where another begins, its opening balance or 0."""
    before = [None if here == above else 0 for here, above in zip(debtors, ("", *debtors), strict=False)]
    for opening in known:
        at = bisect_left(kept, opening.row_index)
        if at < len(before):
            before[at] = opening.fen
    return before


class Movements:
    """The postings of one sheet on their way to open items. ``running`` is the file's balance after each kept row."""

    def __init__(
        self, columns: SheetColumns, findings: Findings, known: Sequence[Opening], running: Sequence[Sum]
    ) -> None:
        self.columns = columns
        self.findings = findings
        self.kinds: RowKinds = columns.kinds
        self.known = {opening.debtor.strip(): opening for opening in known if opening.fen}
        self.running = running
        self.opened_fen = 0

    def open_items(self, postings: Sequence[LedgerRow], told: Told | None) -> Matched:
        """The open items of the postings; receipts that are used up are skipped, doubts are said."""
        rows = self._with_openings(postings)
        matched = match(rows, told)
        self.kinds.skipped.update({posting.row - 1: "receipt" for posting in matched.used_up})
        for receipt, claim in matched.unknown:
            self.findings.doubt_at(
                self.columns.grid.address(receipt - 1, 0), "settlement_unknown", str(claim), receipt
            )
        if self.running:
            self._control(rows)
        return matched

    def _with_openings(self, postings: Sequence[LedgerRow]) -> list[LedgerRow]:
        """An opening owed is a claim where more came in than was invoiced: else that would look like an advance."""
        of_debtor: dict[str, list[LedgerRow]] = defaultdict(list)
        for posting in postings if self.known else ():
            of_debtor[posting.debtor.strip()].append(posting)
        made = []
        for debtor, opening in self.known.items():
            own = of_debtor[debtor]
            needed = opening.fen > 0 > sum(row.balance_fen for row in own)
            if needed and len({row.currency for row in own}) == 1:
                made.append(_claim_of(opening, own[0]))
                self.opened_fen += opening.fen
                del self.kinds.skipped[opening.row_index]
            code = "opening_as_claim" if needed else "opening_not_read"
            self.findings.doubt(opening.row_index, "balance", code, grouped(opening.fen))
        return sorted((*made, *postings), key=lambda row: row.row) if made else list(postings)

    def _control(self, rows: Sequence[LedgerRow]) -> None:
        """After the last row of each debtor the open items add up to the file's own balance, or it is said."""
        balances = {index + 1: fen for index, fen in zip(self.columns.kept, self.running, strict=True)}
        across = _runs_across(rows, balances)
        accounts: dict[str, list[LedgerRow]] = defaultdict(list)
        for row in rows:
            accounts["" if across else row.debtor.strip()].append(row)
        for debtor, own in accounts.items():
            last = next((row.row for row in reversed(own) if isinstance(balances.get(row.row), int)), None)
            if last is not None and len({row.currency for row in own}) == 1:
                self._compare(
                    last, balances[last], sum(row.balance_fen for row in own) + self._unread(debtor)
                )

    def _compare(self, row: int, stated: Sum, read: int) -> None:
        if isinstance(stated, int) and stated != read:
            params = {
                "stated": grouped(stated),
                "read": grouped(read),
                "difference": grouped(stated - read),
            }
            self.findings.doubt(row - 1, "balance", "closing_differs", params=params)

    def _unread(self, debtor: str) -> int:
        """Openings that stay outside the claims: of a debtor, or, without a name, of all."""
        own = [self.known[debtor]] if debtor in self.known else () if debtor else self.known.values()
        return sum(opening.fen for opening in own if opening.row_index in self.kinds.skipped)


def _runs_across(rows: Sequence[LedgerRow], balances: Mapping[int, Sum]) -> bool:
    """Whether the balance is that of the whole sheet and not of each debtor: it goes on where another one begins."""
    goes_on = begins = 0
    for above, row in pairwise(rows):
        was, now = balances.get(above.row), balances.get(row.row)
        if above.debtor != row.debtor and isinstance(was, int) and isinstance(now, int) and was:
            goes_on += was + row.balance_fen == now
            begins += now == row.balance_fen
    return goes_on > begins


def _claim_of(opening: Opening, like: LedgerRow) -> LedgerRow:
    """The undated claim of an opening balance; who the debtor is stands in its other rows."""
    return LedgerRow(
        row=opening.row_index + 1,
        debtor=like.debtor,
        debtor_code=like.debtor_code,
        uscc=like.uscc,
        number=OPENING,
        amount_fen=opening.fen,
        balance_fen=opening.fen,
        currency=like.currency,
    )
