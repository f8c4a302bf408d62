"""Putting letters into the firm's own words: each version is kept, and the program's words come back at any time."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from models.actions.desk import Desk
from models.actions.people import require
from models.actions.settings import choose
from models.changes import Changes
from models.given_file import content_of
from models.queries.letter_wording import ENTRIES, PICTURE_HEADS, program_words, wording_of
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Problem, Refused, refuse_if
from models.settings import LETTER_LOGO, LETTER_SIGNATURE
from models.tables import WordingVersion

PICTURES = {"logo": LETTER_LOGO, "signature": LETTER_SIGNATURE}
_MOST_BYTES = 256 * 1024


def wording_problems(kind: str, language: str, words: Mapping[str, str]) -> tuple[Problem, ...]:
    """Why these words cannot be kept: all reasons at once. ``where`` is the entry."""
    if kind not in LETTER_KINDS:
        return (Problem("unknown_id", {"what": "letter kind", "id": kind}, "kind"),)
    known = program_words(kind, language)
    found = [
        Problem("wording_entry_unknown", {"entry": entry, "entries": ", ".join(known)}, entry)
        for entry in words
        if entry not in known
    ]
    empty = [entry for entry in ("title", "recital") if entry in words and not words[entry].strip()]
    return (*found, *(Problem("wording_empty", {}, entry) for entry in empty))


def set_wording(
    desk: Desk, kind: str, language: str, words: Mapping[str, str], note: str | None = None
) -> Changes:
    """Let these words, {entry: text}, hold for a kind from now on; entries left out stay as the program says them.

    Nothing is written where they hold already. Refused: all of ``wording_problems``, ``not_allowed``.
    """
    require(desk, "letters")
    refuse_if(wording_problems(kind, language, words))
    said = program_words(kind, language)
    own = {entry: words[entry].strip("\n") for entry in ENTRIES if entry in words}
    own = {entry: text for entry, text in own.items() if text != said[entry]}
    if own == dict(wording_of(desk.store, kind, language).words):
        return Changes()
    with desk.act("set_wording") as unit:
        unit.add(
            WordingVersion,
            kind=kind,
            language=language,
            body=json.dumps(own, ensure_ascii=False),
            note=(note or "").strip() or None,
            set_at=unit.at,
            set_by=desk.who,
        )
    return Changes(settings=True)


def reset_wording(desk: Desk, kind: str, language: str) -> Changes:
    """Back to the program's words, as a version of its own."""
    return set_wording(desk, kind, language, {})


def set_picture(desk: Desk, which: str, file: Path | None) -> Changes:
    """Take a picture for the letterhead (``logo``) or under the name (``signature``); None takes it away.

    Refused: ``picture_unreadable`` for what is no PNG or JPEG, ``picture_too_large`` over 256 KB.
    """
    require(desk, "letters")
    if file is None:
        return choose(desk, PICTURES[which], "")
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise Refused(Problem("picture_too_large", {"file": file.name}, str(file)))
        content = content_of(file)
    except OSError as error:
        raise Refused(Problem("picture_unreadable", {"file": file.name}, str(file))) from error
    if not content.startswith(PICTURE_HEADS) or not _is_whole(content):
        raise Refused(Problem("picture_unreadable", {"file": file.name}, str(file)))
    return choose(desk, PICTURES[which], base64.b64encode(content).decode())


def _is_whole(content: bytes) -> bool:
    """Whether a picture can be read to its end."""
    from PIL import Image  # a moment to load, and only wanted here

    try:
        with Image.open(BytesIO(content)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError):
        return False
    return True
