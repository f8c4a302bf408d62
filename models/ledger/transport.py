"""Grids and proposals as JSON lines, from the child process that reads to the program that asks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from models.ledger.grid import Grid, Value, columns_of
from models.ledger.ledger_rows import LedgerRows
from models.ledger.packing import packed, unpacked
from models.ledger.proposal import CellProblem, Heading, LedgerRow, Part, Proposal, Settlement, Skipped, Spent

Message = dict[str, Any]
Column = tuple[list[Value], set[type]]
"""Values, and of what kinds they are."""
_NOTHING = type(None)
_SUMS = frozenset(("amount_fen", "paid_fen", "balance_fen"))
_DAYS = frozenset(("issued_on", "due_on", "settled_on"))
_NEEDED: dict[str, set[type]] = {
    "row": {int},
    "debtor": {str},
    "currency": {str},
    "disputed": {bool},
    **{name: {int} for name in _SUMS},
}
_KINDS = [
    _NEEDED.get(name, {date, _NOTHING} if name in _DAYS else {str, _NOTHING}) for name in LedgerRow._fields
]
"""What may stand in each field of a row."""


def proposal_messages(proposal: Proposal) -> Iterator[Message]:
    """The rows column by column, then everything else."""
    rows = LedgerRows.of(proposal.rows)
    yield from _column_messages(rows.columns, len(rows))
    rest = vars(proposal) | {"rows": len(rows)}
    for name in ("skipped", "problems", "warnings", "headings"):
        rest[name] = [vars(item) for item in rest[name]]
    rest["as_of"] = proposal.as_of and proposal.as_of.isoformat()
    yield {"proposal": rest}


def proposal_from(messages: Iterable[Message]) -> Proposal:
    """The proposal that the messages make up. Raises ValueError and the like for what is none."""
    columns: list[Column] = []
    for message in messages:
        _take_column(message, columns)
        if "proposal" in message:
            return _proposal(message["proposal"], columns)
    raise EOFError("the reader ended before its proposal")


def _column_messages(columns: Iterable[Sequence[Value]], count: int) -> Iterator[Message]:
    for column in columns if count else ():
        yield {"count": count, "column": packed(column)}


def _take_column(message: Message, columns: list[Column]) -> None:
    if "column" in message:
        columns.append(unpacked(message["column"], message["count"]))


def _rows(columns: Sequence[Column], count: int) -> LedgerRows:
    if count and len(columns) != len(_KINDS):
        raise ValueError(f"{len(columns)} columns")
    for name, kinds, (_, found) in zip(LedgerRow._fields, _KINDS, columns, strict=False):
        if not found <= kinds:
            raise TypeError(name)
    return LedgerRows([values for values, _ in columns] or [()] * len(_KINDS))


def _proposal(rest: Message, columns: Sequence[Column]) -> Proposal:
    made: dict[str, Callable[[Any], Any]] = {
        "rows": lambda given: _rows(columns, given),
        "skipped": lambda given: tuple(Skipped(**item) for item in given),
        "problems": lambda given: tuple(CellProblem(**item) for item in given),
        "warnings": lambda given: tuple(CellProblem(**item) for item in given),
        "headings": lambda given: tuple(
            Heading(h["column"], h["heading"], tuple(h["samples"])) for h in given
        ),
        "as_of": lambda given: given and date.fromisoformat(given),
        "sheets": tuple,
        "missing": tuple,
        "settlements": lambda given: tuple(Settlement(*item) for item in given),
        "spent": lambda given: tuple(Spent(*item) for item in given),
        "parts": lambda given: tuple(Part(*item) for item in given),
    }
    return Proposal(**{name: made[name](value) if name in made else value for name, value in rest.items()})


def grid_messages(grid: Grid) -> Iterator[Message]:
    """The cells column by column, then what else is known of the sheet."""
    yield from _column_messages(columns_of(grid.rows), len(grid.rows))
    rest = vars(grid) | {"rows": len(grid.rows)}
    rest["doubts"] = [vars(item) for item in grid.doubts]
    yield {"grid": rest}


def grid_from(messages: Iterable[Message]) -> Grid:
    """The grid that the messages make up. Raises ValueError and the like for what is none."""
    columns: list[Column] = []
    for message in messages:
        _take_column(message, columns)
        if "grid" in message:
            return _grid(message["grid"], columns)
    raise EOFError("the reader ended before its sheet")


def _grid(rest: Message, columns: Sequence[Column]) -> Grid:
    made: dict[str, Callable[[Any], Any]] = {
        "rows": lambda given: (
            list(zip(*(values for values, _ in columns), strict=True)) if columns else [()] * given
        ),
        "merged": lambda given: tuple((a, b, c, d) for a, b, c, d in given),
        "doubts": lambda given: tuple(CellProblem(**item) for item in given),
        "parts": lambda given: tuple(Part(*item) for item in given),
        "sheets": tuple,
        "similar": tuple,
        "hidden_sheets": tuple,
    }
    return Grid(**{name: made[name](value) if name in made else value for name, value in rest.items()})


def line_of(message: Message) -> bytes:
    """One message as a line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
