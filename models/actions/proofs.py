"""Filing the proof that an event still lacks, where the event itself keeps it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.changes import Changes
from models.rules.problems import Problem, Refused, refuse_if
from models.rules.proof import NEEDS
from models.store import Unit
from models.tables import Call, CallClaim, LegalEvent, Letter, LetterClaim, Receipt, Share, Table

SOURCES = ("call", "letter", "receipt", "entered")
"""Where an event comes from, as ``ClaimEvent.source`` says; a plan is proved by its signed scan alone."""


def prove(desk: Desk, source: str, key: int, file: Path, shows: Collection[str] = ()) -> Changes:
    """Keep a file as the proof of an event, where the event keeps it.

    It is the recording of a call, the delivery record of a letter, the bank slip of a receipt, or the papers of
    an event that was entered, with the items they show. Refused: ``proof_source_unknown``, ``unknown_id``,
    ``proof_item_unknown``, ``file_unreadable``.
    """
    if source not in _WAYS:
        raise Refused(
            Problem("proof_source_unknown", {"source": source, "sources": ", ".join(SOURCES)}, "source")
        )
    table, file_it = _WAYS[source]
    row = table.select().where(table.id == key).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": table._meta.table_name, "id": str(key)}, str(key)))
    with desk.store.acting(), desk.act("prove_event") as unit:
        file_it(desk, unit, row, file, shows)
    return unit.changes


def _claims(desk: Desk, link: Any, owner: Any, key: int) -> list[int]:
    query = link.select(link.claim).where(owner == key)
    return sorted({row.claim_id for row in query.execute(desk.store.database) if row.claim_id})


def _kept(desk: Desk, unit: Unit, file: Path, kind: str, claims: list[int]) -> int:
    taken = desk.store.folder.vault.take_in(file)
    unit.touch_claims(claims)
    return keep(desk, unit, taken, file.name, kind, claims, source="proof")


def _call(desk: Desk, unit: Unit, row: Any, file: Path, _shows: Collection[str]) -> None:
    claims = _claims(desk, CallClaim, CallClaim.call, row.id)
    unit.change(Call, row.id, recording=_kept(desk, unit, file, "recording", claims))


def _letter(desk: Desk, unit: Unit, row: Any, file: Path, _shows: Collection[str]) -> None:
    claims = _claims(desk, LetterClaim, LetterClaim.letter, row.id)
    unit.change(Letter, row.id, proof=_kept(desk, unit, file, "demand", claims))


def _receipt(desk: Desk, unit: Unit, row: Any, file: Path, _shows: Collection[str]) -> None:
    _kept(desk, unit, file, "payment", _claims(desk, Share, Share.receipt, row.id))


def _entered(desk: Desk, unit: Unit, row: Any, file: Path, shows: Collection[str]) -> None:
    items = NEEDS[row.code].items
    unknown = sorted(set(shows) - set(items))
    refuse_if(
        Problem("proof_item_unknown", {"item": item, "items": ", ".join(items)}, "shows") for item in unknown
    )
    evidence = _kept(desk, unit, file, "demand" if row.code[0] in "DA" else "other", [row.claim_id])
    told = " ".join(item for item in items if item in shows)
    unit.change(LegalEvent, row.id, evidence=evidence, shows=told)


_WAYS: Mapping[str, tuple[type[Table], Callable[[Desk, Unit, Any, Path, Collection[str]], None]]] = {
    "call": (Call, _call),
    "letter": (Letter, _letter),
    "receipt": (Receipt, _receipt),
    "entered": (LegalEvent, _entered),
}
