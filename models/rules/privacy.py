"""Which fields speak of a person, and how they are shown where nobody needs them in full."""

from __future__ import annotations

from collections.abc import Mapping

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
