"""Who is owed and who owes, as kept."""

from __future__ import annotations

from dataclasses import dataclass, fields

from models.rules.facts import CreditorFacts, DebtorFacts
from models.store import Store
from models.tables import Creditor, Debtor, OtherName


@dataclass(frozen=True)
class CreditorRow:
    """The firm's own data; ``letter_prefix`` begins its letter numbers (苏精). What is not known is None."""

    id: int
    name: str | None
    latin_name: str | None
    uscc: str | None
    address: str | None
    postcode: str | None
    phone: str | None
    email: str | None
    bank: str | None
    account: str | None
    contact: str | None
    representative: str | None
    letter_prefix: str | None


@dataclass(frozen=True)
class DebtorRow:
    """A debtor's data. ``address_source``: agreed | registered | last_used | other."""

    id: int
    name: str
    code: str | None
    uscc: str | None
    is_person: bool
    industry: str | None
    address: str | None
    address_source: str | None
    postcode: str | None
    phone: str | None
    contact_person: str | None
    email: str | None
    letter_language: str | None
    initials: str


_COLUMNS = tuple(each.name for each in fields(DebtorRow))
_DEBTOR = f"SELECT {', '.join(_COLUMNS)} FROM debtor WHERE id = ?"  # noqa: S608 (own words)
"""Asked several times for each letter of a run: written out once."""


def creditor(store: Store) -> CreditorRow | None:
    """The firm's own row, if it was ever set."""
    found = Creditor.select().order_by(Creditor.id).first(store.database)
    return None if found is None else CreditorRow(**found.__data__)


def debtor_named(store: Store, name: str) -> DebtorRow | None:
    """The debtor of exactly this name, else the one the clerk said is also called so."""
    found = Debtor.select().where(Debtor.name == name).first(store.database)
    if found is None:
        found = Debtor.select().join(OtherName).where(OtherName.name == name).first(store.database)
    return _debtor(found)


def debtor(store: Store, key: int) -> DebtorRow | None:
    """The debtor of this key."""
    found = store.database.execute_sql(_DEBTOR, (key,)).fetchone()
    if found is None:
        return None
    told = dict(zip(_COLUMNS, found, strict=True))
    return DebtorRow(**told | {"is_person": bool(told["is_person"])})


def debtors(store: Store) -> list[DebtorRow]:
    """All debtors by name."""
    found = Debtor.select().order_by(Debtor.name).execute(store.database)
    return [DebtorRow(**row.__data__) for row in found]


def _debtor(found: Debtor | None) -> DebtorRow | None:
    return None if found is None else DebtorRow(**found.__data__)


def creditor_facts(store: Store) -> CreditorFacts:
    """What documents say of the creditor; a nameless creditor where nothing was set."""
    row = creditor(store)
    if row is None:
        return CreditorFacts(name="")
    return CreditorFacts(
        name=row.name or "",
        **{field: getattr(row, field) for field in CreditorFacts.__dataclass_fields__ if field != "name"},
    )


def debtor_facts(row: DebtorRow) -> DebtorFacts:
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
