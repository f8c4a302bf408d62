"""What the palette finds beyond debtors and commands."""

import pytest

from models.actions.parties import set_debtor
from models.actions.plans import make_plan
from models.queries.claims import claim_rows
from models.queries.journal import act
from models.rules.instalments import schedule
from models.tables import Contact
from tests.ui.rooms import TODAY
from ui.palette.entries import is_tail
from ui.palette.finding import Finding
from ui.palette.index import IndexKeeper, Lookup, read_index

NAME = "苏州恒锐精密制造有限公司"


@pytest.fixture
def index(context, keys):
    with context.desk.act("add_contact") as unit:
        unit.add(Contact, debtor=1, name="赵立新", role="财务", channel="mobile", value="138 0000 4321")
    set_debtor(context.desk, NAME, uscc="91320594MA1X0000X0")
    make_plan(context.desk, keys[:1], schedule(13_640_000, 2, TODAY, "month"), context.render)
    rows = claim_rows(context.store, TODAY, TODAY)
    return read_index(context.store, rows, context.formats)


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def finding(context, chosen):
    return Finding(context, (), (), lambda *told: chosen.append(told), lambda *told: chosen.append(told))


def sections(rows):
    """{title: [words …]}."""
    found = {}
    for row in rows:
        if row.run is None:
            found[row.words] = last = []
        else:
            last.append(row.words)
    return found


@pytest.mark.parametrize("typed", ["赵立新", "zlx", "4321", "0000-4321", "财务"])
def test_a_person_is_found_by_name_initials_role_and_end_of_the_number(finding, index, chosen, typed):
    rows = finding.rows(index, typed)
    assert sections(rows)["联系人"] == ["赵立新  138 0000 4321"]
    next(row for row in rows if row.words.startswith("赵立新")).run()
    assert chosen == [("card", 1)]


def test_a_debtor_is_found_by_its_code(finding, index):
    assert sections(finding.rows(index, "ma1x0000"))["客户"] == [NAME]


def test_a_debtor_leads_to_its_claims_and_with_ctrl_enter_to_its_card(finding, index, chosen):
    row = next(row for row in finding.rows(index, "hr") if row.words == NAME)
    row.run()
    row.second()
    assert chosen == [("claims", 1), ("card", 1)]


def test_a_paper_is_found_by_its_number_and_opens(finding, index, chosen):
    (paper,) = index.papers
    rows = finding.rows(index, paper.number[-4:])
    assert sections(rows)["单据"] == [paper.number]
    next(row for row in rows if row.words == paper.number).run()
    assert chosen == [("file", paper.evidence)]


@pytest.mark.parametrize(("typed", "page"), [("备份", "data"), ("bf", "data"), ("节点", "policy")])
def test_a_setting_is_found_by_what_is_set_there(finding, index, chosen, typed, page):
    rows = finding.rows(index, typed)
    next(row for row in rows if row.icon == "settings").run()
    assert chosen == [("settings", page)]


@pytest.mark.parametrize(
    ("words", "is_one"), [("4321", True), ("0000-4321", True), ("432", False), ("PO-4321", False)]
)
def test_four_digits_may_be_the_end_of_a_number(words, is_one):
    assert is_tail(words) is is_one


def test_texts_are_found_where_they_stand_each_once():
    lookup = Lookup(["abab", "", "xab", "c"])
    assert lookup.places("ab", 9) == [0, 2]
    assert lookup.places("ab", 1) == [0]
    assert lookup.places("bx", 9) == []
    assert lookup.places("", 9) == []


def test_the_index_is_read_again_only_after_something_was_written(context, keys, qtbot):
    rows = claim_rows(context.store, TODAY, TODAY)
    keeper = IndexKeeper(context, lambda: rows)
    keeper.refresh()
    first = keeper.index
    keeper.refresh()
    assert keeper.index is first
    set_debtor(context.desk, NAME, phone="0512-1234567")
    assert act(context.store, context.store.journal_head()[0]).verb == "set_debtor"
    keeper.refresh()
    assert [entry.tail for entry in keeper.index.debtors if entry.name == NAME] == ["05121234567"]
