"""How the review is said: classes, causes, measures, marks, with their tones and icons."""

from __future__ import annotations

from collections.abc import Iterable

from models.rules.review import BAD, NORMAL, WATCH, Decision, Line
from ui.common.formats import Formats
from ui.common.table import Step
from ui.minutes_words import measure_words
from ui.problems import worded

TONES = {NORMAL: "ok", WATCH: "warn", BAD: "bad"}
ICONS = {NORMAL: "check", WATCH: "eye", BAD: "warning"}


class ReviewWords:
    """In the language of the window."""

    def __init__(self, formats: Formats) -> None:
        self.formats, self.language = formats, formats.language

    def of_class(self, name: str | None) -> str:
        """A class; empty where there is none."""
        return worded(f"review_class_{name}", self.language) if name else ""

    def class_step(self, name: str) -> Step:
        """A class with its icon in its tone."""
        return Step(ICONS[name], self.of_class(name), TONES[name])

    def cause(self, cause: str | None) -> str:
        """A cause; empty where none is known."""
        return worded(f"cause_{cause}", self.language) if cause else ""

    def measure(self, measure: str | None) -> str:
        """A measure: a code in words, or what the clerk wrote."""
        return measure_words(measure, self.language)

    def marks(self, marks: Iterable[str]) -> str:
        """Why a claim is listed."""
        return self.formats.listed(worded(f"mark_{mark}", self.language) for mark in marks)

    def missing(self, names: Iterable[str]) -> str:
        """What a registration lacks."""
        return self.formats.listed(worded(f"missing_{name}", self.language) for name in names)

    def plan(self, said: Decision) -> str:
        """Measure and day on one line."""
        day = self.formats.day(said.due_on) if said.due_on else ""
        return self.formats.joined(part for part in (self.measure(said.measure), day) if part)

    def change(self, line: Line) -> str:
        """From the class before to the one that holds."""
        now = self.of_class(line.classification)
        return f"{self.of_class(line.before)} → {now}" if line.before else now
