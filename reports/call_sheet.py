"""The day's list on paper, landscape: a row a debtor, and room to write what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.rules.call_sheet import CallSheetFacts, SheetLine
from models.rules.money import grouped
from reports.blocks import ragged
from reports.flow import Section, Strip
from reports.ink import Inked
from reports.inline import Text
from reports.landscape import HEAD, SIDE, SUBTITLE, WIDTH, LandscapePages, title_strip
from reports.style import FOLIO, Language, Look
from reports.tables import Column, table
from reports.wording import Value, Wording, wording

_ROW_MM = 9.0
_ROOM = "\u3000" * 16
"""As wide as a note written by hand."""


@dataclass(frozen=True)
class Sheet:
    """A call sheet about to be set."""

    facts: CallSheetFacts
    language: Language

    @property
    def words(self) -> Wording:
        """Its words."""
        return wording("call_sheet", self.language)

    def line(self, key: str, look: Look) -> Sequence[Inked]:
        """A sentence as one line of glyphs."""
        values: dict[str, Value] = {
            "as_of": (Text(self.facts.on.isoformat(), whole=True),),
            "person": self.facts.clerk or None,
            "title": self.words.text("title"),
        }
        return ragged(self.words.inlines(key, values), look, self.language, WIDTH)[0]


def call_sheet_section(facts: CallSheetFacts, language: Language) -> Section:
    """The sheet on as many landscape pages as it takes."""
    sheet = Sheet(facts, language)
    title = title_strip(sheet.words.text("title"), language, sheet.line("subtitle", SUBTITLE))
    running, made = sheet.line("running", HEAD), sheet.line("made", FOLIO)
    return Section([title, *_rows(sheet)], LandscapePages(facts.creditor_name, language, running, made), SIDE)


def _rows(sheet: Sheet) -> list[Strip]:
    words, lines = sheet.words, sheet.facts.lines
    columns = [
        Column(words.text("head.group"), cells=[line.group for line in lines]),
        Column(words.text("head.debtor"), cells=[line.debtor for line in lines]),
        Column(words.text("head.why"), cells=[line.why for line in lines]),
        Column(words.text("head.contact"), cells=[_contact(line) for line in lines]),
        Column(words.text("head.late"), cells=[line.late for line in lines]),
        Column(words.text("head.balance"), True, [_sum(line) for line in lines], _total(lines)),
        Column(words.text("head.outcome"), cells=[_ROOM for _ in lines]),
    ]
    label = words.text("total", {"count": str(len({line.debtor for line in lines}))})
    return table(columns, label, (), WIDTH, sheet.language, _ROW_MM)


def _contact(line: SheetLine) -> str:
    return " ".join(part for part in (line.person, line.phone) if part)


def _sum(line: SheetLine) -> str:
    return (
        grouped(line.balance_fen)
        if line.currency == "CNY"
        else f"{line.currency} {grouped(line.balance_fen)}"
    )


def _total(lines: Sequence[SheetLine]) -> str:
    """The sum in yuan; other currencies are in no total."""
    return grouped(sum(line.balance_fen for line in lines if line.currency == "CNY"))
