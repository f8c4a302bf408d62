"""What a letter says of the days on which its sums fall due, and of those that have none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from models.rules.facts import ItemFacts
from reports.render import render
from reports.style import Language
from tests.reports import samples
from tests.reports.reading import text_of


def flat(pdf: bytes) -> str:
    """What a letter says, its lines and spaces gone."""
    return re.sub(r"\s", "", text_of(pdf))


UNDATED = tuple(replace(each, due_on=None, days_overdue=0) for each in samples.THREE)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", ["reminder", "statement", "demand", "guarantor"])
def test_claims_without_a_due_date_are_not_called_due(kind: str, language: Language) -> None:
    said = flat(render(kind, samples.of_kind(kind, items=UNDATED), language))
    claimed = (
        ("已到期而未付清", "其中已到期", "按上表所列", "按各自")
        if language == "zh_CN"
        else ("fallendue", "duedates")
    )
    assert not [words for words in claimed if words in said]


LATER = samples.item("26322000001219900412", date(2026, 12, 24), 4_000_000)


@pytest.mark.parametrize("kind", ["demand", "demand2", "final", "before_action", "lawyer_draft"])
@pytest.mark.parametrize(
    ("items", "zh", "en"),
    [
        ((samples.THREE[2], LATER), "已到期的", "has fallen due"),
        ((UNDATED[2], LATER), "未定到期日的", "has no due date"),
        (
            (replace(samples.THREE[2], amount_fen=1_000_000, balance_fen=1_000_000),
             replace(UNDATED[2], amount_fen=5_000_000, balance_fen=5_000_000), LATER),
            "已到期和未定到期日的", "has fallen due or has no due date",
        ),
    ],
)  # fmt: skip
def test_beside_what_is_due_later_only_what_is_past_its_day_is_called_due(
    kind: str, items: tuple[ItemFacts, ...], zh: str, en: str
) -> None:
    facts = samples.letter(kind, items)
    chinese, english = flat(render(kind, facts, "zh_CN")), flat(render(kind, facts, "en"))
    assert f"其中{zh}合计60,000.00元" in chinese
    assert f"将其中{zh}款项60,000.00元付至" in chinese
    assert f"of which CNY 60,000.00 {en}:".replace(" ", "") in english
    assert f"pay the CNY 60,000.00 that {en} on or before".replace(" ", "") in english


def test_only_what_is_past_its_day_is_called_so_in_a_reminder() -> None:
    said = flat(render("reminder", samples.letter("reminder", (*samples.THREE[:2], UNDATED[2])), "zh_CN"))
    assert "其中126,400.00元已过到期日" in said
