"""Other spellings, names kept apart, and two debtors made one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from models.actions.calls import Talk, add_note, log_call
from models.actions.desk import Desk
from models.actions.imports import take_over, undo
from models.actions.names import (
    forget_apart,
    forget_other_name,
    keep_apart,
    merge_debtors,
    unmerge,
)
from models.actions.parties import set_debtor
from models.actions.receipts import book_for_claim, book_for_debtor
from models.actions.undoing import undo as take_back
from models.queries.batches import BELONGS
from models.queries.names import kept_apart, other_spellings
from models.queries.parties import debtor_named
from models.rules.problems import Refused
from models.store.verify import verify
from models.tables import ACCOUNTED
from tests.models.made import compared, imported, row, table

OLD, NEW = "苏州恒锐精密制造有限公司", "恒锐精密"
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    return {each._meta.table_name: table(desk, each._meta.table_name) for each in ACCOUNTED}


def sound(desk: Desk) -> bool:
    return verify(desk.store, NOW).ok


def test_rows_of_another_spelling_are_booked_under_the_debtor(desk: Desk) -> None:
    imported(desk, row(OLD, "1"))
    (key,) = [each[0] for each in table(desk, "debtor")]
    again = compared(desk, row(NEW, "1", paid=30_00), row(NEW, "2"), same_as={NEW: key})
    assert [line.outcome for line in again.lines] == ["changed", "new"]
    imported(desk, row(NEW, "1", paid=30_00), row(NEW, "2"), same_as={NEW: key})
    assert len(table(desk, "debtor")) == 1
    assert sound(desk)


def test_a_chosen_spelling_is_known_to_the_next_ledger(desk: Desk) -> None:
    imported(desk, row(OLD, "1", debtor_code="K7"))
    imported(desk, row(NEW, "1", debtor_code="K7"), same_as={NEW: 1})
    again = compared(desk, row(f" {NEW} ", "1", debtor_code="K7"))
    assert ([line.outcome for line in again.lines], again.alike) == (["same"], ())
    assert dict(again.taken_for) == {NEW: OLD}


def test_two_spellings_of_one_file_become_one_debtor(desk: Desk) -> None:
    imported(desk, row(OLD, "1"), row(NEW, "2"), same_as={NEW: OLD})
    assert [each[1] for each in table(desk, "debtor")] == [OLD]
    assert [(each.name, each.debtor) for each in other_spellings(desk.store)] == [(NEW, OLD)]


def test_one_key_under_two_spellings_of_one_debtor_is_doubtful(desk: Desk) -> None:
    found = compared(desk, row(OLD, "1"), row(NEW, "1"), row(NEW, "1", 70_00), same_as={NEW: OLD})
    assert [line.doubts for line in found.lines] == [(), ("equal_row",), ("same_number",)]


def test_undoing_the_import_forgets_the_spelling(desk: Desk) -> None:
    imported(desk, row(OLD, "1"))
    batch = imported(desk, row(NEW, "2"), same_as={NEW: 1}).batch
    undo(desk, batch)
    assert other_spellings(desk.store) == []


def test_a_forgotten_spelling_counts_no_longer(desk: Desk) -> None:
    imported(desk, row(OLD, "1"))
    imported(desk, row(NEW, "1"), same_as={NEW: 1})
    forget_other_name(desk, NEW)
    assert compared(desk, row(NEW, "1")).lines[0].outcome == "new"
    with pytest.raises(Refused, match="no_other_name"):
        forget_other_name(desk, NEW)


def test_a_debtors_own_name_comes_before_another_spelling(desk: Desk) -> None:
    imported(desk, row(OLD, "1"))
    imported(desk, row(NEW, "1"), same_as={NEW: 1})
    forget_other_name(desk, NEW)
    imported(desk, row(NEW, "9"))
    merge_debtors(desk, OLD, NEW)
    set_debtor(desk, "别家")
    assert compared(desk, row(NEW, "9")).lines[0].outcome == "same"


def test_names_are_kept_apart_until_that_is_forgotten(desk: Desk) -> None:
    keep_apart(desk, NEW, OLD)
    keep_apart(desk, OLD, NEW)
    assert kept_apart(desk.store) == {tuple(sorted((NEW, OLD)))}
    forget_apart(desk, OLD, NEW)
    assert kept_apart(desk.store) == set()
    with pytest.raises(Refused, match="not_apart"):
        forget_apart(desk, OLD, NEW)


def test_one_name_is_not_kept_apart_from_itself(desk: Desk) -> None:
    with pytest.raises(Refused, match="same_name"):
        keep_apart(desk, OLD, f" {OLD}")
    with pytest.raises(Refused, match="no_name"):
        keep_apart(desk, " ", OLD)


def test_keeping_apart_and_forgetting_are_undone_by_their_entry(desk: Desk) -> None:
    keep_apart(desk, NEW, OLD)
    take_back(desk, desk.store.journal_head()[0])
    assert kept_apart(desk.store) == set()
    imported(desk, row(OLD, "1"))
    imported(desk, row(NEW, "1"), same_as={NEW: 1})
    forget_other_name(desk, NEW)
    take_back(desk, desk.store.journal_head()[0])
    assert [each.name for each in other_spellings(desk.store)] == [NEW]
    assert sound(desk)


def worked(desk: Desk, claim: Callable[..., int]) -> int:
    """Two debtors, and every kind of thing that belongs to the second; returns its claim."""
    claim(OLD, 100_00, number="1", address=None)
    mine = claim(NEW, 200_00, number="2")
    log_call(desk, [mine], Talk("connected", confirmed="full", promise_fen=50_00, promise_on=desk.today))
    book_for_debtor(desk, NEW, 30_00)
    add_note(desk, mine, "财务说下周付")
    return mine


def test_all_that_belongs_to_one_goes_to_the_other(desk: Desk, claim: Callable[..., int]) -> None:
    mine = worked(desk, claim)
    merged = merge_debtors(desk, OLD, NEW)
    assert dict(merged.moved) == {"claim": 1, "receipt": 1, "call": 1, "promise": 1, "note": 1}
    assert debtor_named(desk.store, NEW) == debtor_named(desk.store, OLD)
    assert [each.name for each in other_spellings(desk.store)] == [NEW]
    assert book_for_claim(desk, mine, 1_00).shares == ((mine, 1_00),)
    assert sound(desk)


def test_blanks_of_the_kept_debtor_are_filled(desk: Desk, claim: Callable[..., int]) -> None:
    worked(desk, claim)
    set_debtor(desk, OLD, phone="0512-1")
    set_debtor(desk, NEW, phone="0512-2", code="K7")
    merge_debtors(desk, OLD, NEW)
    kept = debtor_named(desk.store, OLD)
    assert kept is not None
    assert (kept.address, kept.phone, kept.code) == ("苏州市锐进路 16 号", "0512-1", "K7")


def test_different_credit_codes_must_be_confirmed(desk: Desk) -> None:
    set_debtor(desk, OLD, uscc="91320594MA1XK2A15Q")
    set_debtor(desk, NEW, uscc="91320594MA1XK2A23J")
    before = everything(desk)
    with pytest.raises(Refused, match="uscc_differs"):
        merge_debtors(desk, OLD, NEW)
    assert everything(desk) == before
    merge_debtors(desk, OLD, NEW, although_uscc_differs=True)
    assert len(table(desk, "debtor")) == 1


def test_a_debtor_is_not_merged_with_itself_or_with_nobody(desk: Desk) -> None:
    set_debtor(desk, OLD)
    with pytest.raises(Refused, match="same_name"):
        merge_debtors(desk, OLD, f" {OLD} ")
    with pytest.raises(Refused, match="unknown_debtor"):
        merge_debtors(desk, OLD, NEW)


def test_a_merge_taken_back_leaves_all_as_before(desk: Desk, claim: Callable[..., int]) -> None:
    worked(desk, claim)
    before = everything(desk)
    unmerge(desk, merge_debtors(desk, OLD, NEW).entry)
    assert everything(desk) == before
    assert sound(desk)


def test_a_merge_is_undone_from_the_history_too(desk: Desk, claim: Callable[..., int]) -> None:
    worked(desk, claim)
    before = everything(desk)
    merged = merge_debtors(desk, OLD, NEW)
    take_back(desk, merged.entry)
    assert everything(desk) == before
    with pytest.raises(Refused, match="changed_since_merge"):
        unmerge(desk, merged.entry)


def test_a_merge_on_which_was_worked_since_stays(desk: Desk, claim: Callable[..., int]) -> None:
    mine = worked(desk, claim)
    merged = merge_debtors(desk, OLD, NEW)
    book_for_claim(desk, mine, 1_00)
    with pytest.raises(Refused) as refused:
        unmerge(desk, merged.entry)
    (problem,) = refused.value.problems
    assert (problem.code, problem.where, problem.params["what"]) == ("later_work", str(mine), "receipt")


def test_what_was_set_on_the_kept_debtor_since_stays(desk: Desk, claim: Callable[..., int]) -> None:
    worked(desk, claim)
    merged = merge_debtors(desk, OLD, NEW)
    set_debtor(desk, OLD, address="正路 9 号")
    unmerge(desk, merged.entry)
    kept = debtor_named(desk.store, OLD)
    assert kept is not None
    assert kept.address == "正路 9 号"


def test_only_a_merge_is_taken_back_as_one(desk: Desk) -> None:
    set_debtor(desk, OLD)
    for entry in (1, 99):
        with pytest.raises(Refused, match="cannot_undo"):
            unmerge(desk, entry)


def test_an_import_is_not_undone_under_a_later_merge(desk: Desk) -> None:
    imported(desk, row(OLD, "1"))
    batch = imported(desk, row(NEW, "2")).batch
    merged = merge_debtors(desk, OLD, NEW)
    with pytest.raises(Refused) as refused:
        undo(desk, batch)
    assert refused.value.problems[0].params["what"] == "merge"
    unmerge(desk, merged.entry)
    assert undo(desk, batch).removed == 1
    assert sound(desk)


def test_a_ledger_compared_before_a_merge_is_compared_again(desk: Desk) -> None:
    imported(desk, row(OLD, "1"), row(NEW, "2"))
    comparison = compared(desk, row(NEW, "9"))
    merge_debtors(desk, OLD, NEW)
    with pytest.raises(Refused, match="books_changed"):
        take_over(desk, comparison, "应收.xlsx")
    assert len(table(desk, "debtor")) == 1


def test_every_kind_of_row_that_belongs_to_a_debtor_is_moved() -> None:
    told = {each._meta.table_name for each, _ in BELONGS}
    assert {"claim", "receipt", "call", "letter", "plan", "note", "bank_line", "terms", "guarantor"} <= told
