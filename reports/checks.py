"""What would spoil a document, found before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from models.rules.call_sheet import CallSheetFacts
from models.rules.case_minutes import CaseMinutesFacts
from models.rules.facts import AgingFacts, LetterFacts, PlanFacts
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.mails import CalibrationFacts, PostFacts, PostingListFacts
from models.rules.memo import MemoFacts
from models.rules.minutes import MinutesFacts
from models.rules.money import grouped
from models.rules.problems import Problem
from models.rules.recovery_key import RecoveryFacts
from reports.faces import can_draw

Facts = (
    LetterFacts
    | PlanFacts
    | AgingFacts
    | MinutesFacts
    | CaseMinutesFacts
    | MemoFacts
    | CallSheetFacts
    | PostFacts
    | CalibrationFacts
    | PostingListFacts
    | RecoveryFacts
)

_ODD_WHITE = re.compile(r" *[^\S \u3000\u00a0]+ *")
"""Any white but the spaces of Latin and Chinese."""
_NO_INK = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Marks of direction, joining and breaking: they leave no ink, and no font has them."""


def missing_glyphs(facts: Facts) -> tuple[Problem, ...]:
    """Characters of the facts that no font can draw, each named with its field, e.g. ``debtor.name``."""
    return tuple(
        Problem(
            "glyph_missing",
            {"text": text, "character": f"U+{ord(char):04X}"},
            where,
        )
        for where, text in texts(facts, "")
        for char in dict.fromkeys(text)
        if not can_draw(char) and not char.isspace()
    )


def on_one_line(facts: Facts) -> Facts:
    """The same facts with line feeds and tabs in their texts as single spaces, and without marks that leave no ink.

    A name from a workbook or a web page may hold some. The firm's own words keep theirs, which part its paragraphs.
    """
    tidied = cast("Facts", _tidied(facts))
    if isinstance(facts, LetterFacts) and isinstance(tidied, LetterFacts):
        return replace(tidied, words=facts.words)
    return tidied


def plain(facts: Facts) -> bool:
    """Whether a font draws every character of the facts as it stands, as with nearly all of them: one quick look."""
    told = set[str]()
    waiting: list[Any] = [facts]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            told.update(value)
        elif isinstance(value, tuple):
            waiting += value
        elif hasattr(value, "__dict__"):
            waiting += vars(value).values()
    return "".join(told).isprintable() and all(map(can_draw, told))


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return _NO_INK.sub("", _ODD_WHITE.sub(" ", value))
    if isinstance(value, tuple):
        return tuple(_tidied(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{entry.name: _tidied(getattr(value, entry.name)) for entry in fields(value)})
    return value


def contradictions(facts: Facts) -> tuple[Problem, ...]:
    """Totals that are not the sums of their rows, a demand without its day: such paper must never leave the house."""
    if isinstance(facts, LetterFacts) and LETTER_KINDS[facts.kind].with_deadline and facts.deadline is None:
        return (Problem("deadline_missing", {}, "deadline"),)
    sums = []
    if isinstance(facts, LetterFacts | PlanFacts):
        sums.append(("items", facts.total_fen, sum(item.balance_fen for item in facts.items)))
    if isinstance(facts, LetterFacts) and facts.interest:
        stated = facts.interest
        sums.append(("interest", stated.total_fen, sum(fen or 0 for fen in stated.by_item)))
    if isinstance(facts, PlanFacts):
        sums.append(("instalments", facts.total_fen, sum(line.principal_fen for line in facts.instalments)))
    if isinstance(facts, AgingFacts):
        sums.append(("bands", facts.total_fen, sum(facts.band_totals)))
    if isinstance(facts, MinutesFacts):
        sums.append(("sums", facts.ledger_fen, sum(each.fen for each in facts.sums) + facts.credit_fen))
    return tuple(
        Problem("total_not_sum", {"total": grouped(total), "sum": grouped(added)}, where)
        for where, total, added in sums
        if total != added
    )


def texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every text among the facts with its dotted place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for place, part in enumerate(value, 1):
            yield from texts(part, f"{where}.{place}")
    elif is_dataclass(value):
        for entry in fields(value):
            yield from texts(getattr(value, entry.name), f"{where}.{entry.name}".lstrip("."))
