"""Subtotals that no word betrays: a row without number, day and customer that is the sum of those above it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from models.ledger.proposal import LedgerRow


def unnamed_subtotals(
    rows: Sequence[LedgerRow], nameless: Collection[int], skipped: Mapping[int, str]
) -> dict[int, str]:
    """{row: ``subtotal`` or ``total``} of the bare rows whose balance is the sum of the group, or of all, above.

    ``nameless`` are rows (from 1) without number and customer of their own; ``skipped`` the rows already known, by
    index from 0. A group ends at a subtotal and has two rows at least.
    """
    ends = sorted(
        index + 1 for index, why in skipped.items() if why in ("subtotal", "total", "group", "opening")
    )
    found: dict[int, str] = {}
    group = everything = size = 0
    at = 0
    for row in rows:
        while at < len(ends) and ends[at] < row.row:
            group = size = 0
            at += 1
        bare = row.row in nameless and row.issued_on is None and row.due_on is None
        if bare and size >= 2 and row.balance_fen == group:
            found[row.row] = "subtotal"
            group = size = 0
        elif bare and found and everything and row.balance_fen == everything:
            found[row.row] = "total"
        else:
            group, everything, size = group + row.balance_fen, everything + row.balance_fen, size + 1
    return found
