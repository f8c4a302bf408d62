"""Each format where its reader is blind: errors, formulas without a result, hidden rows, 1904, old letters."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.ledger import workbooks
from models.ledger.grid import Value
from models.ledger.reading import propose
from models.ledger.sheet_out import Column
from models.rules.problems import Refused
from tests.models.ledger.binary_workbook import record_of_row, write_xlsb
from tests.models.ledger.grids import balances, named
from tests.models.ledger.made_tables import write_csv, write_table
from tests.models.ledger.old_formats import NOT_CALCULATED, write_ods, write_xls

HEAD: list[Value] = ["客户名称", "单据号", "到期日", "未收余额"]
ROWS: list[list[Value]] = [
    HEAD,
    ["甲公司", "001", date(2026, 1, 31), 100.5],
    ["乙公司", "002", date(2026, 2, 28), "#N/A"],
    ["丙公司", "003", date(2026, 3, 31), NOT_CALCULATED],
    ["丁公司", "004", 44777, -7],
]
SERIAL_1904 = date(2026, 8, 5)


@pytest.mark.parametrize("biff", [8, 5])
@pytest.mark.parametrize("epoch_1904", [False, True])
def test_an_old_workbook_says_what_its_reader_does_not(tmp_path: Path, biff: int, epoch_1904: bool) -> None:
    path = tmp_path / "x.xls"
    write_xls(path, ROWS, biff=biff, epoch_1904=epoch_1904, hidden=(2, 3))
    proposal = propose(path)
    assert (proposal.sheet, [row.debtor for row in proposal.rows]) == ("应收明细", ["甲公司", "丁公司"])
    assert balances(proposal) == [10050, -700]
    assert [row.due_on for row in proposal.rows] == [
        date(2026, 1, 31),
        SERIAL_1904 if epoch_1904 else date(2022, 8, 4),
    ]
    assert named(proposal) == {
        "": "hidden_rows_read",
        "D3": "error_value",
        "D4": "formula_without_result",
    }


@pytest.mark.parametrize("start", [b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"])
def test_a_workbook_of_excel_4_ends_in_a_sentence(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "x.xls").write_bytes(start + b"\0" * 600)
    with pytest.raises(Refused, match="ledger_too_old"):
        propose(tmp_path / "x.xls")


def workbook(path: Path, *rows: list[Value]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "应收明细"
    for row in rows:
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    book.save(path)
    return path


def altered(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {name: change(name, old.read(name)) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)


STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def test_a_workbook_in_the_strict_form_is_read_like_any_other(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", *ROWS)

    def strict(_: str, content: bytes) -> bytes:
        for usual, pure in STRICT.items():
            content = content.replace(usual, pure)
        return content

    altered(path, strict)
    proposal = propose(path)
    assert balances(proposal) == [10050, -700]
    assert named(proposal) == {"": "hidden_rows_read", "D3": "error_value", "D4": "formula_without_result"}


def test_a_workbook_with_macros_is_read_and_its_macros_are_not(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsm", *ROWS[:2])
    kinds = (b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml")
    altered(path, lambda _, content: content.replace(b"openxmlformats-officedocument." + kinds[0], kinds[1]))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")
    assert balances(propose(path)) == [10050]


def test_a_large_sheet_is_looked_at_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "x.xlsx", *ROWS)
    monkeypatch.setattr(workbooks, "_LARGE_SHEET", 10)
    proposal = propose(path, in_child=False)
    assert named(proposal) == {"": "hidden_rows_read", "D3": "error_value", "D4": "formula_without_result"}


@pytest.mark.parametrize(
    "cell", [b'<c r="D3"><v>7</v><f>1+6</f></c>', b'<c r="D3" t="n"><v><![CDATA[7]]></v></c>']
)
def test_what_only_the_second_reader_sees_is_taken_and_named(tmp_path: Path, cell: bytes) -> None:
    path = workbook(tmp_path / "x.xlsx", *ROWS[:2], ["乙公司", "002", date(2026, 2, 28), 7])
    altered(path, lambda _, content: content.replace(b'<c r="D3" t="n"><v>7</v></c>', cell))
    proposal = propose(path)
    assert balances(proposal) == [10050, 700]
    assert named(proposal)["D3"] == "readers_disagree"


def test_a_workbook_at_which_the_first_reader_gives_up_is_read_by_the_second(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", *ROWS[:2], ["乙公司", "002", date(2026, 2, 28), 7])
    altered(path, lambda _, content: content.replace(b"<v>7</v>", b"<v> 7 </v>"))
    assert balances(propose(path)) == [10050, 700]


def test_a_password_opens_a_workbook_and_what_is_beside_its_values(tmp_path: Path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    path = tmp_path / "locked.xlsx"
    with workbook(tmp_path / "x.xlsx", *ROWS).open("rb") as plain, path.open("wb") as locked:
        OOXMLFile(plain).encrypt("密码", locked)
    assert named(propose(path, password="密码")) == {
        "": "hidden_rows_read",
        "D3": "error_value",
        "D4": "formula_without_result",
    }


def test_an_error_and_a_hidden_row_of_an_open_document_are_said(tmp_path: Path) -> None:
    path = tmp_path / "x.ods"
    write_ods(path, [*ROWS[:3], ROWS[4]], hidden=(2,))
    proposal = propose(path)
    assert balances(proposal) == [10050, -700]
    assert named(proposal) == {"": "hidden_rows_read", "D3": "error_value"}


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_a_binary_workbook_says_what_its_reader_does_not(tmp_path: Path, epoch_1904: bool) -> None:
    path = tmp_path / "x.xlsb"
    rows: list[list[Value]] = [*ROWS[:3], ["", 457, None, 5], ROWS[4]]
    write_xlsb(path, rows, epoch_1904=epoch_1904, hidden=(2,), merged=[(1, 0, 3, 0)], noughts={(3, 1)})
    proposal = propose(path)
    assert [(row.debtor, row.number, row.balance_fen) for row in proposal.rows] == [
        ("甲公司", "001", 10050),
        ("甲公司", "00000457", 500),
        ("丁公司", "004", -700),
    ]
    assert proposal.rows[0].due_on == date(2026, 1, 31)
    assert proposal.rows[2].due_on == (SERIAL_1904 if epoch_1904 else date(2022, 8, 4))
    assert named(proposal)["D3"] == "error_value"
    assert named(proposal)[""] == "hidden_rows_read"


def test_a_binary_workbook_that_reaches_too_far_is_refused(tmp_path: Path) -> None:
    write_xlsb(tmp_path / "x.xlsb", [HEAD, ["甲公司", *[""] * 16_000]])
    content = record_of_row(1), record_of_row(1_000_000)
    altered(tmp_path / "x.xlsb", lambda _, part: part.replace(*content))
    with pytest.raises(Refused, match="ledger_too_large"):
        propose(tmp_path / "x.xlsb")


@pytest.mark.parametrize(
    ("part", "code"), [("xl/worksheets/sheet1.bin", "ledger_broken"), ("xl/workbook.bin", "ledger_broken")]
)
def test_a_torn_binary_workbook_ends_in_a_sentence(tmp_path: Path, part: str, code: str) -> None:
    write_xlsb(tmp_path / "x.xlsb", ROWS)
    altered(tmp_path / "x.xlsb", lambda name, content: content[:60] if name == part else content)
    with pytest.raises(Refused, match=code):
        propose(tmp_path / "x.xlsb")


@pytest.mark.parametrize(
    ("bytes_at", "code"),
    [
        ({43: 25}, "ledger_part_missing"),  # a sheet by a name under which there is none
        ({29: 154, 34: 71, 43: 214}, "ledger_cut_short"),  # a text longer than its record
    ],
)
def test_a_damaged_binary_workbook_says_what_is_wrong_with_it(
    tmp_path: Path, bytes_at: dict[int, int], code: str
) -> None:
    def damaged(name: str, content: bytes) -> bytes:
        if name != "xl/workbook.bin":
            return content
        return bytes(bytes_at.get(at, byte) for at, byte in enumerate(content))

    write_xlsb(tmp_path / "x.xlsb", ROWS)
    altered(tmp_path / "x.xlsb", damaged)
    with pytest.raises(Refused, match=code):
        propose(tmp_path / "x.xlsb")


NAMES = st.text(st.characters(exclude_categories=("C", "Z"), max_codepoint=0xFFFF), min_size=1, max_size=20)
CLAIMS = st.lists(
    st.tuples(
        NAMES.map(lambda name: f"公司{name}厂"),
        st.from_regex(r"[A-Z]{2}0[0-9]{6,20}", fullmatch=True),
        st.dates(date(2000, 1, 1), date(2060, 12, 31)),
        st.integers(-(10**12), 10**12),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLAIMS)
def test_claims_written_in_any_format_read_back_the_same(
    tmp_path: Path, claims: list[tuple[str, str, date, int]]
) -> None:
    columns = [Column("客户名称"), Column("单据号"), Column("到期日", "day"), Column("未收余额", "money")]
    table: list[list[Value]] = [HEAD, *([*claim[:3], claim[3] / 100] for claim in claims)]
    texts = [(*claim[:3], f"{claim[3] / 100:.2f}") for claim in claims]
    write_table(tmp_path / "a.xlsx", columns, claims)
    write_csv(tmp_path / "a.csv", [HEAD, *texts])
    write_xls(tmp_path / "a.xls", table)
    write_xlsb(tmp_path / "a.xlsb", table)
    write_ods(tmp_path / "a.ods", table)
    for ending in ("xlsx", "csv", "xls", "xlsb", "ods"):
        rows = propose(tmp_path / f"a.{ending}", in_child=False).rows
        assert [(row.debtor, row.number, row.due_on, row.balance_fen) for row in rows] == claims, ending


@pytest.mark.parametrize("ending", ["xlsx", "xls", "xlsb", "ods", "csv", "XLS"])
def test_a_workbook_is_read_whatever_kind_its_name_says(tmp_path: Path, ending: str) -> None:
    table: list[list[Value]] = [HEAD, ["甲公司", "001", date(2026, 1, 31), 100.5]]
    columns = [Column("客户名称"), Column("单据号"), Column("到期日", "day"), Column("未收余额", "money")]
    write_table(tmp_path / "a.xlsx", columns, [("甲公司", "001", date(2026, 1, 31), 10050)])
    write_xls(tmp_path / "a.xls", table)
    write_xlsb(tmp_path / "a.xlsb", table)
    write_ods(tmp_path / "a.ods", table)
    for kind in ("xlsx", "xls", "xlsb", "ods"):
        named_so = (tmp_path / f"a.{kind}").rename(tmp_path / f"{kind} 台账.{ending}")
        assert balances(propose(named_so, in_child=False)) == [10050], kind
