"""Which claims a record speaks of, so that damage is told by what a clerk works on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peewee import SqliteDatabase

_THROUGH = {
    "evidence": "evidence_claim",
    "letter": "letter_claim",
    "plan": "plan_claim",
    "call": "call_claim",
    "receipt": "share",
}
"""What has claims, and the table that says which."""


def claims_of(database: SqliteDatabase, table: str, key: int, row: Mapping[str, Any]) -> tuple[int, ...]:
    """Keys of the claims that the record ``key`` of ``table`` speaks of, as far as the tables still say."""
    if table == "claim":
        return (key,)
    if row.get("claim_id"):
        return (row["claim_id"],)
    for owner, link in _THROUGH.items():
        of = key if owner == table else row.get(f"{owner}_id")
        if of:
            told = f"SELECT DISTINCT claim_id FROM {link} WHERE {owner}_id = ? ORDER BY claim_id"  # noqa: S608 (our own names)
            return tuple(found[0] for found in database.execute_sql(told, (of,)) if found[0])
    return ()


def claims_of_content(database: SqliteDatabase, sha256: str) -> tuple[int, ...]:
    """Keys of the claims that any piece of evidence with this content was attached to."""
    told = (
        "SELECT DISTINCT claim_id FROM evidence_claim JOIN evidence ON evidence.id = evidence_claim.evidence_id"
        " WHERE sha256 = ? ORDER BY claim_id"
    )
    return tuple(found[0] for found in database.execute_sql(told, (sha256,)))
