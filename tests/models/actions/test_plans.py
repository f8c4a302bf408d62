"""An agreement from its first draft to the day the whole rest is called due, and what its guarantor answers for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.actions.letters import issue
from models.actions.letters import void as void_letter
from models.actions.plans import Made, check_step, make_plan, rows_for_plan, send, sign, void
from models.actions.post import deliver, mail
from models.actions.receipts import book_for_claim
from models.actions.undoing import undo
from models.queries.claims import claim_rows
from models.queries.conduct import conduct
from models.queries.events import claim_events
from models.queries.guarantors import Guarantees, guarantor_rows
from models.queries.letters import due_claims, recipients
from models.queries.limitations import Limitations
from models.queries.plans import PlanRow, lost_by_supplement, plan_row, plans_over
from models.queries.views import Views
from models.rules.facts import GuarantorFacts, LetterFacts, PlanFacts, PlanTerms
from models.rules.guarantee import GuaranteeClock
from models.rules.instalments import schedule
from models.rules.problems import Refused

MADE, SIGNED = date(2026, 9, 1), date(2026, 9, 3)
BEHIND = GuarantorFacts("赵立新", address="苏州", until=date(2030, 1, 8), is_person=True)


def pdf(kind: str, facts: PlanFacts, language: str) -> bytes:
    """Stand-in paper that says what it was made of."""
    return f"{kind} {facts.number} {language} {facts.total_fen}".encode()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "signed.pdf"
    file.write_bytes(b"%PDF signed")
    return file


def made(desk: Desk, claim: int, count: int = 3, first: date = date(2026, 10, 8), **more: object) -> Made:
    total = sum(row.balance_fen for row in rows_for_plan(desk, [claim]))
    return make_plan(desk, [claim], schedule(total, count, first, "month"), pdf, **more)  # type: ignore[arg-type]


@pytest.fixture
def agreed(firm: Desk, on: Callable[[date], Desk], claim: Callable[..., int], scan: Path) -> tuple[int, int]:
    """The claim and its plan of three instalments from 8 October on, signed with a guarantor."""
    key = claim(due_on=date(2026, 8, 1))
    plan = made(on(MADE), key, guarantor=BEHIND).plan
    sign(on(SIGNED), plan, scan)
    return key, plan


def row(desk: Desk, plan: int) -> PlanRow:
    found = plan_row(desk.store, plan, desk.today)
    assert found is not None
    return found


def behind(desk: Desk, claim: int) -> list[tuple[int | None, GuaranteeClock]]:
    rows = claim_rows(desk.store, desk.today, desk.today, claims=[claim])
    found = Guarantees(desk.store, Limitations(desk.store), desk.today).all(rows)
    return [(each.guarantor.plan, each.clock) for each in found]


def called(desk: Desk, claim: int) -> int:
    """The notice that calls the whole rest due."""
    return issue(desk, "acceleration", [claim], pdf).letters[0].letter


def test_a_plan_goes_from_draft_to_sent_to_running(
    firm: Desk, on: Callable[[date], Desk], claim: Callable[..., int], scan: Path
) -> None:
    plan = made(on(MADE), claim()).plan
    assert row(on(MADE), plan).state == "draft"
    send(on(MADE), plan)
    assert row(on(MADE), plan).state == "sent"
    sign(on(SIGNED), plan, scan)
    assert row(on(SIGNED), plan).state == "running"
    with pytest.raises(Refused, match="already_signed"):
        send(on(SIGNED), plan)


def test_giving_it_to_the_debtor_can_be_taken_back(firm: Desk, claim: Callable[..., int]) -> None:
    plan = made(firm, claim()).plan
    send(firm, plan)
    undo(firm, firm.store.journal_head()[0])
    assert row(firm, plan).state == "draft"


def test_steps_of_signing_are_ticked_and_unticked(firm: Desk, claim: Callable[..., int]) -> None:
    plan = made(firm, claim()).plan
    must = [step.code for step in row(firm, plan).unchecked]
    assert must[:2] == ["debtor_seal", "debtor_signer"]
    check_step(firm, plan, "debtor_seal")
    check_step(firm, plan, "debtor_seal")
    assert row(firm, plan).checked == {"debtor_seal"}
    check_step(firm, plan, "debtor_seal", done=False)
    assert row(firm, plan).checked == frozenset()
    with pytest.raises(Refused, match="signing_step_unknown"):
        check_step(firm, plan, "guarantor_seal")


def test_what_no_agreement_may_say_is_refused_with_nothing_written(
    firm: Desk, claim: Callable[..., int]
) -> None:
    key = claim()
    with pytest.raises(Refused, match="plan_waives_limitation"):
        made(firm, key, terms=PlanTerms(extra="乙方放弃诉讼时效抗辩。"))
    assert plan_row(firm.store, 1, firm.today) is None


def test_a_loan_above_its_cap_is_refused(firm: Desk, claim: Callable[..., int]) -> None:
    key = claim(kind="loan", issued_on=date(2026, 1, 5))
    with pytest.raises(Refused, match="plan_rate_over_cap"):
        made(firm, key, terms=PlanTerms(late_rate_bp=2400))


def test_the_guarantor_of_a_signed_plan_answers_from_its_last_instalment(
    agreed: tuple[int, int], on: Callable[[date], Desk]
) -> None:
    claim, plan = agreed
    ((held, clock),) = behind(on(SIGNED), claim)
    assert (held, clock.kind, clock.base_on, clock.period.last_day) == (
        plan, "joint", date(2026, 12, 8), date(2030, 1, 8)
    )  # fmt: skip
    void(on(SIGNED), plan, "签错")
    assert guarantor_rows(on(SIGNED).store) == []


def test_the_rest_is_not_called_due_before_it_may_be(
    agreed: tuple[int, int], on: Callable[[date], Desk]
) -> None:
    claim, _ = agreed
    (early,) = recipients(on(MADE).store, "acceleration", [claim], date(2026, 10, 12))
    assert early.why_not == "plan_not_callable"
    assert due_claims(on(MADE).store, "plan_default", date(2026, 10, 12)) == [claim]
    (now,) = recipients(on(MADE).store, "acceleration", [claim], date(2026, 10, 14))
    assert now.why_not is None


def test_the_rest_is_due_when_the_notice_arrives_and_everything_follows(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    view = Views(desk.store, desk.today).of(claim_rows(desk.store, desk.today, desk.today, claims=[claim])[0])
    assert (view.stage, view.next_step.reason) == ("plan", "plan_broken")
    letter = called(desk, claim)
    mail(desk, letter, "1078334211507", address_source="agreed")
    assert (row(desk, plan).state, row(desk, plan).notice.arrived_on) == ("broken", None)  # type: ignore[union-attr]
    later = on(date(2026, 10, 24))
    deliver(later, letter, "refused", date(2026, 10, 23), scan)
    assert row(later, plan).state == "accelerated"
    view = Views(later.store, later.today).of(
        claim_rows(later.store, later.today, later.today, claims=[claim])[0]
    )
    assert (view.stage, view.limitation_on, view.provable_on) == (
        "final", date(2029, 10, 23), date(2029, 10, 23)
    )  # fmt: skip
    ((_, clock),) = behind(later, claim)
    assert (clock.base_on, clock.period.last_day) == (date(2026, 10, 23), date(2029, 10, 23))


def test_a_notice_that_came_back_from_no_agreed_address_calls_nothing_due(
    agreed: tuple[int, int], on: Callable[[date], Desk]
) -> None:
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    letter = called(desk, claim)
    mail(desk, letter, "1078334211507", address_source="last_used")
    deliver(on(date(2026, 10, 24)), letter, "returned_moved", date(2026, 10, 23))
    assert row(on(date(2026, 10, 24)), plan).state == "broken"


def test_a_supplement_takes_the_place_of_the_plan_once_it_is_signed(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    later = made(desk, claim, 4, date(2026, 11, 30), replaces=plan, guarantor=BEHIND).plan
    assert row(desk, plan).state == "broken"
    sign(desk, later, scan)
    assert (row(desk, plan).state, row(desk, plan).replaced_by) == ("replaced", row(desk, later).number)
    view = Views(desk.store, desk.today).of(claim_rows(desk.store, desk.today, desk.today, claims=[claim])[0])
    assert (view.stage, view.next_step.reason) == ("plan", "instalment_due")
    assert [(held, clock.base_on) for held, clock in behind(desk, claim)] == [(later, date(2027, 2, 28))]
    assert lost_by_supplement(desk.store, later, desk.today) == ()


def test_a_guarantor_who_did_not_sign_the_supplement_keeps_the_old_period(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    later = made(desk, claim, 4, date(2026, 11, 30), replaces=plan).plan
    assert [reason.code for reason in lost_by_supplement(desk.store, later, desk.today)] == [
        "supplement_keeps_period"
    ]
    sign(desk, later, scan)
    ((held, clock),) = behind(desk, claim)
    assert (held, clock.period.last_day) == (plan, date(2030, 1, 8))
    assert "guarantee_plan_without_consent" in [why.code for why in clock.why]


def test_a_guarantor_who_did_not_sign_the_supplement_is_written_to_next(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    later = made(desk, claim, 4, date(2026, 11, 30), replaces=plan).plan
    assert row(desk, later).untold is None
    sign(desk, later, scan)
    assert (row(desk, later).untold, row(desk, later).notice_due(desk.today)) == (
        BEHIND.name,
        "guarantor_change",
    )
    issue(desk, "guarantor", [claim], pdf)
    assert row(desk, later).untold == BEHIND.name
    assert due_claims(desk.store, "guarantor_change", desk.today) == [claim]
    (letter,) = issue(desk, "guarantor_change", [claim], pdf).letters
    assert letter.debtor == BEHIND.name
    assert row(desk, later).notice_due(desk.today) is None
    void_letter(desk, letter.letter, "地址有误")
    assert row(desk, later).notice_due(desk.today) == "guarantor_change"


def test_the_letter_of_a_supplement_says_its_sums_and_days_and_moves_no_clock(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    """It claims nothing: neither guarantee nor limitation nor the ladder is touched by its arrival (CC 693, 695)."""
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    later = made(desk, claim, 4, date(2026, 11, 30), replaces=plan).plan
    sign(desk, later, scan)
    stood, (kept,) = claim_events(desk.store), behind(desk, claim)
    before = conduct(desk.store, desk.today)[claim]
    papers: list[LetterFacts] = []

    def kept_paper(kind: str, facts: LetterFacts, language: str) -> bytes:
        papers.append(facts)
        return f"{kind} {facts.number} {language}".encode()

    (letter,) = issue(desk, "guarantor_change", [claim], kept_paper).letters
    changed = papers[0].changed
    assert changed is not None
    assert (changed.earlier.number, changed.number) == (row(desk, plan).number, row(desk, later).number)
    assert [(line.due_on, line.principal_fen) for line in changed.instalments] == [
        (line.due_on, line.principal_fen) for line in row(desk, later).instalments
    ]
    assert (changed.total_fen, changed.instalments[-1].balance_after_fen) == (row(desk, later).total_fen, 0)
    assert papers[0].deadline is None
    mail(desk, letter.letter, "1234567890123", desk.today, "agreed")
    deliver(desk, letter.letter, "signed_addressee", desk.today)
    assert claim_events(desk.store) == stood
    assert behind(desk, claim) == [kept]
    assert [each.acts for each in guarantor_rows(desk.store)] == [()]
    assert conduct(desk.store, desk.today)[claim] == before


def test_nobody_is_asked_to_consent_where_the_guarantor_signed(
    agreed: tuple[int, int], on: Callable[[date], Desk]
) -> None:
    claim, _ = agreed
    (nobody,) = recipients(on(MADE).store, "guarantor_change", [claim], date(2026, 10, 12))
    assert nobody.why_not == "plan_not_changed"
    assert due_claims(on(MADE).store, "guarantor_change", date(2026, 10, 12)) == []


def test_a_guarantor_who_signed_the_supplement_needs_no_letter(
    agreed: tuple[int, int], on: Callable[[date], Desk], scan: Path
) -> None:
    claim, plan = agreed
    desk = on(date(2026, 10, 20))
    later = made(desk, claim, 4, date(2026, 11, 30), replaces=plan, guarantor=BEHIND).plan
    sign(desk, later, scan)
    assert row(desk, later).notice_due(desk.today) is None


def test_a_plan_beside_another_is_named_with_whether_a_supplement_fits(
    agreed: tuple[int, int], on: Callable[[date], Desk], claim: Callable[..., int]
) -> None:
    desk = on(date(2026, 10, 20))
    other = claim(number="另一笔")
    (there,) = plans_over(desk.store, [agreed[0]], desk.today)
    assert there.fits_supplement([agreed[0]])
    assert not there.fits_supplement([agreed[0], other])
    assert plans_over(desk.store, [other], desk.today) == []


@pytest.mark.parametrize(
    ("terms", "more"),
    [
        (PlanTerms(debtor_spouse="陈静"), {}),
        (PlanTerms(guarantor_spouse="王晓梅"), {}),
        (PlanTerms(guarantor_spouse="王晓梅"), {"guarantor": GuarantorFacts("恒信担保有限公司")}),
    ],
)
def test_nobody_signs_as_the_spouse_of_a_firm(
    firm: Desk, claim: Callable[..., int], terms: PlanTerms, more: dict[str, GuarantorFacts]
) -> None:
    with pytest.raises(Refused, match="plan_spouse_of_nobody"):
        made(firm, claim(), terms=terms, **more)
    assert plan_row(firm.store, 1, firm.today) is None


def test_a_supplement_is_for_a_plan_in_force_and_its_claims(
    agreed: tuple[int, int], on: Callable[[date], Desk], claim: Callable[..., int]
) -> None:
    desk, plan = on(date(2026, 10, 20)), agreed[1]
    with pytest.raises(Refused, match="supplement_other_claims"):
        made(desk, claim(number="另一笔"), first=date(2026, 11, 30), replaces=plan)
    void(desk, plan, "另议")
    with pytest.raises(Refused, match="plan_not_in_force"):
        made(desk, agreed[0], first=date(2026, 11, 30), replaces=plan)


def test_an_instalment_paid_late_counts_among_the_late_ones(
    agreed: tuple[int, int], on: Callable[[date], Desk]
) -> None:
    claim, plan = agreed
    third = row(on(SIGNED), plan).instalments[0].principal_fen
    book_for_claim(on(date(2026, 10, 12)), claim, third, date(2026, 10, 12))
    assert row(on(date(2026, 10, 20)), plan).state == "running"
    assert row(on(date(2026, 11, 9)), plan).callable_from == date(2026, 11, 9)
