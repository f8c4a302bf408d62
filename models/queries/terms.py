"""What was agreed about paying late: by debtor or contract, every version, and which one holds for a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.queries.claims import ClaimRow
from models.rules.bearing import Agreed
from models.rules.day_count import Terms as Counted
from models.store import Store
from models.tables import Debtor, Terms


@dataclass(frozen=True)
class TermsRow:
    """One version. ``contract`` None: of all the debtor's contracts that have no terms of their own."""

    id: int
    debtor_id: int
    debtor: str
    contract: str | None
    agreed: Agreed
    agreed_in: str | None
    evidence: int | None
    set_at: datetime
    set_by: str
    voided: bool
    void_why: str | None


def terms_rows(store: Store, debtor: int | None = None, *, void: bool = False) -> list[TermsRow]:
    """Terms of one debtor or of all, the newest first; voided ones only where asked for."""
    query = Terms.select(Terms, Debtor).join(Debtor).order_by(Terms.id.desc())
    if debtor is not None:
        query = query.where(Terms.debtor == debtor)
    if not void:
        query = query.where(Terms.voided_at.is_null())
    return [_row(row) for row in query.execute(store.database)]


def _row(row: Any) -> TermsRow:
    counted = Counted(row.basis, row.count_end, row.rounding, row.counting)
    return TermsRow(
        row.id,
        row.debtor_id,
        row.debtor.name,
        row.contract,
        Agreed(row.rate, counted, row.grace_days, row.cap, row.agreed_on),
        row.agreed_in,
        row.evidence_id,
        row.set_at,
        row.set_by,
        row.voided_at is not None,
        row.void_why,
    )


class TermsBook:
    """The terms that hold today: the newest of a contract, else the newest of its debtor."""

    def __init__(self, store: Store, debtor: int | None = None) -> None:
        """Read them all; there are few beside the claims."""
        self._held: dict[tuple[int, str | None], TermsRow] = {}
        for row in reversed(terms_rows(store, debtor)):
            self._held[row.debtor_id, row.contract] = row

    def of(self, claim: ClaimRow) -> TermsRow | None:
        """The terms of a claim; None where nothing was agreed."""
        if not self._held:
            return None
        own = self._held.get((claim.debtor_id, claim.contract)) if claim.contract else None
        return own or self._held.get((claim.debtor_id, None))

    def holds(self, row: TermsRow) -> bool:
        """Whether this version is the one in force for its debtor or contract."""
        return self._held.get((row.debtor_id, row.contract)) == row


def signed_on(claim: ClaimRow, agreed: Agreed | None) -> date | None:
    """The day a claim's contract was made: as the terms say, else the day the claim was issued."""
    return (agreed.on if agreed else None) or claim.issued_on
