"""Letters of every kind: the blocks a kind names, in their order. The words are in the wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.rules.facts import LetterFacts
from models.rules.letter_kinds import LETTER_KINDS, Part
from reports import values as say
from reports.blocks import (
    Labelled,
    Lines,
    account_block,
    kept,
    labelled_lines,
    paragraph,
    ragged,
    signing_block,
    spaced,
)
from reports.flow import Section, Strip, closer, fewest_pages, overrun, paginate
from reports.furniture import LetterPages
from reports.inline import Inline, Text
from reports.items import items_table
from reports.letter_forms import choices, confirmation, debtor_signing
from reports.letter_head import opening
from reports.letter_tables import contested_table, missed_table, moves_table, summary_table
from reports.letter_values import letter_values, with_interest_table
from reports.schedule import schedule_table
from reports.style import MEASURE, SIDE, Body, Language, Look, body
from reports.wording import Value, Wording, letter_wording, wording

_ROOMY, _TIGHT = 20.0, 18.0
_SHORT = 8 + 12
"""A last page with less than eight lines over the signing block, which is some twelve lines high, is drawn in."""
_SCANT = 3
"""A last paragraph of fewer lines does not stand alone on the page of the signature."""


@dataclass(frozen=True)
class Letter:
    """A letter about to be set: its facts, its language, its words with their values.

    ``fuller``: the paragraph before a scant last one goes with it to the page of the signature.
    """

    facts: LetterFacts
    language: Language
    on_screen: bool
    words: Wording
    values: dict[str, Value]
    fuller: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its blocks in their order."""
        return LETTER_KINDS[self.facts.kind].parts


def letter_section(facts: LetterFacts, language: Language, on_screen: bool) -> Section:
    """The letter on as many pages as it takes.

    It is set tighter, then closer, where that saves a short last page; else no scant paragraph goes to it alone.
    """
    words = letter_wording(facts.kind, language, facts.words)
    letter = Letter(facts, language, on_screen, words, letter_values(facts, language, words))
    pages = _pages(letter)
    strips: Sequence[Strip] = _strips(letter, body(language, _ROOMY), pages)
    if 0 < overrun(paginate(strips, pages)) < _SHORT * _ROOMY:
        tight = _strips(letter, body(language, _TIGHT), pages)
        strips = fewest_pages((strips, tight, closer(tight)), pages)
        if overrun(paginate(strips, pages)):
            fuller = _strips(replace(letter, fuller=True), body(language, _ROOMY), pages)
            strips = fewest_pages((fuller, strips), pages)
    return Section(strips, pages, SIDE)


def _pages(letter: Letter) -> LetterPages:
    """The sheets: the creditor's letterhead, but for papers that somebody else signs."""
    facts, kind = letter.facts, LETTER_KINDS[letter.facts.kind]
    return LetterPages(
        facts.creditor,
        letter.language,
        letter.words.text("running", letter.values),
        with_letterhead=not kind.draft and "debtor_signing" not in kind.parts,
        mailed=not kind.draft,
        journal_head=facts.journal_head,
        logo=facts.look.logo,
        code=code_text(facts) if facts.look.qr else "",
    )


def code_text(facts: LetterFacts) -> str:
    """What the square code of a letter says: its number, then the numbers of its claims, at most ten."""
    return " ".join([facts.number, *(item.number for item in facts.items[:10] if item.number)])


def _strips(letter: Letter, text: Body, pages: LetterPages) -> list[Strip]:
    head = opening(letter.facts, letter.words, letter.values, text, pages)
    return [*head, *(strip for part in letter.parts for strip in _PARTS[part](letter, text))]


def _recital(letter: Letter, text: Body) -> list[Strip]:
    return kept(paragraph(letter.words.inlines("recital", letter.values), text, MEASURE))


def _items(letter: Letter, _text: Body) -> list[Strip]:
    facts, under = letter.facts, letter.words.paragraphs("under", letter.values)
    interest = facts.interest.by_item if facts.interest else ()
    above = 10.0 if "summary" in letter.parts else 4.0
    return spaced(items_table(facts.items, letter.values, under, letter.language, interest), above)


def _summary(letter: Letter, _text: Body) -> list[Strip]:
    account = letter.facts.account
    strips = summary_table(account, letter.words, letter.values, letter.language) if account else []
    return spaced(strips, 4.0)


def _moves(letter: Letter, _text: Body) -> list[Strip]:
    account = letter.facts.account
    strips = moves_table(account, letter.words, letter.values, letter.language) if account else []
    return spaced(strips, 8.0)


def _missed(letter: Letter, _text: Body) -> list[Strip]:
    return spaced(missed_table(letter.facts, letter.words, letter.values, letter.language), 4.0)


def _schedule(letter: Letter, _text: Body) -> list[Strip]:
    changed = letter.facts.changed
    if changed is None:
        return []
    total = say.in_words(changed.total_fen, letter.facts.currency, letter.language)
    return spaced(schedule_table(changed.instalments, letter.values | {"words": total}, letter.language), 4.0)


def _contested(letter: Letter, _text: Body) -> list[Strip]:
    return spaced(contested_table(letter.facts, letter.words, letter.values, letter.language), 4.0)


def _body(letter: Letter, text: Body) -> list[Strip]:
    """Paragraphs between the tables; the last stays with what it introduces."""
    found = [paragraph(inlines, text, MEASURE) for inlines in letter.words.paragraphs("body", letter.values)]
    if found:
        kept(found[-1])
    return spaced([strip for strips in found for strip in strips], 5.0)


def _notes(letter: Letter, _text: Body) -> list[Strip]:
    look = Look("latin" if letter.language == "en" else "serif", 8.4).grey()
    small = Body(look, 11.6, 0, letter.language)
    return spaced(paragraph(letter.words.inlines("notes", letter.values), small, MEASURE), 5.0)


def _deadline(letter: Letter, text: Body) -> list[Strip]:
    strips = paragraph(letter.words.inlines("deadline", letter.values), text, MEASURE)
    return spaced(kept(strips) if "account" in letter.parts else strips, 4.0)


def _account(letter: Letter, text: Body) -> list[Strip]:
    return [account(letter, text)]


def account(letter: Letter, text: Body) -> Strip:
    """Where to pay and what to write on the transfer; after an assignment, to the assignee."""
    creditor, words = letter.facts.creditor, wording("common", letter.language)
    said = dict(letter.facts.said)
    name, bank, number = creditor.name, creditor.bank, creditor.account
    if "assignee" in LETTER_KINDS[letter.facts.kind].asks:
        name, bank, number = (said.get(key, "") for key in ("assignee", "assignee_bank", "assignee_account"))
    entries = [
        Labelled(words.text("account.payee"), say.name(name)),
        Labelled(words.text("account.bank"), bank or ""),
        Labelled(words.text("account.account"), say.account_number(number)),
        Labelled(words.text("account.memo"), words.inlines("account.memo_text", letter.values)),
    ]
    return account_block([entry for entry in entries if entry.value], text, MEASURE)


def _closing(letter: Letter, text: Body) -> list[Strip]:
    """What happens otherwise; the last paragraphs stay with the signature."""
    found = [
        paragraph(inlines, text, MEASURE) for inlines in letter.words.paragraphs("closing", letter.values)
    ]
    if found and letter.parts[-1] != "closing":
        scant = letter.fuller and len(found[-1]) < _SCANT
        for tied in found[-2 if scant else -1 :]:
            kept(tied)
    return spaced([strip for strips in found for strip in strips], 6.0)


def _choices(letter: Letter, text: Body) -> list[Strip]:
    return choices(letter.words, letter.values, text)


def _confirm(letter: Letter, text: Body) -> list[Strip]:
    person = letter.facts.debtor.is_person
    return confirmation(letter.words, letter.values, text, person=person, on_screen=letter.on_screen)


def _debtor_signing(letter: Letter, text: Body) -> list[Strip]:
    person = letter.facts.debtor.is_person
    return [debtor_signing(letter.words, letter.values, text, person=person, on_screen=letter.on_screen)]


def _signing(letter: Letter, text: Body) -> list[Strip]:
    facts, words, language = letter.facts, letter.words, letter.language
    look = text.look.at(10.5)
    width = MEASURE * 0.55
    left = [labelled_lines(_enclosed(letter), look, language, width, 16)]
    for asked in words.paragraphs(
        "request", letter.values
    ):  # beside the seal, where it takes no room of its own
        left.insert(0, Lines(ragged(asked, look, language, width), 16))
    if "prevails" in words:
        left.append(Lines(ragged(words.text("prevails"), look.at(8.4).grey(), language, width), 11))
    names: list[Sequence[Inline]] = [words.inlines("on_behalf", {})] if "on_behalf" in words else []
    names += [say.name(facts.creditor.name), (Text(say.day(facts.issued_on, language)),)]
    right = [line for name in names for line in ragged(name, text.look, language, MEASURE * 0.41)]
    seal = wording("common", language).text("seal_here")
    return [signing_block(left, Lines(right, 17), MEASURE, seal, letter.on_screen, facts.look.signature)]


def _enclosed(letter: Letter) -> list[Labelled]:
    """The annex and whom to ask, as far as known."""
    words, creditor = wording("common", letter.language), letter.facts.creditor
    entries = [
        ("contact", creditor.contact),
        ("phone", say.code(creditor.phone)),
        ("email", say.code(creditor.email)),
    ]
    found = [Labelled(words.text(f"{key}_label"), value) for key, value in entries if value]
    annexes = [key for key, there in (
        ("annex_interest", with_interest_table(letter.facts)),
        ("annex_slip", LETTER_KINDS[letter.facts.kind].with_slip),
    ) if there]  # fmt: skip
    labels = [letter.words.text("annex_label"), "\u3000"]
    named = [letter.words.text(key, letter.values) for key in annexes]
    return [Labelled(*each) for each in zip(labels, named, strict=False)] + found


_PARTS: Mapping[Part, Callable[[Letter, Body], list[Strip]]] = {
    "recital": _recital,
    "summary": _summary,
    "moves": _moves,
    "items": _items,
    "missed": _missed,
    "schedule": _schedule,
    "contested": _contested,
    "notes": _notes,
    "body": _body,
    "deadline": _deadline,
    "account": _account,
    "closing": _closing,
    "choices": _choices,
    "confirm": _confirm,
    "signing": _signing,
    "debtor_signing": _debtor_signing,
}
