"""催收节点: levels are looked at before they are saved, and every version is kept."""

from datetime import date

import pytest

from models.queries.policies import policy_of, policy_versions
from models.rules.policy import DEFAULT_POLICY, policy_text
from tests.ui.rooms import owed
from ui.common.ask import answering
from ui.settings.policy_page import PolicyPage


@pytest.fixture
def page(context, qtbot):
    owed(context, "甲", 100_00, "A-1", date(2026, 11, 3))
    made = PolicyPage(context)
    qtbot.addWidget(made)
    return made


def days(page):
    return {row.held.key: row.days for row in page.rows}


def test_a_change_is_looked_at_before_it_holds(page, context):
    days(page)["call"].setValue(20)
    page.look.click()
    assert "会去掉 1 项：甲" in page.said_preview.text()
    assert policy_versions(context.store) == []
    page.keep.click()
    assert policy_of(context.store).ladder[1].days == 20
    assert not page.keep.isEnabled()


def test_days_that_do_not_rise_are_told_and_not_saved(page):
    days(page)["call"].setValue(40)
    assert "call" in page.said_preview.text() or "letter" in page.said_preview.text()
    assert not page.keep.isEnabled()


def test_a_level_can_be_set_for_one_debtor_and_taken_out_again(page, context):
    dialog = page.add_scope()
    dialog.which.setCurrentIndex(1)
    dialog.names.setText("甲、乙")
    dialog.press_primary()
    assert page.policy.ladder[-1].debtors == ("甲", "乙")
    page.rows[-1].remove.click()
    assert page.policy.ladder == DEFAULT_POLICY.ladder


def test_the_house_default_and_earlier_versions_come_back(page, context):
    days(page)["call"].setValue(20)
    page.keep.click()
    page.reset_all()
    page.keep.click()
    assert policy_of(context.store).ladder == DEFAULT_POLICY.ladder
    page.versions.setCurrentIndex(2)
    page.versions.activated.emit(2)
    assert days(page)["call"].value() == 20


def test_a_policy_leaves_as_a_file_and_comes_back(page, tmp_path):
    file = tmp_path / "policy.json"
    with answering(file):
        page.write.click()
    assert file.read_text(encoding="utf-8") == policy_text(page.policy)
    file.write_text(file.read_text(encoding="utf-8").replace('"days": 15', '"days": 12'), encoding="utf-8")
    with answering(file):
        page.read.click()
    assert days(page)["call"].value() == 12
