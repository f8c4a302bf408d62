"""Who may do what, and what takes two people."""

import pytest

from models.actions import approvals as acts
from models.actions import plans
from models.actions.claims import set_owner, set_stage
from models.actions.desk import Desk
from models.actions.disputes import DisputeDraft, open_dispute, resolve
from models.actions.letters import issue
from models.actions.people import set_person
from models.actions.policy import set_policy
from models.actions.receipts import book_for_claim, reverse
from models.actions.settings import choose
from models.actions.undoing import undo
from models.queries.approvals import approval, approvals
from models.queries.claims import claim_rows
from models.queries.people import hindrance, people
from models.queries.policies import policy_of
from models.queries.timeline import timeline
from models.queries.views import Views
from models.rules.approvals import plan_questions
from models.rules.facts import PlanTerms
from models.rules.instalments import schedule
from models.rules.policy import DEFAULT_POLICY
from models.rules.problems import Refused
from models.rules.roles import MAY, ROLES, may
from models.settings import PLAN_LIMIT
from tests.conftest import TODAY
from ui.problems import LANGUAGES, sentence

MONEY = ("receipt", "statement")


def refusal(act):
    with pytest.raises(Refused) as raised:
        act()
    return [problem.code for problem in raised.value.problems]


def row(desk, key):
    (found,) = claim_rows(desk.store, desk.today, desk.today, claims=[key], settled=True)
    return found


@pytest.fixture
def team(desk):
    """林晓 is a clerk, 周敏 a supervisor, 钱会 of finance, 陆法 of legal: name → desk."""
    for name, role in (("周敏", "supervisor"), ("林晓", "clerk"), ("钱会", "finance"), ("陆法", "legal")):
        who = desk if not people(desk.store) else Desk(desk.store, desk.clock, "周敏")
        set_person(who, name, [role])
    return {each.name: Desk(desk.store, desk.clock, each.name) for each in people(desk.store)}


def test_without_people_everyone_may_everything(desk):
    assert not [act for act in MAY if hindrance(desk.store, "anybody", act)]


@pytest.mark.parametrize(
    ("role", "acts_allowed"),
    [
        ("clerk", {"dispute", "resolve", "assign", "task_force", "ask", "case_work", "review", *MONEY, "letters"}),
        ("legal", {
            "dispute", "resolve", "task_force", "ask", "decide_plan", "case", "case_work", "review", "letters",
            "statement",
        }),
        ("finance", {"credit", "ask", "decide_write_off", "case_work", "sign_registration", *MONEY}),
        ("supervisor", set(MAY)),
    ],
)  # fmt: skip
def test_what_each_role_may_do(role, acts_allowed):
    assert {act for act in MAY if may([role], act)} == acts_allowed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_worded(desk, team, language):
    for act in MAY:
        for who in (*team, "陌生人"):
            problem = hindrance(desk.store, who, act)
            assert problem is None or sentence(problem, language)


def test_there_is_always_a_supervisor(desk, team):
    boss = team["周敏"]
    assert refusal(lambda: set_person(boss, "周敏", ["clerk"])) == ["no_supervisor_left"]
    assert refusal(lambda: set_person(boss, "周敏", ["supervisor"], active=False)) == ["no_supervisor_left"]
    assert refusal(lambda: set_person(boss, " ", ["poet"])) == ["no_person_name", "unknown_role", "no_role"]
    assert refusal(lambda: set_person(team["林晓"], "林晓", list(ROLES))) == ["not_allowed"]


def test_the_first_person_must_be_a_supervisor_and_the_last_may_leave(desk):
    assert refusal(lambda: set_person(desk, "林晓", ["clerk"])) == ["no_supervisor_left"]
    set_person(desk, "周敏", ["supervisor"])
    set_person(Desk(desk.store, desk.clock, "周敏"), "周敏", ["supervisor"], active=False)
    assert hindrance(desk.store, "林晓", "people") is None


def test_a_clerk_hands_over_own_claims_with_a_note_and_takes_it_back(desk, team, claim):
    keys = [claim(number="A1", owner="林晓"), claim(number="A2")]
    set_owner(team["林晓"], keys, "钱会", "每周三可联系王经理")
    assert [row(desk, key).owner for key in keys] == ["钱会", "钱会"]
    assert any(entry.text == "每周三可联系王经理" for entry in timeline(desk.store, keys[1], TODAY))
    undo(team["林晓"], desk.store.journal_head()[0])
    assert [row(desk, key).owner for key in keys] == ["林晓", None]
    assert not any(entry.text == "每周三可联系王经理" for entry in timeline(desk.store, keys[1], TODAY))


def test_claims_of_others_are_handed_over_by_a_supervisor_and_only_to_people(desk, team, claim):
    key = claim(owner="钱会")
    assert refusal(lambda: set_owner(team["林晓"], [key], "林晓")) == ["not_allowed"]
    assert refusal(lambda: set_owner(team["周敏"], [key], "王芳")) == ["unknown_person"]
    set_owner(team["周敏"], [key], "林晓")
    assert row(desk, key).owner == "林晓"


def test_finance_neither_disputes_nor_moves_the_stage_but_gives_credit(desk, team, claim):
    key = claim(fen=1000)
    assert refusal(lambda: set_stage(team["钱会"], [key], "task_force")) == ["not_allowed"]
    assert refusal(lambda: open_dispute(team["钱会"], key, DisputeDraft("price"))) == ["not_allowed"]
    opened = open_dispute(team["林晓"], key, DisputeDraft("price", 300)).key
    assert refusal(lambda: resolve(team["林晓"], opened, "credit_note")) == ["not_allowed"]
    resolve(team["钱会"], opened, "credit_note")
    assert row(desk, key).balance_fen == 700


def test_alone_a_write_off_is_done_at_once_and_no_clock_moves(desk, claim):
    key = claim(fen=1000)
    before = Views(desk.store, TODAY).of(row(desk, key)).limitation_on
    done = acts.write_off(desk, key, "债务人已注销，无财产", fen=400)
    assert (done.approval, done.receipt is not None, row(desk, key).balance_fen) == (None, True, 600)
    assert Views(desk.store, TODAY).of(row(desk, key)).limitation_on == before is not None


def test_a_write_off_is_asked_by_one_and_decided_by_another(desk, team, claim, tmp_path):
    key, proof = claim(fen=1000), tmp_path / "注销证明.pdf"
    proof.write_bytes(b"%PDF-1.4 gone")
    asked = acts.write_off(team["周敏"], key, "已注销", file=proof).approval
    assert row(desk, key).balance_fen == 1000
    assert refusal(lambda: acts.write_off(team["林晓"], key, "已注销")) == ["already_asked"]
    assert refusal(lambda: acts.approve(team["周敏"], asked)) == ["approval_own"]
    assert refusal(lambda: acts.approve(team["陆法"], asked)) == ["not_allowed"]
    assert [each.id for each in approvals(desk.store)] == [asked]
    acts.approve(team["钱会"], asked, "同意")
    held = approval(desk.store, asked)
    assert (held.decision, held.decided_by, row(desk, key).balance_fen) == ("approved", "钱会", 0)
    assert refusal(lambda: acts.refuse(team["钱会"], asked, "迟了")) == ["approval_decided"]


def test_what_is_refused_leaves_the_claim_and_says_why(desk, team, claim):
    key = claim(fen=1000)
    asked = acts.write_off(team["林晓"], key, "找不到人").approval
    assert refusal(lambda: acts.refuse(team["周敏"], asked, " ")) == ["no_reason"]
    acts.refuse(team["周敏"], asked, "先上门核实")
    held = approval(desk.store, asked)
    assert (held.decision, held.decision_why, row(desk, key).balance_fen) == ("refused", "先上门核实", 1000)
    acts.write_off(team["林晓"], key, "上门核实无此人")


def test_a_question_is_withdrawn_by_whoever_asked_and_by_undoing(desk, team, claim):
    first = acts.write_off(team["林晓"], claim(fen=1000), "找不到人").approval
    assert refusal(lambda: acts.withdraw(team["周敏"], first)) == ["approval_of_another"]
    undo(team["林晓"], desk.store.journal_head()[0])
    assert approval(desk.store, first).decision == "withdrawn"


@pytest.mark.parametrize("fen", [0, -1, 1001])
def test_no_more_is_written_off_than_is_open(desk, claim, fen):
    key = claim(fen=1000)
    assert refusal(lambda: acts.write_off(desk, key, "无望", fen=fen)) == ["write_off_above_balance"]


@pytest.mark.parametrize(
    ("fen", "penalty", "asked"),
    [
        (9_999_999, "kept", ()),
        (10_000_000, "kept", ("plan",)),
        (9_999_999, "waived_if_punctual", ("penalty",)),
        (10_000_000, "waived_if_punctual", ("plan", "penalty")),
    ],
)
def test_what_a_plan_needs(fen, penalty, asked):
    assert plan_questions(fen, penalty, 100_000) == asked


def test_a_large_plan_that_waives_the_penalty_is_signed_once_both_are_approved(desk, team, claim, tmp_path):
    scan = tmp_path / "协议.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    choose(team["周敏"], PLAN_LIMIT, 1000)
    key = claim(fen=100_000)
    lines = schedule(100_000, 2, TODAY, "month")
    terms = PlanTerms(penalty="waived_if_punctual")
    made = plans.make_plan(team["林晓"], [key], lines, lambda *_: b"%PDF-1.4", terms=terms)
    assert [each.what for each in approvals(desk.store)] == ["plan", "penalty"]
    for each in approvals(desk.store):
        assert refusal(lambda: plans.sign(team["林晓"], made.plan, scan)) == ["plan_not_approved"]
        acts.approve(team["周敏"], each.id)
    plans.sign(team["林晓"], made.plan, scan)


def test_a_plan_that_is_given_up_asks_nothing_any_more(desk, team, claim):
    choose(team["周敏"], PLAN_LIMIT, 1000)
    lines = schedule(100_000, 2, TODAY, "month")
    made = plans.make_plan(team["林晓"], [claim(fen=100_000)], lines, lambda *_: b"%PDF-1.4")
    plans.void(team["林晓"], made.plan, "对方反悔")
    assert approvals(desk.store) == []


def test_who_may_not_book_write_or_set_the_policy_is_refused(firm, claim, team):
    key = claim(fen=1000)
    booked = book_for_claim(team["钱会"], key, 100).receipt
    for act in (
        lambda: book_for_claim(team["陆法"], key, 100),
        lambda: reverse(team["陆法"], booked, "错"),
        lambda: book_for_claim(team["林晓"], key, 100, kind="credit_note"),
        lambda: issue(team["钱会"], "demand", [key], lambda *_, **__: b"%PDF-1.4"),
        lambda: set_policy(team["林晓"], DEFAULT_POLICY.with_days(call=10)),
    ):
        assert refusal(act) == ["not_allowed"]
    assert row(firm, key).balance_fen == 900
    set_policy(team["周敏"], DEFAULT_POLICY.with_days(call=10))
    assert policy_of(firm.store).with_days(call=15) == DEFAULT_POLICY
