"""The day's list by keys: what each does to the row in hand, and what the books say afterwards."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models import settings
from models.actions.calls import Talk, log_call
from models.actions.evidence import PieceFacts, attach
from models.actions.undoing import undo
from models.clock import Clock
from models.queries.claims import claim_rows
from models.queries.worklist import worklist
from ui.common.ask import answering
from ui.context import AppContext
from ui.theme import current
from ui.today.lines import Head, Row
from ui.today.workspace import FOCUSED, TodayWorkspace

TODAY = date(2026, 11, 20)
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
CALL, LETTER, OLD = "宁波海晟机电设备有限公司", "苏州恒锐精密制造有限公司", "武汉楚天路桥工程有限公司"


class Pane(QWidget):
    """Remembers what it was asked to show."""

    def __init__(self):
        super().__init__()
        self.shown = None

    def show_view(self, view, held):
        self.shown = view

    def edit_note(self):
        self.noting = True


@pytest.fixture
def context(store, dressed, inline_jobs):
    return AppContext(store, Clock(TODAY), lambda *_, **__: b"%PDF-1.4", settings, inline_jobs, user="林晓")


@pytest.fixture
def due(claim):
    """A call, a letter and a case for the task force, each of its own debtor; one claim that is not due."""
    return {
        "call": claim(CALL, 9_235_050, TODAY - timedelta(days=20), number="C1"),
        "letter": claim(LETTER, 18_640_000, TODAY - timedelta(days=40), number="L1"),
        "old": claim(OLD, 125_000_000, TODAY - timedelta(days=96), number="O1"),
        "later": claim("合肥蓝科新能源有限公司", 64_000_000, TODAY + timedelta(days=5), number="N1"),
    }


@pytest.fixture
def today(context, due, qtbot, windows):
    made = TodayWorkspace(context, Pane())
    made.resize(1200, 800)
    windows.show(made)
    made.table.setFocus()
    made.acts.pending.setInterval(0)
    return made


def names(workspace):
    return [row.top.debtor for row in workspace.lines.rows]


def go_to(workspace, debtor):
    place = next(
        place
        for place, line in enumerate(workspace.lines.all)
        if isinstance(line, Row) and line.top.debtor == debtor
    )
    workspace.table.go_to(place)


def reasons(context, debtor):
    return [item.reason for item in worklist(context.store, TODAY).items if item.debtor == debtor]


def test_a_debtor_stands_once_in_the_group_of_its_most_damaging_matter(today):
    assert names(today) == [CALL, OLD, LETTER]
    assert [line.name for line in today.lines.all if isinstance(line, Head)] == [
        "call_due",
        "letter_due",
        "coming",
    ]
    go_to(today, OLD)
    assert today.row.reasons == ["letter_due", "task_force_due"]


def test_the_first_row_is_in_hand_and_shown_in_full(today):
    assert today.row.top.debtor == CALL
    assert today.pane.shown.row.number == "C1"
    assert today.score.text().startswith("评分 ")


def test_a_row_says_which_proof_to_ask_for_until_it_is_on_file(today, context, due, tmp_path):
    assert "顺便索要盖章的对账单" in today.words.row(today.row)
    (tmp_path / "对账单.pdf").write_bytes(b"a")
    facts = PieceFacts("sealed_statement")
    context.act(
        lambda _: attach(context.desk, [due["call"]], tmp_path / "对账单.pdf", "statement", facts=facts)
    )
    assert "索要" not in today.words.row(today.row)


def test_space_ticks_off_and_goes_on(today, qtbot, context):
    qtbot.keyClick(today.table, KEY.Key_Space)
    assert reasons(context, CALL) == []
    assert today.row.top.debtor == OLD
    assert today.head.done.text() == "已完成 1 / 3"


def test_what_was_ticked_off_stays_grey_until_it_is_taken_back(today, qtbot, context):
    qtbot.keyClick(today.table, KEY.Key_Space)
    (seen,) = today.day.handled
    assert (seen.item.debtor, seen.how) == (CALL, "done")
    context.act(lambda _: undo(context.desk, context.store.journal_head()[0]))
    assert today.day.handled == ()
    assert names(today) == [CALL, OLD, LETTER]


def test_s_puts_off_to_the_next_working_day(today, qtbot, context):
    qtbot.keyClick(today.table, KEY.Key_S)
    qtbot.waitUntil(lambda: names(today) == [OLD, LETTER])
    assert worklist(context.store, TODAY).resting[0].until == date(2026, 11, 23)
    assert worklist(context.store, date(2026, 11, 23)).items[0].debtor == CALL


def test_s_twice_asks_for_the_day(today, qtbot, context):
    today.acts.pending.setInterval(5000)
    with answering("12-01"):
        qtbot.keyClick(today.table, KEY.Key_S)
        qtbot.keyClick(today.table, KEY.Key_S)
    assert worklist(context.store, TODAY).resting[0].until == date(2026, 12, 1)


def test_the_third_time_in_a_row_asks_for_the_reason(today, qtbot, context):
    debtor = today.row.top.debtor_id
    for on in (1, 2):
        context.store.database.execute_sql(
            "INSERT INTO day_mark (debtor_id, reason, kind, marked_on, until_on, marked_at, marked_by) "
            "VALUES (?, 'call_due', 'snoozed', ?, ?, '2026-11-19T00:00:00.000Z', '林晓')",
            (debtor, f"2026-11-{17 + on}", f"2026-11-{18 + on}"),
        )
    today.refresh()
    with answering("财务休假"):
        qtbot.keyClick(today.table, KEY.Key_S)
        qtbot.waitUntil(lambda: names(today) == [OLD, LETTER])
    assert worklist(context.store, TODAY).resting[0].mark.why == "财务休假"


def test_x_leaves_the_step_out(today, qtbot, context):
    go_to(today, OLD)
    qtbot.keyClick(today.table, KEY.Key_X)
    assert reasons(context, OLD) == ["task_force_due"]
    assert today.day.handled[0].how == "skipped"


def test_t_puts_the_case_into_the_task_force(today, qtbot, context, due):
    go_to(today, OLD)
    qtbot.keyClick(today.table, KEY.Key_T)
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[due["old"]])
    assert row.stage_set == "task_force"
    assert "task_force_due" not in reasons(context, OLD)


def test_t_elsewhere_asks_for_a_colleague(today, qtbot, context, due):
    with answering("周敏"):
        qtbot.keyClick(today.table, KEY.Key_T)
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[due["call"]])
    assert row.owner == "周敏"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (KEY.Key_C, "call_requested"),
        (KEY.Key_L, "letter_requested"),
        (KEY.Key_R, "reminder_requested"),
        (KEY.Key_P, "plan_requested"),
        (KEY.Key_M, "receipt_requested"),
        (KEY.Key_Return, "claims_requested"),
    ],
)
def test_a_letter_asks_for_its_window_with_the_claims_of_the_row(today, qtbot, due, key, signal):
    with qtbot.waitSignal(getattr(today, signal)) as asked:
        qtbot.keyClick(today.table, key)
    assert asked.args == [[due["call"]]]


def test_shift_l_asks_for_all_letters_that_are_due(today, qtbot, due):
    with qtbot.waitSignal(today.letter_requested) as asked:
        qtbot.keyClick(today.table, KEY.Key_L, SHIFT)
    assert asked.args == [[due["old"], due["letter"]]]


def test_the_segments_show_a_part_and_count_the_rest(today):
    today.head.segment.buttons["letter"].click()
    assert names(today) == [OLD, LETTER]
    assert [part.text() for part in today.head.segment.buttons.values()] == [
        "全部 3",
        "电话 1",
        "函件 2",
        "其他 0",
    ]


def test_the_arrows_pass_over_heads(today, qtbot):
    qtbot.keyClick(today.table, KEY.Key_Down)
    assert today.row.top.debtor == OLD
    qtbot.keyClick(today.table, KEY.Key_Up)
    assert today.row.top.debtor == CALL
    qtbot.keyClick(today.table, KEY.Key_End)
    assert today.row.top.debtor == LETTER


def test_focus_mode_goes_from_row_to_row_and_ends_with_the_list(today, qtbot):
    qtbot.keyClick(today.table, KEY.Key_F6)
    assert today.focus_bar.isVisible()
    assert not today.head.isVisible()
    assert today.focus_bar.place.text() == "1 / 3"
    assert today.pane.width() <= current().px(FOCUSED)
    for debtor in (OLD, LETTER):
        qtbot.keyClick(today.table, KEY.Key_Space)
        assert today.pane.shown.row.debtor == debtor if debtor == OLD else True
    while today.row is not None:
        qtbot.keyClick(today.table, KEY.Key_Space)
    assert not today.focus_bar.isVisible()


def test_a_call_elsewhere_is_seen_to_with_its_time(today, context, due):
    context.act(lambda _: log_call(context.desk, [due["call"]], Talk("no_answer")))
    (seen,) = today.day.handled
    assert (seen.item.debtor, seen.how) == (CALL, "call")
    assert today.words.seen(seen).startswith("已通话·")


def test_a_cleared_day_names_the_next_batch(today, qtbot):
    while today.row is not None:
        qtbot.keyClick(today.table, KEY.Key_Space)
    assert today._next_batch() == "下一批：11-23 周一 1 项"
