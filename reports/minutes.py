"""The minutes of a monthly review, landscape: classes, moves, what is done about bad and watched claims, signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.rules.minutes import MinuteItem, MinutesFacts
from models.rules.money import grouped
from reports.blocks import spaced
from reports.flow import Section, Strip
from reports.inline import Text
from reports.landscape import RIGHT, WIDTH, signature_strips
from reports.sheet import AFTER, BODY, ROW_MM, Sheet, day, money
from reports.style import Language
from reports.tables import Column, table
from reports.wording import Value, Wording, wording

_MINUS = "−"


@dataclass(frozen=True)
class Minutes(Sheet):
    """Minutes about to be set."""

    facts: MinutesFacts


def minutes_section(facts: MinutesFacts, language: Language) -> Section:
    """The minutes on as many landscape pages as they take."""
    words = wording("minutes", language)
    minutes = Minutes(words, language, _values(facts, words), facts)
    strips = [
        *_sums(minutes),
        *_moves(minutes),
        *_claims(minutes, "bad", facts.bad),
        *_claims(minutes, "watch", facts.watch),
        *_supplements(minutes),
        *_signature(minutes),
    ]
    state = minutes.line("signed" if facts.signed_by else "draft", RIGHT)
    return minutes.section(facts.creditor_name, strips, state)


def _values(facts: MinutesFacts, words: Wording) -> dict[str, Value]:
    return {
        "term": (Text(facts.month, whole=True),),
        "as_of": (Text(facts.as_of.isoformat(), whole=True),),
        "person": facts.signed_by,
        "made_on": facts.signed_on.isoformat() if facts.signed_on else None,
        "title": words.text("title"),
    }


def _sums(minutes: Minutes) -> list[Strip]:
    """Count and sum of each class beside those before, and the line that ties them to the ledger."""
    facts, words = minutes.facts, minutes.words
    sums, compared = facts.sums, facts.before_month is not None
    columns = [
        Column(words.text("head.class"), cells=[words.text(f"class.{each.classification}") for each in sums]),
        _figures(words.text("head.count"), [each.count for each in sums], plain=True),
        _figures(words.text("head.sum"), [each.fen for each in sums]),
    ]
    if compared:
        changes = [each.fen - each.before_fen for each in sums]
        columns += [
            _figures(words.text("head.count_before"), [each.before_count for each in sums], plain=True),
            _figures(words.text("head.sum_before"), [each.before_fen for each in sums]),
            _figures(words.text("head.change"), changes),
        ]
    rows = table(columns, words.text("total"), (), WIDTH, minutes.language)
    return [minutes.heading("sums"), *rows, *_tie(minutes), *_others(minutes)]


def _figures(head: str, values: Sequence[int], *, plain: bool = False) -> Column:
    """A column of sums in fen, or of ``plain`` numbers, with its total."""
    shown = [f"{value:,}" if plain else grouped(value) for value in values]
    total = f"{sum(values):,}" if plain else grouped(sum(values))
    return Column(head, True, shown, total)


def _tie(minutes: Minutes) -> list[Strip]:
    facts = minutes.facts
    amount = sum(each.fen for each in facts.sums)
    credit = wording("common", minutes.language).text("credit")
    paid = f"{_MINUS} {credit} {grouped(abs(facts.credit_fen))}"
    tie = minutes.inlines(
        "tie",
        amount=grouped(amount),
        paid=paid,
        figures=grouped(amount + facts.credit_fen),
        debts=grouped(facts.ledger_fen),
    )
    told = (Text(minutes.say("tie_head"), bold=True), *tie)
    return [*spaced(minutes.set(told), 5.0), *minutes.paragraph("definitions", BODY.at(7.8).grey())]


def _others(minutes: Minutes) -> list[Strip]:
    """Other currencies, in words: they are in no total."""
    told = [
        minutes.say(
            "other", currency=currency, heading=minutes.words.text(f"class.{each.classification}"),
            count=str(each.count), figures=grouped(each.fen),
        )
        for currency, sums, _credit in minutes.facts.other_currencies
        for each in sums
        if each.count
    ]  # fmt: skip
    between = ", " if minutes.language == "en" else "，"
    return minutes.paragraph("others", line=between.join(told)) if told else []


def _moves(minutes: Minutes) -> list[Strip]:
    facts, words = minutes.facts, minutes.words
    if facts.before_month is None:
        return [minutes.heading("moves_none"), *minutes.paragraph("first")]
    columns = [
        Column(words.text("head.from"), cells=[words.text(f"class.{move.before}") for move in facts.moves]),
        Column(words.text("head.to"), cells=[words.text(f"class.{move.after}") for move in facts.moves]),
        _figures(words.text("head.count"), [move.count for move in facts.moves], plain=True),
        _figures(words.text("head.sum_before"), [move.before_fen for move in facts.moves]),
        _figures(words.text("head.sum"), [move.fen for move in facts.moves]),
    ]
    heading = minutes.heading("moves", term=(Text(facts.before_month, whole=True),))
    return [heading, *table(columns, words.text("total"), (), WIDTH, minutes.language, row_mm=ROW_MM)]


def _claims(minutes: Minutes, key: str, items: Sequence[MinuteItem]) -> list[Strip]:
    heading = minutes.heading(key)
    if not items:
        return [heading, *minutes.paragraph("nothing")]
    words, own = minutes.words, [item for item in items if item.currency == "CNY"]
    columns = [
        Column(words.text("head.debtor"), cells=[item.debtor for item in items]),
        Column(words.text("head.number"), cells=[item.number or "" for item in items]),
        Column(
            words.text("head.balance"), True, [money(item.currency, item.balance_fen) for item in items],
            grouped(sum(item.balance_fen for item in own)),
        ),
        *_when(minutes, key, items),
        Column(words.text("head.owner"), cells=[item.owner or "" for item in items]),
        Column(words.text("head.by"), cells=[day(item.measure_on) for item in items]),
        Column(words.text("head.note"), cells=[item.note or "" for item in items]),
    ]  # fmt: skip
    return [heading, *table(columns, words.text("total"), (), WIDTH, minutes.language, row_mm=ROW_MM)]


def _when(minutes: Minutes, key: str, items: Sequence[MinuteItem]) -> Iterable[Column]:
    """How late and why where bad; when due where watched; then what is done."""
    words = minutes.words
    if key == "bad":
        yield Column(words.text("head.days"), True, [f"{item.days_overdue:,}" for item in items])
        yield Column(AFTER + words.text("head.cause"), cells=[AFTER + (item.cause or "") for item in items])
    else:
        yield Column(AFTER + words.text("head.due"), cells=[AFTER + day(item.due_on) for item in items])
    head = words.text("head.measure" if key == "bad" else "head.plan")
    yield Column(head, cells=[item.measure or "" for item in items])


def _supplements(minutes: Minutes) -> list[Strip]:
    found, words = minutes.facts.supplements, minutes.words
    if not found:
        return []
    columns = [
        Column(words.text("head.debtor"), cells=[each.item.debtor for each in found]),
        Column(words.text("head.number"), cells=[each.item.number or "" for each in found]),
        Column(
            words.text("head.balance"),
            True,
            [money(each.item.currency, each.item.balance_fen) for each in found],
        ),
        Column(words.text("head.from"), cells=[words.text(f"class.{each.before}") for each in found]),
        Column(words.text("head.to"), cells=[words.text(f"class.{each.after}") for each in found]),
        Column(words.text("head.why"), cells=[each.why for each in found]),
        Column(words.text("head.who"), cells=[f"{each.by} {each.on.isoformat()}" for each in found]),
    ]
    return [minutes.heading("supplements"), *table(columns, "", (), WIDTH, minutes.language, row_mm=ROW_MM)]


def _signature(minutes: Minutes) -> list[Strip]:
    """Who signed and when; a place to sign by hand beside each."""
    facts = minutes.facts
    places = [
        (minutes.say("sign_person"), facts.signed_by or ""),
        (minutes.say("sign_day"), day(facts.signed_on)),
    ]
    return signature_strips(places, BODY)
