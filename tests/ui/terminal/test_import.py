"""``import`` and ``undo``: the ledgers beside this tree give exactly what is written down for them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.terminal.conftest import LEDGERS, Commands

RUNS: list[dict[str, Any]] = json.loads((LEDGERS / "expected.json").read_text("utf-8"))["runs"]
SHARED = Path(os.environ.get("QZ_SHARED", LEDGERS.parents[2] / "shared"))
PUBLISHED = SHARED / "ledgers" / "ibm_late_payments.csv"
"""No part of this tree: 2,466 settled invoices with US days, read where they are at hand."""

OCTOBER, NOVEMBER = LEDGERS / "06_应收明细_2026-10.xlsx", LEDGERS / "07_应收明细_2026-11.xlsx"


@pytest.mark.parametrize("told", RUNS, ids=lambda told: told["file"])
def test_a_ledger_gives_what_is_written_down_for_it(run: Commands, told: dict[str, Any]) -> None:
    answer = run("import", LEDGERS / told["file"], *told["args"])
    optional = [*told["maybe"], *told["settled"]]
    read = told["rows_read"] + len(optional)
    assert (answer["rows_read"], answer["new"]) == (read, read)
    assert (answer["changed"], answer["same"], answer["missing"]) == (0, 0, 0)
    assert answer["sheet"] == told["sheet"]
    assert answer["heading_row"] in told["heading_row"]
    assert {str(each["row"]): each["why"] for each in answer["skipped"]} == told["skipped"]
    more = sum(round(float(each["balance"]) * 100) for each in optional)
    assert round(float(answer["total"]) * 100) == round(float(told["total"]) * 100) + more
    problems = {each["cell"] for each in answer["problems"]}
    assert all(problems & set(either) for either in told["problems"])
    named = problems | {each["cell"] for each in answer["warnings"]}
    assert all(named & set(either) for either in told["named"])


@pytest.mark.parametrize("told", RUNS, ids=lambda told: told["file"])
def test_its_claims_stand_in_the_books_as_in_the_file(run: Commands, told: dict[str, Any]) -> None:
    imported = run("import", LEDGERS / told["file"], *told["args"])
    answer = run("claims", "--all")
    assert answer["balance"] == imported["total"] == run("aging")["total"]["total"]
    claims = {(each["debtor"], each["number"]): each for each in answer["claims"]}
    for spot in [*told["spots"], *told["maybe"]]:
        held = claims[spot["debtor"], spot["number"]]
        assert {field: held[field] for field in spot if field in held} == {
            field: value for field, value in spot.items() if field in held
        }
    assert set(told["apart"]) <= {each["debtor"] for each in answer["claims"]}
    below = [each for each in answer["claims"] if each["balance"].startswith("-")]
    assert len(below) == told["credits"]
    assert {each["band"] for each in below} <= {"credit"}


def test_a_cell_is_read_as_the_command_says(run: Commands) -> None:
    file = run.ledger("恒锐,HR-1,1000.00,0,2026-09-01", "蓝科,LK-1,三百,0,2026-08-15")
    cells = {each["cell"] for each in run("import", file, "--dry-run")["problems"]}
    (wrong,) = cells
    answer = run("import", file, "--cell", f"{wrong}=300.00")
    assert (answer["new"], answer["problems"], answer["total"]) == (2, [], "1300.00")


@pytest.mark.parametrize("told", ["12=1", "G0=1", "G12", "ABCD1=1", "=1"])
def test_what_names_no_cell_is_refused(run: Commands, told: str) -> None:
    assert run("import", OCTOBER, "--cell", told, status=2)


def test_columns_are_told_by_their_headings(run: Commands) -> None:
    answer = run("import", LEDGERS / "02_到期债权表_K3.xls")
    assert RUNS[1]["columns"].items() <= answer["columns"].items()


def test_next_months_file_is_told_apart_from_this_months(run: Commands) -> None:
    run("import", OCTOBER, today="2026-10-31")
    answer = run("import", NOVEMBER)
    counted = {name: answer[name] for name in ("new", "changed", "same", "missing", "doubtful")}
    assert counted == {"new": 8, "changed": 8, "same": 32, "missing": 5, "doubtful": counted["doubtful"]}


def test_undoing_the_second_month_leaves_all_as_before(run: Commands) -> None:
    run("import", OCTOBER)
    before = run.everything()
    batch = run("import", NOVEMBER)["batch"]
    assert run.everything() != before
    undone = run("undo", batch)
    assert undone.told == {"removed": 8, "restored": 8}
    assert run.everything() == before
    assert run("verify")["ok"] is True


def test_the_same_file_twice_says_nothing_new(run: Commands) -> None:
    run("import", NOVEMBER)
    before = run.everything()
    answer = run("import", NOVEMBER)
    assert (answer["new"], answer["changed"], answer["same"], answer["missing"]) == (0, 0, 48, 0)
    assert run.everything() == before


def test_a_dry_run_says_the_same_and_writes_nothing(run: Commands) -> None:
    run("import", OCTOBER)
    before = (run.data / "qingzhang.db").read_bytes()
    answer = run("import", NOVEMBER, "--dry-run")
    assert (answer["new"], answer["changed"], answer["same"], answer["missing"]) == (8, 8, 32, 5)
    assert answer["batch"] is None
    assert (run.data / "qingzhang.db").read_bytes() == before


def test_strictly_a_total_that_differs_refuses(run: Commands) -> None:
    file = run.ledger("甲,1,100.00,,2026-09-01", "合计,,999.00,,")
    lenient = run("import", file, "--dry-run")
    assert lenient.codes == ["total_differs"]
    refused = run("import", file, "--strict", status=1)
    assert refused.codes == ["strict_refused", "total_differs"]
    assert run("claims")["count"] == 0


def test_strictly_a_sound_ledger_passes(run: Commands) -> None:
    assert run("import", OCTOBER, "--strict")["new"] == 45


def test_columns_can_be_named_in_a_mapping(run: Commands) -> None:
    file = run.ledger("甲,1,100.00,7.00", head="某甲,某乙,某丙,某丁")
    mapping = run.data.parent / "mapping.json"
    fields = {"debtor": "某甲", "number": "某乙", "amount": "某丙", "paid": None}
    mapping.write_text(json.dumps(fields), "utf-8")
    run("import", file, "--mapping", mapping)
    assert run.one("1")["balance"] == "100.00"


def test_how_columns_were_matched_is_remembered_for_the_next_file(run: Commands) -> None:
    mapping = run.data.parent / "mapping.json"
    mapping.write_text(
        json.dumps({"debtor": "客户", "number": "单号", "amount": "金额", "paid": "某丁"}), "utf-8"
    )
    head = "客户,单号,金额,某丁"
    run("import", run.ledger("甲,1,100.00,40.00", head=head), "--mapping", mapping)
    assert run.one("1")["balance"] == "60.00"
    run("import", run.ledger("甲,1,100.00,40.00", "甲,2,50.00,20.00", head=head))
    assert run.one("2")["balance"] == "30.00"


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"debtor":', '{"no_field": "客户"}', "[" * 100_000])
def test_a_mapping_that_cannot_be_read_refuses(run: Commands, text: str) -> None:
    mapping = run.data.parent / "mapping.json"
    mapping.write_text(text, "utf-8")
    answer = run("import", run.ledger("甲,1,100.00,,"), "--mapping", mapping, status=1)
    assert answer.codes[0] in ("mapping_unreadable", "unknown_field")


def test_a_sheet_is_chosen_by_name(run: Commands) -> None:
    answer = run("import", LEDGERS / "04 应收台账（手工）.xlsx", "--sheet", "没有这张表", status=1)
    assert answer.codes == ["ledger_no_such_sheet"]
    assert run("import", LEDGERS / "04 应收台账（手工）.xlsx", "--sheet", "应收台账")["new"] > 0


def test_a_password_comes_from_standard_input(run: Commands, typed_in: Callable[[str], None]) -> None:
    import io

    import msoffcrypto.format.ooxml
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("客户", "单号", "金额"), ("甲", "1", 100), ("乙", "2", 50)):
        book.active.append(row)
    plain = io.BytesIO()
    book.save(plain)
    file = run.data.parent / "locked.xlsx"
    with file.open("wb") as sealed:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("秘密 1", sealed)
    assert run("import", file, status=1).codes == ["ledger_password"]
    typed_in("wrong\n")
    assert run("import", file, "--password-stdin", status=1).codes == ["ledger_wrong_password"]
    typed_in("秘密 1\r\n")
    assert run("import", file, "--password-stdin")["total"] == "150.00"


def test_a_ledger_whose_columns_are_not_found_is_refused(run: Commands) -> None:
    answer = run("import", run.ledger("甲,1", head="客户,单号"), status=1)
    assert answer.told["problems"][0]["code"] in ("column_missing", "ledger_no_headings")


def test_red_letters_are_credit_and_not_a_claim(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,,2026-09-01", "甲,R-1,-30.00,,2026-09-05"))
    assert run.one("R-1")["balance"] == "-30.00"
    aging = run("aging")
    assert aging["rows"][0]["bands"]["credit"] == "-30.00"
    assert aging["total"]["total"] == "70.00"


def test_currencies_are_never_added(run: Commands) -> None:
    head = "客户,单号,金额,币种,到期日"
    rows = ("甲,1,100.00,CNY,2026-09-01", "甲,2,40.00,USD,2026-09-01", "乙,3,9.00,EUR,2026-09-01")
    answer = run("import", run.ledger(*rows, head=head))
    totals = {"CNY": "100.00", "EUR": "9.00", "USD": "40.00"}
    assert (answer["total"], answer["totals"]) == ("100.00", totals)
    claims = run("claims")
    assert (claims["balance"], claims["totals"]) == ("100.00", totals)
    aging = run("aging")
    assert aging["total"]["total"] == "100.00"
    assert [(row["name"], row.get("currency")) for row in aging["rows"]] == [
        ("甲", None),
        ("乙", "EUR"),
        ("甲", "USD"),
    ]
    assert aging["totals"]["USD"]["total"] == "40.00"


def test_without_other_currencies_there_are_no_totals(run: Commands) -> None:
    answer = run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    assert "totals" not in answer.told
    assert "totals" not in run("claims").told


@pytest.mark.long
@pytest.mark.parametrize("file", [PUBLISHED] if PUBLISHED.is_file() else [], ids=lambda file: file.name)
def test_the_ageing_of_past_days_follows_from_days_of_settlement(run: Commands, file: Path) -> None:
    run.today = "2014-01-31"
    answer = run("import", file)
    assert answer["rows_read"] == 2466
    bands = {
        "not_due": "0.00",
        "1-30": "0.00",
        "31-60": "0.00",
        "61-90": "0.00",
        "91+": "0.00",
        "undated": "0.00",
    }
    for day, not_due, late in (("2013-06-30", "4284.29", "835.56"), ("2012-12-31", "4936.32", "788.74")):
        aging = run("aging", "--as-of", day, "--bands", "30,60,90")
        assert aging["total"]["bands"] == {**bands, "not_due": not_due, "1-30": late}
    before = run.everything()
    assert run("import", file)["same"] == 2466
    assert run("import", file, "--as-of", "2013-06-30")["same"] == 2466
    assert run.everything() == before


def test_a_copy_to_mend_is_written_where_something_is_amiss(run: Commands, tmp_path: Path) -> None:
    by_hand = LEDGERS / "04 应收台账（手工）.xlsx"
    told = run("import", by_hand, "--dry-run", "--errors-to", tmp_path / "mend.xlsx")
    assert told["errors_file"] == str(tmp_path / "mend.xlsx")
    again = run("import", tmp_path / "mend.xlsx", "--dry-run")
    for said in ("rows_read", "problems", "warnings", "total"):
        assert again[said] == told[said]
    good = run("import", OCTOBER, "--errors-to", tmp_path / "none.xlsx")
    assert good["errors_file"] is None
    assert not (tmp_path / "none.xlsx").exists()


def test_a_strict_import_that_refuses_leaves_the_copy_to_mend(run: Commands, tmp_path: Path) -> None:
    by_hand = LEDGERS / "04 应收台账（手工）.xlsx"
    run("import", by_hand, "--strict", "--errors-to", tmp_path / "mend.xlsx", status=1)
    assert (tmp_path / "mend.xlsx").exists()
