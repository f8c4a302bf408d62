"""Evidence of a size that is felt: two gigabytes taken in, five hundred pages bound, both stopped half way."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from main import render
from models.actions.bundles import bundle_claim
from models.actions.evidence import attach
from models.progress import Cancelled
from models.queries.evidence import chain_of, piece
from models.store.conversion import encrypt
from tests.harness.books import KEY, KEYS, NOW
from tests.models.actions.mixed_documents import pdf, picture

LARGE = 2 << 30
MORE_MEMORY = 64 << 20


def stopping_after(share: float) -> Any:
    """A watcher that stops the work, and what it saw."""
    seen: list[float] = []

    def watch(done: int, total: int) -> None:
        seen.append(done / total if total else 0.0)
        if seen[-1] > share:
            raise Cancelled

    return watch, seen


def files_in(folder: Path) -> set[Path]:
    """Everything below a folder."""
    return {file for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file of two gigabytes that takes no room."""
    file = tmp_path / "large.mp4"
    with file.open("wb") as stream:
        stream.truncate(LARGE)
    return file


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def keeper(desk, request):
    """A desk over books of either kind."""
    if request.param:
        encrypt(desk.store, request.param, KEYS, NOW)
    return desk


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_two_gigabytes_are_taken_in_and_checked_with_little_memory(keeper, claim, large):
    key, store = claim(), keeper.store
    tracemalloc.start()
    try:
        taken = attach(keeper, [key], large, "recording")
        found = piece(store, taken.evidence)
        assert found is not None
        assert store.folder.vault.digest(found.sha256) == found.sha256
        assert tracemalloc.get_traced_memory()[1] <= MORE_MEMORY
    finally:
        tracemalloc.stop()
    assert found.bytes == LARGE


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_two_gigabytes_can_be_stopped_and_leave_nothing(keeper, claim, large):
    desk, key = keeper, claim()
    before = files_in(desk.store.folder.vault.root)
    watch, seen = stopping_after(0.5)
    with pytest.raises(Cancelled):
        attach(desk, [key], large, "recording", progress=watch)
    assert 0.5 < seen[-1] < 0.6
    assert files_in(desk.store.folder.vault.root) == before
    assert not any(slot.items for slot in chain_of(desk.store, key).slots)


@pytest.fixture
def five_hundred(firm, claim, tmp_path):
    """A claim with five hundred pages: scans of many pages and pictures."""
    key, folder = claim(), tmp_path / "in"
    folder.mkdir()
    for number in range(9):
        (folder / f"合同{number}.pdf").write_bytes(pdf(f"CONTRACT {number}", 50))
    for number in range(50):
        (folder / f"照片{number}.jpg").write_bytes(picture("JPEG", (900, 1200 + number)))
    for file in sorted(folder.iterdir()):
        attach(firm, [key], file, "contract" if file.suffix == ".pdf" else "chat")
    return key


@pytest.mark.long
def test_five_hundred_pages_are_bound_and_tell_how_far_they_are(firm, five_hundred, tmp_path):
    watch, seen = stopping_after(2.0)
    made = bundle_claim(firm, five_hundred, tmp_path / "out.pdf", render, progress=watch)
    assert made.bundle.pages >= 500
    assert len(PdfReader(tmp_path / "out.pdf").pages) == made.bundle.pages
    assert seen == sorted(seen)
    assert len(seen) > 1000
    assert seen[-1] <= 1.0


@pytest.mark.long
@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.75, 0.9999])
def test_five_hundred_pages_can_be_stopped_anywhere_and_leave_nothing(firm, five_hundred, tmp_path, share):
    before, entries = files_in(tmp_path), firm.store.journal_head()
    watch, _ = stopping_after(share)
    with pytest.raises(Cancelled):
        bundle_claim(firm, five_hundred, tmp_path / "out.pdf", render, progress=watch)
    assert files_in(tmp_path) == before
    assert firm.store.journal_head() == entries
