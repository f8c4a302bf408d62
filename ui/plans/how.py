"""How a schedule came about: each day, each principal, the interest of each stretch."""

from __future__ import annotations

from fractions import Fraction

from models.ledger.sheet_out import Entry
from models.rules.derivation import percent_text
from models.rules.instalments import Borne, Instalment, borne, counting_of
from models.rules.money import grouped
from ui.common.answer_table import Head
from ui.common.formats import Formats
from ui.common.how_window import How
from ui.plans.facts import Fields, PlanSubject
from ui.problems import worded

_HEADS = (
    Head("how_head_instalment", 52),
    Head("how_head_paid_on", 230),
    Head("how_head_base", 120, money=True),
    Head("how_head_from", 100),
    Head("how_head_until", 100),
    Head("how_head_formula", 290),
    Head("how_head_charged", 100, money=True),
    Head("how_head_due_principal", 120, money=True),
    Head("how_head_after", 120, money=True),
)


def how_scheduled(
    subject: PlanSubject, fields: Fields, lines: tuple[Instalment, ...], formats: Formats
) -> How:
    """Of the schedule on the screen; interest runs from the day of the plan."""
    language = formats.language
    shape = "free" if fields.own else fields.shape
    percent = percent_text(Fraction(fields.annual_rate_bp, 100))
    by_months = not fields.own and not fields.by_hand
    terms = counting_of(fields.shape if by_months else "equal", fields.every)
    stretches = borne(lines, subject.total_fen, subject.today, terms)
    rate = worded("how_schedule_rate", language, {"percent": percent})
    rules = (
        worded(f"how_schedule_{shape}", language),
        rate if fields.annual_rate_bp else worded("how_schedule_no_rate", language),
        worded("how_schedule_days", language),
    )
    params = {"total": formats.money(subject.total_fen, subject.currency), "count": str(len(lines))}
    rows = [_row(line, on, percent, formats) for line, on in zip(lines, stretches, strict=True)]
    return How(
        worded("how_schedule", language),
        formats.joined([subject.debtor, worded("how_schedule_result", language, params)]),
        rules,
        _HEADS,
        rows,
    )


def _row(line: Instalment, on: Borne, percent: str, formats: Formats) -> list[Entry]:
    bears = bool(line.interest_fen)
    formula = f"{grouped(on.base_fen)} × {percent}% × {on.part}" if bears else ""
    return [
        str(line.number), _day(line, formats), on.base_fen, formats.day(on.start) if bears else "",
        formats.day(on.end) if bears else "", formula, line.interest_fen, line.principal_fen, line.balance_after_fen,
    ]  # fmt: skip


def _day(line: Instalment, formats: Formats) -> str:
    told = formats.day(line.due_on)
    if not line.published:
        return worded("how_unpublished", formats.language, {"day": told})
    if line.moved_from is None:
        return told
    return formats.joined(
        [told, worded("how_moved", formats.language, {"day": formats.day(line.moved_from)})]
    )
