"""Several sheets of one ledger, a month or a customer each, laid under one another and read as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.ledger.cells import shown
from models.ledger.grid import Area, Grid, Value
from models.ledger.headings import Layout, find_layout, weight
from models.ledger.proposal import Part
from models.ledger.synonyms import folded
from models.ledger.titles import Titles, debtor_of_sheet, read_titles

_LIKELY = re.compile(r"应收|明细|台账|台帐|欠款|未收|债权|账龄|receivable|open|ledger|ar")
_UNLIKELY = re.compile(
    r"已收回|已结清|已付清|历史|作废|备份|说明|通讯录|汇总|透视|模板|旧|paid|closed|archive|old|summary"
)
_REPEATED = 0.2
"""Sheets that share more of their rows than this show the same claims twice: the state of two months."""
_TAB_MONTH = re.compile(r"(20\d\d)?[-_年]?(\d{1,2})月")
_COMPARED = ("debtor", "number", "issued_on", "due_on", "amount")

Known = tuple[Grid, Layout]


def chosen(grids: Sequence[Grid], mapping: Mapping[str, str | None] | None) -> Grid:
    """Of several sheets the one that looks most like a ledger of open claims, with those alike; the first wins a tie.

    Sheets with the same headings are read together, unless they say the same again (one list a month), differ in
    unit or currency, or are called history: those are named, so that nobody believes they were read too.
    """
    layouts = [find_layout(grid, mapping) for grid in grids]
    scores = [
        weight(layout) + _by_name(grid.sheet or "") + min(len(grid.rows) - layout.row - 1, 3)
        if layout
        else -100
        for grid, layout in zip(grids, layouts, strict=True)
    ]
    best = scores.index(max(scores))
    first = layouts[best]
    if first is None:
        return grids[best]
    shape = first.signature()
    alike = [
        (grid, layout)
        for grid, layout in zip(grids, layouts, strict=True)
        if layout is not None and layout.signature() == shape and len(grid.rows) > layout.row + 1
    ]
    return _together(*_latest((grids[best], first), alike), alike) if len(alike) > 1 else grids[best]


def _latest(best: Known, alike: Sequence[Known]) -> Known:
    """Of sheets that show the state of several months the latest, by their titles or by the month on the tab."""
    for other in alike:
        now, then = _month(*other), _month(*best)
        if now and then and now > then and _goes_with(*best, *other) and _repeats(*other, [best]):
            best = other
    return best


def _month(grid: Grid, layout: Layout) -> tuple[int, int] | None:
    """Year and month that a sheet speaks of; year 0 where only its tab names a month."""
    if day := read_titles(grid, layout).as_of:
        return day.year, day.month
    found = _TAB_MONTH.search(folded(grid.sheet or ""))
    return (int(found[1] or 0), int(found[2])) if found else None


def _by_name(sheet: str) -> int:
    name = folded(sheet)
    return 2 * bool(_LIKELY.search(name)) - 6 * bool(_UNLIKELY.search(name))


def _together(best: Grid, layout: Layout, alike: Sequence[Known]) -> Grid:
    """The best sheet and those that go with it, in the order of the workbook; the others are named."""
    parts: list[Known] = [(best, layout)]
    for grid, other in alike:
        if grid is not best and _goes_with(best, layout, grid, other) and not _repeats(grid, other, parts):
            parts.append((grid, other))
    names = {grid.sheet for grid, _ in parts}
    left = tuple(grid.sheet or "" for grid, _ in alike if grid.sheet not in names)
    if len(parts) == 1:
        return replace(best, similar=left)
    return replace(stacked([known for known in alike if known[0].sheet in names]), similar=left)


def _goes_with(best: Grid, layout: Layout, grid: Grid, other: Layout) -> bool:
    ours, theirs = read_titles(best, layout), read_titles(grid, other)
    same_sums = (ours.unit, ours.currency) == (theirs.unit, theirs.currency)
    somebody = "debtor" in layout.columns or (
        debtor_of_sheet(best, layout) is not None and debtor_of_sheet(grid, other) is not None
    )
    return same_sums and somebody and not _UNLIKELY.search(folded(grid.sheet or ""))


def _repeats(grid: Grid, layout: Layout, parts: Iterable[Known]) -> bool:
    """Whether a sheet holds the rows of another again."""
    own = _rows_of(grid, layout)
    return any(len(own & (held := _rows_of(*part))) > _REPEATED * min(len(own), len(held)) for part in parts)


def _rows_of(grid: Grid, layout: Layout) -> set[tuple[str, ...]]:
    """What tells the rows of a sheet apart: customer, number, days and amount."""
    columns = [layout.columns[name] for name in _COMPARED if name in layout.columns]
    columns += layout.parts or ()
    named = debtor_of_sheet(grid, layout) if "debtor" not in layout.columns else None
    of_sheet = named[0] if named else ""
    rows = {(of_sheet, *(shown(row[column]) for column in columns)) for row in grid.rows[layout.row + 1 :]}
    return {row for row in rows if sum(map(bool, row)) > 2}


def stacked(sheets: Sequence[Known]) -> Grid:
    """Sheets under one another, in one grid whose ``parts`` say where each begins."""
    width = max(len(grid.rows[0]) for grid, _ in sheets)
    rows: list[Sequence[Value]] = []
    merged: list[Area] = []
    blind: dict[str, str] = {}
    parts: list[Part] = []
    doubts = []
    for grid, layout in sheets:
        above = len(rows)
        part = Part(grid.sheet or "", above, layout.row + 1)
        parts.append(part)
        rows += [[*row, *[""] * (width - len(row))] for row in grid.rows]
        merged += [(top + above, left, last + above, right) for top, left, last, right in grid.merged]
        blind |= {f"{part.sheet}!{cell}": what for cell, what in grid.blind.items()}
        doubts += [
            replace(each, cell=each.cell and f"{part.sheet}!{each.cell}", row=each.row and each.row + above)
            for each in grid.doubts
        ]
    first = sheets[0][0]
    names = [part.sheet for part in parts]
    return replace(
        first,
        rows=rows,
        sheet="、".join(names),
        merged=merged,
        blind=blind,
        sheets=tuple(dict.fromkeys((*names, *(name for name in first.sheets if name not in names)))),
        hidden_rows=sum(grid.hidden_rows for grid, _ in sheets),
        doubts=tuple(doubts),
        parts=tuple(parts),
    )


def titles_of(grid: Grid, layout: Layout) -> Titles:
    """What the lines above the table say, of several sheets all of them: the day is the latest."""
    found = [read_titles(*alone) for alone in _alone(grid, layout)]
    days = [titles.as_of for titles in found if titles.as_of]
    lines = frozenset[str]().union(*(titles.lines for titles in found))
    return replace(found[0], lines=lines, as_of=max(days, default=None))


def debtors_of_sheets(grid: Grid, layout: Layout) -> list[tuple[int, str, str]]:
    """The customer of each sheet without a customer column: (its first row from 0, name, the cell that names it).

    Empty where one of them names none.
    """
    found = []
    for part, (sheet, own) in zip(grid.parts or (None,), _alone(grid, layout), strict=True):
        named = debtor_of_sheet(sheet, own)
        if named is None:
            return []
        where = f"{part.sheet}!{named[1]}" if part and named[1] else named[1]
        found.append((part.above if part else 0, named[0], where))
    return found


def _alone(grid: Grid, layout: Layout) -> Iterator[Known]:
    """Each sheet of a stack with its own place of the heading."""
    if not grid.parts:
        yield grid, layout
    for part in grid.parts:
        row = part.heading_row - 1
        lines = grid.rows[part.above : part.above + part.heading_row]
        yield Grid(lines, part.sheet), replace(layout, row=row, top=row - (layout.row - layout.top))
