"""The reply slip 回执 of a demand: receipt and, signed apart from it, acknowledgement with a promise to pay.

Two parts because a bare "received" on an expired debt revives nothing; only agreement to pay does
(诉讼时效规定 19, CC 192). A guarantor told of a change of the debt gets one part alone: whether it consents (CC 695).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.rules.facts import LetterFacts
from models.rules.letter_kinds import LETTER_KINDS
from reports.blocks import (
    Lines,
    baseline,
    bullet,
    kept,
    paragraph,
    ragged,
    seal_place,
    spaced,
    thumb_place,
    title,
)
from reports.flow import Section, Strip, closer, fewest_pages, paginate
from reports.furniture import LetterPages
from reports.ink import Paper
from reports.inline import Box, Inline
from reports.letter_values import letter_values
from reports.style import GREY, MEASURE, MM, SIDE, Body, Language, Look, body
from reports.wording import Value, Wording, letter_wording, wording

_RING = 40 * MM
_PITCH = 23.0
_SIDE_NOTE = Look("sans", 8.2, GREY)


def slip_section(facts: LetterFacts, language: Language, on_screen: bool) -> Section:
    """One page, counted on its own, that the debtor, or a guarantor asked for its consent, signs and sends back.

    The debtor's acknowledges what is fixed; interest that still accrues is kept apart by its words.
    """
    words = wording(LETTER_KINDS[facts.kind].slip, language)
    letter = letter_wording(facts.kind, language, facts.words)
    values = letter_values(replace(facts, interest=None), language, letter) | {"title": letter.text("title")}
    pages = LetterPages(
        facts.creditor, language, words.text("title"), before_folio=words.text("before_folio", values)
    )
    strips: Sequence[Strip] = _Slip(facts, words, values, body(language, 20.0), on_screen).strips()
    if len(paginate(strips, pages)) > 1:
        tight = _Slip(facts, words, values, body(language, 18.0), on_screen).strips()
        strips = fewest_pages((tight, closer(tight)), pages)
    return Section(strips, pages, SIDE)


def _opening(words: Wording, values: dict[str, Value], text: Body) -> list[Strip]:
    subject = Lines(ragged(words.inlines("subject", values), text.look, text.language, MEASURE), 19)
    addressed = Lines(ragged(words.inlines("salutation", values), text.look, text.language, MEASURE), 24)
    return [
        title(words.text("title"), text, MEASURE),
        *subject.strips(MEASURE, "center"),
        *addressed.strips(MEASURE),
    ]


def _head(head: str, note: str, text: Body) -> Strip:
    """A part's heading under a rule, its note on the right."""

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, MEASURE, 0.6)
        paper.text(x, y + baseline(30, 13), head, text.look.bold().at(13))
        paper.text(x + MEASURE, y + baseline(30, 13), note, _SIDE_NOTE, "right")

    return Strip(30, draw, above=4)


class _Slip:
    """A slip about to be set."""

    def __init__(
        self, facts: LetterFacts, words: Wording, values: dict[str, Value], text: Body, on_screen: bool
    ) -> None:
        self.person = (facts.guarantor or facts.debtor).is_person
        self.words, self.values, self.text, self.on_screen = words, values, text, on_screen

    def strips(self) -> list[Strip]:
        """All of it, tied together."""
        words, values, text = self.words, self.values, self.text
        ends = _opening(words, values, text), _return(words, values, text)
        receipt = self.receipt() if "received" in words else []
        return kept([*ends[0], *receipt, *self.promise(), *ends[1]])

    def receipt(self) -> list[Strip]:
        """Part one: who received the letter and when, nothing else."""
        words, values = self.words, self.values
        more = words.inlines("capacity_more", values)
        return [
            _head(words.text("received_head"), words.text("received_note"), self.text),
            *paragraph(words.inlines("received", values), self.text, MEASURE, indent=0.0, justified=False),
            self._signed(
                [self._set("signer"), self._set("capacity"), self._lines(more), self._set("telephone")]
            ),
        ]

    def promise(self) -> list[Strip]:
        """Part two: the debt in words and figures, one of three promises, signed again."""
        words, values = self.words, self.values
        choices = [
            strip
            for inlines in words.paragraphs("choices", values)
            for strip in bullet(Box(), inlines, self.text, MEASURE, 0.0, justified=False)
        ]
        signer = ["debtor_person", "sign_person"] if self.person else ["debtor", "sign"]
        return [
            _head(words.text("promise_head"), words.text("promise_note"), self.text),
            *paragraph(words.inlines("promise", values), self.text, MEASURE, indent=0.0, justified=False),
            *spaced(choices, 3.0),
            *paragraph(words.inlines("kept", values), self.text, MEASURE, indent=0.0, justified=False),
            self._signed([self._name(signer[0]), *(self._set(key) for key in (*signer[1:], "signed_on"))]),
        ]

    def _set(self, key: str) -> Lines:
        return self._lines(self.words.inlines(key, self.values))

    def _name(self, key: str) -> Lines:
        """The debtor's name; a long one takes less room than lines to write on."""
        lines = self._set(key)
        return lines if len(lines.lines) == 1 else Lines(lines.lines, 15.0)

    def _lines(self, inlines: Sequence[Inline]) -> Lines:
        pitch = _PITCH if self.text.leading in (20.0, 14.6) else _PITCH - 2
        return Lines(ragged(inlines, self.text.look, self.text.language, MEASURE - _RING - 2 * MM), pitch)

    def _signed(self, lines: list[Lines]) -> Strip:
        return signed_strip(lines, self.text.language, person=self.person, on_screen=self.on_screen)


def signed_strip(lines: list[Lines], language: Language, *, person: bool, on_screen: bool) -> Strip:
    """Lines to fill in, beside them the place of the seal or the fingerprint."""
    height = max(_RING + 4 * MM, sum(part.height for part in lines) + 6)
    words = wording("common", language)

    def draw(paper: Paper, x: float, y: float) -> None:
        top = y + (height - sum(part.height for part in lines)) / 2
        for part in lines:
            part.draw(paper, x, top)
            top += part.height
        at = x + MEASURE * 0.857, y + height / 2
        if person:
            thumb_place(paper, *at, words.text("thumb_here"), on_screen)
        else:
            seal_place(paper, *at, words.text("seal_here"), on_screen, _RING)

    return Strip(height, draw)


def _return(words: Wording, values: dict[str, Value], text: Body) -> list[Strip]:
    """Where to send it, and two pieces of advice."""
    look = text.look.at(9.2).grey()
    lines = Lines(
        [
            line
            for inlines in words.paragraphs("return_to", values)
            for line in ragged(inlines, look, text.language, MEASURE)
        ],
        14.0,
    )

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, MEASURE, 0.6)
        lines.draw(paper, x, y + 5)

    return [Strip(lines.height + 5, draw, above=2)]
