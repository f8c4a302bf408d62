"""Which row of a bank's statement is the heading, and which column means what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.ledger.cells import text
from models.ledger.grid import Grid, Value
from models.ledger.headings import LOOKED_AT, Layout
from models.ledger.synonyms import Synonyms, folded, headings_of, variants

_WEIGHTS = {
    "on": 3,
    "income": 3,
    "expense": 2,
    "amount": 2,
    "payer": 3,
    "account": 2,
    "balance": 1,
    "reference": 1,
    "direction": 1,
    "currency": 1,
}
"""Fields choose their column in this order; the numbers weigh one row against another as the heading."""
_LEAST = 7
_OF_BANKS = re.compile(r"流水|回单|transaction|bankref")
"""A running number that only banks give; a voucher's number may stand in any ledger."""
_LONGEST_HEADING = 60
_TITLE = re.compile(r"[:：]|\d{4}")
"""What is no upper heading but a line above the table."""
_BY_NAME, _BY_PATTERN = 1000, 500


@dataclass(frozen=True)
class StatementLayout:
    """Where the table of a statement stands: its ``layout``, and the columns (from 0) that make up the memo."""

    layout: Layout
    memos: tuple[int, ...]

    @property
    def complete(self) -> bool:
        """Whether day and money are there: without them there is no line."""
        columns = self.layout.columns
        return "on" in columns and ("income" in columns or "amount" in columns)


def find_statement_layout(grid: Grid) -> StatementLayout | None:
    """The heading row that names most of a statement, alone or with the row above it; None where there is none."""
    best: tuple[int, StatementLayout] | None = None
    for row, top in _places(grid):
        found = _layout(grid, row, top)
        score = sum(_WEIGHTS[field] for field in found.layout.columns)
        if found.complete and score >= _LEAST and (best is None or score > best[0]):
            best = (score, found)
    return best[1] if best else None


def looks_like_statement(grid: Grid) -> bool:
    """Whether a sheet is a bank's list of payments and no ledger: it names the payer's account or a running number.

    A short list kept by hand may be either, and is only taken for a statement where the clerk says so.
    """
    found = find_statement_layout(grid)
    if found is None or not {"payer", "account"} & found.layout.columns.keys():
        return False
    claims = headings_of("bank")["foreign"]
    if any(_score(claims, label) for label in found.layout.labels):
        return False
    columns = found.layout.columns
    reference = found.layout.labels[columns["reference"]] if "reference" in columns else ""
    return "account" in columns or bool(_OF_BANKS.search(folded(reference)))


def _places(grid: Grid) -> Iterator[tuple[int, int]]:
    for row in range(min(LOOKED_AT, len(grid.rows))):
        if sum(isinstance(value, str) and bool(value.strip()) for value in grid.rows[row]) < 2:
            continue
        yield row, row
        if row:
            yield row, row - 1


def _layout(grid: Grid, row: int, top: int) -> StatementLayout:
    lowers = [_label(value) for value in grid.rows[row]]
    uppers = _uppers(grid.rows[top], lowers) if top < row else [""] * len(lowers)
    labels = tuple(lower or upper for lower, upper in zip(lowers, uppers, strict=True))
    columns = _chosen(labels, uppers)
    memo = headings_of("bank")["memo"]
    taken = set(columns.values())
    memos = tuple(at for at, label in enumerate(labels) if at not in taken and _score(memo, label))
    return StatementLayout(Layout(row, top, labels, tuple(uppers), columns), memos)


def _label(value: Value) -> str:
    label = (text(value) or "").replace("\n", "") if isinstance(value, str) else ""
    return label if len(label) <= _LONGEST_HEADING else ""


def _uppers(row: Sequence[Value], lowers: Sequence[str]) -> list[str]:
    """The row above a second row of headings: what is empty there goes on from the left."""
    uppers: list[str] = []
    for at, lower in enumerate(lowers):
        own = _label(row[at]) if at < len(row) else ""
        own = "" if _TITLE.search(own) else own
        uppers.append(own or (uppers[-1] if uppers and lower else ""))
    return uppers


def _chosen(labels: Sequence[str], uppers: Sequence[str]) -> dict[str, int]:
    words = headings_of("bank")
    columns: dict[str, int] = {}
    for field in _WEIGHTS:
        free = [at for at, label in enumerate(labels) if label and at not in columns.values()]
        scored = [(max(_score(words[field], labels[at]), _score(words[field], uppers[at] + labels[at])), -at)
                  for at in free]  # fmt: skip
        best = max(scored, default=(0, 0))
        if best[0]:
            columns[field] = -best[1]
    return columns


def _score(entry: Synonyms, label: str) -> int:
    """How sure it is that a heading means a field; 0 = it does not."""
    if not label or entry.excludes(folded(label)):
        return 0
    best = 0
    for heading in variants(label):
        rank = entry.rank(heading)
        if rank is not None:
            best = max(best, _BY_NAME - rank)
        elif entry.matches(heading):
            best = max(best, _BY_PATTERN)
    return best
