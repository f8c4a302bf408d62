"""Numbers of firms and persons as domain.md §10.2 has them: a slip is doubted, a sound one is not."""

import pytest

from ui.common.identity import person_number_fits, uscc_fits

SOUND = (
    "91140100099223721H", "911400000870963902", "91110000600037341L", "91440300708461136T", "91110000802100433B",
    "91330100799655058B",
)  # fmt: skip


@pytest.mark.parametrize("code", SOUND)
def test_codes_printed_in_judgments_are_sound(code: str) -> None:
    assert uscc_fits(code)


@pytest.mark.parametrize("code", ["9111000060003734TL", "91310115591693856W"])
def test_a_code_with_another_check_character_is_doubted(code: str) -> None:
    assert not uscc_fits(code)


@pytest.mark.parametrize(
    ("number", "fits"),
    [("11010519491231002X", True), ("360426197911307812", False), ("440524188001010014", False)],
)
def test_a_person_s_number_needs_a_day_and_a_region_that_can_be(number: str, fits: bool) -> None:
    assert person_number_fits(number) is fits
