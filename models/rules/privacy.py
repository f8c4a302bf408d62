"""Which fields speak of a person, and how they are shown where nobody needs them in full."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")

PERSONAL: Mapping[str, frozenset[str]] = {
    "creditor": frozenset(("contact", "phone", "email", "account")),
    "debtor": frozenset(("contact_person", "phone", "email", "address")),
    "debtor_account": frozenset(("account",)),
    "debtor_address": frozenset(("address",)),
    "contact": frozenset(("name", "value", "note")),
    "call": frozenset(("person", "note", "present", "reached", "sent_from")),
    "guarantor": frozenset(("name", "uscc", "phone", "email", "address", "representative")),
    "bank_line": frozenset(("payer", "payer_account", "memo")),
    "posting": frozenset(("address",)),
    "delivery": frozenset(("signer",)),
}
"""By table the columns that tell who a person is, where, how to be reached (PIPL 4; 28: accounts are sensitive)."""

FREE_TEXT = frozenset((
    "memo", "note", "why", "void_why", "done_why", "do_not_call_why", "decision_why", "held_why", "override_why",
    "text", "transcript", "proves", "reason", "said", "resolution_note", "goal", "outcome", "title", "cause",
    "measure", "debtor", "name",
))  # fmt: skip
"""Fields in which people write whatever they like, and names, behind which ledgers like to put a telephone number."""

TOLD_APART = frozenset(("phone", "email", "address", "account", "payer_account"))
"""Fields of what is printed or exported that hold nothing but such data."""

_IN_TEXT = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"  # identity number
    r"|62[0-9]{14,17}"  # a bank card
    r"|1[3-9][0-9](?:[ -]?[0-9]{4}){2}"  # a mobile telephone
    r"|0[0-9]{2,3}[ -][0-9]{7,8}"  # one on a desk
    r"|[0-9A-Za-z_.+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+"
    r")(?![0-9A-Za-z])"
)
_PLAIN = re.compile(r"(?:int|str|bool|date|datetime)(?: \| None)?$")
_LONG = 7


def is_personal(table: str, column: str) -> bool:
    """Whether a column speaks of a person."""
    return column in PERSONAL.get(table, ())


def masked(value: str) -> str:
    """``13812345678`` as ``138****5678``, a name as its first character; an empty one stays empty.

    Of what has seven characters or more three stay at the beginning and as many as fit, at most four, at the end.
    """
    if len(value) < _LONG:
        return value[:1] + "*" * (len(value) - 1)
    tail = min(4, len(value) - 6)
    return value[:3] + "****" + value[len(value) - tail :]


def masked_text(text: str) -> str:
    """The same with numbers of identity, bank cards and telephones and mail addresses in it masked.

    GB 11643 (identity numbers), GB/T 19584 and 62 (cards of UnionPay). An address in free text cannot be told.
    """
    return _IN_TEXT.sub(lambda found: masked(found[0]), text)


def hidden(facts: T) -> T:
    """Facts that are printed or exported with personal data masked in all their parts; the very same if there are none.

    A number that names a claim, a contract or a letter is not looked at: it may look like a telephone's.
    """
    if isinstance(facts, tuple):
        parts = tuple(hidden(part) for part in facts)
        return facts if all(map(_same, parts, facts)) else parts  # type: ignore[return-value]
    if not dataclasses.is_dataclass(facts) or isinstance(facts, type):
        return facts
    changed = {}
    for name in _telling(type(facts)):
        value = getattr(facts, name)
        shown = _hidden_value(name, value)
        if shown is not value:
            changed[name] = shown
    return dataclasses.replace(facts, **changed) if changed else facts


def _same(one: object, other: object) -> bool:
    return one is other


@lru_cache(maxsize=64)
def _telling(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass that may tell of a person, or hold others that do."""
    named = FREE_TEXT | TOLD_APART
    return tuple(
        each.name
        for each in dataclasses.fields(kind)
        if each.name in named or not _PLAIN.match(str(each.type))
    )


def _hidden_value(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return hidden(value)
    shown = masked(value) if name in TOLD_APART else masked_text(value) if name in FREE_TEXT else value
    return value if shown == value else shown
