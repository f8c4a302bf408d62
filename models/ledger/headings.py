"""Which row of a sheet is the heading, and which column means what."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from models.ledger.cells import text
from models.ledger.grid import Grid, Value
from models.ledger.presets import PRESET, Preset, recognised
from models.ledger.proposal import FIELDS
from models.ledger.synonyms import all_words, basis, folded, synonyms, variants

LOOKED_AT = 40
"""Rows searched for a heading."""

_IN_TURN = (
    *(
        "debtor",
        "number",
        "due_on",
        "settled_on",
        "issued_on",
        "balance",
        "amount",
        "paid",
        "debtor_code",
        "currency",
    ),
    *(
        "uscc",
        "contract",
        "phone",
        "email",
        "postcode",
        "address",
        "contact_person",
        "industry",
        "kind",
        "owner",
    ),
    *("disputed", "memo", "direction", "credit_balance", "year", "month", "day"),
)
"""Fields choose their column in this order: what a claim cannot do without comes first."""

_LONGEST_HEADING = 60
_TITLE = re.compile(r"[:：]|\d{4}|.{13}")
"""What is no upper heading but a line above the table."""
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")
_SHOWN = 12
_CUT = 30
_CODE = re.compile(r"\d{4}")
_SUMS = ("balance", "amount", "paid")
_WEIGHTS = {"debtor": 3, "number": 2, "due_on": 2, "balance": 3, "amount": 3, "paid": 2, "issued_on": 2}
_SURE = 98
_SURETIES = ((900, _SURE), (700, 92), (400, 80), (300, 72))
"""Percent by the score of a heading."""
DATE_PARTS = "年/月/日"
"""How the columns of year, month and day together are named in ``columns``."""


@dataclass(frozen=True)
class Layout:
    """Where the table of a sheet stands.

    ``row`` is the index of the heading (of two the lower), ``top`` of the upper one. ``labels`` are the headings
    by column as they stand, ``columns`` the fields found; ``parts`` the columns of year, month and day, or of the last
    two where the heading above them says the ``year``. ``voucher_word`` is the column of 字 beside the number's 号.
    ``preset`` is the make of ledger.
    """

    row: int
    top: int
    labels: tuple[str, ...]
    uppers: tuple[str, ...]
    columns: Mapping[str, int]
    parts: tuple[int, ...] = ()
    year: int | None = None
    voucher_word: int | None = None
    bases: tuple[str | None, ...] = ()
    preset: str | None = None

    def named(self) -> dict[str, str]:
        """{field: heading} of the fields a mapping may name."""
        found = {field: self.labels[column] for field, column in self.columns.items()}
        if self.parts and "issued_on" not in found:
            found["issued_on"] = DATE_PARTS
        return {field: found[field] for field in FIELDS if field in found}

    def joined(self) -> list[str]:
        """The headings of each column, the upper and the lower together."""
        return [f"{upper}{label}" for upper, label in zip(self.uppers, self.labels, strict=True)]

    def is_chinese(self) -> bool:
        """Whether the headings are written in Chinese: then a day has its year first."""
        return any("\u3400" <= letter <= "\u9fff" for label in self.labels for letter in label)

    def signature(self) -> str:
        """The same for every ledger of one shape: what a saved mapping is remembered under."""
        shape = "\n".join(folded(label) for label in self.labels).rstrip("\n")
        return hashlib.sha256(shape.encode()).hexdigest()[:16]


def find_layout(grid: Grid, mapping: Mapping[str, str | None] | None = None) -> Layout | None:
    """The heading by number and weight of the fields it names; the upper row wins a tie. None where there is none."""
    told = dict(mapping or {})
    chosen = told.pop(PRESET, None)
    best: tuple[int, Layout] | None = None
    for row, top in _places(grid):
        layout = _layout(grid, row, top, told)
        score = weight(layout)
        if _is_heading(layout) and (best is None or score > best[0]):
            best = (score, layout)
    if best is None:
        return None
    layout = best[1]
    make = recognised([folded(heading) for heading in layout.joined()], chosen)
    return _layout(grid, layout.row, layout.top, told, make) if make else layout


def weight(layout: Layout) -> int:
    """How much of a receivables ledger a heading row names."""
    fields = [field for field in layout.named() if field != "memo"]
    return sum(_WEIGHTS.get(field, 1) for field in fields) + 8 * ("credit_balance" in layout.columns)


def surety(layout: Layout, field: str) -> int:
    """How sure a heading makes its field, in percent: a whole name before a pattern, both rows before the lower one.

    Three columns of year, month and day are as sure as a whole name; 0 where the heading does not say it.
    """
    if field == DATE_PARTS:
        return _SURE
    column = layout.columns[field]
    lower = layout.labels[column] if layout.uppers[column] else ""
    score = _score(field, layout.joined()[column] or lower, lower)
    return next((percent for least, percent in _SURETIES if score >= least), 0)


def _is_heading(layout: Layout) -> bool:
    named = layout.named()
    return len(named) >= 2 and any(field in named for field in (*_SUMS, "number", "due_on", "debtor"))


def likely_heading(grid: Grid) -> tuple[int, list[str]] | None:
    """Where no heading is understood: the first row of words alone over a row with a figure, from 1, and its words."""
    for row, (words, below) in enumerate(pairwise(grid.rows[:LOOKED_AT]), 1):
        filled = [label for value in words if (label := _label(value))]
        alone = len(filled) == sum(value not in ("", None) for value in words)
        figures = any(isinstance(value, int | float) or _FIGURE.search(str(value)) for value in below)
        if len(filled) > 2 and alone and figures and not any(map(_FIGURE.search, filled)):
            return row, [label[:_CUT] for label in filled[:_SHOWN]]
    return None


def _places(grid: Grid) -> Iterator[tuple[int, int]]:
    for row in range(min(LOOKED_AT, len(grid.rows))):
        if sum(isinstance(value, str) and bool(value.strip()) for value in grid.rows[row]) < 2:
            continue
        yield row, row
        if row:
            yield row, row - 1


def _layout(
    grid: Grid, row: int, top: int, mapping: Mapping[str, str | None], make: Preset | None = None
) -> Layout:
    lowers = [_label(value) for value in grid.rows[row]]
    uppers = _uppers(grid, top, lowers) if top < row else [""] * len(lowers)
    labels = tuple(lower or upper for lower, upper in zip(lowers, uppers, strict=True))
    headings = [
        (f"{upper}{lower}" if upper and lower else lower or upper, lower if upper else "")
        for lower, upper in zip(lowers, uppers, strict=True)
    ]
    bases = tuple(basis(joined) for joined, _ in headings)
    wanted = _wanted(mapping, labels, headings)
    columns = _chosen(
        headings, bases, wanted if make is None else _with_make(make, wanted, mapping, labels, headings)
    )
    if make is not None:
        columns = _without_false(make, columns, wanted, headings)
    for field, heading in mapping.items():
        if not heading:
            columns.pop(field, None)
    parts = tuple(columns.pop(part) for part in ("year", "month", "day") if part in columns)
    year = _year_above(grid.rows[top][: parts[0] + 1]) if len(parts) == 2 and top < row else None
    if "debtor" not in columns and "debtor_code" in columns and "debtor" not in mapping:
        columns["debtor"] = columns.pop("debtor_code")
    return Layout(
        row,
        top,
        labels,
        tuple(uppers),
        columns,
        parts if len(parts) == 3 or year else (),
        year,
        _voucher_word(lowers, columns.get("number", 0)),
        bases,
        make.key if make else None,
    )


def _year_above(cells: Sequence[Value]) -> int | None:
    """The year in the upper heading of a month's column: ``2026年`` over 月 and 日."""
    above = next((label for value in reversed(cells) if (label := _label(value))), "")
    found = _YEAR.fullmatch(folded(above))
    return int(found[1]) if found else None


def _voucher_word(lowers: Sequence[str], number: int) -> int | None:
    """The column of 字 that stands before the 号 of a voucher."""
    return (
        number - 1
        if number and (folded(lowers[number - 1]), folded(lowers[number])) == ("字", "号")
        else None
    )


def _day_parts(headings: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The columns of a day in three columns side by side, or of month and day: what stands above says which day."""
    lowers = [folded(lower or joined) for joined, lower in headings]
    for words, fields in ((["年", "月", "日"], ("year", "month", "day")), (["月", "日"], ("month", "day"))):
        for at in range(len(lowers) - len(words) + 1):
            if lowers[at : at + len(words)] == words:
                return dict(zip(fields, range(at, at + len(words)), strict=True))
    return {}


def _label(value: Value) -> str:
    return (text(value) or "").replace("\n", "") if isinstance(value, str) else ""


def _uppers(grid: Grid, top: int, lowers: Sequence[str]) -> list[str]:
    """The upper of two heading rows, its merged cells spread over their columns."""
    own = ["" if _TITLE.search(label := _label(value)) else label for value in grid.rows[top]]
    own += [""] * (len(lowers) - len(own))
    spread = {
        column: left
        for first, left, last, right in grid.merged
        if first <= top <= last
        for column in range(left, right + 1)
    }
    uppers: list[str] = []
    for column, lower in enumerate(lowers):
        from_left = spread.get(column, column) if grid.merged_known else column - 1
        inherits = (
            not own[column] and lower and 0 <= from_left < column and not (grid.merged_known and lower == "")
        )
        uppers.append(uppers[from_left] if inherits else own[column])
    return uppers


def _wanted(
    mapping: Mapping[str, str | None], labels: Sequence[str], headings: Sequence[tuple[str, str]]
) -> dict[str, int]:
    """The columns that a saved mapping names, by their heading alone or joined with the upper one."""
    known: dict[str, int] = {}
    for column in reversed(range(len(labels))):
        known[folded(headings[column][0])] = column
        known[folded(labels[column])] = column
    known.pop("", None)
    return {
        field: known[folded(heading)]
        for field, heading in mapping.items()
        if heading and folded(heading) in known
    }


def _with_make(
    make: Preset,
    wanted: dict[str, int],
    mapping: Mapping[str, str | None],
    labels: Sequence[str],
    headings: Sequence[tuple[str, str]],
) -> dict[str, int]:
    """What the clerk wants, and what the make of ledger implies for the other fields and columns."""
    names = [(folded(joined), folded(label)) for (joined, _), label in zip(headings, labels, strict=True)]
    taken = set(wanted.values())
    implied = {
        field: column
        for field, column in make.columns(names).items()
        if field not in mapping and column not in taken
    }
    return {**implied, **wanted}


def _without_false(
    make: Preset, columns: dict[str, int], wanted: dict[str, int], headings: Sequence[tuple[str, str]]
) -> dict[str, int]:
    """Without the columns that this make uses for something else, unless the clerk wants them."""
    return {
        field: column
        for field, column in columns.items()
        if field in wanted or folded(headings[column][0]) not in make.never.get(field, ())
    }


def _chosen(
    headings: Sequence[tuple[str, str]], bases: Sequence[str | None], wanted: dict[str, int]
) -> dict[str, int]:
    columns = {f: c for f, c in _day_parts(headings).items() if c not in wanted.values()} | wanted
    document = any(b == "document" and _is_sum(h) for h, b in zip(headings, bases, strict=True))
    for field in _IN_TURN:
        if field in columns:
            continue
        free = [c for c in range(len(headings)) if c not in columns.values() and headings[c][0]]
        scored = [(_score(field, *headings[c]), -c) for c in free]
        ranked = [(s + _basis_bonus(field, bases[-c], document), c) for s, c in scored if s]
        if ranked:
            columns[field] = -max(ranked)[1]
    if "credit_balance" in columns and "balance" in columns:
        columns = {field: column for field, column in columns.items() if field not in ("amount", "paid")}
    return _without_foreign_currency(columns, bases)


def _is_sum(heading: tuple[str, str]) -> bool:
    return any(_score(field, *heading) for field in _SUMS)


def _basis_bonus(field: str, column_basis: str | None, document: bool) -> int:
    """Where sums stand in the document's currency and in yuan, the former is read."""
    if field not in (*_SUMS, "currency") or column_basis is None:
        return 0
    return 2000 if (column_basis == "document") == document else -500


def _without_foreign_currency(columns: dict[str, int], bases: Sequence[str | None]) -> dict[str, int]:
    """Sums in the books' own currency do not take the currency of the document."""
    sums = [bases[columns[field]] for field in _SUMS if field in columns]
    if "currency" in columns and "local" in sums and bases[columns["currency"]] != "local":
        del columns["currency"]
    return columns


@lru_cache(maxsize=10_000)
def _speaks(joined: str, lower: str) -> bool:
    """Whether any field could be meant at all: most cells below a heading say nothing."""
    if _CODE.search(joined):
        return False
    names, patterns = all_words("synonyms")
    words = [heading for whole in (joined, lower) if whole for heading in variants(whole)]
    return any(word in names or patterns.search(word) for word in words)


@lru_cache(maxsize=50_000)
def _score(field: str, joined: str, lower: str) -> int:
    """How sure it is that a heading means a field; 0 = it does not.

    Whole names come before patterns, both rows together before the lower one alone.
    """
    if len(joined) > _LONGEST_HEADING or not _speaks(joined, lower):
        return 0
    entry, ignored = synonyms()[field], synonyms()["ignored"]
    if entry.excludes(folded(joined)):
        return 0
    best = 0
    for whole, (by_name, by_pattern) in ((joined, (1000, 500)), (lower, (900, 400))):
        for heading in variants(whole) if whole else ():
            rank = entry.rank(heading)
            if rank is not None:
                best = max(best, by_name - rank)
            elif heading not in ignored.names and not ignored.matches(heading) and entry.matches(heading):
                best = max(best, by_pattern)
    return best
