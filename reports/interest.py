"""Late-payment interest on paper: the line that says on what it was reckoned, and the table that goes along."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.day_count import ACTUAL
from models.rules.derivation import plain
from models.rules.facts import FixedInterest, InterestBasis, InterestFacts, InterestLine, LetterFacts
from models.rules.late_rate import LateRate, Part, parse
from models.rules.money import grouped
from reports import values as say
from reports.blocks import Lines, kept, paragraph, ragged, spaced, title
from reports.flow import Section, Strip
from reports.furniture import LetterPages
from reports.inline import Inline, Text
from reports.style import MEASURE, SIDE, Body, Language, Look, body
from reports.tables import Column, table
from reports.wording import Value, Wording, merged, wording

_MOST_BASES = 3
"""So many ways of reckoning are said in the letter; with more the annex says them all."""


def interest_values(facts: LetterFacts, language: Language) -> dict[str, Value]:
    """What a letter's template may say of interest; everything None where there is none."""
    found, money = facts.interest, (facts.currency, language)
    earlier = facts.earlier
    values: dict[str, Value] = {
        "earlier": earlier.number if earlier else None,
        "earlier_on": say.day(earlier.issued_on, language) if earlier else None,
        "earlier_signed": say.day(earlier.signed_on, language) if earlier and earlier.signed_on else None,
    }
    if found is None:
        return values | dict.fromkeys(("interest", "bases", "interest_partly"))
    return values | {
        "interest": say.amount(found.total_fen, *money),
        "bases": _bases(found, facts, language),
        "interest_partly": "yes" if None in found.by_item else None,
    }


def _bases(found: InterestFacts, facts: LetterFacts, language: Language) -> tuple[Inline, ...]:
    """Every basis of the letter, in a row."""
    words = wording("interest", language)
    join, joined = words.text("join"), list[Inline]()
    for basis in found.bases[:_MOST_BASES]:
        joined += [Text(join)] if joined else []
        joined += basis_line(basis, facts, language)
    return merged(joined)


def basis_line(basis: InterestBasis, facts: LetterFacts, language: Language) -> tuple[Inline, ...]:
    """Source, rate, way of counting, first and last day."""
    words = wording("interest", language)
    rule = words.inlines(f"source.{basis.rule}", {"place": basis.place})
    days, rate = str(basis.grace_days), parse(basis.rate)
    return words.inlines(
        "line",
        {
            "rule": rule,
            "by_reference": "yes" if basis.by_reference else None,
            "series": _rate(rate, words),
            "year_days": None if rate.mode == "day" else _counting(basis, words),
            "grace": words.text("grace_days", {"grace": days})
            if basis.grace_days
            else words.text("grace_none"),
            "as_of": (Text(say.day(basis.stopped_on or facts.issued_on, language), whole=True),),
            "term": words.text(_last_day(basis)),
            "capped": "yes" if basis.capped else None,
        },
    )


def _last_day(basis: InterestBasis) -> str:
    """How the last day counts; that of a bankruptcy ends it for good."""
    if basis.stopped_on:
        return "end_stopped"
    return "end_counted" if basis.count_end else "end_excluded"


def _counting(basis: InterestBasis, words: Wording) -> str:
    year = "actual" if basis.year_days == ACTUAL else "year"
    counted = words.text(f"{year}_{basis.rounding}", {"year_days": str(basis.year_days)})
    return words.text("months") + counted if basis.counting == "months" else counted


def _rate(rate: LateRate, words: Wording) -> str:
    if rate.percent is not None:
        return words.text(f"rate.{rate.mode}", {"percent": plain(rate.percent)})
    named = [_series(part, words) for part in (rate.benchmark, rate.prime) if part]
    if rate.mode == "floating" and len(named) == 2:
        return words.text("rate.both", {"rule": named[0], "series": named[1]})
    return words.text(f"rate.{rate.mode}", {"series": named[-1]})


def _series(part: Part, words: Wording) -> str:
    name = words.text(f"series.{part.series}")
    if part.multiple == 1:
        return name
    return words.text("rate.times", {"series": name, "multiple": plain(part.multiple)})


def interest_section(facts: LetterFacts, found: InterestFacts, language: Language) -> Section:
    """The annex: every stretch with its base, rate and days, the total, and under it each basis."""
    words = wording("interest", language)
    values: dict[str, Value] = {
        "number": (Text(facts.number, whole=True),),
        "currency": say.unit(facts.currency, language),
    }
    pages = LetterPages(
        facts.creditor,
        language,
        words.text("running", values),
        with_letterhead=False,
        before_folio=words.text("before_folio", values),
        journal_head=facts.journal_head,
    )
    text = body(language, 18.0)
    subject = Lines(ragged(words.inlines("subject", values), text.look, language, MEASURE), 19)
    head = kept([title(words.text("title"), text, MEASURE), *subject.strips(MEASURE, "center")])
    lines = spaced(interest_table(found, words, values, language), 6.0)
    return Section([*head, *lines, *interest_notes(found, facts, language)], pages, SIDE)


def interest_table(
    found: InterestFacts, words: Wording, values: dict[str, Value], language: Language
) -> list[Strip]:
    """Every stretch with its base, rate and days, and the total."""
    by_day = {line.by_day for line in found.lines}
    rate = "mixed" if len(by_day) > 1 else "day" if True in by_day else "year"
    columns = [
        column._replace(head=words.text(f"columns.{column.head}", values))
        for column in _columns(found.lines, rate, grouped(found.total_fen))
    ]
    return table(columns, words.text("total"), [], MEASURE, language)


def _columns(lines: Sequence[InterestLine], rate: str, total: str) -> list[Column]:
    return [
        Column("number", cells=[line.number or "—" for line in lines]),
        Column("from", cells=[line.start.isoformat() for line in lines]),
        Column("to", cells=[line.end.isoformat() for line in lines]),
        Column("days", True, [str(line.days) for line in lines]),
        Column("base", True, [grouped(line.base_fen) for line in lines]),
        Column(rate, True, [line.percent for line in lines]),
        Column("amount", True, [grouped(line.amount_fen) for line in lines], total),
    ]


def interest_notes(found: InterestFacts, facts: LetterFacts, language: Language) -> list[Strip]:
    """Each basis on which it was reckoned, and of which items a sum was fixed for the days before."""
    words = wording("interest", language)
    look = Look("latin" if language == "en" else "serif", 8.4).grey()
    small = Body(look, 11.6, 0, language)
    told = [words.inlines("note", {"bases": basis_line(basis, facts, language)}) for basis in found.bases]
    told += [words.inlines("fixed", _fixed(each, facts.currency, language)) for each in found.fixed]
    return spaced([strip for note in told for strip in paragraph(note, small, MEASURE)], 5.0)


def _fixed(each: FixedInterest, currency: str, language: Language) -> dict[str, Value]:
    return {
        "number": each.number,
        "as_of": (Text(say.day(each.until, language), whole=True),),
        "amount": say.amount(each.fen, currency, language),
    }
