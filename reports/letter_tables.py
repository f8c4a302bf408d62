"""Tables of letters beside the debt itself: what a plan missed, what is contested, how an account moved."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.charges import ITEMS
from models.rules.facts import AccountFacts, LetterFacts
from models.rules.money import grouped
from reports.flow import Strip
from reports.style import MEASURE, Language
from reports.tables import Column, plain_table, table
from reports.wording import Values, Wording


def missed_table(facts: LetterFacts, words: Wording, values: Values, language: Language) -> list[Strip]:
    """The instalments whose day has passed, with what is left of each."""
    missed = facts.agreed.missed if facts.agreed else ()
    if not missed:
        return []
    columns = [
        _texts("instalment", [str(each.number) for each in missed]),
        _texts("due_on", [each.due_on.isoformat() for each in missed]),
        Column("days", True, [str((facts.issued_on - each.due_on).days) for each in missed]),
        _sums("owed", [each.amount_fen for each in missed]),
        _sums("paid", [each.paid_fen for each in missed]),
        _sums("rest", [each.amount_fen - each.paid_fen for each in missed]),
    ]
    return table(_headed(columns, words, values), words.text("columns.total"), (), MEASURE, language)


def contested_table(facts: LetterFacts, words: Wording, values: Values, language: Language) -> list[Strip]:
    """What the debtor contests, since when and why."""
    if not facts.contested:
        return []
    columns = [
        _texts("number", [each.number or "" for each in facts.contested]),
        _texts("raised_on", [each.opened_on.isoformat() for each in facts.contested]),
        _texts("reason", [_reason(each.reason, words) for each in facts.contested]),
        _sums("balance", [each.balance_fen for each in facts.contested]),
        _sums("contested", [each.disputed_fen for each in facts.contested]),
    ]
    shown = [column for column in columns if any(column.cells)]
    return table(_headed(shown, words, values), words.text("columns.total"), (), MEASURE, language)


def _reason(code: str, words: Wording) -> str:
    return words.text(f"reason.{code}" if f"reason.{code}" in words else "reason.other")


def summary_table(account: AccountFacts, words: Wording, values: Values, language: Language) -> list[Strip]:
    """Opening + invoiced − received = closing, in one row."""
    sums = {
        "opening": account.opening_fen,
        "invoiced": account.invoiced_fen,
        "received": account.received_fen,
        "closing": account.closing_fen,
    }
    row = str(values["noun"])
    if any(line.what in ITEMS for line in account.lines):
        row += words.text("account_more")
    columns = [
        Column("account", cells=[row]),
        *(Column(key, True, [grouped(fen)]) for key, fen in sums.items()),
    ]
    return plain_table(_headed(columns, words, values), MEASURE, language)


def moves_table(account: AccountFacts, words: Wording, values: Values, language: Language) -> list[Strip]:
    """Every movement with what was owed after it, from the opening balance to the closing one, and what that is."""
    lines = account.lines
    columns = [
        _texts("on", ["", *(line.on.isoformat() if line.on else "—" for line in lines)]),
        _texts("what", [words.text("columns.brought"), *(_what(line.what, words) for line in lines)]),
        _texts("number", ["", *(line.number or "" for line in lines)]),
        Column(
            "debit", True, ["", *(_or_blank(line.debit_fen) for line in lines)], grouped(account.invoiced_fen)
        ),
        Column(
            "credit",
            True,
            ["", *(_or_blank(line.credit_fen) for line in lines)],
            grouped(account.received_fen),
        ),
        Column(
            "running",
            True,
            [grouped(account.opening_fen), *(grouped(line.balance_fen) for line in lines)],
            grouped(account.closing_fen),
        ),
    ]
    under = words.paragraphs("under", values)
    return table(_headed(columns, words, values), words.text("columns.total"), under, MEASURE, language)


def _what(code: str, words: Wording) -> str:
    return words.text(f"what.{code}") if f"what.{code}" in words else code


def _or_blank(fen: int) -> str:
    return grouped(fen) if fen else ""


def _texts(key: str, cells: Sequence[str]) -> Column:
    return Column(key, cells=list(cells))


def _sums(key: str, fens: Sequence[int]) -> Column:
    return Column(key, True, [grouped(fen) for fen in fens], grouped(sum(fens)))


def _headed(columns: Sequence[Column], words: Wording, values: Values) -> list[Column]:
    """The columns with the words of their heads."""
    return [column._replace(head=words.text(f"columns.{column.head}", values)) for column in columns]
