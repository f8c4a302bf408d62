"""What the clerk has before the eyes during a call, as the books know it."""

from datetime import date

from models.actions.published import add_holidays
from tests.ui.rooms import TODAY, owed
from ui.calls.facts import read_facts


def test_an_acknowledgement_in_the_firm_s_own_holidays_is_still_in_time(context):
    """The last day, 2026-11-19, falls on a day off of the firm's own table: the next working day counts (CC 203)."""
    claim = owed(context, "甲公司", 10_000, "A-1", date(2023, 11, 19))
    assert read_facts(context.store, context.clock, [claim]).restart.revives
    add_holidays(context.desk, "2026-11-19,off\n2026-11-20,off\n")
    restart = read_facts(context.store, context.clock, [claim]).restart
    assert (restart.revives, restart.last_day) == (False, date(2029, TODAY.month, TODAY.day))
