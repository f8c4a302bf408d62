"""The evidence chain of a claim: which slots its kind has, what fills them, how whole it is, what helps most next.

Slots run from how the debt came about, over the creditor's own performance, to what confirms and claims it. The
chains themselves are data (``models.reference.chains``); here is what they mean.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

EVIDENCE_KINDS = (
    "contract",
    "order",
    "delivery",
    "invoice",
    "statement",
    "demand",
    "payment",
    "recording",
    "chat",
    "other",
)
"""What a file can be. What fits no slot of a claim stands beside the chain and does not count."""

CLAIM_KINDS = ("sale", "construction", "loan", "service", "transport", "lease", "property", "factoring")
"""What a claim can come from; each kind has its chain."""

FORMS = ("original", "copy", "printout", "electronic")
"""How the document itself is at hand; the file in the vault is always a copy or the electronic original."""

ORIGINS = ("own", "opponent", "both", "third", "notary", "court")
"""Whose document it is: the column 来源 of the evidence list (证据规定 19)."""

MOST_LIKELY = {"own": 3, "third": 2, "opponent": 1}
"""Between gaps of equal weight the one that is easier to close comes first."""


@dataclass(frozen=True)
class Document:
    """A document that proves: what file it is, whose, who can get it, and its share of a slot in percent."""

    key: str
    kind: str
    form: str
    origin: str
    holder: str
    strength: int


@dataclass(frozen=True)
class Slot:
    """One link: any of ``documents`` fills it, as does a file of ``kinds`` that names no document."""

    key: str
    weight: int
    documents: tuple[Document, ...]
    kinds: frozenset[str]


@dataclass(frozen=True)
class Chains:
    """The chains of all kinds of claim. A copy without its original counts ``copy_percent`` of its document."""

    by_kind: Mapping[str, tuple[Slot, ...]]
    documents: Mapping[str, Document]
    copy_percent: int

    def __hash__(self) -> int:
        """Read once and never changed: it is what it is."""
        return id(self)

    def of(self, kind: str) -> tuple[Slot, ...]:
        """The slots of that kind of claim; a kind the data do not know is proved like a sale."""
        return self.by_kind.get(kind) or self.by_kind["sale"]


class Piece(NamedTuple):
    """What counts of a file: what it is, which document where that was said, and in which form."""

    kind: str
    document: str | None = None
    form: str | None = None


class Gap(NamedTuple):
    """What would make a chain stronger: ``gain`` points of 100.

    ``why``: ``missing`` where nothing fills the slot, ``weak`` where only lesser proof does, ``original`` where only a
    copy is at hand. ``document`` is the one to get.
    """

    slot: str
    document: Document
    gain: int
    why: str


def place(chain: tuple[Slot, ...], piece: Piece) -> Slot | None:
    """The slot a file fills: that of its document, else the first that takes its kind; None where it fits none."""
    named = (slot for slot in chain if any(each.key == piece.document for each in slot.documents))
    return next(named, None) or next((slot for slot in chain if piece.kind in slot.kinds), None)


def slot_of(chains: Chains, kind: str, evidence_kind: str) -> str | None:
    """The key of the slot a file of that kind fills, or None where it fits none."""
    found = place(chains.of(kind), Piece(evidence_kind))
    return found.key if found else None


@lru_cache(maxsize=4096)
def filled(chains: Chains, kind: str, pieces: frozenset[Piece]) -> tuple[bool, ...]:
    """For each slot of the chain whether something on file fills it."""
    there = {slot.key for piece in pieces if (slot := place(chains.of(kind), piece))}
    return tuple(slot.key in there for slot in chains.of(kind))


@lru_cache(maxsize=4096)
def completeness(chains: Chains, kind: str, pieces: frozenset[Piece]) -> int:
    """How whole a chain is, 0 to 100: each slot's weight by the best document in it, rounded down."""
    best = _best(chains, kind, pieces)
    return sum(slot.weight * best.get(slot.key, 0) for slot in chains.of(kind)) // 10_000


@lru_cache(maxsize=4096)
def gaps(chains: Chains, kind: str, pieces: frozenset[Piece]) -> tuple[Gap, ...]:
    """What would help, most helpful first; nothing where every slot is full."""
    best = _best(chains, kind, pieces)
    found = [gap for slot in chains.of(kind) if (gap := _gap(slot, best.get(slot.key), pieces))]
    order = {slot.key: at for at, slot in enumerate(chains.of(kind))}
    return tuple(
        sorted(found, key=lambda gap: (-gap.gain, -MOST_LIKELY[gap.document.holder], order[gap.slot]))
    )


def next_missing(found: Collection[Gap]) -> str | None:
    """The empty slot whose document helps most; None where none is empty."""
    return next((gap.slot for gap in found if gap.why == "missing"), None)


def to_ask_for(found: Iterable[Gap]) -> str | None:
    """The document that the debtor could give and that would help most; None where it could give none that helps."""
    theirs = [gap for gap in found if gap.document.holder == "opponent"]
    return max(theirs, key=lambda gap: gap.gain).document.key if theirs else None


def _best(chains: Chains, kind: str, pieces: frozenset[Piece]) -> dict[str, int]:
    """How full each slot is, in hundredths of a percent."""
    best: dict[str, int] = {}
    for piece in pieces:
        slot = place(chains.of(kind), piece)
        if slot is not None:
            best[slot.key] = max(best.get(slot.key, 0), _strength(chains, slot, piece))
    return best


def _strength(chains: Chains, slot: Slot, piece: Piece) -> int:
    document = document_of(slot, piece)
    lessened = piece.form == "copy" and document.form == "original"
    return document.strength * (chains.copy_percent if lessened else 100)


def document_of(slot: Slot, piece: Piece) -> Document:
    """The document a file in a slot is taken for: the one it names, else the usual one of its kind."""
    named = (each for each in slot.documents if each.key == piece.document)
    usual = (each for each in slot.documents if each.kind == piece.kind)
    return next(named, None) or next(usual, slot.documents[0])


def _gap(slot: Slot, best: int | None, pieces: frozenset[Piece]) -> Gap | None:
    strongest = max(slot.documents, key=lambda each: each.strength)
    if best is None:
        return Gap(slot.key, strongest, slot.weight, "missing")
    gain = slot.weight * (strongest.strength * 100 - best) // 10_000
    if gain < 1:
        return None
    copied = {each.key for each in slot.documents if Piece(each.kind, each.key, "copy") in pieces}
    unnamed = any(piece.form == "copy" and piece.kind in slot.kinds for piece in pieces)
    why = "original" if copied or unnamed else "weak"
    return Gap(slot.key, strongest, gain, why)
