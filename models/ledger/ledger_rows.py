"""The rows of a large ledger, kept as they are read and sent: column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from models.ledger.grid import columns_of
from models.ledger.proposal import LedgerRow


class LedgerRows(Sequence[LedgerRow]):
    """Rows that are put together only when somebody asks for them: the process that reads only sends them on."""

    def __init__(self, columns: Sequence[Sequence[Any]]) -> None:
        """``columns`` are those of ``LedgerRow``, in its order and of one length."""
        self.columns = columns

    @classmethod
    def of(cls, rows: Sequence[LedgerRow]) -> LedgerRows:
        """Rows that stand together already."""
        return cls(columns_of(rows) if rows else [()] * len(LedgerRow._fields))

    def column(self, name: str) -> Sequence[Any]:
        """One field of all rows."""
        return self.columns[LedgerRow._fields.index(name)]

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[LedgerRow]:
        return map(LedgerRow._make, zip(*self.columns, strict=True))

    @overload
    def __getitem__(self, at: int) -> LedgerRow: ...

    @overload
    def __getitem__(self, at: slice) -> LedgerRows: ...

    def __getitem__(self, at: int | slice) -> LedgerRow | LedgerRows:
        cells = [column[at] for column in self.columns]
        return LedgerRows(cells) if isinstance(at, slice) else LedgerRow._make(cells)
