"""Write-offs are asked for and decided by keys; people are set up in the settings."""

import pytest
from PySide6.QtCore import Qt

from models.actions.approvals import write_off
from models.actions.desk import Desk
from models.actions.people import set_person
from models.queries.approvals import approval, approvals
from models.queries.claims import claim_rows
from models.queries.people import people
from models.queries.settings import setting
from models.settings import USER_NAME
from tests.ui.rooms import TODAY
from ui.cases.approvals_window import ApprovalsWindow
from ui.cases.write_off_dialog import WriteOffDialog
from ui.claims.acts import ClaimActs
from ui.claims.portfolio import Portfolio
from ui.common import ask
from ui.settings.people_page import PeoplePage

SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def balance(context, key):
    (found,) = claim_rows(context.store, TODAY, TODAY, claims=[key], settled=True)
    return found.balance_fen


@pytest.fixture
def team(context, keys):
    """林晓, who sits here, supervises; 钱会 is of finance and has asked to write the first claim off."""
    set_person(context.desk, "林晓", ["supervisor"])
    set_person(context.desk, "钱会", ["finance"])
    return write_off(Desk(context.store, context.clock, "钱会"), keys[0], "已注销").approval


def test_alone_a_claim_is_written_off_at_once(context, windows, keys):
    dialog = windows.show(WriteOffDialog(context, keys[2]))
    assert (dialog.primary.text(), dialog.sum.fen) == ("核销", 9_235_050)
    windows.press(dialog, SAVE)
    assert dialog.why_field.note.text() == "请写明原因"
    dialog.why.setText("债务人已注销")
    windows.press(dialog, SAVE)
    assert balance(context, keys[2]) == 0


def test_with_people_it_is_asked_for(context, windows, team, keys):
    dialog = windows.show(WriteOffDialog(context, keys[2]))
    assert dialog.primary.text() == "提请批准"
    dialog.why.setText("债务人已注销")
    windows.press(dialog, SAVE)
    assert balance(context, keys[2]) == 9_235_050
    assert [each.asked_by for each in approvals(context.store)] == ["钱会", "林晓"]


def test_one_key_says_yes(context, windows, team, keys):
    window = windows.show(ApprovalsWindow(context))
    windows.press(window, "y")
    assert balance(context, keys[0]) == 0
    assert window.stack.currentWidget() is window.empty


def test_one_key_says_no_with_the_reason(context, windows, team, keys):
    window = windows.show(ApprovalsWindow(context))
    with ask.answering("先上门核实"):
        windows.press(window, "x")
    held = approval(context.store, team)
    assert (held.decision, held.decision_why, balance(context, keys[0])) == (
        "refused",
        "先上门核实",
        13_640_000,
    )


def test_ones_own_question_can_only_be_withdrawn(context, windows, team, keys):
    asked = write_off(context.desk, keys[1], "找不到人").approval
    window = windows.show(ApprovalsWindow(context))
    window.table.go_to_id(asked)
    assert (window.primary.isEnabled(), window.no.isEnabled(), window.back.isEnabled()) == (
        False,
        False,
        True,
    )
    assert "自己提请" in window.hint.text()
    windows.press(window, "b")
    assert approval(context.store, asked).decision == "withdrawn"


def test_people_are_added_and_changed_in_the_settings(context, windows):
    page = windows.show(PeoplePage(context))
    assert "任何人都可以做任何事" in page.state.text()
    page.name.setText("林晓")
    page.add()
    assert "没有选角色" in page.said.text()
    page.name.setText("林晓")
    page.fresh["supervisor"].setChecked(True)
    page.add()
    assert [(each.name, each.roles) for each in people(context.store)] == [("林晓", ("supervisor",))]
    assert "停用并说明原因" in page.state.text()
    page._turn(people(context.store)[0], "legal")
    assert people(context.store)[0].roles == ("supervisor", "legal")


def test_whoever_may_not_change_people_sees_why(context, windows):
    set_person(context.desk, "周敏", ["supervisor"])
    page = windows.show(PeoplePage(context))
    assert not page.plus.isEnabled()
    assert "不在本机的人员里" in page.state.text()
    page._become("周敏")
    assert setting(context.store, USER_NAME) == "周敏"


def test_only_people_are_offered_as_owners_and_a_role_without_the_right_is_told(
    context, windows, keys, qtbot
):
    set_person(context.desk, "周敏", ["supervisor"])
    set_person(Desk(context.store, context.clock, "周敏"), "林晓", ["finance"])
    host = windows.show(ApprovalsWindow(context))
    dialog = ClaimActs(context, host).ask_owner(keys, Portfolio([]))
    assert [dialog.list.item(place).text() for place in range(2)] == ["周敏", "林晓"]
    dialog.edit.setText("周敏")
    assert not dialog.primary.isEnabled()
    assert "不能分配债权" in dialog.hint.text()
