"""A claim filed in a bankruptcy as rows of words and as a sentence, in either language. No Qt here."""

from __future__ import annotations

from models.ledger.sheet_out import Entry
from models.rules.claim_filing import Filed
from models.rules.money import grouped
from models.rules.uppercase import amount_in_words_en, uppercase
from ui.interest_sheet import doubled_entries, entries
from ui.interest_words import said
from ui.problems import worded


def filing_rows(found: Filed, language: str) -> list[list[Entry]]:
    """The lines of the form with their total, then the sheet behind them, as a derivation of interest."""
    rows: list[list[Entry]] = []
    for item in found.items:
        what, source = worded(f"filing_{item.what}", language), said(item.source, language)
        rows.append([what, None, None, None, None, "", item.fen, item.formula, source])
    rows += entries(found.steps, language)
    return rows + doubled_entries(found.doubled.lines if found.doubled else (), language)


def filing_sentence(found: Filed, language: str) -> str:
    """What is filed, in one sentence for the form."""
    sums: dict[str, str] = {item.what: grouped(item.fen) for item in found.items}
    total = found.items[-1].fen
    words = uppercase(total) if language == "zh_CN" else amount_in_words_en(total, "CNY")
    return worded("filing_sentence", language, {**sums, "until": found.until.isoformat(), "words": words})
