"""The desktop is told of the day's list once, in the hour that was chosen."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from models.actions.settings import choose
from models.settings import NOTICE_HOUR
from tests.ui.rooms import TODAY, At
from ui.day_notice import DayNotice


def test_the_notice_comes_once_in_its_hour_and_not_before_one_is_chosen(context):
    said, parent = [], QObject()
    notice = DayNotice(context, lambda: 3, parent, lambda *words: said.append(words))
    context.clock = At(TODAY, datetime(2026, 11, 20, 1, 5, tzinfo=UTC))
    notice.look()
    assert said == []
    choose(context.desk, NOTICE_HOUR, 9)
    notice.look()
    notice.look()
    assert said == [("今日清单", "今日 3 项，请打开清账。")]


def test_nothing_due_is_not_told(context):
    said, parent = [], QObject()
    choose(context.desk, NOTICE_HOUR, 9)
    context.clock = At(TODAY, datetime(2026, 11, 20, 1, 5, tzinfo=UTC))
    DayNotice(context, lambda: 0, parent, lambda *words: said.append(words)).look()
    assert said == []
