"""A large worksheet read in pieces is what the reader gives of it as a whole; what cannot be cut is left alone."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from models.ledger.files import read_file
from models.ledger.sheet_pieces import JoinedSheet, read_in_pieces
from models.ledger.zip_scan import ArchiveFacts, scan
from models.rules.problems import Refused

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FRAME = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="说明" sheetId="1" r:id="one"/><sheet name="应收" sheetId="2" r:id="two"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="one" Type="{OFFICE}/worksheet" Target="worksheets/a.xml"/>'
    f'<Relationship Id="two" Type="{OFFICE}/worksheet" Target="worksheets/b.xml"/>'
    f'<Relationship Id="three" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>恒锐精密</t></si><si><t>a &lt; b</t></si></sst>',
    "xl/worksheets/a.xml": f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
}
HEAD = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>'
TAIL = "</sheetData></worksheet>"
LEAST = 100
"""Bytes of a piece; the frame makes it some six thousand."""


def workbook(path: Path, sheet: str) -> Path:
    """A workbook whose second sheet is this XML."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, said in {**FRAME, "xl/worksheets/b.xml": sheet}.items():
            archive.writestr(name, said)
    return path


def row(number: int, cells: Mapping[str, object], more: str = "") -> str:
    """One row of XML; texts are those of the shared table."""
    said = "".join(
        f'<c r="{column}{number}" t="{"ns"[isinstance(value, str)]}"><v>{value}</v></c>'
        for column, value in cells.items()
    )
    return f'<row r="{number}"{more}>{said}</row>'


def many_rows(first: int = 1) -> list[str]:
    return [row(n, {"A": "0", "B": n, "D": n / 4}) for n in range(first, first + 400)]


def pieces_of(path: Path) -> tuple[dict[str, JoinedSheet], ArchiveFacts]:
    facts = scan(path, 0)
    return read_in_pieces(path, facts, {"应收": 1}, LEAST), facts


def assert_as_a_whole(path: Path) -> None:
    joined, _ = pieces_of(path)
    whole = load_workbook(path).get_sheet_by_index(1)
    sheet = joined["应收"]
    assert sheet.to_python() == whole.to_python(skip_empty_area=False)
    assert sheet.merged_cell_ranges == whole.merged_cell_ranges


def test_pieces_put_together_are_the_sheet(tmp_path: Path) -> None:
    tail = '</sheetData><mergeCells count="1"><mergeCell ref="A2:A5"/></mergeCells></worksheet>'
    assert_as_a_whole(workbook(tmp_path / "a.xlsx", HEAD + "".join(many_rows()) + tail))


def test_rows_left_out_between_pieces_and_above_them_stay_blank(tmp_path: Path) -> None:
    rows = [each for first in (7, 1000, 3000) for each in many_rows(first)]
    assert_as_a_whole(workbook(tmp_path / "a.xlsx", HEAD + "".join(rows) + TAIL))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 6), st.integers(0, 6)), min_size=60, max_size=120)
)
def test_pieces_of_any_width_and_place_are_the_sheet(
    tmp_path_factory: pytest.TempPathFactory, shape: list[tuple[int, int, int]]
) -> None:
    number, rows = 0, []
    for gap, first, count in shape:
        number += gap
        cells = {"ABCDEFGHIJKLM"[first + at]: "1" if at % 2 else number for at in range(count + 1)}
        rows.append(row(number, cells, ' spans="1:13" customHeight="1" ht="14.25"'))
    assert_as_a_whole(workbook(tmp_path_factory.mktemp("any") / "a.xlsx", HEAD + "".join(rows) + TAIL))


def test_what_the_scan_finds_in_a_cut_sheet_is_told(tmp_path: Path) -> None:
    rows = [*many_rows(), '<row r="401" hidden="1"><c r="A401" t="e"><v>#N/A</v></c></row>']
    _, facts = pieces_of(workbook(tmp_path / "a.xlsx", HEAD + "".join(rows) + TAIL))
    assert (facts.sheets["应收"].hidden_rows, facts.sheets["应收"].blind) == (1, {"A401": "#N/A"})


NOT_PLAIN = {
    "a prefix": (HEAD + "".join(many_rows()) + TAIL)
    .replace("<row", "<x:row")
    .replace("<sheetData", "<x:sheetData"),
    "a comment": HEAD + "".join(many_rows()) + '<!-- <row r="9"> -->' + TAIL,
    "a text as it stands": HEAD + "".join(many_rows()) + "<![CDATA[<row r=]]>" + TAIL,
    "rows without a number": HEAD + "<row><c><v>1</v></c></row>" * 800 + TAIL,
    "rows out of order": HEAD + "".join(many_rows(500) + many_rows(1)) + TAIL,
    "the same rows twice": HEAD + "".join(many_rows() + many_rows()) + TAIL,
    "no cells": HEAD + TAIL,
    "a number the reader cannot read": HEAD
    + "".join(many_rows())
    + '<row r="900"><c r="??"><v>1</v></c></row>'
    + TAIL,
}


@pytest.mark.parametrize("xml", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_a_sheet_written_in_another_way_is_left_to_be_read_whole(tmp_path: Path, xml: str) -> None:
    joined, _ = pieces_of(workbook(tmp_path / "a.xlsx", xml))
    assert joined == {}


def test_a_sheet_that_nobody_wants_is_only_looked_at(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD + "".join(many_rows()) + TAIL)
    facts = scan(path, 0)
    assert read_in_pieces(path, facts, {}, LEAST) == {}
    assert facts.sheets["应收"].rows == 400


def test_a_sheet_that_reaches_too_far_is_refused_before_it_is_put_together(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD + "".join(many_rows()) + row(1_048_576, {"XFD": 1}) + TAIL)
    with pytest.raises(Refused) as refused:
        pieces_of(path)
    assert refused.value.problems[0].code == "ledger_too_large"


def test_a_ledger_of_many_megabytes_is_read_by_its_pieces(tmp_path: Path) -> None:
    memo = "备注" * 300
    lines = [
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{memo}{n}</t></is></c><c r="C{n}"><v>{n}</v></c></row>'
        for n in range(2, 6000)
    ]
    grid = read_file(workbook(tmp_path / "a.xlsx", HEAD + "".join(lines) + TAIL), "应收", None, None)
    assert list(grid.rows) == [["", "", ""], *([f"{memo}{n}", "", float(n)] for n in range(2, 6000))]
