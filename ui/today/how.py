"""How the score of a row of the day's list came about, term by term."""

from __future__ import annotations

from datetime import date, timedelta

from models.ledger.sheet_out import Entry
from models.queries.worklist import WorkItem
from models.rules.scoring import Weights
from ui.common.answer_table import Head
from ui.common.formats import Formats
from ui.common.how_window import How
from ui.problems import worded

_HEADS = (
    Head("how_head_term", 110),
    Head("how_head_counted", 640),
    Head("how_head_percent", 90),
    Head("how_head_weight", 80),
    Head("how_head_points", 80),
)


def how_scored(item: WorkItem, weights: Weights, rule: str, today: date, formats: Formats) -> How:
    """Each term with what it counts; ``rule`` is why the row stands on the list."""
    language = formats.language
    amount = {"amount": formats.money(item.called_fen, item.currency)}
    rows: list[list[Entry]] = [
        [
            worded(f"score_{term.name}", language), worded(f"how_counted_{term.name}", language, amount),
            str(term.percent), str(term.weight), f"{term.tenths // 10}.{term.tenths % 10}",
        ]
        for term in item.terms(weights)
    ]  # fmt: skip
    since = ""
    if item.late is not None and item.late > 0:
        day = formats.day(today - timedelta(days=item.late))
        since = worded("how_score_since", language, {"day": day, "days": str(item.late)})
    result = worded("how_score_result", language, {"debtor": item.debtor, "score": str(item.score)})
    rules = (rule, since, worded("how_score_rule", language))
    return How(worded("how_score", language), result, tuple(filter(None, rules)), _HEADS, rows)
