"""Whatever stands in a sheet, every row below the heading is a claim, skipped with a reason, or named."""

from __future__ import annotations

import json
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.ledger.grid import Grid, Value, is_blank
from models.ledger.transport import grid_from, grid_messages, line_of, proposal_from, proposal_messages
from models.ledger.understanding import understand
from models.rules.problems import Refused

HEADINGS = [
    "客户名称",
    "客户编码",
    "单据号",
    "开票日期",
    "到期日",
    "应收金额",
    "已收金额",
    "未收余额",
    "币种",
    "方向",
    "备注",
    "年",
    "月",
    "日",
    "结清日期",
    "",
]
WORDS = [
    "甲公司",
    "乙有限公司",
    "合计",
    "小计",
    "期初余额",
    "本月合计",
    "甲公司 小计",
    "注：待核",
    "制表人：某",
    "待定",
    "-",
    "1.5万",
    "(5.00)",
    "USD",
    "贷",
    "#N/A",
    "2.6E+19",
    "单据号",
    " ",
    "'",
    '="',
]
CELLS: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.just(""),
    st.sampled_from(WORDS),
    st.text(max_size=8),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes().map(lambda instant: instant.replace(fold=0)),
    st.just(time(1, 2)),
    st.just(timedelta(days=3)),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width = draw(st.integers(2, 9))
    heading: list[Value] = list(draw(st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width)))
    body = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=12))
    title: list[Value] = ["应收明细"] + [""] * (width - 1)
    merged = draw(st.lists(st.tuples(st.integers(0, 12), st.integers(0, width - 1)), max_size=3))
    areas = [(row, column, row + 2, column) for row, column in merged]
    blind = draw(st.sampled_from([{}, {"B4": "#N/A", "C5": "formula"}]))
    return Grid([title, heading, *body], "表", areas, merged_known=draw(st.booleans()), blind=blind)


@settings(max_examples=400, deadline=None)
@given(grids())
def test_no_row_vanishes(grid: Grid) -> None:
    try:
        proposal = understand(grid)
    except Refused:
        return
    if proposal.missing:
        return
    claims = {row.row for row in proposal.rows}
    skipped = {each.row for each in proposal.skipped}
    named = {each.row for each in proposal.problems}
    filled = {
        number
        for number, row in enumerate(grid.rows, 1)
        if number > proposal.heading_row and not all(is_blank(value) for value in row)
    }
    assert claims | skipped | named == filled
    assert len(claims) + len(skipped) + len(named) == len(filled)
    assert all(row.amount_fen - row.paid_fen == row.balance_fen for row in proposal.rows)
    assert sum(proposal.totals.values()) == sum(row.balance_fen for row in proposal.rows)


@settings(max_examples=100, deadline=None)
@given(grids())
def test_grids_and_proposals_cross_the_pipe_unchanged(grid: Grid) -> None:
    carried = grid_from(json.loads(line_of(message)) for message in grid_messages(grid))
    assert repr([list(row) for row in carried.rows]) == repr([list(row) for row in grid.rows])
    try:
        proposal = understand(grid)
    except Refused:
        return
    assert proposal_from(json.loads(line_of(message)) for message in proposal_messages(proposal)) == proposal


@given(
    st.lists(
        st.tuples(st.integers(1, 10**9), st.dates(date(2020, 1, 1), date(2030, 1, 1))), min_size=2, max_size=8
    )
)
def test_subtotals_and_total_add_nothing(claims: list[tuple[int, date]]) -> None:
    rows: list[list[Value]] = [["客户", "单号", "到期日", "余额"]]
    for at, (fen, due_on) in enumerate(claims):
        rows += [["甲", f"N{at}", due_on, fen / 100]]
    whole = sum(fen for fen, _ in claims) / 100
    proposal = understand(
        Grid([*rows, ["甲 小计", "", "", whole], ["", "", "", ""], ["合计", None, None, whole]])
    )
    assert proposal.total_fen == proposal.stated_total_fen == sum(fen for fen, _ in claims)
    assert not proposal.warnings
