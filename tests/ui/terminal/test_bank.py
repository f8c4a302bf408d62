"""``bank``, ``bank-lines``, ``book-line``, ``assign-line``, ``set-aside``, and letters while money waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.terminal.conftest import CREDITOR, Commands

HEAD = "交易日期,对方户名,对方账号,收入金额,支出金额,余额,摘要,流水号"
FIRM, OTHER = "苏州恒锐精密制造有限公司", "无锡蓝科新能源有限公司"


@pytest.fixture
def firm(run: Commands) -> Commands:
    """FIRM owes 1,000.00 and 1,500.00, OTHER 300.00, all long overdue."""
    run("creditor", *CREDITOR)
    run("import", run.ledger(
        f"{FIRM},HR-1,1000.00,0,2026-09-01", f"{FIRM},HR-2,2000.00,500.00,2026-10-01",
        f"{OTHER},LK-1,300.00,0,2026-08-15",
    ))  # fmt: skip
    for name in (FIRM, OTHER):
        run("debtor", name, "--address", "苏州市锐进路 16 号")
    return run


def statement(run: Commands, *rows: str, name: str = "流水.csv", encoding: str = "gb18030") -> Path:
    return _written(run, "\r\n".join([HEAD, *rows]), name, encoding)


def _written(run: Commands, text: str, name: str, encoding: str) -> Path:
    file = run.data.parent / name
    file.write_bytes(text.encode(encoding))
    return file


def test_a_cell_of_a_statement_is_mended_by_the_command(firm: Commands) -> None:
    file = statement(firm, f"2026-11-32,{FIRM},1102,1200.00,,5000.00,,a")
    before = file.read_bytes()
    answer = firm("bank", file, "--cell", "a2=2026-11-18", "--cell", "Z99=1")
    assert (answer["lines"], answer["problems"]) == (1, [])
    assert answer["proposals"][0]["on"] == "2026-11-18"
    assert [(each["code"], each["value"]) for each in answer["warnings"]] == [("no_such_cell", "Z99")]
    assert file.read_bytes() == before


def test_a_statement_tells_what_is_new_skipped_and_wrong(firm: Commands) -> None:
    file = statement(
        firm,
        f"2026-11-18 09:00:01,{FIRM},1102,1200.00,,5000.00,HR-2货款,a",
        "2026-11-18,某供应商,66,,99.00,4901.00,,b",
        "2026-11-32,路人,77,5.00,,4906.00,,c",
        "合计,,,1205.00,99.00,,,",
    )
    answer = firm("bank", file)
    assert (answer["lines"], answer["same"], answer["rows_read"], answer["total"]) == (1, 0, 4, "1200.00")
    assert answer["skipped"] == [{"row": 3, "why": "outgoing"}, {"row": 5, "why": "total"}]
    assert [(each["cell"], each["code"], each["value"]) for each in answer["problems"]] == [
        ("A4", "bank_day_unreadable", "2026-11-32")
    ]
    (proposal,) = answer["proposals"]
    claims = {number: firm.one(number)["id"] for number in ("HR-1", "HR-2")}
    assert proposal == {
        "line": "1",
        "row": 2,
        "on": "2026-11-18",
        "payer": FIRM,
        "account": "1102",
        "amount": "1200.00",
        "currency": "CNY",
        "memo": "HR-2货款",
        "reference": "a",
        "debtor": FIRM,
        "why": ["bank_name", "bank_memo_number"],
        "confidence": "certain",
        "text": "the payer has the debtor's name; the memo names document HR-2",
        "shares": [{"claim": claims["HR-2"], "amount": "1200.00"}],
        "left": "0.00",
        "already": None,
    }


def test_a_dry_run_proposes_the_same_and_keeps_nothing(firm: Commands) -> None:
    file = statement(firm, f"2026-11-18,{FIRM},1102,1200.00,,,,a", f"2026-11-19,{FIRM},1102,100.00,,,,b")
    before = firm.everything()
    dry = firm("bank", file, "--dry-run")
    assert firm("bank-lines", "--all")["lines"] == []
    real = firm("bank", file)
    assert [each["line"] for each in dry["proposals"]] == [None, None]
    assert [each["shares"] for each in dry["proposals"]] == [each["shares"] for each in real["proposals"]]
    assert firm.everything() == before


def test_the_next_statement_brings_only_what_is_new(firm: Commands) -> None:
    first = statement(firm, f"2026-11-18,{FIRM},1102,1200.00,,,,a", "2026-11-18,路人,,5.00,,,,")
    firm("bank", first)
    twice = ["2026-11-18,路人,,5.00,,,,"] * 2
    answer = firm("bank", statement(firm, f"2026-11-19,{OTHER},9,30.00,,,,c", *twice))
    assert (answer["lines"], answer["same"]) == (2, 1)
    assert answer.codes == ["bank_alike"]
    assert (firm("bank-lines")["count"], firm("bank-lines")["waiting"]) == (4, "1240.00")


def test_all_that_is_certain_is_booked_and_the_rest_waits(firm: Commands) -> None:
    firm("bank", statement(firm, f"2026-11-18,{FIRM},1102,1200.00,,,货款,a", "2026-11-18,路人,,5.00,,,,b"))
    booked = firm("book-line", "--certain")["booked"]
    assert [(each["line"], each["debtor"], each["left"], each["linked"]) for each in booked] == [
        ("1", FIRM, "0.00", False)
    ]
    assert (firm.one("HR-1")["balance"], firm.one("HR-2")["balance"]) == ("0.00", "1300.00")
    assert [each["line"] for each in firm("bank-lines")["lines"]] == ["2"]
    line = firm("bank-lines", "--all")["lines"][0]
    assert (line["state"], line["receipt"], line["debtor"]) == ("booked", booked[0]["receipt"], FIRM)
    assert firm("book-line", "--certain", status=1).codes == ["bank_nothing_certain"]


def test_a_line_is_booked_for_the_debtor_or_the_claim_named(firm: Commands) -> None:
    firm("bank", statement(firm, "2026-11-18,路人,1,5.00,,,,a", "2026-11-18,路人乙,2,7.00,,,,b"))
    assert firm("book-line", "1", status=1).codes == ["bank_line_without_debtor"]
    firm("book-line", "1", "--debtor", OTHER)
    firm("book-line", "2", "--claim", firm.one("HR-2")["id"])
    assert (firm.one("LK-1")["balance"], firm.one("HR-2")["balance"]) == ("295.00", "1493.00")
    assert firm("book-line", "2", status=1).codes == ["bank_line_settled"]
    assert firm("book-line", "9", status=1).codes == ["unknown_id"]
    again = firm("bank", statement(firm, "2026-11-20,路人,8,5.00,,,,c"))["proposals"]
    assert [(each["debtor"], each["why"][0]) for each in again] == [(OTHER, "bank_other_name")]


def test_money_booked_by_hand_before_is_linked_not_booked_again(firm: Commands) -> None:
    by_hand = firm("receipt", "1200.00", "--debtor", FIRM, "--on", "2026-11-17")["receipt"]
    file = statement(firm, f"2026-11-18,{FIRM},1102,1200.00,,,,a", f"2026-11-18,{FIRM},1102,30.00,,,,b")
    assert [each["already"] for each in firm("bank", file)["proposals"]] == [by_hand, None]
    before = firm.everything()
    assert firm("book-line", "2", "--receipt", by_hand, status=1).codes == ["bank_receipt_unfit"]
    (linked,) = firm("book-line", "1", "--receipt", by_hand)["booked"]
    assert (linked["receipt"], linked["linked"], linked["shares"]) == (by_hand, True, [])
    assert firm.everything() == before


def test_an_equal_receipt_does_not_stop_a_new_one_that_is_wanted(firm: Commands) -> None:
    firm("receipt", "100.00", "--debtor", FIRM, "--on", "2026-11-17")
    firm("bank", statement(firm, f"2026-11-18,{FIRM},1102,100.00,,,,a"))
    assert not firm("book-line", "1", "--new")["booked"][0]["linked"]
    assert firm.one("HR-1")["balance"] == "800.00"


@pytest.mark.parametrize(
    "line",
    [
        ("--certain", "1"),
        ("--certain", "--debtor", FIRM),
        ("1", "--receipt", "1", "--debtor", FIRM),
        ("1", "--receipt", "1", "--new"),
    ],
)
def test_contradictory_wishes_are_refused(firm: Commands, line: tuple[str, ...]) -> None:
    assert firm("book-line", *line, status=1).codes == ["bank_one_way_only"]


def test_lines_that_are_nobodys_are_set_aside_with_a_reason_and_taken_back(firm: Commands) -> None:
    firm("bank", statement(firm, "2026-11-18,税务局,1,5.00,,,退税,a"))
    assert firm("set-aside", "1", "--why", " ", status=1).codes == ["no_reason"]
    firm("set-aside", "1", "--why", "退税")
    assert firm("bank-lines")["count"] == 0
    assert [each["aside"] for each in firm("bank-lines", "--all")["lines"]] == ["退税"]
    assert firm("book-line", "1", status=1).codes == ["bank_line_settled"]
    firm("set-aside", "1", "--back")
    assert firm("bank-lines")["count"] == 1


def test_a_reversed_receipt_lets_its_line_wait_again(firm: Commands) -> None:
    firm("bank", statement(firm, f"2026-11-18,{FIRM},1102,1200.00,,,,a"))
    before = firm.everything()
    receipt = firm("book-line", "1")["booked"][0]["receipt"]
    firm("reverse", receipt, "--why", "退票")
    assert firm.everything() == before
    assert [(each["line"], each["receipt"]) for each in firm("bank-lines")["lines"]] == [("1", None)]


def test_what_is_no_statement_is_refused(firm: Commands) -> None:
    assert firm("bank", firm.ledger("甲,1,5,0,2026-10-01"), status=1).codes == ["bank_no_headings"]


def test_letters_leave_out_whose_money_certainly_covers_them(firm: Commands) -> None:
    firm("bank", statement(firm, f"2026-11-18,{OTHER},9,300.00,,,,a", f"2026-11-18,{FIRM},1102,2499.99,,,,b"))
    out = firm.data.parent / "out"
    answer = firm("letters", "--kind", "demand", "--due", "--out", out)
    assert [each["debtor"] for each in answer["letters"]] == [FIRM]
    (skipped,) = answer["skipped"]
    assert (skipped["debtor"], skipped["why"], skipped["waiting"]) == (OTHER, "money_waiting", "300.00")
    again = firm("letters", "--kind", "demand", "--due", "--despite-waiting", "--out", out)
    assert [each["debtor"] for each in again["letters"]] == [OTHER]


def test_a_line_assigned_counts_for_letters_before_it_is_booked(firm: Commands) -> None:
    firm("bank", statement(firm, "2026-11-18,路人,9,300.00,,,,a"))
    firm("assign-line", "1", "--debtor", OTHER)
    answer = firm(
        "letters", "--kind", "demand", "--claims", firm.one("LK-1")["id"], "--out", firm.data.parent / "o"
    )
    assert [each["why"] for each in answer["skipped"]] == ["money_waiting"]
    firm("assign-line", "1", "--nobody")
    assert firm("bank-lines")["lines"][0]["debtor"] is None
    assert firm("assign-line", "1", "--debtor", "没有的公司", status=1).codes == ["unknown_debtor"]
