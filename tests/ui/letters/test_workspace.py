"""函件, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from models.actions.guarantors import GuarantorDraft, add_guarantor
from models.actions.letters import issue
from models.actions.post import deliver, mail
from models.queries.claims import claim_rows
from models.queries.letter_rows import letter_rows, next_number
from ui.common.ask import answering
from ui.letters.delivery_dialog import DeliveryDialog
from ui.letters.workspace import LettersWorkspace

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def issued(context, claims):
    """Letters to five debtors, the first of them posted."""
    made = issue(context.desk, "demand", claims, context.render).letters
    mail(context.desk, made[0].letter, "1078334211501")
    return [letter.letter for letter in made]


@pytest.fixture
def room(context, issued, shown):
    """The workspace, its list in focus."""
    made = shown(LettersWorkspace(context))
    made.table.setFocus()
    return made


def state(context, letter):
    """What is known of a letter now."""
    return letter_rows(context.store, [letter])[0]


def key(qtbot, room, pressed, held=Qt.KeyboardModifier.NoModifier):
    """A key while the list has the focus."""
    qtbot.keyClick(room.table.right, pressed, held)


def test_the_newest_letter_stands_first(room, issued):
    assert [room.model.id_at(place) for place in range(5)] == issued[::-1]
    assert (room.tabs["issued"].count, room.tabs["mailed"].count) == ("4", "1")


def test_the_states_filter(room, qtbot):
    qtbot.keyClick(room.tabs["mailed"], Qt.Key.Key_Space)
    assert room.model.count() == 1
    assert room.model.row_at(0).waybill == "1078334211501"


def test_d_opens_the_delivery_of_the_current_letter(room, issued, qtbot):
    room.table.go_to_id(issued[0])
    key(qtbot, room, Qt.Key.Key_D)
    assert room.window_open.letter.id == issued[0]


def test_a_delivery_is_kept_with_its_proof(context, issued, shown, qtbot, tmp_path):
    proof = tmp_path / "tracking.png"
    proof.write_bytes(b"\x89PNG tracking")
    dialog = shown(DeliveryDialog(context, state(context, issued[0])))
    dialog.take_proof(proof)
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    kept = state(context, issued[0])
    assert (kept.state, kept.result_on, kept.proof[1]) == ("signed", date(2026, 11, 20), "tracking.png")


def test_e_shows_the_proof_of_delivery(context, room, issued, qtbot, tmp_path):
    proof = tmp_path / "slip.png"
    proof.write_bytes(b"\x89PNG slip")
    context.act(lambda _: deliver(context.desk, issued[0], "refused", None, proof))
    room.table.go_to_id(issued[0])
    with qtbot.waitSignal(room.evidence_requested) as told:
        key(qtbot, room, Qt.Key.Key_E)
    assert told.args == [state(context, issued[0]).proof[0]]


def test_the_menu_offers_what_the_buttons_offer(room):
    offered = {action.text().split("\t")[0]: action.isEnabled() for action in room.menu().actions()}
    assert offered["打印"]
    assert not offered["看凭证"]


def test_g_leads_from_a_letter_to_a_guarantor_to_where_its_answer_is_entered(context, claims, shown, qtbot):
    (row,) = claim_rows(context.store, context.today, context.today, claims=claims[:1])
    draft = GuarantorDraft("恒信担保有限公司", "joint", months=24, address="苏州市澄湖里 7 幢")
    add_guarantor(context.desk, row.debtor_id, draft)
    (plain,) = issue(context.desk, "demand", claims[:1], context.render).letters
    (letter,) = issue(context.desk, "guarantor", claims[:1], context.render).letters
    made = shown(LettersWorkspace(context))
    made.table.setFocus()
    made.table.go_to_id(plain.letter)
    assert not made.buttons["guarantors"].isEnabled()
    made.table.go_to_id(letter.letter)
    assert made.model.data(made.model.index(0, 1)) == f"{row.debtor}·恒信担保有限公司"
    with qtbot.waitSignal(made.guarantors_requested) as asked:
        key(qtbot, made, Qt.Key.Key_G)
    assert asked.args == [row.debtor_id]


def test_a_letter_that_was_never_posted_has_no_delivery(room, issued, qtbot):
    room.table.go_to_id(issued[1])
    assert not room.buttons["deliver"].isEnabled()
    key(qtbot, room, Qt.Key.Key_D)
    assert not hasattr(room, "window_open")


def test_voiding_asks_why(context, room, issued, qtbot):
    room.table.go_to_id(issued[1])
    with answering(None):
        key(qtbot, room, Qt.Key.Key_Delete)
    assert not state(context, issued[1]).voided
    with answering("printed twice"):
        key(qtbot, room, Qt.Key.Key_Delete)
    assert state(context, issued[1]).void_why == "printed twice"
    assert next_number(context.store, "letter", 2026).endswith("第0006号")


def test_the_chosen_letters_are_copied_out(room, qtbot, tmp_path):
    key(qtbot, room, Qt.Key.Key_A, CTRL)
    with answering(tmp_path):
        key(qtbot, room, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(list(tmp_path.glob("*.pdf"))) == 5


def test_a_letter_is_opened_as_a_copy(context, room, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    key(qtbot, room, Qt.Key.Key_Return)
    assert opened[0].endswith(".pdf")
    assert str(context.store.folder.root) not in opened[0]


def test_numbers_are_registered_later_too(context, room, issued, qtbot):
    room.table.go_to_id(issued[1])
    key(qtbot, room, Qt.Key.Key_W)
    page = room.window_open.waybill_page
    assert [entry.id for entry in page.list.entries] == [issued[1]]
    page.take(["1078334211501"])
    assert page.list.entries[0].problem.code == "waybill_used"
    page.list.put(0, ["1078334211502"])
    room.window_open._register()
    assert state(context, issued[1]).state == "mailed"


def test_finding_looks_at_every_column(room, qtbot):
    qtbot.keyClicks(room.finder, "1078334211501")
    assert room.model.count() == 1


def test_without_letters_there_is_one_thing_to_do(context, shown, qtbot):
    room = shown(LettersWorkspace(context))
    with qtbot.waitSignal(room.new_requested):
        qtbot.keyClick(room.empty.button, Qt.Key.Key_Space)
