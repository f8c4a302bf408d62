"""The aging report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.facts import AgingLine
from models.rules.money import grouped
from reports.bands import band_looks, band_name, shares
from reports.render import render
from reports.style import Language
from tests.reports import samples
from tests.reports.reading import pages_of, text_of


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_report_reads_as_approved(language: Language, approved: Callable[[str, bytes], None]) -> None:
    approved(f"aging.{language}", render("aging", samples.aging(), language))


def test_the_report_ties_to_the_ledger() -> None:
    text = text_of(render("aging", samples.aging(), "zh_CN"))
    assert "差额 0.00" in text
    assert "不符" not in text


def test_a_difference_is_named() -> None:
    facts = samples.aging()
    text = text_of(render("aging", replace(facts, ledger_fen=facts.ledger_fen + 12_345), "zh_CN"))
    assert "差额 -123.45，两数不符" in text


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=40).filter(any))
def test_shares_add_up_to_a_hundred(parts: list[int]) -> None:
    assert sum(int(share.replace(".", "")) for share in shares(parts) if share) == 1000


def test_an_empty_band_stays_empty_and_totals_are_printed_once() -> None:
    facts = samples.aging(60)
    pages = pages_of(render("aging", facts, "zh_CN"))
    assert len(pages) > 1
    assert "0.00" not in re.sub(r"[\d,]+0\.00|差额 0\.00", "", "".join(pages))
    assert sum("合计 60" in re.sub(r"\s+", " ", page) for page in pages) == 1
    assert all("债务人" in page for page in pages)
    assert all(grouped(fen) in pages[-1] for fen in facts.band_totals if fen)


def test_other_currencies_stand_apart_and_in_no_total() -> None:
    facts = samples.aging(3)
    foreign = AgingLine("ACME GmbH", (0, 0, 0, 0, 5_000_000, 0, 0), 5_000_000, 40, "USD")
    text = text_of(render("aging", replace(facts, lines=(*facts.lines, foreign)), "zh_CN"))
    assert "ACME GmbH USD" in text
    assert "不计入合计" in text


def test_an_empty_portfolio_prints_too() -> None:
    zero = (0,) * len(samples.BANDS)
    facts = samples.aging(0, lines=(), band_totals=zero, total_fen=0, credit_fen=0, ledger_fen=0)
    assert "差额 0.00" in text_of(render("aging", facts, "zh_CN"))


@pytest.mark.parametrize(
    ("band", "chinese", "english"),
    [
        ("undated", "无到期日", "No due date"),
        ("30-89", "30–89 天", "30–89 days"),
        ("180+", "180 天以上", "180 days +"),
    ],
)
def test_bands_are_named_for_people(band: str, chinese: str, english: str) -> None:
    assert (band_name(band, "zh_CN"), band_name(band, "en")) == (chinese, english)


def test_the_oldest_band_of_any_set_has_the_last_colour() -> None:
    assert band_looks(["not_due", "1-30", "31-60", "61+"])[-1] == band_looks(samples.BANDS)[-1]
