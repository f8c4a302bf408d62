"""How commands end: 0, 1, 2 or 3 and a sentence, whatever they are given; never a traceback."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import string
import subprocess
import sys
from pathlib import Path

import pytest

from models.vault import durable
from models.vault.vault import Vault
from tests.ui.terminal.conftest import Answer, Commands
from ui.terminal.main import parse

HERE = Path(__file__).resolve().parents[3]

JUNK = [
    "", " ", "\0", "a\0b", "\ud800", "x\udcff", "0", "-1", "1", "1" + "0" * 30, "9" * 5000, "1e400", "NaN",
    "½", "²", "٣",
    "'; DROP TABLE claim; --", "{}", "%s%n", "../..", "/", "nowhere/at/all", "pipe", "CON", "~no-such-user/x", "~",
    "2026-02-30", "0001-01-01", "9999-12-31", "20261130", "2026-W01-1", "2026-11-30T25:00",
    "0001-01-01T00:00:00+14:00",
    "1@", "@", "5.00@0001-01-01", "1,2,,x", ",", "名" * 400, "\n", "\x1b[31m", "‮gpj", "--", "--json", "-",
]  # fmt: skip
LINES = [
    ("import", "*"), ("import", "L", "--sheet", "*"), ("import", "L", "--mapping", "*"), ("import", "L",
    "--as-of", "*"),
    ("undo", "*"), ("claims", "--as-of", "*"), ("claims", "--find", "*"), ("claims", "--band", "*"),
    ("claims", "--class", "*"), ("aging", "--as-of", "*"), ("aging", "--by", "*"), ("aging", "--bands", "*"),
    ("aging", "--xlsx", "*"), ("aging", "--pdf", "*"),
    ("call", "*", "--outcome", "busy"), ("call", "1", "--outcome", "*"),
    *(("call", "1", "--outcome", "connected", option, "*") for option in (
        "--person", "--role", "--confirmed", "--amount", "--reason", "--promise", "--recording", "--note", "--at")),
    ("receipt", "*", "--claim", "1"), ("receipt", "5.00", "--claim", "*"), ("receipt", "5.00", "--debtor", "*"),
    ("receipt", "5.00", "--claim", "1", "--on", "*"), ("receipt", "5.00", "--claim", "1", "--memo", "*"),
    ("receipt", "5.00", "--debtor", "甲", "--currency", "*"), ("reverse", "*", "--why", "x"), ("reverse", "1",
    "--why", "*"),
    ("attach", "*", "L"), ("attach", "1", "*"), ("attach", "1", "L", "--kind", "*"), ("attach", "1", "L",
    "--proves", "*"),
    ("evidence", "*"), ("letters", "--kind", "*", "--due", "--out", "out"),
    ("letters", "--kind", "demand", "--claims", "*", "--out", "out"), ("mailed", "*", "--waybill", "123456789"),
    ("mailed", "1", "--waybill", "*"), ("mailed", "1", "--waybill", "123456789", "--on", "*"),
    ("mailed", "1", "--waybill", "123456789", "--address-source", "*"), ("delivered", "*", "--result", "signed"),
    ("delivered", "1", "--result", "*"), ("delivered", "1", "--result", "signed", "--on", "*"),
    ("delivered", "1", "--result", "signed", "--proof", "*"),
    ("plan", "*", "--instalments", "2", "--first", "2027-01-15"), ("plan", "1", "--instalments", "*",
    "--first", "2027-01-15"),
    ("plan", "1", "--instalments", "2", "--first", "*"),
    ("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--every", "*"), ("signed", "*", "L"),
    ("signed", "1", "*"),
    ("signed", "1", "L", "--on", "*"), ("creditor", "--name", "*"), ("creditor", "--account", "*"), ("debtor", "*"),
    ("debtor", "*", "--phone", "1"), ("debtor", "甲", "--address", "*"), ("demo", "--claims", "*"),
    ("demo", "--claims", "3", "--seed", "*"), ("restore", "*"), ("*",), ("claims", "*"),
]  # fmt: skip


def is_told(answer: Answer) -> bool:
    """One object on standard output or nothing; a sentence on standard error where it was refused; no traceback."""
    if "Traceback" in answer.err + answer.out or answer.status not in (0, 1, 2, 3):
        return False
    if answer.status == 2:
        return answer.out == "" and answer.err != ""
    told = json.loads(answer.out)
    if answer.status == 1:
        problems = told["problems"]
        lines = answer.err.splitlines()
        return (
            bool(problems)
            and all(set(each) == {"code", "message", "where"} for each in problems)
            and bool(lines)
        )
    return "problems" not in told or "rows_read" in told


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_junk_in_any_option_ends_with_a_sentence(
    run: Commands, line: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(run.data.parent)
    os.mkfifo("pipe")
    ledger = run.ledger("甲,1,100.00,,2026-09-01")
    run("import", ledger)
    badly = []
    # Each reading of a ledger starts a process of its own: a part of the junk must do there.
    for junk in JUNK[::6] if line[:2] == ("import", "L") else JUNK:
        typed = [junk if part == "*" else str(ledger) if part == "L" else part for part in line]
        answer = run.typed("--data", run.data, "--today", run.today, "--json", *typed)
        if not is_told(answer) or '"unexpected"' in answer.out:
            badly.append((junk, answer))
    assert not badly, badly[0]
    assert Path("pipe").is_fifo()
    assert run("verify")["ok"] is True


@pytest.mark.parametrize("option", ["--data", "--today", "--lang"])
def test_junk_in_a_global_option_ends_with_a_sentence(
    run: Commands, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = run.data.parent / "room"
    room.mkdir()
    monkeypatch.chdir(room)
    for junk in JUNK:
        if junk not in ("~", "/"):
            answer = run.typed("--data", run.data, "--json", option, junk, "claims")
            assert is_told(answer), (junk, answer)
            assert '"unexpected"' not in answer.out, junk


FILES_READ = [
    ("import", "{}"), ("import", "{}", "--dry-run"), ("bank", "{}"), ("import", "ledger.csv", "--mapping", "{}"),
    ("post-forms", "--add", "{}"), ("letterhead", "--logo", "{}"), ("policy", "--set", "{}"), ("restore", "{}"),
    ("allocate", "{}"), ("holidays", "--add", "{}"), ("lpr", "--add", "{}"), ("attach", "1", "{}"),
    ("describe", "1", "--transcript", "{}"), ("wording", "demand", "--set", "subject={}"),
    ("waybills", "1", "--file", "{}"), ("guard", "甲", "--text", "{}"),
    ("call", "1", "--outcome", "busy", "--recording", "{}"),
]  # fmt: skip
"""Every command that reads a file somebody names."""


@pytest.mark.parametrize("line", FILES_READ, ids=lambda line: " ".join(line))
def test_a_pipe_is_waited_at_by_nobody(run: Commands, tmp_path: Path, line: tuple[str, ...]) -> None:
    run("import", run.ledger("甲,1,1.00,,2026-09-01"))
    os.mkfifo(tmp_path / "pipe")
    signal.alarm(20)  # a pipe that is waited at ends the tests, not the patience of who runs them
    try:
        run(*(part.replace("{}", str(tmp_path / "pipe")) for part in line), status=1)
    finally:
        signal.alarm(0)


@pytest.mark.parametrize("seed", range(4))
def test_random_lines_end_with_a_sentence(run: Commands, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(run.data.parent)
    ledger = run.ledger("甲,1,100.00,,2026-09-01")
    run("import", ledger)
    chance = random.Random(seed)
    words = [part for line in LINES for part in line if part not in ("*", "L")] + [
        str(ledger),
        "--on",
        "2026-11-01",
    ]
    for _ in range(150):
        typed = [
            chance.choice([*words, *JUNK, chance.choice(string.printable)])
            for _ in range(chance.randrange(1, 7))
        ]
        if not {"-h", "--help", "allocate"} & set(typed):
            answer = run.typed("--data", run.data, "--today", run.today, "--json", "import", *typed)
            assert is_told(answer), (typed, answer)
            answer = run.typed(
                "--data", run.data, "--today", run.today, "--json", *chance.choice(LINES)[:1], *typed
            )
            assert is_told(answer), (typed, answer)
    assert run("verify")["ok"] is True


def test_the_sentence_stands_on_standard_error_too(run: Commands) -> None:
    answer = run("evidence", "77", status=1)
    assert answer.err.strip() == answer["problems"][0]["message"]
    assert set(answer["problems"][0]) == {"code", "message", "where"}


def test_sentences_are_in_the_language_asked_for(run: Commands) -> None:
    answer = run.typed("--data", run.data, "--lang", "zh_CN", "--json", "evidence", "77")
    assert "未作任何改动" in answer.err


def test_options_are_written_out() -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["claims", "--fi", "x"])
    assert ended.value.code == 2


def test_without_json_an_answer_is_for_reading(firm: Commands) -> None:
    aging = firm.typed("--data", firm.data, "--today", firm.today, "aging").out
    assert "{" not in aging
    heading, first = aging.splitlines()[3:5]
    assert heading.split()[0] == "name"
    assert heading.split()[-1] == "total"
    assert first.split()[-1] == "2500.00"
    slots = firm.typed("--data", firm.data, "evidence", "1").out
    assert "complete: 0/6" in slots.splitlines()


def test_reading_text_shows_controls_and_obeys_none(run: Commands) -> None:
    run("debtor", "甲\x1b[2J‮公司", "--phone", "1")
    out = run.typed("--data", run.data, "debtor", "甲\x1b[2J‮公司").out
    assert "\x1b" not in out
    assert "甲\\x1b[2J\\u202e公司" in out


def with_room_for(size: int, *line: object) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own whose files may grow to so many bytes: a full disk,
    as the system tells it."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    program = f"import sys; {limit}; import main; sys.exit(main.main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-B", "-c", program, *map(str, line)],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    )


ACTS = {
    "import": ("import", "{ledger}"),
    "attach": ("attach", "1", "{large}"),
    "receipt": ("receipt", "5.00", "--claim", "1", "--memo", "m" * 60_000),
    "letters": ("letters", "--kind", "demand", "--claims", "1,2", "--out", "{out}"),
    "plan": ("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--out", "{out}/a.pdf"),
    "backup": ("backup", "--to", "{out}/all.qzbackup"),
    "call": ("call", "1", "--outcome", "connected", "--confirmed", "full", "--memo"),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_full_disk_is_a_sentence_and_leaves_everything_as_it_was(
    firm: Commands, tmp_path: Path, act: str
) -> None:
    (tmp_path / "large").write_bytes(os.urandom(2 << 20))
    ledger = firm.ledger(*(f"丁{n},{n},1.00,,2026-09-01" for n in range(4000)), name="long.csv")
    places = {"ledger": ledger, "large": tmp_path / "large", "out": tmp_path / "out"}
    line = [part.format(**places) for part in ACTS[act]]
    refuses_without_room(firm, tmp_path, line)


@pytest.mark.parametrize("act", ["import", "attach", "letters"])
def test_what_takes_much_room_is_not_begun_where_the_disk_has_less(
    firm: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    (tmp_path / "large").write_bytes(os.urandom(200_000))
    ledger = firm.ledger(*(f"丁{n},{n},1.00,,2026-09-01" for n in range(200)), name="long.csv")
    line = [part.format(ledger=ledger, large=tmp_path / "large", out=tmp_path / "out") for part in ACTS[act]]
    disk_usage, written = shutil.disk_usage, []
    monkeypatch.setattr(durable.shutil, "disk_usage", lambda _: disk_usage("/")._replace(free=199_999))
    monkeypatch.setattr(Vault, "_copy_hashing", lambda *_: written.append("a document"))
    monkeypatch.setattr(Vault, "_fill", lambda *_: written.append("a letter"))
    before = firm("verify")["checked"]
    assert firm(*line, status=1).codes == ["disk_full"]
    assert (firm("verify")["checked"], written) == (before, [])


def test_letters_are_issued_where_only_their_copies_find_no_room(
    firm: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk_usage, out = shutil.disk_usage, tmp_path / "out"
    monkeypatch.setattr(
        durable.shutil, "disk_usage", lambda at: disk_usage("/")._replace(free=99 if at == out else 1 << 30)
    )
    letters = ("letters", "--kind", "demand", "--claims", "1", "--out", out)
    answer = firm(*letters)
    assert (answer.codes, len(answer["letters"]), list(out.iterdir())) == (["copy_failed"], 1, [])
    assert firm("disclosures")["disclosures"] == []
    monkeypatch.undo()
    assert Path(firm(*letters)["skipped"][0]["file"]).is_file()


def test_a_statement_is_taken_and_its_lines_are_booked_whole_or_not_at_all_on_a_full_disk(
    firm: Commands, tmp_path: Path
) -> None:
    debtor = firm("claims")["claims"][0]["debtor"]
    rows = [f"2026-11-03,{debtor},{n}.00,{'m' * 400},{n}" for n in range(1, 201)]
    statement = tmp_path / "流水.csv"
    statement.write_text("\n".join(["交易日期,对方户名,收入金额,摘要,流水号", *rows]), "utf-8")
    refuses_without_room(firm, tmp_path, ["bank", str(statement)])
    lines = [str(n) for n in range(1, 41)]
    refuses_without_room(firm, tmp_path, ["book-line", ",".join(lines)])
    assert {each["state"] for each in firm("bank-lines", "--all")["lines"][:40]} == {"booked"}


def test_a_review_is_signed_whole_or_not_at_all_on_a_full_disk(firm: Commands, tmp_path: Path) -> None:
    bad = [claim["id"] for claim in firm("claims")["claims"]]
    firm("review-set", *bad, "--class", "bad", "--cause", "operating", "--owner", "林晓")
    refuses_without_room(firm, tmp_path, ["review-sign", "--as-of-today", "--accept"])


def refuses_without_room(firm: Commands, tmp_path: Path, line: list[str]) -> None:
    """However little room there is, a sentence is the answer and nothing has changed; with room it is done."""
    before = firm.everything()
    size = (firm.data / "qingzhang.db").stat().st_size
    for room in (0, 4096, size // 2, size):
        answer = with_room_for(room, "--data", firm.data, "--today", firm.today, "--json", *line)
        if answer.returncode == 0:
            break
        assert (answer.returncode, "Traceback" in answer.stderr) == (1, False), (room, answer)
        (code, *_) = [each["code"] for each in json.loads(answer.stdout)["problems"]]
        assert code in ("disk_full", "file_trouble", "folder_unusable", "backup_unproved"), (room, answer)
        assert firm.everything() == before
        assert not [file for file in (tmp_path / "out").glob("**/*") if file.is_file()]
        assert firm("verify")["ok"] is True
    else:
        assert firm(*line).status == 0


@pytest.mark.parametrize(
    "line", [("claims",), ("aging",), ("worklist",), ("evidence", "1"), ("verify",)], ids=" ".join
)
def test_on_a_full_disk_reading_goes_on(firm: Commands, line: tuple[str, ...]) -> None:
    answer = with_room_for(0, "--data", firm.data, "--today", firm.today, "--json", *line)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert json.loads(answer.stdout) == firm(*line).told


def test_a_half_made_folder_is_finished(run: Commands) -> None:
    run.data.mkdir()
    (run.data / "qingzhang.db").write_bytes(b"")
    (run.data / "lock").write_bytes(b"{not json")
    assert run("claims")["count"] == 0
    assert run("import", run.ledger("甲,1,100.00,,2026-09-01"))["new"] == 1


def test_a_file_in_place_of_the_folder_is_a_sentence(run: Commands) -> None:
    run.data.write_bytes(b"")
    assert run("claims", status=1).codes == ["not_a_folder"]
