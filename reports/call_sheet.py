"""The day's list on paper, landscape: a row a debtor, and room to write what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.rules.call_sheet import CallSheetFacts, SheetLine
from models.rules.money import grouped
from reports.blocks import ragged
from reports.flow import Section, Strip
from reports.furniture import draw_folio
from reports.ink import Inked, Paper
from reports.inline import Text
from reports.style import A4, FOLIO, GREY, MM, RUNNING, Language, Look
from reports.tables import Column, table
from reports.wording import Value, Wording, wording

_LANDSCAPE = (A4[1], A4[0])
_SIDE = 16 * MM
_WIDTH = _LANDSCAPE[0] - 2 * _SIDE
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
        return ragged(self.words.inlines(key, values), look, self.language, _WIDTH)[0]


@dataclass(frozen=True)
class SheetPages:
    """Every page: whose sheet, of which day, page x of y."""

    sheet: Sheet

    def top(self, page: int) -> float:
        """From the top edge."""
        return 13 * MM if page == 1 else 22 * MM

    @property
    def bottom(self) -> float:
        """Above the folio."""
        return _LANDSCAPE[1] - 16.5 * MM

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Draw them."""
        sheet = self.sheet
        if page > 1:
            paper.inked(_SIDE, 17 * MM, sheet.line("running", RUNNING.at(8.6)))
        if sheet.facts.creditor_name:
            firm = ragged(sheet.facts.creditor_name, FOLIO, sheet.language, _WIDTH * 0.4)[0]
            paper.inked(_SIDE, paper.height - 10 * MM, firm)
        paper.inked(_SIDE + _WIDTH, paper.height - 10 * MM, sheet.line("made", FOLIO), "right")
        draw_folio(paper, page, pages, sheet.language, at_mm=10)


def call_sheet_section(facts: CallSheetFacts, language: Language) -> Section:
    """The sheet on as many landscape pages as it takes."""
    sheet = Sheet(facts, language)
    return Section([_title(sheet), *_rows(sheet)], SheetPages(sheet), _SIDE)


def _title(sheet: Sheet) -> Strip:
    subtitle = sheet.line("subtitle", Look("sans", 9.4, GREY))
    family = "latin" if sheet.language == "en" else "serif"

    def draw(paper: Paper, x: float, y: float) -> None:
        wide = paper.text(x, y + 22, sheet.words.text("title"), Look(f"{family}-bold", 19))
        paper.inked(x + wide + 9, y + 22, subtitle)

    return Strip(34, draw, keep=True)


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
    return table(columns, label, (), _WIDTH, sheet.language, _ROW_MM)


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
