"""Which names are suggested as one debtor, and which never."""

from __future__ import annotations

import pytest

from models.actions.desk import Desk
from models.actions.names import keep_apart
from models.actions.parties import set_debtor
from models.queries.names import Alike, likeness, suggestions
from models.rules.problems import Refused
from tests.models.made import compared, imported, row

KNOWN = "苏州恒锐精密制造有限公司"


@pytest.mark.parametrize(
    "other",
    [
        "苏州恒锐精密制造有限责任公司",
        "苏州恒锐精密制造公司",
        " 苏州恒锐 精密制造有限公司",
        "苏州恒锐精密制造有限公司\u200b",
        "苏州(恒锐)精密制造有限公司",
        "苏州（恒锐）精密制造有限公司",
        "苏州恒锐精密制造",
    ],
)
def test_what_people_write_differently_makes_no_other_name(other: str) -> None:
    assert likeness(other) == likeness(KNOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苏州恒锐精密制造有限公司", "苏州恒锐精密机械有限公司"),
        ("苏州恒锐有限公司", "苏州恒锐股份有限公司"),
        ("苏州恒锐有限公司", "苏州恒锐有限公司昆山分公司"),
        ("有限公司", "公司"),
    ],
)
def test_another_firm_is_not_alike(one: str, other: str) -> None:
    assert likeness(one) != likeness(other)


def test_latin_names_are_alike_but_for_case_marks_and_form() -> None:
    assert likeness("ACME Co., Ltd.") == likeness("Acme co ltd") == likeness("ＡＣＭＥ")


def test_a_name_that_is_known_needs_no_suggestion(desk: Desk) -> None:
    imported(desk, row(KNOWN))
    assert compared(desk, row(f" {KNOWN} ", "2")).alike == ()


def test_each_name_of_a_ledger_is_suggested_once_with_its_rows(desk: Desk) -> None:
    key = min(imported(desk, row(KNOWN)).changes.debtors)
    again = compared(
        desk, row("苏州恒锐精密制造公司", "2"), row(KNOWN, "3"), row("苏州恒锐精密制造公司", "4")
    )
    assert again.alike == (Alike("苏州恒锐精密制造公司", key, KNOWN, "similar_name", (2, 4)),)
    assert [line.doubts for line in again.lines] == [("similar_name",), (), ()]


def test_a_code_weighs_more_than_a_likeness(desk: Desk) -> None:
    imported(desk, row(KNOWN, debtor_code="K7", uscc="91320594MA1XK2A15Q"))
    assert compared(desk, row("恒锐精密", "2", debtor_code="K7")).alike[0].why == "same_code"
    assert compared(desk, row("恒锐精密", "2", uscc="91320594MA1XK2A15Q")).alike[0].why == "same_uscc"


def test_a_code_that_stands_beside_a_later_row_counts_too(desk: Desk) -> None:
    imported(desk, row(KNOWN, debtor_code="K7"))
    assert compared(desk, row("恒锐", "2"), row("恒锐", "3", debtor_code="K7")).alike[0].why == "same_code"


def test_two_spellings_in_one_file_are_suggested_too(desk: Desk) -> None:
    (found,) = compared(desk, row("甲公司", "1"), row("甲（公司）", "2")).alike
    assert (found.name, found.debtor_id, found.known) == ("甲（公司）", None, "甲公司")


def test_names_kept_apart_are_never_suggested_again(desk: Desk) -> None:
    imported(desk, row(KNOWN, debtor_code="K7"))
    keep_apart(desk, "恒锐精密", f" {KNOWN} ")
    again = compared(desk, row("恒锐精密", "2", debtor_code="K7"))
    assert (again.alike, again.doubtful) == ((), 0)


def test_a_third_name_is_still_suggested_where_two_are_apart(desk: Desk) -> None:
    imported(desk, row(KNOWN, debtor_code="K7"), row("恒锐精密", "2", debtor_code="K7"))
    keep_apart(desk, "恒锐精密", KNOWN)
    assert compared(desk, row("恒锐", "3", debtor_code="K7")).alike[0].known == KNOWN


def test_the_whole_portfolio_is_looked_through(desk: Desk) -> None:
    for name in (KNOWN, "无锡蓝科新能源有限公司", "苏州恒锐精密制造"):
        set_debtor(desk, name)
    (found,) = suggestions(desk.store)
    assert (found.name, found.known, found.why, found.rows) == ("苏州恒锐精密制造", KNOWN, "similar_name", ())


def test_a_choice_for_a_debtor_that_is_not_there_is_refused(desk: Desk) -> None:
    for nobody in (99, "谁也不是"):
        with pytest.raises(Refused, match="unknown_debtor"):
            compared(desk, row("甲公司"), same_as={"甲公司": nobody})
