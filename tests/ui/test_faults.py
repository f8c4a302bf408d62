"""A fault is told with its place and kind, and without a word of what the books hold."""

import logging

from ui.faults import CRASH, FAULTS, RunMark, fault_handler, report, told

DEBTOR = "苏州恒锐精密制造有限公司"


def broken():
    try:
        {}[DEBTOR]
    except KeyError as missing:
        raise ValueError(f"{DEBTOR} 欠 136,400.00") from missing


def caught():
    try:
        broken()
    except ValueError as fault:
        return fault
    raise AssertionError


def test_a_fault_is_told_by_its_places_and_kinds_alone():
    lines = told(caught()).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["KeyError", "ValueError"]
    assert any(line.startswith("  tests/ui/test_faults.py:") and line.endswith(" broken") for line in lines)
    assert DEBTOR not in told(caught())


def test_the_log_keeps_no_words_of_an_error_and_nothing_of_other_libraries(tmp_path):
    handler = fault_handler(tmp_path / "log")
    ours, others = logging.getLogger("models.somewhere"), logging.getLogger("pypdf")
    for logger in (ours, others):
        logger.addHandler(handler)
        logger.error("read %s", DEBTOR, exc_info=caught())
        logger.removeHandler(handler)
    handler.close()
    kept = (tmp_path / "log" / FAULTS).read_text("utf-8")
    assert kept.count("ERROR models.somewhere read %s") == 1
    assert "pypdf" not in kept
    assert DEBTOR not in kept


def test_the_report_has_versions_counts_and_the_last_faults(tmp_path):
    (tmp_path / FAULTS).write_text("\n".join(f"line {number}" for number in range(300)), "utf-8")
    place = tmp_path / "lin" / "ui" / "app.py"
    (tmp_path / CRASH).write_text(f'  File "{place}", line 7 in begin\n', "utf-8")
    words = report(tmp_path, 10, [("claim", 3)])
    assert "schema 10" in words
    assert "claim 3" in words
    assert "line 299" in words
    assert "line 99\n" not in words
    assert "ui/app.py:7 begin" in words
    assert "lin/" not in words


def test_a_run_that_did_not_end_is_known_at_the_next_start(tmp_path):
    assert not RunMark(tmp_path).begin()
    again = RunMark(tmp_path)
    assert again.begin()
    again.end()
    assert not RunMark(tmp_path).begin()


def test_a_full_disk_does_not_make_a_fault_of_its_own_out_of_the_log(tmp_path, capsys):
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / FAULTS).symlink_to("/dev/full")
    handler = fault_handler(tmp_path / "log")
    handler.emit(logging.LogRecord("ui", logging.ERROR, "", 1, "work failed", (), None))
    handler.close()
    assert capsys.readouterr().err == ""
