"""The day's list on paper, landscape: a row a debtor, and room to write what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.call_sheet import CallSheetFacts, SheetLine
from models.rules.money import grouped
from reports.flow import Section, Strip
from reports.inline import Text
from reports.landscape import WIDTH
from reports.sheet import Sheet, money
from reports.style import Language
from reports.tables import Column, table
from reports.wording import Value, wording

_ROW_MM = 9.0
_ROOM = "\u3000" * 16
"""As wide as a note written by hand."""


def call_sheet_section(facts: CallSheetFacts, language: Language) -> Section:
    """The sheet on as many landscape pages as it takes."""
    words = wording("call_sheet", language)
    values: dict[str, Value] = {
        "as_of": (Text(facts.on.isoformat(), whole=True),),
        "person": facts.clerk or None,
        "title": words.text("title"),
    }
    sheet = Sheet(words, language, values)
    return sheet.section(facts.creditor_name, _rows(sheet, facts.lines))


def _rows(sheet: Sheet, lines: Sequence[SheetLine]) -> list[Strip]:
    words = sheet.words
    columns = [
        Column(words.text("head.group"), cells=[line.group for line in lines]),
        Column(words.text("head.debtor"), cells=[line.debtor for line in lines]),
        Column(words.text("head.why"), cells=[line.why for line in lines]),
        Column(words.text("head.contact"), cells=[_contact(line) for line in lines]),
        Column(words.text("head.late"), cells=[line.late for line in lines]),
        Column(
            words.text("head.balance"), True, [money(line.currency, line.balance_fen) for line in lines],
            _total(lines),
        ),
        Column(words.text("head.outcome"), cells=[_ROOM for _ in lines]),
    ]  # fmt: skip
    label = words.text("total", {"count": str(len({line.debtor for line in lines}))})
    return table(columns, label, (), WIDTH, sheet.language, _ROW_MM)


def _contact(line: SheetLine) -> str:
    return " ".join(part for part in (line.person, line.phone) if part)


def _total(lines: Sequence[SheetLine]) -> str:
    """The sum in yuan; other currencies are in no total."""
    return grouped(sum(line.balance_fen for line in lines if line.currency == "CNY"))
