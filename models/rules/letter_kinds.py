"""The kinds of letter: when each is sent, what it needs, what it does to the limitation clock.

A new kind is an entry here, a ``resources/wording/<kind>.toml`` and its approved text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from models.rules.facts import LetterFacts
from models.rules.money import grouped

NEEDS = (
    "creditor.name",
    "creditor.address",
    "creditor.phone",
    "creditor.bank",
    "creditor.account",
    "debtor.name",
    "debtor.address",
)
"""Facts without which no letter is printed; any other unknown fact is left out with its label."""

_NEEDS_NO_MONEY = tuple(name for name in NEEDS if name not in ("creditor.bank", "creditor.account"))

Part = Literal[
    "recital", "summary", "moves", "items", "missed", "schedule", "contested", "notes", "body", "deadline", "account",
    "closing", "choices", "confirm", "signing", "debtor_signing",
]  # fmt: skip
"""A block of a letter; a kind names its blocks in their order."""

_DEMANDING: tuple[Part, ...] = ("recital", "items", "notes", "deadline", "account", "closing", "signing")


@dataclass(frozen=True)
class LetterKind:
    """One kind. ``level`` is the dunning level it belongs to; ``interrupts`` the event its arrival is.

    ``needs`` are dotted names of facts, ``asks`` the fields the clerk fills in for each letter. ``interest``: whether
    late-payment interest stands beside the principal, with its reckoning as an annex where it always does.
    ``with_slip``: a paper to sign and send back goes along, see ``slip``. ``cites_law``: the articles of
    ``legal_basis`` are printed. ``source`` is the law the kind itself rests on. ``states`` is what it lists: ``due``
    claims, every ``open`` one, ``disputed`` ones, those of a broken ``plan``, of one ``changed`` by a supplement that
    its guarantor did not sign, or the debtor's whole ``account``, whichever of its claims were asked for. ``draft``:
    for a lawyer's eyes, never posted. ``item`` is what its waybill calls a letter that is no demand.
    """

    kind: str
    level: str
    needs: tuple[str, ...] = NEEDS
    interrupts: str | None = None
    interest: Literal["never", "optional", "always"] = "never"
    with_slip: bool = False
    with_deadline: bool = False
    cites_law: bool = False
    parts: tuple[Part, ...] = _DEMANDING
    asks: tuple[str, ...] = ()
    source: str = ""
    states: Literal["due", "open", "plan", "changed", "disputed", "account"] = "due"
    to_guarantor: bool = False
    draft: bool = False
    item: str = ""

    @property
    def slip(self) -> str:
        """The wording of what is signed and sent back: a guarantor's consent, else the debtor's reply."""
        return "consent" if self.to_guarantor else "slip"

    @property
    def with_charges(self) -> bool:
        """Whether it states what was fixed besides the principal too: whatever lists what is owed."""
        return bool({"items", "moves", "missed"} & set(self.parts))

    @property
    def may_request(self) -> bool:
        """Whether it may ask the debtor for a document too: a reminder, a statement, a demand that lists claims."""
        listed = self.states in ("due", "open") and {"items", "moves"} & set(self.parts)
        return bool(listed) and "signing" in self.parts and not (self.to_guarantor or self.draft or self.asks)


def _demand(kind: str, level: str, **more: Any) -> LetterKind:
    """A letter that asks for the money by a day, with law, slip and, unless told otherwise, interest."""
    given: dict[str, Any] = {
        "interrupts": "D3", "interest": "always", "with_slip": True, "with_deadline": True, "cites_law": True,
        "source": "CC 195(1), 509(1), 577, 579",
    }  # fmt: skip
    return LetterKind(kind, level, **(given | more))


_STATEMENT: Mapping[str, Any] = {
    "interrupts": "D3",
    "states": "account",
    "item": "对账函",
    "source": "CC 195(1); 诉讼时效规定 8, 14",
}

LETTER_KINDS: Mapping[str, LetterKind] = {
    kind.kind: kind
    for kind in (
        LetterKind("reminder", "reminder", states="open"),
        LetterKind("statement", "statement", **_STATEMENT),
        LetterKind(
            "statement_moves",
            "statement",
            parts=("recital", "summary", "moves", "notes", "deadline", "account", "closing", "signing"),
            **_STATEMENT,
        ),
        LetterKind(
            "statement_seal",
            "statement",
            parts=("recital", "summary", "items", "notes", "deadline", "confirm"),
            **_STATEMENT,
        ),
        _demand("demand", "letter", interest="optional"),
        _demand("demand2", "letter"),
        _demand("final", "final"),
        LetterKind(
            "guarantor",
            "guarantor",
            needs=(*NEEDS, "guarantor.name", "guarantor.address"),
            with_deadline=True,
            parts=("recital", "items", "notes", "body", "deadline", "account", "closing", "signing"),
            source="CC 687, 688, 691-694; 诉讼时效规定 8",
            to_guarantor=True,
            item="保证责任通知函",
        ),
        LetterKind(
            "guarantor_change",
            "guarantor",
            needs=(*_NEEDS_NO_MONEY, "guarantor.name", "guarantor.address"),
            with_slip=True,
            parts=("recital", "schedule", "body", "closing", "signing"),
            source="CC 695",
            states="changed",
            to_guarantor=True,
            item="债务变更告知函",
        ),
        _demand(
            "acceleration",
            "plan",
            interest="never",
            with_slip=False,
            cites_law=False,
            parts=(
                "recital",
                "missed",
                "body",
                "items",
                "notes",
                "deadline",
                "account",
                "closing",
                "signing",
            ),
            states="plan",
            source="CC 158, 509(1), 577, 579",
        ),
        _demand(
            "plan_default",
            "plan",
            interest="never",
            with_slip=False,
            cites_law=False,
            parts=("recital", "missed", "notes", "deadline", "account", "closing", "signing"),
            states="plan",
            source="CC 509(1), 577, 579",
        ),
        LetterKind(
            "dispute_reply",
            "dispute",
            with_deadline=True,
            parts=("recital", "contested", "body", "deadline", "closing", "signing"),
            asks=("answer",),
            item="异议复函",
            states="disputed",
            source="CC 509(1), 621; 民诉法 67(1)",
        ),
        LetterKind(
            "acknowledgement",
            "letter",
            parts=("recital", "items", "notes", "choices", "closing", "debtor_signing"),
            item="债务确认书",
            source="CC 192, 195(2); 诉讼时效规定 14, 19",
        ),
        LetterKind(
            "assignment",
            "assignment",
            interrupts="A1",
            parts=("recital", "items", "notes", "body", "account", "closing", "signing"),
            asks=(
                "assignee",
                "assigned_by",
                "assigned_on",
                "assignee_contact",
                "assignee_bank",
                "assignee_account",
            ),
            states="open",
            item="债权转让通知",
            source="CC 545, 546, 547, 696; 诉讼时效规定 17",
        ),
        _demand("before_action", "legal", with_slip=False),
        LetterKind(
            "lawyer_draft",
            "legal",
            interest="always",
            with_deadline=True,
            cites_law=True,
            parts=("recital", "items", "notes", "deadline", "account", "closing"),
            draft=True,
            source="律师法 28",
        ),
    )
}

_GENERAL = ("509(1)", "577", "579")
_BY_CLAIM_KIND: Mapping[str, tuple[str, ...]] = {
    "sale": ("626", "628"),
    "loan": ("675", "676"),
    "construction": ("799(1)",),
    "service": ("782",),
    "transport": ("813",),
    "lease": ("721", "722"),
    "property": ("944",),
    "factoring": ("546(1)", "763"),
}

_OBJECTS: Mapping[str, str] = {
    "sale": "货款",
    "loan": "借款",
    "construction": "工程款",
    "service": "服务费",
    "transport": "运费",
    "lease": "租金",
    "property": "物业费",
    "factoring": "应收账款",
}


def legal_basis(claim_kind: str) -> tuple[str, ...]:
    """Articles of the Civil Code that carry a demand: of breach, then of that kind of contract.

    Written ``509(1)`` for Article 509 paragraph 1. 585 is not among them: it needs damages agreed in the
    contract.
    """
    return _GENERAL + _BY_CLAIM_KIND.get(claim_kind, ())


def owed_for(claim_kind: str) -> str:
    """What the money is called on paper: 货款 for goods, 工程款 for works."""
    return _OBJECTS.get(claim_kind, "款项")


def item_name(facts: LetterFacts) -> str:
    """内件品名 of the waybill, which says what the letter demands so that it proves the claim.

    For a firm ``催讨XX合同货款XX元函``. For a natural person, whose privacy the outside of a letter must
    keep, ``通知函(合同XX号款项)`` (CC 1032-1034). Without a contract the document's number stands, without
    both neither. What is no demand is called by its own name.
    """
    reference = _reference(facts)
    if (facts.guarantor or facts.debtor).is_person:
        return f"通知函({reference}款项)" if reference else "通知函"
    sum_text = grouped(facts.total_fen)
    amount = f"{sum_text}元" if facts.currency == "CNY" else f"{facts.currency} {sum_text}"
    matter = f"{_named(facts)}{owed_for(facts.claim_kind)}{amount}"
    item = LETTER_KINDS[facts.kind].item
    return f"{item}({matter})" if item else f"催讨{matter}函"


def _named(facts: LetterFacts) -> str:
    """What the debt comes from, as firms write it: XX合同, XX等3份合同, else the document."""
    contracts = _contracts(facts)
    if len(contracts) > 1:
        return f"{contracts[0]}等{len(contracts)}份合同"
    return f"{contracts[0]}合同" if contracts else _reference(facts)


def _reference(facts: LetterFacts) -> str:
    """What the debt comes from by number alone: 合同XX号, else 单据XX号; empty where neither is known."""
    contracts = _contracts(facts)
    name = "合同" if contracts else "单据"
    numbers = contracts or list(dict.fromkeys(item.number for item in facts.items if item.number))
    if not numbers:
        return ""
    return f"{name}{numbers[0]}号" + (f"等{len(numbers)}份" if len(numbers) > 1 else "")


def _contracts(facts: LetterFacts) -> list[str]:
    """The contracts of the letter, each once, in the order of its items."""
    return list(dict.fromkeys(item.contract for item in facts.items if item.contract))
