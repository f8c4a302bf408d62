"""Letters to a debtor: letterhead, claim, table, account, closing, signature. The words are in the wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from models.rules.facts import ItemFacts, LetterFacts
from models.rules.letter_kinds import LETTER_KINDS, legal_basis, owed_for
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
    title,
)
from reports.faces import BODY_FONT, TABLE_FONTS
from reports.flow import Section, Strip, overrun, paginate
from reports.furniture import LetterPages
from reports.ink import Paper
from reports.inline import Inline, Text
from reports.interest import interest_values
from reports.items import items_table
from reports.style import MEASURE, SIDE, Body, Language, Look, body
from reports.wording import Value, Wording, characters, wording

_CAPITALS = "人民币零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整"
_ROOMY, _TIGHT = 20.0, 18.0
_SHORT = 8 + 12
"""A last page with less than eight lines over the signing block, which is some twelve lines high, is drawn in."""


@dataclass(frozen=True)
class Letter:
    """A letter about to be set: its facts, its language, its words with their values."""

    facts: LetterFacts
    language: Language
    on_screen: bool
    words: Wording
    values: dict[str, Value]


def letter_section(facts: LetterFacts, language: Language, on_screen: bool) -> Section:
    """The letter on as many pages as it takes; set tighter where that saves a short last page."""
    words = wording(facts.kind, language)
    letter = Letter(facts, language, on_screen, words, letter_values(facts, language, words))
    pages = LetterPages(
        facts.creditor, language, words.text("running", letter.values), journal_head=facts.journal_head
    )
    strips = _strips(letter, body(language, _ROOMY))
    loose = paginate(strips, pages)
    if 0 < overrun(loose) < _SHORT * _ROOMY:
        tighter = _strips(letter, body(language, _TIGHT))
        if len(paginate(tighter, pages)) < len(loose):
            strips = tighter
    return Section(strips, pages, SIDE)


@cache
def letter_stock(kind: str, language: Language) -> Mapping[str, str]:
    """The characters all letters of a kind share, by font: their wording, figures, capitals of sums."""
    kinds = (kind, "slip", "common") if LETTER_KINDS[kind].with_slip else (kind, "common")
    kinds = (*kinds, "interest") if LETTER_KINDS[kind].interest == "always" else kinds
    latin = "".join(map(chr, range(0x21, 0x7F)))
    shared = latin + characters(("common",), language) + (_CAPITALS if language == "zh_CN" else "")
    return {BODY_FONT[language]: latin + characters(kinds, language), **dict.fromkeys(TABLE_FONTS, shared)}


def letter_values(facts: LetterFacts, language: Language, words: Wording) -> dict[str, Value]:
    """Everything a template may name, as this letter says it."""
    money = (facts.currency, language)
    due = sum(item.balance_fen for item in facts.items if not _is_early(item))
    several = len(say.contracts(facts.items)) > 1
    basis = facts.claim_kind if f"basis.{facts.claim_kind}" in words else "other"
    found: dict[str, Value] = {
        "creditor": say.name(facts.creditor.name),
        "debtor": say.name(facts.debtor.name),
        "number": (Text(facts.number, whole=True),),
        "issued": (Text(say.day(facts.issued_on, language), whole=True),),
        "as_of": (Text(say.day(facts.issued_on, language), whole=True),),
        "contract": say.one_contract(facts.items),
        "several": "yes" if several else None,
        "count": str(len(facts.items)),
        "noun": noun(facts.claim_kind, language),
        "you": "您" if facts.debtor.is_person else "贵司",
        "both": "您与我司" if facts.debtor.is_person else "贵我双方",
        "amount": say.amount(facts.total_fen, *money),
        "figures": say.figures(facts.total_fen, *money),
        "words": say.in_words(facts.total_fen, *money),
        "due_figures": say.amount(due, *money),
        "all_due": "yes" if due == facts.total_fen else None,
        "overdue_some": "yes" if any(item.due_on and item.days_overdue > 0 for item in facts.items) else None,
        "was_paid": "yes" if any(item.paid_fen for item in facts.items) else None,
        "waiting": say.amount(facts.waiting_fen, *money) if facts.waiting_fen else None,
        "maybe_waiting": say.amount(facts.maybe_waiting_fen, *money) if facts.maybe_waiting_fen else None,
        "disputed": say.amount(facts.disputed_fen, *money) if facts.disputed_fen else None,
        "deadline": say.deadline(facts.deadline, language) if facts.deadline else None,
        "currency": say.unit(facts.currency, language),
        **say.party_numbers(facts.debtor),
        **interest_values(facts, language),
    }
    if LETTER_KINDS[facts.kind].cites_law:
        found["articles"] = say.articles(legal_basis(facts.claim_kind), language)
        found["breach"] = words.text("breach", found)
        found["basis"] = words.inlines(f"basis.{basis}", found)
    return found


def noun(claim_kind: str, language: Language) -> str:
    """What the money is owed for."""
    if language == "zh_CN":
        return owed_for(claim_kind)
    words = wording("common", language)
    return words.text(f"noun.{claim_kind}" if f"noun.{claim_kind}" in words else "noun.other")


def _is_early(item: ItemFacts) -> bool:
    """Whether the item is not due yet on the day of the letter."""
    return item.due_on is not None and item.days_overdue <= 0


def _strips(letter: Letter, text: Body) -> list[Strip]:
    words, values = letter.words, letter.values
    deadline = kept(paragraph(words.inlines("deadline", values), text, MEASURE))
    closing = [paragraph(inlines, text, MEASURE) for inlines in words.paragraphs("closing", values)]
    kept(closing[-1])
    return [
        *_opening(letter, text),
        *kept(paragraph(words.inlines("recital", values), text, MEASURE)),
        *spaced(_items(letter), 4.0),
        *_notes(letter),
        *spaced(deadline, 4.0),
        account(letter, text),
        *spaced([strip for strips in closing for strip in strips], 6.0),
        _signing(letter, text),
    ]


def _items(letter: Letter) -> list[Strip]:
    facts, under = letter.facts, letter.words.paragraphs("under", letter.values)
    interest = facts.interest.by_item if facts.interest else ()
    return items_table(facts.items, letter.values, under, letter.language, interest)


def _opening(letter: Letter, text: Body) -> list[Strip]:
    """Title, subject, number, addressee; nothing of it stands alone."""
    words, values, language = letter.words, letter.values, letter.language
    subject = Lines(ragged(words.inlines("subject", values), text.look, language, MEASURE), 19)
    head = [title(words.text("title"), text, MEASURE), *subject.strips(MEASURE, "center")]
    salutation = words.inlines("salutation", values)
    addressed = Lines(ragged(salutation, text.look, language, MEASURE), text.leading)
    if language == "zh_CN":
        number = Lines(ragged(letter.facts.number, text.look.at(10.5), language, MEASURE), 17)
        return kept([*head, *number.strips(MEASURE, "right"), *addressed.strips(MEASURE)])
    return kept([*head, *_english_address(letter, text), *spaced(addressed.strips(MEASURE), 5)])


def _english_address(letter: Letter, text: Body) -> list[Strip]:
    """Addressee on the left; reference and date on the right."""
    debtor, values = letter.facts.debtor, letter.values
    right = [letter.words.text("reference", values), say.day(letter.facts.issued_on, "en")]
    left = ragged((Text(debtor.name, bold=True, name=True),), text.look, "en", MEASURE * 0.62)
    for inlines in (letter.words.inlines("addressee_code", values), (Text(debtor.address or ""),)):
        left.extend(ragged(inlines, text.look, "en", MEASURE * 0.62))
    lines = Lines(left, text.leading)
    side = Lines(
        [line for entry in right for line in ragged(entry, text.look, "en", MEASURE * 0.36)], text.leading
    )

    def draw(paper: Paper, x: float, y: float) -> None:
        lines.draw(paper, x, y)
        side.draw(paper, x + MEASURE, y, "right")

    return [Strip(max(lines.height, side.height), draw, keep=True, above=4)]


def _notes(letter: Letter) -> list[Strip]:
    look = Look("latin" if letter.language == "en" else "serif", 8.4).grey()
    small = Body(look, 11.6, 0, letter.language)
    return spaced(paragraph(letter.words.inlines("notes", letter.values), small, MEASURE), 5.0)


def account(letter: Letter, text: Body) -> Strip:
    """Where to pay and what to write on the transfer."""
    creditor, words = letter.facts.creditor, wording("common", letter.language)
    entries = [
        Labelled(words.text("account.payee"), say.name(creditor.name)),
        Labelled(words.text("account.bank"), creditor.bank or ""),
        Labelled(words.text("account.account"), say.account_number(creditor.account)),
        Labelled(words.text("account.memo"), words.inlines("account.memo_text", letter.values)),
    ]
    return account_block([entry for entry in entries if entry.value], text, MEASURE)


def _signing(letter: Letter, text: Body) -> Strip:
    facts, words, language = letter.facts, letter.words, letter.language
    look = text.look.at(10.5)
    width = MEASURE * 0.55
    left = [labelled_lines(_enclosed(letter), look, language, width, 16)]
    if "prevails" in words:
        left.append(Lines(ragged(words.text("prevails"), look.at(8.4).grey(), language, width), 11))
    names: list[Sequence[Inline]] = [words.inlines("on_behalf", {})] if "on_behalf" in words else []
    names += [say.name(facts.creditor.name), (Text(say.day(facts.issued_on, language)),)]
    right = [line for name in names for line in ragged(name, text.look, language, MEASURE * 0.41)]
    seal = wording("common", language).text("seal_here")
    return signing_block(left, Lines(right, 17), MEASURE, seal, letter.on_screen)


def _enclosed(letter: Letter) -> list[Labelled]:
    """The annex and whom to ask, as far as known."""
    words, creditor = wording("common", letter.language), letter.facts.creditor
    entries = [
        ("contact", creditor.contact),
        ("phone", say.code(creditor.phone)),
        ("email", say.code(creditor.email)),
    ]
    found = [Labelled(words.text(f"{key}_label"), value) for key, value in entries if value]
    if LETTER_KINDS[letter.facts.kind].with_slip:
        found.insert(
            0, Labelled(letter.words.text("annex_label"), letter.words.text("annex_slip", letter.values))
        )
    if with_interest_table(letter.facts):
        found[0] = found[0]._replace(label="\u3000")
        found.insert(0, Labelled(letter.words.text("annex_label"), letter.words.text("annex_interest")))
    return found


def with_interest_table(facts: LetterFacts) -> bool:
    """Whether the reckoning of interest goes along as an annex."""
    return facts.interest is not None and LETTER_KINDS[facts.kind].interest == "always"
