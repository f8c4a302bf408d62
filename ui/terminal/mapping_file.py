"""What the file of ``import --mapping`` says: which heading means which field, and which claims a receipt pays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from models.given_file import text_of
from models.ledger.presets import PRESET, presets
from models.ledger.proposal import FIELDS
from models.rules.problems import Problem, Refused, refuse_if

_SETTLEMENTS = "settlements"


class MappingFile(NamedTuple):
    """``columns``: {field: heading, or None to leave it out}, with ``preset`` the make of ledger; None says nothing.

    ``settlements``: {row of a receipt: rows of the claims it pays, in that order}.
    """

    columns: dict[str, str | None] | None = None
    settlements: dict[int, list[int]] | None = None


def read_mapping(path: Path) -> MappingFile:
    """Read it. Refused: ``mapping_unreadable``, ``unknown_field``, ``unknown_preset``."""
    try:
        told = json.loads(text_of(path))
        settlements = _settlements(told.pop(_SETTLEMENTS, None))
        columns = {str(field): None if heading is None else str(heading) for field, heading in told.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(Problem("mapping_unreadable", {"file": path.name}, str(path))) from error
    refuse_if(
        Problem("unknown_field", {"field": field, "fields": ", ".join(FIELDS)}, field)
        for field in sorted(set(columns) - {*FIELDS, PRESET})
    )
    known = [preset.key for preset in presets()]
    if columns.get(PRESET, known[0]) not in known:
        raise Refused(
            Problem("unknown_preset", {"preset": str(columns[PRESET]), "presets": ", ".join(known)}, PRESET)
        )
    return MappingFile(columns or None, settlements)


def _settlements(told: Any) -> dict[int, list[int]] | None:
    if told is None:
        return None
    return {int(row): [int(claim) for claim in claims] for row, claims in told.items()}
