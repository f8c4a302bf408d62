"""From a grid to claims: headings, rows that count, sums, days and names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import compress

from models.ledger.cells import shown
from models.ledger.columns import TEXT_FIELDS, SheetColumns
from models.ledger.confidence import DOUBTFUL, confidence_of, with_telling_columns
from models.ledger.findings import Findings
from models.ledger.grid import Grid, columns_of, is_blank
from models.ledger.headings import DATE_PARTS, Layout, find_layout, likely_heading
from models.ledger.ledger_rows import LedgerRows
from models.ledger.matching import Told
from models.ledger.movements import Movements, Opening, brought_along, openings
from models.ledger.presets import PRESET
from models.ledger.proposal import Heading, Proposal, Settlement, Skipped, Spent
from models.ledger.reason_column import without_reasons
from models.ledger.row_kinds import classify
from models.ledger.sheets import debtors_of_sheets, titles_of
from models.ledger.subtotals import unnamed_subtotals
from models.ledger.sums import SUM_FIELDS, Sums
from models.ledger.synonyms import folded
from models.rules.money import grouped
from models.rules.problems import Problem, Refused

_SAMPLED_ROWS, _SAMPLES = 200, 3


def understand(
    grid: Grid,
    mapping: Mapping[str, str | None] | None = None,
    corrections: Mapping[str, str] | None = None,
    settlements: Mapping[int, Sequence[int]] | None = None,
) -> Proposal:
    """What a sheet proposes as claims.

    ``mapping`` ({field: heading}, None leaves a field out) goes before what the headings seem to mean;
    ``corrections`` ({``G12``: text}) are read in place of the cells; ``settlements`` ({row of a receipt: rows of
    the claims it pays}) go before what the postings seem to mean. Pure: the same grid gives the same
    proposal. Raises Refused where no heading row is found.
    """
    typed = corrections or {}
    grid = without_reasons(grid).corrected(typed)
    layout = find_layout(grid, mapping)
    if layout is None:
        raise Refused(_no_headings(grid))
    told = mapping or {}
    reading = _Reading(grid, with_telling_columns(grid, layout, told), settlements)
    reading.weigh_columns(told)
    reading.name_unknown_headings(told)
    reading.findings.name_cells_not_there(typed)
    return reading.proposal()


def _no_headings(grid: Grid) -> Problem:
    """No row was understood as headings; one that looks like them is named, in whatever language it stands."""
    looks = likely_heading(grid)
    if looks is None:
        return Problem("ledger_no_headings", {"sheet": grid.sheet or ""})
    row, headings = looks
    return Problem("ledger_headings_unknown", {"row": str(row), "headings": "、".join(headings)})


class _Reading:
    """One sheet being read."""

    def __init__(self, grid: Grid, layout: Layout, told: Told | None) -> None:
        self.grid = grid
        self.layout = layout
        self.titles = titles_of(grid, layout)
        below = columns_of(grid.rows[layout.row + 1 :])
        self.kinds = classify(grid.rows, below, layout, self.titles.lines, grid.parts)
        self.findings = Findings(grid, layout)
        self.columns = SheetColumns(grid, below, layout, self.titles, self.kinds, self.findings)
        self.sum_fields = [name for name in SUM_FIELDS if name in layout.columns]
        self.of_sheets: list[tuple[int, str, str]] = []
        self.told = told
        self.read = LedgerRows.of(())
        self.confidence: dict[str, int] = {}
        self.settlements: tuple[Settlement, ...] = ()
        self.spent: tuple[Spent, ...] = ()

    def proposal(self) -> Proposal:
        """Everything the sheet says."""
        missing = self._missing()
        rows = self.read if missing else self._rows()
        totals = _totals(rows)
        stated = None if missing else self._stated_total()
        self._doubt_the_sheet()
        return Proposal(
            sheet=self.grid.sheet,
            heading_row=self.layout.row + 1,
            columns=self._named(),
            signature=self.layout.signature(),
            rows=rows,
            skipped=tuple(Skipped(index + 1, why) for index, why in sorted(self.kinds.skipped.items())),
            problems=self.findings.problems,
            warnings=self.findings.warnings,
            totals=totals,
            stated_total_fen=stated,
            as_of=self.titles.as_of,
            sheets=self.grid.sheets,
            headings=self._headings(),
            missing=missing,
            settlements=self.settlements,
            spent=self.spent,
            parts=self.grid.parts,
            preset=self.layout.preset,
            confidence={name: self.confidence[name] for name in self._named() if name in self.confidence},
            encoding=self.grid.encoding,
            encoding_certain=self.grid.encoding_certain,
        )

    def weigh_columns(self, mapping: Mapping[str, str | None]) -> None:
        """How sure each column is; one that is doubtful is named by its heading."""
        self.confidence = confidence_of(self.grid, self.layout, mapping)
        for name, percent in self.confidence.items():
            if percent < DOUBTFUL:
                params = {"field": name, "percent": str(percent)}
                self.findings.doubt(self.layout.row, name, "column_uncertain", params=params)

    def name_unknown_headings(self, mapping: Mapping[str, str | None]) -> None:
        """A saved matching may speak of columns that are gone."""
        known = {folded(label) for label in (*self.layout.labels, *self.layout.joined(), DATE_PARTS)}
        for field, heading in mapping.items():
            if field != PRESET and heading and folded(heading) not in known:
                self.findings.doubt_at("", "ledger_unknown_heading", heading)

    def _missing(self) -> tuple[str, ...]:
        missing = () if {"amount", "balance"} & set(self.sum_fields) else ("balance",)
        if "debtor" not in self.layout.columns and not self.columns.names_groups():
            self.of_sheets = debtors_of_sheets(self.grid, self.layout)
            if not self.of_sheets:
                return ("debtor", *missing)
            for start, name, where in self.of_sheets:
                row = start + 1 if self.grid.parts else 0
                self.findings.doubt_at(where, "debtor_from_title", name, row)
        return missing

    def _rows(self) -> LedgerRows:
        columns = self.columns
        texts = columns.texts()
        debtors = columns.debtors(texts, self.of_sheets)
        issued, due, settled = (columns.days(name) for name in ("issued_on", "due_on", "settled_on"))
        known = openings(columns, debtors)
        sums = columns.sums(settled, brought_along(columns.kept, debtors, known))
        currencies = columns.currencies()
        out = self._spoilt(debtors, sums, currencies)
        nothing: list[None] = [None] * len(columns.kept)
        *before, number, kind, contract, owner, memo = (texts.get(name, nothing) for name in TEXT_FIELDS)
        made: list[Sequence[object]] = [
            *(columns.numbers, debtors, *before, number, kind, contract, issued, due),
            *(sums.amount, sums.paid, sums.balance, currencies, columns.disputed()),
            *(_only_when_paid(settled, sums.balance), owner, memo),
        ]
        if "settled_on" in self.layout.columns and not sums.postings:
            self._doubt_settled_but_open(settled, sums, out)
        if out:
            stays = [at not in out for at in range(len(debtors))]
            made = [list(compress(column, stays)) for column in made]
        self.read = self._without_unnamed_subtotals(LedgerRows(made))
        return self._open_items(self.read, known, sums) if sums.postings else self.read

    def _spoilt(
        self, debtors: Sequence[str | None], sums: Sums, currencies: Sequence[str | None]
    ) -> set[int]:
        """Positions of the rows that become no claim, each with its cell named."""
        bad = dict(sums.bad)
        for name, code, values in (
            ("currency", "currency_unknown", currencies),
            ("debtor", "debtor_missing", debtors),
        ):
            if None in values:
                bad |= {at: (name, code) for at, value in enumerate(values) if value is None}
        for at, (name, code) in bad.items():
            self.findings.spoils(self.columns.kept[at], name, code)
        return set(bad)

    def _doubt_settled_but_open(
        self, settled: Sequence[date | None], sums: Sums, out: Collection[int]
    ) -> None:
        """A day of settlement beside an open balance: the row stays open, and the cell is named."""
        for at, day in enumerate(settled):
            if day is not None and sums.balance[at] > 0 and not sums.paid[at] and at not in out:
                self.findings.doubt(self.columns.kept[at], "settled_on", "settled_but_open")

    def _open_items(self, postings: LedgerRows, known: Sequence[Opening], sums: Sums) -> LedgerRows:
        """Postings matched; a balance carried from row to row is no column of the claims."""
        movements = Movements(self.columns, self.findings, known, sums.running)
        matched = movements.open_items(tuple(postings), self.told)
        self.settlements = matched.settlements
        self.spent = tuple(
            Spent(posting.row, posting.debtor, posting.number, posting.currency, -posting.balance_fen)
            for posting in matched.used_up
        )
        self.sum_fields = [name for name in self.sum_fields if name != "balance"]
        return LedgerRows.of(matched.rows)

    def _without_unnamed_subtotals(self, rows: LedgerRows) -> LedgerRows:
        """Sums of the rows above that no word betrays are found by adding up."""
        numbers = rows.column("number")
        if None not in numbers:
            return rows
        unnumbered = [row for row, number in zip(rows.column("row"), numbers, strict=True) if number is None]
        bare = {row for row in unnumbered if not self.columns.has_own_debtor(row - 1)}
        sums = unnamed_subtotals(tuple(rows), bare, self.kinds.skipped) if bare else {}
        self.kinds.skipped.update({row - 1: why for row, why in sums.items()})
        self.findings.forget(sums)
        return LedgerRows.of([row for row in rows if row.row not in sums]) if sums else rows

    def _stated_total(self) -> int | None:
        """What the file's own last total row says is open, of several sheets all together; None where one is silent."""
        starts = [part.above for part in self.grid.parts] or [0]
        ends = [*starts[1:], len(self.grid.rows)]
        stated = [self._total_of(start, end) for start, end in zip(starts, ends, strict=True)]
        known = [fen for fen in stated if fen is not None]
        return sum(known) if len(known) == len(stated) else None

    def _total_of(self, start: int, end: int) -> int | None:
        """What the total row of one sheet says; a difference from its rows is named with its cell."""
        totals = [i for i, why in self.kinds.skipped.items() if why == "total" and start <= i < end]
        stated = self.columns.stated(max(totals), self.sum_fields) if totals else None
        if stated is None:
            return None
        told = self.read.column("row")
        rows = self.read[bisect_right(told, start) : bisect_right(told, end)]
        if len(set(rows.column("currency"))) == 1 and (read := sum(rows.column("balance_fen"))) != stated:
            params = {
                "stated": grouped(stated),
                "read": grouped(read),
                "difference": grouped(stated - read),
            }
            name = "balance" if "balance" in self.sum_fields else "amount"
            self.findings.doubt(max(totals), name, "total_differs", params=params)
        return stated

    def _doubt_the_sheet(self) -> None:
        self.findings.take_over(self.grid.doubts)
        if self.grid.hidden_rows:
            self.findings.doubt_at("", "hidden_rows_read", str(self.grid.hidden_rows))
        if self.grid.hidden_sheets:
            self.findings.doubt_at("", "hidden_sheets_not_read", "、".join(self.grid.hidden_sheets))
        if self.grid.similar:
            self.findings.doubt_at("", "other_sheets_alike", "、".join(self.grid.similar))

    def _named(self) -> dict[str, str]:
        named = self.layout.named()
        return {
            name: heading
            for name, heading in named.items()
            if name not in SUM_FIELDS or name in self.sum_fields
        }

    def _headings(self) -> tuple[Heading, ...]:
        rows = [self.grid.rows[index] for index in self.columns.kept[:_SAMPLED_ROWS]]
        found = []
        for column, label in enumerate(self.layout.labels):
            values = dict.fromkeys(shown(row[column]) for row in rows if not is_blank(row[column]))
            if label:
                found.append(Heading(column, label, tuple(values)[:_SAMPLES]))
        return tuple(found)


def _only_when_paid(settled: Sequence[date | None], balances: Sequence[int]) -> list[date | None]:
    """A day of payment settles a claim only where nothing is left open."""
    return [day if day and not balance else None for day, balance in zip(settled, balances, strict=True)]


def _totals(rows: LedgerRows) -> dict[str, int]:
    currencies, balances = rows.column("currency"), rows.column("balance_fen")
    return {
        currency: sum(compress(balances, (each == currency for each in currencies)))
        for currency in sorted(set(currencies))
    }
