"""What a file is to a reader: pages, a picture, a mail, words, a recording, or something only its own program shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import BinaryIO, Literal, Protocol

from models.rules.facts import CreditorFacts, DebtorFacts, ItemFacts, LetterFacts

SOUNDS = frozenset([".m4a", ".mp3", ".wav", ".aac", ".amr", ".ogg", ".flac", ".wma", ".3gp", ".mp4"])
PICTURES = frozenset([".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"])
TEXTS = frozenset([".txt", ".csv", ".log", ".md", ".json", ".tsv"])
MAILS = frozenset([".eml"])


def read_as(name: str) -> str:
    """``pdf``, ``picture``, ``mail``, ``text``, ``recording`` or ``other``, by the ending of its name."""
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf":
        return "pdf"
    kinds = (("picture", PICTURES), ("mail", MAILS), ("text", TEXTS), ("recording", SOUNDS))
    return next((form for form, endings in kinds if ending in endings), "other")


class Readable(Protocol):
    """The bytes of a document, wherever they lie and however they are kept; a path is one."""

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        """The bytes as a stream."""
        ...

    def read_bytes(self) -> bytes:
        """All of them."""
        ...


@dataclass(frozen=True)
class ExhibitFacts:
    """One document of a bundle. ``group`` is the slot of the chain it fills; ``file`` holds its content.

    ``origin``, ``form`` are codes of ``models.rules.chains``; ``copies`` is how many of it are handed in.
    """

    number: int
    evidence: int
    title: str
    name: str
    group: str
    kind: str
    file: Readable
    sha256: str
    bytes: int
    taken_at: datetime
    taken_by: str
    copies: int = 1
    origin: str | None = None
    form: str | None = None
    proves: str | None = None
    made_on: date | None = None
    account: str | None = None
    device: str | None = None
    keeper: str | None = None
    transcript: str | None = None


@dataclass(frozen=True)
class BundleFacts:
    """All a bundle may say of one claim on one day.

    ``opponents`` are the debtor and who stands behind it: each of them gets a copy, the court one more. ``interest``
    is a letter's facts with the claim as its only item, None where no interest is reckoned or wanted.
    """

    made_on: date
    creditor: CreditorFacts
    debtor: DebtorFacts
    opponents: tuple[str, ...]
    item: ItemFacts
    currency: str
    exhibits: tuple[ExhibitFacts, ...]
    interest: LetterFacts | None = None
    case_number: str | None = None

    @property
    def copies(self) -> int:
        """How many copies of the whole are handed in: one for the court, one for each opponent (证据规定 19)."""
        return 1 + len(self.opponents)


@dataclass(frozen=True)
class BoundExhibit:
    """Where a document stands in a bundle; pages count from 1 through the whole, inclusive."""

    number: int
    title: str
    from_page: int
    to_page: int
    sha256: str


@dataclass(frozen=True)
class Bundle:
    """Where everything stands in a bundle that was written. ``interest_pages`` None: no interest table.

    ``not_shown`` are the numbers of documents that no page could show: they stand with name and hash, the file goes
    along.
    """

    exhibits: tuple[BoundExhibit, ...]
    pages: int
    interest_pages: tuple[int, int] | None
    not_shown: tuple[int, ...]
