"""The payment-plan agreement 还款协议: parties, clauses, schedule, signatures.

Which clauses there are, and on what law each rests, is ``models.rules.plan_clauses``; their words are in
``resources/wording/plan.toml``. There is no advance waiver of limitation (CC 197).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.rules.facts import PlanFacts
from models.rules.plan_clauses import PENALTIES, clause_names
from reports.blocks import Lines, bullet, kept, paragraph, ragged, spaced, title
from reports.flow import Section, Strip, paginate
from reports.furniture import LetterPages
from reports.inline import Box, Text
from reports.items import items_table
from reports.parties import parties_block, signatures
from reports.plan_values import agreement_title, named_items, plan_values
from reports.schedule import schedule_table
from reports.style import MEASURE, SIDE, TABLE, Body, Language, body
from reports.wording import Value, Wording, merged, wording


@dataclass(frozen=True)
class Agreement:
    """A plan about to be set."""

    facts: PlanFacts
    language: Language
    on_screen: bool
    words: Wording
    values: dict[str, Value]
    text: Body


def agreement_section(facts: PlanFacts, language: Language, on_screen: bool) -> Section:
    """The agreement on as many pages as it takes, with the places of the straddling seal."""
    words = wording("plan", language)
    if not facts.creditor.name:
        gap = wording("common", language).text("gap")
        facts = replace(facts, creditor=replace(facts.creditor, name=gap))
    values = plan_values(facts, language)
    pages = LetterPages(
        facts.creditor,
        language,
        words.text("running", values | {"title": agreement_title(facts, language)}),
        with_letterhead=False,
        mailed=False,
        straddle=on_screen,
        journal_head=facts.journal_head,
    )
    roomy, tight = (
        _strips(Agreement(facts, language, on_screen, words, values, body(language, leading)))
        for leading in (20.0, 18.0)
    )
    fewer = len(paginate(tight, pages)) < len(paginate(roomy, pages))
    return Section(tight if fewer else roomy, pages, SIDE)


def _strips(plan: Agreement) -> list[Strip]:
    number = Lines(ragged(plan.facts.number, plan.text.look.at(10.5), plan.language, MEASURE), 18)
    *clauses, last = (_clause(plan, name) for name in clause_names(plan.facts))
    clauses[0][0].above = 4.0
    return [
        title(agreement_title(plan.facts, plan.language), plan.text, MEASURE),
        *kept(number.strips(MEASURE, "right")),
        *parties_block(plan.facts, plan.words, plan.values, plan.text),
        *(strip for clause in clauses for strip in clause),
        *kept(last),
        *signatures(plan.facts, plan.words, plan.text, plan.on_screen),
    ]


def _clause(plan: Agreement, name: str) -> list[Strip]:
    """A clause with its number and heading in bold, and what hangs on it."""
    number = plan.values[f"art_{name}"]
    naming = {"article": number, "heading": plan.words.text(f"{name}.heading")}
    label = plan.words.text("clause", naming)
    words = plan.words.inlines(f"{name}.text", plan.values)
    gap = "\u3000" if plan.language == "zh_CN" else " "
    strips = paragraph(merged((Text(label + gap, bold=True), *words)), plan.text, MEASURE)
    hung = _HUNG.get(name)
    more = hung(plan) if hung else []
    return [*kept(strips), *more] if more else strips


def _origin(plan: Agreement) -> list[Strip]:
    """The items by number where they are few, else in a table."""
    if numbers := named_items(plan.facts):
        named = ("、" if plan.language == "zh_CN" else ", ").join(numbers)
        said = plan.words.text("documents", plan.values | {"number": named})
        return Lines(ragged(said, TABLE, plan.language, MEASURE), 13.0).strips(MEASURE)
    strips = items_table(
        plan.facts.items, plan.values | {"count": str(len(plan.facts.items))}, (), plan.language
    )
    return spaced(strips, 4.0)


def _schedule(plan: Agreement) -> list[Strip]:
    return spaced(schedule_table(plan.facts.instalments, plan.values, plan.language), 4.0)


def _penalty(plan: Agreement) -> list[Strip]:
    """Three choices, one ticked by the program; the others stay empty."""
    strips: list[Strip] = []
    hang = plan.text.indent * plan.text.look.size
    for choice in PENALTIES:
        inlines = plan.words.inlines(f"penalty.{choice}", plan.values)
        if inlines:
            ticked = Box(plan.facts.terms.penalty == choice)
            strips += bullet(ticked, inlines, plan.text, MEASURE, hang)
    return strips + paragraph(plan.words.inlines("penalty.after", plan.values), plan.text, MEASURE)


_HUNG: dict[str, Callable[[Agreement], list[Strip]]] = {
    "origin": _origin,
    "schedule": _schedule,
    "penalty": _penalty,
}
