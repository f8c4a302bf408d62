"""Many letters as one print file."""

from __future__ import annotations

import pytest

from models.vault.pile import piled
from reports.render import render
from tests.reports import samples
from tests.reports.reading import pages_of


def letters(count: int) -> list[bytes]:
    return [
        render("demand", samples.letter(number=f"苏精催字〔2026〕第{n:04d}号"), "zh_CN") for n in range(count)
    ]


def test_the_pages_stand_in_order_and_read_as_they_did() -> None:
    made = [*letters(2), render("reminder", samples.letter("reminder"), "en")]
    assert pages_of(piled(made)) == [page for pdf in made for page in pages_of(pdf)]


def test_what_letters_share_stands_there_once() -> None:
    made = letters(20)
    assert len(piled(made)) < sum(map(len, made)) / 5


def test_the_same_letters_make_the_same_file() -> None:
    assert piled(letters(3)) == piled(letters(3))


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7 nothing", b"startxref\n0\n%%EOF"])
def test_a_file_of_another_make_is_not_guessed_at(pdf: bytes) -> None:
    with pytest.raises(ValueError, match=r"cross-references"):
        piled([pdf])
