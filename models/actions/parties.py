"""Setting down who is owed and who owes."""

from __future__ import annotations

from models.actions.desk import Desk
from models.actions.initials import initials_of
from models.changes import Changes
from models.queries.parties import creditor, debtor_named
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.tables import Creditor, Debtor

CREDITOR_FIELDS = (
    "name", "latin_name", "uscc", "address", "postcode", "phone", "email", "bank", "account", "contact",
    "representative", "letter_prefix",
)  # fmt: skip
DEBTOR_FIELDS = (
    "code", "uscc", "is_person", "industry", "address", "address_source", "postcode", "phone", "contact_person",
    "email", "letter_language",
)  # fmt: skip


def set_creditor(desk: Desk, **given: str | None) -> Changes:
    """Set the creditor's own data that are given; the rest stays. An empty text means unknown."""
    values = _cleaned(given, CREDITOR_FIELDS)
    with desk.act("set_creditor") as unit:
        held = creditor(desk.store)
        if held is None:
            unit.add(Creditor, **values)
        else:
            unit.change(Creditor, held.id, **values)
    return unit.changes


def set_debtor(desk: Desk, name: str, **given: str | bool | None) -> Changes:
    """Set a debtor's data that are given; a debtor not yet known is made."""
    values = _cleaned(given, DEBTOR_FIELDS)
    with desk.act("set_debtor") as unit:
        unit.change(Debtor, debtor_for(desk, unit, name), **values)
    return unit.changes


def debtor_for(desk: Desk, unit: Unit, name: str) -> int:
    """The debtor of exactly this name (but for spaces at the ends), made if there is none. Refused: ``no_name``."""
    exact = name.strip()
    if not exact:
        raise Refused(Problem("no_name", {}, "debtor"))
    held = debtor_named(desk.store, exact)
    return held.id if held else unit.add(Debtor, name=exact, initials=initials_of(exact))


def _cleaned(
    given: dict[str, str | None] | dict[str, str | bool | None], known: tuple[str, ...]
) -> dict[str, object]:
    unknown = [key for key in given if key not in known]
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(unknown)}")
    return {key: (value.strip() or None) if isinstance(value, str) else value for key, value in given.items()}
