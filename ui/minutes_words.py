"""The minutes of a review in words: facts for paper, sheets for a workbook. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable

from models.ledger.sheet_out import Column, Entry, Table
from models.queries.parties import creditor
from models.queries.reviews import Meeting
from models.rules.minutes import MinuteItem, MinutesFacts, SupplementFacts
from models.rules.review import BAD, MEASURES, WATCH, Decision, Line, class_sums, credit_fen, moves
from models.store import Store
from ui.problems import worded


def measure_words(measure: str | None, language: str) -> str:
    """A measure in words: the wording of its code, or what the clerk wrote."""
    return worded(f"measure_{measure}", language) if measure in MEASURES else measure or ""


def minutes_of(store: Store, held: Meeting, language: str) -> MinutesFacts:
    """What the minutes of a review say."""
    firm = creditor(store)
    sums, credit = class_sums(held.lines, held.before), credit_fen(held.lines)
    others = sorted({line.of.currency for line in held.lines} - {"CNY"})
    return MinutesFacts(
        held.month,
        held.as_of,
        firm.name if firm else None,
        held.before_month,
        sums,
        credit,
        sum(line.of.balance_fen for line in held.lines if line.of.currency == "CNY"),
        moves(held.lines, held.before) if held.before_month else (),
        _items(held.lines, BAD, language),
        _items(held.lines, WATCH, language),
        tuple((name, class_sums(held.lines, held.before, name), credit_fen(held.lines, name)) for name in others),
        held.signed_by,
        held.signed_on,
        tuple(
            SupplementFacts(_item(each.line, each.decision, language), each.line.classification,
                            each.decision.classification, each.why, each.on, each.by)
            for each in held.supplements
        ),
    )  # fmt: skip


def _items(lines: Iterable[Line], name: str, language: str) -> tuple[MinuteItem, ...]:
    found = [line for line in lines if line.classification == name and line.of.balance_fen > 0]
    found.sort(key=lambda line: (line.of.currency != "CNY", line.of.currency, -line.of.balance_fen))
    return tuple(_item(line, line.said, language) for line in found)


def _item(line: Line, said: Decision, language: str) -> MinuteItem:
    of = line.of
    cause = worded(f"cause_{said.cause}", language) if said.cause else None
    measure = measure_words(said.measure, language) or None
    return MinuteItem(
        of.debtor, of.number, of.currency, of.balance_fen, of.days_overdue, of.due_on, cause, measure, said.owner,
        said.due_on, said.note,
    )  # fmt: skip


# --- the workbook ------------------------------------------------------------------------------------------


def minutes_tables(facts: MinutesFacts, language: str) -> list[Table]:
    """Sums, moves, bad claims, watched claims: a sheet each."""
    tables = [_sums(facts, language)]
    if facts.moves:
        tables.append(_moves(facts, language))
    tables += [_claims(facts, name, language) for name in (BAD, WATCH)]
    return tables


def _say(code: str, language: str) -> str:
    return worded(f"minutes_{code}", language)


def _table(
    facts: MinutesFacts,
    name: str,
    columns: list[Column],
    rows: list[list[Entry]],
    totals: list[list[Entry]],
    language: str,
) -> Table:
    firm = f"{facts.creditor_name} " if facts.creditor_name else ""
    title = f"{firm}{worded('minutes_title', language, {'month': facts.month})}"
    state = "signed" if facts.signed_by else "draft"
    told = {"day": facts.as_of.isoformat(), "who": facts.signed_by or "", "on": str(facts.signed_on or "")}
    return Table(name, title, worded(f"minutes_{state}", language, told), columns, rows, totals)


def _sums(facts: MinutesFacts, language: str) -> Table:
    columns = [
        Column(_say("class", language)),
        Column(_say("currency", language), width=8),
        Column(_say("count", language), "whole", 10),
        Column(_say("balance", language), "money", 18),
        Column(_say("count_before", language), "whole", 12),
        Column(_say("balance_before", language), "money", 18),
    ]
    every = (("CNY", facts.sums, facts.credit_fen), *facts.other_currencies)
    rows: list[list[Entry]] = []
    for currency, sums, credit in every:
        for each in sums:
            words = worded(f"review_class_{each.classification}", language)
            rows.append([words, currency, each.count, each.fen, each.before_count, each.before_fen])
        if credit:
            rows.append([_say("credit", language), currency, None, credit, None, None])
    totals: list[list[Entry]] = [[_say("ledger", language), "CNY", None, facts.ledger_fen, None, None]]
    return _table(facts, _say("sums", language), columns, rows, totals, language)


def _moves(facts: MinutesFacts, language: str) -> Table:
    heads = [
        ("from", "text"),
        ("to", "text"),
        ("count", "whole"),
        ("balance_before", "money"),
        ("balance", "money"),
    ]
    columns = [Column(_say(name, language), kind, 18) for name, kind in heads]
    rows: list[list[Entry]] = [
        [
            worded(f"review_class_{move.before}", language),
            worded(f"review_class_{move.after}", language),
            move.count,
            move.before_fen,
            move.fen,
        ]
        for move in facts.moves
    ]
    sums = (sum(move.before_fen for move in facts.moves), sum(move.fen for move in facts.moves))
    totals: list[list[Entry]] = [
        [_say("sum", language), None, sum(move.count for move in facts.moves), *sums]
    ]
    return _table(facts, _say("moves", language), columns, rows, totals, language)


def _claims(facts: MinutesFacts, name: str, language: str) -> Table:
    heads = [
        ("debtor", "text", 34), ("number", "text", 18), ("currency", "text", 8), ("balance", "money", 16),
        ("due", "day", 12), ("days", "whole", 10), ("cause", "text", 14), ("measure", "text", 22),
        ("owner", "text", 12), ("by", "day", 12), ("note", "text", 24),
    ]  # fmt: skip
    columns = [Column(_say(head, language), kind, width) for head, kind, width in heads]
    items = facts.bad if name == BAD else facts.watch
    rows: list[list[Entry]] = [
        [item.debtor, item.number, item.currency, item.balance_fen, item.due_on, item.days_overdue or None, item.cause,
         item.measure, item.owner, item.measure_on, item.note]
        for item in items
    ]  # fmt: skip
    return _table(facts, worded(f"review_class_{name}", language), columns, rows, [], language)
