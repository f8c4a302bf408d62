"""Endings that run code: told as such however the name is dressed up, and never handed to another program."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.actions.evidence import RUNS_CODE, attach, copy_to_open, runs_code
from models.rules.file_names import safe_name
from models.rules.problems import Refused

DRESSED_UP = [
    "账单.exe", "账单.pdf.exe", "合同.LNK", "屏保.scr", "合同.docm", "对账.xlsm", "账单.exe ", "账单.exe.",
    "账单.exe. .",
    "账单.exe\u3000", "账单.exe\u00a0", "账单.exe\u200b", "账单.e\u00adxe", "账单\u202egpj.exe", "账单．ｅｘｅ",
    "账单.exe         zz", "账单.exe\n", "网址.url", "宏.xlam", f"{'长' * 300}.exe",
]  # fmt: skip


@pytest.mark.parametrize("name", DRESSED_UP, ids=ascii)
def test_an_ending_that_runs_code_is_told_however_it_is_dressed_up(name: str) -> None:
    assert runs_code(name)


@pytest.mark.parametrize(
    "name", ["账单.pdf", "账单.exe.pdf", "exe", "a.exec.txt", "对账.xlsx", "来信.eml", "CON"]
)
def test_what_only_speaks_of_it_is_opened(name: str) -> None:
    assert not runs_code(name)


@given(
    st.text(st.sampled_from("ae.x \u3000\u00a0\u200bz:/|\u202e\n"), max_size=20).map(
        lambda end: f"a.exe{end}"
    )
)
@example("a.exe         zz")
def test_no_copy_has_an_ending_that_its_name_hid(name: str) -> None:
    assert runs_code(name) or PurePath(safe_name(name)).suffix.lower() not in RUNS_CODE


def test_such_a_file_is_taken_in_with_a_warning_and_never_copied_to_be_opened(desk, claim, tmp_path) -> None:
    (tmp_path / "账单.exe\u3000").write_bytes(b"MZ")
    taken = attach(desk, [claim()], tmp_path / "账单.exe\u3000", "other")
    assert [doubt.code for doubt in taken.doubts] == ["runs_code"]
    with pytest.raises(Refused) as raised:
        copy_to_open(desk, taken.evidence, tmp_path / "opened")
    assert [problem.code for problem in raised.value.problems] == ["unsafe_to_open"]
