"""One debtor's account as a workbook, with its running balance and the line that ties it to the claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from models.ledger.sheet_out import Column, Entry, Table, write_tables
from models.ledger.workbook_out import words_of
from models.rules.money import grouped


class AccountLine(Protocol):
    """One entry; sums in fen."""

    @property
    def what(self) -> str: ...  # noqa: D102
    @property
    def on(self) -> date | None: ...  # noqa: D102
    @property
    def day_known(self) -> bool: ...  # noqa: D102
    @property
    def number(self) -> str | None: ...  # noqa: D102
    @property
    def due_on(self) -> date | None: ...  # noqa: D102
    @property
    def debit_fen(self) -> int: ...  # noqa: D102
    @property
    def credit_fen(self) -> int: ...  # noqa: D102
    @property
    def balance_fen(self) -> int: ...  # noqa: D102
    @property
    def shares(self) -> tuple[tuple[str, int], ...]: ...  # noqa: D102
    @property
    def memo(self) -> str | None: ...  # noqa: D102


class Account(Protocol):
    """What the workbook states of the whole."""

    @property
    def debtor(self) -> str: ...  # noqa: D102
    @property
    def currency(self) -> str: ...  # noqa: D102
    @property
    def first(self) -> date | None: ...  # noqa: D102
    @property
    def last(self) -> date: ...  # noqa: D102
    @property
    def opening_fen(self) -> int: ...  # noqa: D102
    @property
    def lines(self) -> Sequence[AccountLine]: ...  # noqa: D102
    @property
    def closing_fen(self) -> int: ...  # noqa: D102
    @property
    def claims_fen(self) -> int: ...  # noqa: D102
    @property
    def charges_fen(self) -> int: ...  # noqa: D102
    @property
    def advance_fen(self) -> int: ...  # noqa: D102


def write_account(path: Path, account: Account, language: str = "zh_CN") -> None:
    """One sheet: opening balance, every entry, closing balance, and how it follows from claims and advance."""
    words = words_of(language)
    kinds = {"account_on": "day", "due_on": "day"}
    kinds |= dict.fromkeys(("account_debit", "account_credit", "balance"), "money")
    names = ("account_on", "account_what", "number", "due_on", "account_debit", "account_credit", "balance",
             "account_shares", "account_memo")  # fmt: skip
    widths = {"account_shares": 40, "account_memo": 30}
    columns = [Column(words[name], kinds.get(name, "text"), widths.get(name, 15)) for name in names]
    first = account.first.isoformat() if account.first else words["account_from_start"]
    period = words["account_period"].format(first=first, last=account.last, currency=account.currency)
    rows = [_opening(account, words), *(_row(line, words) for line in account.lines)]
    write_tables(path, [Table(
        words["account"], f"{account.debtor} {words['account']}", period, columns, rows, _totals(account, words)
    )])  # fmt: skip


def _opening(account: Account, words: Mapping[str, str]) -> list[Entry]:
    return [account.first, words["account_opening"], None, None, None, None, account.opening_fen, None, None]


def _row(line: AccountLine, words: Mapping[str, str]) -> list[Entry]:
    shares = "; ".join(f"{number} {grouped(fen)}" for number, fen in line.shares)
    unknown = None if line.day_known else words["account_day_unknown"]
    return [
        line.on,
        words[f"what_{line.what}"],
        line.number,
        line.due_on,
        line.debit_fen or None,
        line.credit_fen or None,
        line.balance_fen,
        shares or None,
        " ".join(part for part in (unknown, line.memo) if part) or None,
    ]


def _totals(account: Account, words: Mapping[str, str]) -> list[list[Entry]]:
    debit = sum(line.debit_fen for line in account.lines)
    credit = sum(line.credit_fen for line in account.lines)
    told = [("account_closing", account.closing_fen), ("account_claims", account.claims_fen)]
    told += [("account_charges", account.charges_fen)] if account.charges_fen else []
    told += [("account_advance", -account.advance_fen)]
    rows: list[list[Entry]] = [
        [None, words[name], None, None, None, None, fen, None, None] for name, fen in told
    ]
    rows[0][0], rows[0][4:6] = account.last, [debit, credit]
    return rows
