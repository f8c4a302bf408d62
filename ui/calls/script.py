"""The sentence to read aloud, with the real debt of the real ledger, in either language. No Qt."""

from __future__ import annotations

from models.rules.money import grouped
from ui.calls.facts import CallFacts
from ui.common.formats import Formats
from ui.problems import worded


def sentence_to_read(facts: CallFacts, language: str) -> str:
    """Asks whether the debtor owes what the ledger says today, named by the kind of claim.

    The amount is the ledger's (contact guard G10), so a "yes" on the recording acknowledges that very sum.
    """
    code = "read_aloud_person" if facts.is_person else "read_aloud_firm"
    parts = {
        "day": Formats(language).long_day(facts.today),
        "amount": _amount(facts, language),
        "debt": worded(f"debt_of_{facts.kind}", language),
    }
    return worded(code, language, parts)


def _amount(facts: CallFacts, language: str) -> str:
    code = "read_aloud_yuan" if facts.currency == "CNY" else "read_aloud_foreign"
    return worded(code, language, {"amount": grouped(facts.balance_fen), "currency": facts.currency})
