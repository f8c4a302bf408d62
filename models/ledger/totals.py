"""The control of a proposal: what was read against what the file states and what the clerk typed in."""

from __future__ import annotations

from typing import NamedTuple

from models.ledger.proposal import Proposal


class Totals(NamedTuple):
    """Sums in fen of ``currency``; None where the file states none, or none was typed."""

    stated_fen: int | None
    typed_fen: int | None
    read_fen: int
    currency: str

    @property
    def difference_fen(self) -> int:
        """What was typed, else what the file states, less what was read; 0 where there is neither."""
        told = self.stated_fen if self.typed_fen is None else self.typed_fen
        return 0 if told is None else told - self.read_fen


def differences(proposal: Proposal, typed_total_fen: int | None = None) -> Totals:
    """Hold the sum of the balances against the file's own total and a total that the clerk types in.

    The sum is that of the only currency, else of CNY; a file of several currencies states no total of one of them.
    """
    currency = next(iter(proposal.totals), "CNY") if len(proposal.totals) == 1 else "CNY"
    stated = proposal.stated_total_fen if len(proposal.totals) < 2 else None
    return Totals(stated, typed_total_fen, proposal.totals.get(currency, 0), currency)
