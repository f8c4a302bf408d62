"""The vault: a content is kept whole under its hash, or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from models.progress import Cancelled
from models.rules.problems import Refused
from models.vault.durable import CHUNK, part_beside, sweep_parts, write_bytes_whole, write_whole
from models.vault.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def everything(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_a_file_is_kept_read_only_under_its_hash(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "scan").write_bytes(b"signed")
    taken = vault.take_in(tmp_path / "scan")
    assert (taken.sha256, taken.bytes) == (hashlib.sha256(b"signed").hexdigest(), 6)
    assert vault.path_of(taken.sha256).read_bytes() == b"signed"
    assert vault.path_of(taken.sha256).stat().st_mode & 0o777 == 0o400


def test_the_same_content_is_kept_once(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"same")
    assert vault.take_in(tmp_path / "a") == vault.put(b"same")
    assert len(everything(vault.root)) == 1


def test_a_file_larger_than_a_piece_is_streamed_whole(vault: Vault, tmp_path: Path) -> None:
    content = bytes(range(256)) * (3 * CHUNK // 256 + 1)
    (tmp_path / "large").write_bytes(content)
    seen: list[tuple[int, int]] = []
    taken = vault.take_in(tmp_path / "large", lambda done, total: seen.append((done, total)))
    assert vault.digest(taken.sha256) == taken.sha256
    assert seen[-1] == (len(content), len(content))
    assert len(seen) == 4


def test_a_cancelled_intake_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(Cancelled):
        vault.take_in(tmp_path / "a", stop)
    assert everything(vault.root) == []


@pytest.mark.parametrize(("name", "code"), [("", "not_a_file"), ("none", "file_unreadable")])
def test_what_is_no_file_is_refused(vault: Vault, tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        vault.take_in(tmp_path / name)
    assert refusal.value.problems[0].code == code


def test_sweeping_leaves_what_a_row_speaks_of(vault: Vault) -> None:
    kept, orphan = vault.put(b"kept").sha256, vault.put(b"orphan").sha256
    (vault.root / kept[:2] / ".qz-9-incoming.part").write_bytes(b"half")
    assert vault.sweep(frozenset([kept])) == 2
    assert (vault.holds(kept), vault.holds(orphan)) == (True, False)
    assert list(vault.contents()) == [kept]


def test_a_file_that_cannot_be_filled_never_gets_its_name(tmp_path: Path) -> None:
    def fail(stream: object) -> None:
        raise OSError("no room")

    write_bytes_whole(tmp_path / "a", b"before")
    with pytest.raises(OSError, match="no room"):
        write_whole(tmp_path / "a", fail)
    assert {file.name: file.read_bytes() for file in everything(tmp_path)} == {"a": b"before"}


def test_what_is_no_file_is_never_written_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target in (tmp_path / "pipe", tmp_path):
        with pytest.raises(OSError, match="Invalid argument"):
            write_bytes_whole(target, b"x")
    assert (tmp_path / "pipe").is_fifo()


def test_only_our_own_leftovers_are_swept(tmp_path: Path) -> None:
    for name in (".qz-1-a.part", ".qz-2-b.pdf.part", "a.part", ".qz-notes"):
        (tmp_path / name).write_bytes(b"")
    assert sweep_parts(tmp_path) == 2
    assert sorted(file.name for file in everything(tmp_path)) == [".qz-notes", "a.part"]


@pytest.mark.parametrize("name", ["名" * 80, "a.pdf", "x\udcff.pdf"])
def test_a_temporary_name_fits_every_file_system(tmp_path: Path, name: str) -> None:
    part = part_beside(tmp_path / name)
    part.touch()
    assert (part.name.startswith(".qz-"), part.name.endswith(".part")) == (True, True)
    assert sweep_parts(tmp_path) == 1
