"""From a grid to claims: headings, rows that count, sums, days and names, column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.ledger.cells import Unreadable, has_lost_digits, is_yes, shown, text
from models.ledger.days import day_reader, is_order_certain, order_of
from models.ledger.grid import Grid, Value, address, is_blank
from models.ledger.headings import Layout, find_layout
from models.ledger.proposal import CellProblem, Heading, LedgerRow, Proposal, Skipped
from models.ledger.row_kinds import RowKinds, classify
from models.ledger.subtotals import unnamed_subtotals
from models.ledger.sums import SUM_FIELDS, Sums, read_sums
from models.ledger.synonyms import currency_code
from models.ledger.titles import Titles, debtor_of_sheet, heading_currency, heading_unit, read_titles
from models.rules.problems import Problem, Refused

_TEXT_FIELDS = (
    *("debtor_code", "uscc", "industry", "address", "phone", "postcode", "contact_person", "email"),
    *("number", "kind", "contract", "owner", "memo"),
)
_FILLED_DOWN = ("debtor", "debtor_code", "uscc")
_CREDIT_SIDE = frozenset(("贷", "贷方", "h", "c", "cr", "credit"))


def understand(
    grid: Grid, mapping: Mapping[str, str | None] | None = None, corrections: Mapping[str, str] | None = None
) -> Proposal:
    """What a sheet proposes as claims.

    ``mapping`` ({field: heading}, None leaves a field out) goes before what the headings seem to mean;
    ``corrections`` ({``G12``: text}) are read in place of the cells. Pure: the same grid gives the same proposal.
    Raises Refused where no heading row is found.
    """
    grid = grid.corrected(corrections or {})
    layout = find_layout(grid, mapping)
    if layout is None:
        raise Refused(Problem("ledger_no_headings", {"sheet": grid.sheet or ""}))
    return _Reading(grid, layout).proposal()


@dataclass
class _Found:
    """What comes up on the way."""

    problems: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)


class _Reading:
    """One sheet being read; ``kept`` are the indices of the rows that may be claims."""

    def __init__(self, grid: Grid, layout: Layout) -> None:
        self.grid = grid
        self.layout = layout
        self.titles: Titles = read_titles(grid, layout)
        self.kinds: RowKinds = classify(grid.rows, layout, self.titles.lines)
        out = self.kinds.skipped.keys() | self.kinds.blank
        below = range(layout.row + 1, len(grid.rows))
        self.kept = [i for i in below if i not in out] if out else list(below)
        rows = grid.rows
        self.table: list[Sequence[Value]] = list(zip(*[rows[i] for i in self.kept], strict=True))
        self.found = _Found()
        self.merged = self._merged_values()
        self.debtor_of_sheet: str | None = None

    def proposal(self) -> Proposal:
        missing = self._missing()
        rows = () if missing else self._rows()
        skipped = tuple(Skipped(i + 1, why) for i, why in sorted(self.kinds.skipped.items()))
        self._warn_of_the_sheet()
        stated = self._stated_total()
        totals = _totals(rows)
        if stated is not None and len(totals) == 1 and stated not in totals.values():
            self._warn_total(stated, sum(totals.values()))
        return Proposal(
            sheet=self.grid.sheet,
            heading_row=self.layout.row + 1,
            columns=self.layout.named(),
            signature=self.layout.signature(),
            rows=rows,
            skipped=skipped,
            problems=tuple(self.found.problems),
            warnings=tuple(self.found.warnings),
            totals=totals,
            stated_total_fen=stated,
            as_of=self.titles.as_of,
            sheets=self.grid.sheets,
            headings=self._headings(),
            missing=missing,
        )

    def _missing(self) -> tuple[str, ...]:
        columns = self.layout.columns
        missing = () if any(name in columns for name in SUM_FIELDS) else ("balance",)
        if "debtor" not in columns:
            named = debtor_of_sheet(self.grid, self.layout)
            if named is None:
                return ("debtor", *missing)
            self.debtor_of_sheet = named[0]
            self.found.warnings.append(CellProblem(named[1], "debtor_from_title", named[0]))
        return missing

    def _rows(self) -> tuple[LedgerRow, ...]:
        texts = {name: self._texts(name) for name in _TEXT_FIELDS if name in self.layout.columns}
        debtors = self._debtors(texts)
        days = {name: self._days(name) for name in ("issued_on", "due_on", "settled_on")}
        sums = self._sums(days["settled_on"])
        currencies = self._currencies()
        disputed = self._yes("disputed")
        out = self._unusable(debtors, sums, currencies)
        nothing: list[None] = [None] * len(self.kept)
        text_columns = [texts.get(name, nothing) for name in _TEXT_FIELDS]
        code, uscc, industry, place, phone, postcode, person, email, number, kind, contract, owner, memo = (
            text_columns
        )
        made = map(
            LedgerRow._make,
            zip(
                *(
                    [i + 1 for i in self.kept],
                    debtors,
                    code,
                    uscc,
                    industry,
                    place,
                    phone,
                    postcode,
                    person,
                    email,
                ),
                *(number, kind, contract, days["issued_on"], days["due_on"]),
                *(sums.amount, sums.paid, sums.balance, currencies, disputed),
                *(_only_when_paid(days["settled_on"], sums.balance), owner, memo),
                strict=True,
            ),
        )
        rows = [row for at, row in enumerate(made) if at not in out] if out else list(made)
        return self._without_unnamed_subtotals(rows)

    def _without_unnamed_subtotals(self, rows: list[LedgerRow]) -> tuple[LedgerRow, ...]:
        """Sums of the rows above that no word betrays are found by adding up."""
        column = self.layout.columns.get("debtor")
        blank = {
            row.row for row in rows if row.number is None and self._own_debtor_blank(row.row - 1, column)
        }
        sums = unnamed_subtotals(rows, blank, self.kinds.skipped)
        self.kinds.skipped.update({row - 1: why for row, why in sums.items()})
        return tuple(row for row in rows if row.row not in sums) if sums else tuple(rows)

    def _own_debtor_blank(self, index: int, column: int | None) -> bool:
        return column is None or (
            is_blank(self.grid.rows[index][column]) and (index, column) not in self.merged
        )

    # -- columns ------------------------------------------------------------------------------------------------

    def _raw(self, name: str) -> Sequence[Value]:
        column = self.layout.columns[name]
        values: Sequence[Value] = self.table[column] if self.kept else ()
        if name not in SUM_FIELDS and any(where == column for _, where in self.merged):
            values = [self.merged.get((i, column), value) for i, value in zip(self.kept, values, strict=True)]
        return values

    def _merged_values(self) -> dict[tuple[int, int], Value]:
        """Below the heading, a merged cell's value holds for all its rows: names and days, never sums."""
        sums = {self.layout.columns[name] for name in SUM_FIELDS if name in self.layout.columns}
        return {
            (row, column): self.grid.rows[first][column]
            for first, column, last, right in self.grid.merged
            if first > self.layout.row and first < last and column == right and column not in sums
            for row in range(first + 1, min(last + 1, len(self.grid.rows)))
        }

    def _texts(self, name: str) -> list[str | None]:
        raw = self._raw(name)
        cleaned = {value: text(value) for value in set(raw)}
        if name == "number":
            self._name_lost_digits(raw)
        return [cleaned[value] for value in raw]

    def _name_lost_digits(self, raw: Sequence[Value]) -> None:
        lost = {value for value in set(raw) if has_lost_digits(value)}
        for at, value in enumerate(raw) if lost else ():
            if value in lost:
                self._warn(self.kept[at], "number", "number_lost_digits")

    def _debtors(self, texts: dict[str, list[str | None]]) -> list[str | None]:
        if "debtor" not in self.layout.columns:
            return [self.debtor_of_sheet] * len(self.kept)
        debtors = self._texts("debtor")
        if None in debtors:
            self._fill_down(
                {"debtor": debtors, **{name: texts[name] for name in _FILLED_DOWN if name in texts}}
            )
        return debtors

    def _fill_down(self, columns: dict[str, list[str | None]]) -> None:
        """A row without a customer belongs to the one above it, be that a claim, an opening or a group's name."""
        heads = {i: why for i, why in self.kinds.skipped.items() if why in ("opening", "group")}
        last: dict[str, str | None] = {}
        at = {index: position for position, index in enumerate(self.kept)}
        for index in sorted([*self.kept, *heads]):
            if index in heads:
                last = self._head(index, columns) or last
            elif columns["debtor"][at[index]] is not None:
                last = {name: values[at[index]] for name, values in columns.items()}
            elif last:
                for name, values in columns.items():
                    values[at[index]] = values[at[index]] or last[name]
                if not self.grid.merged_known and "debtor" in last:
                    self._warn(index, "debtor", "debtor_from_above", last["debtor"] or "")

    def _head(self, index: int, columns: Iterable[str]) -> dict[str, str | None]:
        row = self.grid.rows[index]
        own = {name: text(row[self.layout.columns[name]]) for name in columns}
        name = self.kinds.groups.get(index) or own.get("debtor")
        return {**own, "debtor": name} if name else {}

    def _days(self, name: str) -> list[date | None]:
        if name == "issued_on" and self.layout.parts and name not in self.layout.columns:
            return self._days_of_parts(self.layout.parts)
        if name not in self.layout.columns:
            return [None] * len(self.kept)
        raw = self._raw(name)
        distinct = set(raw)
        order = order_of(distinct, _is_chinese(self.layout))
        if not is_order_certain(distinct, order):
            self._warn(self.layout.row, name, "day_order_guessed", params={"order": order})
        read = day_reader(order, self.grid.epoch_1904)
        known = {value: read(value) for value in distinct}
        unreadable = {value for value, day in known.items() if isinstance(day, Unreadable)}
        for at, value in enumerate(raw) if unreadable else ():
            if value in unreadable:
                self._warn(self.kept[at], name, str(known[value]))
        clean = {value: None if isinstance(day, Unreadable) else day for value, day in known.items()}
        return [clean[value] for value in raw]

    def _days_of_parts(self, parts: tuple[int, int, int]) -> list[date | None]:
        year, month, day = parts
        days: list[date | None] = []
        read = day_reader("ymd", False)
        for index in self.kept:
            row = self.grid.rows[index]
            written = "-".join(shown(row[column]).strip() for column in (year, month, day))
            found = read(written) if written.strip("-") else None
            if isinstance(found, Unreadable):
                self.found.warnings.append(
                    CellProblem(address(index, day), str(found), written, {}, index + 1)
                )
                found = None
            days.append(found)
        return days

    def _sums(self, settled: Sequence[date | None]) -> Sums:
        columns = {name: self._raw(name) for name in SUM_FIELDS if name in self.layout.columns}
        units = {
            name: heading_unit(self.layout.labels[self.layout.columns[name]], self.titles) for name in columns
        }
        sums = read_sums(columns, units, [day is not None for day in settled])
        for at, name, code in sums.doubts:
            self._warn(self.kept[at], name, code)
        self._turn_credits(sums)
        return sums

    def _turn_credits(self, sums: Sums) -> None:
        """A column of direction says which sums are credits, unless the signs say so already."""
        if "direction" not in self.layout.columns or sums.running:
            return
        for at, side in enumerate(self._raw("direction")):
            if (text(side) or "").lower() in _CREDIT_SIDE and sums.balance[at] > 0:
                for column in (sums.amount, sums.paid, sums.balance):
                    column[at] = -column[at]

    def _currencies(self) -> list[str | None]:
        stated = [self.layout.columns[n] for n in ("balance", "amount") if n in self.layout.columns]
        default = next(
            (code for c in stated if (code := heading_currency(self.layout.labels[c]))), self.titles.currency
        )
        if "currency" not in self.layout.columns:
            return [default] * len(self.kept)
        raw = self._raw("currency")
        codes = {value: default if is_blank(value) else currency_code(shown(value)) for value in set(raw)}
        return [codes[value] for value in raw]

    def _yes(self, name: str) -> list[bool]:
        if name not in self.layout.columns:
            return [False] * len(self.kept)
        return [is_yes(value) for value in self._raw(name)]

    # -- what is wrong ------------------------------------------------------------------------------------------

    def _unusable(
        self, debtors: Sequence[str | None], sums: Sums, currencies: Sequence[str | None]
    ) -> frozenset[int]:
        """Positions of the rows that become no claim, each with its cell named."""
        bad = {at: (name, code) for at, (name, code) in sums.bad.items()}
        if None in currencies:
            bad |= {
                at: ("currency", "currency_unknown") for at, code in enumerate(currencies) if code is None
            }
        if None in debtors:
            bad |= {at: ("debtor", "debtor_missing") for at, debtor in enumerate(debtors) if debtor is None}
        for at, (name, code) in sorted(bad.items()):
            self.found.problems.append(self._problem(self.kept[at], name, code))
        return frozenset(bad)

    def _problem(self, index: int, name: str, code: str, value: str = "") -> CellProblem:
        column = self.layout.columns[name]
        cell = address(index, column)
        blind = self.grid.blind.get(cell)
        if blind:
            code = "formula_without_result" if blind == "formula" else "error_value"
        row = self.grid.rows[index]
        written = blind if blind and blind != "formula" else shown(row[column])
        return CellProblem(cell, code, value or written, {"heading": self.layout.labels[column]}, index + 1)

    def _warn(
        self, index: int, name: str, code: str, value: str = "", params: Mapping[str, str] | None = None
    ) -> None:
        problem = self._problem(index, name, code, value)
        more = {**problem.params, **(params or {})}
        self.found.warnings.append(CellProblem(problem.cell, problem.code, problem.value, more, problem.row))

    def _warn_of_the_sheet(self) -> None:
        if self.grid.hidden_rows:
            self.found.warnings.append(CellProblem("", "hidden_rows_read", str(self.grid.hidden_rows)))
        if self.grid.similar:
            self.found.warnings.append(CellProblem("", "other_sheets_alike", "、".join(self.grid.similar)))

    def _warn_total(self, stated: int, read: int) -> None:
        index = max(i for i, why in self.kinds.skipped.items() if why == "total")
        name = "balance" if "balance" in self.layout.columns else "amount"
        params = {
            "stated": f"{stated / 100:,.2f}",
            "read": f"{read / 100:,.2f}",
            "difference": f"{(stated - read) / 100:,.2f}",
        }
        self._warn(index, name, "total_differs", params=params)

    def _stated_total(self) -> int | None:
        """The balance, else the amount less what was paid, in the file's own last total row."""
        totals = [index for index, why in self.kinds.skipped.items() if why == "total"]
        if not totals:
            return None
        row = self.grid.rows[max(totals)]
        columns = {
            name: [row[self.layout.columns[name]]] for name in SUM_FIELDS if name in self.layout.columns
        }
        units = {
            name: heading_unit(self.layout.labels[self.layout.columns[name]], self.titles) for name in columns
        }
        sums = read_sums(columns, units, [False])
        return None if sums.bad or ("amount" not in columns and "balance" not in columns) else sums.balance[0]

    def _headings(self) -> tuple[Heading, ...]:
        rows = [self.grid.rows[i] for i in self.kept[:200]]
        return tuple(
            Heading(
                column,
                label,
                tuple(dict.fromkeys(shown(r[column]) for r in rows if not is_blank(r[column])))[:3],
            )
            for column, label in enumerate(self.layout.labels)
            if label
        )


def _only_when_paid(settled: Sequence[date | None], balances: Sequence[int]) -> list[date | None]:
    """A day of payment settles a claim only where nothing is left open."""
    return [day if day and not balance else None for day, balance in zip(settled, balances, strict=True)]


def _is_chinese(layout: Layout) -> bool:
    return any("\u3400" <= letter <= "\u9fff" for label in layout.labels for letter in label)


def _totals(rows: Iterable[LedgerRow]) -> dict[str, int]:
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row.currency] += row.balance_fen
    return dict(sorted(totals.items()))
