"""Grids and proposals as JSON lines, from the child process that reads to the program that asks.

JSON and not pickle: whatever a hostile file makes of the child, it can only ever say values.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from models.ledger.grid import Grid, Value
from models.ledger.proposal import CellProblem, Heading, LedgerRow, Part, Proposal, Settlement, Skipped

_BATCH = 5_000
_DAYS = frozenset(LedgerRow._fields.index(name) for name in ("issued_on", "due_on", "settled_on"))
Message = dict[str, Any]


def proposal_messages(proposal: Proposal) -> Iterator[Message]:
    """The rows in batches, column by column, then everything else."""
    for start in range(0, len(proposal.rows), _BATCH):
        yield {"rows": _columns(proposal.rows[start : start + _BATCH])}
    rest = asdict(replace(proposal, rows=(), settlements=()))
    rest["settlements"] = proposal.settlements
    rest["as_of"] = proposal.as_of and proposal.as_of.isoformat()
    yield {"proposal": rest}


def proposal_from(messages: Iterable[Message]) -> Proposal:
    """The proposal that the messages make up."""
    rows: list[LedgerRow] = []
    for message in messages:
        if "rows" in message:
            rows.extend(_rows(message["rows"]))
        elif "proposal" in message:
            return _proposal(message["proposal"], rows)
    raise EOFError("the reader ended before its proposal")


def _columns(rows: Sequence[LedgerRow]) -> list[Any]:
    """One entry a field: a list, or, where all rows agree, the value alone in a list of one."""
    columns: list[Any] = []
    for at, values in enumerate(zip(*rows, strict=True)):
        if len(set(values)) == 1:
            values = values[:1]
        columns.append([day and day.toordinal() for day in values] if at in _DAYS else values)
    return [len(rows), *columns]


def _rows(batch: list[Any]) -> Iterator[LedgerRow]:
    count, *columns = batch
    for at in _DAYS:
        columns[at] = [day and date.fromordinal(day) for day in columns[at]]
    wide = [values if len(values) == count else values * count for values in columns]
    return map(LedgerRow._make, zip(*wide, strict=True))


def _proposal(rest: Message, rows: Sequence[LedgerRow]) -> Proposal:
    made: dict[str, Callable[[Any], Any]] = {
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
        "parts": lambda given: tuple(Part(*item) for item in given),
    }
    facts = {name: made[name](value) if name in made else value for name, value in rest.items()}
    return Proposal(**{**facts, "rows": tuple(rows)})


def grid_messages(grid: Grid) -> Iterator[Message]:
    """The cells in batches, then what else is known of the sheet."""
    for start in range(0, len(grid.rows), _BATCH):
        yield {"cells": list(grid.rows[start : start + _BATCH])}
    yield {"grid": asdict(replace(grid, rows=(), merged=tuple(grid.merged)))}


def grid_from(messages: Iterable[Message]) -> Grid:
    """The grid that the messages make up."""
    rows: list[list[Value]] = []
    for message in messages:
        if "cells" in message:
            rows.extend(
                [_value(value) if type(value) is dict else value for value in row] for row in message["cells"]
            )
        elif "grid" in message:
            rest = message["grid"]
            areas = tuple((a, b, c, d) for a, b, c, d in rest.pop("merged"))
            lists = {name: tuple(rest.pop(name)) for name in ("sheets", "similar")}
            doubts = tuple(CellProblem(**item) for item in rest.pop("doubts"))
            return Grid(**{**rest, **lists, "rows": rows, "merged": areas, "doubts": doubts})
    raise EOFError("the reader ended before its sheet")


def line_of(message: Message) -> bytes:
    """One message as a line."""
    return (
        json.dumps(message, ensure_ascii=False, default=_tagged, separators=(",", ":")).encode(
            "utf-8", "replace"
        )
        + b"\n"
    )


def _tagged(value: object) -> dict[str, str | float]:
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, time):
        return {"h": value.isoformat()}
    if isinstance(value, timedelta):
        return {"s": value.total_seconds()}
    raise TypeError(f"no cell holds {type(value).__name__}")


def _value(tagged: dict[str, Any]) -> Value:
    (kind, written), *_ = tagged.items()
    if kind == "s":
        return timedelta(seconds=written)
    if kind == "t":
        return datetime.fromisoformat(written)
    return date.fromisoformat(written) if kind == "d" else time.fromisoformat(written)
