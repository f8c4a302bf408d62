"""Which guarantors consented in writing to which plans they did not sign, and what shows it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from models.rules.guarantee import Consent
from models.store import Store

_ROWS = """
SELECT c.id, c.guarantor_id, g.name, g.plan_id, c.plan_id, p.number, c.signed_on, c.returned_on, c.until_on,
       c.evidence_id, e.name, e.voided_at IS NULL, c.note, c.voided_at IS NOT NULL, c.void_why,
       p.signed_on IS NOT NULL AND p.voided_at IS NULL
FROM guarantor_consent c JOIN guarantor g ON g.id = c.guarantor_id JOIN plan p ON p.id = c.plan_id
LEFT JOIN evidence e ON e.id = c.evidence_id ORDER BY c.id
"""


@dataclass(frozen=True)
class ConsentRow:
    """One consent as it came back. ``provable``: the signed paper is on file; ``counts``: it and its plan stand.

    ``stood_for`` is the plan the guarantor had signed, None where it stands behind claims or a contract.
    """

    id: int
    guarantor_id: int
    guarantor: str
    stood_for: int | None
    plan: int
    number: str
    signed_on: date
    returned_on: date
    until: date | None
    evidence: int | None
    file: str | None
    provable: bool
    note: str | None
    voided: bool
    void_why: str | None
    counts: bool

    @property
    def told(self) -> Consent:
        """As the rules take it."""
        return Consent(self.signed_on, self.until, self.provable)


def consent_rows(store: Store) -> list[ConsentRow]:
    """Every consent that was entered, voided ones too, in the order of entry."""
    return [_row(*told) for told in store.database.execute_sql(_ROWS)]


def _row(
    key: int, guarantor: int, name: str, own: int | None, plan: int, number: str, signed: str, returned: str,
    until: str | None, evidence: int | None, file: str | None, kept: int, note: str | None, voided: int,
    why: str | None, stands: int,
) -> ConsentRow:  # fmt: skip
    return ConsentRow(
        key, guarantor, name, own, plan, number, date.fromisoformat(signed), date.fromisoformat(returned),
        date.fromisoformat(until) if until else None, evidence, file, evidence is not None and bool(kept), note,
        bool(voided), why, bool(stands and not voided),
    )  # fmt: skip


def consents_of_guarantors(store: Store) -> dict[int, list[ConsentRow]]:
    """The same by guarantor."""
    found: dict[int, list[ConsentRow]] = defaultdict(list)
    for row in consent_rows(store):
        found[row.guarantor_id].append(row)
    return found
