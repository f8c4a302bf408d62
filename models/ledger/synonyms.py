"""The tables of headings: which words mean which field, read once from ``resources/ledger``."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "ledger"
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
_NOISE = re.compile(r"[\s:*_'\".]+")
_DOCUMENT = re.compile(r"原币|外币|凭证货币|凭证币|交易货币|doccur|documentcurr|transactioncurr|indc")
_LOCAL = re.compile(r"本币|本位币|local|loccur|lcurr|inlc|折合|折人民币")


@dataclass(frozen=True)
class Synonyms:
    """The headings of one field: ``names`` with their rank, the surest first, ``patterns``, and what it never is."""

    names: dict[str, int]
    patterns: tuple[re.Pattern[str], ...]
    never: tuple[re.Pattern[str], ...]

    def rank(self, heading: str) -> int | None:
        """How far down the list of whole names a folded heading stands."""
        return None if self.excludes(heading) else self.names.get(heading)

    def matches(self, heading: str) -> bool:
        """Whether a pattern finds it."""
        return not self.excludes(heading) and any(pattern.search(heading) for pattern in self.patterns)

    def excludes(self, heading: str) -> bool:
        """Whether it is certainly not this field."""
        return heading not in self.names and any(pattern.search(heading) for pattern in self.never)


def synonyms() -> dict[str, Synonyms]:
    """{field: its headings} of a ledger.

    Beside the fields of a claim: ``direction``, ``credit_balance``, ``year``, ``month``, ``day``, ``ignored``.
    """
    return headings_of("synonyms")


@lru_cache(maxsize=4)
def headings_of(table: str) -> dict[str, Synonyms]:
    """{field: its headings} of one kind of file, read once: ``synonyms`` of ledgers, ``bank`` of statements."""
    with (_FOLDER / f"{table}.toml").open("rb") as file:
        entries = tomllib.load(file)
    return {field: _compiled(entry) for field, entry in entries.items()}


@lru_cache(maxsize=4)
def all_words(table: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Every name of every field, and one pattern that finds what any of theirs finds."""
    entries = headings_of(table).values()
    patterns = "|".join(f"(?:{pattern.pattern})" for entry in entries for pattern in entry.patterns)
    return frozenset(name for entry in entries for name in entry.names), re.compile(patterns)


def _compiled(entry: dict[str, list[str]]) -> Synonyms:
    names: dict[str, int] = {}
    for rank, name in enumerate(entry.get("names", [])):
        names.setdefault(folded(name), rank)
    patterns, never = (tuple(map(re.compile, entry.get(key, []))) for key in ("patterns", "never"))
    return Synonyms(names, patterns, never)


@lru_cache(maxsize=1)
def currency_codes() -> dict[str, str]:
    """{folded name: ISO code}: ``人民币`` → ``CNY``."""
    with (_FOLDER / "currencies.toml").open("rb") as file:
        table = tomllib.load(file)
    return {name: code for code, names in table.items() for name in (code.lower(), *names)}


def currency_code(written: str) -> str | None:
    """The ISO code of a currency as ledgers write it; None where it is not known."""
    return currency_codes().get(folded(written))


def folded(heading: str) -> str:
    """A heading made comparable: half width, small letters, without spaces, colons, stars and full stops."""
    return simplified(_NOISE.sub("", unicodedata.normalize("NFKC", heading).lower()))


def simplified(written: str) -> str:
    """The same text with the characters of Hong Kong and Taiwan as the tables of words write them, one for one."""
    return written.translate(_letters())


@lru_cache(maxsize=1)
def _letters() -> dict[int, str]:
    with (_FOLDER / "traditional.toml").open("rb") as file:
        return {ord(pair[0]): pair[1] for pair in tomllib.load(file)["pairs"].split()}


def variants(heading: str) -> tuple[str, ...]:
    """The folded heading without its brackets, and with what stands in them."""
    whole = folded(heading)
    bare = _BRACKETS.sub("", whole)
    inner = re.sub(r"[()\[\]【】]", "", whole)
    return (bare, inner) if bare != inner and bare else (inner,)


def basis(heading: str) -> str | None:
    """``document`` or ``local`` where a heading says in whose currency its sums stand."""
    whole = folded(heading)
    if _DOCUMENT.search(whole):
        return "document"
    return "local" if _LOCAL.search(whole) else None
