"""What comes up while a sheet is read: cells that spoil a row, and cells read with a doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from models.ledger.cells import shown
from models.ledger.grid import Grid
from models.ledger.headings import Layout
from models.ledger.proposal import CellProblem


class Findings:
    """Problems and warnings of one sheet, each with its cell, in the order of the rows."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self.grid = grid
        self.layout = layout
        self._problems: list[CellProblem] = []
        self._warnings: list[CellProblem] = []

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        """Cells that spoilt their row."""
        return tuple(sorted(self._problems, key=lambda each: each.row))

    @property
    def warnings(self) -> tuple[CellProblem, ...]:
        """Cells read with a doubt, and what concerns the whole sheet."""
        return tuple(sorted(self._warnings, key=lambda each: each.row or len(self.grid.rows) + 1))

    def spoils(self, index: int, name: str, code: str) -> None:
        """The row with this index becomes no claim because of its cell of a field."""
        self._problems.append(self._cell(index, name, code, {}))

    def doubt(
        self,
        index: int,
        name: str,
        code: str,
        value: str | None = None,
        params: Mapping[str, str] | None = None,
    ) -> None:
        """A cell was read, or read around, in a way the clerk should know."""
        self._warnings.append(self._cell(index, name, code, params or {}, value))

    def doubt_at(self, cell: str, code: str, value: str, row: int = 0) -> None:
        """The same for a cell of no field, or, without an address, for the sheet."""
        self._warnings.append(CellProblem(cell, code, value, {}, row))

    def name_cells_not_there(self, corrections: Iterable[str]) -> None:
        """What the clerk typed for a cell outside the sheet was not used, and that is said."""
        for cell in corrections:
            if not self.grid.has(cell):
                self.doubt_at("", "no_such_cell", cell)

    def take_over(self, doubts: Iterable[CellProblem]) -> None:
        """What the reader of the file was not sure of."""
        self._warnings.extend(doubts)

    def forget(self, rows: Collection[int]) -> None:
        """Rows (from 1) that turned out to be no claims leave no doubts behind."""
        self._warnings = [each for each in self._warnings if each.row not in rows]

    def _cell(
        self, index: int, name: str, code: str, params: Mapping[str, str], value: str | None = None
    ) -> CellProblem:
        column = self.layout.columns[name]
        cell = self.grid.address(index, column)
        written = shown(self.grid.rows[index][column]) if value is None else value
        blind = self.grid.blind.get(cell)
        if blind:
            code = "formula_without_result" if blind == "formula" else "error_value"
            written = "" if blind == "formula" else blind
        return CellProblem(cell, code, written, {"heading": self.layout.labels[column], **params}, index + 1)
