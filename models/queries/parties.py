"""Who is owed and who owes, as kept."""

from __future__ import annotations

from models.rules.facts import CreditorFacts, DebtorFacts
from models.store import Store
from models.tables import Creditor, Debtor


def creditor(store: Store) -> Creditor | None:
    """The firm's own row, if it was ever set."""
    return Creditor.select().order_by(Creditor.id).first(store.database)  # type: ignore[no-any-return]


def debtor_named(store: Store, name: str) -> Debtor | None:
    """The debtor of exactly this name."""
    return Debtor.select().where(Debtor.name == name).first(store.database)  # type: ignore[no-any-return]


def debtor(store: Store, key: int) -> Debtor | None:
    """The debtor of this key."""
    return Debtor.select().where(Debtor.id == key).first(store.database)  # type: ignore[no-any-return]


def debtors(store: Store) -> list[Debtor]:
    """All debtors by name."""
    return list(Debtor.select().order_by(Debtor.name).execute(store.database))


def creditor_facts(store: Store) -> CreditorFacts:
    """What documents say of the creditor; a nameless creditor where nothing was set."""
    row = creditor(store)
    if row is None:
        return CreditorFacts(name="")
    return CreditorFacts(
        name=row.name or "",
        **{field: getattr(row, field) for field in CreditorFacts.__dataclass_fields__ if field != "name"},
    )


def debtor_facts(row: Debtor) -> DebtorFacts:
    """What documents say of a debtor."""
    return DebtorFacts(
        name=row.name,
        is_person=row.is_person,
        uscc=row.uscc,
        address=row.address,
        postcode=row.postcode,
        phone=row.phone,
        email=row.email,
        contact_person=row.contact_person,
        foreign=row.letter_language == "en",
    )
