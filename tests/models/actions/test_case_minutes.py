"""The minutes of a case are set on paper and filed with the claims they speak of."""

import pytest

from main import render
from models.actions import cases as acts
from models.actions.case_minutes import keep_case_minutes
from models.actions.cases import EntryDraft
from models.actions.receipts import book_for_claim
from models.queries.case_minutes import case_minutes
from models.queries.claims import claim_rows
from models.queries.evidence import pieces_of
from models.rules.problems import Refused
from tests.conftest import TODAY


@pytest.fixture
def opened(desk, claim):
    (row,) = claim_rows(desk.store, TODAY, TODAY, claims=[claim(fen=1000)])
    return acts.open_case(desk, row.debtor_id, "恒锐专案", "年内收回八成").key


def test_minutes_say_who_what_and_by_when(desk, opened):
    acts.write_on(desk, opened, EntryDraft("decision", "同意四期"))
    acts.write_on(desk, opened, EntryDraft("measure", "查封账户", "林晓", due_on=TODAY))
    facts, claims = case_minutes(desk.store, opened, TODAY, "林晓")
    assert (facts.goal, facts.members) == ("年内收回八成", (("林晓", "lead"),))
    assert [(note.text, note.person) for note in facts.measures] == [("查封账户", "林晓")]
    assert [note.text for note in facts.notes] == ["同意四期"]
    assert ([each.balance_fen for each in facts.claims], len(claims)) == ([1000], 1)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_they_are_filed_with_the_open_claims(desk, opened, language):
    memo = keep_case_minutes(desk, opened, render, language)
    (row,) = claim_rows(desk.store, TODAY, TODAY)
    (held,) = pieces_of(desk.store, row.id)
    assert (held.id, held.name) == (memo.evidence, f"minutes-{opened}-2026-11-20.pdf")
    assert desk.store.folder.vault.path_of(memo.sha256).read_bytes().startswith(b"%PDF")


def test_a_debtor_who_owes_nothing_has_no_claim_to_file_them_with(desk, opened):
    (row,) = claim_rows(desk.store, TODAY, TODAY)
    book_for_claim(desk, row.id, 1000)
    with pytest.raises(Refused, match="case_without_claims"):
        keep_case_minutes(desk, opened, render)
