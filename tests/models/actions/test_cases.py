"""A case is opened with a goal, worked on, and closed with an outcome."""

from datetime import timedelta

import pytest

from models.actions import cases as acts
from models.actions.cases import EntryDraft
from models.queries.cases import case, cases
from models.queries.claims import claim_rows
from models.rules.problems import Refused
from tests.conftest import TODAY

SOON = TODAY + timedelta(days=7)


def refusal(act):
    with pytest.raises(Refused) as raised:
        act()
    return [problem.code for problem in raised.value.problems]


@pytest.fixture
def opened(desk, claim):
    (row,) = claim_rows(desk.store, TODAY, TODAY, claims=[claim(fen=1000)])
    return acts.open_case(desk, row.debtor_id, "恒锐专案", "年内收回八成").key


def stages(desk):
    return [row.stage_set for row in claim_rows(desk.store, TODAY, TODAY)]


def test_a_case_takes_the_claims_to_the_task_force_and_gives_them_back(desk, opened):
    held = case(desk.store, opened)
    assert (held.goal, [(each.person, each.role) for each in held.members]) == (
        "年内收回八成",
        [("林晓", "lead")],
    )
    assert stages(desk) == ["task_force"]
    assert refusal(lambda: acts.close_case(desk, opened, " ")) == ["case_needs_outcome"]
    acts.close_case(desk, opened, "收回九成，余款核销")
    assert stages(desk) == [None]
    assert cases(desk.store) == []
    assert [each.outcome for each in cases(desk.store, closed=True)] == ["收回九成，余款核销"]
    assert refusal(lambda: acts.write_on(desk, opened, EntryDraft("meeting", "又议"))) == ["case_closed"]


def test_a_debtor_has_one_open_case(desk, opened):
    debtor = case(desk.store, opened).debtor_id
    assert refusal(lambda: acts.open_case(desk, debtor, "再立")) == ["case_open_already"]
    assert refusal(lambda: acts.open_case(desk, debtor, " ")) == ["case_needs_title"]


def test_members_come_change_their_role_and_go(desk, opened):
    acts.add_member(desk, opened, "陆法", "legal")
    acts.add_member(desk, opened, "陆法", "lead")
    assert [(each.person, each.role) for each in case(desk.store, opened).members] == [
        ("林晓", "lead"),
        ("陆法", "lead"),
    ]
    acts.drop_member(desk, opened, "陆法")
    assert len(case(desk.store, opened).members) == 1
    assert refusal(lambda: acts.drop_member(desk, opened, "陆法")) == ["unknown_person"]
    assert refusal(lambda: acts.add_member(desk, opened, "陆法", "king")) == ["case_role_unknown"]


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        (EntryDraft("party", "茶话会"), ["case_entry_unknown"]),
        (EntryDraft("meeting", " "), ["empty_note"]),
        (EntryDraft("meeting", "议", held_on=SOON), ["after_today"]),
        (EntryDraft("measure", "上门", owner="林晓"), ["measure_needs_owner_and_day"]),
        (EntryDraft("measure", "上门", due_on=SOON), ["measure_needs_owner_and_day"]),
        (EntryDraft("measure", "上门", "林晓", None, TODAY - timedelta(days=1)), ["measure_before_case"]),
    ],
)
def test_what_cannot_stand_on_the_time_line_is_refused(desk, opened, draft, codes):
    assert refusal(lambda: acts.write_on(desk, opened, draft)) == codes


def test_a_measure_is_late_until_it_is_done(desk, on, opened):
    acts.write_on(desk, opened, EntryDraft("measure", "上门核实资产", "陆法", due_on=SOON))
    acts.write_on(desk, opened, EntryDraft("measure", "发律师函", "陆法", due_on=TODAY))
    assert [each.text for each in case(desk.store, opened).to_do] == ["发律师函", "上门核实资产"]
    (later, first) = case(desk.store, opened).to_do[::-1]
    assert (first.is_late(SOON), later.is_late(SOON)) == (True, False)
    acts.finish_measure(on(SOON), first.id)
    assert [each.text for each in case(desk.store, opened).to_do] == ["上门核实资产"]


def test_the_minutes_of_a_meeting_are_kept_as_evidence_of_the_claims(desk, opened, tmp_path):
    notes = tmp_path / "纪要.pdf"
    notes.write_bytes(b"%PDF-1.4 minutes")
    acts.write_on(desk, opened, EntryDraft("meeting", "议定分两步走", file=notes))
    (entry,) = case(desk.store, opened).entries
    assert (entry.text, entry.name, entry.evidence is not None) == ("议定分两步走", "纪要.pdf", True)
