"""The column that shows how late a claim was registered."""

from datetime import date

from models.queries.claims import claim_rows
from models.queries.views import Views
from tests.ui.rooms import TODAY, owed
from ui.claims.columns import ClaimColumns


def shown(context, key):
    columns = ClaimColumns(context).all()
    column = next(column for column in columns if column.key == "registered")
    assert column.hidden
    (row,) = claim_rows(context.store, TODAY, TODAY, claims=[key])
    view = Views(context.store, TODAY).of(row)
    return column.text(view), column.tone(view)


def test_a_late_registration_shows_its_working_days(context):
    late = owed(context, "甲", 100, "A-1", date(2026, 12, 20), issued_on=date(2026, 11, 16))
    assert shown(context, late) == ("迟 2 个工作日", "bad")


def test_one_in_time_and_one_without_a_deal_day_are_not_late(context):
    timely = owed(context, "甲", 100, "A-1", date(2026, 12, 20), issued_on=date(2026, 11, 18))
    unknown = owed(context, "甲", 100, "A-2")
    assert shown(context, timely) == ("按时", "text2")
    assert shown(context, unknown) == ("", "text2")
