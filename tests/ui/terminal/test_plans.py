"""``plan`` and ``signed``."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def owing(run: Commands) -> Commands:
    """甲 owes 800,000.00, due on 2026-09-01; nothing is known of the creditor."""
    run("import", run.ledger("甲,1,800000.00,,2026-09-01", "甲,2,5.00,,2026-09-01", "乙,3,0.02,,2026-09-01"))
    return run


def plan(run: Commands, *more: str, claims: str = "1") -> list[tuple[str, str]]:
    answer = run("plan", claims, *more)
    return [(each["due_on"], each["amount"]) for each in answer["instalments"]]


def test_the_last_instalment_takes_the_difference(owing: Commands) -> None:
    assert plan(owing, "--instalments", "3", "--first", "2027-01-15") == [
        ("2027-01-15", "266666.67"), ("2027-02-15", "266666.67"), ("2027-03-15", "266666.66"),
    ]  # fmt: skip


def test_the_end_of_a_month_does_not_drift(owing: Commands) -> None:
    days = [day for day, _ in plan(owing, "--instalments", "4", "--first", "2027-01-31")]
    assert days == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]


@pytest.mark.parametrize(("every", "days"), [
    ("quarter", ["2026-12-31", "2027-03-31", "2027-06-30"]),
    ("10", ["2026-12-31", "2027-01-10", "2027-01-20"]),
    ("month", ["2026-12-31", "2027-01-31", "2027-02-28"]),
])  # fmt: skip
def test_the_rhythm_is_kept(owing: Commands, every: str, days: list[str]) -> None:
    told = plan(owing, "--instalments", "3", "--first", "2026-12-31", "--every", every)
    assert [day for day, _ in told] == days


def test_days_off_are_kept_unless_told_to_roll(owing: Commands) -> None:
    line = ("--instalments", "2", "--first", "2026-12-05")
    assert plan(owing, *line)[0][0] == "2026-12-05"
    answer = owing("plan", "1", *line, "--roll")
    assert (answer["instalments"][0]["due_on"], answer["instalments"][0]["moved_from"]) == (
        "2026-12-07",
        "2026-12-05",
    )


def test_one_instalment_is_a_plan_too(owing: Commands) -> None:
    assert plan(owing, "--instalments", "1", "--first", "2027-01-15") == [("2027-01-15", "800000.00")]


def test_the_total_is_what_is_open_on_all_its_claims(owing: Commands) -> None:
    owing("receipt", "100000.00", "--claim", "1")
    answer = owing("plan", "1,2", "--instalments", "2", "--first", "2027-01-15")
    assert answer["total"] == "700005.00"


def test_an_instalment_below_a_fen_is_refused(owing: Commands) -> None:
    assert len(plan(owing, "--instalments", "2", "--first", "2027-01-15", claims="3")) == 2
    answer = owing("plan", "3", "--instalments", "3", "--first", "2027-01-15", status=1)
    assert answer.codes == ["instalment_too_small"]


def test_gaps_are_printed_and_named_and_never_refused(owing: Commands, tmp_path: Path) -> None:
    out = tmp_path / "new" / "协议.pdf"
    answer = owing("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--out", out)
    assert answer.codes
    assert all(code.startswith("gap_") for code in answer.codes)
    assert {"creditor.name", "creditor.address"} <= {each["where"] for each in answer["warnings"]}
    pages = pypdfium2.PdfDocument(answer["file"])
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    assert "【待补" in text
    assert [file.name for file in out.parent.iterdir()] == ["协议.pdf"]


def test_a_plan_changes_no_due_date_band_or_balance(owing: Commands) -> None:
    before = owing.everything()
    owing("plan", "1", "--instalments", "2", "--first", "2027-01-15")
    assert owing.everything() == before


def test_a_plan_moves_the_clock_when_signed_on_its_day_and_not_when_printed(
    owing: Commands, tmp_path: Path
) -> None:
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"seal")
    owing.today = "2026-12-10"
    made = owing("plan", "1", "--instalments", "2", "--first", "2027-01-15", today="2026-12-01")
    assert owing.one("1")["limitation_on"] == "2029-09-01"
    answer = owing("signed", made["plan"], scan, "--on", "2026-12-05")
    assert (answer["plan"], answer["total"], answer["instalments"]) == ("1", "800000.00", made["instalments"])
    claim = owing.one("1")
    assert (claim["limitation_on"], claim["provable_on"], claim["stage"]) == (
        "2029-12-05",
        "2029-12-05",
        "plan",
    )


def test_only_a_signed_plan_is_watched(owing: Commands, tmp_path: Path) -> None:
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"seal")
    owing("plan", "1", "--instalments", "2", "--first", "2026-12-15")
    late = "2026-12-20"
    assert "plan_broken" not in [each["reason"] for each in owing("worklist", today=late)["items"]]
    owing("signed", "1", scan)
    assert owing("worklist", today=late)["items"][0]["reason"] == "plan_broken"
    owing("receipt", "400000.00", "--claim", "1", "--on", "2026-12-14", today=late)
    assert "plan_broken" not in [each["reason"] for each in owing("worklist", today=late)["items"]]


def test_leftovers_beside_the_agreement_are_swept(owing: Commands, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".qz-5-x.part").write_bytes(b"half")
    owing(
        "plan",
        "3",
        "--instalments",
        "9",
        "--first",
        "2027-01-15",
        "--out",
        tmp_path / "out" / "a.pdf",
        status=1,
    )
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(("line", "code"), [
    (("plan", "1,3", "--instalments", "2", "--first", "2027-01-15"), "several_debtors"),
    (("plan", "77", "--instalments", "2", "--first", "2027-01-15"), "unknown_id"),
    (("plan", ",", "--instalments", "2", "--first", "2027-01-15"), "no_claims"),
    (("plan", "1", "--instalments", "601", "--first", "2027-01-15"), "instalment_count"),
    (("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--out", "/"), "not_a_file"),
    (("signed", "77", __file__), "unknown_id"),
])  # fmt: skip
def test_what_cannot_be_is_refused(owing: Commands, line: tuple[str, ...], code: str) -> None:
    assert owing(*line, status=1).codes == [code]


@pytest.mark.parametrize(
    "more", [("0",), ("-1",), ("x",), ("1" + "0" * 30,), ("2", "--every", "0"), ("2", "--every", "week")]
)
def test_wrong_usage_of_a_plan_ends_with_2(owing: Commands, more: tuple[str, ...]) -> None:
    answer = owing("plan", "1", "--first", "2027-01-15", "--instalments", *more, status=2)
    assert answer.out == ""


def test_a_plan_is_signed_once_and_not_before_it_was_made(owing: Commands, tmp_path: Path) -> None:
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"seal")
    owing("plan", "1", "--instalments", "2", "--first", "2027-01-15")
    assert owing("signed", "1", scan, "--on", "2026-11-29", status=1).codes == ["before_made"]
    assert owing("signed", "1", scan, "--on", "2026-12-01", status=1).codes == ["after_today"]
    assert owing("signed", "1", tmp_path / "none.pdf", status=1).codes == ["file_unreadable"]
    owing("signed", "1", scan)
    assert owing("signed", "1", scan, status=1).codes == ["already_signed"]


def test_a_level_instalment_bears_its_interest(firm: Commands) -> None:
    told = firm(
        "plan", "1", "--instalments", "4", "--first", "2026-12-31", "--shape", "annuity", "--year", "6"
    )
    amounts = [float(each["amount"]) for each in told["instalments"]]
    assert max(amounts) - min(amounts) < 0.05
    assert sum(amounts) > float(told["total"])


def test_days_and_sums_may_be_settled_freely(firm: Commands) -> None:
    told = firm("plan", "1", "--free", "2026-12-31=400", "2027-03-31=600")
    assert [(each["due_on"], each["amount"]) for each in told["instalments"]] == [
        ("2026-12-31", "400.00"),
        ("2027-03-31", "600.00"),
    ]
    assert firm("plan", "3", "--free", "2026-12-31=1", status=1).codes == ["instalments_differ"]


def test_regular_instalments_need_their_first_day(firm: Commands) -> None:
    assert firm("plan", "1", "--instalments", "3", status=1).codes == ["schedule_needs_first"]


def test_the_clauses_are_chosen_and_what_is_forbidden_is_refused(owing: Commands) -> None:
    line = ("plan", "1", "--instalments", "2", "--first", "2027-01-15")
    assert owing(*line, "--extra", "乙方放弃诉讼时效抗辩", status=1).codes == ["plan_waives_limitation"]
    assert owing(*line, "--security", "pledge", status=1).codes == ["plan_security_unnamed"]
    told = owing(
        *line, "--notarise", "--lawyer", "8", "--guarantor", "丙", "--guarantor-person", "--late", "4.5"
    )
    (plan,) = owing("plans")["plans"]
    assert (plan["plan"], plan["guarantor"], plan["state"]) == (told["plan"], "丙", "draft")
    steps = {each["step"]: each for each in plan["signing"]}
    assert steps["notary_guarantor"]["must"]
    assert not steps["guarantor_fingerprint"]["must"]


def test_a_plan_is_given_ticked_and_voided(owing: Commands) -> None:
    owing("plan", "1", "--instalments", "2", "--first", "2027-01-15")
    assert owing("plan-sent", "1")["state"] == "sent"
    done = owing("plan-step", "1", "debtor_seal")["signing"]
    assert [each["step"] for each in done if each["done"]] == ["debtor_seal"]
    assert not any(each["done"] for each in owing("plan-step", "1", "debtor_seal", "--open")["signing"])
    assert owing("plan-step", "1", "nothing", status=1).codes == ["signing_step_unknown"]
    assert owing("plan-void", "1", "--why", "另议")["state"] == "void"
    assert owing("plans", "--state", "draft")["plans"] == []


def test_a_supplement_without_the_guarantor_warns_of_what_is_lost(owing: Commands, tmp_path: Path) -> None:
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"seal")
    owing("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--guarantor", "丙")
    assert "plan_step_missing" in owing("signed", "1", scan).codes
    line = ("plan", "1", "--instalments", "4", "--first", "2027-01-15", "--supplements", "1")
    assert "supplement_keeps_period" in owing(*line).codes
    assert "supplement_guarantor_untold" in owing("signed", "2", scan).codes
    told = owing("plans")["plans"]
    assert [(each["state"], each["notice_due"]) for each in told] == [
        ("running", "guarantor_change"),
        ("replaced", None),
    ]


def test_a_plan_beside_another_is_doubted_with_the_way_out(owing: Commands, tmp_path: Path) -> None:
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"seal")
    line = ("plan", "1", "--instalments", "2", "--first", "2027-01-15")
    owing(*line)
    assert "plan_beside_another" in owing(*line).codes
    owing("signed", "1", scan)
    assert {"plan_better_supplemented", "plan_beside_another"} <= set(owing(*line).codes)


def test_a_spouse_signs_beside_a_person_only(owing: Commands) -> None:
    line = ("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--spouse", "陈静")
    assert owing(*line, status=1).codes == ["plan_spouse_of_nobody"]
    behind = ("--guarantor", "孙立", "--guarantor-person", "--guarantor-spouse", "王晓梅")
    owing(*line[:-2], *behind)
    (told,) = owing("plans")["plans"]
    assert {"step": "guarantor_spouse", "must": True, "source": "CC 1064", "done": False} in told["signing"]


def test_the_letter_that_a_signed_supplement_calls_for_is_made_by_its_command(
    firm: Commands, tmp_path: Path
) -> None:
    scan, out = tmp_path / "signed.pdf", tmp_path / "letters"
    scan.write_bytes(b"seal")
    behind = ("--guarantor", "丙", "--guarantor-address", "苏州市澄湖里7幢")
    firm("plan", "1", "--instalments", "2", "--first", "2027-01-15", *behind)
    firm("signed", "1", scan)
    firm("plan", "1", "--instalments", "4", "--first", "2027-01-15", "--supplements", "1")
    firm("signed", "2", scan)
    told = firm("letters", "--kind", "guarantor_change", "--claims", "1", "--out", out)
    assert len(told["letters"]) == len(list(out.iterdir())) == 1
    assert [each["notice_due"] for each in firm("plans")["plans"]] == [None, None]


def test_a_guarantors_consent_comes_back_and_is_voided(owing: Commands, tmp_path: Path) -> None:
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"seal")
    owing("plan", "1", "--instalments", "2", "--first", "2027-01-15", "--guarantor", "丙")
    owing("signed", "1", scan)
    owing("plan", "1", "--instalments", "4", "--first", "2027-01-15", "--supplements", "1")
    owing("signed", "2", scan)
    assert owing("guarantor-consent", "1", status=1).codes == ["consent_needs_plan_and_day"]
    told = owing("guarantor-consent", "1", "2", "--signed", "2026-11-30", "--until", "2031-01-15")
    (consent,), (clock,) = told["consents"], told["clocks"]
    assert (consent["plan"], consent["provable"], consent["counts"]) == ("2", False, True)
    assert clock["provable_on"] < clock["last_day"] == "2031-01-15"
    assert owing("plans")["plans"][0]["notice_due"] is None
    told = owing("guarantor-consent", "1", "--void", consent["consent"], "--why", "录错")
    assert told["consents"] == []
