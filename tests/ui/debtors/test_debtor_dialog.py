"""A debtor's data are mended with keys alone; what looks wrong is said, never refused."""

import pytest
from PySide6.QtCore import Qt

from models.queries.parties import debtor
from tests.ui.rooms import filled, opened
from ui.common import ask
from ui.debtors.debtor_dialog import DebtorDialog

FIRM = 1
SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
TAB = (Qt.Key.Key_Tab,)


@pytest.fixture
def context(dressed, tmp_path):
    made = opened(tmp_path / "books")
    filled(made)
    yield made
    made.store.close()


@pytest.fixture
def shown(context, windows):
    return lambda: windows.show(DebtorDialog(context, FIRM))


def test_typing_begins_at_the_address(context, windows, shown):
    windows.press(shown(), (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier), "苏州市工业园区2号", SAVE)
    held = debtor(context.store, FIRM)
    assert held.address == "苏州市工业园区2号"
    assert held.phone == "0512-8800 0123"


def test_the_source_of_the_address_follows_by_keys(context, windows, shown):
    windows.press(shown(), TAB, (Qt.Key.Key_Down,), TAB, "215000", SAVE)
    held = debtor(context.store, FIRM)
    assert (held.address_source, held.postcode) == ("agreed", "215000")


def test_the_name_can_be_copied_but_not_typed_over(shown):
    dialog = shown()
    assert dialog.name.text() == "苏州恒锐精密制造有限公司"
    assert dialog.name.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


@pytest.mark.parametrize(
    ("field", "typed"), [("uscc", "9111000060003734TL"), ("postcode", "2150"), ("email", "wang at firm")]
)
def test_what_looks_wrong_is_said_and_saved(context, windows, shown, field, typed):
    dialog = shown()
    dialog.form.edits[field].setFocus()
    windows.press(dialog, typed)
    assert "仍可保存" in dialog.form.fields[field].note.text()
    windows.press(dialog, SAVE)
    assert getattr(debtor(context.store, FIRM), field) == typed


@pytest.mark.parametrize(
    ("kind", "number"), [("firm", "91110000600037341L"), ("person", "11010519491231002X")]
)
def test_a_number_is_judged_by_who_owes(windows, shown, kind, number):
    dialog = shown()
    dialog.form.person.buttons[kind].click()
    dialog.form.edits["uscc"].setFocus()
    windows.press(dialog, number)
    assert not dialog.form.fields["uscc"].note.text()
    other = "firm" if kind == "person" else "person"
    dialog.form.person.buttons[other].click()
    assert dialog.form.fields["uscc"].note.text()


def test_a_person_and_an_english_speaker_are_kept(context, windows, shown):
    dialog = shown()
    dialog.form.person.buttons["person"].setFocus()
    windows.press(dialog, (Qt.Key.Key_Space,))
    dialog.form.language.buttons["en"].setFocus()
    windows.press(dialog, (Qt.Key.Key_Space,), SAVE)
    held = debtor(context.store, FIRM)
    assert (held.is_person, held.letter_language) == (True, "en")


def test_a_text_can_be_emptied(context, windows, shown):
    windows.press(shown(), (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Delete,), SAVE)
    assert debtor(context.store, FIRM).address is None


def test_a_missing_address_is_told_before(windows, shown):
    dialog = shown()
    windows.press(dialog, (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Delete,))
    assert dialog.form.fields["address"].note.text() == "没有地址就不能寄函"


def test_nothing_typed_is_nothing_kept(qtbot, context, windows, shown):
    head = context.store.journal_head()
    dialog = shown()
    with qtbot.waitSignal(dialog.destroyed):
        windows.press(dialog, SAVE)
    assert context.store.journal_head() == head


def test_leaving_asks_about_what_was_typed(context, windows, shown):
    dialog = shown()
    windows.press(dialog, "x")
    with ask.answering(False):
        windows.press(dialog, (Qt.Key.Key_Escape,))
    assert dialog.isVisible()
    with ask.answering(True):
        windows.press(dialog, (Qt.Key.Key_Escape,))
    assert debtor(context.store, FIRM).address == "苏州"


def test_the_news_name_the_debtor(qtbot, context, windows, shown):
    dialog = shown()
    with qtbot.waitSignal(context.bus.changed) as told:
        windows.press(dialog, "x", SAVE)
    assert FIRM in told.args[0].debtors
