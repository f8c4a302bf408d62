"""A table as a workbook of one sheet, and as text."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from models.ledger.sheet_out import Column, Entry, Table, write_tables


def write_table(
    path: Path,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Entry]],
    totals: Sequence[Entry] | None = None,
) -> None:
    """Its heading stands in the third row, under a title."""
    write_tables(path, [Table("应收明细", "应收明细", "", columns, rows, [totals] if totals else [])])


def write_csv(path: Path, rows: Sequence[Sequence[object]]) -> None:
    """UTF-8 with its mark, as Excel saves it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
