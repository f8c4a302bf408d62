"""What left the portfolio as a file, when, by whom and for what purpose: the disclosure log, read from the journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.clock import instant
from models.store import Store

PURPOSE = "purpose:"
"""Setting: the purpose of a kind of export, by its verb."""

BUNDLE = "bundle_evidence"
PLAIN_PURPOSES = frozenset(("export_backup", "export_letters", "export_plan"))
"""Kinds that need no purpose stated: a backup stays with the firm, and a letter or an agreement is for its debtor."""
_OF_ITS_KIND = f"verb LIKE 'export!_%' ESCAPE '!' OR verb = '{BUNDLE}'"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One file that was made. ``kind`` is the verb of its act, ``rows`` how many rows it has, where that is told.

    ``purpose`` is its own where one was stated with it, else what held for its kind when it was made, else what was
    stated first after it; empty before that. ``personal``: nothing in it was masked.
    """

    seq: int
    at: datetime
    who: str
    kind: str
    file: str
    rows: int | None
    purpose: str
    personal: bool = False


def is_disclosure(verb: str) -> bool:
    """Whether an act of this name lets a file leave the portfolio."""
    return verb.startswith("export_") or verb == BUNDLE


def disclosures(store: Store, since: int = 0) -> list[Disclosure]:
    """Every one after the entry ``since``, the newest first."""
    stated = _stated(store)
    rows = store.database.execute_sql(
        f"SELECT seq, at, who, verb, body FROM journal WHERE seq > ? AND ({_OF_ITS_KIND}) ORDER BY seq DESC",  # noqa: S608
        (since,),
    )
    return [
        Disclosure(
            seq,
            instant(at),
            who,
            verb,
            str(facts["file"]),
            facts.get("rows"),
            facts.get("purpose") or _in_force(stated.get(verb, []), seq),
            not facts.get("masked"),
        )
        for seq, at, who, verb, body in rows
        for facts in _states(body)
        if "file" in facts
    ]


def purpose_of(store: Store, kind: str) -> str:
    """What files of a kind are made for by now; empty where nobody said so."""
    stated = _stated(store).get(kind, [])
    return stated[-1][1] if stated else ""


def unstated(store: Store, since: int) -> Disclosure | None:
    """The newest after ``since`` whose kind has no purpose yet, and needs one."""
    wanting = (each for each in disclosures(store, since) if each.kind not in PLAIN_PURPOSES)
    return next((each for each in wanting if not each.purpose), None)


def _stated(store: Store) -> dict[str, list[tuple[int, str]]]:
    """By kind, when which purpose was stated, in order."""
    found: dict[str, list[tuple[int, str]]] = {}
    rows = store.database.execute_sql(
        "SELECT seq, body FROM journal WHERE verb = 'state_purpose' ORDER BY seq"
    )
    for seq, body in rows:
        for facts in _states(body):
            found.setdefault(facts["kind"], []).append((seq, facts["purpose"]))
    return found


def _in_force(stated: list[tuple[int, str]], seq: int) -> str:
    before = [purpose for at, purpose in stated if at < seq]
    return before[-1] if before else stated[0][1] if stated else ""


def _states(body: str) -> Iterator[dict[str, Any]]:
    return (operation[2] for operation in json.loads(body) if operation[0] == "state")
