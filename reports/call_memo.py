"""The memo of a call, a visit or a message: who, when, what was asked, what was answered, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from models.rules.memo import MemoFacts
from reports import values as say
from reports.blocks import Labelled, Lines, baseline, kept, labelled_lines, paragraph, ragged, spaced, title
from reports.flow import Section, Strip
from reports.furniture import LetterPages
from reports.ink import Paper
from reports.inline import Text
from reports.items import items_table
from reports.style import MEASURE, SIDE, Body, Language, body
from reports.wording import Value, Wording, wording

_CHINA = timezone(timedelta(hours=8))
_LEADING = 18.0


def memo_section(facts: MemoFacts, language: Language, on_screen: bool = False) -> Section:
    """The memo, on one page where it fits."""
    words = wording("call_memo", language)
    made_on = say.day(facts.logged_at.astimezone(_CHINA).date(), language)
    running = words.text("running", {"title": words.text("title"), "made_on": made_on})
    pages = LetterPages(
        facts.creditor, language, running, mailed=False, straddle=on_screen, journal_head=facts.journal_head
    )
    memo = _Memo(facts, language, words, body(language, _LEADING))
    return Section(list(memo.strips()), pages, SIDE)


@dataclass(frozen=True)
class _Memo:
    facts: MemoFacts
    language: Language
    words: Wording
    text: Body

    def strips(self) -> Iterator[Strip]:
        yield title(self.words.text("title"), self.text, MEASURE)
        yield from spaced(self._table(self._who()), 8.0)
        yield self._head("items_head")
        yield from self._items()
        yield self._head("talk_head")
        yield from self._table(self._said())
        own = paragraph(self._own("made"), self.text, MEASURE, indent=0.0, justified=False)
        yield from spaced(kept(own), 10.0)
        yield from spaced(
            Lines(ragged(self.words.text("sign"), self.text.look, self.language, MEASURE), 30).strips(
                MEASURE
            ),
            8.0,
        )

    def _own(self, key: str) -> tuple[Text, ...]:
        return (Text(self.words.text(key)),)

    def _head(self, key: str) -> Strip:
        words, look = self.words.text(key), self.text.look.bold()

        def draw(paper: Paper, x: float, y: float) -> None:
            paper.text(x, y + baseline(24, look.size), words, look)

        return Strip(24, draw, keep=True, above=6.0)

    def _table(self, entries: list[tuple[str, Value]]) -> list[Strip]:
        told = [Labelled(self.words.text(f"labels.{name}"), value) for name, value in entries if value]
        return labelled_lines(told, self.text.look.at(11), self.language, MEASURE, _LEADING).strips(MEASURE)

    def _items(self) -> list[Strip]:
        facts = self.facts
        values: dict[str, Value] = {
            "count": str(len(facts.items)),
            "currency": say.unit(facts.currency, self.language),
        }
        return spaced(items_table(facts.items, values, (), self.language), 2.0)

    def _who(self) -> list[tuple[str, Value]]:
        facts = self.facts
        way = f"{self._coded('channel', facts.channel)} · {self._coded('outcome', facts.outcome)}"
        role = self._coded("role", facts.role) if facts.role else ""
        return [
            ("debtor", say.name(facts.debtor.name)),
            ("way", way),
            ("reached", facts.reached),
            ("sent_from", facts.sent_from),
            ("place", facts.place),
            ("present", facts.present),
            ("at", _moment(facts.at)),
            ("by", facts.by),
            ("person", " · ".join(part for part in (facts.person, role) if part)),
            ("identity", self._yes(facts.identity_checked) if facts.person else None),
            ("announced", self._yes(facts.recording_announced) if facts.proof_name else None),
            ("logged_at", _moment(facts.logged_at)),
        ]

    def _said(self) -> list[tuple[str, Value]]:
        facts = self.facts
        promised = [
            f"{say.day(on, self.language)} {say.figures(fen, facts.currency, self.language)}"
            for fen, on in facts.promises
        ]
        return [
            ("asked", facts.asked),
            ("answer", self._answer()),
            ("reason", self._coded("reasons", facts.reason) if facts.reason else None),
            ("promise", ("；" if self.language == "zh_CN" else "; ").join(promised)),
            ("note", facts.note),
            ("why", facts.override_why),
            ("proof", say.name(facts.proof_name) if facts.proof_name else None),
            ("sha256", say.code(facts.proof_sha256) if facts.proof_sha256 else None),
        ]

    def _answer(self) -> str | None:
        facts = self.facts
        if facts.confirmed is None:
            return None
        amount = say.figures(facts.confirmed_fen or 0, facts.currency, self.language)
        return self.words.text(f"confirmed.{facts.confirmed}", {"amount": amount})

    def _coded(self, group: str, code: str) -> str:
        """The word for a code; what the clerk typed freely stands as it is."""
        key = f"{group}.{code}"
        return self.words.text(key) if key in self.words else code

    def _yes(self, fact: bool) -> str:
        return self.words.text("yes" if fact else "no")


def _moment(at: datetime) -> str:
    return at.astimezone(_CHINA).strftime("%Y-%m-%d %H:%M")
