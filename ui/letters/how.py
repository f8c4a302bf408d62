"""How the interest that a letter states was reckoned: each of its claims, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from models.queries.interest import ClaimInterest
from ui.common.answer_table import Head
from ui.common.formats import Formats
from ui.common.how_window import How
from ui.interest_sheet import entries, reckoning_of
from ui.interest_words import basis_said, rate_said
from ui.problems import sentences, worded

_HEADS = (
    Head("how_head_number", 130), Head("interest_head_what", 70), Head("interest_head_from", 92),
    Head("interest_head_to", 92), Head("interest_head_days", 56), Head("interest_head_base", 116, money=True),
    Head("interest_head_rate", 110), Head("interest_head_amount", 110, money=True),
    Head("interest_head_formula", 400), Head("interest_head_source", 400),
)  # fmt: skip


def how_interest(found: Sequence[ClaimInterest], currency: str, formats: Formats) -> How:
    """The total, on what each claim was reckoned, every line and what to beware of."""
    language = formats.language
    told = [each for each in found if each.total_fen]
    bases = [reckoning for each in told if (reckoning := reckoning_of(each))]
    rules = dict.fromkeys(
        formats.joined([rate_said(each, language), basis_said(each, language)]) for each in bases
    )
    doubts = sentences([doubt for each in told for doubt in each.doubts], language)
    rows = [
        [each.row.number or f"#{each.row.id}", *cells]
        for each in told
        for cells in entries(each.steps, language)
    ]
    total = formats.money(sum(each.total_fen for each in told), currency)
    return How(worded("interest_title", language), total, tuple(filter(None, (*rules, doubts))), _HEADS, rows)
