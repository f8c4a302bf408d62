"""A ledger on its way in: where it comes from, how its columns are read, how it differs from the books. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.imports import Imported, take_over
from models.ledger.grid import Grid, is_blank
from models.ledger.reading import grid_of_clipboard, read_grid
from models.ledger.understanding import understand
from models.progress import Progress, silent
from models.queries.comparison import Comparison, compare
from models.queries.settings import kept_under
from models.store import Store
from models.store.backup import file_hash

FieldMapping = Mapping[str, str | None]


@dataclass(frozen=True)
class Source:
    """A file, or the text of the clipboard; ``name`` is what the window and the journal call it."""

    name: str
    path: Path | None = None
    text: str = ""


@dataclass(frozen=True)
class Draft:
    """A ledger read and compared; nothing has been written.

    ``mapping`` is {field: heading}, None leaving a field out; None where the headings spoke for themselves.
    ``remembered`` says it was known from an earlier ledger of this shape. ``corrections`` are {cell: text},
    ``left_out`` the rows that the clerk does not want.
    """

    source: Source
    grid: Grid
    comparison: Comparison
    mapping: FieldMapping | None = None
    remembered: bool = False
    corrections: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()

    @property
    def to_book(self) -> Comparison:
        """The comparison without the rows left out."""
        lines = tuple(line for line in self.comparison.lines if line.row.row not in self.left_out)
        return replace(self.comparison, lines=lines)


def opened(
    store: Store,
    today: date,
    source: Source,
    *,
    sheet: str | None = None,
    password: str | None = None,
    progress: Progress = silent,
) -> Draft:
    """Read a source and compare it, its columns as they were matched the last time. Raises Refused."""
    if source.path is None:
        grid = grid_of_clipboard(source.text)
    else:
        grid = read_grid(source.path, sheet=sheet, password=password, progress=progress)
    proposal = understand(grid)
    mapping = kept_under(store, "mapping:").get(proposal.signature)
    if mapping is not None and mapping != dict(proposal.columns):
        proposal = understand(grid, mapping)
    return Draft(source, grid, compare(store, proposal, today), mapping, remembered=mapping is not None)


def with_mapping(store: Store, today: date, draft: Draft, mapping: FieldMapping) -> Draft:
    """The same ledger with its columns matched otherwise. Raises Refused."""
    proposal = understand(draft.grid, mapping, draft.corrections)
    return replace(draft, comparison=compare(store, proposal, today), mapping=mapping)


def with_correction(store: Store, today: date, draft: Draft, cell: str, words: str) -> Draft:
    """The same ledger with one cell read as the clerk typed it; the file is not touched. Raises Refused."""
    corrections = {**draft.corrections, cell: words}
    proposal = understand(draft.grid, draft.mapping, corrections)
    return replace(draft, comparison=compare(store, proposal, today), corrections=corrections)


def toggled(draft: Draft, row: int) -> Draft:
    """The same ledger with one row left out, or taken in again."""
    return replace(draft, left_out=draft.left_out ^ {row})


def booked(desk: Desk, draft: Draft, reason: str, progress: Progress) -> Imported:
    """Take the ledger over into the books, in one act. Raises Refused."""
    path = draft.source.path
    return take_over(
        desk,
        draft.to_book,
        draft.source.name,
        file_hash(path) if path else None,
        progress,
        mapping=draft.mapping,
        difference_reason=reason.strip() or None,
    )


@dataclass(frozen=True)
class Control:
    """Whether everything in the sheet is accounted for.

    ``rows`` are the rows below the heading that are not blank, counted from the sheet itself. Sums are fen of CNY,
    or of ``currency`` where the sheet has only another one; ``stated_fen`` is None where the file states no total.
    """

    rows: int
    claims: int
    skipped: int
    problems: int
    read_fen: int
    stated_fen: int | None
    currency: str

    @property
    def lost(self) -> int:
        """Rows that are neither claim, nor skipped, nor a problem; 0 unless the reader is at fault."""
        return self.rows - self.claims - self.skipped - self.problems

    @property
    def difference_fen(self) -> int:
        """The file's own total less what is taken over."""
        return 0 if self.stated_fen is None else self.stated_fen - self.read_fen

    @property
    def agrees(self) -> bool:
        """Nothing is lost and the sums are the same."""
        return not self.lost and not self.difference_fen


def control_of(draft: Draft) -> Control:
    """The control total of a draft: the rows left out by the clerk count as skipped."""
    proposal, below = draft.comparison.proposal, draft.comparison.proposal.heading_row
    rows = sum(1 for row in draft.grid.rows[below:] if not all(is_blank(value) for value in row))
    lines = draft.to_book.lines
    bad = {problem.row for problem in draft.comparison.problems}
    currency = next(iter(proposal.totals), "CNY") if len(proposal.totals) == 1 else "CNY"
    several = len(proposal.totals) > 1
    return Control(
        rows=rows,
        claims=len(lines),
        skipped=sum(each.row > below for each in proposal.skipped) + len(draft.comparison.lines) - len(lines),
        problems=len(bad),
        read_fen=sum(line.row.balance_fen for line in lines if line.row.currency == currency),
        stated_fen=None if several else proposal.stated_total_fen,
        currency=currency,
    )
