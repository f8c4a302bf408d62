"""设置 › 安全: books are encrypted, their phrases changed, and decrypted; the recovery key counts once typed back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from models.actions.backups import keep_generation
from models.rules.problems import Refused
from models.rules.recovery_key import written
from models.store.generations import ASKED
from models.store.keys import read_keys
from models.store.verify import verify
from ui.common.ask import answering
from ui.settings.books_dialog import CHANGE, DECRYPT
from ui.settings.recovery_wizard import BACK, PHRASE, SHEET
from ui.settings.restore_window import RestoreWindow
from ui.settings.safety_page import SafetyPage

WORDS, OTHER = "四月的雨落在码头上", "五月的风吹过仓库顶"


@pytest.fixture
def card(context, keys, windows):
    """The card on books with claims and one backup."""
    keep_generation(context.desk, ASKED)
    page = SafetyPage(context)
    windows.show(page)
    return page.encryption


def fill(qtbot, *edits):
    for edit, words in edits:
        edit.clear()
        qtbot.keyClicks(edit, words) if words.isascii() else edit.setText(words)


def encrypted(card, qtbot, windows, tmp_path):
    """The wizard walked to its end by keys; the recovery key."""
    wizard = card.renew(fresh=True)
    windows.show(wizard)
    fill(qtbot, (wizard.phrase, WORDS), (wizard.again, WORDS))
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with answering(tmp_path / "key.pdf"):
        qtbot.keyClick(wizard, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    fill(
        qtbot,
        *(
            (edit, wizard.groups[place].lower())
            for edit, place in zip(wizard.back_edits, wizard.places, strict=True)
        ),
    )
    secret = written(wizard.secret)
    with qtbot.waitSignal(wizard.saved):
        qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return secret


def test_books_are_encrypted_and_worked_in(card, qtbot, windows, context, tmp_path):
    secret = encrypted(card, qtbot, windows, tmp_path)
    store = context.store
    assert store.folder.encrypted
    assert verify(store, context.clock.now()).ok
    keys = read_keys(store.folder.root)
    assert keys.opened(WORDS) == keys.opened(secret) == store.folder.key
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert card.stands.text().startswith("已加密")
    assert card.change.isVisible()
    assert not card.encrypt.isVisible()


def test_the_key_does_not_count_before_it_is_kept_and_typed_back(card, qtbot, windows, context, tmp_path):
    wizard = card.renew(fresh=True)
    windows.show(wizard)
    fill(qtbot, (wizard.phrase, WORDS), (wizard.again, WORDS))
    wizard.press_primary()
    assert (wizard.step, wizard.primary.isEnabled()) == (SHEET, False)
    with answering(tmp_path / "key.pdf"):
        wizard.save_sheet()
    wizard.press_primary()
    assert wizard.step == BACK
    for edit in wizard.back_edits:
        edit.setText("00000")
    wizard.press_primary()
    assert "不符" in wizard.hint.text()
    assert not context.store.folder.encrypted


@pytest.mark.parametrize(("phrase", "again", "said"), [("123", "123", "太短"), (WORDS, OTHER, "不一样")])
def test_a_phrase_that_will_not_do_is_said_at_once(card, windows, phrase, again, said):
    wizard = card.renew(fresh=True)
    windows.show(wizard)
    wizard.phrase.setText(phrase)
    wizard.again.setText(again)
    wizard.press_primary()
    assert wizard.step == PHRASE
    assert said in wizard.hint.text()


def test_no_field_shows_what_is_typed_into_it(card, windows):
    wizard = card.renew(fresh=True)
    windows.show(wizard)
    assert {edit.echoMode() for edit in (wizard.phrase, wizard.again)} == {QLineEdit.EchoMode.Password}


def test_the_pass_phrase_is_changed(card, qtbot, windows, context, tmp_path):
    encrypted(card, qtbot, windows, tmp_path)
    dialog = card.ask(CHANGE)
    windows.show(dialog)
    fill(qtbot, (dialog.old, WORDS), (dialog.new, OTHER), (dialog.again, OTHER))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys = read_keys(context.store.folder.root)
    assert keys.opened(OTHER)
    with pytest.raises(Refused):
        keys.opened(WORDS)


def test_a_wrong_phrase_decrypts_nothing_and_stays_typed(card, qtbot, windows, context, tmp_path):
    encrypted(card, qtbot, windows, tmp_path)
    dialog = card.ask(DECRYPT)
    windows.show(dialog)
    dialog.old.setText(OTHER)
    dialog.press_primary()
    assert "不对" in dialog.hint.text()
    assert dialog.old.text() == OTHER
    assert context.store.folder.encrypted
    dialog.old.setText(WORDS)
    dialog.press_primary()
    assert not context.store.folder.encrypted
    assert verify(context.store, context.clock.now()).ok


def test_another_recovery_key_voids_the_one_before(card, qtbot, windows, context, tmp_path):
    old = encrypted(card, qtbot, windows, tmp_path)
    wizard = card.renew(fresh=False)
    windows.show(wizard)
    wizard.phrase.setText(WORDS)
    wizard.press_primary()
    with answering(tmp_path / "new.pdf"):
        wizard.save_sheet()
    wizard.press_primary()
    for edit, place in zip(wizard.back_edits, wizard.places, strict=True):
        edit.setText(wizard.groups[place])
    wizard.press_primary()
    with pytest.raises(Refused):
        read_keys(context.store.folder.root).opened(old)


def test_backups_from_before_are_named_and_deleted(card, qtbot, windows, context, tmp_path):
    encrypted(card, qtbot, windows, tmp_path)
    (before,) = card.found
    assert str(before) in card.plain.text()
    with answering(True):
        card.drop.click()
    assert not before.exists()
    assert card.found == []
    assert not card.drop.isVisible()


def test_a_backup_under_another_key_is_tried_with_its_pass_phrase(card, qtbot, windows, context, tmp_path):
    encrypted(card, qtbot, windows, tmp_path)
    keep_generation(context.desk, ASKED)
    dialog = card.ask(DECRYPT)
    dialog.old.setText(WORDS)
    dialog.press_primary()
    window = windows.show(RestoreWindow(context, context.store.folder))
    (one,) = [offer for offer in window.offers if ".key-" in str(offer.source)]
    window.list.table.go_to_id(str(one.source))
    window.try_it()
    window.asking.edit.setText(WORDS)
    window.asking.press_primary()
    qtbot.waitUntil(lambda: "这份备份完好" in window.told.text())
