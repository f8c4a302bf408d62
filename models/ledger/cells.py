"""What one cell says: a sum, a text, a yes or no. Days have their own page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from math import isfinite

from models.ledger.grid import Value
from models.rules.money import LARGEST_FEN, half_up


class Unreadable(str):
    """Why a cell could not be read: the code of its sentence."""

    __slots__ = ()


_DASHES = frozenset(
    ("", "-", "--", "---", "—", "——", "–", "－", "/", "\\", "无", "n/a", "none", "null", "nil")
)
_SIGNS = re.compile(r"人民币|rmb|cny|usd|us\$|hkd|hk\$|eur|[¥￥$€£]|元整|元|圆|\s", re.IGNORECASE)
_WAN = {"万": 10_000, "亿": 100_000_000, "千": 1_000}
_FIGURE = re.compile(r"\d+(\.\d*)?|\.\d+")
_LOST = re.compile(r"[+-]?\d(\.\d+)?E\+?\d{2,}", re.IGNORECASE)
_QUOTED = re.compile(r'="(.*)"', re.DOTALL)
_WRAPPINGS = frozenset(("", " ", "'", "="))
_UNCLEAN = ("||", "| ", " |", "|'", "|=")
"""What shows it in texts set side by side; one letter alone is found much sooner than two."""
_MARKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_INVISIBLE = dict.fromkeys(map(ord, _MARKS), None)
_YES = frozenset(("是", "有", "y", "yes", "true", "1", "√", "✓", "有争议", "争议", "争议中", "disputed"))
_FIFTEEN_DIGITS = 10**15
_PLAIN_LIMIT = 1e14
_NOISE = 1e-4
"""What the binary form of a sum with two decimals may be off, in fen."""
ERROR_VALUES = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
)


def shown(value: Value) -> str:
    """The cell as a person would read it out, for messages and samples."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < _FIFTEEN_DIGITS:
        return str(int(value))
    if isinstance(value, float) and abs(value) >= _FIFTEEN_DIGITS:
        return repr(value).upper()
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def text(value: Value) -> str | None:
    """Names, numbers and codes are text: every digit and leading zero stays, what the export put round it goes.

    A tab or an apostrophe in front, ``="…"`` round it, spaces at the ends and invisible marks are no part of it.
    """
    if not isinstance(value, str):
        return shown(value) or None
    if value.isprintable() and value[:1] not in _WRAPPINGS and value[-1] != " ":
        return value
    quoted = _QUOTED.fullmatch(value.strip())
    inner = quoted[1].replace('""', '"') if quoted else value
    cleaned = inner.translate(_INVISIBLE).strip().lstrip("'\u2019" if inner[:1] == "'" else "").strip()
    return cleaned or None


def has_marks(value: str) -> bool:
    """Whether ``text`` drops an apostrophe or an invisible mark from it, and not only spaces round it."""
    return value[:1] == "'" or (not value.isprintable() and any(mark in value for mark in _MARKS))


def are_clean(values: Iterable[Value]) -> bool:
    """Whether ``text`` would change none of these: one look at all of them together, as columns are long."""
    try:
        row = f"|{'|'.join(values)}|"  # type: ignore[arg-type]  # what is no text is told by the error
    except TypeError:
        return False
    return row.isprintable() and not any(mark.strip("|") in row and mark in row for mark in _UNCLEAN)


def has_lost_digits(value: Value) -> bool:
    """A long number that was once kept as a quantity (``2.6E+19``, or more than fifteen digits as a float)."""
    if isinstance(value, float):
        return abs(value) >= _FIFTEEN_DIGITS
    return isinstance(value, str) and ("E" in value or "e" in value) and bool(_LOST.fullmatch(value.strip()))


def is_yes(value: Value) -> bool:
    """A mark of dispute; what is empty or unknown is none."""
    if isinstance(value, bool | int | float):
        return bool(value)
    return isinstance(value, str) and unicodedata.normalize("NFKC", value).strip().lower() in _YES


def sum_reader(unit: int, decimal_comma: bool) -> Callable[[Value], int | Unreadable | None]:
    """A function from a cell to fen: None where it is blank, ``Unreadable`` where it is no sum.

    ``unit`` is what one stands for (10,000 where the table is in 万元). ``decimal_comma``: this column writes
    ``1.234,56``. Half a fen goes away from zero. Answers are remembered, as sums repeat.
    """
    known: dict[Value, int | Unreadable | None] = {}

    def read(value: Value) -> int | Unreadable | None:
        if value not in known:
            known[value] = _sum(value, unit, decimal_comma)
        return known[value]

    return read


def read_column(values: Sequence[Value], unit: int) -> list[int | Unreadable | None]:
    """A column of sums. What is a plain number of yuan and fen is taken at once; the rest is looked at closely."""
    read = sum_reader(unit, str in set(map(type, values)) and writes_decimal_comma(values))
    if unit != 1:
        return [read(value) for value in values]
    least, most, below, above = -_PLAIN_LIMIT, _PLAIN_LIMIT, -_NOISE, _NOISE
    return [
        fen
        if type(value) is float
        and least < (hundredfold := value * 100) < most
        and below < hundredfold - (fen := round(hundredfold)) < above
        else read(value)
        for value in values
    ]


def _sum(value: Value, unit: int, decimal_comma: bool) -> int | Unreadable | None:
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        return _fen(Decimal(repr(value)) * unit)
    if not isinstance(value, str):
        return Unreadable("not_a_sum")
    return _sum_of_text(text(value) or "", unit, decimal_comma)


def _sum_of_text(written: str, unit: int, decimal_comma: bool) -> int | Unreadable | None:
    plain = unicodedata.normalize("NFKC", written).replace("\u2212", "-").replace("\u2013", "-").strip()
    if plain.lower() in _DASHES:
        return None
    if plain.upper() in ERROR_VALUES:
        return Unreadable("error_value")
    explicit = "元" in plain or "圆" in plain
    bare = _SIGNS.sub("", plain)
    negative = bare.startswith(("-", "(-", "(")) or bare.endswith("-")
    if bare.startswith("(") != bare.endswith(")"):
        return Unreadable("not_a_sum")
    bare = bare.strip("()").removesuffix("-").lstrip("+-")
    scale = _WAN.get(bare[-1:], 1)
    if scale > 1:
        bare, unit = bare[:-1], scale
    elif explicit:
        unit = 1
    figure = _with_point(bare, decimal_comma)
    if figure is None:
        return Unreadable("not_a_sum")
    fen = _fen(Decimal(figure) * unit)
    return -fen if negative and isinstance(fen, int) else fen


def _with_point(bare: str, decimal_comma: bool) -> str | None:
    """The figure without thousands marks and with a decimal point; None where it is none."""
    bare = bare.replace("'", "").replace("，", ",")
    if decimal_comma:
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d*)?|\d+(,\d{4})+(\.\d*)?", bare):
        bare = bare.replace(",", "")
    return bare if _FIGURE.fullmatch(bare) else None


def _fen(yuan: Decimal) -> int | Unreadable:
    try:
        fen = half_up(yuan * 100)
    except InvalidOperation:
        return Unreadable("not_a_sum")
    return fen if abs(fen) <= LARGEST_FEN else Unreadable("sum_beyond_any_debt")


def writes_decimal_comma(values: Sequence[Value]) -> bool:
    """Whether a column writes ``1.234,56``: some value can only be read so, and none only the other way."""
    comma = point = False
    for value in values:
        if isinstance(value, str) and "," in value:
            plain = value.strip().rstrip("-")
            comma |= bool(re.fullmatch(r"[^,]*\d,\d{1,2}", plain)) and not re.search(r",.*\.", plain)
            point |= bool(re.search(r"\d,\d{3}(\.|,|$)", plain)) and "." in plain.rpartition(",")[2]
    return comma and not point
