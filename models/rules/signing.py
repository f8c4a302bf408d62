"""What makes the signature under an agreement hold: who signs with what, and what goes along.

A seal without authority binds nobody, a signature within authority binds without a seal (合同编通则解释 22); the list
asks for seal, signature and authority together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.rules.facts import PlanTerms


@dataclass(frozen=True)
class Step:
    """One step. ``side``: creditor | debtor | guarantor | security | notary | all.

    ``must``: without it there is doubt.
    """

    code: str
    side: str
    must: bool
    source: str


_FIRM = (
    ("seal", True, "合同编通则解释 22"),
    ("signer", True, "CC 61, 490"),
    ("authority", False, "CC 165"),
)
_PERSON = (
    ("signature", True, "CC 490"),
    ("fingerprint", False, "CC 490"),
    ("identity", True, "CC 14"),
    ("spouse", False, "CC 1064"),
)
_EVERYBODY = (
    ("straddling", True, "合同编通则解释 22"),
    ("dates", True, "诉讼时效规定 14"),
    ("blanks", False, "证据规定 92"),
)
_NOTARY = (
    ("promise", True, "公证债权文书执行规定 4"),
    ("definite", True, "公证债权文书执行规定 3, 5"),
    ("execution", True, "公证债权文书执行规定 3, 5"),
    ("present", True, "公证法 25, 26"),
)
_REGISTERED = {
    "mortgage": "CC 402, 403",
    "pledge": "CC 429, 441-445",
    "retention": "CC 641",
    "bill": "票据法 27",
}


def steps(terms: PlanTerms, *, debtor_is_person: bool, guarantor_is_person: bool | None) -> tuple[Step, ...]:
    """The steps of one agreement in the order of signing; ``guarantor_is_person`` None: there is no guarantor."""
    return tuple(_steps(terms, debtor_is_person, guarantor_is_person))


def _steps(terms: PlanTerms, debtor_is_person: bool, guarantor_is_person: bool | None) -> Iterator[Step]:
    yield from _party("debtor", debtor_is_person, terms.debtor_spouse)
    if guarantor_is_person is not None:
        yield from _party("guarantor", guarantor_is_person, terms.guarantor_spouse)
        if not guarantor_is_person:
            yield Step("guarantor_resolution", "guarantor", True, "公司法 15; 担保解释 7")
    yield from _of("creditor", _FIRM[:1])
    yield from _of("all", _EVERYBODY)
    if terms.security:
        yield Step(f"security_{terms.security}", "security", True, _REGISTERED[terms.security])
    if terms.notarise:
        yield from _of("notary", _NOTARY)
        if guarantor_is_person is not None:
            yield Step("notary_guarantor", "notary", True, "公证债权文书执行规定 6")


def _party(side: str, is_person: bool, spouse: str | None) -> Iterator[Step]:
    """A spouse whom the agreement names must sign; without that it is only advised."""
    for step in _of(side, _PERSON if is_person else _FIRM):
        yield replace(step, must=True) if spouse and step.code == f"{side}_spouse" else step


def _of(side: str, told: tuple[tuple[str, bool, str], ...]) -> Iterator[Step]:
    for name, must, source in told:
        yield Step(f"{side}_{name}", side, must, source)
