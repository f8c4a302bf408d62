"""Everything the template of a letter may name, as this letter says it, and what it must say and cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.rules.charges import ITEMS
from models.rules.facts import GuarantorFacts, ItemFacts, LetterFacts
from models.rules.letter_kinds import LETTER_KINDS, legal_basis, owed_for
from models.rules.problems import Problem
from reports import values as say
from reports.inline import Blank, Box, Inline, Text, blank_date
from reports.interest import interest_values
from reports.style import MM, Language
from reports.wording import Value, Wording, unknown_fields, wording

_LINE = Blank(46 * MM)


def letter_values(facts: LetterFacts, language: Language, words: Wording) -> dict[str, Value]:
    """Everything a template may name."""
    found = {
        **_of_people(facts, language),
        **_of_sums(facts, language),
        **_of_days(facts, language),
        **_of_plan(facts, language),
        **_to_write_on(language),
        **interest_values(facts, language),
        **_of_change(facts, language),
        **_of_bankruptcy(facts, language),
        **_said(facts, language),
        **_of_charges(facts, language),
    }
    found["with_table"] = "yes" if with_interest_table(facts) else None
    found["wanted"] = words.text(f"document.{facts.wanted}") if facts.wanted else None
    found["with_slip"] = "yes" if LETTER_KINDS[facts.kind].with_slip else None
    if LETTER_KINDS[facts.kind].cites_law:
        law = wording("law", language)
        basis = facts.claim_kind if f"basis.{facts.claim_kind}" in law else "other"
        found["articles"] = say.articles(legal_basis(facts.claim_kind), language)
        found["breach"] = law.text("breach", found)
        found["basis"] = law.inlines(f"basis.{basis}", found)
    found["objection"] = words.inlines("objection", found) if "objection" in words else None
    gap = _gap(language)
    return found | {name: gap for _, name in unknown_fields(facts.words)}


def with_interest_table(facts: LetterFacts) -> bool:
    """Whether the reckoning of interest goes along as an annex."""
    return facts.interest is not None and LETTER_KINDS[facts.kind].interest == "always"


def noun(claim_kind: str, language: Language) -> str:
    """What the money is owed for."""
    if language == "zh_CN":
        return owed_for(claim_kind)
    words = wording("common", language)
    return words.text(f"noun.{claim_kind}" if f"noun.{claim_kind}" in words else "noun.other")


def letter_gaps(facts: LetterFacts) -> tuple[Problem, ...]:
    """What the letter must say and nobody has told, and fields of the firm's own words that do not exist."""
    missing = tuple(
        Problem("letter_gap", {"field": name.replace(".", "_")}, name) for name in _missing(facts)
    )
    unknown = (
        Problem("field_unknown", {"field": name}, f"words.{entry}")
        for entry, name in unknown_fields(facts.words)
    )
    return (*missing, *unknown)


def with_gaps(facts: LetterFacts, language: Language) -> LetterFacts:
    """The facts as a draft shows them: 【待补】 stands where a letter must say something nobody has told."""
    gap = wording("common", language).text("gap")
    sides: dict[str, dict[str, str]] = {}
    said = dict(facts.said)
    for name in _missing(facts):
        side, _, field = name.rpartition(".")
        if side:
            sides.setdefault(side, {})[field] = gap
        else:
            said[name] = gap
    changed = {side: replace(getattr(facts, side), **fields) for side, fields in sides.items()}
    return replace(facts, said=tuple(said.items()), **changed)


def _missing(facts: LetterFacts) -> Iterator[str]:
    """Dotted names of facts the kind needs, and fields it asks the clerk for, that are empty."""
    kind = LETTER_KINDS[facts.kind]
    for name in kind.needs:
        side, field = name.split(".")
        held = getattr(facts, side)
        if (
            held is not None
            and not getattr(held, field)
            and not (kind.to_guarantor and name == "debtor.address")
        ):
            yield name
    said = dict(facts.said)
    yield from (name for name in kind.asks if not said.get(name, "").strip())


def _gap(language: Language) -> tuple[Inline, ...]:
    return (Text(wording("common", language).text("gap"), whole=True),)


def _of_people(facts: LetterFacts, language: Language) -> dict[str, Value]:
    """Who writes, who owes, who is written to."""
    to = facts.guarantor or facts.debtor
    draft = LETTER_KINDS[facts.kind].draft
    us = {"zh_CN": ("我司", "委托人"), "en": ("we", "our client")}[language][draft]
    creditor = facts.creditor
    return {
        "creditor": say.name(creditor.name),
        "debtor": say.name(facts.debtor.name),
        "addressee": say.name(to.name),
        "you": "您" if to.is_person else "贵司",
        "us": us,
        "both": "您与我司" if to.is_person else "贵我双方",
        "firm": "本人" if facts.debtor.is_person else "我司",
        "person": "yes" if facts.debtor.is_person else None,
        "address": creditor.address,
        "postcode": creditor.postcode,
        "contact": creditor.contact,
        "person_to": None if isinstance(to, GuarantorFacts) else to.contact_person,
        "joint": "yes" if facts.guarantor and facts.guarantor.joint else None,
        "guarantee_until": say.day(facts.guarantor.until, language)
        if facts.guarantor and facts.guarantor.until
        else None,
        "uscc": None if to.is_person else say.code(to.uscc),
        "id": say.code(to.uscc) if to.is_person else None,
    }


def _of_sums(facts: LetterFacts, language: Language) -> dict[str, Value]:
    money = (facts.currency, language)
    due = sum(item.balance_fen for item in facts.items if not _is_early(item))
    late = sum(item.balance_fen for item in facts.items if item.due_on and item.days_overdue > 0)
    undated = any(not item.due_on for item in facts.items)
    stand = "late" if not undated else "late_undated" if late else "undated"
    whole, several = facts.total_fen, len(say.contracts(facts.items)) > 1
    advance = facts.account.advance_fen if facts.account else 0
    return {
        "contract": say.one_contract(facts.items),
        "several": "yes" if several else None,
        "count": str(len(facts.items)),
        "noun": noun(facts.claim_kind, language),
        "goods": "yes" if facts.claim_kind == "sale" else None,
        "amount": say.amount(whole, *money),
        "figures": say.figures(whole, *money),
        "words": say.in_words(whole, *money),
        "due_figures": say.amount(due, *money),
        "due_named": wording("common", language).text(f"due.{stand}"),
        "all_due": "yes" if due == whole else None,
        "overdue_some": "yes" if late else None,
        "late_figures": say.amount(late, *money),
        "dated": "yes" if any(item.due_on for item in facts.items) else None,
        "undated": "yes" if undated else None,
        "paid_up": "yes" if facts.items and all(item.charge for item in facts.items) else None,
        "was_paid": "yes" if any(item.paid_fen for item in facts.items) else None,
        "waiting": say.amount(facts.waiting_fen, *money) if facts.waiting_fen else None,
        "maybe_waiting": say.amount(facts.maybe_waiting_fen, *money) if facts.maybe_waiting_fen else None,
        "disputed": say.amount(facts.disputed_fen, *money) if facts.disputed_fen else None,
        "advance": say.amount(advance, *money) if advance else None,
        "currency": say.unit(facts.currency, language),
        "currency_sign": "¥" if facts.currency == "CNY" and language == "zh_CN" else f"{facts.currency} ",
    }


def _of_charges(facts: LetterFacts, language: Language) -> dict[str, Value]:
    """What stands beside the principal, by kind and in all, and the total of everything; None where nothing does."""
    money, accrued = (facts.currency, language), facts.interest.total_fen if facts.interest else 0
    beside = accrued + sum(fen for _, fen in facts.charges)
    names = ("fixed", "beside", "beside_names", "parts", "grand", "grand_words")
    if not beside:
        return dict.fromkeys(names)
    words, grand = wording("common", language), facts.total_fen + beside
    name = {kind: words.text(f"beside.{kind}") for kind in ITEMS}
    gap = " " if language == "en" else ""
    kinds = {kind for kind, _ in facts.charges} | ({"interest"} if accrued else set())
    named = [name[kind] for kind in ITEMS if kind in kinds]
    fixed = [f"{name[kind]}{gap}{say.amount(fen, *money)}" for kind, fen in facts.charges]
    return {
        "fixed": say.listed(fixed, language) if fixed else None,
        "beside": say.amount(beside, *money),
        "beside_names": say.listed(named, language),
        "parts": say.listed([words.text("beside.principal"), *named], language),
        "grand": say.figures(grand, *money),
        "grand_words": say.in_words(grand, *money),
    }


def _of_days(facts: LetterFacts, language: Language) -> dict[str, Value]:
    issued: Value = (Text(say.day(facts.issued_on, language), whole=True),)
    first = facts.account.first if facts.account else None
    return {
        "number": (Text(facts.number, whole=True),),
        "issued": issued,
        "as_of": issued,
        "deadline": say.deadline(facts.deadline, language) if facts.deadline else None,
        "first_day": (Text(say.day(first, language), whole=True),) if first else None,
    }


def _of_plan(facts: LetterFacts, language: Language) -> dict[str, Value]:
    agreed, money = facts.agreed, (facts.currency, language)
    if agreed is None:
        return {}
    return {
        "plan_number": (Text(agreed.number, whole=True),),
        "plan_signed": (Text(say.day(agreed.signed_on, language), whole=True),),
        "plan_total": say.amount(agreed.total_fen, *money),
        "plan_paid": say.amount(agreed.paid_fen, *money),
        "missed_total": say.amount(sum(each.amount_fen - each.paid_fen for each in agreed.missed), *money),
        "after_days": None if agreed.after_days is None else str(agreed.after_days),
        "after_count": say.how_many(agreed.after_count, language),
    }


def _of_change(facts: LetterFacts, language: Language) -> dict[str, Value]:
    """The supplement a guarantor did not sign, and the agreement it changed."""
    changed = facts.changed
    if changed is None:
        return {}
    return {
        "earlier": (Text(changed.earlier.number, whole=True),),
        "earlier_on": (Text(say.day(changed.earlier.signed_on, language), whole=True),),
        "plan_number": (Text(changed.number, whole=True),),
        "plan_signed": (Text(say.day(changed.signed_on, language), whole=True),),
        "plan_total": say.amount(changed.total_fen, facts.currency, language),
        "count": str(len(changed.instalments)),
        "last_due": (Text(say.day(changed.instalments[-1].due_on, language), whole=True),),
    }


def _of_bankruptcy(facts: LetterFacts, language: Language) -> dict[str, Value]:
    """The debtor's bankruptcy, in which a general guarantor too must answer (CC 687(2)(2)): ``called``."""
    found, behind = facts.bankruptcy, facts.guarantor
    told: dict[str, Value] = {"called": "yes" if behind and (behind.joint or found) else None}
    if found is None:
        return told
    accepted = (Text(say.day(found.accepted_on, language), whole=True),) if found.accepted_on else None
    return told | {
        "bankrupt": "yes",
        "accepted": accepted,
        "court": found.court,
        "case_number": (Text(found.case_number, whole=True),) if found.case_number else None,
    }


def _to_write_on(language: Language) -> dict[str, Value]:
    """Lines and boxes for a pen."""
    english = blank_date((8, 8, 12), ("/", "/", " (day/month/year)"))
    return {
        "blank_date": blank_date() if language == "zh_CN" else english,
        "blank_amount": (Blank(36 * MM),),
        "line": (_LINE,),
        "box": (Box(),),
    }


def _said(facts: LetterFacts, language: Language) -> dict[str, Value]:
    """What the clerk filled in; a day is said as days are."""
    return {name: _day_or_text(text, language) for name, text in facts.said if text.strip()}


def _day_or_text(text: str, language: Language) -> Value:
    try:
        return (Text(say.day(date.fromisoformat(text.strip()), language), whole=True),)
    except ValueError:
        return text


def _is_early(item: ItemFacts) -> bool:
    """Whether the item is not due yet on the day of the letter; what was fixed as a charge is owed from its day on."""
    return item.due_on is not None and item.days_overdue <= 0 and not item.charge
