"""Each column says how sure it is, makes of ledgers are known by name, and totals are held against what was read."""

from __future__ import annotations

import pytest

from models.ledger.presets import presets
from models.ledger.totals import differences
from models.ledger.understanding import understand
from tests.models.ledger.grids import grid, named, read

VALID = ("91330999MA2AGXYT0U", "91330999MA2CM3RX0J")


def test_a_whole_name_is_surer_than_a_pattern() -> None:
    found = read("客户名称|销售开票流水单号|未收金额\n甲|1|5").confidence
    assert found == {"debtor": 98, "number": 80, "balance": 98}


def test_a_column_whose_values_look_otherwise_is_named_at_its_heading() -> None:
    proposal = read(
        """
        客户|单号|到期日|电话|余额
        甲|1|月结|0512-88000456|5
        乙|2|货到|13800001111|5
        丙|3|2026-01-05|见合同|5
        丁|4|月结30天|400-820-8820|5
        """
    )
    assert proposal.confidence["due_on"] < 50 < proposal.confidence["phone"] < 98
    uncertain = [each for each in proposal.warnings if each.code == "column_uncertain"]
    assert [(each.cell, each.params["field"]) for each in uncertain] == [("C1", "due_on")]


def test_telephones_are_known_however_their_digits_are_grouped() -> None:
    written = [
        "0558-8800 6892",
        "138 0000 1111",
        "(0512)88000456转12",
        "+86 139-0000-2222",
        "88000456/13800001111",
    ]
    rows = "\n".join(f"客户{n}|{n}|{phone}|5" for n, phone in enumerate(written))
    assert read(f"客户|单号|联系电话|余额\n{rows}").confidence["phone"] == 98


def test_codes_in_the_place_of_names_are_less_sure() -> None:
    rows = "\n".join(f"10000{n}|{n}|5" for n in range(6))
    assert read(f"客户|单号|余额\n{rows}").confidence["debtor"] == 0


def test_what_the_clerk_matched_is_certain() -> None:
    proposal = understand(grid("谁|什么|多少\n甲|1|5\n乙|2|6"), {"debtor": "谁", "balance": "多少"})
    assert proposal.confidence == {"debtor": 100, "balance": 100}


def test_telling_values_under_a_heading_that_says_nothing_are_proposed_with_less_certainty() -> None:
    proposal = read(
        f"客户|栏一|栏二|单号|栏三|余额\n甲|{VALID[0]}|13800001111|1|2026-01-05|5\n乙|{VALID[1]}|13900002222|2|2026-01-06|6"
    )
    assert [(row.uscc, row.phone, row.due_on) for row in proposal.rows] == [
        (VALID[0], "13800001111", None),
        (VALID[1], "13900002222", None),
    ]
    assert (proposal.confidence["uscc"], proposal.confidence["phone"]) == (60, 60)


@pytest.mark.parametrize(
    ("headings", "key"),
    [
        ("年|月|日|凭证号|摘要|借方|贷方|方向|余额", "yonyou_u8"),
        ("往来单位编码|往来单位名称|单据日期|单据编号|本期应收|本期收回|应收余额", "yonyou_tplus"),
        ("往来单位|币别|业务日期|到期日|单据编号|应收金额|已核销金额|未核销金额", "kingdee_k3"),
        ("核算项目名称|日期|凭证字号|摘要|借方金额|贷方金额|余额", "kingdee_kis"),
        ("Account|Name 1|Document Number|Net due date|Amount in local currency", "sap_fbl5n"),
        ("往来单位编号|往来单位名称|业务日期|业务编号|借方金额|贷方金额", "inspur"),
        ("单位编号|单位全名|单据编号|应收增加|应收减少|应收余额", "grasp"),
        ("送货日期|客户|送货单号|货款|已付|尚欠", "by_hand"),
        ("客户|单据号|到期日|未收金额", None),
    ],
)
def test_a_make_is_known_by_its_headings(headings: str, key: str | None) -> None:
    row = "|".join("1" for _ in headings.split("|"))
    assert read(f"客户：甲公司\n{headings}\n{row}").preset == key


def test_a_make_can_be_told_and_then_its_headings_mean_what_it_says() -> None:
    table = grid("客户|客户名称|参考|基准日|净到期日|本币金额\n1001|甲|R1|2026-01-01|2026-01-31|5")
    proposal = understand(table, {"preset": "sap_fbl5n"})
    assert (proposal.preset, proposal.columns["due_on"], proposal.columns["debtor"]) == (
        "sap_fbl5n",
        "净到期日",
        "客户名称",
    )
    assert named(proposal) == {}


def test_the_base_day_of_sap_is_no_due_date_even_where_nothing_else_is() -> None:
    headings = "Account|Name 1|Document Number|Baseline Date|Amount in local currency"
    proposal = understand(grid(f"{headings}\n1|甲|7|2026-01-01|5"), {"preset": "sap_fbl5n"})
    assert "due_on" not in proposal.columns


def test_the_clerks_matching_goes_before_the_make() -> None:
    table = grid("KUNNR|NAME1|BELNR|XBLNR|DMBTR\n1|甲|7|R-1|5")
    assert understand(table).rows[0].number == "7"
    assert understand(table, {"number": "XBLNR"}).rows[0].number == "R-1"


def test_every_make_has_both_names_and_the_keys_differ() -> None:
    assert all(preset.zh and preset.en for preset in presets())
    assert len({preset.key for preset in presets()}) == len(presets()) == 8


def test_a_typed_total_goes_before_the_files_own() -> None:
    proposal = read("客户|单号|余额\n甲|1|30\n乙|2|20\n合计||50")
    assert differences(proposal) == (5000, None, 5000, "CNY")
    assert differences(proposal).difference_fen == 0
    assert differences(proposal, 4900).difference_fen == -100


def test_several_currencies_are_held_against_nothing_but_yuan() -> None:
    proposal = read("客户|单号|币种|余额\n甲|1|USD|30\n乙|2|CNY|20\n合计|||50")
    assert differences(proposal, 2000) == (None, 2000, 2000, "CNY")


@pytest.mark.parametrize(
    "text",
    [
        "Kunde|Rechnung|Fälligkeit|Offener Betrag\nMüller|1|2026-01-31|5",
        "得意先|請求書|支払日|売掛残\nトヨタ|1|2026-01-31|5",
        "Číslo|Zákazník|Splatnost|Zbývá\n1|Novák|2026-01-31|5",
    ],
)
def test_headings_in_another_language_end_in_a_sentence_that_names_them(text: str) -> None:
    from models.rules.problems import Refused

    with pytest.raises(Refused) as refused:
        read(text)
    (problem,) = refused.value.problems
    assert problem.code == "ledger_headings_unknown"
    assert problem.params == {"row": "1", "headings": text.split("\n")[0].replace("|", "、")}
