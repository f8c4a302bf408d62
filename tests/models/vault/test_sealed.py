"""Sealed files: what is in them is read with their key alone, and no byte of them changes unseen."""

from __future__ import annotations

import io
import os
import tracemalloc
from pathlib import Path

import pytest

from models.progress import Cancelled
from models.vault.key import Key, new_key
from models.vault.sealed import PIECE, Sealing, Spoiled, size_within, unsealed
from models.vault.vault import Vault

KEY = Key(bytes(range(32)))
LENGTHS = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE)


def sealed(folder: Path, content: bytes, key: Key = KEY, name: str = "file") -> Path:
    with (folder / name).open("wb") as stream:
        sealing = Sealing(stream, key)
        sealing.write(content)
        sealing.end()
    return folder / name


def read(file: Path, key: Key = KEY) -> bytes:
    with unsealed(file, key) as stream:
        return stream.read()


@pytest.mark.parametrize("length", LENGTHS)
def test_what_was_sealed_is_read_again(tmp_path: Path, length: int) -> None:
    content = os.urandom(length)
    file = sealed(tmp_path, content)
    assert (read(file), size_within(file)) == (content, length)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("cut", [1, 16, 17, PIECE + 16])
def test_a_tail_that_is_cut_off_is_found(tmp_path: Path, length: int, cut: int) -> None:
    file = sealed(tmp_path, os.urandom(length))
    whole = file.read_bytes()
    file.write_bytes(whole[: max(0, len(whole) - cut)])
    with pytest.raises(Spoiled):
        read(file)


@pytest.mark.parametrize("at", [0, 3, 4, 19, 20, 21, PIECE + 20, -1])
def test_an_altered_byte_is_found_wherever_it_stands(tmp_path: Path, at: int) -> None:
    file = sealed(tmp_path, os.urandom(PIECE + 5))
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    with pytest.raises(Spoiled):
        read(file)


def test_pieces_that_changed_places_are_found(tmp_path: Path) -> None:
    file = sealed(tmp_path, os.urandom(3 * PIECE))
    head, body, step = file.read_bytes()[:20], file.read_bytes()[20:], PIECE + 16
    file.write_bytes(head + body[step : 2 * step] + body[:step] + body[2 * step :])
    with pytest.raises(Spoiled):
        read(file)


def test_a_piece_of_another_file_is_found(tmp_path: Path) -> None:
    one, other = (sealed(tmp_path, os.urandom(PIECE + 1), name=name).read_bytes() for name in "ab")
    (tmp_path / "mixed").write_bytes(one[: 20 + PIECE + 16] + other[20 + PIECE + 16 :])
    with pytest.raises(Spoiled):
        read(tmp_path / "mixed")


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(Spoiled):
        read(sealed(tmp_path, b"x"), new_key())


def test_the_same_content_is_never_sealed_alike(tmp_path: Path) -> None:
    assert sealed(tmp_path, b"x").read_bytes() != sealed(tmp_path, b"x", name="again").read_bytes()


def test_it_is_read_at_any_place(tmp_path: Path) -> None:
    content = os.urandom(2 * PIECE + 7)
    with unsealed(sealed(tmp_path, content), KEY) as stream:
        stream.seek(PIECE - 3)
        assert stream.read(9) == content[PIECE - 3 : PIECE + 6]
        stream.seek(-7, io.SEEK_END)
        assert stream.read() == content[-7:]


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "encrypted", KEY)


def test_neither_name_nor_content_shows_what_a_file_is(vault: Vault) -> None:
    taken = vault.put("欠条".encode())
    file = vault.path_of(taken.sha256)
    assert (vault.read(taken.sha256), vault.digest(taken.sha256)) == ("欠条".encode(), taken.sha256)
    assert taken.sha256 not in str(file)
    assert "欠条".encode() not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o400


def test_a_file_in_the_place_of_another_is_found(vault: Vault) -> None:
    one, other = vault.put(b"one"), vault.put(b"other")
    vault.path_of(one.sha256).replace(vault.path_of(other.sha256))
    assert vault.digest(other.sha256) != other.sha256


def test_sweeping_knows_contents_by_their_hash(vault: Vault) -> None:
    kept, orphan = vault.put(b"kept").sha256, vault.put(b"orphan").sha256
    assert vault.sweep(frozenset([kept])) == 1
    assert (vault.holds(kept), vault.holds(orphan)) == (True, False)


def test_a_cancelled_intake_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    (tmp_path / "a").write_bytes(bytes(2 * PIECE))
    with pytest.raises(Cancelled):
        vault.take_in(tmp_path / "a", stop)
    assert [file for file in vault.root.rglob("*") if file.is_file()] == []


def test_a_long_recording_takes_little_memory(vault: Vault, tmp_path: Path) -> None:
    with (tmp_path / "long").open("wb") as stream:
        stream.truncate(48 * PIECE)
    tracemalloc.start()
    taken = vault.take_in(tmp_path / "long")
    assert vault.digest(taken.sha256) == taken.sha256
    vault.copy_out(taken.sha256, tmp_path / "out")
    assert tracemalloc.get_traced_memory()[1] < 16 * PIECE
    tracemalloc.stop()


def test_a_copy_for_others_is_as_it_was(vault: Vault, tmp_path: Path) -> None:
    taken = vault.put(b"words")
    vault.copy_out(taken.sha256, tmp_path / "words.txt")
    assert (tmp_path / "words.txt").read_bytes() == b"words"
