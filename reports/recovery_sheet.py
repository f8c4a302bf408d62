"""The sheet with the recovery key of encrypted books: the key in large groups, what it opens, how it is kept.

It carries no square code: a picture of it in a telephone is a copy nobody counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.rules.facts import CreditorFacts
from models.rules.recovery_key import RecoveryFacts
from reports import values as say
from reports.blocks import Labelled, Lines, baseline, labelled_lines, paragraph, ragged, spaced, title
from reports.flow import Section, Strip
from reports.furniture import LetterPages
from reports.ink import Paper
from reports.inline import Text
from reports.style import FOLIO, MEASURE, MM, SIDE, Body, Language, Look, body
from reports.wording import Value, Wording, wording

_LEADING = 19.0
_ACROSS = 4
_ROW = 19 * MM
_GROUP = Look("sans-bold", 21)
_FRAME = "0.55 G"


def recovery_section(facts: RecoveryFacts, language: Language) -> Section:
    """The sheet, on one page."""
    words = wording("recovery_sheet", language)
    running = words.text(
        "running", {"title": words.text("title"), "made_on": say.day(facts.made_on, language)}
    )
    firm = CreditorFacts(name=facts.creditor_name or "")
    pages = LetterPages(firm, language, running, with_letterhead=bool(facts.creditor_name), mailed=False)
    return Section(list(_Sheet(facts, language, words, body(language, _LEADING)).strips()), pages, SIDE)


@dataclass(frozen=True)
class _Sheet:
    facts: RecoveryFacts
    language: Language
    words: Wording
    text: Body

    def strips(self) -> Iterator[Strip]:
        yield title(self.words.text("title"), self.text, MEASURE)
        yield from spaced(self._known(), 8.0)
        yield from spaced(self._plain(self.words.text("intro")), 8.0)
        yield from spaced(self._line("key_head", FOLIO.at(9)), 12.0)
        yield self._key(self.facts.key.split("-"))
        yield from spaced(self._line("use_head", self.text.look.bold()), 14.0)
        for said in self.words.paragraphs("use", {}):
            yield from spaced(paragraph(said, self.text, MEASURE, indent=0.0, justified=False), 4.0)
        yield from spaced(self._line("sign", self.text.look), 26.0)

    def _known(self) -> list[Strip]:
        facts = self.facts
        entries: list[tuple[str, Value]] = [
            ("creditor", say.name(facts.creditor_name) if facts.creditor_name else None),
            ("folder", say.name(facts.folder)),
            ("made_on", say.day(facts.made_on, self.language)),
            ("made_by", facts.made_by),
        ]
        told = [Labelled(self.words.text(f"labels.{name}"), value) for name, value in entries if value]
        return labelled_lines(told, self.text.look.at(11), self.language, MEASURE, _LEADING).strips(MEASURE)

    def _plain(self, words: str) -> list[Strip]:
        return paragraph((Text(words),), self.text, MEASURE, indent=0.0, justified=False)

    def _line(self, key: str, look: Look) -> list[Strip]:
        return Lines(ragged(self.words.text(key), look, self.language, MEASURE), _LEADING).strips(MEASURE)

    def _key(self, groups: Sequence[str]) -> Strip:
        """The groups in a frame, four beside each other, each with its number."""
        wide, rows = MEASURE / _ACROSS, -(-len(groups) // _ACROSS)

        def draw(paper: Paper, x: float, y: float) -> None:
            for edge in range(rows + 1):
                paper.rule(x, y + edge * _ROW, MEASURE, 0.6, _FRAME)
            for edge in range(_ACROSS + 1):
                paper.upright(x + edge * wide, y, rows * _ROW, 0.6, _FRAME)
            for place, group in enumerate(groups):
                row, column = divmod(place, _ACROSS)
                left, top = x + column * wide, y + row * _ROW
                paper.text(left + 5, top + 11, str(place + 1), FOLIO)
                paper.text(left + wide / 2, top + 4 + baseline(_ROW, _GROUP.size), group, _GROUP, "center")

        return Strip(rows * _ROW, draw, above=4.0)
