import threading

import pytest
from peewee import OperationalError

from models.changes import Changes
from models.clock import Clock
from models.rules.problems import Problem, Refused
from ui.context import AppContext
from ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    lanes = Jobs()
    yield lanes
    lanes.close()


def refusing(_progress):
    raise Refused(Problem("too_late"))


def broken(_progress):
    raise ZeroDivisionError("a bug")


def test_writes_happen_in_the_order_asked_for_and_results_come_home(jobs, qtbot):
    order, told, threads = [], [], set()

    def work(number):
        def doing(_progress):
            order.append(number)
            threads.add(threading.current_thread().name)
            return number

        return doing

    for number in range(20):
        jobs.write(work(number), lambda value: told.append((value, threading.current_thread().name)))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert order == list(range(20))
    assert threads == {"jobs-write"}
    assert told == [(number, threading.main_thread().name) for number in range(20)]


def test_reading_does_not_wait_for_writing(jobs, qtbot):
    gate, read = threading.Event(), []
    jobs.write(lambda _progress: gate.wait(5))
    jobs.read(lambda _progress: "seen", read.append)
    qtbot.waitUntil(lambda: read == ["seen"])
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_reading_does_not_wait_for_what_takes_minutes(jobs, qtbot):
    gate, read = threading.Event(), []
    jobs.aside(lambda _progress: gate.wait(5))
    jobs.read(lambda _progress: "seen", read.append)
    qtbot.waitUntil(lambda: read == ["seen"])
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_refusal_goes_to_who_asked(jobs, qtbot):
    taken, ended = [], []
    jobs.write(refusing, on_problem=taken.extend, on_end=lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    assert [problem.code for problem in taken] == ["too_late"]


def test_a_refusal_nobody_takes_is_announced(jobs, qtbot):
    with qtbot.waitSignal(jobs.refused) as announced:
        jobs.write(refusing)
    assert announced.args[0][0].code == "too_late"


def test_a_bug_is_logged_and_announced(jobs, qtbot, caplog):
    with qtbot.waitSignal(jobs.failed) as announced:
        jobs.write(broken)
    assert isinstance(announced.args[0], ZeroDivisionError)
    assert "a bug" in caplog.text


def test_a_stopped_job_ends_without_a_result(jobs, qtbot):
    started, done = threading.Event(), []

    def long(progress):
        for step in range(10**9):
            progress(step, 10**9)
            started.set()

    job = jobs.write(long, done.append)
    started.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert (done, jobs.busy) == ([], False)


def test_a_paused_job_waits(jobs, qtbot):
    ready, seen = threading.Event(), []

    def two_steps(progress):
        ready.wait(5)
        progress(1, 2)
        seen.append(1)
        return "done"

    job = jobs.write(two_steps)
    job.pause()
    ready.set()
    assert (job.paused, seen) == (True, [])
    with qtbot.waitSignal(job.ended):
        job.resume()
    assert seen == [1]


def test_progress_is_told(jobs, qtbot):
    told = []
    gate = threading.Event()

    def counted(progress):
        gate.wait(5)
        progress(7, 7)

    job = jobs.read(counted)
    job.progressed.connect(lambda done, total: told.append((done, total)))
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == [(7, 7)]


def test_a_closed_window_is_not_told(jobs, qtbot):
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    window, gate, told = QObject(), threading.Event(), []
    jobs.write(lambda _progress: gate.wait(5), told.append, owner=window)
    delete(window)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == []


def test_an_act_spreads_the_news_once(inline_jobs):
    context = AppContext(None, Clock(), lambda *_: b"%PDF", None, inline_jobs)
    news, done = [], []
    context.bus.changed.connect(news.append)
    changes = Changes(claims=frozenset({7}))
    context.act(lambda _progress: (42, changes), done.append)
    context.act(lambda _progress: None, done.append)
    assert (news, done) == ([changes], [(42, changes), None])


def test_a_place_that_cannot_be_written_is_a_problem_that_names_it_and_no_bug(jobs, qtbot, tmp_path):
    told, bugs = [], []
    jobs.failed.connect(bugs.append)
    jobs.refused.connect(told.append)
    jobs.write(lambda _progress: tmp_path.write_text("a list"))
    qtbot.waitUntil(lambda: not jobs.busy)
    ((problem,),) = told
    assert (problem.code, problem.params["file"], bugs) == ("file_trouble", str(tmp_path), [])


def test_a_full_disk_below_the_database_is_a_problem_that_names_the_books_and_no_bug(jobs, qtbot):
    told, bugs = [], []
    jobs.folder = "/books"
    jobs.failed.connect(bugs.append)
    jobs.refused.connect(told.append)

    def work(_progress):
        raise OperationalError("database or disk is full")

    jobs.write(work)
    qtbot.waitUntil(lambda: not jobs.busy)
    ((problem,),) = told
    assert (problem.code, problem.params["folder"], bugs) == ("disk_full", "/books", [])
