"""The clauses of a payment-plan agreement: which there are, when each is in it, and what no agreement may say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from models.rules.derivation import percent_text
from models.rules.facts import PlanFacts, PlanTerms
from models.rules.problems import Problem

PENALTIES = ("kept", "replaced", "waived_if_punctual")
"""What becomes of the contract's penalty: a sum agreed anew takes its place (买卖合同解释 18(3))."""
ALLOCATIONS = ("costs_first", "principal_first")
"""What a payment after a default goes to first (CC 561 yields to agreement)."""
SECURITIES = ("mortgage", "pledge", "retention", "bill")


def _always(_facts: PlanFacts) -> bool:
    return True


@dataclass(frozen=True)
class Clause:
    """One clause, in the order it is printed. ``must``: no agreement is without it; else ``when`` says."""

    name: str
    source: str
    when: Callable[[PlanFacts], bool] = _always

    @property
    def must(self) -> bool:
        """Whether every agreement has it."""
        return self.when is _always


CLAUSES = (
    Clause("amends", "CC 543, 544", lambda facts: facts.earlier is not None),
    Clause("origin", "诉讼时效规定 14"),
    Clause("ack", "诉讼时效规定 14, 19; 证据规定 92"),
    Clause("schedule", "CC 509(1)"),
    Clause("account", "CC 560, 561"),
    Clause("penalty", "买卖合同解释 18(3)"),
    Clause("acceleration", "CC 158, 189"),
    Clause("late", "CC 585"),
    Clause("costs", "CC 561, 691"),
    Clause("guarantee", "CC 686, 691, 692, 695", lambda facts: facts.guarantor is not None),
    Clause(
        "spouse", "CC 1064(1)", lambda facts: bool(facts.terms.debtor_spouse or facts.terms.guarantor_spouse)
    ),
    Clause("security", "CC 388, 401, 428, 641", lambda facts: bool(facts.terms.security)),
    Clause("service", "法发〔2016〕21号 3; 法发〔2017〕19号 8"),
    Clause("court", "民诉法 35; 民诉解释 30; 仲裁法 16"),
    Clause("notary", "公证法 37; 公证债权文书执行规定 3-6", lambda facts: facts.terms.notarise),
    Clause("extra", "CC 143, 153", lambda facts: bool(facts.terms.extra)),
    Clause("other", "CC 490, 502"),
)


def clause_names(facts: PlanFacts) -> list[str]:
    """The clauses this agreement has, in order."""
    return [clause.name for clause in CLAUSES if clause.when(facts)]


@dataclass(frozen=True)
class Forbidden:
    """Words no agreement may hold: the code of the refusal, and the pattern that finds them."""

    code: str
    pattern: re.Pattern[str]


FORBIDDEN = (
    Forbidden(
        "plan_waives_limitation",  # CC 197
        re.compile(
            r"(放弃|不(得)?(再)?(主张|援引|适用)|不受)[^，。；]{0,12}时效|waive[sd]?\b[^.;]{0,30}\blimitation",
            re.I,
        ),
    ),
    Forbidden(
        "plan_forfeits_security",  # CC 401, 428
        re.compile(
            r"(到期|逾期|不能|未能|未)[^。；]{0,24}(归(甲方|债权人)|(抵押|质押|担保)(物|财产)[^。；]{0,12}(所有|抵偿|过户))"
        ),
    ),
    Forbidden(
        "plan_waives_adjustment",  # 合同编通则解释 64
        re.compile(
            r"(放弃|不得|不再)[^，。；]{0,12}(调整|减少|调低)[^，。；]{0,8}违约金"
            r"|(放弃|不得|不再)[^，。；]{0,10}违约金[^，。；]{0,10}(调整|减少|调低)"
        ),
    ),
    Forbidden(
        "plan_waives_hearing", re.compile(r"放弃[^，。；]{0,8}(上诉|起诉|诉权|诉讼权利|应诉)")
    ),  # 民诉法 8
)
"""Advance waiver of limitation; forfeiture of security before the debt is due; waiver of asking for a lower penalty;
waiver of being heard in court."""


def forbidden(words: str) -> list[Problem]:
    """What these words say that no agreement may; each refusal names its article and the words."""
    found = ((each.code, each.pattern.search(words)) for each in FORBIDDEN)
    return [Problem(code, {"words": match[0]}, "extra") for code, match in found if match]


def spouse_problems(facts: PlanFacts) -> list[Problem]:
    """A spouse signs only beside a natural person who is a party."""
    guarantor, terms = facts.guarantor, facts.terms
    beside = {
        "debtor_spouse": (terms.debtor_spouse, facts.debtor.is_person),
        "guarantor_spouse": (terms.guarantor_spouse, guarantor is not None and guarantor.is_person),
    }
    return [
        Problem("plan_spouse_of_nobody", {"name": name}, where)
        for where, (name, fits) in beside.items()
        if name and not fits
    ]


def terms_problems(
    terms: PlanTerms, annual_rate_bp: int = 0, cap_percent: Fraction | None = None
) -> list[Problem]:
    """Why an agreement on these terms is not set down.

    ``cap_percent`` is the most a private loan may bear a year, None where no loan is among the claims.
    """
    found = forbidden(terms.extra or "")
    if terms.court and terms.arbitration:
        found.append(Problem("plan_two_forums", {}, "arbitration"))
    if terms.security and not (terms.security_object or "").strip():
        found.append(Problem("plan_security_unnamed", {}, "security_object"))
    for where, rate_bp in (("late_rate", terms.late_rate_bp or 0), ("rate", annual_rate_bp)):
        percent = Fraction(rate_bp, 100)
        if cap_percent is not None and percent > cap_percent:
            told = {"rate": percent_text(percent), "cap": percent_text(cap_percent)}
            found.append(Problem("plan_rate_over_cap", told, where))
    return found
