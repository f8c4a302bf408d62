"""The claims that damage is about, named as a clerk knows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peewee import DatabaseError

from models.store import Store, engine
from models.tables import Claim, Debtor


def named_claims(store: Store, keys: Iterable[int]) -> Mapping[int, str]:
    """``number debtor`` of each claim; those the damaged books can no longer name are left out."""
    query = (
        Claim.select(Claim.id, Claim.number, Debtor.name).join(Debtor).where(Claim.id.in_(sorted(set(keys))))
    )
    try:
        rows = list(query.tuples().execute(store.database))
    except engine.troubles(DatabaseError):
        return {}
    return {key: " ".join(filter(None, (number, name))) for key, number, name in rows}
