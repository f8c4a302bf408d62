"""The characters of a text file: certain, guessed by name, or asked for."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ledger.decoding import choices, decoded
from models.ledger.reading import encodings_of, propose, read_grid
from models.rules.problems import Refused
from tests.models.ledger.grids import named

TABLE = "客户名称,单据号,到期日,未收余额\n甲公司,001,2026-01-31,100.50\n乙公司,002,2026-02-28,-7\n"
TAIWAN = "客戶名稱,單據號,到期日,未收餘額\n臺灣精密機械公司,001,2026-01-31,100.50\n"
JAPAN = "顧客名,伝票番号,期日,残高\nトヨタ自動車株式会社,001,2026-01-31,100.50\n"
GERMANY = "Kunde,Nummer,Fällig,Betrag\nMüller & Söhne,1,2026-01-31,5\nGroß,3,2026-01-31,7\n"


@pytest.mark.parametrize(
    ("text", "written_in", "encoding", "certain"),
    [
        ("a,b\n1,2\n", "ascii", "utf-8", True),
        (TABLE, "utf-8", "utf-8", True),
        (TABLE, "utf-8-sig", "utf-8", True),
        (TABLE, "utf-16", "utf-16", True),
        (TABLE, "utf-16-le", "utf-16-le", True),
        (TABLE, "utf-16-be", "utf-16-be", True),
        (TABLE, "utf-32", "utf-32", True),
        (TABLE, "gbk", "gb18030", True),
        (TAIWAN, "gbk", "gb18030", True),
        (GERMANY, "utf-8", "utf-8", True),
        (TAIWAN, "big5", "big5hkscs", False),
        (JAPAN, "shift_jis", "cp932", False),
        (GERMANY, "latin-1", "cp1252", False),
        ("No,Sum\n1,£5\n", "latin-1", "cp1252", False),
    ],
)
def test_each_encoding_is_known_by_what_it_makes_of_the_bytes(
    text: str, written_in: str, encoding: str, certain: bool
) -> None:
    read = decoded(text.encode(written_in))
    assert (read.text, read.encoding, read.certain) == (text, encoding, certain)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=3, max_size=30))
def test_any_chinese_is_read_from_gb18030_or_is_called_a_guess(names: str) -> None:
    data = f"客户名称,余额\n{names},1\n".encode("gb18030")
    assert names in decoded(data).text or not decoded(data).certain
    assert names in decoded(data, "gb18030").text


def test_a_character_cut_in_half_by_an_old_program_spoils_no_other() -> None:
    data = (
        (TABLE * 5)
        .encode("gb18030")
        .replace("甲公司".encode("gb18030"), "甲公".encode("gb18030") + b"\xcb", 1)
    )
    read = decoded(data)
    assert (read.encoding, read.certain, read.damaged) == ("gb18030", False, 1)
    assert read.text.count("甲公司") == 4


def test_noise_is_no_text() -> None:
    chance = random.Random(1)
    for _ in range(20):
        with pytest.raises(Refused):
            decoded(bytes(chance.randrange(1, 256) for _ in range(3000)))


def test_the_choices_show_the_first_lines_in_each_encoding(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(TAIWAN.encode("big5"))
    first, *others = encodings_of(path)
    assert (first.encoding, first.certain) == ("big5hkscs", False)
    assert first.preview_lines == tuple(TAIWAN.splitlines())
    assert [each.encoding for each in others] == ["gb18030", "utf-8", "utf-16-le", "utf-16-be"]
    assert others[0].preview_lines != first.preview_lines


def test_a_workbook_and_a_picture_have_no_choice_of_encodings(tmp_path: Path) -> None:
    for content in (b"PK\x03\x04....", b"\x89PNG....", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        (tmp_path / "x.csv").write_bytes(content)
        assert encodings_of(tmp_path / "x.csv") == ()
    assert choices(b"a,b\n1,2\n")[0].certain


def test_a_guess_is_warned_of_until_the_encoding_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(TAIWAN.encode("big5"))
    guessed = propose(path)
    assert (guessed.encoding, guessed.encoding_certain) == ("big5hkscs", False)
    assert named(guessed) == {"": "encoding_guessed"}
    chosen = propose(path, encoding="Big5")
    assert (chosen.encoding, chosen.encoding_certain, named(chosen)) == ("big5hkscs", True, {})
    assert chosen.rows[0].debtor == read_grid(path, encoding="big5").rows[1][0] == "臺灣精密機械公司"


@pytest.mark.parametrize(
    ("name", "code"), [("utf-32", "ledger_encoding_wrong"), ("x", "ledger_no_such_encoding")]
)
def test_an_encoding_that_does_not_fit_is_refused(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "x.csv").write_bytes(TABLE.encode())
    with pytest.raises(Refused, match=code):
        propose(tmp_path / "x.csv", encoding=name, in_child=False)


OFFERED = {"utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"}


@pytest.mark.parametrize("written_in", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "shift_jis"])
def test_every_common_encoding_may_be_chosen_and_its_first_lines_are_shown(written_in: str) -> None:
    text = JAPAN if written_in == "shift_jis" else TAIWAN
    offered = {each.encoding: each.preview_lines for each in choices(text.encode(written_in))}
    assert offered.keys() >= OFFERED
    own = {"big5": "big5hkscs", "shift_jis": "cp932"}.get(written_in, written_in)
    assert offered[own] == tuple(text.splitlines())
    assert next(iter(offered)) == own
    assert all(letter.isprintable() for lines in offered.values() for line in lines for letter in line)


def test_the_order_of_bytes_that_a_mark_says_is_offered_once() -> None:
    encodings = [each.encoding for each in choices(TABLE.encode("utf-16"))]
    assert encodings == ["utf-16", "utf-8", "gb18030", "big5hkscs", "utf-16-be"]


def test_a_text_whose_mark_lies_still_offers_every_encoding() -> None:
    data = b"\xef\xbb\xbf" + TABLE.encode("gb18030")
    with pytest.raises(Refused, match="ledger_encoding_unknown"):
        decoded(data)
    offered = {each.encoding: each.preview_lines for each in choices(data)}
    assert offered.keys() == OFFERED
    assert offered["gb18030"][1:] == tuple(TABLE.splitlines())[1:]
