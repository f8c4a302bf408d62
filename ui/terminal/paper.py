"""An answer for a person to read: names and values, lists as columns, nested sums as columns of their own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ui.terminal.values import Json

LONGEST = 40
"""Cells beyond so many characters are cut with an ellipsis, but for the last of a row; --json has them whole."""
SENTENCE = "message"
"""What is wrong and what to do is in the cells of this name."""


def lines(answer: Json) -> Iterator[str]:
    """The lines of an answer: ``name: value``; a list of objects as a table below its name."""
    for name, value in answer.items():
        if _is_table(value):
            yield f"{name}:"
            yield from (f"  {line}" for line in table([flat(row) for row in value]))
        elif isinstance(value, dict) and any(isinstance(part, dict) for part in value.values()):
            yield f"{name}:"
            yield from (f"  {key}: {plain(part)}" for key, part in flat(value).items())
        else:
            yield f"{name}: {plain(value)}"


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """One level: ``{"bands": {"1-14": "5.00"}}`` becomes the column ``1-14``; inner tables stay in their cell."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            found.update(flat(value))
        else:
            found[name] = value
    return found


def plain(value: Any) -> str:
    """A value in words; what a terminal would obey instead of show is written as its escape."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {plain(part)}" for key, part in value.items())
    if isinstance(value, list):
        return ("; " if _is_table(value) else ", ").join(plain(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else visible(str(value))


def visible(text: str) -> str:
    """Text with its controls and direction marks as escapes."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def table(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Rows set in columns under their names, sums to the right; a sentence last, where it is never cut."""
    names = sorted(dict.fromkeys(name for row in rows for name in row), key=SENTENCE.__eq__)
    cells = [names, *(_row(row, names) for row in rows)]
    widths = [max(_width(row[at]) for row in cells) for at in range(len(names))]
    right = [all(_is_figure(row[at]) for row in cells[1:]) for at in range(len(names))]
    return ["  ".join(map(_set, row, widths, right)).rstrip() for row in cells]


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _row(row: Mapping[str, Any], names: Sequence[str]) -> list[str]:
    texts = [_cell(row.get(name)) for name in names]
    return [text if len(text) <= LONGEST else text[: LONGEST - 1] + "…" for text in texts[:-1]] + texts[-1:]


def _cell(value: Any) -> str:
    """What stands in a cell; of an inner list the names alone."""
    if _is_table(value) and "name" in value[0]:
        return plain([each["name"] for each in value])
    return plain(value)


def _is_figure(text: str) -> bool:
    return not text or text.lstrip("-").replace(".", "", 1).isdecimal()


def _set(text: str, width: int, at_right: bool) -> str:
    blank = " " * (width - _width(text))
    return blank + text if at_right else text + blank


@lru_cache(maxsize=4096)
def _width(text: str) -> int:
    """Columns on a terminal: full-width characters take two, marks that sit on another none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
