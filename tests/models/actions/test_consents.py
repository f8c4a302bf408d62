"""A guarantor's written consent to a supplement it did not sign, as it comes back, and what it does to the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.actions import guarantors
from models.actions.consents import ConsentDraft, keep_consent, void_consent
from models.actions.desk import Desk
from models.actions.evidence import void as void_evidence
from models.actions.guarantors import GuarantorDraft
from models.actions.letters import issue
from models.actions.plans import make_plan, rows_for_plan, sign, void
from models.actions.undoing import undo
from models.queries.bundle import exhibits_of
from models.queries.claims import claim_rows
from models.queries.clocks import Clocks
from models.queries.consentable import plans_to_consent
from models.queries.evidence import pieces_of
from models.queries.guarantors import Guarantee, Guarantees, guarantor_rows
from models.queries.letters import recipients
from models.queries.limitations import Limitations
from models.queries.plans import PlanRow, lost_by_supplement, plan_row
from models.queries.timeline import timeline
from models.rules.facts import GuarantorFacts, PlanFacts
from models.rules.instalments import schedule
from models.rules.problems import Refused
from models.store.verify import verify

BEHIND = GuarantorFacts("恒信担保有限公司", address="苏州", until=date(2030, 1, 8))
SIGNED, BACK = date(2026, 10, 24), date(2026, 10, 26)


def pdf(kind: str, facts: PlanFacts, language: str) -> bytes:
    """Stand-in paper that says what it was made of."""
    return f"{kind} {facts.number} {language}".encode()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "书面意见.pdf"
    file.write_bytes(b"%PDF consent")
    return file


def planned(desk: Desk, claim: int, scan: Path, count: int, first: date, **more: object) -> int:
    total = sum(row.balance_fen for row in rows_for_plan(desk, [claim]))
    plan = make_plan(desk, [claim], schedule(total, count, first, "month"), pdf, **more).plan  # type: ignore[arg-type]
    sign(desk, plan, scan)
    return plan


@pytest.fixture
def changed(
    firm: Desk, on: Callable[[date], Desk], claim: Callable[..., int], scan: Path
) -> tuple[int, int, int]:
    """A claim, its plan with a guarantor, and a signed supplement of six instalments without the guarantor."""
    key = claim(due_on=date(2026, 8, 1))
    plan = planned(on(date(2026, 9, 1)), key, scan, 3, date(2026, 10, 8), guarantor=BEHIND)
    later = planned(on(date(2026, 10, 20)), key, scan, 6, date(2026, 11, 30), replaces=plan)
    return key, plan, later


def behind(desk: Desk, claim: int) -> Guarantee:
    rows = claim_rows(desk.store, desk.today, desk.today, claims=[claim])
    (found,) = Guarantees(desk.store, Limitations(desk.store), desk.today).all(rows)
    return found


def row(desk: Desk, plan: int) -> PlanRow:
    found = plan_row(desk.store, plan, desk.today)
    assert found is not None
    return found


def whys(found: Guarantee) -> list[str]:
    return [reason.code for reason in found.clock.why]


def refusals(desk: Desk, guarantor: int, draft: ConsentDraft) -> list[str]:
    with pytest.raises(Refused) as refusal:
        keep_consent(desk, guarantor, draft)
    return [problem.code for problem in refusal.value.problems]


def test_who_consented_answers_for_the_debt_as_changed(
    firm: Desk, changed: tuple[int, int, int], scan: Path
) -> None:
    """CC 695, 692: from the last instalment of the supplement, to the day written on the slip."""
    claim, plan, later = changed
    assert (behind(firm, claim).guarantor.plan, behind(firm, claim).clock.base_on) == (
        plan,
        date(2026, 12, 8),
    )
    assert "guarantee_plan_without_consent" in whys(behind(firm, claim))
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2030, 4, 30), scan, "快递收回"))
    found = behind(firm, claim)
    assert (found.guarantor.plan, found.clock.base_on) == (later, date(2027, 4, 30))
    assert (found.clock.period.last_day, found.provable_on) == (date(2030, 4, 30), date(2030, 4, 30))
    assert "guarantee_consented" in whys(found)
    assert "guarantee_plan_without_consent" not in whys(found)


def test_a_slip_without_a_day_leaves_what_was_agreed_of_the_period(
    firm: Desk, changed: tuple[int, int, int], scan: Path
) -> None:
    claim, _, later = changed
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, file=scan))
    assert behind(firm, claim).clock.period.last_day == date(2030, 1, 8)


def test_without_the_paper_the_longer_period_is_claimed_and_not_provable(
    firm: Desk, changed: tuple[int, int, int], scan: Path
) -> None:
    claim, _, later = changed
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2031, 4, 30)))
    found = behind(firm, claim)
    assert (found.clock.period.last_day, found.provable_on) == (date(2031, 4, 30), date(2030, 1, 8))
    assert "guarantee_consent_unproved" in whys(found)
    rows = claim_rows(firm.store, firm.today, firm.today, claims=[claim])
    (clock,) = [each for each in Clocks(firm.store, rows, firm.today).rows() if each.kind == "guarantee"]
    assert (clock.last_day, clock.provable_on, clock.unproved) == (date(2031, 4, 30), date(2030, 1, 8), True)


def test_a_paper_that_is_voided_proves_no_more(firm: Desk, changed: tuple[int, int, int], scan: Path) -> None:
    claim, _, later = changed
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2031, 4, 30), scan))
    (evidence,) = [
        piece.id
        for piece in pieces_of(firm.store, claim)
        if piece.name == scan.name and piece.kind == "contract"
    ]
    assert behind(firm, claim).sure_on is None
    void_evidence(firm, evidence, "扫描不清")
    assert behind(firm, claim).provable_on == date(2030, 1, 8)


def test_nobody_is_asked_again_and_nothing_is_lost(
    firm: Desk, changed: tuple[int, int, int], scan: Path
) -> None:
    claim, _, later = changed
    assert row(firm, later).notice_due(firm.today) == "guarantor_change"
    assert [plan.id for plan in plans_to_consent(firm.store, guarantor_rows(firm.store)[0], firm.today)] == [
        later
    ]
    assert lost_by_supplement(firm.store, later, firm.today)
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, file=scan))
    assert row(firm, later).notice_due(firm.today) is None
    assert plans_to_consent(firm.store, guarantor_rows(firm.store)[0], firm.today) == []
    assert lost_by_supplement(firm.store, later, firm.today) == ()
    (nobody,) = recipients(firm.store, "guarantor_change", [claim], firm.today)
    assert nobody.why_not == "plan_not_changed"


def test_who_consented_once_is_told_of_the_next_change(
    firm: Desk, on: Callable[[date], Desk], changed: tuple[int, int, int], scan: Path
) -> None:
    claim, _, later = changed
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2030, 4, 30), scan))
    third = planned(firm, claim, scan, 8, date(2026, 12, 31), replaces=later)
    assert row(firm, third).untold == BEHIND.name
    assert "guarantee_plan_without_consent" in whys(behind(firm, claim))
    (letter,) = issue(firm, "guarantor_change", [claim], pdf).letters
    assert letter.debtor == BEHIND.name
    assert row(firm, third).untold is None
    keep_consent(firm, 1, ConsentDraft(third, firm.today, file=scan))
    assert behind(firm, claim).clock.base_on == date(2027, 7, 31)


def test_it_is_undone_voided_and_void_with_its_plan(
    firm: Desk, changed: tuple[int, int, int], scan: Path
) -> None:
    claim, plan, later = changed
    stood = behind(firm, claim).clock
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2030, 4, 30), scan))
    undo(firm, firm.store.journal_head()[0])
    assert behind(firm, claim).clock == stood
    kept = keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2030, 4, 30))).key
    void_consent(firm, kept, "另一份协议")
    assert behind(firm, claim).clock == stood
    with pytest.raises(Refused, match="no_reason"):
        void_consent(firm, kept, " ")
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2030, 4, 30)))
    void(firm, later, "重签")
    assert behind(firm, claim).guarantor.plan == plan
    assert verify(firm.store, firm.clock.now()).ok


def test_what_is_no_consent_to_this_plan_is_refused_and_nothing_kept(
    firm: Desk,
    on: Callable[[date], Desk],
    changed: tuple[int, int, int],
    scan: Path,
    claim: Callable[..., int],
) -> None:
    key, plan, later = changed
    good = ConsentDraft(later, SIGNED, BACK)
    other = planned(firm, claim("另一家有限公司", number="7"), scan, 2, date(2027, 1, 5))
    assert refusals(firm, 1, replace(good, plan=plan)) == ["consent_already_bound"]
    assert refusals(firm, 1, replace(good, plan=other, signed_on=firm.today, returned_on=None)) == [
        "consent_other_debt"
    ]
    assert refusals(firm, 1, replace(good, signed_on=date(2026, 10, 19))) == ["consent_before_plan"]
    assert refusals(firm, 1, replace(good, returned_on=date(2026, 10, 23))) == ["consent_back_before"]
    assert refusals(firm, 1, replace(good, returned_on=date(2026, 12, 1))) == ["after_today"]
    assert refusals(firm, 1, replace(good, plan=99)) == ["unknown_id"]
    assert refusals(firm, 99, good) == ["unknown_id"]
    total = sum(each.balance_fen for each in rows_for_plan(firm, [key]))
    draft = make_plan(firm, [key], schedule(total, 2, date(2027, 1, 5), "month"), pdf, replaces=later).plan  # type: ignore[arg-type]
    assert refusals(firm, 1, replace(good, plan=draft, signed_on=firm.today, returned_on=None)) == [
        "consent_plan_unsigned"
    ]
    keep_consent(firm, 1, good)
    assert refusals(firm, 1, good) == ["consent_already_bound"]
    void(firm, later, "重签")
    assert "consent_plan_void" in refusals(firm, 1, good)


def test_a_guarantor_of_the_claim_itself_answers_from_the_plan_it_consented_to(
    firm: Desk, on: Callable[[date], Desk], claim: Callable[..., int], scan: Path
) -> None:
    """CC 695(2): six months from the original due date; with consent they run from the last instalment."""
    key = claim(due_on=date(2026, 8, 1))
    (held,) = claim_rows(firm.store, firm.today, firm.today, claims=[key])
    who = guarantors.add_guarantor(firm, held.debtor_id, GuarantorDraft("保证甲", "joint", months=6)).key
    plan = planned(on(date(2026, 9, 1)), key, scan, 3, date(2026, 12, 8))
    assert behind(firm, key).clock.period.last_day == date(2027, 2, 1)
    keep_consent(firm, who, ConsentDraft(plan, date(2026, 9, 2), file=scan))
    found = behind(firm, key)
    assert (found.guarantor.plan, found.clock.base_on, found.clock.period.last_day) == (
        None, date(2027, 2, 8), date(2027, 8, 8)
    )  # fmt: skip
    assert "guarantee_plan_without_consent" not in whys(found)


@pytest.mark.parametrize(
    ("acted", "signed", "state", "why"),
    [
        # 担保解释 34: a signature after the period revives nothing.
        (None, date(2026, 11, 10), "lapsed", "guarantee_consented_late"),
        (None, date(2026, 11, 5), "open", "guarantee_consented"),
        # CC 694: what was saved before stays saved.
        (date(2026, 6, 1), date(2026, 11, 10), "locked", "guarantee_consented_saved"),
    ],
)
def test_a_consent_neither_revives_what_lapsed_nor_undoes_what_was_saved(
    firm: Desk, on: Callable[[date], Desk], claim: Callable[..., int], scan: Path,
    acted: date | None, signed: date, state: str, why: str,
) -> None:  # fmt: skip
    key = claim(due_on=date(2026, 5, 8))
    (held,) = claim_rows(firm.store, firm.today, firm.today, claims=[key])
    who = guarantors.add_guarantor(firm, held.debtor_id, GuarantorDraft("保证甲", "joint", months=6)).key
    if acted:
        guarantors.note_act(firm, who, "claimed", acted, scan)
    plan = planned(on(date(2026, 9, 1)), key, scan, 3, date(2026, 12, 8))
    keep_consent(firm, who, ConsentDraft(plan, signed, file=scan))
    found = behind(firm, key)
    assert (found.clock.state, why in whys(found)) == (state, True)


def test_it_stands_in_the_history_and_among_the_evidence_of_the_claim(
    firm: Desk, changed: tuple[int, int, int], scan: Path
) -> None:
    claim, _, later = changed
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2030, 4, 30), scan, "快递收回"))
    (entry,) = [
        each for each in timeline(firm.store, claim, firm.today)
        if "timeline_plan_consented" in {word.code for word in each.title}
    ]  # fmt: skip
    assert (entry.on, entry.text, [file.name for file in entry.attachments]) == (
        SIGNED,
        "快递收回",
        [scan.name],
    )
    (row,) = claim_rows(firm.store, firm.today, firm.today, claims=[claim])
    assert scan.name in {exhibit.name for exhibit in exhibits_of(firm.store, row)}


def test_a_corrected_guarantor_takes_its_consent_along(
    firm: Desk, changed: tuple[int, int, int], scan: Path
) -> None:
    claim, plan, later = changed
    keep_consent(firm, 1, ConsentDraft(later, SIGNED, BACK, date(2030, 4, 30), scan))
    draft = GuarantorDraft("恒信担保有限公司", "joint", plan=plan, until=date(2030, 1, 8), phone="0512-1")
    guarantors.replace_guarantor(firm, 1, draft)
    assert behind(firm, claim).guarantor.plan == later
