"""Setting down what was agreed about paying late. A new version follows the old one; mistakes are voided."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.changes import Changes
from models.rules.bearing import Agreed
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Claim, Debtor, Terms


@dataclass(frozen=True)
class TermsDraft:
    """What the clerk typed: the terms, the ``contract`` (None: all), where they stand, and the page that shows it."""

    agreed: Agreed
    contract: str | None = None
    agreed_in: str | None = None
    file: Path | None = None


@dataclass(frozen=True)
class Kept:
    """The key of the version that was kept, and what it changed."""

    key: int
    changes: Changes


def set_terms(desk: Desk, debtor: int, draft: TermsDraft) -> Kept:
    """Keep terms of a debtor or of one of its contracts; they hold from now on for every result.

    Refused: ``unknown_id``, ``after_today`` for a day of agreement to come, ``file_unreadable``.
    """
    if Debtor.select().where(Debtor.id == debtor).first(desk.store.database) is None:
        raise Refused(Problem("unknown_id", {"what": "debtor", "id": str(debtor)}, str(debtor)))
    agreed = draft.agreed
    if agreed.on is not None:
        desk.day_of_act(agreed.on)
    contract = (draft.contract or "").strip() or None
    claims = _claims_of(desk, debtor, contract)
    with desk.store.acting(), desk.act("set_terms") as unit:
        key = unit.add(
            Terms,
            debtor=debtor,
            contract=contract,
            rate=agreed.rate.strip().lower(),
            basis=agreed.terms.basis,
            count_end=agreed.terms.count_end,
            rounding=agreed.terms.rounding,
            counting=agreed.terms.counting,
            grace_days=agreed.grace_days,
            cap=agreed.cap.strip().lower() if agreed.cap else None,
            agreed_in=(draft.agreed_in or "").strip() or None,
            agreed_on=agreed.on,
            evidence=_page(desk, unit, draft.file, claims),
            set_at=unit.at,
            set_by=desk.who,
        )
        unit.touch_claims(claims)
    return Kept(key, unit.changes)


def _page(desk: Desk, unit: Unit, file: Path | None, claims: list[int]) -> int | None:
    """The page of the contract, filed with every claim under it."""
    if file is None:
        return None
    return keep(
        desk, unit, desk.store.folder.vault.take_in(file), file.name, "contract", claims, source="terms"
    )


def void_terms(desk: Desk, terms: int, why: str) -> Changes:
    """Say that a version was a mistake, and why; the one before holds again. Refused: ``no_reason``, ``unknown_id``."""
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    row = Terms.select().where(Terms.id == terms, Terms.voided_at.is_null()).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "terms", "id": str(terms)}, str(terms)))
    with desk.act("void_terms") as unit:
        unit.change(Terms, terms, voided_at=unit.at, void_why=why.strip())
        unit.touch_claims(_claims_of(desk, row.debtor_id, row.contract))
    return unit.changes


def _claims_of(desk: Desk, debtor: int, contract: str | None) -> list[int]:
    query = Claim.select(Claim.id).where(Claim.debtor == debtor)
    if contract:
        query = query.where(Claim.contract == contract)
    return [row.id for row in query.execute(desk.store.database)]
