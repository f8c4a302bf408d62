"""A run of letters: who is proposed, left out, put off; nothing twice; what cannot be printed takes no number."""

from __future__ import annotations

from datetime import date

import pytest

from models.actions.contacts import Acceptance, set_flag
from models.actions.evidence import PieceFacts, attach
from models.actions.file_copies import keep_copies
from models.actions.guarantors import GuarantorDraft, add_guarantor
from models.actions.letters import Order, Triage, issue, mark_printed, void
from models.actions.post import mail
from models.actions.undoing import undo
from models.queries.documents import letter_facts
from models.queries.letter_rows import letter_rows
from models.queries.letter_runs import copies_of, letters_of_run, run_lines, run_rows
from models.queries.letters import due_claims, recipients
from models.rules.facts import BankruptcyFacts
from models.rules.problems import Problem, Refused


def pdf(kind, facts, language):
    """Stand-in paper that says what it was made of."""
    return f"{kind} {facts.number} {language} {facts.said} {facts.words}".encode()


def key(desk, claim_id, kind="demand"):
    return recipients(desk.store, kind, [claim_id], desk.today)[0].key


def test_a_run_keeps_what_became_of_everyone_it_proposed(firm, claim):
    ids = [claim(name) for name in ("甲公司", "乙公司", "丙公司")] + [claim("丁公司", address=None)]
    triage = Triage({key(firm, ids[1]): "已电话谈妥"}, {key(firm, ids[2]): date(2026, 12, 1)})
    run = issue(firm, "demand", ids, pdf, triage=triage)
    assert [each.debtor for each in run.letters] == ["甲公司"]
    assert [(each.debtor, each.why_not) for each in run.skipped] == [
        ("乙公司", "left_out"),
        ("丙公司", "postponed"),
        ("丁公司", "no_address"),
    ]
    told = [(line.debtor, line.outcome, line.why, line.until_on) for line in run_lines(firm.store, run.run)]
    assert told == [
        ("甲公司", "issued", None, None),
        ("乙公司", "left_out", "已电话谈妥", None),
        ("丙公司", "postponed", None, date(2026, 12, 1)),
        ("丁公司", "barred", "no_address", None),
    ]


def test_who_was_put_off_is_not_due_before_the_day(firm, claim):
    ids = [claim("甲公司"), claim("乙公司")]
    issue(firm, "demand", ids, pdf, triage=Triage(postponed={key(firm, ids[1]): date(2026, 11, 25)}))
    assert due_claims(firm.store, "demand", date(2026, 11, 24)) == []
    assert due_claims(firm.store, "demand", date(2026, 11, 25)) == [ids[1]]


def test_a_run_asked_for_twice_makes_no_second_letter_unless_told_to(firm, claim):
    ids = [claim()]
    first = issue(firm, "demand", ids, pdf)
    assert issue(firm, "demand", ids, pdf).run is None
    again = issue(firm, "demand", ids, pdf, again=True)
    assert [each.number[-5:] for each in (*first.letters, *again.letters)] == ["0001号", "0002号"]


def test_what_cannot_be_printed_is_left_out_with_its_reason_and_takes_no_number(firm, claim):
    ids = [claim("甲公司"), claim("乙公司"), claim("丙公司")]

    def paper(kind, facts, language):
        if facts.debtor.name == "乙公司":
            raise Refused(Problem("glyph_missing", {"text": "乙", "character": "U+0"}, "debtor.name"))
        return pdf(kind, facts, language)

    run = issue(firm, "demand", ids, paper)
    assert [each.number[-5:] for each in run.letters] == ["0001号", "0002号"]
    assert [(each.debtor, each.why_not) for each in run.skipped] == [("乙公司", "glyph_missing")]
    assert [line.why for line in run_lines(firm.store, run.run)] == [None, "glyph_missing", None]


@pytest.mark.parametrize(
    ("triage", "code"),
    [({"left_out": " "}, "no_reason"), ({"postponed": date(2026, 11, 20)}, "postponed_before")],
)
def test_a_reason_and_a_day_to_come_are_asked_for(firm, claim, triage, code):
    who = key(firm, claim())
    with pytest.raises(Refused, match=code):
        issue(
            firm, "demand", [1], pdf, triage=Triage(**{name: {who: value} for name, value in triage.items()})
        )
    assert letter_rows(firm.store) == []


def test_letters_go_in_the_order_of_the_post_where_asked_to(firm, claim):
    from models.actions.parties import set_debtor

    ids = [claim(name) for name in ("甲公司", "乙公司", "丙公司")]
    for name, postcode in (("甲公司", "310000"), ("乙公司", "100000"), ("丙公司", "215000")):
        set_debtor(firm, name, postcode=postcode)
    run = issue(firm, "demand", ids, pdf, Order(by_postcode=True))
    assert [each.debtor for each in run.letters] == ["乙公司", "丙公司", "甲公司"]


def test_printing_goes_on_with_the_next_letter_that_was_not_printed(firm, claim):
    run = issue(firm, "demand", [claim(name) for name in ("甲公司", "乙公司", "丙公司")], pdf)
    keys = [each.letter for each in run.letters]
    mark_printed(firm, keys[:2])
    assert [row.id for row in letters_of_run(firm.store, run.run, unprinted=True)] == keys[2:]
    assert [(row.id, row.unprinted, row.counts) for row in run_rows(firm.store)] == [
        (run.run, 1, {"issued": 3})
    ]


def test_copies_for_the_file_go_on_with_the_letter_that_has_none(firm, claim):
    run = issue(firm, "demand", [claim(name) for name in ("甲公司", "乙公司", "丙公司")], pdf)
    keys = [each.letter for each in run.letters]
    keep_copies(firm, keys[:2])
    first = copies_of(firm.store, keys)
    assert (list(first), {copy.by for copy in first.values()}) == (keys[:2], {"林晓"})
    assert [row.id for row in letters_of_run(firm.store, run.run, uncopied=True)] == keys[2:]
    keep_copies(firm, keys)
    assert {key: copies_of(firm.store, keys)[key] for key in keys[:2]} == first
    assert [(row.copied, row.uncopied) for row in run_rows(firm.store)] == [(3, 0)]


def test_copies_noted_by_mistake_are_taken_back_and_of_a_voided_letter_none_is_noted(firm, claim):
    (letter,) = issue(firm, "demand", [claim()], pdf).letters
    keep_copies(firm, [letter.letter])
    undo(firm, firm.store.journal_head()[0])
    assert copies_of(firm.store, [letter.letter]) == {}
    void(firm, letter.letter, "改函")
    with pytest.raises(Refused, match="copy_of_voided"):
        keep_copies(firm, [letter.letter])


def test_each_guarantor_gets_a_letter_of_its_own(firm, claim):
    ids = [claim()]
    debtor = recipients(firm.store, "demand", ids, firm.today)[0].debtor_id
    for name in ("赵立新", "恒信担保有限公司"):
        add_guarantor(firm, debtor, GuarantorDraft(name, "joint", months=24, address="苏州市澄湖里 7 幢"))
    run = issue(firm, "guarantor", ids, pdf)
    assert [each.debtor for each in run.letters] == ["赵立新", "恒信担保有限公司"]
    assert issue(firm, "guarantor", ids, pdf).run is None


def test_of_a_bankrupt_debtor_only_the_guarantor_is_written_to(firm, claim):
    ids = [claim()]
    debtor = recipients(firm.store, "demand", ids, firm.today)[0].debtor_id
    add_guarantor(firm, debtor, GuarantorDraft("赵立新", "general", months=24, address="苏州市澄湖里 7 幢"))
    known = Acceptance(date(2026, 11, 2), "苏州市中级人民法院", "（2026）苏05破31号")
    set_flag(firm, debtor, "bankrupt", "破产公告", known)
    for kind in ("reminder", "statement", "demand", "before_action", "acknowledgement"):
        (to,) = recipients(firm.store, kind, ids, firm.today, override_why="再催一次")
        assert (to.why_not, to.asks_reason) == ("contact_bankrupt", False)
    (to,) = recipients(firm.store, "guarantor", ids, firm.today)
    facts = letter_facts(firm.store, "guarantor", to, "1", firm.today)
    assert to.why_not is None
    assert facts.bankruptcy == BankruptcyFacts(known.on, known.court, known.case_number)


@pytest.mark.parametrize(
    ("kind", "why"),
    [("guarantor", "no_guarantor"), ("acceleration", "plan_not_broken"), ("dispute_reply", "not_disputed")],
)
def test_a_kind_that_speaks_of_what_is_not_there_goes_to_nobody(firm, claim, kind, why):
    run = issue(firm, kind, [claim()], pdf)
    assert (run.run, [each.why_not for each in run.skipped]) == (None, [why])


def test_what_the_clerk_fills_in_is_on_the_letter_and_kept_with_it(firm, claim):
    from models.tables import Letter

    said = {"assignee": "江南保理", "assigned_by": "合同", "assigned_on": "2026-11-01"}
    run = issue(firm, "assignment", [claim()], pdf, Order(said=said))
    row = Letter.select().where(Letter.id == run.letters[0].letter).first(firm.store.database)
    assert "江南保理" in row.said
    pdf_bytes = firm.store.folder.vault.path_of(run.letters[0].sha256).read_bytes()
    assert "江南保理" in pdf_bytes.decode()


def test_a_statement_lists_the_whole_account_and_what_is_not_due_yet(firm, claim):
    late, early = claim(due_on=date(2026, 10, 4)), claim(due_on=date(2027, 1, 5))
    (one,) = recipients(firm.store, "statement_seal", [late], firm.today)
    assert {row.id for row in one.rows} == {late, early}
    (demand,) = recipients(firm.store, "demand", [late, early], firm.today)
    assert [row.id for row in demand.rows] == [late]


def test_a_final_notice_is_due_once_the_day_of_a_demand_has_passed(firm, claim):
    ids = [claim(due_on=date(2026, 8, 1))]
    issue(firm, "demand", ids, pdf)
    (row,) = letter_rows(firm.store)
    assert due_claims(firm.store, "final", row.pay_by) == []
    assert due_claims(firm.store, "final", date(2026, 12, 20)) == ids


def test_a_draft_for_the_lawyer_is_never_posted(firm, claim):
    run = issue(firm, "lawyer_draft", [claim()], pdf)
    with pytest.raises(Refused, match="letter_is_draft"):
        mail(firm, run.letters[0].letter, "1078334211501")


def test_each_letter_asks_for_what_its_own_debtor_could_give(firm, claim, tmp_path):
    ids = [claim("甲公司"), claim("乙公司")]
    (tmp_path / "对账单.pdf").write_bytes(b"a")
    attach(firm, [ids[1]], tmp_path / "对账单.pdf", "statement", facts=PieceFacts("sealed_statement"))
    wanted = {}

    def seen(kind, facts, language):
        wanted[facts.debtor.name] = facts.wanted
        return pdf(kind, facts, language)

    issue(firm, "demand", ids, seen, Order(with_request=True))
    assert wanted == {"甲公司": "sealed_statement", "乙公司": None}
    issue(firm, "demand", ids, seen, again=True)
    assert set(wanted.values()) == {None}
