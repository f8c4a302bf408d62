"""Settling which names are one debtor and which are two, and making one debtor out of two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.actions.desk import Desk
from models.actions.restoring import set_back
from models.changes import Changes
from models.queries.batches import BELONGS, work_since
from models.queries.journal import Act, act
from models.queries.names import pair
from models.queries.parties import DebtorRow, debtor_named
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import ACCOUNTED, Debtor, NamesApart, OtherName

_FILLED = (
    "code", "uscc", "industry", "address", "address_source", "postcode", "phone", "contact_person", "email",
    "letter_language",
)  # fmt: skip


@dataclass(frozen=True)
class Merged:
    """Two debtors made one: how many rows of each table moved, and the journal entry that ``unmerge`` takes back."""

    debtor: int
    moved: Mapping[str, int]
    entry: int
    changes: Changes


def same_debtor(unit: Unit, name: str, debtor: int) -> None:
    """Remember another spelling of a debtor, as part of a larger act; what was remembered of it before gives way."""
    held = OtherName.select().where(OtherName.name == name).first()
    if held is None:
        unit.add(OtherName, debtor=debtor, name=name)
    else:
        unit.change(OtherName, held.id, debtor=debtor)


def forget_other_name(desk: Desk, name: str) -> Changes:
    """Another spelling counts no longer; what was booked under it stays. Refused: ``no_other_name``."""
    with desk.act("forget_other_name") as unit:
        held = OtherName.select().where(OtherName.name == name.strip()).first(desk.store.database)
        if held is None:
            raise Refused(Problem("no_other_name", {"name": name}, "name"))
        unit.remove(OtherName, held.id)
    return unit.changes


def keep_apart(desk: Desk, name: str, other: str) -> Changes:
    """Say that two names are two debtors: they are never suggested as one again.

    Refused: ``same_name``, ``no_name``.
    """
    first, second = pair(name, other)
    if not first:
        raise Refused(Problem("no_name", {}, "name"))
    if first == second:
        raise Refused(Problem("same_name", {"name": first}, "other"))
    with desk.act("keep_apart") as unit:
        if _apart(desk, first, second) is None:
            unit.add(NamesApart, name=first, other=second)
    return unit.changes


def forget_apart(desk: Desk, name: str, other: str) -> Changes:
    """Two names may be suggested as one again. Refused: ``not_apart``."""
    with desk.act("forget_apart") as unit:
        held = _apart(desk, *pair(name, other))
        if held is None:
            raise Refused(Problem("not_apart", {"name": name, "other": other}, "name"))
        unit.remove(NamesApart, held.id)
    return unit.changes


def _apart(desk: Desk, first: str, second: str) -> NamesApart | None:
    both = (NamesApart.name == first) & (NamesApart.other == second)
    held: NamesApart | None = NamesApart.select().where(both).first(desk.store.database)
    return held


def merge_debtors(desk: Desk, kept: str, gone: str, *, although_uscc_differs: bool = False) -> Merged:
    """Make one debtor of two in the books: ``kept`` gets all that belongs to ``gone`` and answers to its name too.

    Blanks of ``kept`` are filled with what ``gone`` has. Sums, days and letters stay as they are. Refused:
    ``unknown_debtor``, ``same_name``, and ``uscc_differs`` unless the clerk has confirmed that they are one although
    their unified social credit codes differ.
    """
    with desk.act("merge_debtors") as unit:
        here, there = _debtor(desk, kept), _debtor(desk, gone)
        if here.id == there.id:
            raise Refused(Problem("same_name", {"name": here.name}, "gone"))
        if here.uscc and there.uscc and here.uscc != there.uscc and not although_uscc_differs:
            facts = {"debtor": here.name, "uscc": here.uscc, "other": there.name, "other_uscc": there.uscc}
            raise Refused(Problem("uscc_differs", facts, "gone"))
        moved = Counter(_move(desk, unit, there.id, here.id))
        unit.remove(Debtor, there.id)
        unit.change(Debtor, here.id, **_blanks(here, there))
        same_debtor(unit, there.name, here.id)
        entry = unit.seq
    return Merged(here.id, moved, entry, unit.changes)


def _debtor(desk: Desk, name: str) -> DebtorRow:
    held = debtor_named(desk.store, name.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": name}, "debtor"))
    return held


def _move(desk: Desk, unit: Unit, old: int, new: int) -> Iterator[str]:
    """Give every row of one debtor to the other; tells the table of each."""
    for table, field in BELONGS:
        rows = table.select(table.id).where(getattr(table, field) == old).order_by(table.id)
        for (key,) in rows.tuples().execute(desk.store.database):
            unit.change(table, key, **{field: new})
            yield table._meta.table_name


def _blanks(here: DebtorRow, there: DebtorRow) -> dict[str, str]:
    """What one debtor lacks and the other has. An address goes with what is known of its source."""
    found = {
        name: str(getattr(there, name))
        for name in _FILLED
        if getattr(here, name) is None and getattr(there, name) is not None
    }
    if here.address is not None:
        found.pop("address_source", None)
    return found


def unmerge(desk: Desk, entry: int) -> Changes:
    """Make two debtors again of what one merge made one: all goes back that the merge moved.

    ``entry`` is its journal entry. Refused: ``cannot_undo`` for an entry that is no merge or was taken back before;
    ``later_work`` for each moved claim on which something was done since; ``changed_since`` where a moved row or the
    debtor is no longer there.
    """
    done = act(desk.store, entry)
    if done is None or done.verb != "merge_debtors":
        raise Refused(Problem("cannot_undo", {}, str(entry)))
    with desk.act("undo_merge_debtors") as unit:
        _refuse_later(desk, done)
        tables = {table._meta.table_name: table for table in ACCOUNTED}
        for kind, name, *told in done.operations:
            if kind == "remove":
                unit.put_back(tables[name], *told)
        for kind, name, *told in reversed(done.operations):
            if kind == "add":
                unit.remove_many(tables[name], [row[0] for row in told[1]])
            elif kind == "change":
                set_back(desk, unit, tables[name], *told)
    return unit.changes


def _refuse_later(desk: Desk, done: Act) -> None:
    """Refused where the merge does not stand any more, or somebody has worked on a claim it moved."""
    ((_, _, columns, (gone,)),) = [each for each in done.operations if each[0] == "remove"]
    name = dict(zip(columns, gone, strict=True))["name"]
    spelling = OtherName.select().where(OtherName.name == name).first(desk.store.database)
    if spelling is None or Debtor.select().where(Debtor.name == name).exists(desk.store.database):
        raise Refused(Problem("changed_since_merge", {"debtor": name}, str(done.seq)))
    refuse_if(work_since(desk.store, done.seq, set(done.keys("claim"))))
