"""The clerk's own workbook with the trouble cells coloured and the reasons beside them."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from models.ledger.error_copy import COLOUR, Trouble, write_error_copy
from models.ledger.grid import Grid, Value
from models.ledger.reading import grid_of_clipboard, propose, read_grid
from models.ledger.reason_column import REASONS
from models.rules.problems import Refused

LEDGERS = Path(__file__).resolve().parents[2] / "ledgers"
BY_HAND = next(LEDGERS.glob("04*"))
OCTOBER = next(LEDGERS.glob("06*"))
REASON = "=这里不是金额，请改"


def copied(source: Path, target: Path, *troubles: Trouble, **typed: str) -> Path:
    """The error copy of the sheet that is read by itself."""
    grid = read_grid(source, in_child=False)
    heading = propose(source, in_child=False).heading_row
    write_error_copy(target, source, grid, heading, troubles, "zh_CN", typed)
    return target


def parts(path: Path) -> dict[str, bytes]:
    """Every part of a workbook's archive."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_reasons_stand_beside_their_rows_and_cells_are_coloured(tmp_path: Path) -> None:
    copy = copied(BY_HAND, tmp_path / "a.xlsx", Trouble(20, ("G20", "F20"), REASON), Trouble(20, (), "核对"))
    sheet = openpyxl.load_workbook(copy)["应收台账"]
    assert (sheet["L3"].value, sheet["L20"].value) == (REASONS["zh_CN"], f"{REASON} 核对")
    assert sheet["L20"].data_type == "s"
    assert sheet["L20"].quotePrefix
    coloured = [cell.coordinate for row in sheet for cell in row if cell.fill.fgColor.rgb == f"FF{COLOUR}"]
    assert coloured == ["L3", "F20", "G20", "L20"]
    assert sheet.column_dimensions["L"].width > 24


def test_everything_else_stays_to_the_byte(tmp_path: Path) -> None:
    before, after = parts(OCTOBER), parts(copied(OCTOBER, tmp_path / "a.xlsx", Trouble(5, ("D5",), REASON)))
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/styles.xml", "xl/worksheets/sheet1.xml"}
    old, new = openpyxl.load_workbook(OCTOBER).active, openpyxl.load_workbook(tmp_path / "a.xlsx").active
    for row in old:
        for cell in row:
            twin = new[cell.coordinate]
            assert (twin.value, twin.number_format) == (cell.value, cell.number_format)
            assert repr(twin.font) == repr(cell.font)
    assert new.column_dimensions["A"].width == old.column_dimensions["A"].width


def test_the_original_is_not_touched_nor_replaced(tmp_path: Path) -> None:
    mine = tmp_path / "ledger.xlsx"
    mine.write_bytes(OCTOBER.read_bytes())
    copied(mine, tmp_path / "a.xlsx", Trouble(5, ("D5",), REASON))
    with pytest.raises(Refused, match="error_copy_over_ledger"):
        copied(mine, mine, Trouble(5, ("D5",), REASON))
    assert mine.read_bytes() == OCTOBER.read_bytes()


@pytest.mark.parametrize("begins", ["01", "02", "03", "04", "05", "06"])
def test_the_copy_of_each_known_ledger_reads_as_the_ledger_did(tmp_path: Path, begins: str) -> None:
    source = next(LEDGERS.glob(f"{begins}*"))
    before = propose(source, in_child=False)
    troubles = [Trouble(each.row, (each.cell,), REASON) for each in before.problems]
    troubles.append(Trouble(before.rows[0].row, (f"B{before.rows[0].row}",), REASON))
    after = propose(copied(source, tmp_path / "a.xlsx", *troubles), in_child=False)
    assert after.rows == before.rows
    assert after.signature == before.signature
    assert [(each.cell, each.code) for each in after.problems] == [
        (each.cell, each.code) for each in before.problems
    ]


def test_a_mended_copy_gives_the_claim_that_was_missing(tmp_path: Path) -> None:
    before = propose(BY_HAND, in_child=False)
    bad = next(each for each in before.problems if each.row == 20)
    copied(BY_HAND, tmp_path / "a.xlsx", Trouble(20, (bad.cell,), REASON))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book["应收台账"][bad.cell] = 1234.5
    book.save(tmp_path / "a.xlsx")
    after = propose(tmp_path / "a.xlsx", in_child=False)
    assert next(row for row in after.rows if row.row == 20).balance_fen == 123450


def test_a_copy_of_a_copy_has_one_column_of_reasons_and_only_its_own_colours(tmp_path: Path) -> None:
    first = copied(
        BY_HAND, tmp_path / "a.xlsx", Trouble(11, ("H11",), "first"), Trouble(20, ("G20",), "first")
    )
    sheet = openpyxl.load_workbook(copied(first, tmp_path / "b.xlsx", Trouble(20, ("G20",), "second")))[
        "应收台账"
    ]
    assert [sheet.cell(row, 12).value for row in (3, 11, 20)] == [REASONS["zh_CN"], None, "second"]
    assert sheet["H11"].fill.fgColor.rgb != f"FF{COLOUR}"
    assert sheet["G20"].fill.fgColor.rgb == f"FF{COLOUR}"
    assert sheet.max_column == 12


def test_what_was_typed_in_the_window_stands_in_the_copy_but_never_over_a_formula(tmp_path: Path) -> None:
    source = openpyxl.load_workbook(OCTOBER).active
    formula = next(c.coordinate for row in source for c in row if str(c.value).startswith("="))
    copied(OCTOBER, tmp_path / "a.xlsx", Trouble(5, ("D5",), REASON), D5="=1+1", **{formula: "7"})
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert (sheet["D5"].value, sheet["D5"].data_type) == ("=1+1", "s")
    assert sheet[formula].value == source[formula].value


def test_the_clipboard_and_text_become_a_workbook_with_every_leading_zero(tmp_path: Path) -> None:
    grid = grid_of_clipboard("客户名称\t单据号\t到期日\t余额\n甲公司\t00012\t2026-10-01\t壹百\n")
    write_error_copy(tmp_path / "a.xlsx", None, grid, 1, [Trouble(2, ("D2",), "+1 不是金额")], "zh_CN")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[2]] == ["甲公司", "00012", "2026-10-01", "壹百", "+1 不是金额"]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    assert sheet["D2"].fill.fgColor.rgb == f"00{COLOUR}"


def test_merged_customers_and_days_of_another_format_keep_their_meaning(tmp_path: Path) -> None:
    rows: list[list[Value]] = [["客户", "号", "日期"], ["甲公司", "1", date(2026, 5, 1)], ["", "2", "x"]]
    grid = Grid(rows, "明细", [(1, 0, 2, 0)], merged_known=True)
    write_error_copy(tmp_path / "a.xlsx", None, grid, 1, [Trouble(3, ("C3",), "日期")], "en")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["明细"]
    assert str(sheet.merged_cells) == "A2:A3"
    assert (sheet["C2"].value.date(), sheet["D1"].value) == (date(2026, 5, 1), REASONS["en"])


def test_widths_of_columns_never_overlap(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["客户名称", "单据号", "余额"])
    book.active.append(["甲公司", "1", "x"])
    book.active.column_dimensions.group("B", "F", hidden=True)
    book.save(tmp_path / "a.xlsx")
    copied(tmp_path / "a.xlsx", tmp_path / "b.xlsx", Trouble(2, ("C2",), REASON))
    xml = parts(tmp_path / "b.xlsx")["xl/worksheets/sheet1.xml"].decode()
    spans = [
        (int(part.split('min="')[1].split('"')[0]), int(part.split('max="')[1].split('"')[0]))
        for part in xml.split("<cols>")[1].split("</cols>")[0].split("/>")
        if part
    ]
    assert spans == [(2, 3), (4, 4), (5, 6)]


def test_of_several_sheets_each_has_its_own_reasons_and_stays_alike(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("一月", "二月"):
        sheet = book.create_sheet(name)
        sheet.append([f"{name}应收明细"])
        sheet.append(["客户名称", "单据号", "到期日", "未收金额"])
        sheet.append([f"{name}甲公司", f"{name}-1", date(2026, 5, 1), 100])
        sheet.append([f"{name}乙公司", f"{name}-2", date(2026, 5, 1), "待定" if name == "二月" else 7])
    del book["Sheet"]
    book.save(tmp_path / "a.xlsx")
    before = propose(tmp_path / "a.xlsx", in_child=False)
    (problem,) = before.problems
    assert problem.cell == "二月!D4"
    copied(tmp_path / "a.xlsx", tmp_path / "b.xlsx", Trouble(problem.row, (problem.cell,), REASON))
    copy = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert [copy["一月"]["E2"].value, copy["二月"]["E2"].value] == [None, REASONS["zh_CN"]]
    assert (copy["二月"]["E4"].value, copy["二月"]["D4"].fill.fgColor.rgb) == (REASON, f"FF{COLOUR}")
    after = propose(tmp_path / "b.xlsx", in_child=False)
    assert (after.rows, after.parts) == (before.rows, before.parts)


def with_prefix(source: Path, target: Path) -> None:
    """The same workbook as some programs write it: every element under a prefix, rows without their numbers."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            xml = old.read(name)
            if name.startswith("xl/worksheets/") or name == "xl/styles.xml":
                text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", xml.decode()).replace(" xmlns=", " xmlns:x=")
                xml = re.sub(r'(<x:row\b[^>]*?) r="\d+"', r"\1", text).encode()
            new.writestr(name, xml)


def test_a_workbook_written_under_a_prefix_is_patched_too(tmp_path: Path) -> None:
    with_prefix(OCTOBER, tmp_path / "a.xlsx")
    before = propose(tmp_path / "a.xlsx", in_child=False)
    copied(tmp_path / "a.xlsx", tmp_path / "b.xlsx", Trouble(5, ("D5",), REASON))
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert sheet.cell(5, openpyxl.load_workbook(OCTOBER).active.max_column + 1).value == REASON
    assert sheet["D5"].fill.fgColor.rgb == f"FF{COLOUR}"
    assert propose(tmp_path / "b.xlsx", in_child=False).rows == before.rows


@pytest.mark.parametrize("begins", ["01", "04", "06"])
def test_two_readers_see_the_clerks_own_cells_and_beside_them_only_reasons_and_colours(
    tmp_path: Path, begins: str
) -> None:
    from python_calamine import load_workbook

    source = next(LEDGERS.glob(f"{begins}*"))
    read = propose(source, in_child=False)
    rows = [read.rows[0].row, read.rows[-1].row]
    copied(source, tmp_path / "b.xlsx", *(Trouble(row, (f"A{row}", f"D{row}"), REASON) for row in rows))
    beside = openpyxl.load_workbook(source)[str(read.sheet)].max_column
    for sheet in openpyxl.load_workbook(source):
        twin = openpyxl.load_workbook(tmp_path / "b.xlsx")[sheet.title]
        own = {c.coordinate: (c.value, c.number_format, repr(c.alignment)) for row in sheet for c in row}
        theirs = {c.coordinate: (c.value, c.number_format, repr(c.alignment)) for row in twin for c in row}
        told = {where: theirs.pop(where)[0] for where in set(theirs) - set(own) if sheet.title == read.sheet}
        assert theirs == own
        assert sorted(filter(None, told.values())) == sorted(
            [REASONS["zh_CN"], REASON, REASON] if told else []
        )
        assert sorted(map(str, twin.merged_cells)) == sorted(map(str, sheet.merged_cells))
    before, after = load_workbook(source), load_workbook(tmp_path / "b.xlsx")
    assert before.sheet_names == after.sheet_names
    for name in before.sheet_names:
        mine = before.get_sheet_by_name(name).to_python(skip_empty_area=False)
        other = after.get_sheet_by_name(name).to_python(skip_empty_area=False)
        assert [row[:beside] for row in other] == [row[:beside] for row in mine]
