"""Who has a piece of evidence in hand: looking, handing out copies, holding it for a case."""

from __future__ import annotations

from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import claims_of_piece, note, piece_of
from models.actions.leaving import disclose, leaving
from models.changes import Changes
from models.rules.problems import Problem, Refused
from models.tables import Custody, Evidence


def note_use(desk: Desk, evidence: int, act: str) -> Changes:
    """Note that this person ``looked`` at a piece or ``opened`` a copy; once a day is enough.

    Refused: ``unknown_id``.
    """
    piece_of(desk, evidence)
    query = Custody.select().where(
        Custody.evidence == evidence, Custody.act == act, Custody.acted_by == desk.who
    )
    newest = query.order_by(Custody.id.desc()).first(desk.store.database)
    if newest is None or newest.acted_at.date() != desk.clock.now().date():
        with desk.act("use_evidence") as unit:
            note(unit, act, [evidence])
    return Changes()


def export_copy(desk: Desk, evidence: int, target: Path, why: str | None = None) -> Changes:
    """A copy for somebody outside, whole under its name; what for stands in the custody log.

    Refused: ``unknown_id``.
    """
    row = piece_of(desk, evidence)
    with leaving(desk, "export_evidence", target) as (unit, part):
        desk.store.folder.vault.copy_out(row.sha256, part)
        note(unit, "exported", [evidence], (why or "").strip() or None)
        disclose(unit, target, sha256=row.sha256)
    return Changes()


def hold(desk: Desk, evidence: int, why: str) -> Changes:
    """Keep a piece as it is for a case: it cannot be voided until it is released.

    Refused: ``no_reason``, ``unknown_id``.
    """
    return _set_hold(desk, evidence, why, on=True)


def release(desk: Desk, evidence: int, why: str) -> Changes:
    """End a hold, with the reason. Refused: ``no_reason``, ``unknown_id``."""
    return _set_hold(desk, evidence, why, on=False)


def _set_hold(desk: Desk, evidence: int, why: str, *, on: bool) -> Changes:
    said = why.strip()
    if not said:
        raise Refused(Problem("no_reason", {}, "why"))
    with desk.act("hold_evidence" if on else "release_evidence") as unit:
        values = {"held_at": unit.at, "held_why": said} if on else {"held_at": None, "held_why": None}
        unit.change(Evidence, evidence, **values)
        note(unit, "held" if on else "released", [evidence], said)
        unit.touch_claims(claims_of_piece(desk, evidence))
    return unit.changes
