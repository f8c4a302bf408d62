"""Sixty hostile strings through every door that needs no window: verbatim, and nothing happens."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path

import openpyxl
import pytest

from main import main, render
from models.actions import letter_copies, letters
from models.actions.calls import add_note
from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.evidence import attach
from models.actions.exports import export_claims
from models.actions.parties import set_debtor
from models.ledger import sheet_out
from models.queries.claims import claim_rows
from models.queries.parties import debtor_named
from models.rules.file_names import safe_name
from models.rules.problems import Problem
from models.store.verify import verify
from tests.harness.hostile import STRINGS, TEMPLATES
from tests.reports.reading import text_of
from ui.faults import told
from ui.problems import sentence

DUE = date(2026, 9, 1)


@pytest.fixture
def hostile(firm: Desk) -> Desk:
    """A debtor of each name, with it as number, memo and note of its claim, and at its address."""
    for name in STRINGS:
        key, _ = register(firm, ClaimDraft(name, 100_00, name, due_on=DUE, memo=name))
        set_debtor(firm, name, address=name)
        add_note(firm, key, name)
    return firm


def test_they_are_kept_and_found_as_they_are(hostile: Desk) -> None:
    rows = claim_rows(hostile.store, hostile.today, hostile.today)
    assert [(row.debtor, row.number, row.memo) for row in rows] == [(name, name, name) for name in STRINGS]
    for row in rows:
        held = debtor_named(hostile.store, row.debtor)
        assert held is not None
        assert (held.name, held.address) == (row.debtor, row.debtor)
    assert verify(hostile.store, hostile.clock.now()).ok


def test_commands_answer_them_as_they_are(hostile: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(hostile.store.folder.root), "--today", "2026-11-20", "--json", "claims"]) == 0
    claims = json.loads(capsys.readouterr().out)["claims"]
    assert {claim["debtor"] for claim in claims} == set(STRINGS)


def calculated(desk: Desk, target: Path) -> list[str]:
    """Cells of a workbook that would do something, and names that are not in it."""
    rows = claim_rows(desk.store, desk.today, desk.today)
    export_claims(desk, target, rows, desk.today, "zh_CN")
    (sheet, *_) = openpyxl.load_workbook(target)
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    live = [
        str(cell.value)
        for cell in cells
        if cell.hyperlink or (cell.data_type == "f" and "SUBTOTAL" not in cell.value)
    ]
    return live + sorted(set(STRINGS) - {cell.value for cell in cells if cell.data_type == "s"})


def test_a_workbook_holds_them_as_text(hostile: Desk, tmp_path: Path) -> None:
    assert calculated(hostile, tmp_path / "claims.xlsx") == []


def unsaid(language: str) -> list[str]:
    """Names that a sentence about them does not hold."""
    told = {name: sentence(Problem("unknown_debtor", {"debtor": name}), language) for name in STRINGS}
    return [name for name, words in told.items() if name not in words]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_sentence_says_them_and_is_no_template(language: str) -> None:
    assert unsaid(language) == []


def test_letters_print_them(firm: Desk, tmp_path: Path) -> None:
    for name in TEMPLATES:
        register(firm, ClaimDraft(name, 100_00, name, due_on=DUE))
        set_debtor(firm, name, address="路 1 号")
    rows = claim_rows(firm.store, firm.today, firm.today)
    run = letters.issue(firm, "demand", [row.id for row in rows], render)
    printed = [
        text_of(file.read_bytes())
        for file in letter_copies.copy_out(firm, [each.letter for each in run.letters], tmp_path)
    ]
    for name in TEMPLATES:
        assert any(_bare(name) in _bare(text) for text in printed), name


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_as_a_file_s_name_they_stay_in_their_folder(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    for name in STRINGS:
        (tmp_path / "here" / safe_name(name)).write_bytes(b"x")
    files = [file for file in tmp_path.rglob("*") if file.is_file() and "data" not in file.parts]
    assert len(files) > len(STRINGS) // 2
    assert {file.parent for file in files} == {tmp_path / "here"}


def test_a_file_is_filed_under_its_own_name(firm: Desk, claim: Callable[..., int], tmp_path: Path) -> None:
    key = claim()
    for name in STRINGS:
        if "/" in name or len(name.encode()) > 200 or "\\0" in name:
            continue
        (tmp_path / name).write_bytes(name.encode())
        kept = attach(firm, [key], tmp_path / name)
        told_name = firm.store.database.execute_sql(
            "SELECT name FROM evidence WHERE id = ?", (kept.evidence,)
        )
        assert told_name.fetchone() == (name,)


def logged() -> list[str]:
    """Names by which the log of a fault differs."""
    anything = told(ValueError("anything else"))
    return [name for name in STRINGS if told(ValueError(name)) != anything]


def test_the_log_of_faults_says_none_of_them() -> None:
    assert logged() == []


def test_a_build_that_writes_formulas_is_found_out(
    hostile: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl.cell import WriteOnlyCell

    monkeypatch.setattr(sheet_out, "text_cell", WriteOnlyCell)
    assert calculated(hostile, tmp_path / "claims.xlsx") != []


def test_a_build_that_makes_markup_of_a_sentence_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.problems.worded", lambda _code, _language, params: escape(params["debtor"]))
    assert "<b>bold</b>" in unsaid("en")


def test_a_build_that_logs_the_words_of_a_fault_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "told", repr)
    assert logged() == list(STRINGS)
