"""What a letter leaves to the debtor's pen: choices to tick, the confirmation of an account, the debtor's signature."""

from __future__ import annotations

from collections.abc import Sequence

from reports.blocks import Lines, baseline, bullet, kept, paragraph, ragged, seal_place, spaced, thumb_place
from reports.flow import Strip
from reports.ink import Inked, Paper
from reports.inline import Blank, Box, Inline, blank_date
from reports.slip import signed_strip
from reports.style import MEASURE, MM, PALE, Body, Language
from reports.wording import Values, Wording, wording

_RING = 40 * MM
_PAD = 4 * MM
_HEAD = 30.0
_DEEP = 68 * MM
_SIGN_PITCH = 20.5


def choices(words: Wording, values: Values, text: Body) -> list[Strip]:
    """What the debtor declares, to be ticked."""
    lead = paragraph(words.inlines("choices_lead", values), text, MEASURE, justified=False)
    ticks = [
        strip
        for inlines in words.paragraphs("choices", values)
        for strip in bullet(Box(), inlines, text, MEASURE, 0.0, justified=False)
    ]
    return kept([*spaced(lead, 8.0), *spaced(ticks, 3.0)])


def debtor_signing(words: Wording, values: Values, text: Body, *, person: bool, on_screen: bool) -> Strip:
    """The debtor's name, signature and date beside the place of its seal or fingerprint."""
    keys = ("debtor_person", "sign_person", "signed_on") if person else ("debtor", "sign", "signed_on")
    width = MEASURE - _RING - 2 * MM
    lines = [Lines(ragged(words.inlines(key, values), text.look, text.language, width), 23.0) for key in keys]
    return signed_strip(lines, text.language, person=person, on_screen=on_screen)


def confirmation(words: Wording, values: Values, text: Body, *, person: bool, on_screen: bool) -> list[Strip]:
    """Two equal fields, agreed and not agreed, each with its signer, date and seal; where to send it below."""
    fields = [_agreed(words, values, text), _differing(words, values, text)]
    look = text.look.at(8.6).grey()
    foot = Lines(ragged(words.inlines("return_to", values), look, text.language, MEASURE), 12.0)
    common = wording("common", text.language)
    deep = max(_DEEP, *(_HEAD + lines.height + 4 * _SIGN_PITCH for _, lines in fields))

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, MEASURE, 0.9)
        paper.upright(x + MEASURE / 2, y, deep, 0.3, PALE)
        for place, (head, lines) in enumerate(fields):
            left = x + place * MEASURE / 2 + _PAD
            paper.text(left, y + baseline(_HEAD, 12), head, text.look.bold().at(12))
            lines.draw(paper, left, y + _HEAD)
            _sign_here(paper, left, y + deep, words, text, common, person=person, on_screen=on_screen)
        paper.rule(x, y + deep, MEASURE, 0.9)
        foot.draw(paper, x, y + deep + 4)

    return [Strip(deep + 4 + foot.height, draw, above=4.0)]


def _agreed(words: Wording, values: Values, text: Body) -> tuple[str, Lines]:
    return words.text("agree_head"), Lines(_field(words.inlines("agree", values), text), 19.0)


def _differing(words: Wording, values: Values, text: Body) -> tuple[str, Lines]:
    lines = _field(words.inlines("differ", values), text) + _field(words.inlines("differ_why", values), text)
    return words.text("differ_head"), Lines([*lines, *_field((Blank(MEASURE / 2 - 3 * _PAD),), text)], 19.0)


def _field(inlines: Sequence[Inline], text: Body) -> list[Sequence[Inked]]:
    return ragged(inlines, text.look.at(10.5), text.language, MEASURE / 2 - 2 * _PAD)


def _sign_here(
    paper: Paper,
    left: float,
    foot: float,
    words: Wording,
    text: Body,
    common: Wording,
    *,
    person: bool,
    on_screen: bool,
) -> None:
    """Signature and date above the foot of a field, at its left; the place of the seal at its right."""
    look = text.look.at(10.5)
    date: Language = text.language
    narrow = blank_date((9, 5.5, 5.5)) if date == "zh_CN" else blank_date((5.5, 5.5, 9), ("/", "/", ""))
    lines = [
        *ragged(words.text("signer"), look, date, MEASURE),
        *ragged((Blank(32 * MM),), look, date, MEASURE),
        *ragged(words.text("signed_on"), look, date, MEASURE),
        *ragged(narrow, look, date, MEASURE),
    ]
    Lines(lines, _SIGN_PITCH).draw(paper, left, foot - 4 * _SIGN_PITCH - 4)
    middle = left + MEASURE / 2 - _PAD - _RING / 2 - 2 * MM
    if person:
        thumb_place(paper, middle, foot - _RING / 2 - 3 * MM, common.text("thumb_here"), on_screen)
    else:
        seal_place(paper, middle, foot - _RING / 2 - 3 * MM, common.text("seal_here"), on_screen, _RING)
