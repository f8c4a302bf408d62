"""Which names are one debtor: what the clerk said of it, and what only looks so."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from models.ledger.ledger_rows import LedgerRows
from models.rules.problems import Problem, refuse_if
from models.store import Store
from models.tables import Debtor, NamesApart, OtherName


class Alike(NamedTuple):
    """A name that may be a debtor already known under another spelling; a suggestion, never a merge.

    ``why``: same_code | same_uscc | similar_name. ``known`` is the name it resembles and ``debtor_id`` its debtor, None
    where that name too is only in the ledger. ``rows`` are the ledger's rows of the name, () outside a ledger.
    """

    name: str
    debtor_id: int | None
    known: str
    why: str
    rows: tuple[int, ...] = ()


class OtherSpelling(NamedTuple):
    """Another spelling of a debtor that the clerk has confirmed."""

    name: str
    debtor_id: int
    debtor: str


def pair(name: str, other: str) -> tuple[str, str]:
    """Two names as ``NamesApart`` keeps them: without spaces at the ends, in their order."""
    first, second = sorted((name.strip(), other.strip()))
    return first, second


def other_spellings(store: Store) -> list[OtherSpelling]:
    """Every confirmed other spelling by name."""
    found = OtherName.select(OtherName.name, Debtor.id, Debtor.name).join(Debtor).order_by(OtherName.name)
    return [OtherSpelling(*row) for row in found.tuples().execute(store.database)]


def kept_apart(store: Store) -> set[tuple[str, str]]:
    """Pairs of names the clerk said are two debtors."""
    return set(NamesApart.select(NamesApart.name, NamesApart.other).tuples().execute(store.database))


def suggestions(store: Store) -> list[Alike]:
    """Debtors in the books that look like an earlier one, in the order in which they came into the books."""
    names = Names(kept_apart(store))
    found = [names.learn(name, key, code, uscc) for key, name, code, uscc in _debtors(store)]
    return [alike for alike in found if alike is not None]


def names_of(store: Store) -> Names:
    """The names of the books, with what the clerk has said of other spellings."""
    names = Names(kept_apart(store))
    for key, name, code, uscc in _debtors(store):
        names.learn(name, key, code, uscc)
    names.taken_for = {
        each.name: each.debtor for each in other_spellings(store) if each.name not in names.ids
    }
    return names


def _debtors(store: Store) -> list[tuple[int, str, str | None, str | None]]:
    return list(store.database.execute_sql("SELECT id, name, code, uscc FROM debtor ORDER BY id").fetchall())


class Names:
    """Every name seen so far by code, USCC and likeness.

    ``ids`` are the debtors of the books by name; ``taken_for`` says which name stands for which other.
    """

    def __init__(self, apart: Set[tuple[str, str]]) -> None:
        """``apart`` are pairs of names that are never suggested as one."""
        self.ids: dict[str, int] = {}
        self.taken_for: dict[str, str] = {}
        self._apart = apart
        self._owners: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)

    def choose(self, same_as: Mapping[str, int | str], rows: LedgerRows) -> None:
        """Take a ledger's names for the debtors the clerk names, by key or by another name of that ledger.

        Refused: ``unknown_debtor`` for a key or name that is neither in the books nor in the ledger.
        """
        if not same_as:
            return
        named = {key: name for name, key in self.ids.items()}
        told = set(map(str.strip, rows.column("debtor"))) | set(self.ids)
        chosen = {
            name.strip(): named.get(other, str(other)) if isinstance(other, int) else other.strip()
            for name, other in same_as.items()
        }
        refuse_if(
            Problem("unknown_debtor", {"debtor": other}, name)
            for name, other in chosen.items()
            if other not in told and other not in self.taken_for
        )
        self.taken_for.update({name: other for name, other in chosen.items() if name != other})

    def debtor(self, name: str) -> str:
        """The debtor's own name behind a name of a ledger; the name itself where nobody said otherwise."""
        name = name.strip()
        seen: set[str] = set()
        while name in self.taken_for and name not in seen:
            seen.add(name)
            name = self.taken_for[name]
        return name

    def learn(self, name: str, key: int | None, code: str | None, uscc: str | None) -> Alike | None:
        """Take a name in; returns the earlier one that has its code, its USCC or its likeness."""
        if key is not None:
            self.ids[name] = key
        found = None
        for why, mark in (("same_code", code), ("same_uscc", uscc), ("similar_name", likeness(name))):
            if mark:
                owners = self._owners[why].setdefault(mark, (name,))
                if owners[0] is not name:
                    found = found or self._alike(name, owners, why)
                    if name not in owners:
                        self._owners[why][mark] = (*owners, name)
        return found

    def _alike(self, name: str, owners: Sequence[str], why: str) -> Alike | None:
        other = next((owner for owner in owners if self._may_be(name, owner)), None)
        return None if other is None else Alike(name, self.ids.get(other), other, why)

    def _may_be(self, name: str, other: str) -> bool:
        return name != other and pair(name, other) not in self._apart

    def alike(self, rows: LedgerRows) -> tuple[Alike, ...]:
        """One suggestion for each name of a ledger that is no debtor's but looks like one, or like an earlier name."""
        spellings = rows.column("debtor")
        codes, usccs = (_first_told(spellings, rows.column(name)) for name in ("debtor_code", "uscc"))
        found: dict[str, Alike] = {}
        for spelling in dict.fromkeys(spellings):
            name = spelling.strip()
            one = self.learn(name, self.ids.get(name), codes.get(spelling), usccs.get(spelling))
            if one is not None and name not in self.ids and name not in self.taken_for:
                found.setdefault(name, one)
        return tuple(each._replace(rows=_rows_of(each.name, rows)) for each in found.values())


def _first_told(names: Sequence[str], marks: Sequence[str | None]) -> dict[str, str]:
    """The first code that stands beside each name."""
    return {name: mark for name, mark in zip(reversed(names), reversed(marks), strict=True) if mark}


def _rows_of(name: str, rows: LedgerRows) -> tuple[int, ...]:
    told = zip(rows.column("row"), rows.column("debtor"), strict=True)
    return tuple(row for row, debtor in told if debtor.strip() == name)


_LOOSE = re.compile(r"[\W_]+")
_FORM = re.compile(r"有限(责任)?公司|公司$|(coltd|companylimited|limited|ltd|inc|llc|gmbh)$")


def likeness(name: str) -> str:
    """A name without what people write differently: width, spaces, brackets, marks, the words for its legal form.

    A name that is nothing but these is its own likeness.
    """
    plain = unicodedata.normalize("NFKC", name).lower()
    if not plain.isalnum():
        plain = _LOOSE.sub("", plain)
    return _FORM.sub("", plain) or plain
