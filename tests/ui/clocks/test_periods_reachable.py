"""Every period beside limitation is entered in the window and by the command, with its length, day and article."""

import argparse
from datetime import date

import pytest

from models.rules.clocks import ENTERED, MUST_BE_SET, running
from ui.clocks.deadline_dialog import DeadlineDialog
from ui.terminal.clocks import add_commands


@pytest.mark.parametrize("kind", sorted(set(ENTERED) - MUST_BE_SET))
def test_the_dialog_offers_it_and_tells_its_last_day(context, windows, late, kind):
    dialog = windows.show(DeadlineDialog(context, late))
    place = dialog.kind.findData(kind)
    assert place >= 0
    dialog.kind.setCurrentIndex(place)
    dialog.base.set_day(date(2026, 3, 2))
    dialog.base.changed.emit(dialog.base.day)
    found = running(ENTERED[kind], date(2026, 3, 2), calendar=dialog.calendar)
    assert found.last_day.isoformat() in dialog.told.text()
    assert any(mark in dialog.told.text() for mark in ("法", "规定", "解释"))


@pytest.mark.parametrize("kind", sorted(ENTERED))
def test_the_command_takes_it(kind):
    commands = argparse.ArgumentParser().add_subparsers()
    add_commands(commands)
    asked = commands.choices["deadline"].parse_args([kind])
    assert asked.kind == kind
