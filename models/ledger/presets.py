"""Makes of ledgers that are known by name: 用友, 金蝶, SAP and others, read once from ``resources/ledger``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from models.ledger.synonyms import folded

PRESET = "preset"
"""The name in a mapping under which a make is chosen: ``{"preset": "sap_fbl5n"}``."""
_TABLE = Path(__file__).resolve().parents[2] / "resources" / "ledger" / "presets.toml"


@dataclass(frozen=True)
class Preset:
    """One make: its key in a mapping, its names, how it is known, and what its headings mean and do not mean."""

    key: str
    zh: str
    en: str
    known_by: tuple[tuple[re.Pattern[str], ...], ...]
    fields: dict[str, tuple[str, ...]]
    never: dict[str, frozenset[str]]

    def fit(self, headings: Sequence[str]) -> int:
        """How many marks of this make the (folded) headings bear; 0 where it is not this make."""
        return max(
            (len(marks) for marks in self.known_by if all(any(map(mark.search, headings)) for mark in marks)),
            default=0,
        )

    def columns(self, headings: Sequence[Sequence[str]]) -> dict[str, int]:
        """{field: column} of the headings this make names; ``headings`` are the folded names of each column."""
        found: dict[str, int] = {}
        for field, names in self.fields.items():
            at = next((at for name in names for at, own in enumerate(headings) if name in own), None)
            if at is not None and at not in found.values():
                found[field] = at
        return found


@lru_cache(maxsize=1)
def presets() -> tuple[Preset, ...]:
    """Every known make, in the order of the list to choose from."""
    with _TABLE.open("rb") as file:
        table = tomllib.load(file)
    return tuple(
        Preset(
            key,
            entry["zh"],
            entry["en"],
            tuple(tuple(map(re.compile, marks)) for marks in entry["known_by"]),
            {field: tuple(map(folded, names)) for field, names in entry["fields"].items()},
            {field: frozenset(map(folded, names)) for field, names in entry.get("never", {}).items()},
        )
        for key, entry in table.items()
    )


def recognised(headings: Sequence[str], told: str | None = None) -> Preset | None:
    """The make that the folded headings show, or the one told; None where it is none that is known."""
    if told is not None:
        return next((preset for preset in presets() if preset.key == told), None)
    best = max(presets(), key=lambda preset: preset.fit(headings))
    return best if best.fit(headings) else None
