"""The bands of an aging on paper: their words, their colours, their shares."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from models.rules.ageing import NOT_DUE, UNDATED
from reports.style import Language
from reports.wording import wording

_TOKENS = Path(__file__).resolve().parent.parent / "resources" / "theme" / "tokens.toml"
_PLAIN = ("#FFFFFF", "#4D5666", "#C9CFD9")


class BandLook(NamedTuple):
    """Fill operators of one band: head, cells (half strength), text, bar."""

    head: str
    cell: str
    text: str
    bar: str


@cache
def _palette() -> list[tuple[str, str, str]]:
    """Pill, text and chart colour of the six bands, from the tokens of the window in its light theme."""
    with _TOKENS.open("rb") as file:
        return [(band["pill"], band["text"], band["chart"]) for band in tomllib.load(file)["light"]["bands"]]


def band_looks(bands: Sequence[str]) -> list[BandLook]:
    """Looks in the order of the bands: not due takes the first colour, the oldest the last, no due date none."""
    palette = _palette()
    late = [band for band in bands if band not in (UNDATED, NOT_DUE)]
    looks = []
    for band in bands:
        if band == UNDATED:
            looks.append(_look(*_PLAIN))
        elif band == NOT_DUE:
            looks.append(_look(*palette[0]))
        else:
            steps = len(palette) - 1
            place = late.index(band)
            step = place if len(late) == steps else round(place * (steps - 1) / max(len(late) - 1, 1))
            looks.append(_look(*palette[1 + step]))
    return looks


def _look(pill: str, text: str, chart: str) -> BandLook:
    return BandLook(_fill(pill, 1.0), _fill(pill, 0.5), _fill(text, 1.0), _fill(chart, 1.0))


def _fill(colour: str, strength: float) -> str:
    """``#RRGGBB`` as a fill operator, mixed with white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return " ".join(f"{1 - strength * (1 - part):.3f}" for part in parts) + " rg"


def band_name(band: str, language: Language) -> str:
    """``30-89`` as 30–89 天."""
    words = wording("aging", language)
    if band in (UNDATED, NOT_DUE):
        return words.text(f"band.{band}")
    first, dash, last = band.partition("-")
    if dash:
        return words.text("band.range", {"first": first, "scope": last})
    return words.text("band.above", {"first": band.rstrip("+")})


def from_day(band: str) -> int:
    """The first day overdue of a band; 0 where nothing is overdue."""
    return 0 if band in (UNDATED, NOT_DUE) else int(band.rstrip("+").partition("-")[0])


def shares(parts: Sequence[int]) -> list[str]:
    """Shares in percent with one decimal that add up to exactly 100.0 (largest remainder); blank for nothing."""
    total = sum(parts)
    if total <= 0:
        return ["" for _ in parts]
    tenths = [part * 1000 // total for part in parts]
    order = sorted(range(len(parts)), key=lambda place: -(parts[place] * 1000 % total))
    for place in order[: 1000 - sum(tenths)]:
        tenths[place] += 1
    return [f"{tenth // 10}.{tenth % 10}" if part else "" for tenth, part in zip(tenths, parts, strict=True)]
