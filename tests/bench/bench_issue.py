"""A run of a thousand letters found, made, numbered, kept and journaled, beside the making of its pages alone."""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path

from models.actions.demo import fill
from models.actions.desk import Desk
from models.actions.letters import issue
from models.clock import Clock
from models.queries.claims import claim_rows
from models.queries.letters import recipients
from models.rules.facts import LetterFacts
from models.store import open_store
from reports.render import render
from reports.style import Language
from tests.bench.measure import Measured, milliseconds

TODAY = date(2026, 11, 20)
CLAIMS, LETTERS = 6_000, 1_000
KIND = "demand"


def bench_issue() -> list[Measured]:
    """Processor time of the whole act, and that of its pages within it."""
    spent: list[float] = []

    def clocked(kind: str, facts: LetterFacts, language: Language = "zh_CN") -> bytes:
        begun = time.process_time()
        pdf = render(kind, facts, language)
        spent.append(time.process_time() - begun)
        return pdf

    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data")
        desk = Desk(store, Clock(TODAY), "bench")
        fill(desk, CLAIMS)
        overdue = [row.id for row in claim_rows(store, TODAY, TODAY) if row.days_overdue > 0]
        free = [each for each in recipients(store, KIND, overdue, TODAY) if each.why_not is None]
        claims = [row.id for each in free[:LETTERS] for row in each.rows]
        whole = milliseconds(lambda: issue(desk, KIND, claims, clocked), time.process_time)
        store.close()
    what = f"{len(spent):,} letters issued, numbered, kept"
    return [Measured(what, whole, "their pages alone", 1000 * sum(spent), 1.5)]
