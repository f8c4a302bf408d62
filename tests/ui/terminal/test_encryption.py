"""Encrypted books by command: what opens them comes by standard input or a file, and never shows."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from models.rules.recovery_key import is_like
from models.store.locks import FolderLock
from tests.ui.terminal.conftest import Answer, Commands

PHRASE, OTHER = "苏州河边三只鸭子", "四只鹅也在河边走"


@pytest.fixture
def said(run: Commands, monkeypatch: pytest.MonkeyPatch):
    """Type a command with lines on standard input."""

    def type_it(lines: list[str], *line: object, status: int = 0) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in lines)))
        return run(*line, status=status)

    return type_it


@pytest.fixture
def sealed(run: Commands, said, tmp_path: Path) -> Commands:
    run("demo", "--claims", "3")
    told = said([PHRASE], "encrypt", "--recovery-pdf", tmp_path / "key.pdf")
    assert told["encrypted"] is True
    return run


def key_on(sheet: Path) -> str:
    text = PdfReader(sheet).pages[0].extract_text()
    groups = [word for word in text.split() if len(word) == 5 and word.isascii() and word.upper() == word]
    return "-".join(groups[:8])


def test_nothing_is_told_without_the_key_and_nothing_is_called_damaged(sealed: Commands) -> None:
    for line in (["claims"], ["verify"], ["backups"], ["interest-of", "1"]):
        assert sealed(*line, status=1).codes == ["books_locked"]


def test_the_pass_phrase_on_standard_input_opens_them(sealed: Commands, said) -> None:
    assert len(said([PHRASE], "--key-stdin", "claims")["claims"]) == 3
    assert said(["falsche Worte"], "--key-stdin", "claims", status=1).codes == ["key_wrong"]
    assert said([], "--key-stdin", "claims", status=1).codes == ["phrase_missing"]


def test_a_file_named_by_the_environment_opens_them(
    sealed: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "phrase").write_text(f"{PHRASE}\n", encoding="utf-8")
    monkeypatch.setenv("QINGZHANG_PASSPHRASE_FILE", str(tmp_path / "phrase"))
    assert sealed("verify")["ok"] is True
    monkeypatch.setenv("QINGZHANG_PASSPHRASE_FILE", str(tmp_path / "none"))
    assert sealed("claims", status=1).codes == ["phrase_file_unreadable"]


def test_what_follows_the_pass_phrase_is_left_to_the_command(sealed: Commands, said) -> None:
    said([PHRASE, "windows and lock"], "--key-stdin", "lock", "--set", status=1)
    assert said([PHRASE, PHRASE], "--key-stdin", "lock", "--set")["set"] is True


def test_the_recovery_key_on_the_sheet_opens_them_and_gives_another_pass_phrase(
    sealed: Commands, said, tmp_path: Path
) -> None:
    words = key_on(tmp_path / "key.pdf")
    assert is_like(words)
    said([words, OTHER], "--key-stdin", "change-passphrase")
    assert said([OTHER], "--key-stdin", "verify")["ok"] is True
    assert said([PHRASE], "--key-stdin", "verify", status=1).codes == ["key_wrong"]


def test_another_recovery_key_voids_the_sheet(sealed: Commands, said, tmp_path: Path) -> None:
    said([PHRASE], "--key-stdin", "recovery-key", "--pdf", tmp_path / "new.pdf")
    assert said([key_on(tmp_path / "key.pdf")], "--key-stdin", "verify", status=1).codes == ["key_wrong"]
    assert said([key_on(tmp_path / "new.pdf")], "--key-stdin", "verify")["ok"] is True


def test_decrypted_they_need_no_key(sealed: Commands, said) -> None:
    assert said([PHRASE], "--key-stdin", "decrypt")["encrypted"] is False
    assert sealed("verify")["ok"] is True


def test_a_sheet_is_never_written_over(run: Commands, said, tmp_path: Path) -> None:
    run("demo", "--claims", "1")
    (tmp_path / "key.pdf").write_bytes(b"mine")
    told = said([PHRASE], "encrypt", "--recovery-pdf", tmp_path / "key.pdf", status=1)
    assert told.codes == ["sheet_there"]
    assert (tmp_path / "key.pdf").read_bytes() == b"mine"


def test_a_weak_pass_phrase_leaves_neither_key_nor_sheet(run: Commands, said, tmp_path: Path) -> None:
    run("demo", "--claims", "1")
    told = said(["12345678"], "encrypt", "--recovery-pdf", tmp_path / "key.pdf", status=1)
    assert told.codes == ["phrase_simple"]
    assert not (tmp_path / "key.pdf").exists()
    assert run("verify")["ok"] is True


def test_while_a_window_has_the_books_they_are_not_changed(run: Commands, said, tmp_path: Path) -> None:
    run("demo", "--claims", "1")
    window = FolderLock(run.data / "window")
    assert window.try_now()
    told = said([PHRASE], "encrypt", "--recovery-pdf", tmp_path / "key.pdf", status=1)
    window.release()
    assert told.codes == ["window_has_books"]
    assert not (tmp_path / "key.pdf").exists()


def test_backups_from_before_are_named_and_deleted(run: Commands, said, tmp_path: Path) -> None:
    run("demo", "--claims", "1")
    run("backups", "--make")
    run("backup")
    told = said([PHRASE], "encrypt", "--recovery-pdf", tmp_path / "key.pdf")
    assert len(told["plain_backups"]) == 2
    gone = said([PHRASE], "--key-stdin", "backups", "--drop-plain")
    assert (len(gone["dropped"]), gone["plain_backups"], len(gone["backups"])) == (2, [], 1)
    assert not any(Path(each).exists() for each in gone["dropped"])


def test_a_backup_is_restored_with_the_pass_phrase(sealed: Commands, said, tmp_path: Path) -> None:
    file = said([PHRASE], "--key-stdin", "backup")["file"]
    again = Commands(tmp_path / "again", sealed.capsys)
    assert again("restore", file, status=1).codes == ["backup_locked"]


def test_the_journal_says_what_was_done_and_no_secret(sealed: Commands, said) -> None:
    entries = said([PHRASE], "--key-stdin", "journal")
    assert "encrypt_books" in str(entries.told)
    assert PHRASE not in str(entries.told)
