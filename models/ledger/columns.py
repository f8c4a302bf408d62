"""The columns of a sheet read one by one, for the rows that may be claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import compress

from models.ledger.cells import Unreadable, are_clean, has_lost_digits, has_marks, is_yes, shown, text
from models.ledger.days import day_reader, is_order_certain, order_of
from models.ledger.findings import Findings
from models.ledger.grid import Grid, Value, distinct_of, is_blank
from models.ledger.headings import Layout
from models.ledger.row_kinds import RowKinds
from models.ledger.sums import SUM_FIELDS, Sums, read_sums
from models.ledger.synonyms import currency_code, folded
from models.ledger.titles import Titles, heading_currency, heading_unit
from models.rules.money import grouped

TEXT_FIELDS = (
    *("debtor_code", "uscc", "industry", "address", "phone", "postcode", "contact_person", "email"),
    *("number", "kind", "contract", "owner", "memo"),
)
_FILLED_DOWN = ("debtor", "debtor_code", "uscc")
_UP_TO_NOW = re.compile(r"已|累计|核销|paid|applied|received|todate")
_CREDIT_SIDE = frozenset(("贷", "贷方", "h", "c", "cr", "credit"))


class SheetColumns:
    """Cells of the kept rows by field, every list returned in their order.

    ``kept`` are their indices, ``numbers`` what the sheet calls them, from 1.
    """

    def __init__(
        self,
        grid: Grid,
        below: Sequence[Sequence[Value]],
        layout: Layout,
        titles: Titles,
        kinds: RowKinds,
        findings: Findings,
    ) -> None:
        """``below`` are the columns of the rows below the heading."""
        self.grid = grid
        self.layout = layout
        self.titles = titles
        self.kinds = kinds
        self.findings = findings
        self.kept: Sequence[int] = range(layout.row + 1, len(grid.rows))
        self.numbers: Sequence[int] = range(layout.row + 2, len(grid.rows) + 1)
        self._table = below
        if out := kinds.skipped.keys() | kinds.blank:
            stays = [index not in out for index in self.kept]
            self.kept, self.numbers = list(compress(self.kept, stays)), list(compress(self.numbers, stays))
            self._table = [list(compress(column, stays)) for column in below]
        self._merged = self._merged_values()

    def raw(self, name: str) -> Sequence[Value]:
        """The cells of a field as they stand; a merged cell holds for all its rows, unless it is a sum."""
        column = self.layout.columns[name]
        values: Sequence[Value] = self._table[column] if self.kept else ()
        if name not in SUM_FIELDS and any(where == column for _, where in self._merged):
            values = [
                self._merged.get((index, column), value)
                for index, value in zip(self.kept, values, strict=True)
            ]
        return values

    def _merged_values(self) -> dict[tuple[int, int], Value]:
        sums = {self.layout.columns[name] for name in SUM_FIELDS if name in self.layout.columns}
        return {
            (row, column): self.grid.rows[first][column]
            for first, column, last, right in self.grid.merged
            if first > self.layout.row and first < last and column == right and column not in sums
            for row in range(first + 1, min(last + 1, len(self.grid.rows)))
        }

    # -- names and texts ----------------------------------------------------------------------------------------

    def texts(self) -> dict[str, list[str | None]]:
        """Every text column there is."""
        found = {name: self._texts(name) for name in TEXT_FIELDS if name in self.layout.columns}
        if "uscc" in found:
            self._doubt_usccs(found["uscc"])
        if self.layout.voucher_word is not None and "number" in found:
            found["number"] = self._vouchers(found["number"], self.layout.voucher_word)
        return found

    def _vouchers(self, numbers: Sequence[str | None], words: int) -> list[str | None]:
        """The numbers of vouchers with the word that stands in a column of its own: 转 and 3 are 转-3."""
        said = [text(self.grid.rows[index][words]) for index in self.kept]
        return [
            f"{word}-{number}" if word and number else number
            for word, number in zip(said, numbers, strict=True)
        ]

    def _texts(self, name: str) -> list[str | None]:
        raw = self.raw(name)
        if name == "number":
            odd = {value for value in raw if type(value) is not str or "E" in value or "e" in value}
            lost = {value for value in odd if has_lost_digits(value)}
            self._doubt_all(name, raw, dict.fromkeys(lost, "number_lost_digits"))
        distinct = raw if name == "number" else distinct_of(raw)  # numbers hardly repeat
        if are_clean(distinct):
            return list(raw)  # type: ignore[arg-type]  # all of them are texts
        cleaned = {value: text(value) for value in distinct}
        return [cleaned[value] for value in raw]

    def _doubt_all(self, name: str, raw: Sequence[Value], codes: Mapping[Value, str]) -> None:
        for at, value in enumerate(raw) if codes else ():
            if value in codes:
                self.findings.doubt(self.kept[at], name, codes[value])

    def _doubt_usccs(self, codes: Sequence[str | None]) -> None:
        """A wrong check character is said once for each code; the row is read."""
        from stdnum.cn import uscc

        for code in {code for code in codes if code and len(code) == 18 and not uscc.is_valid(code)}:
            self.findings.doubt(self.kept[codes.index(code)], "uscc", "uscc_doubtful")

    def debtors(
        self, texts: Mapping[str, list[str | None]], of_sheets: Sequence[tuple[int, str, str]]
    ) -> list[str | None]:
        """Who owes, row by row. Blanks belong to the row above.

        Where there is no column it is the one of the group above, or the sheet's: ``of_sheets`` are (first row, name,
        cell).
        """
        if "debtor" not in self.layout.columns and self.names_groups():
            groups = sorted(self.kinds.groups)
            return [self.kinds.groups[groups[bisect_right(groups, index) - 1]] for index in self.kept]
        if "debtor" not in self.layout.columns:
            starts = [start for start, *_ in of_sheets]
            return [of_sheets[bisect_right(starts, index) - 1][1] for index in self.kept]
        debtors = self._texts("debtor")
        if debtors != list(self.raw("debtor")):
            self._doubt_dropped_marks()
        if None in debtors:
            self._fill_down(
                {"debtor": debtors, **{name: texts[name] for name in _FILLED_DOWN if name in texts}}
            )
        return debtors

    def names_groups(self) -> bool:
        """Whether every row stands under a line that names its customer."""
        first = min(self.kinds.groups, default=None)
        return first is not None and (not self.kept or first < self.kept[0])

    def _doubt_dropped_marks(self) -> None:
        """An apostrophe or an invisible mark round a name is no part of it, and that is said once for each name."""
        raw = self.raw("debtor")
        for value in dict.fromkeys(raw):
            if isinstance(value, str) and has_marks(value):
                at = raw.index(value)
                params = {"read": text(value) or ""}
                self.findings.doubt(self.kept[at], "debtor", "marks_dropped", params=params)

    def _fill_down(self, columns: dict[str, list[str | None]]) -> None:
        """A row without a customer belongs to the one above it, be that a claim, an opening or a group's name."""
        heads = {index for index, why in self.kinds.skipped.items() if why in ("opening", "group")}
        starts = {part.above + part.heading_row - 1 for part in self.grid.parts}
        at = {index: position for position, index in enumerate(self.kept)}
        last: dict[str, str | None] = {}
        under_head = False
        for index in sorted({*self.kept, *heads, *starts}):
            if index in starts:
                last = {}
            elif index in heads:
                head = self._head(index, columns)
                last, under_head = (head, True) if head else (last, under_head)
            elif columns["debtor"][at[index]] is not None:
                last, under_head = {name: values[at[index]] for name, values in columns.items()}, False
            elif last:
                for name, values in columns.items():
                    values[at[index]] = values[at[index]] or last[name]
                if not under_head:
                    self.findings.doubt(index, "debtor", "debtor_from_above", last["debtor"])

    def _head(self, index: int, columns: Iterable[str]) -> dict[str, str | None]:
        row = self.grid.rows[index]
        own = {name: text(row[self.layout.columns[name]]) for name in columns}
        debtor = self.kinds.groups.get(index) or own.get("debtor")
        return {**own, "debtor": debtor} if debtor else {}

    def has_own_debtor(self, index: int) -> bool:
        """Whether a row names its customer itself, or by a merged cell."""
        column = self.layout.columns.get("debtor")
        return column is not None and (
            not is_blank(self.grid.rows[index][column]) or (index, column) in self._merged
        )

    # -- days ---------------------------------------------------------------------------------------------------

    def days(self, name: str) -> list[date | None]:
        """The days of a field; one that cannot be read is named and left blank."""
        if name == "issued_on" and self.layout.parts and name not in self.layout.columns:
            return self._days_of_parts()
        if name not in self.layout.columns:
            return [None] * len(self.kept)
        raw = self.raw(name)
        distinct = set(raw)
        order = order_of(distinct, self.layout.is_chinese())
        if not is_order_certain(distinct, order):
            self.findings.doubt(self.layout.row, name, "day_order_guessed", params={"order": order})
        read = day_reader(order, self.grid.epoch_1904)
        known = {value: read(value) for value in distinct}
        self._doubt_all(
            name, raw, {value: str(day) for value, day in known.items() if isinstance(day, Unreadable)}
        )
        clean = {value: None if isinstance(day, Unreadable) else day for value, day in known.items()}
        return [clean[value] for value in raw]

    def _days_of_parts(self) -> list[date | None]:
        """Days whose year, month and day stand in columns of their own, or the year in their heading."""
        parts, year = self.layout.parts, self.layout.year
        days: list[date | None] = []
        read = day_reader("ymd", False)
        for index in self.kept:
            row = self.grid.rows[index]
            written = "-".join(shown(row[column]).strip() for column in parts)
            written = f"{year}-{written}" if year and written.strip("-") else written
            found = read(written) if written.strip("-") else None
            if isinstance(found, Unreadable):
                self.findings.doubt_at(self.grid.address(index, parts[-1]), str(found), written, index + 1)
                found = None
            days.append(found)
        return days

    # -- sums ---------------------------------------------------------------------------------------------------

    def sums(self, settled: Sequence[date | None], before: Sequence[int | None]) -> Sums:
        """Amount, paid and balance of every row; a day of settlement pays a row that says nothing else.

        ``before`` is what each customer brings along at its first row, as in ``read_sums``.
        """
        columns = {
            name: self.raw(name) for name in (*SUM_FIELDS, "credit_balance") if name in self.layout.columns
        }
        paid_off = [day is not None for day in settled]
        sums = read_sums(
            columns, self._units(columns), paid_off, self._credit_side(), before, self._speaks_of_flows()
        )
        for at, name, code in sums.doubts:
            self.findings.doubt(self.kept[at], name, code)
        self._doubt_round_figures(columns, sums)
        return sums

    def _credit_side(self) -> list[bool] | None:
        """Which rows a column of direction calls credits."""
        if "direction" not in self.layout.columns:
            return None
        return [(text(side) or "").lower() in _CREDIT_SIDE for side in self.raw("direction")]

    def _speaks_of_flows(self) -> bool:
        """Whether the heading of what was paid means single receipts, not what has come in up to now."""
        column = self.layout.columns.get("paid")
        return column is not None and not _UP_TO_NOW.search(folded(self.layout.joined()[column]))

    def named_at(self, index: int) -> str | None:
        """The debtor that a skipped row names itself, or by a merged cell."""
        column = self.layout.columns.get("debtor")
        if column is None:
            return None
        return text(self._merged.get((index, column), self.grid.rows[index][column]))

    def open_at(self, index: int) -> int | None:
        """What an opening says is owed, below zero where its direction says credit; None where it says nothing."""
        names = [name for name in SUM_FIELDS if name in self.layout.columns]
        balance = self.stated(index, ["balance"]) if "balance" in names else None
        fen = self.stated(index, names) if balance is None and "amount" in names else balance
        side = self.layout.columns.get("direction")
        credit = side is not None and (text(self.grid.rows[index][side]) or "").lower() in _CREDIT_SIDE
        return -abs(fen) if credit and fen else fen

    def stated(self, index: int, names: Iterable[str]) -> int | None:
        """What a row of totals says is open; None where it says nothing."""
        row = self.grid.rows[index]
        both = [*names, *({"credit_balance"} & self.layout.columns.keys())]
        columns = {name: [row[self.layout.columns[name]]] for name in both}
        sums = read_sums(columns, self._units(columns), [False])
        return None if sums.bad or not columns.keys() & {"amount", "balance"} else sums.balance[0]

    def _units(self, names: Iterable[str]) -> dict[str, int]:
        return {
            name: heading_unit(self.layout.labels[self.layout.columns[name]], self.titles) for name in names
        }

    def _doubt_round_figures(self, columns: Mapping[str, Sequence[Value]], sums: Sums) -> None:
        """``1.5万`` is read as 15,000.00, and said: such figures are often rounded."""
        for name, cells in columns.items():
            if name not in SUM_FIELDS or str not in set(map(type, cells)):
                continue
            for at, value in enumerate(cells):
                if type(value) is str and value.rstrip("元 ").endswith(("万", "亿")) and at not in sums.bad:
                    fen = getattr(sums, name)[at]
                    self.findings.doubt(self.kept[at], name, "sum_in_wan", params={"read": grouped(fen)})

    # -- the rest -----------------------------------------------------------------------------------------------

    def currencies(self) -> list[str | None]:
        """The ISO code of each row's sums; None where a currency is not known."""
        stated = [
            self.layout.labels[self.layout.columns[n]]
            for n in ("balance", "amount")
            if n in self.layout.columns
        ]
        default = next((code for label in stated if (code := heading_currency(label))), self.titles.currency)
        if "currency" not in self.layout.columns:
            return [default] * len(self.kept)
        raw = self.raw("currency")
        codes = {value: default if is_blank(value) else currency_code(shown(value)) for value in set(raw)}
        return [codes[value] for value in raw]

    def disputed(self) -> list[bool]:
        """Which rows are marked as disputed."""
        if "disputed" not in self.layout.columns:
            return [False] * len(self.kept)
        return [is_yes(value) for value in self.raw("disputed")]
