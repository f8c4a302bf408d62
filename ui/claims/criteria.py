"""Which claims are shown: bands of age, an owner, one of the kept questions; also the kept questions themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from models.queries.claims import ClaimRow, band_of
from models.queries.views import ClaimView
from models.rules.ageing import Bands, action_bands

QUESTIONS = ("broken", "late90", "limitation", "evidence", "instalments")
"""The questions asked of every portfolio, in the order of the sidebar."""
SOON = timedelta(days=183)
_BANDS: Bands = action_bands()


@dataclass(frozen=True)
class Criteria:
    """What a claim must be to be shown. ``owner`` None is anybody, empty is nobody; ``question`` one of QUESTIONS."""

    bands: frozenset[str] = frozenset()
    owner: str | None = None
    question: str = ""
    debtor: int | None = None

    @property
    def light(self) -> bool:
        """Whether the rows alone can tell."""
        return self.question in ("", "late90")

    def lets(self, row: ClaimRow) -> bool:
        """Whether the row passes, the question apart."""
        return (
            (not self.bands or band_of(row, _BANDS) in self.bands)
            and (self.owner is None or (row.owner or "") == self.owner)
            and (self.debtor is None or row.debtor_id == self.debtor)
            and (self.question != "late90" or row.days_overdue >= 90)
        )

    def toggled(self, band: str, *, add: bool) -> Criteria:
        """This band alone, or none if it was alone; with ``add`` beside those already chosen."""
        if add:
            return replace(self, bands=self.bands ^ {band})
        return replace(self, bands=frozenset() if self.bands == {band} else frozenset({band}))

    def kept(self) -> dict[str, Any]:
        """As JSON, for a saved view."""
        return {"bands": sorted(self.bands), "owner": self.owner, "question": self.question}


def criteria_of(kept: dict[str, Any]) -> Criteria:
    """What a saved view asks; parts that are not understood are left out."""
    question = kept.get("question", "")
    return Criteria(
        frozenset(map(str, kept.get("bands", ()))),
        kept.get("owner"),
        question if question in QUESTIONS else "",
    )


@dataclass(frozen=True)
class SavedView:
    """A filter that was kept under a name: what is asked, values let through by column, words, and the order."""

    name: str
    criteria: Criteria = field(default_factory=Criteria)
    columns: dict[str, frozenset[str]] = field(default_factory=dict)
    words: str = ""
    sort: tuple[str, bool] = ("", False)


def asks(question: str, today: date) -> Callable[[ClaimView], bool]:
    """Whether a claim answers one of QUESTIONS with yes."""
    return {
        "broken": lambda view: bool(
            view.state.promise_on and view.state.promise_on < today and view.state.promise_left_fen > 0
        ),
        "late90": lambda view: view.row.days_overdue >= 90,
        "limitation": lambda view: _lapses_soon(view, today),
        "evidence": lambda view: view.row.balance_fen > 0 and not all(view.evidence),
        "instalments": lambda view: _due_this_week(view.state.instalment_on, today),
    }[question]


def tally(views: Iterable[ClaimView], today: date) -> dict[str, int]:
    """How many claims answer each of QUESTIONS with yes."""
    tests = {question: asks(question, today) for question in QUESTIONS}
    counts = dict.fromkeys(QUESTIONS, 0)
    for view in views:
        for question, test in tests.items():
            counts[question] += test(view)
    return counts


def _lapses_soon(view: ClaimView, today: date) -> bool:
    days = (view.limitation_on, view.provable_on)
    return any(day is not None and today <= day <= today + SOON for day in days)


def _due_this_week(day: date | None, today: date) -> bool:
    monday = today - timedelta(days=today.weekday())
    return day is not None and monday <= day < monday + timedelta(days=7)
