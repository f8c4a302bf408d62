"""Claims that several debtors owe jointly are ticked together; the plan a guarantor signed is chosen, not typed."""

from datetime import date

import pytest

from models.actions.plans import make_plan
from models.queries.events import joint_with
from models.queries.guarantors import guarantor_rows
from models.rules.instalments import schedule
from tests.ui.rooms import PDF, owed
from ui.clocks.guarantor_dialog import GuarantorDialog
from ui.clocks.joint_dialog import JointDialog


@pytest.fixture
def three(context):
    firms = ("甲公司", "乙公司", "丙公司")
    return [owed(context, name, 1000, f"N-{name}", date(2026, 1, 1)) for name in firms]


def test_ticked_claims_are_owed_jointly_and_come_apart_again(context, windows, three):
    one, other, third = three
    dialog = windows.show(JointDialog(context, one))
    dialog.model.set_ticks([other])
    dialog.press_primary()
    assert joint_with(context.store, one) == {other}
    again = windows.show(JointDialog(context, one))
    assert [row.id for row in again.model.rows] == [other, third]
    assert set(again.model.ticks) == {other}
    again.model.set_ticks([])
    again.press_primary()
    assert joint_with(context.store, one) == joint_with(context.store, other) == set()


def test_a_search_leaves_ticks_outside_it_alone(context, windows, three):
    one, other, third = three
    dialog = windows.show(JointDialog(context, one))
    dialog.model.set_ticks([other])
    dialog.model.set_search("丙")
    dialog.model.set_ticks({other, third})
    dialog.press_primary()
    assert joint_with(context.store, one) == {other, third}


def test_the_plan_a_guarantor_signed_is_chosen(context, windows, three):
    lines = schedule(1000, 2, date(2026, 12, 8), "month")
    made = make_plan(context.desk, three[:1], lines, lambda *_, **__: PDF)
    debtor = 1
    dialog = windows.show(GuarantorDialog(context, debtor, None))
    dialog.edits["name"].setText("保证甲")
    dialog.plan.setCurrentIndex(dialog.plan.findData(made.plan))
    dialog.press_primary()
    assert guarantor_rows(context.store)[0].plan == made.plan
    held = windows.show(GuarantorDialog(context, debtor, guarantor_rows(context.store)[0]))
    assert held.draft.plan == made.plan
