"""The rules of importing again, one each, through the command."""

from __future__ import annotations

from tests.ui.terminal.conftest import Commands

HEAD_SETTLED = "客户,单号,金额,到期日,结清日期"


def outcome(run: Commands, *rows: str, **more: str) -> tuple[int, int, int, int, int]:
    answer = run("import", run.ledger(*rows), *[part for pair in more.items() for part in pair])
    return tuple(answer[name] for name in ("new", "changed", "same", "missing", "doubtful"))  # type: ignore[return-value]


def balances(run: Commands) -> list[str]:
    return [each["balance"] for each in run("claims", "--all")["claims"]]


def test_a_claim_is_known_by_debtor_and_number(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01", "乙,1,200.00,,2026-09-01")
    assert outcome(run, "乙,1,250.00,,2026-09-01", "甲,1,100.00,,2026-09-01") == (0, 1, 1, 0, 0)
    assert balances(run) == ["100.00", "250.00"]


def test_spaces_at_the_ends_of_a_name_change_nothing(run: Commands) -> None:
    outcome(run, "甲公司,1,100.00,,2026-09-01")
    assert outcome(run, "  甲公司 ,1,100.00,,2026-09-01") == (0, 0, 1, 0, 0)


def test_a_new_due_date_changes_a_claim(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01")
    assert outcome(run, "甲,1,100.00,,2026-10-01") == (0, 1, 0, 0, 0)
    assert run.one("1")["due_on"] == "2026-10-01"


def test_another_spelling_with_the_same_code_is_a_suggestion_and_no_merge(run: Commands) -> None:
    head = "客户,客户编码,单号,金额"
    run("import", run.ledger("苏州甲公司,K7,1,100.00", head=head))
    answer = run("import", run.ledger("苏州甲有限公司,K7,1,100.00", head=head))
    assert (answer["new"], answer["doubtful"], answer.codes) == (1, 1, ["doubt_same_code"])
    assert answer["warnings"][0]["cell"] == "A2"
    assert len({each["debtor"] for each in run("claims")["claims"]}) == 2


def test_another_spelling_with_the_same_credit_code_is_a_suggestion(run: Commands) -> None:
    head = "客户,统一社会信用代码,单号,金额"
    run("import", run.ledger("苏州甲公司,91320594MA1XK2A15Q,1,100.00", head=head))
    answer = run("import", run.ledger("苏州甲有限公司,91320594MA1XK2A15Q,2,100.00", head=head))
    assert "doubt_same_uscc" in answer.codes


def test_rows_of_one_key_are_matched_by_equal_sum_and_day_first(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01", "甲,1,250.00,,2026-10-01")
    assert outcome(run, "甲,1,250.00,,2026-10-01", "甲,1,100.00,,2026-09-01")[:4] == (0, 0, 2, 0)
    assert balances(run) == ["100.00", "250.00"]


def test_rows_of_one_key_that_match_none_are_taken_in_file_order(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01", "甲,1,250.00,,2026-10-01")
    assert outcome(run, "甲,1,110.00,,2026-09-01", "甲,1,250.00,,2026-10-01")[:4] == (0, 1, 1, 0)
    assert balances(run) == ["110.00", "250.00"]


def test_rows_without_a_number_are_matched_the_same_way(run: Commands) -> None:
    outcome(run, "甲,,100.00,,2026-09-01", "甲,,250.00,,2026-10-01")
    assert outcome(run, "甲,,250.00,,2026-10-01", "甲,,90.00,,2026-09-01") == (0, 1, 1, 0, 0)
    assert balances(run) == ["90.00", "250.00"]


def test_wholly_equal_rows_are_all_kept_and_the_second_is_doubtful(run: Commands) -> None:
    rows = ["甲,1,100.00,,2026-09-01"] * 2 + ["乙,,5.00,,"] * 2
    answer = run("import", run.ledger(*rows))
    assert (answer["new"], answer["doubtful"]) == (4, 2)
    assert [(each["code"], each["where"][1:]) for each in answer["warnings"]] == [
        ("doubt_equal_row", "3"),
        ("doubt_equal_row", "5"),
    ]
    assert outcome(run, *rows)[:4] == (0, 0, 4, 0)


def test_what_the_ledger_says_was_paid_is_a_receipt_on_its_day(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,30.00,2026-09-01"), "--as-of", "2026-10-31")
    assert run("claims", "--as-of", "2026-10-30", "--all")["claims"][0]["paid"] == "0.00"
    assert run("claims", "--as-of", "2026-10-31", "--all")["claims"][0]["paid"] == "30.00"


def test_only_what_exceeds_earlier_receipts_becomes_a_new_one(run: Commands) -> None:
    outcome(run, "甲,1,100.00,30.00,2026-09-01")
    assert outcome(run, "甲,1,100.00,45.00,2026-09-01") == (0, 1, 0, 0, 0)
    assert run.one("1")["paid"] == "45.00"


def test_the_clerks_own_receipt_is_not_counted_twice(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01")
    run("receipt", "40.00", "--claim", run.one("1")["id"], "--on", "2026-11-20")
    assert outcome(run, "甲,1,100.00,40.00,2026-09-01") == (0, 0, 1, 0, 0)
    assert run.one("1")["paid"] == "40.00"


def test_where_the_erp_is_behind_nothing_is_taken_back(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01")
    run("receipt", "40.00", "--claim", run.one("1")["id"])
    answer = run("import", run.ledger("甲,1,100.00,10.00,2026-09-01"))
    assert (answer["same"], answer["doubtful"], answer.codes) == (1, 1, ["doubt_ledger_behind"])
    assert run.one("1")["paid"] == "40.00"


def test_a_receipt_after_the_ledgers_day_is_not_yet_known_to_it(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01")
    run("receipt", "40.00", "--claim", run.one("1")["id"], "--on", "2026-11-20")
    run("import", run.ledger("甲,1,100.00,25.00,2026-09-01"), "--as-of", "2026-10-31")
    assert run.one("1")["paid"] == "65.00"


def test_an_older_ledger_never_pays_more_than_is_open(run: Commands) -> None:
    outcome(run, "甲,1,100.00,100.00,2026-09-01")
    answer = run("import", run.ledger("甲,1,100.00,60.00,2026-09-01"), "--as-of", "2026-10-31")
    assert answer["doubtful"] == 1
    assert run.one("1")["balance"] == "0.00"


def test_a_day_of_settlement_counts_from_that_day(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,2026-09-01,2026-10-05", head=HEAD_SETTLED))
    assert run("aging", "--as-of", "2026-10-04")["total"]["total"] == "100.00"
    assert run("aging", "--as-of", "2026-10-05")["total"]["total"] == "0.00"


def test_a_settlement_after_the_ledgers_own_day_is_booked_once(run: Commands) -> None:
    file = run.ledger("甲,1,100.00,2026-09-01,2026-11-05", head=HEAD_SETTLED)
    for expected in (("new", 1), ("same", 1)):
        assert run("import", file, "--as-of", "2026-10-31")[expected[0]] == expected[1]
    assert run.one("1")["paid"] == "100.00"


def test_a_day_of_settlement_after_today_is_a_problem_of_its_cell(run: Commands) -> None:
    file = run.ledger("甲,1,100.00,2026-09-01,2026-12-05", "乙,2,7.00,2026-09-01,", head=HEAD_SETTLED)
    answer = run("import", file)
    assert [(each["cell"], each["code"]) for each in answer["problems"]] == [("E2", "settled_after_today")]
    assert (answer["new"], answer["total"]) == (1, "7.00")


def test_a_ledger_never_speaks_of_a_day_to_come(run: Commands) -> None:
    file = run.ledger("甲,1,100.00,,2026-09-01")
    assert run("import", file, "--as-of", "2026-12-01", status=1).codes == ["after_today"]
    assert run("import", file, "--as-of", "2026-11-30")["as_of"] == "2026-11-30"


def test_what_the_next_ledger_lacks_is_missing_and_stays(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01", "甲,2,50.00,,2026-09-01")
    assert outcome(run, "甲,2,50.00,,2026-09-01") == (0, 0, 1, 1, 0)
    assert balances(run) == ["100.00", "50.00"]


def test_undo_after_later_work_says_so_and_changes_nothing(run: Commands) -> None:
    batch = run("import", run.ledger("甲,1,100.00,,2026-09-01", "乙,2,5.00,,2026-09-01"))["batch"]
    run("call", run.one("1")["id"], "--outcome", "busy")
    before = run.everything()
    answer = run("undo", batch, status=1)
    assert (answer.codes, answer["problems"][0]["where"]) == (["later_work"], run.one("1")["id"])
    assert run.everything() == before


def test_undo_after_a_receipt_on_a_claim_it_only_changed_says_so(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01")
    batch = run("import", run.ledger("甲,1,150.00,,2026-09-01"))["batch"]
    run("receipt", "120.00", "--claim", run.one("1")["id"])
    assert run("undo", batch, status=1).codes == ["later_work"]


def test_undo_after_the_reversal_of_its_receipt_says_so(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01")
    batch = run("import", run.ledger("甲,1,100.00,30.00,2026-09-01"))["batch"]
    run("reverse", "1", "--why", "not on the statement")
    assert run("undo", batch, status=1).codes == ["later_work"]


def test_undo_after_work_on_other_claims_works(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01")
    other = run.one("1")["id"]
    batch = run("import", run.ledger("乙,2,50.00,,2026-09-01"))["batch"]
    run("call", other, "--outcome", "busy")
    run("receipt", "10.00", "--claim", other)
    before = run.one("1")
    assert run("undo", batch).told == {"removed": 1, "restored": 0}
    assert run.one("1") == before
    assert run("verify")["ok"] is True


def test_undo_after_an_undone_later_import_works(run: Commands) -> None:
    first = run("import", run.ledger("甲,1,100.00,,2026-09-01"))["batch"]
    second = run("import", run.ledger("甲,1,100.00,40.00,2026-10-01"))["batch"]
    assert run("undo", first, status=1).codes == ["later_work"]
    run("undo", second)
    assert run("undo", first)["removed"] == 1
    assert run("claims", "--all")["count"] == 0


def test_undo_leaves_what_the_clerk_has_set_on_a_debtor(run: Commands) -> None:
    head = "客户,地址,单号,金额"
    run("import", run.ledger("甲,,1,100.00", head=head))
    batch = run("import", run.ledger("甲,旧路 1 号,2,50.00", "乙,新路 2 号,3,50.00", head=head))["batch"]
    run("debtor", "甲", "--address", "正路 9 号")
    run("debtor", "乙", "--phone", "0512-1")
    run("undo", batch)
    assert run("debtor", "甲")["address"] == "正路 9 号"
    assert run("debtor", "乙")["phone"] == "0512-1"


def test_an_import_is_undone_once(run: Commands) -> None:
    batch = run("import", run.ledger("甲,1,100.00,,2026-09-01"))["batch"]
    run("undo", batch)
    assert run("undo", batch, status=1).codes == ["already_undone"]
    assert run("undo", "999", status=1).codes == ["unknown_id"]


def test_the_kind_of_a_claim_is_no_part_of_its_key(run: Commands) -> None:
    head = "客户,单号,款项性质,金额"
    run("import", run.ledger("甲,1,货款,100.00", head=head))
    assert run("import", run.ledger("甲,1,运费,100.00", head=head))["same"] == 1


def test_one_key_with_other_sums_is_kept_twice_and_the_second_is_doubtful(run: Commands) -> None:
    answer = run("import", run.ledger("甲,1,100.00,,2026-09-01", "甲,1,80.00,,2026-10-01"))
    assert (answer["new"], answer["doubtful"], answer.codes) == (2, 1, ["doubt_same_number"])
    assert answer["warnings"][0]["where"] == "B3"


def test_two_rows_without_a_number_and_of_other_sums_are_no_doubt(run: Commands) -> None:
    answer = run("import", run.ledger("甲,,100.00,,2026-09-01", "甲,,80.00,,2026-10-01"))
    assert (answer["new"], answer["doubtful"]) == (2, 0)


def test_one_of_two_equal_rows_gone_is_missing(run: Commands) -> None:
    outcome(run, *["甲,1,100.00,,2026-09-01"] * 2)
    assert outcome(run, "甲,1,100.00,,2026-09-01") == (0, 0, 1, 1, 0)


def test_a_claim_that_comes_again_after_it_was_missing_is_the_same(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01", "甲,2,50.00,,2026-09-01")
    outcome(run, "甲,2,50.00,,2026-09-01")
    assert outcome(run, "甲,1,100.00,,2026-09-01", "甲,2,50.00,,2026-09-01") == (0, 0, 2, 0, 0)


def test_a_claim_answered_as_paid_that_comes_again_unpaid_is_doubtful(run: Commands) -> None:
    outcome(run, "甲,1,100.00,,2026-09-01", "甲,2,50.00,,2026-09-01")
    run("import", run.ledger("甲,2,50.00,,2026-09-01"), "--missing", "paid")
    answer = run("import", run.ledger("甲,1,100.00,,2026-09-01", "甲,2,50.00,,2026-09-01"))
    assert answer.codes == ["doubt_ledger_behind"]
    assert run.one("1")["balance"] == "0.00"


def test_the_same_file_thrice_books_once(run: Commands) -> None:
    rows = ("甲,1,100.00,40.00,2026-09-01", "甲,,9.00,,", "乙,,9.00,,", "丙,-7,-20.00,,")
    outcome(run, *rows)
    before = run.everything()
    assert [outcome(run, *rows)[:4] for _ in range(2)] == [(0, 0, 4, 0)] * 2
    assert run.everything() == before


def test_an_older_ledger_read_after_a_newer_one_is_not_counted_again(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,70.00,2026-09-01"), "--as-of", "2026-11-30")
    answer = run("import", run.ledger("甲,1,100.00,30.00,2026-09-01"), "--as-of", "2026-10-31")
    assert answer.codes == ["doubt_ledger_behind"]
    assert run.one("1")["paid"] == "70.00"


def test_an_older_ledger_that_knows_of_more_adds_only_the_rest(run: Commands) -> None:
    run("import", run.ledger("甲,1,100.00,30.00,2026-09-01"), "--as-of", "2026-11-30")
    run("import", run.ledger("甲,1,100.00,45.00,2026-09-01"), "--as-of", "2026-10-31")
    assert run.one("1")["paid"] == "45.00"


def test_an_undo_that_is_refused_says_what_stands_there_and_when(run: Commands) -> None:
    batch = run("import", run.ledger("甲,1,100.00,,2026-09-01", "乙,2,5.00,,2026-09-01"))["batch"]
    run("receipt", "40.00", "--claim", run.one("1")["id"])
    run("call", run.one("2")["id"], "--outcome", "busy")
    refused = run("undo", batch, status=1)
    assert refused.err.splitlines()[0].startswith("1 of 甲: a receipt of 20")
    assert refused.err.splitlines()[1].startswith("2 of 乙: a call of 20")
    chinese = run.typed("--data", run.data, "--lang", "zh_CN", "undo", batch)
    assert chinese.err.startswith("甲 的 1 之后又有收款（20")


def test_an_undo_names_the_debtors_that_stay(run: Commands) -> None:
    batch = run("import", run.ledger("甲,1,100.00,,2026-09-01", "乙,2,5.00,,2026-09-01"))["batch"]
    run("debtor", "乙", "--phone", "0512-1")
    assert run("undo", batch).told == {"removed": 2, "restored": 0, "kept": ["乙"]}


def test_undo_after_a_later_import_of_other_claims_works(run: Commands) -> None:
    first = run("import", run.ledger("甲,1,100.00,30.00,2026-09-01"))["batch"]
    run("import", run.ledger("乙,2,5.00,,2026-09-01"))
    assert run("undo", first).told == {"removed": 1, "restored": 0}
    assert [each["number"] for each in run("claims", "--all")["claims"]] == ["2"]
    assert run("verify")["ok"] is True


def test_a_claim_of_another_currency_is_neither_changed_nor_missing(run: Commands) -> None:
    head = "客户,单号,币种,金额"
    run("import", run.ledger("甲,1,CNY,100.00", "甲,2,USD,9.00", head=head))
    answer = run("import", run.ledger("甲,1,USD,80.00", head=head))
    assert (answer["new"], answer["changed"], answer["missing"]) == (1, 0, 1)
    assert answer.codes == ["doubt_other_currency"]
    assert sorted(balances(run)) == ["100.00", "80.00", "9.00"]
