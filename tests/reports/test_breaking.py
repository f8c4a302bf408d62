"""Where lines end."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.breaking import CAP, Line, break_lines, ragged_lines
from reports.inline import Text, blank_date
from reports.setting import CLOSING, OPENING, UNITS, Setting, set_pieces
from reports.style import Language, Look

LOOK = Look("serif", 12)
WIDTH = 453.5

HAN = st.text("买受人应当按照约定的时间数额和方式支付价款不履行金钱债务", min_size=1, max_size=24)
UNIT = st.sampled_from(
    [
        "186,400.00元",
        "¥1,199.70",
        "2026年11月20日",
        "第五百零九条第一款",
        "苏精催字〔2026〕第0187号",
        "HR-2026-031号",
        "第6.2条",
        "ap@hengrui.example",
        "26322000001184625518",
    ]
)
LATIN = st.sampled_from(["ACME GmbH", "R&D", "PO-260811-07", "A/B", "Sunan Precision"])
MARK = st.sampled_from([*"，。；：、", "《合同》", "（以较晚者为准）", "》（", "）。", "“原合同”"])
APART = st.sampled_from("于的至")
"""What keeps two units from running together into a word wider than a line."""
SENTENCES = st.lists(
    st.one_of(HAN, HAN, MARK, st.tuples(UNIT, APART).map("".join), st.tuples(LATIN, APART).map("".join)),
    min_size=1,
    max_size=30,
).map("".join)


def lines_of(
    text: str, language: Language = "zh_CN", first: float = WIDTH - 24
) -> tuple[Setting, list[Line]]:
    setting = set_pieces((Text(text),), LOOK, language, WIDTH - 24)
    return setting, break_lines(setting, first, WIDTH)


def chars(setting: Setting, line: Line) -> str:
    return "".join(mark.glyph.char for piece in setting.pieces[line.first : line.end] for mark in piece)


def width(setting: Setting, line: Line) -> float:
    gaps = range(line.first + 1, line.end)
    total = sum(setting.widths[line.first : line.end]) + sum(setting.gaps[gap] for gap in gaps)
    total += sum(line.open_by * setting.stretches[gap] - line.squeeze * setting.shrinks[gap] for gap in gaps)
    total -= 6.0 * setting.kinds[line.first].opening + 6.0 * setting.kinds[line.end - 1].closing
    return total


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str) -> None:
    setting, lines = lines_of(text)
    for line in lines[1:]:
        before = chars(setting, lines[lines.index(line) - 1])
        assert chars(setting, line)[0] not in CLOSING or before[-1] in OPENING
    assert not [line for line in lines[:-1] if chars(setting, line)[-1] in OPENING]


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_nothing_is_lost(text: str) -> None:
    setting, lines = lines_of(text)
    assert "".join(chars(setting, line) for line in lines) == text.replace(" ", "")
    assert [line.first for line in lines[1:]] == [line.end for line in lines[:-1]]


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_a_unit_is_not_split(text: str) -> None:
    setting, lines = lines_of(text)
    flat = text.replace(" ", "")
    ends, at = set(), 0
    for line in lines[:-1]:
        at += len(chars(setting, line))
        ends.add(at)
    position = [len(text[:place].replace(" ", "")) for place in range(len(text) + 1)]
    for match in UNITS.finditer(text):
        inner = range(position[match.start()] + 1, position[match.end()])
        assert not ends & set(inner), (match[0], flat)


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_no_gap_opens_by_more_than_a_quarter_em_and_no_line_is_too_wide(text: str) -> None:
    setting, lines = lines_of(text)
    for place, line in enumerate(lines):
        assert line.open_by <= CAP * LOOK.size + 1e-9
        assert 0 <= line.squeeze <= 1
        assert width(setting, line) <= (WIDTH - 24 if place == 0 else WIDTH) + 0.01


@settings(max_examples=100, deadline=None)
@given(st.integers(30, 160))
def test_a_paragraph_does_not_end_on_a_single_character(count: int) -> None:
    setting, lines = lines_of("按照约定的时间支付价款"[:7] * (count // 7) + "，" + "方" * (count % 7) + "。")
    if len(lines) > 1:
        assert len([char for char in chars(setting, lines[-1]) if char not in CLOSING]) >= 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("届期仍未付清的，我司将依照法律规定和双方约定申请支付令" * 4, "zh_CN"),
        ("We require you to pay the total " * 12, "en"),
    ],
)
def test_lines_but_the_last_are_flush_on_the_right(text: str, language: Language) -> None:
    setting, lines = lines_of(text, language)
    assert len(lines) > 2
    for place, line in enumerate(lines[:-1]):
        assert width(setting, line) == pytest.approx(WIDTH - 24 if place == 0 else WIDTH, abs=0.01)


def test_a_line_that_cannot_be_filled_ends_short() -> None:
    setting, lines = lines_of("账号 " + " ".join(["26322000001184625518" * 3] * 3))
    assert any(width(setting, line) < WIDTH - 60 for line in lines[:-1])
    assert all(line.open_by <= CAP * LOOK.size for line in lines)


def test_a_word_wider_than_the_line_is_cut_by_character() -> None:
    setting, lines = lines_of("A" * 120)
    assert len(lines) > 1
    assert "".join(chars(setting, line) for line in lines) == "A" * 120


def test_a_date_to_be_written_is_not_split() -> None:
    for lead in range(10, 45):
        setting = set_pieces((Text("我" * lead), *blank_date(), Text("前付清")), LOOK, "zh_CN", WIDTH)
        texts = [chars(setting, line) for line in ragged_lines(setting, WIDTH)]
        assert any("_年_月_日" in text for text in texts), lead


@pytest.mark.parametrize(
    ("text", "em"),
    [("合同》（编号", 5.0), ("）。现", 2.5), ("（《民", 2.5), ("于2026年", 1 + 0.25 + 4 * 0.5 + 0.25 + 1)],
)
def test_neighbouring_marks_close_up_and_latin_stands_a_quarter_em_off(text: str, em: float) -> None:
    setting, lines = lines_of(text + "字")
    natural = setting.starts[-1] / LOOK.size
    latin = sum(
        mark.glyph.width - 0.5
        for piece in setting.pieces
        for mark in piece
        if re.match(r"[0-9]", mark.glyph.char)
    )
    assert natural - latin == pytest.approx(em, abs=0.2)
    assert len(lines) == 1


def test_no_space_stands_between_chinese_and_latin_of_a_name() -> None:
    setting = set_pieces((Text("ACME中国", name=True),), LOOK, "zh_CN", WIDTH)
    assert setting.gaps == [0.0, 0.0, 0.0]
