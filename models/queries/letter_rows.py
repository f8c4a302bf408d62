"""The letters as a list shows them, and the number the next one will get."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.queries.parties import creditor
from models.store import Store
from models.tables import Counter

SERIES = {"letter": "催字", "plan": "还字"}
"""What stands between the firm's short name and the year in a number."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter with what became of it.

    ``state``: issued, mailed, then what the post says (signed, refused, returned, lost), or void. ``sha256`` is the
    content of its PDF and ``evidence`` its key, ``proof`` the key and name of what shows the delivery, ``guarantor``
    whom it was written to where that is not the debtor.
    """

    id: int
    run_id: int
    kind: str
    language: str
    number: str
    debtor_id: int
    debtor: str
    currency: str
    total_fen: int
    issued_on: date
    pay_by: date | None
    sha256: str
    waybill: str | None
    mailed_on: date | None
    address_source: str | None
    result: str | None
    result_on: date | None
    proof: tuple[int, str] | None
    voided: bool
    void_why: str | None
    claims: tuple[int, ...]
    evidence: int
    guarantor: str = ""

    @property
    def state(self) -> str:
        """Where the letter is now."""
        if self.voided:
            return "void"
        return self.result or ("mailed" if self.mailed_on else "issued")


_ROWS = """
SELECT l.id, l.run_id, l.kind, l.language, l.number, l.debtor_id, d.name, l.currency, l.total_fen, l.issued_on,
       l.pay_by, e.sha256, l.waybill, l.mailed_on, l.address_source, l.result, l.result_on, p.id, p.name,
       l.voided_at IS NOT NULL, l.void_why, group_concat(lc.claim_id), e.id, coalesce(g.name, '')
FROM letter l JOIN debtor d ON d.id = l.debtor_id JOIN evidence e ON e.id = l.evidence_id
LEFT JOIN evidence p ON p.id = l.proof_id LEFT JOIN guarantor g ON g.id = l.guarantor_id
LEFT JOIN letter_claim lc ON lc.letter_id = l.id
GROUP BY l.id ORDER BY l.id DESC
"""


def letter_rows(store: Store, letters: Iterable[int] | None = None) -> list[LetterRow]:
    """Every letter, newest first; or only these."""
    wanted = None if letters is None else set(letters)
    cursor = store.database.connection().execute(_ROWS)
    return [_row(found) for found in cursor if wanted is None or found[0] in wanted]


def _row(found: tuple[Any, ...]) -> LetterRow:
    day = {n: date.fromisoformat(str(found[n])) if found[n] else None for n in (9, 10, 13, 16)}
    proof = None if found[17] is None else (found[17], found[18])
    claims = tuple(sorted(int(key) for key in (found[21] or "").split(",") if key))
    values: list[Any] = [
        *found[:9], day[9], day[10], found[11], found[12], day[13], found[14], found[15], day[16], proof,
        bool(found[19]), found[20], claims, found[22], found[23],
    ]  # fmt: skip
    return LetterRow(*values)


def number_text(store: Store, series: str, year: int, value: int) -> str:
    """A number as it is printed: ``苏精催字〔2026〕第0187号``."""
    firm = creditor(store)
    prefix = (firm.letter_prefix if firm else None) or ""
    return f"{prefix}{SERIES[series]}〔{year}〕第{value:04d}号"


def next_number(store: Store, series: str, year: int, ahead: int = 0) -> str:
    """The number the next document of a series would get, ``ahead`` documents later; nothing is drawn."""
    row = Counter.select().where(Counter.name == f"{series}:{year}").first(store.database)
    return number_text(store, series, year, (row.value if row else 0) + 1 + ahead)
