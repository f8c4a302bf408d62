"""Ledgers that come by themselves: what is taken in, what waits, and what is left alone."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.actions.arrivals import mark_seen, watch, watch_until_still
from models.actions.calls import Talk, log_call
from models.actions.desk import Desk
from models.actions.imports import take_over, undo
from models.actions.receipts import book_for_claim
from models.actions.settings import choose
from models.clock import Clock
from models.ledger.reading import propose
from models.progress import Cancelled
from models.queries.arrivals import arrivals
from models.queries.claims import claim_rows
from models.queries.comparison import compare
from models.rules.problems import Refused
from models.settings import WATCH_STRICT
from models.store.backup import file_hash
from models.store.locks import FolderLock
from models.store.verify import verify
from tests.conftest import TODAY

NOW = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
HEAD = ("客户名称", "单据号", "到期日", "未收余额")
ROWS = (
    ("苏州恒锐精密制造有限公司", "KP-001", date(2026, 10, 4), 1000),
    ("宁波海晟机电设备有限公司", "KP-002", date(2026, 9, 1), 250.5),
)


class Night(Clock):
    """A clock whose instant stands still, at night."""

    def now(self) -> datetime:
        return NOW


@pytest.fixture
def desk(store):
    return Desk(store, Night(TODAY), "林晓")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "夜间导出"
    made.mkdir()
    return made


def put(folder: Path, name: str = "应收.xlsx", rows=ROWS, *, age_s: int = 3600) -> Path:
    """A ledger written so long before the clock's now."""
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    file = folder / name
    if file.suffix == ".xlsx":
        book.save(file)
    else:
        file.write_text("\n".join("\t".join(map(str, row)) for row in (HEAD, *rows)), "utf-8")
    return aged(file, age_s)


def aged(file: Path, age_s: int) -> Path:
    written = int(NOW.timestamp()) - age_s
    os.utime(file, (written, written))
    return file


def no_pause(_seconds: int) -> None:
    """Nobody writes meanwhile."""


def look(desk: Desk, folder: Path, pause=no_pause):
    return watch(desk, folder, pause=pause)


def rows_of(desk: Desk):
    return arrivals(desk.store)


def states(desk: Desk) -> dict[str, str]:
    return {row.file_name: row.state for row in rows_of(desk)}


def codes(row) -> list[str]:
    return [problem.code for problem in row.why]


def test_a_clean_ledger_is_booked_and_noted(desk, folder):
    put(folder)
    watched = look(desk, folder)
    (row,) = rows_of(desk)
    assert watched.arrivals == (row.id,)
    assert (codes(row), row.state, row.counts.get("new"), row.batch, row.seen) == ([], "taken", 2, 1, False)
    assert row.path == folder / "应收.xlsx"
    assert sum(claim.balance_fen for claim in claim_rows(desk.store, TODAY, TODAY)) == 125_050
    assert watched.changes.claims or watched.changes.everything


def test_the_journal_holds_and_verifies_what_came(desk, folder):
    put(folder)
    look(desk, folder)
    assert verify(desk.store, NOW).ok


def test_the_files_stay_as_they_were(desk, folder):
    file = put(folder)
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    look(desk, folder)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert list(folder.iterdir()) == [file]


def test_a_second_look_finds_nothing_new(desk, folder):
    put(folder)
    look(desk, folder)
    head = desk.store.journal_head()
    assert look(desk, folder).arrivals == ()
    assert desk.store.journal_head() == head


def test_a_copy_under_another_name_is_said_once(desk, folder):
    file = put(folder)
    look(desk, folder)
    copy = folder / "应收 (1).xlsx"
    copy.write_bytes(file.read_bytes())
    aged(copy, 60)
    assert len(look(desk, folder).arrivals) == 1
    assert look(desk, folder).arrivals == ()
    newest = rows_of(desk)[0]
    assert (newest.state, newest.why[0].params["file"], newest.batch) == ("again", "应收.xlsx", None)
    assert len(claim_rows(desk.store, TODAY, TODAY)) == 2


def test_a_ledger_imported_by_hand_before_is_not_booked_again(desk, folder):
    file = put(folder)
    take_over(desk, compare(desk.store, propose(file), TODAY), file.name, file_hash(file))
    look(desk, folder)
    assert states(desk) == {"应收.xlsx": "again"}


def test_a_file_copied_again_with_a_new_time_is_silent(desk, folder):
    put(folder)
    look(desk, folder)
    aged(folder / "应收.xlsx", 50)
    assert look(desk, folder).arrivals == ()


def test_several_files_come_oldest_first(desk, folder):
    put(folder, "b.xlsx", [("甲公司", "1", date(2026, 10, 1), 1)], age_s=300)
    put(folder, "a.xlsx", [("甲公司", "1", date(2026, 10, 1), 2)], age_s=100)
    look(desk, folder)
    assert [row.file_name for row in reversed(rows_of(desk))] == ["b.xlsx", "a.xlsx"]
    (claim,) = claim_rows(desk.store, TODAY, TODAY)
    assert claim.balance_fen == 200


def test_a_file_that_grows_waits_for_the_next_look(desk, folder):
    file = put(folder, age_s=3)
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    watched = look(desk, folder, lambda _: file.write_bytes(whole))
    assert (watched.arrivals, [problem.code for problem in watched.later]) == ((), ["arrival_growing"])
    aged(file, 60)
    assert len(look(desk, folder).arrivals) == 1


def test_a_file_that_stops_growing_within_a_minute_is_waited_for(desk, folder):
    file = put(folder, age_s=3)
    whole = file.read_bytes()
    pauses: list[int] = []

    def pause(seconds: int) -> None:
        pauses.append(seconds)
        if seconds == 2:
            file.write_bytes(whole)
        else:
            aged(file, 60)

    file.write_bytes(whole[:100])
    watched = watch_until_still(desk, folder, pause=pause)
    assert (len(watched.arrivals), watched.later, pauses) == (1, (), [2, 10])


def test_a_folder_that_is_gone_is_a_sentence(desk, tmp_path):
    with pytest.raises(Refused) as refusal:
        look(desk, tmp_path / "gone")
    assert refusal.value.problems[0].code == "watch_folder_gone"


# --- what waits ----------------------------------------------------------------------------------------

TROUBLE = {
    "arrival_problems": [*ROWS, ("丙公司", "KP-003", date(2026, 9, 1), "约三千")],
    "arrival_doubtful": [*ROWS, ROWS[0]],
    "total_differs": [*ROWS, ("合计", None, None, 9999)],
    "arrival_guessed": [*ROWS, ("丙公司", "KP-003", "月底", 300)],
}


@pytest.mark.parametrize("code", TROUBLE)
def test_what_has_to_be_judged_waits_for_the_clerk(desk, folder, code):
    put(folder, rows=TROUBLE[code])
    look(desk, folder)
    (row,) = rows_of(desk)
    assert (row.state, row.batch) == ("waiting", None)
    assert code in codes(row)
    assert row.counts["new"] >= 2
    assert not claim_rows(desk.store, TODAY, TODAY)


@pytest.mark.parametrize("code", TROUBLE)
def test_without_strictness_it_is_booked_as_the_command_does(desk, folder, code):
    choose(desk, WATCH_STRICT, False)
    put(folder, rows=TROUBLE[code])
    look(desk, folder)
    (row,) = rows_of(desk)
    assert row.state == "taken"
    assert row.warnings or row.counts["doubtful"]
    assert len(claim_rows(desk.store, TODAY, TODAY)) >= 2


MOVEMENTS = """客户名称,日期,凭证号,单据号,摘要,借方,贷方,方向,余额
华兴,2026-01-05,记-3,FP26010005,销售,5000,,借,5000
华兴,2026-01-20,记-9,FP26010020,销售,3000,,借,8000
华兴,2026-03-01,记-2,,收款,,3000,借,5000
"""


def test_receipts_matched_by_their_sum_alone_wait_for_the_clerk(desk, folder):
    (folder / "明细账.csv").write_text(MOVEMENTS, "utf-8-sig")
    aged(folder / "明细账.csv", 500)
    look(desk, folder)
    (row,) = rows_of(desk)
    assert (row.state, codes(row)) == ("waiting", ["arrival_matched"])


STATEMENT = """交易时间,对方户名,对方账号,借方发生额,贷方发生额,余额,摘要
2026-11-01,甲公司,622200,,1000,51000,货款
2026-11-02,乙公司,622201,,2000,53000,货款
"""


@pytest.mark.parametrize("strict", [True, False])
def test_money_in_the_bank_is_never_booked_as_claims(desk, folder, strict):
    choose(desk, WATCH_STRICT, strict)
    (folder / "流水.csv").write_text(STATEMENT, "utf-8-sig")
    aged(folder / "流水.csv", 500)
    look(desk, folder)
    (row,) = rows_of(desk)
    assert (row.state, codes(row)) == ("waiting", ["arrival_statement"])


def next_month(desk: Desk, folder: Path, balance: int = 900, due: date = date(2026, 10, 4)) -> None:
    """The same ledger a while later, its first row changed."""
    put(folder, "下月.xlsx", [(*ROWS[0][:2], due, balance), ROWS[1]], age_s=60)
    look(desk, folder)


def test_a_changed_ledger_nobody_worked_on_is_booked(desk, folder):
    put(folder)
    look(desk, folder)
    next_month(desk, folder)
    assert states(desk)["下月.xlsx"] == "taken"


def test_a_due_date_that_moves_under_a_call_waits(desk, folder):
    put(folder)
    look(desk, folder)
    log_call(desk, [1], Talk(at=NOW - timedelta(hours=20), outcome="no_answer"))
    next_month(desk, folder, 1000, date(2026, 12, 31))
    row = rows_of(desk)[0]
    assert (row.state, codes(row)) == ("waiting", ["arrival_touches_work"])


def test_work_on_claims_the_ledger_leaves_alone_does_not_hold_it_up(desk, folder):
    put(folder)
    look(desk, folder)
    log_call(desk, [2], Talk(at=NOW - timedelta(hours=20), outcome="no_answer"))
    next_month(desk, folder)
    assert states(desk)["下月.xlsx"] == "taken"


def test_an_older_issue_of_the_same_ledger_waits(desk, folder, on):
    put(folder)
    look(desk, folder)
    put(folder, "上月.xlsx", [(*ROWS[0][:3], 800)], age_s=60)
    look(Desk(desk.store, Night(TODAY - timedelta(days=30)), "林晓"), folder)
    row = rows_of(desk)[0]
    assert (row.state, codes(row)) == ("waiting", ["arrival_older"])


def test_money_booked_after_the_day_of_the_ledger_is_not_counted_twice_unseen(desk, folder):
    head = ("客户名称", "单据号", "到期日", "应收金额", "已收金额", "未收余额")

    def issue(name: str, paid: int, day: str, age_s: int) -> None:
        book = Workbook()
        for row in (
            (f"截止日期：{day}",), head, ("甲公司", "KP-1", date(2026, 9, 1), 1000, paid, 1000 - paid)
        ):  # fmt: skip
            book.active.append(row)
        book.save(folder / name)
        aged(folder / name, age_s)
        look(desk, folder)

    issue("一.xlsx", 0, "2026-10-31", 90)
    book_for_claim(desk, 1, 40_000, date(2026, 11, 18))
    issue("二.xlsx", 400, "2026-11-15", 60)
    row = rows_of(desk)[0]
    assert (row.state, codes(row)) == ("waiting", ["arrival_touches_work"])
    (claim,) = claim_rows(desk.store, TODAY, TODAY)
    assert claim.balance_fen == 60_000


# --- what fails ----------------------------------------------------------------------------------------


def test_a_broken_file_stops_no_other(desk, folder):
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 cut off")
    aged(folder / "坏.xlsx", 500)
    put(folder)
    look(desk, folder)
    assert states(desk) == {"坏.xlsx": "waiting", "应收.xlsx": "taken"}


def test_a_file_without_headings_waits_with_its_sentence(desk, folder):
    (folder / "便条.txt").write_text("明天给王建国打电话\n", "utf-8")
    aged(folder / "便条.txt", 500)
    look(desk, folder)
    (row,) = rows_of(desk)
    assert row.state == "waiting"
    assert row.why


def test_books_held_by_somebody_else_leave_the_file_for_the_next_look(desk, folder, monkeypatch):
    monkeypatch.setattr("models.store.locks.WAIT_S", 0.05)
    put(folder)
    other = FolderLock(desk.store.folder.act_lock)
    with other.held():
        watched = look(desk, folder)
    assert [problem.code for problem in watched.later] == ["folder_busy"]
    assert len(look(desk, folder).arrivals) == 1


def test_a_stop_keeps_what_was_taken_in(desk, folder):
    put(folder, "a.xlsx", age_s=500)
    put(folder, "b.xlsx", [("甲公司", "1", date(2026, 10, 1), 1)], age_s=100)

    def until_half(done: int, total: int) -> None:
        if done * 2 > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        watch(desk, folder, until_half, no_pause)
    assert states(desk) == {"a.xlsx": "taken"}
    look(desk, folder)
    assert states(desk) == {"a.xlsx": "taken", "b.xlsx": "taken"}


# --- afterwards ----------------------------------------------------------------------------------------


def test_a_batch_taken_back_is_told_and_does_not_come_again(desk, folder):
    put(folder)
    look(desk, folder)
    undo(desk, 1)
    assert look(desk, folder).arrivals == ()
    assert states(desk) == {"应收.xlsx": "undone"}
    assert not claim_rows(desk.store, TODAY, TODAY)


def test_a_waiting_ledger_imported_by_hand_waits_no_longer(desk, folder):
    file = put(folder, rows=TROUBLE["arrival_doubtful"])
    look(desk, folder)
    take_over(desk, compare(desk.store, propose(file), TODAY), file.name, file_hash(file))
    (row,) = rows_of(desk)
    assert (row.state, row.batch, row.wants_attention) == ("by_hand", 1, False)


def test_seen_is_kept(desk, folder):
    put(folder)
    look(desk, folder)
    mark_seen(desk, [1])
    assert [row.wants_attention for row in rows_of(desk)] == [False]


def test_an_unknown_arrival_cannot_be_seen(desk):
    with pytest.raises(Refused) as refusal:
        mark_seen(desk, [7])
    assert refusal.value.problems[0].code == "unknown_id"
