"""A derivation as a table: for the clipboard as text between tabs, for a workbook with real numbers. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from models.ledger.sheet_out import Column, Entry, Table
from models.queries.interest import ClaimInterest
from models.rules.derivation import Step, percent_text
from models.rules.interest import Line
from models.rules.judgment import DOUBLED
from models.rules.money import grouped
from ui.interest_words import Reckoning, basis_said, rate_said, said
from ui.problems import worded

HEADS = ("what", "from", "to", "days", "base", "rate", "amount", "formula", "source")
_KINDS = ("text", "day", "day", "whole", "money", "text", "money", "text", "text")
_WIDTHS = (8, 12, 12, 8, 16, 12, 16, 44, 48)


def reckoning_of(found: ClaimInterest) -> Reckoning | None:
    """What a sentence about a claim's interest speaks of; None where nothing was reckoned."""
    bears, result = found.bearing, found.result
    if bears is None or bears.rate is None or result is None:
        return None
    return Reckoning(
        found.row.amount_fen, bears.start, found.on, bears.rate, bears.terms, result, found.row.kind != "loan"
    )


def heads(language: str) -> list[str]:
    """The headings of a derivation."""
    return [worded(f"interest_head_{name}", language) for name in HEADS]


def entries(steps: Sequence[Step], language: str) -> list[list[Entry]]:
    """Each step as a row: words, days, fen."""
    return [_entries(step, language) for step in steps]


def _entries(step: Step, language: str) -> list[Entry]:
    bears = step.what == "interest"
    per = worded(f"interest_per_{step.per}_short", language)
    rate = f"{percent_text(step.percent)} / {per}" if step.percent is not None else ""
    quote = f" {said(step.quote, language)}" if step.quote else ""
    return [
        worded(f"interest_what_{step.what}", language),
        step.start,
        step.end if bears else None,
        step.days if step.days else None,
        step.base_fen if bears else None,
        rate,
        step.amount_fen,
        step.formula,
        said(step.source, language) + quote,
    ]


def doubled_entries(lines: Sequence[Line], language: str) -> list[list[Entry]]:
    """Each stretch of the doubled part after a judgment as a row under the same headings."""
    rate = f"{DOUBLED.percent}% / {worded('interest_per_day_short', language)}"
    what, source = worded("judged_doubled", language), worded("judged_source", language)
    return [
        [
            what, line.start, line.end, line.days, line.base_fen, rate, line.amount_fen,
            f"{grouped(line.base_fen)} × {DOUBLED.percent}% × {line.days} = {grouped(line.amount_fen)}", source,
        ]
        for line in lines
    ]  # fmt: skip


def sheet(told: Reckoning, steps: Sequence[Step], name: str, language: str) -> Table:
    """The derivation as a sheet: the rate and the basis stand under its title."""
    columns = [
        Column(head, kind, width) for head, kind, width in zip(heads(language), _KINDS, _WIDTHS, strict=True)
    ]
    rows = entries(steps, language)
    total = [row for row, step in zip(rows, steps, strict=True) if step.what == "total"]
    return Table(
        name,
        worded("interest_title", language) + f"  {name}",
        worded("interest_says_comma", language).join([rate_said(told, language), basis_said(told, language)]),
        columns,
        [row for row, step in zip(rows, steps, strict=True) if step.what != "total"],
        total,
    )
