"""The minutes of a debtor's case, landscape: goal, members, claims, measures, meetings and decisions, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.rules.case_minutes import CaseClaim, CaseMinutesFacts, CaseNote
from models.rules.money import grouped
from reports.blocks import Lines, ragged, spaced
from reports.flow import Section, Strip
from reports.ink import Inked
from reports.inline import Text
from reports.landscape import (
    HEAD,
    RIGHT,
    SIDE,
    SUBTITLE,
    WIDTH,
    LandscapePages,
    heading_strip,
    signature_strips,
    title_strip,
)
from reports.style import FOLIO, Language, Look
from reports.tables import Column, table
from reports.wording import Value, Wording, wording

_BODY = Look("sans", 8.3)
_ROW_MM = 5.6
_AFTER = "\u3000"
"""Room between figures and the text in the column after them."""


@dataclass(frozen=True)
class Sheet:
    """Minutes about to be set."""

    facts: CaseMinutesFacts
    language: Language

    @cached_property
    def words(self) -> Wording:
        """Their words."""
        return wording("case_minutes", self.language)

    @cached_property
    def values(self) -> dict[str, Value]:
        """What every sentence may name."""
        facts = self.facts
        return {
            "title": self.words.text("title"),
            "debtor": (Text(facts.debtor, name=True),),
            "as_of": (Text(facts.as_of.isoformat(), whole=True),),
            "person": facts.by,
            "opened": facts.opened_on.isoformat(),
            "closed": facts.closed_on.isoformat() if facts.closed_on else None,
            "heading": facts.title,
            "goal": facts.goal,
            "outcome": facts.outcome,
            "line": self._members(),
            "journal": facts.journal_head,
        }

    def line(self, key: str, look: Look) -> Sequence[Inked]:
        """A sentence as one line of glyphs."""
        return ragged(self.words.inlines(key, self.values), look, self.language, WIDTH)[0]

    def paragraph(self, key: str, look: Look = _BODY) -> list[Strip]:
        """A sentence as a paragraph; nothing where all of it was left out."""
        inlines = self.words.inlines(key, self.values)
        lines = ragged(inlines, look, self.language, WIDTH) if inlines else []
        return spaced(Lines(lines, 12.4).strips(WIDTH), 4.0) if lines else []

    def heading(self, key: str) -> Strip:
        """The heading of a part."""
        return heading_strip(self.line(key, Look("sans-bold", 10.5)))

    def _members(self) -> str:
        told = (
            self.words.text("member", {"person": person, "role": self.words.text(f"role.{role}")})
            for person, role in self.facts.members
        )
        return self.words.text("between").join(told)


def case_minutes_section(facts: CaseMinutesFacts, language: Language) -> Section:
    """The minutes on as many landscape pages as they take."""
    sheet = Sheet(facts, language)
    state = sheet.line("state_closed" if facts.closed_on else "state_open", RIGHT)
    signing = [(sheet.words.text("sign"), ""), (sheet.words.text("sign_day"), "")]
    strips = [
        title_strip(sheet.words.text("title"), language, sheet.line("subtitle", SUBTITLE), state),
        *sheet.paragraph("case"),
        *sheet.paragraph("outcome"),
        *sheet.paragraph("members"),
        *_part(sheet, "claims", _claims(sheet, facts.claims)),
        *_part(sheet, "measures", _measures(sheet, facts.measures)),
        *_part(sheet, "notes", _notes(sheet, facts.notes)),
        *sheet.paragraph("journal", _BODY.at(7).grey()),
        *signature_strips(signing, _BODY),
    ]
    running, made = sheet.line("running", HEAD), sheet.line("made", FOLIO)
    return Section(strips, LandscapePages(facts.creditor_name, language, running, made), SIDE)


def _part(sheet: Sheet, key: str, columns: Sequence[Column]) -> list[Strip]:
    """A heading with its table, or a word that there is nothing."""
    if not columns[0].cells:
        return [sheet.heading(key), *sheet.paragraph("nothing")]
    total = sheet.words.text("total" if key == "claims" else "count", {"count": str(len(columns[0].cells))})
    return [sheet.heading(key), *table(columns, total, (), WIDTH, sheet.language, row_mm=_ROW_MM)]


def _claims(sheet: Sheet, claims: Sequence[CaseClaim]) -> list[Column]:
    """Balances as they are; in the totals yuan only."""
    head, own = sheet.words.text, [claim for claim in claims if claim.currency == "CNY"]
    return [
        Column(head("head.number"), cells=[claim.number or "" for claim in claims]),
        Column(
            head("head.balance"), True, [_sum(claim, claim.balance_fen) for claim in claims],
            grouped(sum(claim.balance_fen for claim in own)),
        ),
        Column(
            head("head.called"), True, [_sum(claim, claim.called_fen) for claim in claims],
            grouped(sum(claim.called_fen for claim in own)),
        ),
        Column(head("head.due"), cells=[_AFTER + _day(claim.due_on) for claim in claims]),
        Column(head("head.days"), True, [f"{claim.days_overdue:,}" for claim in claims]),
    ]  # fmt: skip


def _measures(sheet: Sheet, notes: Sequence[CaseNote]) -> list[Column]:
    head = sheet.words.text
    return [
        Column(head("head.text"), cells=[note.text for note in notes]),
        Column(head("head.owner"), cells=[note.person or "" for note in notes]),
        Column(head("head.by"), cells=[_day(note.due_on) for note in notes]),
        Column(head("head.done"), cells=[_day(note.done_on) for note in notes]),
    ]


def _notes(sheet: Sheet, notes: Sequence[CaseNote]) -> list[Column]:
    head = sheet.words.text
    return [
        Column(head("head.on"), cells=[_day(note.on) for note in notes]),
        Column(head("head.kind"), cells=[head(f"kind.{note.kind}") for note in notes]),
        Column(head("head.text"), cells=[note.text for note in notes]),
        Column(head("head.who"), cells=[note.person or "" for note in notes]),
    ]


def _sum(claim: CaseClaim, fen: int) -> str:
    return grouped(fen) if claim.currency == "CNY" else f"{claim.currency} {grouped(fen)}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
