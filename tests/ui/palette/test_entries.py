import pytest

from models.actions.parties import set_debtor
from models.queries.claims import claim_rows
from ui.commands import Command
from ui.common.formats import Formats
from ui.palette.entries import commands_matching, debtor_entries, debtors_matching
from ui.palette.finding import claims_matching
from ui.palette.index import read_index


@pytest.fixture
def entries(store, desk, claim):
    claim("苏州恒锐精密制造有限公司", 18_640_000, number="INV-77")
    claim("合肥瑞华管业有限公司", 100)
    set_debtor(desk, "苏州恒锐精密制造有限公司", phone="0512-8800 0123")
    return debtor_entries(store, claim_rows(store, desk.today, desk.today), Formats())


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hr", "苏州恒锐精密制造有限公司"),
        ("恒锐", "苏州恒锐精密制造有限公司"),
        ("0123", "苏州恒锐精密制造有限公司"),
        ("hfrh", "合肥瑞华管业有限公司"),
    ],
)
def test_a_debtor_is_found_by_initials_name_and_end_of_the_telephone(entries, typed, first):
    assert debtors_matching(entries, typed)[0].name == first


def test_a_debtor_says_what_it_owes_and_how_late(entries):
    (entry,) = debtors_matching(entries, "恒锐")
    assert (entry.balance, entry.late) == ("18.6 万", "逾期 47 天")


def test_a_claim_is_found_by_its_number(store, desk, entries):
    index = read_index(store, claim_rows(store, desk.today, desk.today), Formats())
    assert [row.number for row in claims_matching(index, "inv-7")] == ["INV-77"]


@pytest.mark.parametrize("typed", ["导入", "drtz"])
def test_a_command_is_found_by_its_words_and_initials(typed):
    command = Command("import", "导入台账", "file", "I", lambda: None)
    assert commands_matching([command], typed) == [command]
