"""What the parties of a plan chose, as it is kept in the books."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from models.rules.facts import GuarantorFacts, PlanTerms


def written(terms: PlanTerms, guarantor: GuarantorFacts | None) -> str:
    """The terms and the guarantor as JSON."""
    told = asdict(guarantor) if guarantor else None
    if told and told["until"]:
        told["until"] = told["until"].isoformat()
    return json.dumps({**asdict(terms), "guarantor": told}, ensure_ascii=False)


def read(text: str) -> tuple[PlanTerms, GuarantorFacts | None]:
    """The same again. Older books hold of a guarantor the name alone, and not every term."""
    told: dict[str, Any] = json.loads(text)
    held = told.get("guarantor")
    if not held:
        return PlanTerms(**_known(PlanTerms, told)), None
    given: dict[str, Any] = {"name": held} if isinstance(held, str) else _known(GuarantorFacts, held)
    if given.get("until"):
        given["until"] = date.fromisoformat(given["until"])
    return PlanTerms(**_known(PlanTerms, told)), GuarantorFacts(**given)


def _known(kind: Any, told: Mapping[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in told.items() if name in names}
