"""Workbooks that go out: real numbers and days, colours, filters; no text that becomes a formula, none cut short.

Files appear whole under their name. Raises Refused for a text longer than a cell can hold.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from models.rules.ageing import CREDIT, NOT_DUE, UNDATED, action_bands
from models.rules.facts import AgingFacts
from models.rules.problems import Problem, Refused
from models.vault.durable import write_bytes_whole, write_whole

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_LONGEST_TEXT = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIVE_IN_CSV = ("=", "+", "-", "@", "\t", "\r")
_FORMATS = {"money": "#,##0.00;[Red]-#,##0.00", "day": "yyyy-mm-dd", "whole": "#,##0", "text": "@"}
_HEAD_FILL, _HEAD_TEXT, _LINE = "F1F3F6", "161B26", "C9CFD9"

Entry = str | int | date | None


@dataclass(frozen=True)
class Column:
    """A column: heading, ``kind`` (``text`` | ``money`` in fen | ``day`` | ``whole``), width in characters.

    ``look`` is (fill, text) as RRGGBB for the heading and for the cells that hold something.
    """

    heading: str
    kind: str = "text"
    width: int = 16
    look: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """One sheet: a title, a line below it, headings, rows, and rows of totals set apart by a line.

    ``looks`` gives single cells another colour: {(row from 0, column from 0): (fill, text)}.
    """

    name: str
    title: str
    subtitle: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Entry]]
    totals: Sequence[Sequence[Entry]] = ()
    looks: Mapping[tuple[int, int], tuple[str, str]] | None = None


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
    words = _words(language)
    _write_tables(path, [_aging_table(facts, words), _claims_table(claims, facts.as_of, words)])


def write_claims(path: Path, claims: Sequence[ClaimLine], as_of: date, language: str = "zh_CN") -> None:
    """A list of claims as of a day."""
    _write_tables(path, [_claims_table(claims, as_of, _words(language))])


def write_table(
    path: Path,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Entry]],
    totals: Sequence[Entry] | None = None,
    subtitle: str = "",
) -> None:
    """Any table as a workbook of one sheet."""
    _write_tables(path, [Table(title[:31], title, subtitle, columns, rows, [totals] if totals else [])])


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Entry]]) -> None:
    """A table as CSV in UTF-8 with its mark, as Excel wants it; texts that Excel would run get an apostrophe."""
    text = io.StringIO(newline="")
    out = csv.writer(text)
    for row in (headings, *rows):
        out.writerow([_inert(entry) for entry in row])
    write_bytes_whole(path, text.getvalue().encode("utf-8-sig", "replace"))


def _inert(entry: Entry) -> str | int:
    if isinstance(entry, str):
        return f"'{entry}" if entry.startswith(_LIVE_IN_CSV) else entry
    return "" if entry is None else entry.isoformat() if isinstance(entry, date) else entry


@lru_cache(maxsize=2)
def _words(language: str) -> dict[str, str]:
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


# -- how a table is written -------------------------------------------------------------------------------------


def _write_tables(path: Path, tables: Sequence[Table]) -> None:
    from openpyxl import Workbook

    for table in tables:
        _refuse_long(table)
    book = Workbook(write_only=True)
    for table in tables:
        _Sheet(book, table).write()
    write_whole(path, book.save)


def _refuse_long(table: Table) -> None:
    """Before a file is begun: Excel would cut a longer text without a word."""
    if any(isinstance(entry, str) and len(entry) > _LONGEST_TEXT for row in table.rows for entry in row):
        raise Refused(Problem("sheet_text_too_long"))


class _Sheet:
    """One table on its way into a workbook, row by row."""

    def __init__(self, book: Workbook, table: Table) -> None:
        self.sheet: Any = book.create_sheet(sheet_name(table.name))
        self.table = table

    def write(self) -> None:
        """Title, line below, headings, rows, totals."""
        table, sheet = self.table, self.sheet
        head = 4 if table.subtitle else 3
        sheet.freeze_panes = f"B{head + 1}"
        for number, column in enumerate(table.columns):
            sheet.column_dimensions[_letter(number)].width = column.width
        sheet.append([self._title(table.title)])
        if table.subtitle:
            sheet.append([self._text(table.subtitle)])
        sheet.append([])
        sheet.append([self._heading(column) for column in table.columns])
        for at, row in enumerate(table.rows):
            sheet.append(list(self._cells(at, row)))
        sheet.auto_filter.ref = f"A{head}:{_letter(len(table.columns) - 1)}{head + max(1, len(table.rows))}"
        for row in table.totals:
            sheet.append(
                [self._total(column, entry) for column, entry in zip(table.columns, row, strict=True)]
            )

    def _cells(self, at: int, row: Sequence[Entry]) -> Iterator[WriteOnlyCell | None]:
        looks = self.table.looks or {}
        for number, (column, entry) in enumerate(zip(self.table.columns, row, strict=True)):
            if entry is None or entry == "":
                yield None
            else:
                yield self._cell(column, entry, looks.get((at, number), column.look))

    def _cell(self, column: Column, entry: Entry, look: tuple[str, str] | None) -> WriteOnlyCell:
        from openpyxl.styles import Font

        if isinstance(entry, str):
            cell = self._text(entry)
        else:
            value = Decimal(entry).scaleb(-2) if column.kind == "money" and isinstance(entry, int) else entry
            cell = self._new(value)
            cell.number_format = _FORMATS[column.kind]
        if look:
            cell.fill = fill_of(look[0])
            cell.font = Font(color=look[1])
        return cell

    def _heading(self, column: Column) -> WriteOnlyCell:
        from openpyxl.styles import Alignment, Border, Font, Side

        fill, color = column.look or (_HEAD_FILL, _HEAD_TEXT)
        cell = self._text(column.heading)
        cell.fill = fill_of(fill)
        cell.font = Font(bold=True, color=color)
        side = "right" if column.kind in ("money", "whole") else "left"
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        cell.border = Border(bottom=Side("thin", color=_LINE))
        return cell

    def _total(self, column: Column, entry: Entry) -> WriteOnlyCell:
        from openpyxl.styles import Border, Font, Side

        cell = self._new(None) if entry is None else self._cell(column, entry, None)
        cell.font = Font(bold=True)
        cell.border = Border(top=Side("thin", color=_LINE))
        return cell

    def _title(self, title: str) -> WriteOnlyCell:
        from openpyxl.styles import Font

        cell = self._text(title)
        cell.font = Font(bold=True, size=14)
        return cell

    def _text(self, text: str) -> WriteOnlyCell:
        return text_cell(self.sheet, text)

    def _new(self, value: object) -> WriteOnlyCell:
        from openpyxl.cell import WriteOnlyCell

        return WriteOnlyCell(self.sheet, value)


def text_cell(sheet: Any, text: str) -> WriteOnlyCell:
    """A text cell without control characters, whatever it looks like: Excel shows it and runs nothing."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, _NOT_IN_XML.sub("", text))
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_LIVE_IN_CSV)
    return cell


def fill_of(color: str) -> Any:
    """A ground of one colour, RRGGBB."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=color)


def sheet_name(name: str) -> str:
    """The name without what Excel forbids in one, cut to its 31 letters."""
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or "Sheet1"


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number + 1))
