"""A column of cells as JSON and back: what repeats is sent once, whole numbers and fractions as they lie in memory.

JSON and not pickle: whatever a hostile file makes of the process that reads it, it can only ever say values.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from models.ledger.grid import Value

Packed = list[Any]
"""``one`` value for all rows | a ``table`` of values and where each row finds its own | ``q`` or ``d``, bytes of
eight for each whole number or fraction | the ``list`` as it is."""

_REPEATING = frozenset((str, type(None), date))
"""Among these, what is equal is the same: 1, 1.0 and True are not."""
_TRIED = 1_000
"""Where the first so many all differ, the rest hardly repeats."""
_TAGGED = (date, datetime, time, timedelta)


def packed(values: Sequence[Value]) -> Packed:
    """The column in its shortest form."""
    if type(values[0]) in _REPEATING and values.count(values[0]) == len(values):
        return ["one", _tagged(values[0])]
    kinds = set(map(type, values))
    if kinds == {bool} and values.count(values[0]) == len(values):
        return ["one", values[0]]
    if kinds == {float}:
        return ["d", _bytes(array("d", values))]
    if kinds == {int} and all(-(2**63) <= value < 2**63 for value in (min(values), max(values))):  # type: ignore[type-var,operator]
        return ["q", _bytes(array("q", values))]
    if (kinds <= _REPEATING or kinds == {bool}) and len(set(values[:_TRIED])) < min(_TRIED, len(values)):
        places: defaultdict[Value, int] = defaultdict(count().__next__)
        where = array("I", map(places.__getitem__, values))
        return ["table", _said(list(places), kinds), _bytes(where)]
    return ["list", _said(values, kinds)]


def _said(values: Sequence[Value], kinds: set[type]) -> list[Any]:
    return [_tagged(value) for value in values] if kinds.intersection(_TAGGED) else list(values)


def unpacked(column: Packed, count: int) -> tuple[list[Value], set[type]]:
    """The column's values, and of what kinds they are.

    Raises ValueError, IndexError or TypeError for what ``packed`` never makes.
    """
    kind, said, *more = column
    if kind in ("q", "d"):
        values: list[Value] = _array(kind, said).tolist()
        kinds: set[type] = {int} if kind == "q" else {float}
    else:
        values = [said] if kind == "one" else said
        kinds = set(map(type, values))
        if kinds & {dict, list}:
            values = [_value(each) for each in values]
            kinds = set(map(type, values))
        if kind == "one":
            values = values * count
        elif kind == "table":
            values = list(map(values.__getitem__, _array("I", more[0])))
    if len(values) != count:
        raise ValueError(f"{len(values)} values for {count} rows")
    return values, kinds


def _bytes(numbers: array[Any]) -> str:
    return b64encode(numbers.tobytes()).decode("ascii")


def _array(kind: str, said: str) -> array[Any]:
    numbers: array[Any] = array(kind)
    numbers.frombytes(b64decode(said, validate=True))
    return numbers


def _tagged(value: Value) -> Any:
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, time):
        return {"h": value.isoformat()}
    if isinstance(value, timedelta):
        return {"s": value.total_seconds()}
    return value


def _value(said: Any) -> Value:
    if not isinstance(said, dict):
        if isinstance(said, list):
            raise TypeError("no cell holds a list")
        return said  # type: ignore[no-any-return]  # JSON knows nothing else
    ((kind, written),) = said.items()
    if kind == "s":
        return timedelta(seconds=written)
    if kind == "t":
        return datetime.fromisoformat(written)
    return date.fromisoformat(written) if kind == "d" else time.fromisoformat(written)
