"""What the program only reads: holidays and lending rates the state publishes, words that must not be said.

The one place that opens ``resources/rates``, ``resources/holidays``, ``resources/lexicon``, ``resources/evidence`` and
``resources/post``; rules get plain values from here.
"""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from models.rules.chains import Chains, Document, Slot
from models.rules.lexicon import Entry
from models.rules.post_forms import Form, form_of
from models.rules.rates import RateTables, Steps
from models.rules.workdays import Calendar

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

_LPR = {"one_year_percent": "lpr1y", "five_year_percent": "lpr5y"}
_BENCHMARK = {
    "up_to_6m": "pboc6m",
    "6m_to_1y": "pboc1y",
    "1y_to_3y": "pboc3y",
    "3y_to_5y": "pboc5y",
    "over_5y": "pbocover5y",
}


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """Holidays that are out, 2004 on. What a clerk added comes on top by ``Calendar.with_own``.

    The file has the columns ``day`` (YYYY-MM-DD) and ``kind``: ``off``, or ``work`` for a weekend day worked.
    """
    rows = _rows(RESOURCES / "holidays" / "cn.csv")
    kinds = {date.fromisoformat(row["day"]): row["kind"] for row in rows}
    return Calendar(
        holidays=frozenset(day for day, kind in kinds.items() if kind == "off"),
        worked_weekends=frozenset(day for day, kind in kinds.items() if kind == "work"),
        years=frozenset(day.year for day in kinds),
    )


@lru_cache(maxsize=1)
def rates() -> RateTables:
    """Loan prime rates since 2019-08-20 and the central bank's benchmark rates before that day."""
    lpr = _rows(RESOURCES / "rates" / "lpr.csv")
    benchmark = _rows(RESOURCES / "rates" / "pboc_benchmark.csv")
    series = {name: _steps(lpr, "published_on", column) for column, name in _LPR.items()}
    series |= {name: _steps(benchmark, "effective_from", column) for column, name in _BENCHMARK.items()}
    confidence = {date.fromisoformat(row["published_on"]): row["confidence"] for row in lpr}
    told = tomllib.loads((RESOURCES / "rates" / "rates.toml").read_text("utf-8"))
    return RateTables(series, confidence, told["verified_until"], told["source"], str(told["version"]))


@lru_cache(maxsize=1)
def lexicon() -> tuple[Entry, ...]:
    """Words that must not be said or sent to a debtor, in the order of the file."""
    told = tomllib.loads((RESOURCES / "lexicon" / "lexicon.toml").read_text("utf-8"))
    return tuple(
        Entry(
            entry["rule"],
            entry["topic"],
            tuple(entry["words"]),
            entry["source"],
            tuple(entry.get("patterns", ())),
            tuple(entry.get("unless", ())),
        )
        for entry in told["entry"]
    )


@lru_cache(maxsize=64)
def letter_entries(kind: str, language: str) -> dict[str, Any]:
    """The program's wording of a kind of letter: what all letters say alike, then what the kind says."""
    told = (
        tomllib.loads((RESOURCES / "wording" / f"{name}.toml").read_text("utf-8"))
        for name in ("letter", kind)
    )
    return {entry: text for each in told for entry, text in each[language].items()}


@lru_cache(maxsize=1)
def chains() -> Chains:
    """The evidence chains of all kinds of claim, with the documents that fill them."""
    told = tomllib.loads((RESOURCES / "evidence" / "chains.toml").read_text("utf-8"))
    documents = {
        key: Document(key, each["kind"], each["form"], each["origin"], each["from"], each["strength"])
        for key, each in told["document"].items()
    }
    by_kind = {kind: tuple(_slot(each, documents) for each in slots) for kind, slots in told["chain"].items()}
    return Chains(by_kind, documents, told["copy_percent"])


def _slot(told: dict[str, Any], documents: dict[str, Document]) -> Slot:
    found = tuple(documents[key] for key in told["documents"])
    return Slot(told["slot"], told["weight"], found, frozenset(told["kinds"]))


def _steps(rows: list[dict[str, str]], day: str, column: str) -> Steps:
    """One column of a rate table, percent a year with two decimals, as steps in basis points."""
    return Steps(
        tuple(date.fromisoformat(row[day]) for row in rows),
        tuple(int(Decimal(row[column]) * 100) for row in rows),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=1)
def post_forms() -> tuple[Form, ...]:
    """The forms of the post the program brings: waybill labels, envelopes, address labels."""
    told = tomllib.loads((RESOURCES / "post" / "forms.toml").read_text("utf-8"))
    return tuple(form_of(each) for each in told["form"])
