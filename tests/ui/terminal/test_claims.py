"""``claims``, ``aging`` and ``worklist``."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from tests.ui.terminal.conftest import Commands

FIELDS = [
    "id", "debtor", "number", "amount", "paid", "balance", "currency", "issued_on", "due_on", "days_overdue", "band",
    "classification", "stage", "owner", "disputed", "limitation_on", "provable_on", "evidence",
]  # fmt: skip
AGES = {
    "": ("undated", "watch"), "2026-12-30": ("not_due", "normal"), "2026-12-07": ("not_due", "watch"),
    "2026-12-08": ("not_due", "normal"), "2026-11-30": ("not_due", "watch"), "2026-11-29": ("1-14", "bad"),
    "2026-11-16": ("1-14", "bad"), "2026-11-15": ("15-29", "bad"), "2026-11-01": ("15-29", "bad"),
    "2026-10-31": ("30-89", "bad"), "2026-09-02": ("30-89", "bad"), "2026-09-01": ("90-179", "bad"),
    "2026-06-04": ("90-179", "bad"), "2026-06-03": ("180+", "bad"),
}  # fmt: skip


@pytest.fixture
def books(run: Commands) -> Commands:
    """甲 (制造, 林晓) 100.00 in contract HT-7, 60 days late, 40.00 paid; 乙 (贸易, 王芳) 9.00, to come."""
    head = "客户,行业,单号,合同号,金额,已付,到期日,业务员,开票日期"
    run("import", run.ledger(
        "重庆甲公司,制造,INV-1,HT-7,100.00,40.00,2026-10-01,林晓,2026-09-01",
        "无锡乙公司,贸易,INV-2,HT-8,9.00,,2026-12-31,王芳,2026-11-01", head=head,
    ))  # fmt: skip
    return run


def test_a_claim_has_exactly_the_fields_of_the_contract(books: Commands) -> None:
    claim = books("claims")["claims"][0]
    assert list(claim) == FIELDS
    assert claim == {
        "id": "1", "debtor": "重庆甲公司", "number": "INV-1", "amount": "100.00", "paid": "40.00", "balance": "60.00",
        "currency": "CNY", "issued_on": "2026-09-01", "due_on": "2026-10-01", "days_overdue": 60, "band": "30-89",
        "classification": "bad", "stage": "letter", "owner": "林晓", "disputed": False, "limitation_on": "2029-10-01",
        "provable_on": "2029-10-01", "evidence": "0/6",
    }  # fmt: skip


def test_what_is_not_known_is_null_and_not_yet_due_is_not_late(run: Commands) -> None:
    run("import", run.ledger("甲,,100.00,,"))
    claim = run("claims")["claims"][0]
    assert [claim[name] for name in ("number", "issued_on", "due_on", "owner", "limitation_on")] == [None] * 5
    assert (claim["days_overdue"], claim["stage"]) == (0, "not_due")


@pytest.mark.parametrize(("due", "told"), AGES.items())
def test_bands_and_classes_change_on_their_day(run: Commands, due: str, told: tuple[str, str]) -> None:
    run("import", run.ledger(f"甲,1,100.00,,{due}"))
    claim = run.one("1")
    assert (claim["band"], claim["classification"]) == told
    assert run("claims", "--band", told[0], "--class", told[1])["count"] == 1
    assert run("aging")["total"]["bands"][told[0]] == "100.00"


@pytest.mark.parametrize("text", ["甲公司", "cqjgs", "CQJ", "inv-1", "ht-7", " HT-7 "])
def test_a_claim_is_found_by_name_initials_number_and_contract(books: Commands, text: str) -> None:
    assert [each["number"] for each in books("claims", "--find", text)["claims"]] == ["INV-1"]


def test_a_past_day_shows_what_was_issued_and_paid_by_then(books: Commands) -> None:
    books("receipt", "10.00", "--claim", "1", "--on", "2026-11-20")
    then = books("claims", "--as-of", "2026-10-31")
    assert [(each["number"], each["balance"]) for each in then["claims"]] == [("INV-1", "100.00")]
    assert books("claims", "--as-of", "2026-11-29")["balance"] == "99.00"


def test_bands_always_add_up_to_the_ledger(books: Commands) -> None:
    books("import", books.ledger("重庆甲公司,R,-30.00,,", "丙,1,5.55,,", name="more.csv"))
    for by in ("claim", "debtor", "industry", "owner"):
        aging = books("aging", "--by", by)
        assert {*aging["total"]["bands"]} == {*aging["bands"]}
        fen = [round(float(each) * 100) for each in aging["total"]["bands"].values()]
        assert sum(fen) == round(float(aging["total"]["total"]) * 100) == 4455
        assert sum(round(float(row["total"]) * 100) for row in aging["rows"]) == 4455


@pytest.mark.parametrize(("by", "names"), [
    ("debtor", ["重庆甲公司", "无锡乙公司"]), ("owner", ["林晓", "王芳"]), ("industry", ["制造", "贸易"]),
    ("claim", ["重庆甲公司 INV-1", "无锡乙公司 INV-2"]),
])  # fmt: skip
def test_aging_is_told_by_what_is_asked_for(books: Commands, by: str, names: list[str]) -> None:
    assert [row["name"] for row in books("aging", "--by", by)["rows"]] == names


def test_other_bands_have_the_ends_they_are_given(books: Commands) -> None:
    aging = books("aging", "--bands", "30,60,90")
    assert aging["bands"] == ["undated", "not_due", "1-30", "31-60", "61-90", "91+"]
    assert aging["rows"][0]["bands"]["31-60"] == "60.00"


@pytest.mark.parametrize("ends", ["", "30,20", "x", "0,5", "5,5", "-1", "1,,2", "9" * 5000])
def test_ends_that_do_not_rise_are_wrong_usage(books: Commands, ends: str) -> None:
    assert books("aging", "--bands", ends, status=2).out == ""


def test_the_aging_goes_out_as_a_workbook_and_as_paper(books: Commands, tmp_path: Path) -> None:
    books("aging", "--xlsx", tmp_path / "a.xlsx", "--pdf", tmp_path / "a.pdf")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    values = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"重庆甲公司", 60} <= values
    pages = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert "重庆甲公司" in pages[0].get_textpage().get_text_range()
    pages.close()
    assert books("verify")["checked"]["journal"] == 3


def test_the_claims_go_out_as_a_workbook_with_an_entry_of_the_journal(
    books: Commands, tmp_path: Path
) -> None:
    told = books("claims", "--xlsx", tmp_path / "c.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "c.xlsx").active.values)
    assert {claim["debtor"] for claim in told["claims"]} <= {row[0] for row in rows}
    assert books("verify")["checked"]["journal"] == 2


@pytest.mark.parametrize("option", ["--xlsx", "--pdf"])
def test_a_place_that_cannot_be_written_is_told_and_leaves_no_entry(
    books: Commands, tmp_path: Path, option: str
) -> None:
    for place in (tmp_path, tmp_path / "no" / "such" / "a.out"):
        assert books("aging", option, place, status=1).codes == ["file_trouble"]
    assert books("verify")["checked"]["journal"] == 1
    assert not list(tmp_path.glob("**/.qz-*"))


def test_the_worklist_names_reason_action_and_sum(books: Commands) -> None:
    (item,) = books("worklist")["items"]
    assert list(item) == [
        "reason",
        "action",
        "debtor",
        "claims",
        "balance",
        "since",
        "text",
        "score",
        "terms",
    ]
    assert (item["reason"], item["debtor"], item["claims"], item["balance"]) == (
        "letter_due",
        "重庆甲公司",
        ["1"],
        "60.00",
    )


LADDER = {
    "2026-12-02": "reminder_due", "2026-11-14": "call_due", "2026-10-20": "letter_due", "2026-08-20": "task_force_due",
    "2026-05-01": "legal_due", "2023-12-20": "limitation",
}  # fmt: skip


@pytest.mark.parametrize(("due", "reason"), LADDER.items())
def test_the_ladder_puts_a_claim_on_the_worklist(run: Commands, due: str, reason: str) -> None:
    run("import", run.ledger(f"甲,1,100.00,,{due}"))
    assert reason in [each["reason"] for each in run("worklist")["items"]]


def test_an_unpaid_demand_calls_for_the_final_notice(firm: Commands, tmp_path: Path) -> None:
    firm("import", firm.ledger("无锡蓝科新能源有限公司,B-7,5.00,,2026-10-20", name="more.csv"))
    firm("letters", "--kind", "demand", "--claims", firm.one("B-7")["id"], "--out", tmp_path / "out")
    reasons = [each["reason"] for each in firm("worklist", today="2026-12-20")["items"]]
    assert "final_due" in reasons
