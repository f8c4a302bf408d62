import pytest
from PySide6.QtCore import Qt

from models.actions.leaving import manifest
from models.actions.parties import set_creditor
from ui.common.ask import answering
from ui.settings.settings_window import SettingsWindow


@pytest.fixture
def row(context, windows):
    set_creditor(context.desk, name="苏南精工")
    return windows.show(SettingsWindow(context, "data")).pages["data"].vouch


@pytest.fixture
def foot(context, row):
    """What a letter written now would carry."""
    told = context.store.database.execute_sql("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")
    return told.fetchone()[0][:16]


def cut_tail(context):
    context.store.database.execute_sql("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")


def ask(row, qtbot, words):
    qtbot.keyClicks(row.foot, words)
    qtbot.keyClick(row.foot, Qt.Key.Key_Return)
    return row.found.text()


def test_the_foot_of_a_letter_is_found_however_it_was_typed(row, foot, qtbot):
    told = ask(row, qtbot, f" {foot[:8].upper()} {foot[8:]}")
    assert told == f"日志里有“{foot}”那一条，它和它之前的都还在。"
    assert row.found.property("tone") == "ok"


def test_a_cut_tail_is_told(context, row, foot, qtbot):
    cut_tail(context)
    assert ask(row, qtbot, foot).startswith(f"日志里没有“{foot}”那一条")
    assert row.found.property("tone") == "bad"


def test_a_manifest_vouches_too(context, row, tmp_path):
    file = tmp_path / "a.xlsx.manifest.json"
    file.write_bytes(manifest(context.desk, context.clock.now(), []))
    for begins in ("日志里有", "日志里没有"):
        with answering(file):
            row.pick.click()
        assert row.found.text().startswith(f"{begins}“a.xlsx.manifest.json”那一条")
        cut_tail(context)


def test_what_vouches_for_nothing_is_said_so(row, qtbot):
    assert "也不是函件页脚的十六位校验码" in ask(row, qtbot, "2026-11-20")


def test_an_empty_field_asks_nothing(row, qtbot):
    ask(row, qtbot, " ")
    assert not row.found.isVisible()
