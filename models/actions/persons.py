"""What a person may ask for: everything kept of them, and to be named no longer where nothing holds the name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from models.actions.desk import Desk
from models.actions.leaving import disclose, manifest
from models.changes import Changes
from models.ledger.sheet_out import Column, Table, write_tables
from models.queries.person_data import NAMED_IN, Held, PersonData, person_data
from models.queries.person_mentions import Mention, mentions
from models.rules.file_names import safe_name
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.store.backup import MANIFEST
from models.tables import Call, Contact, Debtor, Delivery
from models.vault.durable import write_bytes_whole

_WORKBOOK = "person.xlsx"
_TABLES = {"contact": Contact, "debtor": Debtor, "call": Call, "delivery": Delivery}
_PLACES = (("table", 16), ("column", 20), ("records", 10), ("id", 40), ("kept for", 12))
_COLUMNS = (("table", 16), ("id", 8), ("column", 20), ("value", 60))


@dataclass(frozen=True)
class Erased:
    """How many records name the person no longer, and how many still do since a claim holds them.

    ``kept`` are the places in texts where the name still stands, each with its reason.
    """

    pseudonym: str
    erased: int
    held: int
    changes: Changes
    kept: tuple[Mention, ...] = ()


def export_person(desk: Desk, folder: Path, name: str) -> PersonData:
    """Write all data of one person into a folder: a workbook and the recordings of talks (PIPL 45).

    A second sheet lists where else the name stands in what somebody wrote. Refused: ``no_such_person``.
    """
    found = _known(desk, name)
    elsewhere = mentions(desk.store, found.name)
    recordings = [
        (folder / f"{each.evidence}-{safe_name(each.name)}", each.sha256) for each in found.recordings
    ]
    with desk.store.acting():
        folder.mkdir(parents=True, exist_ok=True)
        with desk.act("export_person") as unit:
            disclose(unit, folder, rows=len(found.records))
        write_tables(folder / _WORKBOOK, [_sheet(found), _places(found, elsewhere)])
        for target, sha256 in recordings:
            desk.store.folder.vault.copy_out(sha256, target)
        left = [(file.name, file) for file in (folder / _WORKBOOK, *(target for target, _ in recordings))]
        write_bytes_whole(folder / MANIFEST, manifest(desk, unit.at, left))
    return found


def erase_person(desk: Desk, name: str, why: str) -> Erased:
    """Put a pseudonym in the place of a name, and take away how the person is reached (PIPL 47).

    A guarantor and a debtor who is a natural person keep their names: a claim stands on them. So do letters, evidence
    and the journal, which are proof and are not altered, and what somebody wrote of the person: ``kept`` names them.
    Refused: ``no_such_person``, ``no_reason``.
    """
    if not why.strip():
        raise Refused(Problem("no_reason", {}, "why"))
    found = _known(desk, name)
    pseudonym = (
        "P-" + hashlib.sha256(f"{found.name}\n{desk.store.journal_head()[1]}".encode()).hexdigest()[:8]
    )
    with desk.act("erase_person") as unit:
        reached = {str(each.values["value"]) for each in found.records if each.table == "contact"}
        free = [each for each in found.records if not each.holds]
        for each in free:
            _erase(unit, each, pseudonym, reached)
        unit.state("erased", pseudonym=pseudonym, why=why.strip(), records=len(free))
    held = len(found.records) - len(free)
    return Erased(pseudonym, len(free), held, unit.changes, tuple(mentions(desk.store, found.name)))


def _known(desk: Desk, name: str) -> PersonData:
    found = person_data(desk.store, name)
    if not found.records:
        raise Refused(Problem("no_such_person", {"name": name.strip()}, name))
    return found


def _erase(unit: Unit, one: Held, pseudonym: str, reached: set[str]) -> None:
    values: dict[str, object] = {NAMED_IN[one.table]: pseudonym}
    if one.table == "contact":
        values |= {"value": "", "note": None, "ended_at": one.values["ended_at"] or unit.at}
    elif one.table == "debtor":
        values |= {column: None for column in ("phone", "email") if one.values[column] in reached}
    unit.change(_TABLES[one.table], one.key, **values)


def _sheet(found: PersonData) -> Table:
    rows = [
        [each.table, str(each.key), column, str(value)]
        for each in found.records
        for column, value in each.values.items()
        if value not in (None, "") and column != "id"
    ]
    rows += [["evidence", str(each.evidence), "name", each.name] for each in found.recordings]
    return Table("person", found.name, "", [Column(head, width=width) for head, width in _COLUMNS], rows)


def _places(found: PersonData, elsewhere: list[Mention]) -> Table:
    rows = [
        [each.table, each.column, str(each.count), ", ".join(map(str, each.keys)), each.why]
        for each in elsewhere
    ]
    return Table("mentions", found.name, "", [Column(head, width=width) for head, width in _PLACES], rows)
