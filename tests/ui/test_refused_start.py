"""Books that cannot be opened any more are not the end: the start leads to their backups."""

import os

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from main import render
from models.actions.backups import keep_generation
from models.store.conversion import encrypt
from models.store.generations import ASKED
from tests.harness.books import KEY, KEYS, NOW
from tests.journeys.clerk import asked_for
from ui.app import Session
from ui.common.ask import answering
from ui.settings.restore_window import RestoreWindow


@pytest.fixture
def damaged(context, keys):
    """Books with one backup, their database overwritten."""
    keep_generation(context.desk, ASKED)
    context.store.close()
    database = context.store.folder.database
    for beside in database.parent.glob(f"{database.name}-*"):
        beside.unlink()
    database.write_bytes(b"noise" * 2000)
    return context.store.folder.root


def offered_at_start(qapp, root):
    """What a start on these books offers to restore, to one who wants that."""
    session, offered = Session(qapp, asked_for(root, "2026-11-20", "zh_CN"), render), []

    def look():
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, RestoreWindow)]
        offered.extend(windows[0].list.model.rows if windows else [])
        if offered:
            windows[0].close()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    with answering(True):
        assert not session.begin()
    assert session.status == 1
    return [offer.why for offer in offered]


def test_damaged_books_lead_to_their_backups(qapp, damaged):
    assert offered_at_start(qapp, damaged) == [ASKED]


def test_encrypted_books_whose_key_file_is_damaged_lead_to_their_backups(qapp, context, keys):
    encrypt(context.store, KEY, KEYS, NOW)
    keep_generation(context.desk, ASKED)
    context.store.close()
    os.truncate(context.store.folder.key_file, 50)
    assert offered_at_start(qapp, context.store.folder.root) == [ASKED]


def test_whoever_wants_no_backup_just_leaves(qapp, damaged):
    session = Session(qapp, asked_for(damaged, "2026-11-20", "zh_CN"), render)
    with answering(False):
        assert not session.begin()
    assert session.status == 1


def test_books_whose_settings_cannot_be_read_lead_to_their_backups(qapp, context, keys):
    keep_generation(context.desk, ASKED)
    ask, database = context.store.database.execute_sql, context.store.folder.database
    pages = ask("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'setting'").fetchall()
    ask("PRAGMA wal_checkpoint(TRUNCATE)")
    context.store.close()
    content = bytearray(database.read_bytes())
    for (page,) in pages:
        content[(page - 1) * 4096 : page * 4096] = b"x" * 4096
    database.write_bytes(content)
    session = Session(qapp, asked_for(database.parent, "2026-11-20", "zh_CN"), render)
    with answering(False):
        assert not session.begin()
    assert session.status == 1
    assert session.store is None
