"""Workbooks that go out: real numbers and days, colours, filters; no text that becomes a formula, none cut short.

Files appear whole under their name. Raises Refused for a text longer than a cell can hold.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from models.ledger.sheet_out import Column, Entry, Table, write_tables
from models.rules.ageing import CREDIT, NOT_DUE, UNDATED, action_bands
from models.rules.facts import AgingFacts

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class ClaimLine(Protocol):
    """What the list of claims shows of one; sums in fen."""

    @property
    def debtor(self) -> str: ...  # noqa: D102
    @property
    def number(self) -> str | None: ...  # noqa: D102
    @property
    def contract(self) -> str | None: ...  # noqa: D102
    @property
    def issued_on(self) -> date | None: ...  # noqa: D102
    @property
    def due_on(self) -> date | None: ...  # noqa: D102
    @property
    def days_overdue(self) -> int: ...  # noqa: D102
    @property
    def amount_fen(self) -> int: ...  # noqa: D102
    @property
    def paid_fen(self) -> int: ...  # noqa: D102
    @property
    def balance_fen(self) -> int: ...  # noqa: D102
    @property
    def currency(self) -> str: ...  # noqa: D102
    @property
    def owner(self) -> str | None: ...  # noqa: D102


def write_aging(path: Path, facts: AgingFacts, claims: Sequence[ClaimLine], language: str = "zh_CN") -> None:
    """The aging of a day by whatever it was grouped, and every claim behind it on a second sheet."""
    words = words_of(language)
    write_tables(path, [_aging_table(facts, words), _claims_table(claims, facts.as_of, words)])


def write_claims(path: Path, claims: Sequence[ClaimLine], as_of: date, language: str = "zh_CN") -> None:
    """A list of claims as of a day."""
    write_tables(path, [_claims_table(claims, as_of, words_of(language))])


@lru_cache(maxsize=2)
def words_of(language: str) -> dict[str, str]:
    """The words of the workbooks in one language."""
    with (_RESOURCES / "ledger" / f"workbook.{language}.toml").open("rb") as file:
        return tomllib.load(file)


# -- what the tables show ---------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _band_looks() -> dict[str, tuple[str, str]]:
    """Fill and text of the action bands, the same as on the screen."""
    with (_RESOURCES / "theme" / "tokens.toml").open("rb") as file:
        bands = tomllib.load(file)["light"]["bands"]
    names = [name for name in action_bands().names if name != UNDATED]
    return {n: (b["pill"].strip("#"), b["text"].strip("#")) for n, b in zip(names, bands, strict=True)}


def _look(band: str) -> tuple[str, str] | None:
    """The colour of a band; one with other ends has that of the action band in which it begins."""
    looks = _band_looks()
    if band in (UNDATED, CREDIT):
        return None
    begins = 0 if band == NOT_DUE else int(re.split(r"[-+]", band)[0])
    return looks[action_bands().of_days(begins)]


def _band_name(band: str, words: Mapping[str, str]) -> str:
    if band in words:
        return words[band]
    pattern = words["days_on"] if band.endswith("+") else words["days"]
    return pattern.format(band=band.rstrip("+").replace("-", "–"))


def _aging_table(facts: AgingFacts, words: Mapping[str, str]) -> Table:
    many = len({line.currency for line in facts.lines}) > 1
    bands = [Column(_band_name(band, words), "money", 15, _look(band)) for band in facts.bands]
    columns = [
        Column(words.get(f"name_{facts.by}", words["name_debtor"]), width=36),
        *([Column(words["currency"], width=8)] if many else []),
        Column(words["total"], "money", 17),
        *bands,
        Column(words["longest_days"], "whole", 15),
    ]
    rows: list[list[Entry]] = [
        [
            line.name,
            *([line.currency] if many else []),
            line.total_fen,
            *(fen or None for fen in line.bands),
            line.longest_days or None,
        ]
        for line in facts.lines
    ]
    currency: list[Entry] = ["CNY"] if many else []
    blank: list[Entry] = [None] * (len(bands) + 1)
    totals: list[list[Entry]] = [[words["total"], *currency, facts.total_fen, *facts.band_totals, None]]
    if facts.credit_fen:
        totals += [[words["credit"], *currency, facts.credit_fen, *blank]]
        totals += [[words["ledger"], *currency, facts.ledger_fen, *blank]]
    title = f"{facts.creditor_name or ''}{' ' if facts.creditor_name else ''}{words['aging']}"
    return Table(words["aging"], title, words["as_of"].format(day=facts.as_of), columns, rows, totals)


def _claims_table(claims: Sequence[ClaimLine], as_of: date, words: Mapping[str, str]) -> Table:
    kinds = {"issued_on": "day", "due_on": "day", "days_overdue": "whole"}
    kinds |= dict.fromkeys(("amount", "paid", "balance"), "money")
    names = ("debtor", "number", "contract", "issued_on", "due_on", "days_overdue", "band")
    columns = [
        Column(words[name], kinds.get(name, "text"), 34 if name == "debtor" else 16)
        for name in (*names, "amount", "paid", "balance", "currency", "owner")
    ]
    bands = [CREDIT if claim.balance_fen < 0 else action_bands().of(claim.due_on, as_of) for claim in claims]
    rows: list[list[Entry]] = [
        [
            c.debtor,
            c.number,
            c.contract,
            c.issued_on,
            c.due_on,
            c.days_overdue or None,
            _band_name(band, words),
            c.amount_fen,
            c.paid_fen,
            c.balance_fen,
            c.currency,
            c.owner,
        ]
        for c, band in zip(claims, bands, strict=True)
    ]
    at = names.index("band")
    looks = {(row, at): look for row, band in enumerate(bands) if (look := _look(band))}
    totals = [
        [words["total"], *[None] * (len(names) - 1), *sums, currency, None]
        for currency, sums in sorted(_sums_by_currency(claims).items())
    ]
    subtitle = words["as_of"].format(day=as_of)
    return Table(words["claims"], words["claims"], subtitle, columns, rows, totals, looks)


def _sums_by_currency(claims: Iterable[ClaimLine]) -> dict[str, list[int]]:
    sums: dict[str, list[int]] = {}
    for claim in claims:
        own = sums.setdefault(claim.currency, [0, 0, 0])
        for at, fen in enumerate((claim.amount_fen, claim.paid_fen, claim.balance_fen)):
            own[at] += fen
    return sums
