"""The minutes of a debtor's case, landscape: goal, members, claims, measures, meetings and decisions, signature."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.case_minutes import CaseClaim, CaseMinutesFacts, CaseNote
from models.rules.money import grouped
from reports.flow import Section, Strip
from reports.inline import Text
from reports.landscape import RIGHT, WIDTH, signature_strips
from reports.sheet import AFTER, BODY, ROW_MM, Sheet, day, money
from reports.style import Language
from reports.tables import Column, table
from reports.wording import Value, Wording, wording


def case_minutes_section(facts: CaseMinutesFacts, language: Language) -> Section:
    """The minutes on as many landscape pages as they take."""
    words = wording("case_minutes", language)
    sheet = Sheet(words, language, _values(facts, words))
    signing = [(words.text("sign"), ""), (words.text("sign_day"), "")]
    strips = [
        *sheet.paragraph("case"),
        *sheet.paragraph("outcome"),
        *sheet.paragraph("members"),
        *_part(sheet, "claims", _claims(sheet, facts.claims)),
        *_part(sheet, "measures", _measures(sheet, facts.measures)),
        *_part(sheet, "notes", _notes(sheet, facts.notes)),
        *sheet.paragraph("journal", BODY.at(7).grey()),
        *signature_strips(signing, BODY),
    ]
    state = sheet.line("state_closed" if facts.closed_on else "state_open", RIGHT)
    return sheet.section(facts.creditor_name, strips, state)


def _values(facts: CaseMinutesFacts, words: Wording) -> dict[str, Value]:
    members = (
        words.text("member", {"person": person, "role": words.text(f"role.{role}")})
        for person, role in facts.members
    )
    return {
        "title": words.text("title"),
        "debtor": (Text(facts.debtor, name=True),),
        "as_of": (Text(facts.as_of.isoformat(), whole=True),),
        "person": facts.by,
        "opened": facts.opened_on.isoformat(),
        "closed": facts.closed_on.isoformat() if facts.closed_on else None,
        "heading": facts.title,
        "goal": facts.goal,
        "outcome": facts.outcome,
        "line": words.text("between").join(members),
        "journal": facts.journal_head,
    }


def _part(sheet: Sheet, key: str, columns: Sequence[Column]) -> list[Strip]:
    """A heading with its table, or a word that there is nothing."""
    if not columns[0].cells:
        return [sheet.heading(key), *sheet.paragraph("nothing")]
    total = sheet.words.text("total" if key == "claims" else "count", {"count": str(len(columns[0].cells))})
    return [sheet.heading(key), *table(columns, total, (), WIDTH, sheet.language, row_mm=ROW_MM)]


def _claims(sheet: Sheet, claims: Sequence[CaseClaim]) -> list[Column]:
    """Balances as they are; in the totals yuan only."""
    head, own = sheet.words.text, [claim for claim in claims if claim.currency == "CNY"]
    return [
        Column(head("head.number"), cells=[claim.number or "" for claim in claims]),
        Column(
            head("head.balance"), True, [money(claim.currency, claim.balance_fen) for claim in claims],
            grouped(sum(claim.balance_fen for claim in own)),
        ),
        Column(
            head("head.called"), True, [money(claim.currency, claim.called_fen) for claim in claims],
            grouped(sum(claim.called_fen for claim in own)),
        ),
        Column(head("head.due"), cells=[AFTER + day(claim.due_on) for claim in claims]),
        Column(head("head.days"), True, [f"{claim.days_overdue:,}" for claim in claims]),
    ]  # fmt: skip


def _measures(sheet: Sheet, notes: Sequence[CaseNote]) -> list[Column]:
    head = sheet.words.text
    return [
        Column(head("head.text"), cells=[note.text for note in notes]),
        Column(head("head.owner"), cells=[note.person or "" for note in notes]),
        Column(head("head.by"), cells=[day(note.due_on) for note in notes]),
        Column(head("head.done"), cells=[day(note.done_on) for note in notes]),
    ]


def _notes(sheet: Sheet, notes: Sequence[CaseNote]) -> list[Column]:
    head = sheet.words.text
    return [
        Column(head("head.on"), cells=[day(note.on) for note in notes]),
        Column(head("head.kind"), cells=[head(f"kind.{note.kind}") for note in notes]),
        Column(head("head.text"), cells=[note.text for note in notes]),
        Column(head("head.who"), cells=[note.person or "" for note in notes]),
    ]
