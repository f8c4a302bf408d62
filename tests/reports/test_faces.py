"""Fonts: coverage, width, and how characters are copied."""

from __future__ import annotations

import pytest

from reports.embedding import to_unicode_map
from reports.faces import CHAINS, FOLDER, NoGlyph, can_draw, glyph


def test_a_character_above_the_basic_plane_is_mapped_as_a_surrogate_pair() -> None:
    assert "<01> <D842DFB7>" in to_unicode_map("Any", [0, 0x20BB7])


def test_a_map_has_at_most_a_hundred_entries_in_a_block() -> None:
    text = to_unicode_map("Any", list(range(0x4E00, 0x4E00 + 256)))
    assert [int(line.split()[0]) for line in text.splitlines() if line.endswith("beginbfchar")] == [
        100,
        100,
        56,
    ]


@pytest.mark.parametrize("char", "𠮷㛃䶮〔〕①￥＝−–é\u00a0")
@pytest.mark.parametrize("chain", CHAINS)
def test_every_look_draws_what_any_font_has(chain: str, char: str) -> None:
    assert glyph(chain, char).width > 0


def test_a_character_of_no_font_raises_and_is_never_a_crossed_box() -> None:
    with pytest.raises(NoGlyph):
        glyph("serif", "\U0002ebf1")
    assert not can_draw("\u0007")


def test_figures_of_tables_are_all_of_one_width() -> None:
    assert len({glyph("sans", digit).width for digit in "0123456789"}) == 1


def test_every_font_has_its_licence_beside_it() -> None:
    for family in {name.split("-")[0] for chain in CHAINS.values() for name in chain}:
        assert list(FOLDER.glob(f"{family}-OFL.txt")) or list(FOLDER.glob(f"{family}-LICENSE.txt"))
