"""函件批次, by keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from models.actions.letters import Triage, issue, mark_printed, void
from models.actions.post import mail
from models.queries.letter_runs import copies_of
from models.queries.letters import recipients
from ui.common.ask import answering
from ui.letters.letter_wizard import PRINT, REGISTER
from ui.letters.runs_window import RunsWindow
from ui.letters.workspace import LettersWorkspace

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def run(context, claims):
    """Three letters of six proposed: one left out, one put off, one without an address; two printed, one posted."""
    keys = [each.key for each in recipients(context.store, "demand", claims, context.today)]
    triage = Triage({keys[3]: "本周已付"}, {keys[4]: date(2026, 12, 1)})
    made = issue(context.desk, "demand", claims, context.render, triage=triage)
    letters = [letter.letter for letter in made.letters]
    mark_printed(context.desk, letters[:2])
    mail(context.desk, letters[0], "1078334211501")
    return letters


@pytest.fixture
def window(context, run, shown):
    """The window over that run."""
    return shown(RunsWindow(context))


def cells(model, place):
    """What a row says, by column."""
    row = model.row_at(place)
    return {column.key: column.text(row) for column in model.columns}


def press(qtbot, table, pressed, held=Qt.KeyboardModifier.NoModifier):
    """A key in one of the tables."""
    qtbot.keyClick(table.right, pressed, held)


def test_b_opens_the_runs(context, run, shown, qtbot):
    room = shown(LettersWorkspace(context))
    room.table.setFocus()
    press(qtbot, room.table, Qt.Key.Key_B)
    assert isinstance(room.window_open, RunsWindow)


def test_a_run_counts_what_became_of_its_letters(window):
    told = cells(window.run_model, 0)
    assert (told["letters"], told["printed"], told["unprinted"]) == ("3", "2", "1")
    assert (told["posted"], told["answered"], told["left"]) == ("1", "", "3")


def test_everyone_it_proposed_stands_there_with_the_reason(window):
    told = [cells(window.line_model, place) for place in range(window.line_model.count())]
    assert [(line["outcome"], line["why"]) for line in told] == [
        ("已出具", ""), ("已出具", ""), ("已出具", ""), ("剔除", "本周已付"),
        ("推迟", "推迟到 2026-12-01"), ("不能出具", "无收件地址"),
    ]  # fmt: skip
    assert [line["printed"] for line in told[:3]] == ["已打印", "已打印", "未打印"]


def test_printing_goes_on_with_the_first_that_was_not_printed(window, run, qtbot):
    assert window.primary.text() == "继续打印 1 封"
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    page = window.window_open.print_page
    assert window.window_open.step == PRINT
    assert ([each.id for each in page.printing.letters], page.printing.printed) == (run, 2)


def test_copies_are_noted_line_by_line_and_the_next_time_the_rest(context, window, run, qtbot):
    press(qtbot, window.runs, Qt.Key.Key_Return)
    press(qtbot, window.lines, Qt.Key.Key_Space)
    assert window.file.text() == "登记留底 1 封"
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert window.file.text() == "继续留底 2 封"
    told = [cells(window.line_model, place)["copied"] for place in range(3)]
    assert told[0].endswith("林晓")
    assert told[1:] == ["未留底", "未留底"]
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert cells(window.run_model, 0)["copied"] == "3"
    assert window.file.text() == "取消留底 3 封"
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert copies_of(context.store, run) == {}


def test_a_ticked_letter_is_printed_once_more_alone(window, run, qtbot):
    press(qtbot, window.runs, Qt.Key.Key_Return)
    press(qtbot, window.lines, Qt.Key.Key_Space)
    assert window.primary.text() == "重新打印 1 封"
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    printing = window.window_open.print_page.printing
    assert ([each.id for each in printing.letters], printing.printed) == (run[:1], 0)


def test_its_letters_are_copied_out(window, qtbot, tmp_path):
    with answering(tmp_path):
        qtbot.keyClick(window, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(list(tmp_path.glob("*.pdf"))) == 3
    assert "已导出 3 封" in window.hint.text()


def test_its_numbers_are_registered(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL)
    assert window.window_open.step == REGISTER


def test_enter_goes_to_the_lines_and_there_opens_the_letter(window, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    press(qtbot, window.runs, Qt.Key.Key_Return)
    press(qtbot, window.lines, Qt.Key.Key_Return)
    assert opened[0].endswith(".pdf")
    press(qtbot, window.lines, Qt.Key.Key_Backspace)
    assert window.runs.right.hasFocus()


def test_a_voided_letter_counts_apart_and_is_not_printed(context, window, run):
    context.act(lambda _: void(context.desk, run[2], "printed twice"))
    told = cells(window.run_model, 0)
    assert (told["voided"], told["printed"], told["unprinted"]) == ("1", "2", "")
    assert window.chosen() == run[:2]


def test_without_letters_it_says_what_will_stand_there(context, shown):
    window = shown(RunsWindow(context))
    assert "未出具的原因" in window.stack.currentWidget().hint.text()
    assert not window.primary.isEnabled()
