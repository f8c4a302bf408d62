"""Holding the monthly review: deciding line by line, signing the whole, and adding to it later."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.actions.desk import Desk
from models.actions.people import require
from models.changes import Changes
from models.queries.reviews import (
    REVIEW,
    SUPPLEMENT,
    Meeting,
    decision_kept,
    frozen,
    meeting,
    terms_of,
)
from models.rules.classification import CLASSES
from models.rules.problems import Problem, Refused, refuse_if
from models.rules.review import CAUSES, Decision, Line, decided, lacks, last_day
from models.store import Unit
from models.tables import Review, ReviewLine, SignOff


def decide(desk: Desk, month: str, claims: Sequence[int], said: Decision) -> Changes:
    """What the meeting says of these claims; what is left open is filled in by the rule for that class.

    The first decision opens the review: its day stands from then on. Refused: ``review_signed``, ``not_in_review``,
    ``class_unknown``, ``cause_unknown``, ``measure_due_past``, ``better_class_needs_why``, ``not_allowed``.
    """
    require(desk, "review")
    refuse_if(_problems(desk, said))
    with desk.store.acting():
        held = _open(desk, month)
        of = {line.of.claim: line for line in held.lines}
        lines = [of.get(claim) or held.line(claim) for claim in claims]
        terms = terms_of(desk.store, held.as_of, desk.today)
        full = [(line, decided(line, said, terms, desk.who)) for line in lines]
        refuse_if(_unexplained(full))
        with desk.act("decide_review") as unit:
            review = _review(desk, unit, held)
            for line, decision in full:
                _keep(desk, unit, review, line, decision)
            unit.touch_claims(claims)
    return unit.changes


def accept(desk: Desk, month: str) -> Changes:
    """Take the rule's proposal for every exception nobody has spoken of; those without a cause by rule stay open."""
    require(desk, "review")
    with desk.store.acting():
        held = _open(desk, month)
        open_lines = [line for line in held.listed if line.decision is None]
        full = [
            (line, replace(line.suggested, owner=line.suggested.owner or desk.who)) for line in open_lines
        ]
        ready = [(line, said) for line, said in full if not lacks(said, line.proposed)]
        with desk.act("decide_review") as unit:
            review = _review(desk, unit, held)
            for line, said in ready:
                _keep(desk, unit, review, line, said)
            unit.touch_claims([line.of.claim for line, _ in ready])
    return unit.changes


def take_day(desk: Desk, month: str) -> Changes:
    """Hold an open review as of today (in its month) instead of the day it was opened; decisions stay.

    Refused: ``review_signed``, ``not_allowed``.
    """
    require(desk, "review")
    with desk.store.acting():
        held = _open(desk, month)
        as_of = min(desk.today, last_day(month))
        with desk.act("redate_review") as unit:
            unit.change(Review, _review(desk, unit, held), as_of=as_of)
    return replace(unit.changes, everything=True)


def sign_review(desk: Desk, month: str) -> Changes:
    """Sign the month: it is frozen as it stands, and later receipts change nothing of it.

    Refused: ``review_signed``, ``review_lines_open``, ``review_later_signed`` (months are signed in their order),
    ``not_allowed``.
    """
    require(desk, "sign_review")
    with desk.store.acting():
        held = _open(desk, month)
        _refuse_order(desk, month)
        refuse_if(
            [Problem("review_lines_open", {"count": str(held.left), "month": month})] if held.left else []
        )
        with desk.act("sign_review") as unit:
            review = _review(desk, unit, held)
            unit.change(Review, review, signed_at=unit.at, signed_by=desk.who)
            told = {"as_of": held.as_of, "body": frozen(held), "signed_at": unit.at, "signed_by": desk.who}
            unit.add(SignOff, kind=REVIEW, period=month, **told)
    return Changes(everything=True)


def supplement(desk: Desk, month: str, claim: int, said: Decision, why: str) -> Changes:
    """Say something else of one claim of a signed review: what was signed stays, the next review goes on from this.

    Refused: ``review_not_signed``, ``not_in_review``, ``no_reason``, ``review_later_signed``, and as ``decide``.
    """
    require(desk, "sign_review")
    refuse_if([*_problems(desk, said), *([] if why.strip() else [Problem("no_reason", {}, "why")])])
    with desk.store.acting():
        held = meeting(desk.store, desk.today, month)
        refuse_if([] if held.signed_by else [Problem("review_not_signed", {"month": month})])
        _refuse_order(desk, month)
        line = held.line(claim)
        full = decided(line, said, terms_of(desk.store, held.as_of, desk.today), desk.who)
        full = replace(full, note=full.note or why.strip())
        refuse_if(
            [Problem("cause_missing", {"claim": str(claim)}, "cause")] if lacks(full, line.proposed) else []
        )
        body = json.dumps(
            {"claim": claim, "decision": decision_kept(full), "why": why.strip()}, ensure_ascii=False
        )
        with desk.act("supplement_review") as unit:
            told = {"as_of": desk.today, "body": body, "signed_at": unit.at, "signed_by": desk.who}
            unit.add(SignOff, kind=SUPPLEMENT, period=month, **told)
            unit.touch_claims([claim])
    return unit.changes


def _problems(desk: Desk, said: Decision) -> list[Problem]:
    found = []
    if said.classification not in CLASSES:
        found.append(Problem("class_unknown", {"class": said.classification}, "classification"))
    if said.cause is not None and said.cause not in CAUSES:
        found.append(Problem("cause_unknown", {"cause": said.cause}, "cause"))
    if said.due_on is not None and said.due_on < desk.today:
        found.append(Problem("measure_due_past", {"day": said.due_on.isoformat()}, "due_on"))
    return found


def _unexplained(full: Iterable[tuple[Line, Decision]]) -> list[Problem]:
    return [
        Problem("better_class_needs_why", {"claim": line.of.number or str(line.of.claim)}, str(line.of.claim))
        for line, said in full
        if "note" in lacks(said, line.proposed)
    ]


def _open(desk: Desk, month: str) -> Meeting:
    held = meeting(desk.store, desk.today, month)
    refuse_if([Problem("review_signed", {"month": month, "who": held.signed_by})] if held.signed_by else [])
    return held


def _refuse_order(desk: Desk, month: str) -> None:
    later = SignOff.select(SignOff.period).where(SignOff.kind == REVIEW, SignOff.period > month)
    row = later.order_by(SignOff.period).first(desk.store.database)
    if row is not None:
        raise Refused(Problem("review_later_signed", {"month": month, "later": row.period}))


def _review(desk: Desk, unit: Unit, held: Meeting) -> int:
    """The key of the month's review, opened now where it is not."""
    row = Review.select().where(Review.month == held.month).first(desk.store.database)
    if row is not None:
        return int(row.id)
    return unit.add(Review, month=held.month, as_of=held.as_of, opened_at=unit.at, opened_by=desk.who)


def _keep(desk: Desk, unit: Unit, review: int, line: Line, said: Decision) -> None:
    values = {
        "balance_fen": line.of.balance_fen, "days_overdue": line.of.days_overdue, "proposed": line.proposed,
        "decided": said.classification, "cause": said.cause, "measure": said.measure, "owner": said.owner,
        "due_on": said.due_on, "note": said.note,
    }  # fmt: skip
    held = ReviewLine.select().where(ReviewLine.review == review, ReviewLine.claim == line.of.claim)
    row = held.first(desk.store.database)
    if row is None:
        unit.add(ReviewLine, review=review, claim=line.of.claim, **values)
    else:
        unit.change(ReviewLine, row.id, **values)
