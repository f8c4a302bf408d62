"""The board: every clock of the portfolio, nearest first, each with its cheapest step."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.actions.calls import Talk, log_call
from models.actions.deadlines import DeadlineDraft, add_deadline, finish
from models.actions.deadlines import void as void_deadline
from models.actions.guarantors import GuarantorDraft, SecurityDraft, add_guarantor, add_security, note_act
from models.actions.legal_events import Draft, enter, join, part, void
from models.actions.proofs import prove
from models.actions.receipts import book_for_claim
from models.actions.settings import choose
from models.queries.claims import ClaimRow, claim_rows
from models.queries.clocks import ClockRow, Clocks
from models.queries.limitations import Limitations
from models.queries.timeline import timeline
from models.queries.views import Views
from models.rules.dunning import worklist_reasons
from models.rules.problems import Refused
from models.settings import SEA_INTERRUPTION
from models.tables import Receipt
from ui.problems import worded

TODAY = date(2026, 11, 20)
DUE = date(2024, 1, 15)


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    file = tmp_path / "slip.pdf"
    file.write_bytes(b"%PDF-1.4")
    return file


def board(desk, within: int | None = None) -> list[ClockRow]:
    rows = claim_rows(desk.store, TODAY, TODAY)
    return Clocks(desk.store, rows, TODAY).rows(within)


def of_kind(desk, kind: str) -> list[ClockRow]:
    return [row for row in board(desk) if row.kind == kind]


def row_of(desk, claim: int) -> ClaimRow:
    (row,) = claim_rows(desk.store, TODAY, TODAY, claims=[claim])
    return row


def days(desk, claim: int) -> tuple[str, str]:
    claimed, provable = Limitations(desk.store).of(row_of(desk, claim))
    return str(claimed), str(provable)


def debtor_of(desk, claim: int) -> int:
    return row_of(desk, claim).debtor_id


def test_clocks_stand_nearest_first(desk, claim) -> None:
    late, later = claim(due_on=DUE), claim("乙公司", due_on=date(2025, 3, 1))
    add_deadline(desk, DeadlineDraft("preserved_deposit", date(2025, 11, 25)), claim=later)
    rows = board(desk)
    assert [(row.kind, row.claims) for row in rows] == [
        ("preserved_deposit", (later,)),
        ("limitation", (late,)),
        ("limitation", (later,)),
    ]
    assert [row.left for row in rows] == sorted(row.left for row in rows)
    assert (str(rows[0].last_day), str(rows[0].act_by), rows[0].left) == ("2026-11-25", "2026-11-18", -2)


def test_within_leaves_out_what_is_further_away(desk, claim) -> None:
    claim(due_on=DUE)
    claim("乙公司", due_on=date(2025, 3, 1))
    assert [row.left for row in board(desk, 60)] == [56]
    assert board(desk, 30) == []


def test_a_payment_without_its_slip_counts_as_claimed_only_and_says_what_is_missing(
    desk, claim, slip
) -> None:
    key = claim(due_on=DUE)
    booked = book_for_claim(desk, key, 100, date(2025, 6, 1), "货款")
    (row,) = of_kind(desk, "limitation")
    assert (str(row.last_day), str(row.provable_on), row.unproved) == ("2028-06-01", "2027-01-15", True)
    assert (row.missing, row.move.step, row.left) == (("bank_slip",), "evidence", 56)
    prove(desk, "receipt", booked.receipt, slip)
    (row,) = of_kind(desk, "limitation")
    assert (str(row.provable_on), row.missing, row.unproved) == ("2028-06-01", (), False)


def test_a_recording_added_later_proves_the_call(desk, claim, slip) -> None:
    key = claim(due_on=DUE)
    called = log_call(desk, [key], Talk("connected", person="王", confirmed="full"))
    assert days(desk, key) == ("2029-11-20", "2027-01-15")
    prove(desk, "call", called.call, slip)
    assert days(desk, key) == ("2029-11-20", "2029-11-20")


def test_the_step_follows_whether_somebody_was_reached(desk, claim) -> None:
    key = claim(due_on=DUE)
    assert of_kind(desk, "limitation")[0].move.step == "call"
    log_call(desk, [key], Talk("no_answer"))
    assert of_kind(desk, "limitation")[0].move.step == "letter"


def test_an_event_counts_as_provable_only_with_what_its_kind_asks_for(desk, claim, slip) -> None:
    key = claim(due_on=DUE)
    enter(desk, [key], Draft("D3", date(2025, 5, 5), None, slip, {"waybill_stub", "letter_copy"}))
    assert days(desk, key) == ("2028-05-05", "2027-01-15")
    entered = enter(
        desk,
        [key],
        Draft("D3", date(2025, 5, 6), None, slip, {"waybill_stub", "letter_copy", "delivery_record"}),
    )
    assert days(desk, key) == ("2028-05-06", "2028-05-06")
    void(desk, entered.events[0], "同一封函")
    assert days(desk, key) == ("2028-05-05", "2027-01-15")


def test_an_obstacle_and_a_procedure_have_their_end(desk, claim) -> None:
    key = claim(due_on=date(2023, 9, 30))
    enter(desk, [key], Draft("S1", date(2026, 6, 1), date(2026, 8, 1)))
    assert days(desk, key)[0] == "2027-02-01"
    enter(desk, [key], Draft("C1", date(2026, 10, 1), date(2026, 11, 1)))
    assert days(desk, key)[0] == "2029-11-01"


# 诉讼时效规定 15
def test_what_interrupts_one_joint_claim_interrupts_all(desk, claim) -> None:
    one, other = claim(due_on=DUE), claim("连带人", due_on=DUE)
    enter(desk, [one], Draft("D1", date(2025, 5, 5)))
    assert days(desk, other)[0] == "2027-01-15"
    join(desk, [one, other])
    assert days(desk, other)[0] == "2028-05-05"
    part(desk, [other])
    assert days(desk, other)[0] == "2027-01-15"


def test_the_same_debt_s_events_are_not_doubled_by_being_joint(desk, claim) -> None:
    one, other = claim(due_on=DUE), claim("连带人", due_on=DUE)
    join(desk, [one, other])
    enter(desk, [one, other], Draft("D1", date(2025, 5, 5)))
    events = Limitations(desk.store).events
    assert len({event.key for event in events[one]}) == len(events[one])


def test_international_sales_have_four_years(desk, claim) -> None:
    key = claim(due_on=DUE, kind="export")
    assert days(desk, key) == ("2028-01-15", "2028-01-15")


def test_an_unproved_event_names_what_to_get(desk, claim) -> None:
    key = claim(due_on=DUE)
    enter(desk, [key], Draft("D4", date(2025, 5, 5)))
    assert Limitations(desk.store).missing(row_of(desk, key)) == ("message_record",)


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        (Draft("Z9", DUE), ["event_unknown_here"]),
        (Draft("D1", date(2026, 11, 21)), ["after_today"]),
        (Draft("D1", DUE, date(2025, 1, 1)), ["event_has_no_end"]),
        (Draft("S1", DUE, date(2023, 1, 1)), ["event_end_before_start"]),
        (Draft("D1", DUE, shows={"newspaper"}), ["proof_item_unknown", "proof_needs_file"]),
    ],
)
def test_an_event_that_cannot_be_is_refused(desk, claim, draft, codes) -> None:
    key = claim(due_on=DUE)
    with pytest.raises(Refused) as refusal:
        enter(desk, [key], draft)
    assert [problem.code for problem in refusal.value.problems] == codes


def test_each_guarantor_has_a_clock_of_its_own(desk, claim, slip) -> None:
    key = claim(due_on=date(2026, 8, 20))
    debtor = debtor_of(desk, key)
    joint = add_guarantor(desk, debtor, GuarantorDraft("保证甲", "joint")).key
    add_guarantor(desk, debtor, GuarantorDraft("保证乙", "unclear"))
    rows = {row.name: row for row in of_kind(desk, "guarantee")}
    assert {name: str(row.last_day) for name, row in rows.items()} == dict.fromkeys(
        ("保证甲", "保证乙"), "2027-02-20"
    )
    assert (rows["保证甲"].move.step, rows["保证乙"].move.step) == ("guarantor", "court")
    note_act(desk, joint, "claimed", date(2026, 9, 1), slip)
    assert [row.name for row in of_kind(desk, "guarantee")] == ["保证乙"]
    (debt,) = of_kind(desk, "guarantee_debt")
    assert (debt.name, str(debt.last_day), debt.unproved) == ("保证甲", "2029-09-01", False)


def test_a_claim_on_a_guarantor_without_evidence_is_unproved(desk, claim) -> None:
    key = claim(due_on=date(2026, 8, 20))
    joint = add_guarantor(desk, debtor_of(desk, key), GuarantorDraft("保证甲", "joint")).key
    note_act(desk, joint, "claimed", date(2026, 9, 1))
    (debt,) = of_kind(desk, "guarantee_debt")
    assert (str(debt.last_day), str(debt.provable_on)) == ("2029-09-01", "2027-02-20")


def test_a_suit_entered_on_the_claim_saves_a_general_guarantee(desk, claim) -> None:
    key = claim(due_on=date(2026, 8, 20))
    add_guarantor(desk, debtor_of(desk, key), GuarantorDraft("保证乙", "general"))
    enter(desk, [key], Draft("C1", date(2026, 10, 10)))
    assert of_kind(desk, "guarantee") == []


def test_a_guarantor_of_one_contract_answers_for_that_contract_alone(desk, claim) -> None:
    key = claim(due_on=date(2026, 8, 20), contract="HT-1")
    claim(due_on=date(2026, 9, 20), contract="HT-2")
    add_guarantor(desk, debtor_of(desk, key), GuarantorDraft("保证甲", "joint", contract="HT-1"))
    (row,) = of_kind(desk, "guarantee")
    assert row.claims == (key,)


def test_the_day_s_work_tells_of_a_guarantee_that_is_about_to_end(desk, claim) -> None:
    key = claim(due_on=date(2026, 7, 20))
    add_guarantor(desk, debtor_of(desk, key), GuarantorDraft("保证甲", "joint"))
    steps = worklist_reasons(Views(desk.store, TODAY).of(row_of(desk, key)).state)
    (step,) = [step for step in steps if step.reason == "guarantee"]
    assert (step.code, step.params["guarantor"], str(step.due_on)) == (
        "step_guarantee_joint",
        "保证甲",
        "2027-01-20",
    )


# CC 419
def test_a_mortgage_ends_with_the_limitation_of_its_debt(desk, claim) -> None:
    key = claim(due_on=DUE)
    add_security(desk, debtor_of(desk, key), SecurityDraft("mortgage", "厂房"))
    add_security(desk, debtor_of(desk, key), SecurityDraft("insurance", "保函", until_on=date(2026, 12, 31)))
    assert str(of_kind(desk, "mortgage")[0].last_day) == "2027-01-15"
    assert str(of_kind(desk, "security")[0].last_day) == "2026-12-31"
    enter(desk, [key], Draft("D1", date(2025, 5, 5)))
    assert str(of_kind(desk, "mortgage")[0].last_day) == "2028-05-05"


def test_a_deadline_that_was_met_or_voided_leaves_the_board(desk, claim) -> None:
    key = claim(due_on=DUE)
    met = add_deadline(desk, DeadlineDraft("appeal", date(2026, 11, 18)), claim=key).key
    mistaken = add_deadline(desk, DeadlineDraft("enforcement", date(2026, 1, 1)), claim=key).key
    assert {row.kind for row in board(desk)} == {"appeal", "enforcement", "limitation"}
    finish(desk, met, "已上诉")
    void_deadline(desk, mistaken, "录错")
    assert {row.kind for row in board(desk)} == {"limitation"}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (DeadlineDraft("nothing", DUE), "deadline_kind_unknown"),
        (DeadlineDraft("bankruptcy_filing", DUE), "deadline_needs_end"),
        (DeadlineDraft("other", DUE, date(2020, 1, 1)), "deadline_end_before_base"),
    ],
)
def test_a_deadline_that_cannot_be_is_refused(desk, claim, draft, code) -> None:
    with pytest.raises(Refused) as refusal:
        add_deadline(desk, draft, claim=claim(due_on=DUE))
    assert [problem.code for problem in refusal.value.problems] == [code]


def test_two_days_for_a_hundred_thousand_quiet_claims_cost_no_second(desk, claim) -> None:
    key = claim(due_on=DUE)
    row = row_of(desk, key)
    limitations = Limitations(desk.store)
    many = [
        ClaimRow(n, *[getattr(row, name) for name in ClaimRow.__slots__[1:9]], DUE + timedelta(days=n % 900),
                 *[getattr(row, name) for name in ClaimRow.__slots__[10:]])
        for n in range(100_000)
    ]  # fmt: skip
    started = time.process_time()
    found = [limitations.of(each) for each in many]
    assert len(found) == 100_000
    assert time.process_time() - started < 1


def test_what_was_entered_stands_in_the_history_with_its_file(desk, claim, slip) -> None:
    key = claim(due_on=DUE)
    entered = enter(desk, [key], Draft("S1", date(2026, 6, 1), date(2026, 8, 1), slip, {"obstacle_proof"}))
    void(desk, entered.events[0], "录错")
    (told,) = [entry for entry in timeline(desk.store, key, TODAY) if entry.title[0].code == "timeline_legal"]
    assert [reason.code for reason in told.title] == [
        "timeline_legal",
        "event_short_S1",
        "timeline_legal_voided",
    ]
    assert ([each.name for each in told.attachments], told.text, told.void) == (["slip.pdf"], "录错", True)


def test_only_a_payment_is_part_payment_not_what_the_creditor_gave_up(desk, claim) -> None:
    key = claim(due_on=DUE)
    booked = book_for_claim(desk, key, 100, date(2025, 6, 1), None)
    assert days(desk, key)[0] == "2028-06-01"
    with desk.act("test") as unit:
        unit.change(Receipt, booked.receipt, kind="credit_note")
    assert days(desk, key)[0] == "2027-01-15"


def test_what_interrupts_carriage_by_sea_is_a_choice_that_is_printed(desk, claim) -> None:
    """海商法 1992, 267 knows no mere demand; whether the text in force does is for the firm to say."""
    key = claim(due_on=date(2026, 3, 1), kind="sea_carriage")
    enter(desk, [key], Draft("D2", date(2026, 9, 1)))
    found = []
    for choice in SEA_INTERRUPTION.choices:
        choose(desk, SEA_INTERRUPTION, choice)
        (row,) = claim_rows(desk.store, TODAY, TODAY, claims=[key])
        clock = Limitations(desk.store).clocks(row).claimed
        found.append((str(clock.last_day), worded(f"period_{clock.period.key}", "en").partition("; ")[2]))
    assert found == [
        ("2027-03-01", "by the setting only a suit, arbitration or consent interrupts"),
        ("2027-09-01", "by the setting a demand interrupts too"),
    ]
