"""Where things stand on the page, in millimetres."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from reports.render import render
from reports.style import MM
from tests.reports import samples

Box = tuple[str, float, float, float, float]


def words_of(pdf: bytes, page: int = 0) -> list[Box]:
    """Lines of text with their left, top, right, bottom from the upper left corner, in mm."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        height = document[page].get_height()
        text = document[page].get_textpage()
        found = []
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            said = text.get_text_bounded(left, bottom, right, top)
            found.append((said, left / MM, (height - top) / MM, right / MM, (height - bottom) / MM))
        return found
    finally:
        document.close()


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render("demand", samples.letter(items=samples.many(30)), "zh_CN")


@pytest.mark.parametrize("page", [0, 1, 2])
def test_text_keeps_to_the_side_margins(letter: bytes, page: int) -> None:
    for said, left, _, right, _ in words_of(letter, page):
        assert left >= 24.5, said
        assert right <= 185.5, said


@pytest.mark.parametrize("page", [0, 1])
def test_nothing_but_the_folio_line_stands_in_the_bottom_margin(letter: bytes, page: int) -> None:
    low = [(top, bottom) for _, _, top, _, bottom in words_of(letter, page) if bottom > 297 - 26 + 0.5]
    assert low
    assert all(top > 281 and bottom < 286 for top, bottom in low)


def test_the_folio_is_centred(letter: bytes) -> None:
    folio = [box for box in words_of(letter) if box[2] > 280 and "记录" not in box[0] and box[3] < 160]
    assert (min(box[1] for box in folio) + max(box[3] for box in folio)) / 2 == pytest.approx(105, abs=0.5)


def test_figures_of_a_column_end_at_one_place(letter: bytes) -> None:
    balances = {
        box[3] for box in words_of(letter) if re.fullmatch(r"3\d,\d{3}\.50", box[0].strip()) and box[3] > 170
    }
    assert balances
    assert max(balances) - min(balances) < 0.3


def test_an_agreement_leaves_the_place_of_the_straddling_seal_free() -> None:
    pdf = render("plan", samples.plan(), "zh_CN")
    for page in (0, 1):
        assert not [said for said, _, _, right, _ in words_of(pdf, page) if right > 210 - 21]
