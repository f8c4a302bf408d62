"""The words letters are set in: the program's, the firm's own, and those before them; and how letters look."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.queries.settings import setting
from models.reference import letter_entries, lexicon
from models.rules.facts import LetterLook
from models.rules.lexicon import hits
from models.rules.problems import Problem
from models.rules.wording_text import bare_words, text_of
from models.settings import LETTER_LOGO, LETTER_QR, LETTER_SIGNATURE, LETTER_WINDOW
from models.store import Store
from models.tables import WordingVersion

ENTRIES = (
    "title",
    "subject",
    "recital",
    "body",
    "under",
    "notes",
    "deadline",
    "request",
    "closing",
    "objection",
)
"""What of a letter can be reworded, in the order in which it is read."""


PICTURE_HEADS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""


@dataclass(frozen=True)
class OwnWords:
    """The firm's own words for a kind, {entry: text}; ``id`` None where it never had any."""

    id: int | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    set_at: datetime | None = None
    set_by: str = ""


def wording_of(store: Store, kind: str, language: str) -> OwnWords:
    """The firm's own words in force."""
    row = _versions(kind, language).first(store.database)
    return OwnWords() if row is None else _own(row)


def wording_versions(store: Store, kind: str, language: str) -> list[OwnWords]:
    """Every version, the newest first."""
    return [_own(row) for row in _versions(kind, language).execute(store.database)]


def program_words(kind: str, language: str) -> dict[str, str]:
    """What the program says in a kind of letter, each entry that can be reworded as text."""
    entries = letter_entries(kind, language)
    return {
        entry: text_of(entry, entries[entry], language) for entry in ENTRIES if entries.get(entry) is not None
    }


def word_problems(words: Mapping[str, str]) -> tuple[Problem, ...]:
    """What in somebody's own words should not be written to a debtor; ``where`` is the entry. They warn, no more."""
    return tuple(
        Problem("wording_word", {"word": hit.word}, entry)
        for entry, text in words.items()
        for hit in hits(bare_words(text), lexicon(), {"in_time"})
    )


def look_of(store: Store) -> LetterLook:
    """How the firm wants its letters."""
    return LetterLook(
        window=setting(store, LETTER_WINDOW),
        qr=setting(store, LETTER_QR),
        logo=_picture(setting(store, LETTER_LOGO)),
        signature=_picture(setting(store, LETTER_SIGNATURE)),
    )


def _picture(text: str) -> bytes | None:
    try:
        content = base64.b64decode(text, validate=True)
    except binascii.Error:
        return None
    return content if content.startswith(PICTURE_HEADS) else None


def _versions(kind: str, language: str) -> Any:
    return (
        WordingVersion.select()
        .where(WordingVersion.kind == kind, WordingVersion.language == language)
        .order_by(WordingVersion.id.desc())
    )


def _own(row: WordingVersion) -> OwnWords:
    return OwnWords(row.id, json.loads(row.body), row.note, row.set_at, row.set_by)
