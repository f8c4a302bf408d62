"""The sentences of documents, kept in ``resources/wording`` where counsel can read and change them.

A template knows three things: ``{{field}}`` from the whitelist, ``{{?field}}`` / ``{{!field}}`` (the sentence is used
only where the field is known / unknown), and ``**bold**``. Values are put in after the template was cut up, so a
value is never read as a template. In a list of fragments one whose field is unknown is left out with its label; a list
inside the list is a choice, of which the first fragment with all its fields known is taken.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from models.rules.wording_text import Template, fields_in, template_of
from reports.inline import Inline, Text
from reports.style import Language

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "wording"

Value = str | tuple[Inline, ...] | None
Values = Mapping[str, Value]

_NAMES = """
account address addressee advance after_days all_due amount answer art_acceleration art_ack art_costs art_penalty
art_schedule article articles as_of assigned_by assigned_on assignee assignee_account assignee_bank
assignee_contact bank bases basis blank_amount blank_date blank_place both box breach by by_reference capped
contact contract contracts copies count court creditor currency currency_sign dated days deadline debtor debts
disputed due_figures due_named earlier earlier_on earlier_signed email figures firm first first_day goods grace grand
grand_words guarantee_until heading id interest interest_figures interest_partly invoiced issued joint journal last_due
late_figures line lpr_uplift made_on maybe_waiting memo missed_total multiple noun number objection overdue_some page
pages paid party percent person person_to phone place plan_number plan_paid plan_signed plan_total postcode
representative role rolled rule scope series several term third title undated us uscc waiting was_paid with_slip
with_table words year_days you
beside beside_names fixed paid_up parts wanted
closed goal opened outcome role
accepted bankrupt called case_number
after_count arbitration bill consents debtor_spouse electronic extra guarantor_spouse lawyer_share mortgage
pledge principal_first retention
"""
FIELDS = frozenset(_NAMES.split())
"""All names a template may use."""

_PART = re.compile(r"(\*\*|\{\{[?!]?\w+\}\})")


@cache
def wording(kind: str, language: Language) -> Wording:
    """The wording of a kind of document, read once. Raises ValueError for a field that does not exist."""
    return Wording(_entries(kind, language))


@lru_cache(maxsize=128)
def letter_wording(kind: str, language: Language, own: tuple[tuple[str, str], ...] = ()) -> Wording:
    """The wording of a kind of letter: what all say alike, what the kind says, what the firm says instead."""
    changed = {entry: template_of(entry, text) for entry, text in own}
    return Wording({**_entries("letter", language), **_entries(kind, language), **changed})


def unknown_fields(own: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Fields that a firm's own words name and that do not exist, each with its entry."""
    return [(entry, name) for entry, text in own for name in fields_in(text) if name not in FIELDS]


@cache
def _entries(kind: str, language: Language) -> Mapping[str, Any]:
    with (FOLDER / f"{kind}.toml").open("rb") as file:
        entries: Mapping[str, Any] = tomllib.load(file)[language]
    unknown = {name for text in _texts(entries) for name in _names(text)} - FIELDS
    if unknown:
        raise ValueError(f"{kind}.toml [{language}] uses unknown fields: {', '.join(sorted(unknown))}")
    return entries


@cache
def characters(kinds: tuple[str, ...], language: Language, entries: tuple[str, ...] = ()) -> str:
    """All characters the templates of these kinds print, or ``entries`` of them; each once, in order of their code."""
    return _sorted(words for words, _ in _printed(kinds, language, entries))


@cache
def bold(kinds: tuple[str, ...], language: Language) -> str:
    """Those of them that are bold."""
    return _sorted(words for words, is_bold in _printed(kinds, language) if is_bold)


def _sorted(words: Iterable[str]) -> str:
    return "".join(sorted(set().union(*words)))


def _printed(
    kinds: tuple[str, ...], language: Language, entries: tuple[str, ...] = ()
) -> Iterator[tuple[str, bool]]:
    """The words of all templates, or of some entries, and whether they are bold."""
    for text in (text for kind in kinds for text in wording(kind, language).texts(*entries)):
        is_bold = False
        for part in _parts(text):
            is_bold ^= part.mark == "**"
            if not part.mark:
                yield part.text, is_bold


class Wording:
    """The entries of one kind in one language."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        """Keep the entries as they were read."""
        self._entries = entries
        self._found: dict[str, Any] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self._last: dict[str, tuple[list[Value], list[tuple[Inline, ...]]]] = {}

    def texts(self, *entries: str) -> Iterator[str]:
        """All templates, or those of some entries."""
        return _texts([self._find(entry) for entry in entries] if entries else self._entries)

    def __contains__(self, key: str) -> bool:
        """Whether there is an entry ``a.b``."""
        return self._find(key) is not None

    def inlines(self, key: str, values: Values) -> tuple[Inline, ...]:
        """One paragraph with its values; empty when all of it was left out."""
        return self._said(key, [self._entry(key)], values)[0]

    def text(self, key: str, values: Values | None = None) -> str:
        """One paragraph as characters, without looks."""
        return "".join(item.chars for item in self.inlines(key, values or {}) if isinstance(item, Text))

    def paragraphs(self, key: str, values: Values) -> list[tuple[Inline, ...]]:
        """The paragraphs of an entry that is a list of them, without those that were left out."""
        return [inlines for inlines in self._said(key, self._entry(key), values) if inlines]

    def _said(self, key: str, templates: Sequence[Template], values: Values) -> list[tuple[Inline, ...]]:
        """The templates of an entry filled; as last time where the values are those of last time."""
        known = [values.get(name) for name in self._fields(key, templates)]
        last = self._last.get(key)
        if last is None or last[0] != known:
            last = self._last[key] = known, [merged(_filled(template, values)) for template in templates]
        return last[1]

    def _fields(self, key: str, templates: Sequence[Template]) -> tuple[str, ...]:
        if key not in self._named:
            self._named[key] = tuple(
                dict.fromkeys(name for text in _texts(list(templates)) for name in _names(text))
            )
        return self._named[key]

    def _entry(self, key: str) -> Any:
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return found

    def _find(self, key: str) -> Any:
        if key not in self._found:
            found: Any = self._entries
            for part in key.split("."):
                found = found.get(part) if isinstance(found, Mapping) else None
            self._found[key] = found
        return self._found[key]


def merged(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts of one look joined, so that units across their borders are seen."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(last, Text) and isinstance(inline, Text) and last[1:] == inline[1:] and not last.whole:
            joined[-1] = Text(last.chars + inline.chars, *last[1:])
        else:
            joined.append(inline)
    return tuple(joined)


def _filled(template: Template, values: Values) -> Iterator[Inline]:
    fragments = [template] if isinstance(template, str) else template
    for fragment in fragments:
        choices = [fragment] if isinstance(fragment, str) else fragment
        chosen = next(
            (choice for choice in choices if isinstance(choice, str) and _known(choice, values)), None
        )
        if chosen is not None:
            yield from _runs(chosen, values)


class _Part(NamedTuple):
    """A piece of a template: words, or a mark (``**``, ``?`` known, ``!`` unknown, ``=`` value) with its field."""

    mark: str
    text: str


@cache
def _parts(fragment: str) -> tuple[_Part, ...]:
    """A fragment cut up."""
    found = []
    for words in _PART.split(fragment):
        if words == "**":
            found.append(_Part("**", ""))
        elif _PART.fullmatch(words):
            name = words[2:-2]
            found.append(_Part(name[0], name[1:]) if name[0] in "?!" else _Part("=", name))
        elif words:
            found.append(_Part("", words))
    return tuple(found)


def _known(fragment: str, values: Values) -> bool:
    """Whether the conditions of a fragment hold and its fields have values."""
    return all(
        bool(values.get(part.text)) != (part.mark == "!")
        for part in _parts(fragment)
        if part.mark not in ("", "**")
    )


def _runs(fragment: str, values: Values) -> Iterator[Inline]:
    bold = False
    for part in _parts(fragment):
        if part.mark == "**":
            bold = not bold
        elif part.mark == "=":
            yield from _value(values[part.text], bold)
        elif not part.mark:
            yield Text(part.text, bold)


def _value(value: Value, bold: bool) -> Iterator[Inline]:
    if isinstance(value, str):
        yield Text(value, bold)
        return
    for inline in value or ():
        yield Text(inline.chars, True, *inline[2:]) if bold and isinstance(inline, Text) else inline


def _texts(entry: Any) -> Iterator[str]:
    """All strings of an entry, however deep."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, Mapping | list):
        for part in entry.values() if isinstance(entry, Mapping) else entry:
            yield from _texts(part)


def _names(text: str) -> list[str]:
    return [part.text for part in _parts(text) if part.mark not in ("", "**")]
