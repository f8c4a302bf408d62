"""Setting down what moves a limitation clock outside calls, receipts, letters and plans, with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import keep, require_claims
from models.changes import Changes
from models.rules.limitation import CODES, EVENT_KINDS, OBSTACLE, ClaimEvent
from models.rules.problems import Problem, Refused, refuse_if
from models.rules.proof import NEEDS, judge
from models.store import Unit
from models.tables import Claim, LegalEvent

_KINDS_OF_EVIDENCE = {"P1": "payment", "P2": "chat", "P3": "statement", "D4": "chat", "A2": "contract"}
"""How the file of an event is filed; demands as demands, what courts and offices give as other."""


@dataclass(frozen=True)
class Draft:
    """What the clerk typed. ``until`` ends a procedure or an obstacle; ``shows`` are the proof items in ``file``."""

    code: str
    on: date
    until: date | None = None
    file: Path | None = None
    shows: Collection[str] = field(default_factory=frozenset)
    note: str | None = None

    @property
    def event(self) -> ClaimEvent:
        """The event as the clock will see it."""
        proof = judge(self.code, self.shows if self.file else ())
        return ClaimEvent(self.code, self.on, proof.provable, self.until, proof, "entered")


@dataclass(frozen=True)
class Entered:
    """Events in the books, one a claim."""

    events: tuple[int, ...]
    evidence: int | None
    changes: Changes


def problems_of(desk: Desk, draft: Draft) -> tuple[Problem, ...]:
    """Why this event cannot be kept: all reasons at once."""
    if draft.code not in CODES:
        return (Problem("event_unknown_here", {"code": draft.code, "codes": ", ".join(CODES)}, "code"),)
    found = []
    if draft.on > desk.today:
        found.append(Problem("after_today", {"day": str(draft.on), "today": str(desk.today)}, "on"))
    if draft.until is not None and not ends(draft.code):
        found.append(Problem("event_has_no_end", {"code": draft.code}, "until"))
    if draft.until is not None and draft.until < draft.on:
        days = {"until": str(draft.until), "on": str(draft.on)}
        found.append(Problem("event_end_before_start", days, "until"))
    elif draft.until is not None and draft.until > desk.today:
        found.append(Problem("after_today", {"day": str(draft.until), "today": str(desk.today)}, "until"))
    items = NEEDS[draft.code].items
    unknown = sorted(set(draft.shows) - set(items))
    found += [
        Problem("proof_item_unknown", {"item": item, "items": ", ".join(items)}, "shows") for item in unknown
    ]
    if draft.shows and draft.file is None:
        found.append(Problem("proof_needs_file", {}, "file"))
    return tuple(found)


def ends(code: str) -> bool:
    """Whether an event of that code lasts until a day."""
    return code == OBSTACLE or (code in EVENT_KINDS and EVENT_KINDS[code].procedure)


def enter(desk: Desk, claims: Sequence[int], draft: Draft) -> Entered:
    """Keep an event on some claims, its file as evidence of all of them, in one act.

    Refused: everything of ``problems_of``, ``unknown_id``, ``file_unreadable``.
    """
    require_claims(desk, claims)
    refuse_if(problems_of(desk, draft))
    with desk.store.acting(), desk.act("enter_event") as unit:
        evidence = _keep_file(desk, unit, claims, draft)
        keys = tuple(_add(desk, unit, claim, draft, evidence) for claim in claims)
    return Entered(keys, evidence, unit.changes)


def _keep_file(desk: Desk, unit: Unit, claims: Sequence[int], draft: Draft) -> int | None:
    if draft.file is None:
        return None
    taken = desk.store.folder.vault.take_in(draft.file)
    kind = _KINDS_OF_EVIDENCE.get(draft.code, "demand" if draft.code[0] in "DA" else "other")
    return keep(desk, unit, taken, draft.file.name, kind, claims, source="event")


def _add(desk: Desk, unit: Unit, claim: int, draft: Draft, evidence: int | None) -> int:
    return unit.add(
        LegalEvent,
        claim=claim,
        code=draft.code,
        happened_on=draft.on,
        until_on=draft.until,
        evidence=evidence,
        shows=" ".join(item for item in NEEDS[draft.code].items if item in draft.shows),
        note=(draft.note or "").strip() or None,
        entered_at=unit.at,
        entered_by=desk.who,
    )


def void(desk: Desk, event: int, why: str) -> Changes:
    """Say that an event was entered by mistake; nothing is removed. Refused: ``no_reason``, ``unknown_id``."""
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    row = LegalEvent.select().where(LegalEvent.id == event).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "legal_event", "id": str(event)}, str(event)))
    with desk.act("void_event") as unit:
        unit.change(LegalEvent, event, voided_at=unit.at, void_why=why.strip())
        unit.touch_claims([row.claim_id])
    return unit.changes


def join(desk: Desk, claims: Sequence[int]) -> Changes:
    """Say that claims are owed jointly: what interrupts one interrupts all (诉讼时效规定 15).

    Claims already joint with one of them come along. Refused: ``joint_needs_two``, ``unknown_id``.
    """
    require_claims(desk, claims)
    refuse_if([] if len(set(claims)) > 1 else [Problem("joint_needs_two", {}, "claims")])
    rows = list(Claim.select().where(Claim.id.in_(list(claims))).execute(desk.store.database))
    groups = {row.joint_group for row in rows if row.joint_group}
    name = min(groups) if groups else f"joint-{min(claims)}"
    linked = Claim.select(Claim.id).where(Claim.joint_group.in_(list(groups)))
    members = {row.id for row in rows} | {row.id for row in linked.execute(desk.store.database)}
    with desk.act("join_claims") as unit:
        for claim in sorted(members):
            unit.change(Claim, claim, joint_group=name)
        unit.touch_claims(members)
    return unit.changes


def part(desk: Desk, claims: Sequence[int]) -> Changes:
    """Say that claims are owed apart after all."""
    require_claims(desk, claims)
    with desk.act("part_claims") as unit:
        for claim in claims:
            unit.change(Claim, claim, joint_group=None)
    return unit.changes
