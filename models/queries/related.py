"""Which other debtors share something with one: a telephone, an address, a guarantor. Facts, with what is shared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from models.store import Store

WHYS = ("phone", "email", "address", "account", "guarantor", "uscc")
LEAST_DIGITS = 7
"""A telephone number of fewer digits is an extension, and shared by many."""
_BODY = slice(8, 17)
"""The places of a USCC that say which body it is (GB 32100-2015: 9 to 17); the same body may be entered twice."""
_NUMBERS = re.compile(r"[0-9][0-9 \-()（）]*[0-9]")
_BLANKS = re.compile(r"[\s,，.。]+")


@dataclass(frozen=True)
class Related:
    """Another debtor and what it shares: (one of WHYS, the very words in the books)."""

    debtor_id: int
    debtor: str
    shared: tuple[tuple[str, str], ...]


_FACTS = (
    ("phone", "SELECT id, phone FROM debtor WHERE phone IS NOT NULL"),
    (
        "phone",
        "SELECT debtor_id, value FROM contact WHERE ended_at IS NULL AND channel IN ('phone', 'mobile')",
    ),
    ("email", "SELECT id, email FROM debtor WHERE email IS NOT NULL"),
    ("email", "SELECT debtor_id, value FROM contact WHERE ended_at IS NULL AND channel = 'email'"),
    ("address", "SELECT id, address FROM debtor WHERE address IS NOT NULL"),
    ("account", "SELECT debtor_id, account FROM debtor_account"),
    ("guarantor", "SELECT debtor_id, name FROM guarantor WHERE voided_at IS NULL"),
    ("uscc", "SELECT id, uscc FROM debtor WHERE length(uscc) = 18 AND NOT is_person"),
)


def related(store: Store, debtor: int) -> list[Related]:
    """The debtors that share something with this one, those that share most first."""
    own: dict[tuple[str, str], str] = {}
    others: dict[tuple[str, str], set[int]] = defaultdict(set)
    for why, key, mark, words in _marks(store):
        if key == debtor:
            own.setdefault((why, mark), words)
        else:
            others[why, mark].add(key)
    shared: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for (why, mark), words in own.items():
        for key in others.get((why, mark), ()):
            shared[key].append((why, words))
    names = dict(store.database.execute_sql("SELECT id, name FROM debtor").fetchall()) if shared else {}
    found = [Related(key, names[key], tuple(facts)) for key, facts in shared.items()]
    return sorted(found, key=lambda each: (-len(each.shared), each.debtor))


def _marks(store: Store) -> Iterator[tuple[str, int, str, str]]:
    """(why, debtor, what is compared, what stands in the books) of every fact."""
    for why, statement in _FACTS:
        for key, words in store.database.execute_sql(statement):
            for mark in _compared(why, str(words)):
                yield why, key, mark, words


def _compared(why: str, words: str) -> Iterator[str]:
    if why in ("phone", "account"):
        for number in _NUMBERS.findall(words):
            digits = "".join(character for character in number if character.isdigit())
            if len(digits) >= LEAST_DIGITS:
                yield digits
    elif why == "uscc":
        yield words[_BODY].upper()
    else:
        mark = _BLANKS.sub("", words).casefold()
        if mark:
            yield mark
