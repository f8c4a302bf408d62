"""What a column of a table says of a row, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Paint(Enum):
    """How a cell is drawn."""

    TEXT = "text"
    FAINT = "faint"
    NAME = "name"
    """Bold in the current row, as the money beside it."""
    MONEY = "money"
    """At the right, figures of equal width, bold in the current row; ``text`` gives ``Formats.amount``."""
    PILL = "pill"
    STEP = "step"
    BOXES = "boxes"
    CHANGE = "change"
    TICK = "tick"


@dataclass(frozen=True)
class Pill:
    """The ``value`` of a PILL column: aging step 0-5 and its words."""

    step: int
    words: str


@dataclass(frozen=True)
class Step:
    """The ``value`` of a STEP column: icon and words in a tone (text, accent, ok, warn, bad, info)."""

    icon: str
    words: str
    tone: str = "text"


@dataclass(frozen=True)
class Change:
    """The ``value`` of a CHANGE column: what stood there, struck out (None: nothing), and what will."""

    old: str | None
    new: str


@dataclass(frozen=True)
class Column:
    """One column over rows of any frozen record.

    ``text`` answers copying, finding, screen readers; ``value`` what is drawn where that is more than text
    (a Pill, a Step, a Change, a tuple of bools for BOXES); ``sort_key`` the order (``text`` without it; None
    sorts last). ``tone`` may give a colour token for a row's cell, ``wrong`` says whether the cell is framed
    red, ``tip`` a tool tip, ``spoken`` what a screen reader says. ``filterable`` offers the list of values.
    """

    key: str
    title: str
    width: int
    text: Callable[[Any], str]
    paint: Paint = Paint.TEXT
    value: Callable[[Any], Any] | None = None
    sort_key: Callable[[Any], Any] | None = None
    right: bool = False
    tone: Callable[[Any], str] | None = None
    wrong: Callable[[Any], bool] | None = None
    tip: Callable[[Any], str] | None = None
    spoken: Callable[[Any], str] | None = None
    editable: bool = False
    filterable: bool = True
    hidden: bool = False

    @property
    def at_right(self) -> bool:
        """Whether head and cells stand at the right."""
        return self.right or self.paint is Paint.MONEY


TICK = Column("tick", "", 34, lambda _row: "", Paint.TICK, filterable=False)
"""The column of tick boxes; stands first where rows can be ticked."""


@dataclass(frozen=True)
class Order:
    """What is shown, and how: sort ``key`` (empty: as given), direction, values let through by column."""

    key: str = ""
    descending: bool = False
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
