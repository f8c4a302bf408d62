from __future__ import annotations

from pathlib import Path

import pytest

from models.rules.problems import Problem
from tests.ui.terminal.conftest import Commands
from ui.problems import LANGUAGES, catalogue
from ui.terminal.sentences import sentence_by_command

LEDGER = "客户,单号,未收余额\n甲公司,A1,300\n乙公司,B1,三百\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_command_says_otherwise_names_what_to_type_and_stands_beside_what_the_window_says(
    language: str,
) -> None:
    told = catalogue(language)
    own = {code: text for code, text in told.items() if code.endswith("_by_command")}
    assert own
    typed = {code: "verify" if code.startswith("database_") else "--cell {cell}=" for code in own}
    assert not [code for code, text in own.items() if typed[code] not in text]
    assert not [code for code in own if code.removesuffix("_by_command") not in told]


def test_a_cell_that_is_no_sum_is_mended_by_an_option_of_the_command(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "ledger.csv"
    file.write_text(LEDGER, "utf-8")
    sentence = "“三百” is not a sum; the row was not read. Mend it by --cell C3=…."
    assert [each["message"] for each in run("import", file, "--dry-run")["problems"]] == [sentence]
    strict = run("import", file, "--strict", status=1)
    assert [each["message"] for each in strict["problems"]][1:] == [sentence]
    assert run("import", file, "--cell", "C3=300")["problems"] == []


def test_a_problem_of_no_cell_is_told_as_in_the_window() -> None:
    assert sentence_by_command(Problem("sum_missing"), "zh_CN") == catalogue("zh_CN")["sum_missing"]
