"""What proves each claim, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from models.rules.chains import chain_for, next_missing
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
    """The evidence of one claim. ``next`` is the slot to fill first, None when the chain is whole."""

    slots: tuple[SlotRow, ...]
    next: str | None

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
    pieces = pieces_of(store, claim)
    slots = []
    placed: set[int] = set()
    for slot in chain_for(kind):
        items = tuple(piece for piece in pieces if piece.kind in slot.kinds)
        placed.update(piece.id for piece in items)
        slots.append(SlotRow(slot.key, items))
    slots.append(SlotRow(OTHER, tuple(piece for piece in pieces if piece.id not in placed)))
    return ChainRow(tuple(slots), next_missing(kind, {piece.kind for piece in pieces if not piece.voided_at}))


def pieces_of(store: Store, claim: int) -> list[EvidenceRow]:
    """Every piece on a claim, voided ones too, in the order it came."""
    query = Evidence.select().join(EvidenceClaim).where(EvidenceClaim.claim == claim).order_by(Evidence.id)
    return [_row(piece) for piece in query.execute(store.database)]


def piece(store: Store, evidence: int) -> EvidenceRow | None:
    """One piece by its key."""
    found = Evidence.select().where(Evidence.id == evidence).first(store.database)
    return None if found is None else _row(found)


def kinds_on_file(store: Store) -> dict[int, frozenset[str]]:
    """Which kinds of evidence every claim has that still count."""
    found: dict[int, set[str]] = defaultdict(set)
    for claim, kind in store.database.execute_sql(
        "SELECT ec.claim_id, e.kind FROM evidence_claim ec JOIN evidence e ON e.id = ec.evidence_id "
        "WHERE e.voided_at IS NULL"
    ):
        found[claim].add(kind)
    return {claim: frozenset(kinds) for claim, kinds in found.items()}


def _row(found: Evidence) -> EvidenceRow:
    return EvidenceRow(
        found.id,
        found.name,
        found.kind,
        found.sha256,
        found.bytes,
        found.taken_at,
        found.taken_by,
        found.proves,
        found.voided_at,
        found.void_why,
    )
