"""The head of a letter: title, subject, number and to whom; for a window envelope the address where it shows."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.facts import LetterFacts
from models.rules.letter_kinds import LETTER_KINDS
from reports import values as say
from reports.blocks import Lines, kept, ragged, spaced, title
from reports.flow import Strip
from reports.furniture import LetterPages
from reports.ink import Inked, Paper
from reports.inline import Text
from reports.style import MEASURE, MM, Body
from reports.wording import Values, Wording

_ADDRESS_AT, _CLEAR_UNTIL = 41 * MM, 80 * MM
"""From the top of the sheet, for the window of a DL envelope 20 mm from the left and 40 mm from the top."""
_ADDRESS_WIDE = 82 * MM
_ADDRESS_LEADING = 14.6


def opening(
    facts: LetterFacts, words: Wording, values: Values, text: Body, pages: LetterPages
) -> list[Strip]:
    """Nothing of it stands alone."""
    language = text.language
    subject = Lines(ragged(words.inlines("subject", values), text.look, language, MEASURE), 19)
    head = [title(words.text("title"), text, MEASURE), *subject.strips(MEASURE, "center")]
    salutation = Lines(
        ragged(words.inlines("salutation", values), text.look, language, MEASURE), text.leading
    ).strips(MEASURE)
    if shows_address(facts):
        return kept([_window_address(facts, words, values, text, pages), *head, *salutation])
    if language == "zh_CN":
        number = Lines(ragged(facts.number, text.look.at(10.5), language, MEASURE), 17)
        return kept([*head, *number.strips(MEASURE, "right"), *salutation])
    return kept([*head, _address(facts, words, values, text), *spaced(salutation, 5)])


def shows_address(facts: LetterFacts) -> bool:
    """Whether the address stands where a window envelope shows it; on a statement it always does."""
    return facts.look.window or LETTER_KINDS[facts.kind].level == "statement"


def _window_address(
    facts: LetterFacts, words: Wording, values: Values, text: Body, pages: LetterPages
) -> Strip:
    """Postcode, address, name and person in 41–62 mm from the top; the left part is clear until 80 mm."""
    look, language = text.look.at(10.5), text.language
    to = facts.guarantor or facts.debtor
    lines: list[Sequence[Inked]] = []
    if to.postcode:
        lines += ragged((Text(to.postcode, sans=True),), look, language, _ADDRESS_WIDE)
    lines += ragged((Text(to.address or "", name=True),), look, language, _ADDRESS_WIDE)
    lines += ragged((Text(to.name, bold=True, name=True),), look, language, _ADDRESS_WIDE)
    lines += (
        ragged(words.inlines("attention", values), look, language, _ADDRESS_WIDE)
        if values.get("person_to")
        else []
    )
    block = Lines(lines, _ADDRESS_LEADING)
    right = Lines(
        [line for entry in (_reference(facts, words, values, text), say.day(facts.issued_on, language))
         for line in ragged(entry, look, language, MEASURE * 0.4)],
        _ADDRESS_LEADING,
    )  # fmt: skip
    start = _ADDRESS_AT - pages.top(1)

    def draw(paper: Paper, x: float, y: float) -> None:
        block.draw(paper, x, y + max(start, 0.0))
        right.draw(paper, x + MEASURE, y + max(start, 0.0), "right")

    return Strip(max(_CLEAR_UNTIL - pages.top(1), max(start, 0.0) + block.height + 6), draw, keep=True)


def _reference(facts: LetterFacts, words: Wording, values: Values, text: Body) -> str:
    return words.text("reference", values) if text.language == "en" else facts.number


def _address(facts: LetterFacts, words: Wording, values: Values, text: Body) -> Strip:
    """Addressee on the left; reference and date on the right."""
    to = facts.guarantor or facts.debtor
    left = ragged((Text(to.name, bold=True, name=True),), text.look, "en", MEASURE * 0.62)
    for inlines in (words.inlines("addressee_code", values), (Text(to.address or ""),)):
        left.extend(ragged(inlines, text.look, "en", MEASURE * 0.62))
    lines = Lines(left, text.leading)
    right = [words.text("reference", values), say.day(facts.issued_on, "en")]
    side = Lines(
        [line for entry in right for line in ragged(entry, text.look, "en", MEASURE * 0.36)], text.leading
    )

    def draw(paper: Paper, x: float, y: float) -> None:
        lines.draw(paper, x, y)
        side.draw(paper, x + MEASURE, y, "right")

    return Strip(max(lines.height, side.height), draw, keep=True, above=4)
