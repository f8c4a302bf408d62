"""The rows of a large ledger, kept as they are read, sent and booked: column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq
from typing import Any, ClassVar, Self, TypeVar, overload

from models.ledger.grid import columns_of
from models.ledger.proposal import LedgerRow

Row = TypeVar("Row")


class ByColumn(Sequence[Row]):
    """Rows of one kind that are put together only when somebody asks for one.

    A hundred thousand named tuples take as long to make as to read, and the collector goes through them again and
    again; most of the way only a few columns are wanted.
    """

    kind: ClassVar[Any]
    """The named tuple of a row."""

    def __init__(self, columns: Sequence[Sequence[Any]]) -> None:
        """``columns`` are those of ``kind``, in its order and of one length."""
        self.columns = columns

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Self:
        """Rows that stand together already; what is kept by column is taken as it is."""
        if isinstance(rows, cls):
            return rows
        return cls(columns_of(rows) if rows else [()] * len(cls.kind._fields))  # type: ignore[arg-type]  # tuples

    def column(self, name: str) -> Sequence[Any]:
        """One field of all rows."""
        return self.columns[self.kind._fields.index(name)]

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[Row]:
        return map(self.kind._make, zip(*self.columns, strict=True))

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Self: ...

    def __getitem__(self, at: int | slice) -> Row | Self:
        cells = [column[at] for column in self.columns]
        return type(self)(cells) if isinstance(at, slice) else self.kind._make(cells)

    def __eq__(self, other: object) -> bool:
        """The same rows in the same order, however they are kept."""
        return isinstance(other, Sequence) and len(other) == len(self) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # as of a list


class LedgerRows(ByColumn[LedgerRow]):
    """The rows of a ledger that are read as claims."""

    kind = LedgerRow
