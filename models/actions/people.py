"""Setting up who works here, and refusing what a role may not do."""

from __future__ import annotations

import json
from collections.abc import Iterable

from models.actions.desk import Desk
from models.changes import Changes
from models.queries.people import at_work, hindrance
from models.rules.problems import Problem, Refused, refuse_if
from models.rules.roles import ROLES, SUPERVISOR
from models.tables import Person


def require(desk: Desk, *acts: str) -> None:
    """Refused (``not_allowed``, ``not_a_person``) where this person may not do one of these acts."""
    for act in acts:
        problem = hindrance(desk.store, desk.who, act)
        if problem:
            raise Refused(problem)


def require_person(desk: Desk, name: str | None, where: str = "owner") -> str | None:
    """The name, tidied; Refused (``unknown_person``) where people are set up and none at work is called so."""
    tidied = (name or "").strip() or None
    everyone = at_work(desk.store)
    if tidied and everyone and tidied not in {person.name for person in everyone}:
        raise Refused(Problem("unknown_person", {"name": tidied}, where))
    return tidied


def set_person(desk: Desk, name: str, roles: Iterable[str], *, active: bool = True) -> Changes:
    """Add somebody, or change what somebody may do; from the first person on, roles count for everyone.

    Refused: ``no_person_name``, ``unknown_role``, ``no_role``, ``no_supervisor_left`` (somebody must be able to decide
    and to change this), and once people are set up ``not_allowed``.
    """
    tidied, given = name.strip(), list(roles)
    wanted = [role for role in ROLES if role in given]
    refuse_if(_problems(tidied, given, wanted))
    with desk.store.acting():
        require(desk, "people")
        _require_supervisor(desk, tidied, active=active, supervises=SUPERVISOR in wanted)
        held = Person.select().where(Person.name == tidied).first(desk.store.database)
        with desk.act("set_person") as unit:
            values = {"roles": json.dumps(wanted), "active": active}
            if held is None:
                unit.add(Person, name=tidied, **values)
            else:
                unit.change(Person, held.id, **values)
    return Changes(settings=True)


def _require_supervisor(desk: Desk, name: str, *, active: bool, supervises: bool) -> None:
    """Refused where people would be at work and none of them a supervisor."""
    others = [person for person in at_work(desk.store) if person.name != name]
    somebody = active or bool(others)
    if somebody and not (active and supervises) and not any(SUPERVISOR in each.roles for each in others):
        raise Refused(Problem("no_supervisor_left", {}, "roles"))


def _problems(name: str, given: list[str], wanted: list[str]) -> list[Problem]:
    found = [] if name else [Problem("no_person_name", {}, "name")]
    found += [Problem("unknown_role", {"role": role}, "roles") for role in given if role not in ROLES]
    return found if wanted else [*found, Problem("no_role", {}, "roles")]
