"""Saying what files of a kind are made for, once."""

from __future__ import annotations

from models.actions.desk import Desk
from models.actions.settings import keep_value
from models.changes import Changes
from models.queries.disclosures import PURPOSE, is_disclosure
from models.rules.problems import Problem, Refused


def state_purpose(desk: Desk, kind: str, purpose: str) -> Changes:
    """Keep the purpose for which files of a kind (the verb of their act) leave; it holds until another is stated.

    Refused: ``unknown_export``, ``no_reason`` for an empty purpose.
    """
    if not is_disclosure(kind):
        raise Refused(Problem("unknown_export", {"kind": kind}, kind))
    if not purpose.strip():
        raise Refused(Problem("no_reason", {}, "purpose"))
    with desk.act("state_purpose") as unit:
        keep_value(desk, unit, PURPOSE + kind, purpose.strip())
        unit.state("purpose", kind=kind, purpose=purpose.strip())
    return unit.changes
