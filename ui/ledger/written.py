"""What stands in the cells of a ledger, as a person would read it out. No Qt."""

from __future__ import annotations

from models.ledger.cells import shown
from models.ledger.proposal import Proposal
from ui.ledger.draft import Draft


def column_of(proposal: Proposal, name: str) -> int | None:
    """The index of the column a field is read from; None where the sheet has none for it."""
    heading = proposal.columns.get(name)
    return next((each.column for each in proposal.headings if each.heading == heading), None)


def written(draft: Draft, row: int, name: str) -> str:
    """What the cell of a field says in a row (from 1), or what the clerk has typed there."""
    column = column_of(draft.comparison.proposal, name)
    if column is None:
        return ""
    cell = draft.grid.address(row - 1, column)
    known = draft.corrections.get(cell, draft.grid.blind.get(cell))
    if known is not None:
        return "" if known == "formula" else known
    values = draft.grid.rows[row - 1]
    value = values[column] if column < len(values) else None
    return f"{value:,.2f}" if isinstance(value, float) else shown(value)


def cell_to_correct(draft: Draft, row: int, name: str) -> str | None:
    """The address of the cell behind a shown field, for a correction; None where there is none."""
    proposal = draft.comparison.proposal
    column = column_of(proposal, name)
    if column is None and name == "balance":
        column = column_of(proposal, "amount")
    return None if column is None or row < 1 else draft.grid.address(row - 1, column)
