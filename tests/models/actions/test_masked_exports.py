"""What leaves as a file has personal data masked, unless somebody says what they leave for."""

import pytest
from openpyxl import load_workbook

from models.actions.exports import export_call_sheet, export_claims, export_statement
from models.actions.journal_out import export_journal
from models.actions.minutes import minutes_paper
from models.actions.parties import set_debtor
from models.actions.receipts import book_for_claim
from models.queries.claims import claim_rows
from models.queries.day import day_of
from models.queries.disclosures import disclosures, purpose_of
from models.queries.statement import statement_of
from models.rules.minutes import MinuteItem, MinutesFacts

PHONE, MASKED = "13812345678", "138****5678"


def words(file):
    return "\n".join(
        str(cell)
        for sheet in load_workbook(file)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    )


@pytest.fixture
def sent():
    """Collects the facts that were to be printed."""
    asked = []

    def render(_kind, facts, *_rest):
        asked.append(facts)
        return b"%PDF-1.4"

    render.asked = asked
    return render


def test_the_memo_of_a_receipt_is_masked_in_the_account(desk, claim, tmp_path):
    key = claim(fen=1000)
    book_for_claim(desk, key, 400, memo=f"王五 {PHONE}")
    account = statement_of(desk.store, 1, None, desk.today, desk.today)
    export_statement(desk, tmp_path / "a.xlsx", account, "zh_CN")
    export_statement(desk, tmp_path / "b.xlsx", account, "zh_CN", "对账")
    assert MASKED in words(tmp_path / "a.xlsx")
    assert PHONE not in words(tmp_path / "a.xlsx")
    assert PHONE in words(tmp_path / "b.xlsx")


def test_a_number_behind_a_name_is_masked_in_the_list_of_claims(desk, claim, tmp_path):
    claim(f"王五 {PHONE}", number=PHONE)
    rows = claim_rows(desk.store, desk.today, desk.today)
    export_claims(desk, tmp_path / "a.xlsx", rows, desk.today, "zh_CN")
    told = words(tmp_path / "a.xlsx")
    assert f"王五 {MASKED}" in told
    assert told.count(PHONE) == 1, "the number of a claim stays"


def test_the_call_sheet_shows_the_telephones_it_is_made_for_and_the_log_says_so(desk, claim, sent, tmp_path):
    from ui.call_sheet import sheet_of

    claim("甲公司")
    set_debtor(desk, "甲公司", contact_person="王五", phone=PHONE)
    facts = sheet_of(desk.store, day_of(desk.store, desk.today), desk.who, "zh_CN")
    export_call_sheet(desk, tmp_path / "a.pdf", facts, sent, "zh_CN")
    assert [each.lines[0].phone for each in sent.asked] == [PHONE]
    assert [each.personal for each in disclosures(desk.store)] == [True]


def test_notes_in_the_minutes_are_masked(desk, sent, tmp_path):
    item = MinuteItem("甲公司", "A-1", "CNY", 1, 30, None, None, None, "林晓", None, f"找王五 {PHONE}")
    facts = MinutesFacts("2026-11", desk.today, None, None, (), 0, 1, (), (item,), ())
    minutes_paper(desk, tmp_path / "m.pdf", facts, sent, "zh_CN")
    assert sent.asked[0].bad[0].note == f"找王五 {MASKED}"


def test_the_journal_is_masked_in_columns_and_in_texts(desk, claim, tmp_path):
    key = claim("甲公司")
    set_debtor(desk, "甲公司", phone=PHONE)
    book_for_claim(desk, key, 400, memo=f"王五 {PHONE}")
    everything = list(range(1, desk.store.journal_head()[0] + 1))
    export_journal(desk, tmp_path / "a.xlsx", everything, "zh_CN")
    export_journal(desk, tmp_path / "b.xlsx", everything, "zh_CN", openly="审计")
    assert PHONE not in words(tmp_path / "a.xlsx")
    assert words(tmp_path / "b.xlsx").count(PHONE) == 2


def test_the_log_says_what_left_in_the_clear_and_what_for(desk, claim, tmp_path):
    claim()
    rows = claim_rows(desk.store, desk.today, desk.today)
    export_claims(desk, tmp_path / "a.xlsx", rows, desk.today, "zh_CN")
    export_claims(desk, tmp_path / "b.xlsx", rows, desk.today, "zh_CN", "审计要求")
    newest, first = disclosures(desk.store)
    assert (newest.personal, newest.purpose) == (True, "审计要求")
    assert (first.personal, first.purpose) == (False, "")
    assert purpose_of(desk.store, "export_claims") == ""
