"""How sure it is that a column means what it is taken for: by its heading, and by the look of its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from models.ledger.cells import Unreadable, read_column, text
from models.ledger.days import day_reader, order_of
from models.ledger.grid import Grid, Value, is_blank
from models.ledger.headings import DATE_PARTS, Layout, surety
from models.ledger.row_kinds import mark
from models.ledger.synonyms import currency_code

DOUBTFUL = 50
"""Percent below which a column is named to the clerk."""
_LOOKED_AT = 200
_FEWEST = 4
_BY_CLERK, _BY_VALUES = 100, 60
_ENOUGH = 0.9
_TELLING = 0.8
_PHONE = re.compile(r"(\+?86)?(1[3-9]\d{9}|0\d{9,11}|\d{7,8}|[48]00\d{7})([转x]?\d{1,6})?")
_BETWEEN_DIGITS = re.compile(r"[\s\-()（）.]")
_NEXT_PHONE = re.compile(r"[/、;；,，]")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_POSTCODE = re.compile(r"\d{6}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_FIGURE = re.compile(r"[\d.,\-¥￥ ]+")

Look = Callable[[Sequence[Value]], float]


def confidence_of(grid: Grid, layout: Layout, told: Mapping[str, str | None]) -> dict[str, int]:
    """{field: percent} of every field that was found; what the clerk matched is certain."""
    found = {}
    for field in layout.named():
        if field in told:
            found[field] = _BY_CLERK
        elif field in layout.columns:
            values = _values(grid, layout, layout.columns[field])
            found[field] = _weighed(surety(layout, field) or _BY_VALUES, _look(field, values, layout))
        else:
            found[field] = surety(layout, DATE_PARTS)
    return found


def with_telling_columns(grid: Grid, layout: Layout, told: Mapping[str, str | None]) -> Layout:
    """The layout with columns whose heading says nothing and whose values say all: credit codes, mobiles, e-mails.

    Never for money, and never for a day: a wrong due date would dun somebody.
    """
    columns = dict(layout.columns)
    for field, look in (("uscc", _valid_usccs), ("phone", _share(_MOBILE)), ("email", _share(_EMAIL))):
        if field in columns or field in told:
            continue
        free = set(range(len(layout.labels))) - {*columns.values(), *(layout.parts or ())}
        for column in sorted(free):
            values = _values(grid, layout, column)
            if len(values) > 1 and look(values) >= _TELLING:
                columns[field] = column
                break
    return replace(layout, columns=columns) if len(columns) > len(layout.columns) else layout


def _values(grid: Grid, layout: Layout, column: int) -> list[Value]:
    """What stands in the first rows of a column, without rows of sums; of several sheets on the first."""
    end = grid.parts[1].above if len(grid.parts) > 1 else len(grid.rows)
    below = grid.rows[layout.row + 1 : min(end, layout.row + 1 + _LOOKED_AT)]
    return [
        value
        for row in below
        if not is_blank(value := row[column]) and not (isinstance(value, str) and mark(value))
    ]


def _weighed(surety_of_heading: int, look: float) -> int:
    return surety_of_heading if look >= _ENOUGH else round(surety_of_heading * look)


def _look(field: str, values: Sequence[Value], layout: Layout) -> float:
    """The share of the values that look like the field; 1 where there are too few or the field has no look."""
    if len(values) < _FEWEST:
        return 1.0
    if field in ("issued_on", "due_on", "settled_on"):
        return _days(values, layout)
    look = _LOOKS.get(field)
    return look(values) if look else 1.0


def _days(values: Sequence[Value], layout: Layout) -> float:
    read = day_reader(order_of(values, layout.is_chinese()), epoch_1904=False)
    return sum(not isinstance(read(value), Unreadable) for value in values) / len(values)


def _sums(values: Sequence[Value]) -> float:
    return sum(not isinstance(read, Unreadable) for read in read_column(values, 1)) / len(values)


def _share(pattern: re.Pattern[str]) -> Look:
    return lambda values: sum(bool(pattern.fullmatch(text(value) or "")) for value in values) / len(values)


def _phones(values: Sequence[Value]) -> float:
    """Numbers may be grouped by spaces, dashes and brackets, and several may stand in one cell."""
    written = [_NEXT_PHONE.split(_BETWEEN_DIGITS.sub("", text(value) or "")) for value in values]
    return sum(all(map(_PHONE.fullmatch, filter(None, each))) for each in written) / len(values)


def _valid_usccs(values: Sequence[Value]) -> float:
    from stdnum.cn import uscc

    return sum(bool(uscc.is_valid(text(value) or "")) for value in values) / len(values)


def _words(values: Sequence[Value]) -> float:
    """Names are words: figures make a poor customer."""
    return sum(not _FIGURE.fullmatch(text(value) or "") for value in values) / len(values)


def _currencies(values: Sequence[Value]) -> float:
    return sum(currency_code(text(value) or "") is not None for value in values) / len(values)


_LOOKS: dict[str, Look] = {
    **dict.fromkeys(("amount", "paid", "balance"), _sums),
    "uscc": _valid_usccs,
    "phone": _phones,
    "postcode": _share(_POSTCODE),
    "email": _share(_EMAIL),
    "debtor": _words,
    "owner": _words,
    "contact_person": _words,
    "currency": _currencies,
}
