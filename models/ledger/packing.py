"""A column of cells as JSON and back: what repeats is sent once, whole numbers and fractions as they lie in memory.

JSON and not pickle: whatever a hostile file makes of the process that reads it, it can only ever say values.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from models.ledger.grid import Value, distinct_of

Packed = list[Any]
"""``one`` value for all rows | a ``table`` of values and where each row finds its own | ``i``, ``q`` or ``d``, bytes of
four or eight for each whole number or fraction | the ``list`` as it is."""

_REPEATING = frozenset((str, type(None), date))
"""Among these, what is equal is the same: 1, 1.0 and True are not."""
_TRIED = 1_000
"""Where the first so many all differ, the rest hardly repeats."""
_TAGGED = (date, datetime, time, timedelta)


def packed(values: Sequence[Value]) -> Packed:
    """The column in its shortest form."""
    first = values[0]
    is_one = first == values[-1] and values.count(first) == len(values)
    if is_one and type(first) in _REPEATING:
        return ["one", _tagged(first)]
    if type(first) in _REPEATING and len(set(values[:_TRIED])) < min(_TRIED, len(values)):
        places = dict(zip(distinct_of(values), count(), strict=False))
        kinds = set(map(type, places))
        if kinds <= _REPEATING:
            where = array("I", map(places.__getitem__, values))
            return ["table", _said(list(places), kinds), _bytes(where)]
    kinds = set(map(type, values))
    if is_one and kinds == {bool}:
        return ["one", first]
    return _numbers(values, kinds) or ["list", _said(values, kinds)]


def _numbers(values: Sequence[Any], kinds: set[type]) -> Packed:
    """Fractions, or whole numbers of four bytes or of eight; nothing where they are neither."""
    for code in "d" if kinds == {float} else "iq" if kinds == {int} else "":
        with suppress(OverflowError):
            return [code, _bytes(array(code, values))]
    return []


def _said(values: Sequence[Value], kinds: set[type]) -> list[Any]:
    return [_tagged(value) for value in values] if kinds.intersection(_TAGGED) else list(values)


def unpacked(column: Packed, count: int) -> tuple[list[Value], set[type]]:
    """The column's values, and of what kinds they are.

    Raises ValueError, IndexError or TypeError for what ``packed`` never makes.
    """
    kind, said, *more = column
    if kind in ("i", "q", "d"):
        values: list[Value] = _array(kind, said).tolist()
        kinds: set[type] = {float} if kind == "d" else {int}
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
