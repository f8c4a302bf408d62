"""Every kind of file a ledger comes in, and every kind that is none, ends in claims or in a sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.ledger.proposal import Proposal
from models.ledger.reading import grid_of_clipboard, propose, propose_text, read_grid
from models.ledger.sheet_out import Column
from models.ledger.understanding import understand
from models.progress import Cancelled
from models.rules.problems import Refused
from tests.models.ledger.grids import balances, named
from tests.models.ledger.made_tables import write_csv, write_table

LEDGERS = Path(__file__).resolve().parents[2] / "ledgers"
TABLE = "客户名称,单据号,到期日,未收余额\n甲公司,001,2026-01-31,100.50\n乙公司,002,2026-02-28,-7\n"


def here(path: Path, **more: object) -> Proposal:
    """Read without the child process, which the tests below try on its own."""
    return propose(path, in_child=False, **more)  # type: ignore[arg-type]


def refused(path: Path, **more: object) -> str:
    with pytest.raises(Refused) as trouble:
        propose(path, **more)  # type: ignore[arg-type]
    return trouble.value.problems[0].code


def kept(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    def make(*rows: tuple[object, ...], name: str = "x.xlsx", title: str = "应收明细") -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


HEAD = ("客户名称", "单据号", "到期日", "未收余额")
ROW = ("甲公司", "001", date(2026, 1, 31), 100.5)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_read_in_every_encoding_of_the_trade(tmp_path: Path, encoding: str) -> None:
    proposal = here(kept(tmp_path, "x.csv", TABLE.encode(encoding)))
    assert [row.debtor for row in proposal.rows] == ["甲公司", "乙公司"]
    assert balances(proposal) == [10050, -700]


@pytest.mark.parametrize("mark", ["\t", ";", "|", ","])
def test_the_mark_between_columns_is_found(tmp_path: Path, mark: str) -> None:
    proposal = here(kept(tmp_path, "x.txt", TABLE.replace(",", mark).encode()))
    assert balances(proposal) == [10050, -700]


def test_a_first_line_may_name_the_mark(tmp_path: Path) -> None:
    text = "sep=;\n" + TABLE.replace(",", ";").replace("100.50", "1,000,100.50")
    proposal = here(kept(tmp_path, "x.csv", text.encode()))
    assert balances(proposal) == [100010050, -700]
    assert proposal.heading_row == 2


def test_rows_of_text_are_records_even_with_line_breaks_in_quotes(tmp_path: Path) -> None:
    text = TABLE.replace("甲公司", '"甲\n公司"')
    proposal = here(kept(tmp_path, "x.csv", text.encode()))
    assert [row.row for row in proposal.rows] == [2, 3]


def test_a_lonely_quote_does_not_swallow_the_rest(tmp_path: Path) -> None:
    lines = "".join(f"乙公司\t{n}\t2026-01-31\t1\n" for n in range(100))
    text = TABLE.replace(",", "\t").replace("甲公司", '"甲公司') + lines
    assert len(here(kept(tmp_path, "x.txt", text.encode())).rows) == 102


def test_the_clipboard_is_a_table_with_tabs() -> None:
    text = TABLE.replace(",", "\t").replace("\n", "\r\n")
    assert balances(propose_text(text)) == [10050, -700]
    assert (
        understand(grid_of_clipboard(text), {"balance": None, "amount": "未收余额"}).rows[0].amount_fen
        == 10050
    )


def test_the_clipboard_may_hold_no_table() -> None:
    with pytest.raises(Refused, match="ledger_not_a_table"):
        propose_text("hello")


def test_a_page_in_html_that_calls_itself_xls(tmp_path: Path) -> None:
    page = """<html><head><meta charset="gb2312"><style>td {x:y}</style></head><body><table>
      <tr><td colspan=4>应收明细 &amp; 往来<br>截止日期：2026-10-31</td></tr>
      <tr><th>客户名称</th><th>单据号</th><th>到期日</th><th>未收余额</th></tr>
      <tr><td rowspan="2">甲&lt;公司&gt;</td><td>001</td><td>2026-01-31</td><td>100.50</td></tr>
      <tr><td>002</td><td>2026-02-28</td><td>&nbsp;-7</td></tr></table></body></html>"""
    proposal = here(kept(tmp_path, "x.xls", page.encode("gb18030")))
    assert [(row.row, row.debtor, row.number) for row in proposal.rows] == [
        (3, "甲<公司>", "001"),
        (4, "甲<公司>", "002"),
    ]
    assert balances(proposal) == [10050, -700]
    assert named(proposal) == {}
    assert proposal.as_of == date(2026, 10, 31)


SPREADSHEETML = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="应收"><Table>
<Row><Cell><Data ss:Type="String">客户名称</Data></Cell><Cell><Data ss:Type="String">单据号</Data></Cell>
<Cell><Data ss:Type="String">到期日</Data></Cell><Cell><Data ss:Type="String">未收余额</Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="String">甲公司</Data></Cell>
<Cell><Data ss:Type="String">001</Data></Cell><Cell><Data ss:Type="DateTime">2026-01-31T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Number">100.5</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">002</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_spreadsheetml_of_2003_that_calls_itself_xls(tmp_path: Path) -> None:
    proposal = here(kept(tmp_path, "x.xls", SPREADSHEETML.encode()))
    assert [(row.row, row.debtor, row.due_on) for row in proposal.rows] == [(4, "甲公司", date(2026, 1, 31))]
    assert named(proposal) == {"D5": "error_value", "": "hidden_rows_read"}


def test_an_error_value_and_a_formula_without_its_result_are_named(workbook: Callable[..., Path]) -> None:
    path = workbook(
        ("客户名称", "单据号", "应收", "已收", "未收"),
        ("甲", "1", 100, 30, "=C2-D2"),
        ("乙", "2", "#N/A", None, "=C3"),
        ("丙", "3", 5, None, 5),
    )
    proposal = here(path)
    assert named(proposal) == {"E2": "formula_without_result", "E3": "formula_without_result"}
    assert balances(proposal) == [7000, 500]


def test_days_of_a_workbook_from_1904(workbook: Callable[..., Path]) -> None:
    path = workbook(HEAD, ("甲公司", "001", 44777, 100.5))
    book = openpyxl.load_workbook(path)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904  # type: ignore[attr-defined]
    book.save(path)
    assert here(path).rows[0].due_on == date(2026, 8, 5)


def test_codes_kept_as_numbers_keep_the_noughts_that_are_shown(workbook: Callable[..., Path]) -> None:
    path = workbook(("客户编码", *HEAD), (12, "甲公司", 457, date(2026, 1, 31), 100.5))
    book = openpyxl.load_workbook(path)
    book["应收明细"]["A2"].number_format = "000000"
    book["应收明细"]["C2"].number_format = "00000000"
    book.save(path)
    (row,) = here(path).rows
    assert (row.debtor_code, row.number, row.balance_fen) == ("000012", "00000457", 10050)


def test_sheets_alike_are_read_together_and_history_is_only_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["说明"])  # type: ignore[union-attr]
    for name, debtor in (("已收回", "甲"), ("十月", "乙"), ("十一月", "丙")):
        sheet = book.create_sheet(name)
        sheet.append(HEAD)
        sheet.append((debtor, *ROW[1:]))
    book.save(tmp_path / "x.xlsx")
    proposal = here(tmp_path / "x.xlsx")
    assert [(proposal.row_name(row.row), row.debtor) for row in proposal.rows] == [
        ("十月 2", "乙"),
        ("十一月 2", "丙"),
    ]
    assert proposal.sheets == ("十月", "十一月", "Sheet", "已收回")
    assert [(each.code, each.value) for each in proposal.warnings] == [("other_sheets_alike", "已收回")]
    assert here(tmp_path / "x.xlsx", sheet="十一月").rows[0].debtor == "丙"
    assert refused(tmp_path / "x.xlsx", sheet="十二月") == "ledger_no_such_sheet"


def test_a_password_is_asked_for_and_opens_the_file(tmp_path: Path, workbook: Callable[..., Path]) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    path = tmp_path / "locked.xlsx"
    with workbook(HEAD, ROW).open("rb") as plain, path.open("wb") as locked:
        OOXMLFile(plain).encrypt("密码", locked)
    assert refused(path) == "ledger_password"
    assert refused(path, password="x") == "ledger_wrong_password"
    assert balances(propose(path, password="密码")) == [10050]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.xlsx", b"", "ledger_empty"),
        ("blank.csv", b" \n\n ", "ledger_empty"),
        ("a.xlsx", b"%PDF-1.7 ...", "ledger_not_a_table"),
        ("photo.xls", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ledger_not_a_table"),
        ("a.csv", b"only words and no columns\nnone at all\n", "ledger_not_a_table"),
        (
            "a.csv",
            "客户名称,余额\n甲".encode("gb18030") + b"\xff\xff\xff,\x81" * 9,
            "ledger_encoding_unknown",
        ),
        ("a.xlsx", b"PK\x03\x04 and nothing more", "ledger_broken"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ledger_broken"),
        ("a.csv", b"a,b\n1,2\n", "ledger_no_headings"),
        ("a.xls", SPREADSHEETML[:700].encode(), "ledger_broken"),
        (
            "a.xls",
            SPREADSHEETML.replace("<Workbook", "<!DOCTYPE x [<!ENTITY a 'b'>]><Workbook", 1).encode(),
            "ledger_hostile",
        ),
    ],
)
def test_what_is_no_ledger_ends_in_a_sentence(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    assert refused(kept(tmp_path, name, content)) == code


def test_what_is_not_there_ends_in_a_sentence(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.xlsx") == "ledger_not_there"
    assert refused(tmp_path) == "ledger_not_there"


def test_the_ending_of_the_name_does_not_matter(tmp_path: Path, workbook: Callable[..., Path]) -> None:
    moved = kept(tmp_path, "台账.csv", workbook(HEAD, ROW).read_bytes())
    assert balances(propose(moved)) == [10050]


def altered(source: Path, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of a workbook in which one part is another."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return target


SHEET = "xl/worksheets/sheet1.xml"


def test_a_cell_at_the_far_end_of_the_sheet_does_not_kill(
    tmp_path: Path, workbook: Callable[..., Path]
) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    bomb = altered(
        workbook(HEAD, ROW), tmp_path / "bomb.xlsx", SHEET, lambda xml: xml.replace(b"</sheetData>", far)
    )
    assert refused(bomb) == "ledger_too_large"


def test_a_bomb_is_not_unpacked(tmp_path: Path, workbook: Callable[..., Path]) -> None:
    bomb = altered(workbook(HEAD, ROW), tmp_path / "bomb.xlsx", SHEET, lambda xml: xml + b" " * 60_000_000)
    assert bomb.stat().st_size < 1_000_000
    assert refused(bomb) == "ledger_hostile"


def test_entities_are_refused(tmp_path: Path, workbook: Callable[..., Path]) -> None:
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    evil = altered(workbook(HEAD, ROW), tmp_path / "evil.xlsx", SHEET, lambda xml: doctype + xml)
    assert refused(evil) == "ledger_hostile"


def test_a_damaged_archive_is_told_by_its_check_sums(tmp_path: Path) -> None:
    content = bytearray((LEDGERS / "06_应收明细_2026-10.xlsx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        at = archive.getinfo(SHEET).header_offset + 200
    content[at] ^= 0xFF
    assert refused(kept(tmp_path, "flipped.xlsx", bytes(content))) == "ledger_broken"


@pytest.mark.parametrize("name", ["01_应收明细账_U8.xlsx", "02_到期债权表_K3.xls"])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.98])
def test_a_file_cut_short_is_refused(tmp_path: Path, name: str, part: float) -> None:
    content = (LEDGERS / name).read_bytes()
    assert refused(kept(tmp_path, name, content[: int(len(content) * part)])).startswith("ledger_")


def test_stopping_ends_the_child_and_leaves_nothing(tmp_path: Path) -> None:
    path = kept(tmp_path, "x.csv", TABLE.encode())

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        propose(path, progress=stop)
    assert list(tmp_path.iterdir()) == [path]


def test_progress_goes_on_while_the_child_reads(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    propose(kept(tmp_path, "x.csv", TABLE.encode()), progress=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 100)
    assert sorted(seen) == seen


@pytest.mark.parametrize("name", sorted(path.name for path in LEDGERS.glob("0*")))
def test_the_child_says_what_the_reader_says(name: str) -> None:
    assert propose(LEDGERS / name) == here(LEDGERS / name)
    assert understand(read_grid(LEDGERS / name)) == here(LEDGERS / name)


NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20).map(
    lambda s: f"公司{s}厂"
)
CLAIMS = st.lists(
    st.tuples(
        NAMES,
        st.from_regex(r"[A-Z]{2}0\d{6,20}", fullmatch=True),
        st.dates(date(2000, 1, 1), date(2060, 12, 31)),
        st.integers(-(10**12), 10**12),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLAIMS)
def test_claims_written_as_a_workbook_or_as_text_read_back_the_same(
    tmp_path: Path, claims: list[tuple[str, str, date, int]]
) -> None:
    columns = [Column("客户名称"), Column("单据号"), Column("到期日", "day"), Column("未收余额", "money")]
    write_table(tmp_path / "a.xlsx", columns, claims)
    head = [column.heading for column in columns]
    write_csv(tmp_path / "a.csv", [head, *((*c[:3], f"{c[3] / 100:.2f}") for c in claims)])
    for path in (tmp_path / "a.xlsx", tmp_path / "a.csv"):
        rows = here(path).rows
        assert [(row.debtor, row.number, row.due_on, row.balance_fen) for row in rows] == claims


def test_work_without_end_ends_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.ledger.reading._LEAST_SECONDS", 1)
    monkeypatch.setattr("models.ledger.reading._BYTES_PER_SECOND", 1 << 40)
    lines = (f"第{n}公司,{n},2026-01-31,{n}.50\n" for n in range(400_000))
    path = kept(tmp_path, "x.csv", (TABLE + "".join(lines)).encode())
    assert refused(path) == "ledger_too_slow"
