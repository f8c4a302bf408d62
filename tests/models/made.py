"""Ledgers as a reader would propose them, without a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.actions.desk import Desk
from models.actions.imports import Imported, take_over
from models.ledger.proposal import LedgerRow, Proposal
from models.queries.comparison import Comparison, compare

DUE = date(2026, 9, 1)
COLUMNS = {"debtor": "客户", "number": "单号", "balance": "余额"}


def row(debtor: str, number: str | None = "1", fen: int = 100_00, *, paid: int = 0, **more: Any) -> LedgerRow:
    """A row of one claim; its row in the file is set by ``proposal``."""
    told = {"due_on": DUE, **more}
    return LedgerRow(0, debtor, number=number, amount_fen=fen, paid_fen=paid, balance_fen=fen - paid, **told)


def proposal(*rows: LedgerRow, shape: str = "客户|单号|余额") -> Proposal:
    """A ledger of these rows, from row 2 on."""
    placed = tuple(each._replace(row=at) for at, each in enumerate(rows, 2))
    return Proposal("应收", 1, COLUMNS, shape, placed)


def compared(desk: Desk, *rows: LedgerRow, shape: str = "客户|单号|余额", **more: Any) -> Comparison:
    """A ledger of these rows against the books of today."""
    return compare(desk.store, proposal(*rows, shape=shape), desk.today, **more)


def imported(desk: Desk, *rows: LedgerRow, answers: Mapping[int, Any] | None = None, **more: Any) -> Imported:
    """A ledger of these rows, booked."""
    return take_over(desk, compared(desk, *rows, **more), "应收.xlsx", answers=answers or {})


def table(desk: Desk, name: str) -> list[tuple[Any, ...]]:
    """All rows of a table by key."""
    found = desk.store.database.execute_sql(f"SELECT * FROM {name} ORDER BY id")
    return [tuple(each) for each in found.fetchall()]
