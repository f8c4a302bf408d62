"""The control total of a ledger: every row accounted for, and the sum against what others say of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from models.ledger.grid import is_blank
from models.ledger.totals import differences
from ui.ledger.draft import Draft


@dataclass(frozen=True)
class Control:
    """Whether everything in the sheet is accounted for.

    ``rows`` are the rows below the heading that are not blank, counted from the sheet itself. Sums are fen of CNY,
    or of ``currency`` where the sheet has only another one; ``stated_fen`` is None where the file states no total,
    ``typed_fen`` where the clerk has typed none.
    """

    rows: int
    claims: int
    skipped: int
    problems: int
    read_fen: int
    stated_fen: int | None
    currency: str
    typed_fen: int | None = None

    @property
    def lost(self) -> int:
        """Rows that are neither claim, nor skipped, nor a problem; 0 unless the reader is at fault."""
        return self.rows - self.claims - self.skipped - self.problems

    @property
    def difference_fen(self) -> int:
        """The file's own total less what is taken over."""
        return 0 if self.stated_fen is None else self.stated_fen - self.read_fen

    @property
    def typed_difference_fen(self) -> int:
        """The total typed in less what is taken over."""
        return 0 if self.typed_fen is None else self.typed_fen - self.read_fen

    @property
    def agrees(self) -> bool:
        """Nothing is lost and the sums are the same."""
        return not (self.lost or self.difference_fen or self.typed_difference_fen)


def control_of(draft: Draft) -> Control:
    """The control total of a draft: the rows left out by the clerk count as skipped."""
    proposal, below = draft.comparison.proposal, draft.comparison.proposal.heading_row
    rows = sum(1 for row in draft.grid.rows[below:] if not all(is_blank(value) for value in row))
    lines = draft.to_book.lines
    bad = {problem.row for problem in draft.comparison.problems}
    totals = differences(proposal, draft.typed_total_fen)
    return Control(
        rows=rows,
        claims=len(lines),
        skipped=sum(each.row > below for each in proposal.skipped) + len(draft.comparison.lines) - len(lines),
        problems=len(bad),
        read_fen=lines.balance_fen(totals.currency),
        stated_fen=totals.stated_fen,
        currency=totals.currency,
        typed_fen=totals.typed_fen,
    )
