"""What proves each claim, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import date, datetime

from models.reference import chains
from models.rules.chains import Gap, Piece, completeness, gaps, next_missing, place
from models.store import Store
from models.tables import Claim, Evidence, EvidenceClaim

OTHER = "other"


@dataclass(frozen=True)
class EvidenceRow:
    """One piece on a claim."""

    id: int
    name: str
    kind: str
    sha256: str
    bytes: int
    taken_at: datetime
    taken_by: str
    proves: str | None
    voided_at: datetime | None
    void_why: str | None
    source: str | None = None
    document: str | None = None
    form: str | None = None
    origin: str | None = None
    made_on: date | None = None
    account: str | None = None
    device: str | None = None
    keeper: str | None = None
    transcript: str | None = None
    parent_id: int | None = None
    held_at: datetime | None = None
    held_why: str | None = None

    @property
    def piece(self) -> Piece:
        """What of it counts in a chain."""
        return Piece(self.kind, self.document, self.form)


@dataclass(frozen=True)
class SlotRow:
    """One link of the chain with what fills it; the last, ``other``, holds what fits none and does not count."""

    slot: str
    items: tuple[EvidenceRow, ...]

    @property
    def missing(self) -> bool:
        """Nothing that counts is in it."""
        return self.slot != OTHER and all(item.voided_at for item in self.items)


@dataclass(frozen=True)
class ChainRow:
    """The evidence of one claim.

    ``next`` is the empty slot to fill first, None when each has something; ``score`` says how whole the chain is,
    0 to 100; ``gaps`` what would help, most helpful first.
    """

    slots: tuple[SlotRow, ...]
    next: str | None
    score: int = 0
    gaps: tuple[Gap, ...] = ()

    @property
    def there(self) -> int:
        """How many slots are filled."""
        return sum(not slot.missing for slot in self.slots if slot.slot != OTHER)

    @property
    def wanted(self) -> int:
        """How many slots this kind of claim has."""
        return sum(slot.slot != OTHER for slot in self.slots)


def chain_of(store: Store, claim: int) -> ChainRow:
    """The evidence chain of one claim, in the order of its slots."""
    kind = Claim.select(Claim.kind).where(Claim.id == claim).scalar(store.database)
    pieces, book = pieces_of(store, claim), chains()
    slots = {slot.key: list[EvidenceRow]() for slot in book.of(kind)} | {OTHER: []}
    for each in pieces:
        slot = place(book.of(kind), each.piece)
        slots[slot.key if slot else OTHER].append(each)
    counting = frozenset(each.piece for each in pieces if not each.voided_at)
    open_gaps = gaps(book, kind, counting)
    return ChainRow(
        tuple(SlotRow(key, tuple(items)) for key, items in slots.items()),
        next_missing(open_gaps),
        completeness(book, kind, counting),
        open_gaps,
    )


def pieces_of(store: Store, claim: int) -> list[EvidenceRow]:
    """Every piece on a claim, voided ones too, in the order it came."""
    query = Evidence.select().join(EvidenceClaim).where(EvidenceClaim.claim == claim).order_by(Evidence.id)
    return [_row(piece) for piece in query.execute(store.database)]


def piece(store: Store, evidence: int) -> EvidenceRow | None:
    """One piece by its key."""
    found = Evidence.select().where(Evidence.id == evidence).first(store.database)
    return None if found is None else _row(found)


def pieces_on_file(store: Store) -> dict[int, frozenset[Piece]]:
    """What every claim has on file that still counts."""
    found: dict[int, set[Piece]] = defaultdict(set)
    for claim, kind, document, form in store.database.execute_sql(
        "SELECT ec.claim_id, e.kind, e.document, e.form FROM evidence_claim ec "
        "JOIN evidence e ON e.id = ec.evidence_id WHERE e.voided_at IS NULL"
    ):
        found[claim].add(Piece(kind, document, form))
    return {claim: frozenset(pieces) for claim, pieces in found.items()}


@dataclass(frozen=True)
class Twin:
    """Where a content is on file already."""

    evidence: int
    name: str
    claim: int
    debtor: str
    number: str | None


def claims_with_content(store: Store, sha256: str) -> list[Twin]:
    """The pieces of this content that still count, with the claims they speak for, oldest first."""
    rows = store.database.execute_sql(
        "SELECT e.id, e.name, c.id, d.name, c.number FROM evidence e JOIN evidence_claim ec ON ec.evidence_id = e.id "
        "JOIN claim c ON c.id = ec.claim_id JOIN debtor d ON d.id = c.debtor_id "
        "WHERE e.sha256 = ? AND e.voided_at IS NULL ORDER BY e.id, c.id",
        (sha256,),
    )
    return [Twin(*row) for row in rows]


def _row(found: Evidence) -> EvidenceRow:
    return EvidenceRow(*(getattr(found, name) for name in _COLUMNS))


_COLUMNS = tuple(each.name for each in fields(EvidenceRow))
