"""What a file dropped on a slot is taken for, and how a file is shown. No Qt."""

from __future__ import annotations

from pathlib import PurePath

from models.actions.evidence import runs_code
from models.queries.evidence import OTHER
from models.reference import chains
from models.rules.chains import EVIDENCE_KINDS
from models.rules.exhibits import PICTURES, SOUNDS, read_as

_FIRST = {"demand": "demand", "consignment": "delivery", "underlying": "invoice"}


def suffix(name: str) -> str:
    """The ending, lower case, with its dot."""
    return PurePath(name).suffix.lower()


def kind_for(claim_kind: str, slot: str, name: str) -> str:
    """What a file put into a slot of that kind of claim is: a recording or a picture of a chat by its ending."""
    kinds = next((each.kinds for each in chains().of(claim_kind) if each.key == slot), frozenset[str]())
    if slot == OTHER or not kinds:
        return "other"
    if "recording" in kinds and suffix(name) in SOUNDS:
        return "recording"
    if "chat" in kinds and suffix(name) in PICTURES:
        return "chat"
    return _FIRST.get(slot) or next(kind for kind in EVIDENCE_KINDS if kind in kinds)


def document_for(claim_kind: str, slot: str) -> str | None:
    """The document a file is, where its slot takes no kind of file but only named documents."""
    found = next((each for each in chains().of(claim_kind) if each.key == slot), None)
    return found.documents[0].key if found and not found.kinds else None


def shown_as(name: str) -> str:
    """``pdf``, ``picture``, ``mail``, ``text``, ``code`` (never opened) or ``outside`` (by another program)."""
    if runs_code(name):
        return "code"
    form = read_as(name)
    return "outside" if form in ("recording", "other") else form


def icon_of(name: str) -> str:
    """The icon beside the name."""
    icons = {
        "picture": "image",
        "code": "warning",
        "text": "file-text",
        "mail": "letters",
        "pdf": "file-text",
    }
    return "recording" if suffix(name) in SOUNDS else icons.get(shown_as(name), "file")
