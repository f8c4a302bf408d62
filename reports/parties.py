"""Who signs an agreement: the block at its head and the columns at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.rules.facts import PlanFacts
from reports import values as say
from reports.blocks import SEAL_ACROSS, Lines, ragged, seal_place, thumb_place
from reports.flow import Strip
from reports.ink import Inked, Paper
from reports.inline import Blank, Inline, Text, blank_date
from reports.style import MEASURE, MM, PALE, Body, Look
from reports.wording import Value, Wording, wording

_LABEL = 30 * MM
_LEADING = 15.2
_ABREAST = 3
"""So many sign side by side; a column is then wide enough for a seal of 42 mm."""
_SPOUSE = "_spouse"


@dataclass(frozen=True)
class Party:
    """One who signs: the role (``first``, ``second``, ``third``, or the spouse of one) and what is printed of it."""

    role: str
    name: str
    is_person: bool
    fields: dict[str, str | None]


def parties(facts: PlanFacts) -> list[Party]:
    """Creditor, debtor and, where there is one, guarantor."""
    sides = [("first", facts.creditor), ("second", facts.debtor)]
    found = [_party(role, side) for role, side in sides]
    return [*found, _party("third", facts.guarantor)] if facts.guarantor else found


def signers(facts: PlanFacts) -> list[Party]:
    """Who signs: every party, and beside a natural person its spouse where the agreement names one."""
    spouses = {"second": facts.terms.debtor_spouse, "third": facts.terms.guarantor_spouse}
    found: list[Party] = []
    for party in parties(facts):
        found.append(party)
        name = spouses.get(party.role)
        found += [Party(party.role + _SPOUSE, name, True, {})] if name else []
    return found


def _party(role: str, side: object) -> Party:
    is_person = getattr(side, "is_person", False)
    names = ("uscc", "address", "postcode", "representative", "phone", "email")
    fields: dict[str, str | None] = {name: getattr(side, name, None) for name in names}
    fields["contact"] = getattr(side, "contact", None) or getattr(side, "contact_person", None)
    return Party(role, getattr(side, "name", ""), is_person, fields)


def _values(party: Party, gap: Value) -> dict[str, Value]:
    """Fields of a party; what must be there and is not known shows the gap, the rest is left out."""
    known = party.fields
    number = say.code(known["uscc"])
    return {
        "party": say.name(party.name),
        "uscc": None if party.is_person else number,
        "id": number if party.is_person else None,
        "address": known["address"] or gap,
        "postcode": known["postcode"],
        "representative": None if party.is_person else known["representative"],
        "contact": known["contact"],
        "phone": say.code(known["phone"]) or (gap if party.role == "first" else None),
        "email": say.code(known["email"]),
    }


def parties_block(facts: PlanFacts, words: Wording, values: dict[str, Value], text: Body) -> list[Strip]:
    """Role on the left, name, number, address and contact on the right, hairlines between."""
    gap: Value = (Text(wording("common", text.language).text("gap"), whole=True),)
    look = text.look.at(10 if text.language == "en" else 10.2)
    strips: list[Strip] = []
    everyone = parties(facts)
    for place, party in enumerate(everyone):
        named = values | _values(party, gap)
        right = Lines(_identity(words, named, look, text), _LEADING)
        label = words.text(f"party_{party.role}").split("\n")
        left = Lines([ragged(line, look.bold(), text.language, _LABEL)[0] for line in label], _LEADING)
        strips.append(_row(left, right, first=place == 0, last=place == len(everyone) - 1))
    strips[-1].keep = False
    return strips


def _identity(words: Wording, named: dict[str, Value], look: Look, text: Body) -> list[Sequence[Inked]]:
    """Name and number, address, then people and how to reach them, on one line where they fit."""

    def lines(inlines: tuple[Inline, ...]) -> list[Sequence[Inked]]:
        return ragged(inlines, look, text.language, MEASURE - _LABEL)

    people, reach = words.inlines("party_people", named), words.inlines("party_reach", named)
    together = lines(people + reach)
    contact = together if len(together) == 1 else lines(people) + lines(reach)
    return lines(words.inlines("party_name", named)) + lines(words.inlines("party_address", named)) + contact


def _row(left: Lines, right: Lines, first: bool, last: bool) -> Strip:
    height = max(left.height, right.height) + 5

    def draw(paper: Paper, x: float, y: float) -> None:
        if first:
            paper.rule(x, y, MEASURE, 0.9)
        left.draw(paper, x, y + 2)
        right.draw(paper, x + _LABEL, y + 2)
        paper.rule(x, y + height, MEASURE, 0.9 if last else 0.3, "0 G" if last else PALE)

    return Strip(height, draw, keep=True)


def signatures(facts: PlanFacts, words: Wording, text: Body, on_screen: bool) -> list[Strip]:
    """A column for everyone who signs: seal or fingerprint, signature, date by hand; one piece, three in a row."""
    everyone = signers(facts)
    rows = [everyone[first : first + _ABREAST] for first in range(0, len(everyone), _ABREAST)]
    column = MEASURE / len(rows[0])
    strips = [_signing_row(row, column, words, text, on_screen) for row in rows]
    for strip in strips[:-1]:
        strip.keep = True
    return strips


def _signing_row(row: Sequence[Party], column: float, words: Wording, text: Body, on_screen: bool) -> Strip:
    names = [Lines(_heading(party, words, text, column), _LEADING) for party in row]
    by_hand = [_signer(party, words, text, column) for party in row]
    deep = max(lines.height for lines in names)
    common = wording("common", text.language)
    height = deep + SEAL_ACROSS + max(4 * _LEADING, *(lines.height - 8 for lines in by_hand)) + 30

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y, MEASURE, 0.6)
        for place, party in enumerate(row):
            left = x + place * column + (4 if place else 0)
            if place:
                paper.upright(x + place * column - 4, y + 4, height - 4, 0.3, PALE)
            names[place].draw(paper, left, y + 4)
            _place(paper, party, left + column / 2 - 6, y + deep + 10 + SEAL_ACROSS / 2, common, on_screen)
            by_hand[place].draw(paper, left, y + deep + 18 + SEAL_ACROSS)

    return Strip(height, draw, above=14)


def _heading(party: Party, words: Wording, text: Body, column: float) -> list[Sequence[Inked]]:
    look = text.look.at(10.2)
    role = words.text(
        "signing_person" if party.is_person else "signing_firm", {"party": words.text(party.role)}
    )
    return [
        *ragged(role, look.bold(), text.language, column - 10),
        *ragged(say.name(party.name), look, text.language, column - 10),
    ]


def _place(paper: Paper, party: Party, x: float, y: float, common: Wording, on_screen: bool) -> None:
    if party.is_person:
        thumb_place(paper, x, y, common.text("thumb_here"), on_screen)
    else:
        seal_place(paper, x, y, common.text("seal_here"), on_screen, 40 * MM)


def _signer(party: Party, words: Wording, text: Body, column: float) -> Lines:
    look = text.look.at(10.2 if text.language == "zh_CN" else 9.4)
    named: dict[str, Value] = {"line": (Blank(min(34 * MM, column - 50)),)}
    inlines = words.inlines("signer_person" if party.is_person else "signer_firm", named)
    date = blank_date((12, 8, 8)) if text.language == "zh_CN" else blank_date((8, 8, 12), ("/", "/", ""))
    lines = _split(inlines, look, text, column)
    if party.role.endswith(_SPOUSE):
        lines += _split(words.inlines("signer_identity", named), look, text, column)
    return Lines([*lines, *ragged(date, look, text.language, column - 8)], 21)


def _split(inlines: Sequence[Inline], look: Look, text: Body, column: float) -> list[Sequence[Inked]]:
    """The label on its line, the line to sign on the next."""
    first = inlines[0]
    assert isinstance(first, Text)  # noqa: S101
    label, _, rest = first.chars.partition("\n")
    after = (first._replace(chars=rest), *inlines[1:]) if rest else inlines[1:]
    return [
        *ragged(label, look, text.language, column - 8),
        *ragged(after, look, text.language, column - 8),
    ]
