"""Tables in text: comma, semicolon, tab, bar. Rows are records from 1, as quotes may hold line breaks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from models.ledger.grid import Grid, Value
from models.rules.problems import Problem, Refused

_SEPARATORS = ",\t;|"
_LARGEST_CELL = 1_000_000
_LARGEST_TABLE = 5_000_000
_RUNAWAY_LINES = 40


def grid_of_text(text: str) -> Grid:
    """The table of a .csv or a tab-separated file. Raises Refused for what has no two columns."""
    separator = _separator(text)
    rows = _records(text, separator, csv.QUOTE_MINIMAL)
    if any(cell.count("\n") > _RUNAWAY_LINES for row in rows for cell in row if len(cell) > _RUNAWAY_LINES):
        rows = _records(text, separator, csv.QUOTE_NONE)
    width = max(map(len, rows), default=0)
    if width < 2:
        raise Refused(Problem("ledger_not_a_table"))
    return Grid(squared(rows))


def squared(rows: Iterable[list[str]] | Iterable[list[Value]]) -> list[list[Value]]:
    """Rows of one width. Raises Refused above five million cells."""
    listed: list[list[Value]] = [list(row) for row in rows]
    width = max(map(len, listed), default=0)
    if width * len(listed) > _LARGEST_TABLE:
        raise Refused(Problem("ledger_too_large", {"rows": str(len(listed)), "columns": str(width)}))
    for row in listed:
        row.extend([""] * (width - len(row)))
    return listed


def _records(text: str, separator: str, quoting: int) -> list[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting))  # type: ignore[arg-type]
    except csv.Error:
        raise Refused(Problem("ledger_not_a_table")) from None


def _separator(text: str) -> str:
    """The mark that most of the first lines hold, counted outside quotes; a first line ``sep=;`` says it itself."""
    said = re.match(r'"?sep=(.)"?\s*\n', text)
    if said and said[1] in _SEPARATORS:
        return said[1]
    lines = re.sub(r'"[^"]*"', "", text[:100_000]).splitlines()[:60]
    counts = {mark: sorted(line.count(mark) for line in lines if line.strip()) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: (sum(n > 0 for n in counts[mark]), sum(counts[mark])))
