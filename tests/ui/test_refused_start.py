"""Books that cannot be opened any more are not the end: the start leads to their backups."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from main import render
from models.actions.backups import keep_generation
from models.store.generations import ASKED
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


def test_damaged_books_lead_to_their_backups(qapp, damaged):
    session, offered = Session(qapp, asked_for(damaged, "2026-11-20", "zh_CN"), render), []

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
    assert [offer.why for offer in offered] == [ASKED]
    assert session.status == 1


def test_whoever_wants_no_backup_just_leaves(qapp, damaged):
    session = Session(qapp, asked_for(damaged, "2026-11-20", "zh_CN"), render)
    with answering(False):
        assert not session.begin()
    assert session.status == 1
