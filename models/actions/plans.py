"""Making a payment plan, printing its agreement, filing the signed scan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from models.actions.approvals import ask_within
from models.actions.calls import one_debtor
from models.actions.desk import Desk
from models.actions.evidence import keep, require_claims, sayable
from models.actions.letters import draw_number
from models.changes import Changes
from models.queries.approvals import unapproved
from models.queries.claims import ClaimRow, claim_rows
from models.queries.documents import plan_facts
from models.queries.people import at_work
from models.queries.plans import plan_row
from models.queries.published import rates_of
from models.queries.settings import setting
from models.rules.approvals import plan_questions
from models.rules.caps import loan_cap_percent
from models.rules.facts import EarlierPlan, GuarantorFacts, PlanFacts, PlanTerms
from models.rules.instalments import Instalment as Line
from models.rules.instalments import adds_up
from models.rules.plan_clauses import spouse_problems, terms_problems
from models.rules.plan_terms import read, written
from models.rules.problems import Problem, Refused, refuse_if
from models.settings import PLAN_LIMIT
from models.store import Unit
from models.tables import Guarantor, Instalment, Plan, PlanClaim, SigningCheck

Render = Callable[[str, PlanFacts, str], bytes]


@dataclass(frozen=True)
class Made:
    """A plan in the books, waiting for signature; its unsigned PDF is the evidence ``draft``."""

    plan: int
    number: str
    total_fen: int
    sha256: str
    draft: int
    changes: Changes


def rows_for_plan(desk: Desk, claims: Sequence[int]) -> list[ClaimRow]:
    """The open claims a plan would cover.

    Refused: ``unknown_id``, ``several_debtors``, ``several_currencies``, ``nothing_open``.
    """
    require_claims(desk, claims)
    rows = claim_rows(desk.store, desk.today, desk.today, claims=claims, settled=True)
    one_debtor(rows)
    if len({row.currency for row in rows}) > 1:
        raise Refused(Problem("several_currencies", {}, "claims"))
    closed = [row for row in rows if row.balance_fen <= 0]
    refuse_if(Problem("nothing_open", {"claim": row.number or str(row.id)}, str(row.id)) for row in closed)
    return rows


def make_plan(
    desk: Desk,
    claims: Sequence[int],
    lines: Sequence[Line],
    render: Render,
    *,
    terms: PlanTerms | None = None,
    guarantor: GuarantorFacts | None = None,
    language: str = "zh_CN",
    replaces: int | None = None,
    annual_rate_bp: int = 0,
) -> Made:
    """Set a plan down with its agreement; it changes no due date and no balance.

    ``replaces`` makes it a supplement to that plan, whose place it takes once signed. ``annual_rate_bp`` is the rate
    its interest was reckoned at. Refused: all of ``rows_for_plan``, ``terms_problems`` and ``spouse_problems``,
    ``does_not_add_up``, and of a supplement ``plan_not_in_force``, ``supplement_other_claims``.
    """
    terms = terms or PlanTerms()
    with desk.store.acting(), desk.act("make_plan") as unit:
        rows = rows_for_plan(desk, claims)
        refuse_if(terms_problems(terms, annual_rate_bp, _loan_cap(desk, rows)))
        earlier = _supplemented(desk, replaces, rows) if replaces is not None else None
        total = sum(row.balance_fen for row in rows)
        if not adds_up(lines, total):
            raise Refused(Problem("does_not_add_up", {}, "instalments"))
        number = draw_number(desk, unit, "plan")
        facts = plan_facts(desk.store, number, desk.today, rows, lines, terms, guarantor, earlier)
        refuse_if(spouse_problems(facts))
        taken = desk.store.folder.vault.put(render("plan", facts, language))
        draft = keep(desk, unit, taken, f"{number}.pdf", "other", claims, source="issued")
        plan = unit.add(
            Plan,
            number=number,
            debtor=rows[0].debtor_id,
            currency=rows[0].currency,
            total_fen=total,
            terms=written(terms, guarantor),
            made_on=desk.today,
            made_at=unit.at,
            made_by=desk.who,
            draft=draft,
            replaces=replaces,
        )
        _add_lines(unit, plan, rows, lines)
        _ask_for_approval(desk, unit, plan, number, total, terms)
    return Made(plan, number, total, taken.sha256, draft, unit.changes)


def _add_lines(unit: Unit, plan: int, rows: Sequence[ClaimRow], lines: Sequence[Line]) -> None:
    for row in rows:
        unit.add(PlanClaim, plan=plan, claim=row.id, balance_fen=row.balance_fen)
    for line in lines:
        unit.add(
            Instalment,
            plan=plan,
            number=line.number,
            due_on=line.due_on,
            principal_fen=line.principal_fen,
            interest_fen=line.interest_fen,
        )


def _loan_cap(desk: Desk, rows: Sequence[ClaimRow]) -> Fraction | None:
    """The most the oldest loan among them may bear a year; None where there is no loan."""
    days = [row.issued_on or desk.today for row in rows if row.kind == "loan"]
    return loan_cap_percent(min(days), rates_of(desk.store)) if days else None


def _supplemented(desk: Desk, plan: int, rows: Sequence[ClaimRow]) -> EarlierPlan:
    """The plan a supplement to these claims is for."""
    the_plan(desk, plan)
    row = plan_row(desk.store, plan, desk.today)
    assert row is not None  # noqa: S101 (it was just found)
    if not row.in_force:
        raise Refused(Problem("plan_not_in_force", {"number": row.number}, str(plan)))
    if not {each.id for each in rows} <= set(row.claims):
        raise Refused(Problem("supplement_other_claims", {"number": row.number}, "claims"))
    return row.earlier


def _ask_for_approval(desk: Desk, unit: Unit, plan: int, number: str, total: int, terms: PlanTerms) -> None:
    """Four eyes, where several people work here: for a large plan, and for one that waives the penalty."""
    if at_work(desk.store):
        for what in plan_questions(total, terms.penalty, setting(desk.store, PLAN_LIMIT)):
            ask_within(desk, unit, what, ("plan", plan), total, number)


def send(desk: Desk, plan: int, on: date | None = None) -> Changes:
    """Keep that the unsigned agreement was given to the debtor.

    Refused: ``unknown_id``, ``already_signed``, ``plan_voided``, ``before_made``, ``after_today``.
    """
    row, day = the_plan(desk, plan), desk.day_of_act(on)
    refuse_if(_signing_problems(row, day))
    with desk.act("send_plan") as unit:
        unit.change(Plan, plan, sent_on=day)
    return unit.changes


def check_step(desk: Desk, plan: int, step: str, *, done: bool = True) -> Changes:
    """Keep that a step of signing was seen to, or that it was not after all.

    Refused: ``unknown_id``, ``signing_step_unknown``.
    """
    the_plan(desk, plan)
    row = plan_row(desk.store, plan, desk.today)
    known = [each.code for each in row.steps] if row else []
    if step not in known:
        raise Refused(Problem("signing_step_unknown", {"step": step, "steps": ", ".join(known)}, "step"))
    held = SigningCheck.select().where(SigningCheck.plan == plan, SigningCheck.step == step)
    keys = [check.id for check in held.execute(desk.store.database)]
    with desk.act("check_signing") as unit:
        if done and not keys:
            unit.add(SigningCheck, plan=plan, step=step, checked_at=unit.at, checked_by=desk.who)
        for key in [] if done else keys:
            unit.remove(SigningCheck, key)
    return unit.changes


def sign(desk: Desk, plan: int, scan: Path, on: date | None = None) -> Changes:
    """File the signed agreement: from its day the plan is watched and the limitation clock runs anew.

    Its guarantor stands in the books from then on; one who does not sign a supplement keeps the old period (CC 695).
    Refused: ``unknown_id``,
    ``already_signed``, ``plan_voided``, ``before_made``, ``after_today``, ``plan_not_approved``.
    """
    row = the_plan(desk, plan)
    day = desk.day_of_act(on)
    refuse_if(_signing_problems(row, day))
    if unapproved(desk.store, plan):
        raise Refused(Problem("plan_not_approved", {"number": row.number}, str(plan)))
    claims = claims_of(desk, plan)
    with desk.store.acting(), desk.act("sign_plan") as unit:
        taken = desk.store.folder.vault.take_in(scan)
        signed = keep(desk, unit, taken, scan.name, "statement", claims, source="signed plan")
        unit.change(Plan, plan, signed_on=day, signed=signed)
        _, guarantor = read(row.terms)
        if guarantor is not None:
            _stand_behind(unit, row, guarantor, day, signed)
        unit.touch_claims(claims)
    return unit.changes


def _signing_problems(row: Plan, day: date) -> Iterator[Problem]:
    if row.signed_on is not None:
        yield Problem("already_signed", {"number": row.number}, str(row.id))
    if row.voided_at is not None:
        yield Problem("plan_voided", {"number": row.number}, str(row.id))
    if day < row.made_on:
        yield Problem("before_made", {"day": str(day), "made": str(row.made_on)}, "on")


def _stand_behind(unit: Unit, row: Any, guarantor: GuarantorFacts, signed_on: date, scan: int) -> None:
    """Enter the guarantor of a plan, with the signed agreement as its contract."""
    names = ("name", "is_person", "uscc", "address", "postcode", "phone", "email", "representative")
    unit.add(
        Guarantor,
        debtor=row.debtor_id,
        plan=row.id,
        mode="joint" if guarantor.joint else "general",
        until_on=guarantor.until,
        signed_on=signed_on,
        evidence=scan,
        **{name: getattr(guarantor, name) for name in names},
    )


def void(desk: Desk, plan: int, why: str) -> Changes:
    """Say that a plan is not wanted any more, its guarantor with it; nothing is removed.

    Refused: ``no_reason``, ``unknown_id``.
    """
    refuse_if([] if why.strip() else [Problem("no_reason", {}, "why")])
    the_plan(desk, plan)
    with desk.act("void_plan") as unit:
        gone = {"voided_at": unit.at, "void_why": why.strip()}
        unit.change(Plan, plan, **gone)
        behind = Guarantor.select().where(Guarantor.plan == plan, Guarantor.voided_at.is_null())
        for guarantor in behind.execute(desk.store.database):
            unit.change(Guarantor, guarantor.id, **gone)
        unit.touch_claims(claims_of(desk, plan))
    return unit.changes


def copy_out(desk: Desk, plan: int, target: Path) -> Path:
    """A copy of the unsigned agreement, whole under its name; leftovers beside it are swept first.

    It is in the log before it appears.
    """
    row = the_plan(desk, plan)
    target.parent.mkdir(parents=True, exist_ok=True)
    with desk.store.acting():
        desk.store.sweep_copies(target.parent)
        with desk.act("export_plan") as unit:
            unit.state("export", file=sayable(target.name), plan=plan)
        desk.store.folder.vault.copy_out(row.draft.sha256, target)
    return target


def the_plan(desk: Desk, plan: int) -> Plan:
    """The plan of this key; Refused (``unknown_id``)."""
    row = Plan.select().where(Plan.id == plan).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "plan", "id": str(plan)}, str(plan)))
    return row  # type: ignore[no-any-return]


def claims_of(desk: Desk, plan: int) -> list[int]:
    """Keys of the claims a plan covers."""
    rows = PlanClaim.select().where(PlanClaim.plan == plan).order_by(PlanClaim.id)
    return [row.claim_id for row in rows.execute(desk.store.database)]


def instalments_of(desk: Desk, plan: int) -> list[Instalment]:
    """The instalments of a plan in their order."""
    rows = Instalment.select().where(Instalment.plan == plan).order_by(Instalment.number)
    return list(rows.execute(desk.store.database))
