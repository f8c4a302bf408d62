"""The column of reasons in a copy that was made to be mended: known by its heading, and never read as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.ledger.grid import Grid, Value, is_blank

REASONS = {"zh_CN": "清账：请改这一行", "en": "Qingzhang: mend this row"}
"""The heading of the column, by language."""
_LOOKED_AT = 60


def without_reasons(grid: Grid) -> Grid:
    """The grid of a mended copy without its column of reasons; any other grid as it is."""
    known = set(REASONS.values())
    at = next(
        (column for row in grid.rows[:_LOOKED_AT] for column, value in enumerate(row) if value in known), None
    )
    if at is None:
        return grid
    rows: list[Sequence[Value]] = [
        [*row[:at], "", *row[at + 1 :]] if len(row) > at else row for row in grid.rows
    ]
    last = all(is_blank(value) for row in rows for value in row[at + 1 :])
    return replace(grid, rows=[row[:at] for row in rows] if last else rows)
