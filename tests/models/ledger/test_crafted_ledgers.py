"""Ledgers made for one difficulty each, with their exact results: debtor, number, issued, due, balance in fen."""

from __future__ import annotations

from datetime import date

import pytest

from models.ledger.grid import Area, Grid, Value
from models.ledger.understanding import understand
from tests.models.ledger.grids import balances, grid, named, read, skipped

D = date
Spot = tuple[str, str | None, date | None, date | None, int]

LEDGERS: dict[str, tuple[str, list[Spot], dict[int, str]]] = {
    "three columns of a day, sums of two sides, words of months": (
        """
        辅助明细账|
        会计期间：2026年01月-2026年03月|币种：人民币
        年|月|日|凭证字号|客户|内容|到期日期|借方金额|贷方金额|方向|余额
        2026|1|5|转-0012|常山纺织|销货|2026.3.6|12,000.00||借|12,000.00
        2026|1|31|||本月合计||12,000.00||借|12,000.00
        2026|2|9|收-0003|常山纺织|收销货款|||12,000.00|平|0.00
        2026|2|28|||本月合计|||12,000.00|平|0.00
        2026|3|1|转-0001|常山纺织|销货|2026.4.30|8,500.50||借|8,500.50
        2026|3|31|||本月合计||8,500.50||借|8,500.50
        2026|3|31|||本年累计||20,500.50|12,000.00|借|8,500.50
        """,
        [
            ("常山纺织", "转-0012", D(2026, 1, 5), D(2026, 3, 6), 0),
            ("常山纺织", "转-0001", D(2026, 3, 1), D(2026, 4, 30), 850050),
        ],
        {5: "subtotal", 6: "receipt", 7: "subtotal", 9: "subtotal", 10: "subtotal"},
    ),
    "the unit stands in a note above and one cell says its own": (
        """
        应收款一览表|||
        （金额单位：人民币万元）|||
        欠款单位名称|票号|欠款|最迟付款日
        白云机械|0031|12.5|2026/5/1
        黄河铸造|0032|3.2万元|2026/6/1
        长江阀门|0033|800元|2026/7/1
        合 计||15.78|
        """,
        [
            ("白云机械", "0031", None, D(2026, 5, 1), 12500000),
            ("黄河铸造", "0032", None, D(2026, 6, 1), 3200000),
            ("长江阀门", "0033", None, D(2026, 7, 1), 80000),
        ],
        {7: "total"},
    ),
    "full-width figures, brackets, minus behind and a red arrow of signs": (
        """
        客户全称|单据号码|应收款金额
        甲染整厂|Ａ００１|４，５００．５０
        甲染整厂|Ａ００２|（３００．００）
        乙印花厂|Ａ００３|1,200.00-
        乙印花厂|Ａ００４|￥2,000
        乙印花厂|Ａ００５|−50.25
        """,
        [
            ("甲染整厂", "Ａ００１", None, None, 450050),
            ("甲染整厂", "Ａ００２", None, None, -30000),
            ("乙印花厂", "Ａ００３", None, None, -120000),
            ("乙印花厂", "Ａ００４", None, None, 200000),
            ("乙印花厂", "Ａ００５", None, None, -5025),
        ],
        {},
    ),
    "a table of ages: the whole balance and never its parts": (
        """
        账龄分析表 截止日期：2026年9月30日
        往来户|欠款合计|账龄|||
        ||3个月以内|3-6个月|6-12个月|1年以上
        金牛化工|1000|400|300|200|100
        银河建材|500|500|||
        总计|1500|900|300|200|100
        """,
        [("金牛化工", None, None, None, 100000), ("银河建材", None, None, None, 50000)],
        {3: "heading", 6: "total"},
    ),
    "advances and credit notes keep their sign": (
        """
        客商名称|单据类型|单据编号|单据日期|价税合计|已核销|未核销
        泰山钢构|销售发票|SI-1|2026-03-02|5000|2000|3000
        泰山钢构|红字发票|SI-2|2026-03-20|-400|0|-400
        泰山钢构|预收款|RC-9|2026-04-01|-1000|0|-1000
        恒山钢构|销售发票|SI-3|2026-04-05|700|700|0
        """,
        [
            ("泰山钢构", "SI-1", D(2026, 3, 2), None, 300000),
            ("泰山钢构", "SI-2", D(2026, 3, 20), None, -40000),
            ("泰山钢构", "RC-9", D(2026, 4, 1), None, -100000),
            ("恒山钢构", "SI-3", D(2026, 4, 5), None, 0),
        ],
        {},
    ),
    "pages of a bound book: carried over and brought forward": (
        """
        户名|日期|票据号|摘要|金额|已付|结欠
        承德木业|2026.1.3|501|板材|900|100|800
        承德木业|2026.1.9|502|板材|600||600
        过次页||||1500|100|1400
        承前页||||1500|100|1400
        承德木业|2026.2.1|503|门套|50||50
        合计||||1550|100|1450
        """,
        [
            ("承德木业", "501", D(2026, 1, 3), None, 80000),
            ("承德木业", "502", D(2026, 1, 9), None, 60000),
            ("承德木业", "503", D(2026, 2, 1), None, 5000),
        ],
        {4: "subtotal", 5: "opening", 7: "total"},
    ),
    "five ways to write a day": (
        """
        客户|发货单|发货日期|应付日期|金额
        甲|1|2026/1/5|2026-02-04|1
        乙|2|2026年1月6日|二月|2
        丙|3|20260107|2026.02.06|3
        丁|4|46030|26-2-7|4
        戊|5|2026-01-09 00:00:00|2026/02/30|5
        """,
        [
            ("甲", "1", D(2026, 1, 5), D(2026, 2, 4), 100),
            ("乙", "2", D(2026, 1, 6), None, 200),
            ("丙", "3", D(2026, 1, 7), D(2026, 2, 6), 300),
            ("丁", "4", D(2026, 1, 8), D(2026, 2, 7), 400),
            ("戊", "5", D(2026, 1, 9), None, 500),
        ],
        {},
    ),
    "customers as lines of their own, with their subtotals": (
        """
        单据|日期|应收|实收|余额
        客户：青松超市
        XS1|2026-05-01|100|40|60
        XS2|2026-05-02|50||50
        小计||150|40|110
        客户：翠柏商场
        XS3|2026-05-03|80||80
        小计||80||80
        总计||230|40|190
        制表：王会计|审核：李主管|
        """,
        [
            ("青松超市", "XS1", D(2026, 5, 1), None, 6000),
            ("青松超市", "XS2", D(2026, 5, 2), None, 5000),
            ("翠柏商场", "XS3", D(2026, 5, 3), None, 8000),
        ],
        {2: "group", 5: "subtotal", 6: "group", 8: "subtotal", 9: "total", 10: "footer"},
    ),
    "two heading rows, amounts under one roof": (
        """
        购货单位|发票||金额||
        |发票号码|开票日期|价税合计|累计回款|未回款
        九江水泥|08812301|2026-02-10|30,000.00|10,000.00|20,000.00
        庐山石材|08812302|2026-02-11|4,000.00||4,000.00
        """,
        [
            ("九江水泥", "08812301", D(2026, 2, 10), None, 2000000),
            ("庐山石材", "08812302", D(2026, 2, 11), None, 400000),
        ],
        {},
    ),
    "no balance column: what was billed less what came in": (
        """
        承租人|账单号|账单日期|约定付款日期|账单金额|已付金额
        老街面馆|ZD-1|2026-01-01|2026-01-10|3000|3000
        老街茶馆|ZD-2|2026-01-01|2026-01-10|4500|--
        """,
        [
            ("老街面馆", "ZD-1", D(2026, 1, 1), D(2026, 1, 10), 0),
            ("老街茶馆", "ZD-2", D(2026, 1, 1), D(2026, 1, 10), 450000),
        ],
        {},
    ),
    "headings repeat on every page, with the title": (
        """
        未收款清单|||
        客户|单号|未收金额
        甲|1|10
        乙|2|20
        未收款清单|||
        客户|单号|未收金额
        丙|3|30
        共2页 第2页|||
        """,
        [("甲", "1", None, None, 1000), ("乙", "2", None, None, 2000), ("丙", "3", None, None, 3000)],
        {5: "title", 6: "heading", 8: "footer"},
    ),
    "Hong Kong: traditional characters and dollars": (
        """
        幣別：港幣|||
        客戶名稱|發票號碼|發票日期|到期日|未收餘額
        香江貿易有限公司|HK-01|2026-03-01|2026-03-31|1,000.00
        """,
        [("香江貿易有限公司", "HK-01", D(2026, 3, 1), D(2026, 3, 31), 100000)],
        {},
    ),
    "American open items with the sign behind": (
        """
        Bill To|Invoice #|Invoice Date|Due Date|Original Amount|Amount Due
        Acme Corp|INV-100|03/25/2026|04/24/2026|$1,200.00|$1,200.00
        Acme Corp|CM-7|04/02/2026|04/02/2026|$200.00-|$200.00-
        Total|||||$1,000.00
        """,
        [
            ("Acme Corp", "INV-100", D(2026, 3, 25), D(2026, 4, 24), 120000),
            ("Acme Corp", "CM-7", D(2026, 4, 2), D(2026, 4, 2), -20000),
        ],
        {4: "total"},
    ),
    "SAP in Chinese: the base day is no due date": (
        """
        账户|名称 1|凭证编号|凭证类型|凭证日期|基准日期|净到期日|本币金额|货币
        200017|北固山药业|1800000451|RV|2026.05.04|2026.05.04|2026.06.03|3.400,50|CNY
        200017|北固山药业|1600000012|DG|2026.05.20|2026.05.20|2026.05.20|400,00-|CNY
        """,
        [
            ("北固山药业", "1800000451", D(2026, 5, 4), D(2026, 6, 3), 340050),
            ("北固山药业", "1600000012", D(2026, 5, 20), D(2026, 5, 20), -40000),
        ],
        {},
    ),
    "SAP with a column of sides: H is a credit": (
        """
        KUNNR|NAME1|BELNR|BLDAT|FAEDT|SHKZG|DMBTR|WAERS
        0000200018|Nordwind GmbH|1800000500|20260301|20260331|S|1000.00|EUR
        0000200018|Nordwind GmbH|1600000020|20260315|20260315|H|150.00|EUR
        """,
        [
            ("Nordwind GmbH", "1800000500", D(2026, 3, 1), D(2026, 3, 31), 100000),
            ("Nordwind GmbH", "1600000020", D(2026, 3, 15), D(2026, 3, 15), -15000),
        ],
        {},
    ),
    "a shop's list: advances stand as blank sums with money in": (
        """
        店名|日期|单号|借方|贷方
        城东店|2026-06-01|S1|300|
        城东店|2026-06-02|S2|200|
        城东店|2026-06-20|R1||400
        城西店|2026-06-21|R2||50
        """,
        [
            ("城东店", "S1", D(2026, 6, 1), None, 0),
            ("城东店", "S2", D(2026, 6, 2), None, 10000),
            ("城西店", "R2", D(2026, 6, 21), None, -5000),
        ],
        {4: "receipt"},
    ),
    "one column of sums with its side, customers under codes": (
        """
        单位编号|单位全名|单据日期|单据编号|借贷方向|金额|余额
        0007|顺风货运|2026-01-02|XSD-1|借|800|800
        0007|顺风货运|2026-01-12|SKD-1|贷|300|500
        0008|逆风快递|2026-01-03|XSD-2|借|90|90
        """,
        [
            ("顺风货运", "XSD-1", D(2026, 1, 2), None, 50000),
            ("逆风快递", "XSD-2", D(2026, 1, 3), None, 9000),
        ],
        {3: "receipt"},
    ),
    "the closing balance in two columns": (
        """
        往来单位|期初余额||本期发生||期末余额|
        |借方|贷方|借方|贷方|借方|贷方
        东湖|500||200|100|600|
        西湖||80|0|20||100
        """,
        [("东湖", None, None, None, 60000), ("西湖", None, None, None, -10000)],
        {},
    ),
    "wan in single cells and hand-written notes under the table": (
        """
        老板/单位|开单日期|单号|欠款金额|答应付款日
        顺达|2026.4.1|K1|1.5万|2026.5.1
        宏达|2026.4.2|K2|8600|2026.5.2
        备注：以上为四月底对账数|||
        """,
        [
            ("顺达", "K1", D(2026, 4, 1), D(2026, 5, 1), 1500000),
            ("宏达", "K2", D(2026, 4, 2), D(2026, 5, 2), 860000),
        ],
        {4: "note"},
    ),
    "codes that look like figures keep their noughts": (
        """
        客户代码|客户名称|发票号|尚欠金额
        000045|南山五金|00000012|10
        '0046|北山五金|="00000013"|20
        """,
        [("南山五金", "00000012", None, None, 1000), ("北山五金", "00000013", None, None, 2000)],
        {},
    ),
    "documents in dollars beside their value in yuan": (
        """
        客户|发票号|币别|汇率|原币金额|本币金额|原币未收|本币未收
        Delta Ltd|D1|USD|7.1|100|710|60|426
        江海轮渡|J1|人民币|1|500|500|500|500
        """,
        [("Delta Ltd", "D1", None, None, 6000), ("江海轮渡", "J1", None, None, 50000)],
        {},
    ),
    "a column of kinds and a column of running days": (
        """
        欠款客户|业务单号|业务类型|业务日期|账期(天)|到期日期|逾期天数|应收余额
        云台茶业|YW-1|赊销|2026-01-01|30|2026-01-31|242|1,000.00
        云台茶业|YW-2|代垫|2026-02-01|60|2026-04-02|181|66.60
        """,
        [
            ("云台茶业", "YW-1", D(2026, 1, 1), D(2026, 1, 31), 100000),
            ("云台茶业", "YW-2", D(2026, 2, 1), D(2026, 4, 2), 6660),
        ],
        {},
    ),
    "a statement for one customer, signed at the foot": (
        """
        往来对账单||||
        需方：镜湖食品有限公司||||
        送货日期|送货单号|货款金额|已付款|未付款
        2026-07-01|SH-88|500|100|400
        2026-07-09|SH-91|300||300
        合计（大写）柒佰元整||||700
        供方（盖章）：||需方（盖章）：||
        """,
        [
            ("镜湖食品有限公司", "SH-88", D(2026, 7, 1), None, 40000),
            ("镜湖食品有限公司", "SH-91", D(2026, 7, 9), None, 30000),
        ],
        {6: "total", 7: "footer"},
    ),
    "subtotals of a month between claims": (
        """
        客户|日期|单号|应收款|已收款|未收款
        甲|2026-01-03|A1|10|0|10
        甲|2026-01-09|A2|20|0|20
        一月小计|||30|0|30
        甲|2026-02-03|A3|40|5|35
        二月小计|||40|5|35
        累计|||70|5|65
        """,
        [
            ("甲", "A1", D(2026, 1, 3), None, 1000),
            ("甲", "A2", D(2026, 1, 9), None, 2000),
            ("甲", "A3", D(2026, 2, 3), None, 3500),
        ],
        {4: "subtotal", 6: "subtotal", 7: "subtotal"},
    ),
    "a customer in several columns of marks": (
        """
        序号|客户名称|统一社会信用代码|联系人|手机号|发票代码|发票号码|开票日期|账期|到期日|发票金额|回款金额|欠款余额|是否争议
        1|清源水务|91330200MA00000000|赵|13800001111|3302201130|22001122|2026-01-01|30|2026-01-31|100|0|100|是
        2|清源水务||赵|13800001111|3302201130|22001123|2026-01-02|30|2026-02-01|50|10|40|
        """,
        [
            ("清源水务", "22001122", D(2026, 1, 1), D(2026, 1, 31), 10000),
            ("清源水务", "22001123", D(2026, 1, 2), D(2026, 2, 1), 4000),
        ],
        {},
    ),
    "customer as 应收账款 of a subject": (
        """
        科目编码|科目名称|客户|业务日期|凭证号|摘要|借方发生额|贷方发生额|余额
        1122|应收账款|太湖渔业|2026-01-04|转-1|鱼苗|900||900
        1122|应收账款|太湖渔业|2026-01-30|银-2|收转-1款||400|500
        1122|应收账款|巢湖渔业|2026-01-05|转-2|鱼苗|60||60
        """,
        [
            ("太湖渔业", "转-1", D(2026, 1, 4), None, 50000),
            ("巢湖渔业", "转-2", D(2026, 1, 5), None, 6000),
        ],
        {3: "receipt"},
    ),
}


@pytest.mark.parametrize("name", LEDGERS)
def test_a_crafted_ledger_gives_exactly_its_claims(name: str) -> None:
    text, expected, left = LEDGERS[name]
    proposal = read(text)
    found = [(row.debtor, row.number, row.issued_on, row.due_on, row.balance_fen) for row in proposal.rows]
    assert found == expected
    below = {row: why for row, why in skipped(proposal).items() if row > proposal.heading_row}
    assert below == left
    assert proposal.problems == ()


@pytest.mark.parametrize("name", LEDGERS)
def test_no_row_of_a_crafted_ledger_vanishes(name: str) -> None:
    sheet = grid(LEDGERS[name][0])
    proposal = understand(sheet)
    filled = [at for at, row in enumerate(sheet.rows, 1) if any(row) and at > proposal.heading_row]
    told = [row.row for row in proposal.rows] + [
        each.row for each in proposal.skipped if each.row > proposal.heading_row
    ]
    assert sorted(told) == filled


def test_merged_headings_and_customers_of_a_workbook() -> None:
    rows: list[list[Value]] = [
        ["应收款明细", "", "", "", "", ""],
        ["客户", "发票", "", "金额", "", ""],
        ["", "号码", "日期", "应收", "已收", "未收"],
        ["大运河酒业", "001", D(2026, 1, 1), 100.0, 30.0, 70.0],
        ["", "002", D(2026, 1, 2), 50.0, "", 50.0],
        ["小运河酒业", "003", D(2026, 1, 3), 20.0, "", 20.0],
    ]
    merged: list[Area] = [(0, 0, 0, 5), (1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 5), (3, 0, 4, 0)]
    proposal = understand(Grid(rows, merged=merged, merged_known=True))
    assert [(row.debtor, row.number, row.balance_fen) for row in proposal.rows] == [
        ("大运河酒业", "001", 7000),
        ("大运河酒业", "002", 5000),
        ("小运河酒业", "003", 2000),
    ]
    assert proposal.columns["number"] == "号码"
    assert named(proposal) == {}


def test_numbers_of_days_and_long_numbers_kept_as_quantities() -> None:
    rows: list[list[Value]] = [
        ["客户", "数电票号码", "开票日期", "到期日", "金额"],
        ["甲", 2.6332000000012345e19, 46023.0, 46053.5, 88.8],
        ["乙", "26332000000012345678", 46024, "46054", 11.2],
    ]
    proposal = understand(Grid(rows))
    assert [(row.issued_on, row.due_on) for row in proposal.rows] == [
        (D(2026, 1, 1), D(2026, 1, 31)),
        (D(2026, 1, 2), D(2026, 2, 1)),
    ]
    assert named(proposal) == {"B2": "number_lost_digits"}
    assert proposal.rows[1].number == "26332000000012345678"


def test_a_settled_row_that_is_open_is_named_at_its_cell() -> None:
    proposal = read("客户|单号|应收金额|已收金额|结清日期\n甲|1|100||2026-03-01\n乙|2|50|50|2026-03-02")
    assert balances(proposal) == [10000, 0]
    assert named(proposal) == {"E2": "settled_but_open"}


@pytest.mark.parametrize("written", ["'甲公司", "\u200e甲公司", "甲\u202d公司"])
def test_a_mark_dropped_from_a_name_is_said(written: str) -> None:
    proposal = understand(Grid([["客户", "单号", "余额"], [written, "1", 5.0]]))
    assert proposal.rows[0].debtor == "甲公司"
    assert named(proposal) == {"A2": "marks_dropped"}
