"""The rows of a statement: what came in, what went out, what is no payment at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from models.ledger.cells import Unreadable, has_lost_digits, shown, sum_reader, text, writes_decimal_comma
from models.ledger.days import day_reader, order_of
from models.ledger.findings import Findings
from models.ledger.grid import Grid, Value, is_blank
from models.ledger.row_kinds import mark
from models.ledger.statement_headings import StatementLayout
from models.ledger.synonyms import currency_code, folded
from models.ledger.titles import Titles, heading_unit, read_titles
from models.rules.money import grouped

Sum = int | Unreadable | None
_SUMS = ("income", "expense", "amount", "balance")
_IN = frozenset(
    (
        "贷",
        "贷方",
        "收",
        "收入",
        "收款",
        "入",
        "入账",
        "来账",
        "转入",
        "存入",
        "c",
        "cr",
        "credit",
        "in",
        "h",
        "+",
    )
)
_OUT = frozenset(
    (
        "借",
        "借方",
        "支",
        "支出",
        "付",
        "付款",
        "出",
        "往账",
        "转出",
        "支取",
        "d",
        "dr",
        "debit",
        "out",
        "s",
        "-",
    )
)
_JOURNAL = re.compile(r"日记账|日记帐|银行存款明细|科目")
_INSTANT = re.compile(r"((?:19|20)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)[-T ]?\d\d[:.]?\d\d([:.]?\d\d([.:]?\d+)?)?")
_FOOTER = re.compile(r".*(合计|总计|小计|笔数|共计|total).*")
_LEAST_PAIRS = 3


@dataclass(frozen=True)
class StatementLine:
    """Money that came in. ``row`` counts from 1 as the file shows it; ``account`` is the payer's, as text."""

    row: int
    on: date
    amount_fen: int
    currency: str = "CNY"
    payer: str | None = None
    account: str | None = None
    memo: str | None = None
    reference: str | None = None


@dataclass
class Read:
    """What came of the rows; ``skipped`` is {index of the row: why}."""

    findings: Findings
    lines: list[StatementLine] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)


def read_rows(grid: Grid, found: StatementLayout, today: date) -> Read:
    """Every row below the heading becomes a line, is skipped with why, or has a problem in a cell."""
    return _Rows(grid, found, today).read()


class _Rows:
    def __init__(self, grid: Grid, found: StatementLayout, today: date) -> None:
        self.grid, self.found, self.today = grid, found, today
        self.layout = found.layout
        self.columns = self.layout.columns
        self.titles: Titles = read_titles(grid, self.layout)
        self.result = Read(Findings(grid, self.layout))
        self.labels = set(self.layout.labels) - {""}
        self.below = range(self.layout.row + 1, len(grid.rows))
        self.sums = self._readers()
        self.read_day = day_reader(order_of(self._column("on"), True), grid.epoch_1904)
        self.directed = self._has_directions()
        self.swapped = False

    def read(self) -> Read:
        self._settle_sides()
        for index in self.below:
            if not all(is_blank(value) for value in self.grid.rows[index]):
                self._take(index)
        self._look_at_totals()
        self._look_at_balances()
        return self.result

    # --- cells -------------------------------------------------------------------------------------

    def _column(self, name: str) -> list[Value]:
        at = self.columns[name]
        return [self.grid.rows[index][at] for index in self.below]

    def _readers(self) -> dict[str, Callable[[Value], Sum]]:
        return {
            name: sum_reader(
                heading_unit(self.layout.labels[self.columns[name]], self.titles),
                writes_decimal_comma(self._column(name)),
            )
            for name in _SUMS
            if name in self.columns
        }

    def _cell(self, index: int, name: str) -> Value:
        return self.grid.rows[index][self.columns[name]] if name in self.columns else None

    def _text(self, index: int, name: str) -> str | None:
        return text(self._cell(index, name))

    def _sum(self, index: int, name: str) -> Sum:
        return self.sums[name](self._cell(index, name)) if name in self.sums else None

    def _day(self, index: int) -> date | Unreadable | None:
        value = self._cell(index, "on")
        if isinstance(value, int | float) and not isinstance(value, bool) and value > 19_000_101_000_000:
            value = f"{value:.0f}"
        if isinstance(value, str) and (instant := _INSTANT.fullmatch(value.strip())):
            value = "-".join(instant.group(1, 2, 3))
        return self.read_day(value)

    def _has_directions(self) -> bool:
        """Whether the column of directions says on most rows which way the money went."""
        if "direction" not in self.columns:
            return False
        said = [folded(shown(value)) for value in self._column("direction") if not is_blank(value)]
        return bool(said) and sum(word in _IN or word in _OUT for word in said) * 2 > len(said)

    # --- which side is which -------------------------------------------------------------------------

    def _settle_sides(self) -> None:
        """In the firm's own journal of the bank debit is what came in: the balance proves it, else the title says."""
        if "income" not in self.columns or "expense" not in self.columns:
            return
        moves = self._balances()
        as_bank, as_journal = max(_agreeing(moves, 1)), max(_agreeing(moves, -1))
        if len(moves) > _LEAST_PAIRS and as_bank != as_journal:
            self.swapped = as_journal > as_bank
        else:
            self.swapped = any(_JOURNAL.search(line) for line in self.titles.lines) and self._sided()
        if self.swapped:
            self.result.findings.doubt(self.layout.row, "expense", "bank_journal")

    def _sided(self) -> bool:
        """Whether the columns are called debit and credit, which alone can be meant from either side."""
        return folded(self.layout.labels[self.columns["income"]]).startswith("贷")

    def _balances(self) -> list[tuple[int, int, int]]:
        """(index, movement, balance) of the rows that state a balance and move it; totals are none of them."""
        if "balance" not in self.columns:
            return []
        found = []
        for index in self.below:
            balance, moved = self._sum(index, "balance"), self._movement(index)
            if type(balance) is int and type(moved) is int and moved and not self._total_word(index):
                found.append((index, moved, balance))
        return found

    # --- rows ----------------------------------------------------------------------------------------

    def _take(self, index: int) -> None:
        moved = self._movement(index)
        why = self._no_payment(index, moved)
        if why:
            self.result.skipped[index] = why
        elif isinstance(moved, Unreadable):
            self.result.findings.spoils(index, self._sum_field(index), str(moved))
        else:
            self._take_money(index, moved or 0)

    def _movement(self, index: int) -> Sum:
        """What came in (above zero) or went out by this row; None where it says nothing."""
        if "income" not in self.columns:
            return self._directed_amount(index)
        income, expense = self._sum(index, "income"), self._sum(index, "expense")
        if self.swapped:
            income, expense = expense, income
        if isinstance(income, Unreadable):
            return income
        if isinstance(expense, Unreadable):
            return expense
        if income is None and expense is None:
            return None
        return (income or 0) - (expense or 0)

    def _directed_amount(self, index: int) -> Sum:
        amount = self._sum(index, "amount")
        if isinstance(amount, Unreadable) or amount is None or not self.directed:
            return amount
        return -abs(amount) if folded(self._text(index, "direction") or "") in _OUT else amount

    def _sum_field(self, index: int) -> str:
        names = [name for name in ("income", "expense", "amount") if name in self.sums]
        return next((name for name in names if isinstance(self._sum(index, name), Unreadable)), names[0])

    def _no_payment(self, index: int, moved: Sum) -> str | None:
        """Why a row is no payment that came in, None where it may be one."""
        row, dated = self.grid.rows[index], isinstance(self._day(index), date)
        words = [value.strip() for value in row if isinstance(value, str) and value.strip()]
        if sum(word in self.labels for word in words) * 2 > len(words) > 1:
            return "heading"
        if word := self._total_word(index):
            return word
        if moved is None or (isinstance(moved, Unreadable) and not dated):
            return "no_amount" if dated else "note"
        return None if isinstance(moved, Unreadable) else self._sign_of(index, moved)

    def _total_word(self, index: int) -> str | None:
        """``opening``, ``subtotal`` or ``total`` where a word says so, in a row without a day or without a payer."""
        dated = isinstance(self._day(index), date)
        if dated and self._text(index, "payer"):
            return None
        words = [value for value in self.grid.rows[index] if isinstance(value, str) and value.strip()]
        if named := next((why for word in words if (why := mark(word))), None):
            return named
        return "total" if not dated and any(_FOOTER.fullmatch(folded(word)) for word in words) else None

    def _sign_of(self, index: int, moved: int) -> str | None:
        sides = [self._sum(index, name) for name in ("income", "expense")]
        if any(isinstance(side, int) and side < 0 for side in sides):
            name = next(name for name in ("income", "expense") if _below_zero(self._sum(index, name)))
            self.result.findings.doubt(index, name, "bank_reversed")
            return "reversed"
        return "outgoing" if moved < 0 else "no_amount" if moved == 0 else None

    def _take_money(self, index: int, fen: int) -> None:
        findings, day = self.result.findings, self._day(index)
        if self._sum(index, "income") and self._sum(index, "expense"):
            findings.spoils(index, "income", "bank_both_sides")
        elif not isinstance(day, date):
            self._take_undated(index, fen, day)
        elif day > self.today:
            findings.spoils(index, "on", "bank_day_to_come")
        elif (currency := self._currency(index)) is None:
            findings.spoils(index, "currency", "currency_unknown")
        else:
            self.result.lines.append(self._line(index, day, fen, currency))

    def _take_undated(self, index: int, fen: int, day: Unreadable | None) -> None:
        """A sum of the lines above that no word betrays has neither day nor payer."""
        above = sum(line.amount_fen for line in self.result.lines)
        if day is None and fen == above and not self._text(index, "payer"):
            self.result.skipped[index] = "total"
        else:
            code = "bank_day_missing" if day is None else "bank_day_unreadable"
            self.result.findings.spoils(index, "on", code)

    def _currency(self, index: int) -> str | None:
        written = self._text(index, "currency")
        return self.titles.currency if written is None else currency_code(written)

    def _line(self, index: int, day: date, fen: int, currency: str) -> StatementLine:
        account = self._cell(index, "account")
        if has_lost_digits(account):
            self.result.findings.doubt(index, "account", "number_lost_digits")
            account = None
        parts = [text(self.grid.rows[index][at]) for at in self.found.memos]
        memo = "；".join(dict.fromkeys(part for part in parts if part))
        return StatementLine(
            index + 1,
            day,
            fen,
            currency,
            self._text(index, "payer"),
            text(account),
            memo or None,
            _only_a_number(self._text(index, "reference")),
        )

    # --- control ---------------------------------------------------------------------------------------

    def _look_at_totals(self) -> None:
        """The file's own total of what came in, where the last row of totals states one."""
        last = max((index for index, why in self.result.skipped.items() if why == "total"), default=None)
        if last is None or "income" not in self.columns:
            return
        name = "expense" if self.swapped else "income"
        stated = self._sum(last, name)
        read = sum(line.amount_fen for line in self.result.lines)
        if isinstance(stated, int) and stated and stated != read:
            facts = {"stated": grouped(stated), "read": grouped(read), "difference": grouped(stated - read)}
            self.result.findings.doubt(last, name, "bank_total_differs", params=facts)

    def _look_at_balances(self) -> None:
        """Where the balance runs from row to row but for one place, a row is missing or misread there."""
        moves = self._balances()
        falling, rising = _agreeing(moves, 1)
        pairs = len(moves) - 1
        if pairs < _LEAST_PAIRS or max(falling, rising) * 2 < pairs:
            return
        for before, after in pairwise(moves):
            older, newer = (before, after) if rising >= falling else (after, before)
            if newer[2] - older[2] != newer[1]:
                self.result.findings.doubt(after[0], "balance", "bank_balance_breaks")


def _only_a_number(reference: str | None) -> str | None:
    """A number of noughts, as some banks fill the column, is none."""
    return reference if reference and reference.strip("0") else None


def _below_zero(value: Sum) -> bool:
    return isinstance(value, int) and value < 0


def _agreeing(moves: Sequence[tuple[int, int, int]], sign: int) -> tuple[int, int]:
    """How many neighbours agree with their balances where the newest row stands first, and where it stands last."""
    falling = sum(a[2] - b[2] == sign * a[1] for a, b in pairwise(moves))
    rising = sum(b[2] - a[2] == sign * b[1] for a, b in pairwise(moves))
    return falling, rising
