from __future__ import annotations

import os
from pathlib import Path

import pytest

from models import given_file
from models.given_file import content_of, text_of


def test_a_text_is_read_whole_without_its_mark(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbf{\r\n}\r")
    assert text_of(tmp_path / "a") == "{\n}\n"
    (tmp_path / "b").symlink_to("a")
    assert text_of(tmp_path / "b") == "{\n}\n"


def test_a_pipe_is_not_waited_at_and_a_device_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for file in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(OSError, match="Invalid argument"):
            content_of(file)
    with pytest.raises(FileNotFoundError):
        content_of(tmp_path / "none")


def test_what_is_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given_file, "MOST_BYTES", 4)
    (tmp_path / "a").write_bytes(b"1234")
    assert content_of(tmp_path / "a") == b"1234"
    (tmp_path / "a").write_bytes(b"12345")
    with pytest.raises(OSError, match="too large"):
        content_of(tmp_path / "a")
