"""What the clauses of an agreement say: its fields, its clause numbers, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator

from models.rules.facts import PlanFacts, PlanTerms
from models.rules.letter_kinds import owed_for
from models.rules.plan_clauses import clause_names
from models.rules.problems import Problem
from reports import values as say
from reports.inline import Blank, Text
from reports.style import MM, Language
from reports.wording import Value, wording

_NEEDED = {
    "creditor": ("name", "address", "phone", "bank", "account"),
    "debtor": ("address",),
    "guarantor": ("address", "until"),
}
"""What an agreement shows as a gap where it is unknown; any other unknown fact is left out with its label."""
_NAMED = 3
"""Up to so many items are named in a line under the clause on the origin."""
_UPLIFT_KINDS = frozenset({"sale", "service", "transport", "lease", "property"})
"""Claims on which the sale rule of 买卖解释 18(4) stands or is taken by CC 646: 1.3 times the one-year LPR."""


def agreement_title(facts: PlanFacts, language: Language) -> str:
    """What the paper is called: an agreement, or a supplement to one."""
    return wording("plan", language).text("title_supplement" if facts.earlier else "title")


def clause_texts(facts: PlanFacts, language: Language) -> dict[str, tuple[str, str]]:
    """Each clause by its name: number and heading, and its words without looks, as they would be printed."""
    words, values = wording("plan", language), plan_values(facts, language)
    told = {}
    for name in clause_names(facts):
        naming = {"article": values[f"art_{name}"], "heading": words.text(f"{name}.heading")}
        text = words.text(f"{name}.text", values)
        if name == "penalty":
            text += words.text(f"penalty.{facts.terms.penalty}", values)
        told[name] = (words.text("clause", naming), text)
    return told


def plan_gaps(facts: PlanFacts) -> tuple[Problem, ...]:
    """What the agreement must say and the data do not hold; each is printed as 【待补】. ``where`` is the field."""
    return tuple(Problem(f"gap_{field.replace('.', '_')}", {}, field) for field in _gaps(facts))


def _gaps(facts: PlanFacts) -> Iterator[str]:
    sides = {"creditor": facts.creditor, "debtor": facts.debtor, "guarantor": facts.guarantor}
    for side, needed in _NEEDED.items():
        for name in needed if sides[side] else ():
            if not getattr(sides[side], name):
                yield f"{side}.{name}"


def plan_values(facts: PlanFacts, language: Language) -> dict[str, Value]:
    """Everything a clause may name."""
    gap: Value = (Text(wording("common", language).text("gap"), whole=True),)
    creditor, guarantor = facts.creditor, facts.guarantor
    return {
        **_debt(facts, language),
        **_terms(facts, language),
        **_numbers(facts, language),
        **_earlier(facts, language),
        "number": (Text(facts.number, whole=True),),
        "creditor": say.name(creditor.name),
        "bank": creditor.bank or gap,
        "account": say.account_number(creditor.account) if creditor.account else gap,
        "memo": _memo(facts, language),
        "third": (_and_third(language) if guarantor else ""),
        "copies": _copies(3 if guarantor else 2, language),
        "guarantee_until": _until(facts, language, gap),
        "firm": "yes" if guarantor and not guarantor.is_person else None,
        "blank_place": facts.terms.place or (Blank(48 * MM),),
        "court": facts.terms.court,
        "arbitration": facts.terms.arbitration,
        "extra": facts.terms.extra,
        "debtor_spouse": say.name(facts.terms.debtor_spouse) if facts.terms.debtor_spouse else None,
        "guarantor_spouse": say.name(facts.terms.guarantor_spouse) if facts.terms.guarantor_spouse else None,
    }


def _earlier(facts: PlanFacts, language: Language) -> dict[str, Value]:
    earlier = facts.earlier
    if earlier is None:
        return {"earlier": None, "earlier_on": None, "consents": None}
    return {
        "earlier": (Text(earlier.number, whole=True),),
        "earlier_on": (Text(say.day(earlier.signed_on, language), whole=True),),
        "consents": "yes" if facts.guarantor and facts.guarantor.name == earlier.guaranteed_by else None,
    }


def _debt(facts: PlanFacts, language: Language) -> dict[str, Value]:
    money = (facts.currency, language)
    invoiced = sum(item.amount_fen for item in facts.items)
    paid = sum(item.paid_fen for item in facts.items)
    interest = sum(line.interest_fen for line in facts.instalments)
    several = say.contracts(facts.items)
    return {
        "contract": say.one_contract(facts.items),
        "contracts": "、".join(several[:3]) if language == "zh_CN" else ", ".join(several[:3]),
        "noun": _noun(facts, language),
        "debts": _documents(facts, language),
        "goods": "yes" if all(item.kind == "sale" for item in facts.items) else None,
        "invoiced": say.amount(invoiced, *money),
        "paid": say.amount(paid, *money) if paid else None,
        "made_on": (Text(say.day(facts.made_on, language), whole=True),),
        "words": say.in_words(facts.total_fen, *money),
        "figures": say.figures(facts.total_fen, *money),
        "interest_figures": say.amount(interest, *money) if interest else None,
        "currency": say.unit(facts.currency, language),
        "count": str(len(facts.instalments)),
    }


def _terms(facts: PlanFacts, language: Language) -> dict[str, Value]:
    terms = facts.terms
    uplifted = {item.kind for item in facts.items} <= _UPLIFT_KINDS
    return {
        "rolled": "yes" if terms.roll_holidays else None,
        "days": str(terms.accelerate_after_days),
        "after_count": say.how_many(terms.accelerate_after_count, language),
        "principal_first": "yes" if terms.allocation == "principal_first" else None,
        "lawyer_share": None if terms.lawyer_bp is None else _percent(terms.lawyer_bp),
        "mortgage": _object(terms, "mortgage"),
        "pledge": _object(terms, "pledge"),
        "retention": _object(terms, "retention"),
        "bill": _object(terms, "bill"),
        "electronic": "yes" if terms.electronic_service else None,
        "term": None if terms.late_rate_bp is None else _percent(terms.late_rate_bp),
        "lpr_uplift": {
            ("zh_CN", True): "1.3倍",
            ("zh_CN", False): "1倍",
            ("en", True): "1.3 times",
            ("en", False): "once",
        }[language, uplifted],
    }


def _object(terms: PlanTerms, security: str) -> str | None:
    return terms.security_object if terms.security == security else None


def _percent(basis_points: int) -> str:
    """450 → ``4.5%``."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + "%"


def _numbers(facts: PlanFacts, language: Language) -> dict[str, Value]:
    """``第五条`` or ``Clause 5`` of every clause there is; the bare number heads the clause itself."""
    found: dict[str, Value] = {}
    for place, name in enumerate(clause_names(facts), 1):
        found[f"art_{name}"] = f"第{say.numeral(place)}条" if language == "zh_CN" else f"Clause {place}"
    return found


def _noun(facts: PlanFacts, language: Language) -> str:
    kinds = {item.kind for item in facts.items}
    kind = kinds.pop() if len(kinds) == 1 else "other"
    if language == "zh_CN":
        return owed_for(kind)
    words = wording("common", "en")
    return words.text(f"noun.{kind}" if f"noun.{kind}" in words else "noun.other")


def named_items(facts: PlanFacts) -> list[str]:
    """The numbers of the items where they are few enough to be named in a line; else none, and a table is due."""
    numbers = [item.number for item in facts.items if item.number]
    return numbers if len(numbers) == len(facts.items) <= _NAMED else []


def _documents(facts: PlanFacts, language: Language) -> str:
    """How many items there are and where they are named."""
    below = ("下列单据", "the documents below") if named_items(facts) else ("下表", "the table below")
    count = len(facts.items)
    return f"共{count}笔，见{below[0]}" if language == "zh_CN" else f"{count} items, see {below[1]}"


def _memo(facts: PlanFacts, language: Language) -> str:
    contract = say.one_contract(facts.items)
    lead = f"{contract} " if contract else ""
    return f"{lead}第几期" if language == "zh_CN" else f"{lead}instalment no."


def _and_third(language: Language) -> str:
    return "、丙方" if language == "zh_CN" else " and Party C"


def _copies(count: int, language: Language) -> str:
    return {2: ("两", "two"), 3: ("三", "three")}[count][language == "en"]


def _until(facts: PlanFacts, language: Language, gap: Value) -> Value:
    guarantor = facts.guarantor
    if guarantor is None:
        return None
    return (Text(say.day(guarantor.until, language), whole=True),) if guarantor.until else gap
