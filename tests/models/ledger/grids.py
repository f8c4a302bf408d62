"""Sheets typed as text, for tests: one line a row, cells between bars."""

from __future__ import annotations

from models.ledger.grid import Grid, Value
from models.ledger.proposal import Proposal
from models.ledger.understanding import understand


def grid(text: str, **facts: object) -> Grid:
    rows: list[list[Value]] = [
        [cell.strip() for cell in line.strip().split("|")] for line in text.strip().splitlines()
    ]
    width = max(map(len, rows))
    return Grid([row + [""] * (width - len(row)) for row in rows], **facts)  # type: ignore[arg-type]


def read(text: str, **facts: object) -> Proposal:
    return understand(grid(text, **facts))


def balances(proposal: Proposal) -> list[int]:
    return [row.balance_fen for row in proposal.rows]


def skipped(proposal: Proposal) -> dict[int, str]:
    return {each.row: each.why for each in proposal.skipped}


def named(proposal: Proposal) -> dict[str, str]:
    """{cell: code} of everything that was named."""
    return {each.cell: each.code for each in (*proposal.problems, *proposal.warnings)}
