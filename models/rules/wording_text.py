"""A clerk's own wording as plain text: how the paragraphs of a letter are written down to be changed.

One line is one sentence or part of one; a line that names a fact nobody knows is left out. A line that begins with
``或：`` (``or:``) is said where the one before it was left out. An empty line begins a new paragraph. ``{{field}}``
puts a fact in, ``{{?field}}`` says the line only where the fact is known, ``{{!field}}`` only where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Template = str | list["Template"]
"""A paragraph as ``resources/wording`` keeps it: fragments, and lists of them of which the first that fits is said."""

PARAGRAPHS = frozenset({"under", "body", "closing", "choices"})
"""Entries that are a list of paragraphs; every other entry is one."""

_OR = {"zh_CN": "或：", "en": "or:"}
_FIELD = re.compile(r"\{\{[?!]?(\w+)\}\}")


def text_of(entry: str, template: Template, language: str) -> str:
    """An entry of the wording as text to be changed."""
    if entry in PARAGRAPHS and isinstance(template, list):
        return "\n\n".join(_lines(paragraph, language) for paragraph in template)
    return _lines(template, language)


def template_of(entry: str, text: str) -> Template:
    """The entry that a text says; the reverse of ``text_of``."""
    paragraphs = [block for block in re.split(r"\n\s*\n", text.strip("\n")) if block.strip()]
    if entry in PARAGRAPHS:
        return [_fragments(block.splitlines()) for block in paragraphs]
    return _fragments([line for block in paragraphs for line in block.splitlines()])


def fields_in(text: str) -> tuple[str, ...]:
    """The fields a text names, each once, in their order."""
    return tuple(dict.fromkeys(_FIELD.findall(text)))


def bare_words(text: str) -> str:
    """The text without its fields and marks, as a reader would read it."""
    plain = _FIELD.sub("", text)
    return re.sub(r"(?m)^(或：|or:)|\*\*", "", plain)


def _lines(template: Template, language: str) -> str:
    fragments = [template] if isinstance(template, str) else template
    return "\n".join(line for fragment in fragments for line in _choice(fragment, language))


def _choice(fragment: Template, language: str) -> Iterable[str]:
    if isinstance(fragment, str):
        return [fragment]
    first, *others = (str(each) for each in fragment)
    return [first, *(_OR[language] + other for other in others)]


def _fragments(lines: Sequence[str]) -> Template:
    found: list[Template] = []
    for line in lines:
        mark = next((mark for mark in _OR.values() if line.startswith(mark)), None)
        if mark is None or not found:
            found.append(line)
        else:
            last = found[-1]
            found[-1] = [*(last if isinstance(last, list) else [last]), line.removeprefix(mark)]
    return found
