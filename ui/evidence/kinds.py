"""What a file dropped on a slot is taken for, and how a file is shown. No Qt."""

from __future__ import annotations

from pathlib import PurePath

from models.actions.evidence import runs_code
from models.queries.evidence import OTHER
from models.reference import chains
from models.rules.chains import EVIDENCE_KINDS

SOUNDS = frozenset([".m4a", ".mp3", ".wav", ".aac", ".amr", ".ogg", ".flac", ".wma", ".3gp", ".mp4"])
PICTURES = frozenset([".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"])
TEXTS = frozenset([".txt", ".csv", ".log", ".md", ".json", ".eml", ".tsv"])
_FIRST = {"demand": "demand", "consignment": "delivery", "underlying": "invoice"}


def suffix(name: str) -> str:
    """The ending, lower case, with its dot."""
    return PurePath(name).suffix.lower()


def kind_for(claim_kind: str, slot: str, name: str) -> str:
    """What a file put into a slot of that kind of claim is: a recording or a picture of a chat by its ending."""
    kinds = next((each.kinds for each in chains().of(claim_kind) if each.key == slot), frozenset({"other"}))
    if slot == OTHER:
        return "other"
    if "recording" in kinds and suffix(name) in SOUNDS:
        return "recording"
    if "chat" in kinds and suffix(name) in PICTURES:
        return "chat"
    return _FIRST.get(slot) or next(kind for kind in EVIDENCE_KINDS if kind in kinds)


def shown_as(name: str) -> str:
    """``pdf``, ``picture``, ``text``, ``code`` (never opened) or ``outside`` (opened by another program)."""
    if runs_code(name):
        return "code"
    ending = suffix(name)
    if ending == ".pdf":
        return "pdf"
    if ending in PICTURES:
        return "picture"
    return "text" if ending in TEXTS else "outside"


def icon_of(name: str) -> str:
    """The icon beside the name."""
    icons = {"picture": "image", "code": "warning", "text": "file-text", "pdf": "file-text"}
    return "recording" if suffix(name) in SOUNDS else icons.get(shown_as(name), "file")
