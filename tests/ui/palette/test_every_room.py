"""Every window can be reached by typing its name, or it is said why it opens from another window alone."""

from models import settings
from models.clock import Clock
from tests.ui.rooms import TODAY
from ui.case_rooms import CaseRooms
from ui.clock_rooms import ClockRooms
from ui.context import AppContext
from ui.debtors.acts import debtor_acts
from ui.doors import Doors
from ui.main_window import MainWindow
from ui.money_rooms import MoneyRooms
from ui.palette.finding import Finding
from ui.rooms import Rooms
from ui.settings.settings_window import SettingsWindow

COMMANDS = {
    "account": "account", "account_of": "account", "aging": "aging", "approvals": "approvals",
    "arrivals": "arrivals", "call": "call", "calculator": "calculator", "case": "case", "cases": "cases",
    "charges": "charges", "claim": "new_claim", "clock": "clock", "deadline": "deadline", "dispute": "dispute",
    "disputes": "disputes", "export_aging": "aging_xlsx", "export_claims": "export", "guarantors": "guarantors",
    "interest": "interest", "joint": "joint", "ledger": "import", "legal_event": "event", "letters": "letters_due",
    "plan": "plan", "proofs": "proof", "receipt": "receipt", "receipts": "receipts", "replay": "replay",
    "set_off": "set_off", "settings": "settings", "statement": "statement", "terms": "terms", "write_off": "write_off",
}  # fmt: skip
"""Which command opens a room."""
OF_A_DEBTOR = {"debtor": "edit", "merge": "merge"}
"""Acts that the palette offers with the name of a debtor."""
FROM_A_ROW = {
    "behind": "one sum of the aging",
    "file": "a piece of evidence: the palette finds it by its own name",
    "proof": "one event of a clock",
}
"""Rooms that speak of one row of another window, and which."""
FROM_A_SETTING = {"encrypt": "safety"}
"""Rooms that a page of the settings opens, which the palette finds by its name."""
OF_A_PAGE = {"post", "deliver", "effect", "bundle"}
"""Windows that a page of the main window opens, each by its command."""


def public(*kinds: type) -> set[str]:
    return {
        name
        for kind in kinds
        for name, held in vars(kind).items()
        if callable(held) and not name.startswith("_") and hasattr(held, "__code__")
    }


def test_every_room_has_a_command_or_a_row_it_opens_from(store, dressed, inline_jobs, qtbot):
    context = AppContext(
        store, Clock(TODAY), lambda *_, **__: b"%PDF-1.4", settings, inline_jobs, user="林晓"
    )
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.watch.stop()
    rooms = public(Rooms, Doors, MoneyRooms, ClockRooms, CaseRooms)
    assert rooms == {*COMMANDS, *OF_A_DEBTOR, *FROM_A_ROW, *FROM_A_SETTING}
    assert {*COMMANDS.values(), *OF_A_PAGE} <= {command.name for command in window.commands}
    assert set(OF_A_DEBTOR.values()) <= {act.name for act in debtor_acts()}


def test_every_page_of_the_settings_is_found(store, dressed, inline_jobs, qtbot):
    context = AppContext(
        store, Clock(TODAY), lambda *_, **__: b"%PDF-1.4", settings, inline_jobs, user="林晓"
    )
    window = SettingsWindow(context)
    qtbot.addWidget(window)
    found = Finding(context, (), (), lambda *_: None, lambda *_: None)
    assert {name for name, _ in found.places()} == set(window.items)
    assert set(FROM_A_SETTING.values()) <= set(window.items)
