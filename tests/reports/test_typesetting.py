"""Five thousand lines of Chinese set and looked at; ten thousand hostile names that must neither stop nor vanish."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from models.rules.letter_kinds import LETTER_KINDS
from models.rules.money import grouped
from reports.blocks import set_lines
from reports.breaking import Line
from reports.checks import missing_glyphs
from reports.faces import can_draw
from reports.ink import Paper, ink_line
from reports.inline import Text
from reports.render import render
from reports.setting import set_pieces
from reports.style import A4, MEASURE, Look
from reports.wording import letter_wording
from tests.reports import samples
from tests.reports.reading import pages_of, text_of

NO_START = set("，。；：、？！）》」』〕】”’%…—·,.;:?!)]}")
NO_END = set("（《「『〔【“‘¥([{")
SPLIT = re.compile(r"\d[,.]?\n[\d,.%元]")
LOOK = Look("serif", 12)

PARTS = (
    "江浙沪皖鲁豫鄂湘川渝精密制造科技贸易实业集团股份有限公司",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ&.-' ",
    "<b>&amp;{}%s\\\"'`$#@!*()[]|~^_=+;:,.?/",
    "０１２３４ＡＢＣ（）【】《》",
    "㛃䶮𠮷堃喆赟龘靐齉",
    "äöüßéèñçåøŁžčğ",
    "1234567890",
)


def prose(chance: random.Random) -> str:
    """A sentence as letters have them: marks, sums, dates, articles, numbers, names in Latin."""
    pieces = [
        "贵司至今未付清",
        f"人民币{grouped(chance.randrange(1, 10**11))}元",
        f"（¥{grouped(chance.randrange(1, 10**9))}）",
        f"{chance.randrange(2001, 2030)}年{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日",
        "《中华人民共和国民法典》第五百零九条第一款、第五百七十七条",
        f"PO-{chance.randrange(10**7)}号订单",
        "“采购框架合同”",
        f"{chance.randrange(1, 100)}.{chance.randrange(10, 99)}%",
        "Hengrui Precision (Suzhou) Co., Ltd.",
        "请按期支付；逾期的，另行计算",
        f"第{chance.randrange(1, 400):04d}号函",
    ]
    return "".join(
        chance.choice(pieces) + chance.choice(("，", "。", "、", "；", "", "："))
        for _ in range(chance.randrange(6, 16))
    )


def texts_of(text: str, width: float) -> list[str]:
    """What stands on each line."""
    made = set_lines((Text(text),), LOOK, "zh_CN", width, width, True)
    return ["".join(item.glyph.char for item in line.inked).strip() for line in made]


def test_over_5000_lines_no_end_is_forbidden_and_no_number_split() -> None:
    chance, seen = random.Random(11), 0
    wrong: list[tuple[str, str]] = []
    while seen < 5_000:
        found = texts_of(prose(chance), chance.uniform(220, MEASURE))
        seen += len(found)
        wrong += [(line, "") for line in found if line[0] in NO_START or line[-1] in NO_END]
        wrong += [pair for pair in pairwise(found) if SPLIT.search("\n".join(pair))]
    assert wrong == []


@pytest.mark.parametrize("text", ["（甲））（乙）丙", "甲。』」（乙", "江𠮷》（甲）", "《甲》（乙）"])
def test_marks_that_share_one_em_are_copied_in_their_order(text: str) -> None:
    chance, paper = random.Random(5), Paper(A4, "", "")
    for row in range(80):
        look = Look("serif", chance.choice((7.6, 8.2, 9.0, 10.5, 12.0)))
        setting = set_pieces((Text(text),), look, "zh_CN", MEASURE)
        inked = ink_line(setting, Line(0, len(setting.pieces)))
        paper.inked(chance.uniform(20, 400), 10 * (row + 1), inked)
    paper.new_page()
    assert "".join(pages_of(paper.finish())[0].split()) == text * 80


def hostile(chance: random.Random) -> str:
    """A name or address as no form would let it pass."""
    parts = [
        chance.choice(chance.choice(PARTS)) for _ in range(chance.randrange(1, chance.choice((6, 30, 120))))
    ]
    return "".join(parts).strip() or "甲"


def look_at(letters: int, seed: int) -> None:
    """Letters of all kinds, each with a hostile name and a hostile address."""
    chance = random.Random(seed)
    kinds = [kind for kind in LETTER_KINDS if LETTER_KINDS[kind].interest != "always"]
    for place in range(letters):
        debtor = replace(samples.FIRM, name=hostile(chance), address=hostile(chance))
        facts = samples.of_kind(kinds[place % len(kinds)], debtor=debtor)
        assert missing_glyphs(facts) == ()
        said = flat(text_of(render(facts.kind, facts, "zh_CN")))
        assert flat(debtor.name) in said, debtor.name
        assert flat(facts.number) in said
        assert grouped(facts.total_fen) in said or facts.kind in ("dispute_reply", "plan_default")
        assert "\ufffd" not in said


def flat(text: str) -> str:
    """Without white and the marks a line end may bring."""
    return re.sub(r"[\s\u3000\u00ad\ufffe\x02-]", "", text)


def test_300_hostile_names_and_addresses_are_printed_and_the_batch_never_stops() -> None:
    look_at(150, 3)


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_10000_hostile_names_and_addresses_are_printed_and_the_batch_never_stops() -> None:
    look_at(5_000, 5)


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_no_wording_has_a_character_that_no_font_draws(kind: str) -> None:
    for language in ("zh_CN", "en"):
        text = "".join(letter_wording(kind, language).texts())
        assert [char for char in set(text) if not char.isspace() and not can_draw(char)] == []
