from datetime import date, timedelta

import pytest

from models.actions.calls import Talk, log_call
from models.actions.claims import set_stage
from models.actions.disputes import (
    DisputeDraft,
    amend_dispute,
    clear_mark,
    open_dispute,
    resolve,
    write_on,
)
from models.actions.letters import issue
from models.actions.receipts import book_for_claim
from models.actions.undoing import undo
from models.queries.claims import claim_rows
from models.queries.conduct import promises
from models.queries.disputes import ALL, DUE, OPEN, RESOLVED, correspondence, dispute, disputes
from models.queries.timeline import timeline
from models.queries.views import Views
from models.queries.worklist import worklist
from models.rules.problems import Refused
from models.tables import Claim
from tests.conftest import TODAY


def row(desk, key):
    (found,) = claim_rows(desk.store, desk.today, desk.today, claims=[key], settled=True)
    return found


def refusal(act):
    with pytest.raises(Refused) as raised:
        act()
    return [problem.code for problem in raised.value.problems]


def mark(desk, key):
    """As a ledger with a column of disputes leaves a claim."""
    with desk.act("import_ledger") as unit:
        unit.change(Claim, key, disputed=True)


def test_only_the_disputed_part_rests(desk, claim):
    key = claim(fen=1_000_000)
    open_dispute(desk, key, DisputeDraft("price", 300_000))
    held = row(desk, key)
    assert (held.disputed_fen, held.called_fen, held.rests) == (300_000, 700_000, False)
    assert any(key in item.claims for item in worklist(desk.store, TODAY).items)


def test_a_claim_disputed_as_a_whole_is_not_called_for_while_its_clock_runs(desk, claim):
    key = claim(fen=1_000_000)
    before = Views(desk.store, TODAY).of(row(desk, key)).limitation_on
    open_dispute(desk, key, DisputeDraft("quality", None, due_on=TODAY + timedelta(days=9)))
    assert row(desk, key).rests
    assert not [item for item in worklist(desk.store, TODAY).items if key in item.claims]
    assert Views(desk.store, TODAY).of(row(desk, key)).limitation_on == before is not None


def test_a_dispute_whose_day_has_come_is_on_the_list(desk, on, claim):
    key = claim(fen=1_000_000)
    open_dispute(desk, key, DisputeDraft("quality", due_on=TODAY + timedelta(days=3)))
    later = TODAY + timedelta(days=3)
    assert [item.reason for item in worklist(desk.store, later).items] == ["dispute_due"]
    assert len(disputes(desk.store, later, DUE)) == 1
    assert not disputes(desk.store, TODAY, DUE)


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        (DisputeDraft("weather"), ["dispute_reason_unknown"]),
        (DisputeDraft("price", root_cause="stars"), ["dispute_cause_unknown"]),
        (DisputeDraft("price", 0), ["amount_not_above_zero"]),
        (DisputeDraft("price", due_on=date(2026, 11, 19)), ["dispute_due_past"]),
        (DisputeDraft("price", 1001), ["dispute_above_balance"]),
    ],
)
def test_what_cannot_be_disputed_is_refused(desk, claim, draft, codes):
    key = claim(fen=1000)
    assert refusal(lambda: open_dispute(desk, key, draft)) == codes


def test_two_disputes_never_contest_the_same_money(desk, claim):
    key = claim(fen=1000)
    open_dispute(desk, key, DisputeDraft("price", 600))
    assert refusal(lambda: open_dispute(desk, key, DisputeDraft("quality", 401))) == ["dispute_above_balance"]
    open_dispute(desk, key, DisputeDraft("quality"))
    assert [each.fen for each in disputes(desk.store, TODAY)] == [600, 400]
    assert refusal(lambda: open_dispute(desk, key, DisputeDraft("other"))) == ["dispute_above_balance"]


def test_a_payment_below_the_disputed_part_leaves_the_rest_disputed(desk, claim):
    key = claim(fen=1000)
    open_dispute(desk, key, DisputeDraft("price", 600))
    book_for_claim(desk, key, 700)
    assert (row(desk, key).disputed_fen, row(desk, key).called_fen) == (300, 0)


def test_a_mark_of_the_ledger_is_the_whole_without_details_and_can_be_filled_in(desk, claim):
    key = claim(fen=1000)
    mark(desk, key)
    (found,) = disputes(desk.store, TODAY)
    assert (found.id, found.reason, found.fen) == (0, "untold", 1000)
    open_dispute(desk, key, DisputeDraft("price", 250, owner="周敏"))
    (found,) = disputes(desk.store, TODAY)
    assert (found.reason, found.fen, row(desk, key).called_fen) == ("price", 250, 750)


def test_filling_in_a_mark_and_taking_it_back_leaves_the_mark(desk, claim):
    key = claim(fen=1000)
    mark(desk, key)
    open_dispute(desk, key, DisputeDraft("price", 250))
    undo(desk, desk.store.journal_head()[0])
    assert row(desk, key).disputed
    assert [each.id for each in disputes(desk.store, TODAY)] == [0]


def test_a_mark_is_cleared_with_a_reason_and_that_can_be_undone(desk, claim):
    key = claim(fen=1000)
    assert refusal(lambda: clear_mark(desk, key, "记错")) == ["no_mark"]
    mark(desk, key)
    assert refusal(lambda: clear_mark(desk, key, " ")) == ["no_reason"]
    clear_mark(desk, key, "台账记错")
    assert not row(desk, key).rests
    undo(desk, desk.store.journal_head()[0])
    assert row(desk, key).rests


def test_a_credit_note_ends_a_dispute_and_lowers_the_claim_but_not_its_clock(desk, claim):
    key = claim(fen=1000)
    before = Views(desk.store, TODAY).of(row(desk, key)).limitation_on
    opened = open_dispute(desk, key, DisputeDraft("price", 300)).key
    resolve(desk, opened, "credit_note", fen=200)
    ended = dispute(desk.store, TODAY, opened)
    assert (ended.resolution, ended.resolved_on, ended.receipt is not None) == ("credit_note", TODAY, True)
    assert (row(desk, key).balance_fen, row(desk, key).called_fen) == (800, 800)
    assert Views(desk.store, TODAY).of(row(desk, key)).limitation_on == before


def test_the_ending_by_a_credit_note_is_undone_with_its_receipt(desk, claim):
    key = claim(fen=1000)
    opened = open_dispute(desk, key, DisputeDraft("price", 300)).key
    resolve(desk, opened, "credit_note")
    undo(desk, desk.store.journal_head()[0])
    assert (row(desk, key).balance_fen, row(desk, key).disputed_fen) == (1000, 300)


@pytest.mark.parametrize(
    ("how", "codes"),
    [
        ({"resolution": "prayer"}, ["resolution_unknown"]),
        ({"resolution": "proved"}, ["resolution_needs_grounds"]),
        ({"resolution": "agreed", "why": " "}, ["resolution_needs_grounds"]),
        ({"resolution": "credit_note", "fen": 301}, ["credit_above_dispute"]),
    ],
)
def test_an_ending_that_says_nothing_is_refused(desk, claim, how, codes):
    opened = open_dispute(desk, claim(fen=1000), DisputeDraft("price", 300)).key
    assert refusal(lambda: resolve(desk, opened, **how)) == codes


def test_an_ended_dispute_is_called_for_again_and_stays_as_it_is(desk, claim):
    key = claim(fen=1000)
    opened = open_dispute(desk, key, DisputeDraft("price", 300)).key
    resolve(desk, opened, "withdrawn")
    assert row(desk, key).called_fen == 1000
    assert refusal(lambda: write_on(desk, opened, "又来信")) == ["dispute_ended"]
    assert refusal(lambda: amend_dispute(desk, opened, DisputeDraft("price"))) == ["dispute_ended"]
    assert [len(disputes(desk.store, TODAY, state)) for state in (OPEN, RESOLVED, ALL)] == [0, 1, 1]


def test_on_a_day_before_it_ended_the_dispute_is_open(desk, on, claim):
    key = claim(fen=1000)
    opened = open_dispute(desk, key, DisputeDraft("price", 300)).key
    resolve(on(TODAY + timedelta(days=5)), opened, "withdrawn")
    (then,) = claim_rows(desk.store, TODAY + timedelta(days=4), TODAY + timedelta(days=5), claims=[key])
    assert then.disputed_fen == 300


def test_correspondence_keeps_its_files_as_evidence(desk, claim, tmp_path):
    letter = tmp_path / "异议函.pdf"
    letter.write_bytes(b"%PDF-1.4 disputed")
    opened = open_dispute(desk, claim(fen=1000), DisputeDraft("quality", file=letter)).key
    write_on(desk, opened, "已请质检复核")
    told = correspondence(desk.store, opened)
    assert [(each.text, each.name) for each in told] == [("异议函.pdf", "异议函.pdf"), ("已请质检复核", None)]


def test_a_dispute_somebody_has_worked_on_is_not_taken_back(desk, claim):
    opened = open_dispute(desk, claim(fen=1000), DisputeDraft("price")).key
    seq = desk.store.journal_head()[0]
    write_on(desk, opened, "已回函")
    assert refusal(lambda: undo(desk, seq)) == ["changed_since"]


def test_an_amendment_is_undone(desk, claim):
    opened = open_dispute(desk, claim(fen=1000), DisputeDraft("price", 300, owner="周敏")).key
    amend_dispute(desk, opened, DisputeDraft("quality", 500, owner="周敏"))
    assert dispute(desk.store, TODAY, opened).fen == 500
    undo(desk, desk.store.journal_head()[0])
    assert (dispute(desk.store, TODAY, opened).reason, dispute(desk.store, TODAY, opened).fen) == (
        "price",
        300,
    )


def test_a_resting_claim_may_still_go_to_the_task_force(desk, claim):
    key = claim(fen=1000)
    open_dispute(desk, key, DisputeDraft("price"))
    set_stage(desk, [key], "task_force")
    assert row(desk, key).stage_set == "task_force"


def test_a_letter_asks_for_the_rest_and_says_what_is_disputed(desk, firm, claim):
    key, other = claim(fen=1000), claim(fen=500)
    open_dispute(desk, key, DisputeDraft("price", 300))
    open_dispute(desk, other, DisputeDraft("quality"))
    told = []

    def paper(_kind, facts, _language):
        told.append(facts)
        return b"%PDF-1.4 letter"

    run = issue(desk, "demand", [key, other], paper)
    assert [(each.total_fen, each.claims) for each in run.letters] == [(700, (key,))]
    assert (told[0].total_fen, told[0].disputed_fen, told[0].items[0].balance_fen) == (700, 300, 700)


def test_the_time_line_tells_of_a_dispute_and_of_its_ending(desk, claim):
    key = claim(fen=1000)
    opened = open_dispute(desk, key, DisputeDraft("price", 300, note="报价单不符")).key
    resolve(desk, opened, "proved", "签收单为证")
    told = [entry for entry in timeline(desk.store, key, TODAY) if entry.title[0].code == "timeline_dispute"]
    assert {(entry.text, entry.tone) for entry in told} == {("签收单为证", "ok"), ("报价单不符", "bad")}


def test_what_is_given_up_keeps_no_promise(desk, claim):
    key = claim(fen=1000)
    log_call(desk, [key], Talk("connected", person="王建国", promise_fen=1000, promise_on=TODAY))
    opened = open_dispute(desk, key, DisputeDraft("price")).key
    resolve(desk, opened, "credit_note")
    assert [promise.state for promise in promises(desk.store, TODAY)] == ["open"]
