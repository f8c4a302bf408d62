"""Who works with this portfolio, and what each may do."""

from __future__ import annotations

import json
from dataclasses import dataclass

from models.rules.problems import Problem
from models.rules.roles import MAY, may
from models.store import Store
from models.tables import Person


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person with the roles held; an inactive one may do nothing and takes nothing over."""

    id: int
    name: str
    roles: tuple[str, ...]
    active: bool


def people(store: Store) -> list[PersonRow]:
    """Everybody who was ever set up, those at work first, by name."""
    rows = Person.select().order_by(Person.active.desc(), Person.name).execute(store.database)
    return [PersonRow(row.id, row.name, tuple(json.loads(row.roles)), bool(row.active)) for row in rows]


def at_work(store: Store) -> list[PersonRow]:
    """Those who may be given something."""
    return [person for person in people(store) if person.active]


def hindrance(store: Store, who: str, act: str) -> Problem | None:
    """Why ``who`` may not do an act of ``roles.MAY``; None where they may. Nobody set up: everyone may everything."""
    everyone = at_work(store)
    person = next((each for each in everyone if each.name == who), None)
    if not everyone or (person is not None and may(person.roles, act)):
        return None
    if person is None:
        return Problem("not_a_person", {"who": who}, "who")
    return Problem("not_allowed", {"who": who, "act": act, "roles": _roles(act)}, "who")


def _roles(act: str) -> str:
    """The key of the sentence that names who may: roles in the order of the table."""
    return "_".join(sorted(MAY[act]))
