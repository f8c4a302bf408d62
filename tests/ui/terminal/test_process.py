"""The program as it is really started: no Qt, one writer at a time, readers who never wait."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.store import locks
from models.store.locks import FolderLock
from tests.ui.terminal.conftest import TODAY, Commands
from ui.terminal import main as terminal

HERE = Path(__file__).resolve().parents[3]
WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise AssertionError(f"{name} was asked for")
sys.meta_path.insert(0, NoQt())
import main
status = main.main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken"))]
sys.exit(status)
"""


def start(*line: object, program: str | None = None, umask: int = -1) -> subprocess.Popen[str]:
    command = [sys.executable, *(("-c", program) if program else ("main.py",)), *map(str, line)]
    return subprocess.Popen(
        command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, umask=umask
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_no_command_asks_for_qt(firm: Commands, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"x")
    lines = [
        ("claims",), ("aging", "--xlsx", tmp_path / "a.xlsx", "--pdf", tmp_path / "a.pdf"), ("worklist",),
        ("import", firm.ledger("甲,9,1.00,,")), ("attach", "1", tmp_path / "scan.pdf"), ("evidence", "1"),
        ("letters", "--kind", "demand", "--due", "--out", tmp_path / "out"), ("backup", "--to", tmp_path / "b"),
        ("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--out", tmp_path / "p.pdf"), ("verify",),
        ("uppercase", "5.00"), ("debtor", "苏州恒锐精密制造有限公司"), ("creditor",),
    ]  # fmt: skip
    for line in lines:
        answer = ended(start("--data", firm.data, "--today", TODAY, "--json", *line, program=WITHOUT_QT))
        assert (answer[0], answer[2]) == (0, ""), (line, answer)
        assert isinstance(json.loads(answer[1]), dict)


def test_wrong_usage_ends_with_2_and_prints_nothing_on_standard_output() -> None:
    status, out, err = ended(start("--json", "receipt", "x", "--claim", "1"))
    assert (status, out, "not a sum of money" in err) == (2, "", True)


def test_nobody_reading_the_answer_is_no_traceback(firm: Commands) -> None:
    firm("import", firm.ledger(*(f"丁{n},{n},1.00,,2026-09-01" for n in range(3000)), name="long.csv"))
    process = start("--data", firm.data, "--json", "claims")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), "Traceback" in err) == (1, False)


def test_a_full_standard_output_is_no_traceback(firm: Commands) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "main.py", "--data", str(firm.data), "--json", "claims"]
        done = subprocess.run(command, cwd=HERE, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_a_console_that_cannot_show_chinese_shows_escapes(firm: Commands) -> None:
    program = (
        "import sys; sys.stdout.reconfigure(encoding='ascii'); import main; sys.exit(main.main(sys.argv[1:]))"
    )
    status, out, _ = ended(start("--data", firm.data, "--json", "claims", program=program))
    assert status == 0
    assert out.isascii()
    assert json.loads(out)["claims"][0]["debtor"] == "苏州恒锐精密制造有限公司"


def test_what_is_written_is_closed_to_others_whatever_the_umask(run: Commands, tmp_path: Path) -> None:
    exports = ("aging", "--xlsx", tmp_path / "out.xlsx", "--pdf", tmp_path / "out.pdf")
    for line in (exports, ("template", tmp_path / "out.template.xlsx")):
        status, _, err = ended(start("--data", run.data, "--json", *line, umask=0))
        assert (status, err) == (0, "")
    made = [run.data, *run.data.rglob("*"), *tmp_path.glob("out.*")]
    assert len(made) >= 9
    assert [path for path in made if path.stat().st_mode & 0o077] == []


def test_two_imports_of_one_ledger_at_once_book_it_once(run: Commands) -> None:
    file = run.ledger(*(f"丁{n},{n},1.00,,2026-09-01" for n in range(200)))
    both = [start("--data", run.data, "--today", TODAY, "--json", "import", file) for _ in range(2)]
    told = [json.loads(out) for status, out, err in map(ended, both)]
    assert sorted((each["new"], each["same"]) for each in told) == [(0, 200), (200, 0)]
    assert run("claims")["count"] == 200


def test_receipts_at_once_never_pay_more_than_is_open(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    line = ("--data", run.data, "--today", TODAY, "--json", "receipt", "40.00", "--debtor", "甲")
    told = [json.loads(out) for status, out, err in map(ended, [start(*line) for _ in range(4)])]
    assert sorted(each["left"] for each in told) == ["0.00", "0.00", "20.00", "40.00"]
    assert run("verify")["ok"] is True


@pytest.fixture
def held(firm: Commands, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Somebody else is at work in the folder, and we are impatient."""
    monkeypatch.setattr(locks, "WAIT_S", 0.05)
    monkeypatch.setattr(terminal, "WAIT_S", 0.05)
    return firm


def test_who_writes_waits_and_then_names_who_has_the_folder(held: Commands) -> None:
    other = FolderLock(held.data / "lock")
    assert other.try_now()
    began = time.monotonic()
    try:
        holder = other.holder()
        for line in (("receipt", "5.00", "--claim", "1"), ("call", "1", "--outcome", "busy"), ("undo", "1")):
            answer = held(*line, status=1)
            assert answer.codes == ["folder_busy"]
            assert holder["pid"] in answer.err
    finally:
        other.release()
    assert time.monotonic() - began < 10
    assert held("receipt", "5.00", "--claim", "1").status == 0


def test_who_reads_never_waits(held: Commands) -> None:
    other = FolderLock(held.data / "lock")
    assert other.try_now()
    try:
        for line in (("claims",), ("aging",), ("worklist",), ("evidence", "1"), ("verify",), ("creditor",)):
            assert held(*line).status == 0
        assert held("import", held.ledger("甲,9,1.00,,"), "--dry-run")["new"] == 1
    finally:
        other.release()


def test_a_folder_that_another_is_making_reads_as_empty_and_is_waited_for(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "WAIT_S", 0.05)
    run.data.mkdir()
    other = FolderLock(run.data / "lock")
    assert other.try_now()
    try:
        assert run("claims")["count"] == 0
        assert run("verify")["ok"] is True
        assert run("debtor", "甲", "--phone", "1", status=1).codes == ["folder_busy"]
    finally:
        other.release()
    assert run("debtor", "甲", "--phone", "1")["phone"] == "1"


def test_a_window_does_not_keep_commands_from_working(firm: Commands) -> None:
    window = FolderLock(firm.data / "window")
    assert window.try_now()
    try:
        assert firm("receipt", "5.00", "--claim", "1").status == 0
    finally:
        window.release()


def test_a_lock_that_a_crash_left_heals(firm: Commands) -> None:
    (firm.data / "lock").write_text(json.dumps({"host": "gone", "pid": "1"}))
    assert firm("receipt", "5.00", "--claim", "1").status == 0
