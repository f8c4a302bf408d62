"""How well the whole portfolio is proved, and which document would help most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.queries.claims import ClaimRow, claim_rows
from models.queries.evidence import chain_of, pieces_on_file
from models.reference import chains
from models.rules.chains import Gap, completeness, gaps, to_ask_for
from models.store import Store


@dataclass(frozen=True)
class ProofRow:
    """One open claim: how whole its chain is, 0 to 100, and what would help, most helpful first."""

    row: ClaimRow
    score: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Proof:
    """The open claims of a day, least proved money first.

    ``score`` weighs each claim by its balance, rounded down, None where nothing is open; ``empty`` counts the slots
    that nothing fills, by their key.
    """

    rows: tuple[ProofRow, ...]
    score: int | None
    empty: dict[str, int]


def wanted_of_debtor(store: Store, claims: Sequence[int]) -> str | None:
    """The document that the debtor could give and that would help these claims most; None where there is none."""
    return to_ask_for(gap for claim in claims for gap in chain_of(store, claim).gaps)


def proof_of_portfolio(store: Store, today: date) -> Proof:
    """How the claims that are open today are proved; credits of debtors need no proof."""
    book, pieces = chains(), pieces_on_file(store)
    found = []
    for row in claim_rows(store, today, today):
        if row.balance_fen > 0:
            held = pieces.get(row.id, frozenset())
            found.append(ProofRow(row, completeness(book, row.kind, held), gaps(book, row.kind, held)))
    found.sort(key=lambda each: (-(100 - each.score) * each.row.balance_fen, each.row.id))
    money = sum(each.row.balance_fen for each in found)
    weighed = sum(each.score * each.row.balance_fen for each in found)
    empty = Counter(gap.slot for each in found for gap in each.gaps if gap.why == "missing")
    return Proof(tuple(found), weighed // money if money else None, dict(empty.most_common()))
