"""Names of files that go out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.file_names import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("<b>ACME</b> & Söhne.pdf", "＜b＞ACME＜／b＞ & Söhne.pdf"),
        ('a:b"c\\d|e?f*.txt', "a：b＂c＼d｜e？f＊.txt"),
        ("苏精催字〔2026〕第0187号_恒锐", "苏精催字〔2026〕第0187号_恒锐"),
        ("con", "_con"),
        ("Aux.tar.gz", "_Aux.tar.gz"),
        ("COM¹.pdf", "_COM¹.pdf"),
        ("console.pdf", "console.pdf"),
        ("..hidden. ", "hidden"),
        ("甲\u3000乙.pdf", "甲 乙.pdf"),
        ("fdp.\u202eexe", "fdp._exe"),
        ("a\nb", "a_b"),
        ("", "_"),
        ("...", "_"),
    ],
)
def test_a_name_is_kept_as_far_as_every_system_takes_it(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_is_cut_between_characters_and_keeps_its_ending() -> None:
    cut = safe_name("长" * 100 + ".pdf")
    assert cut == "长" * 38 + ".pdf"


@given(st.text(max_size=200), st.integers(40, 200))
def test_no_name_holds_what_a_system_forbids(name: str, longest: int) -> None:
    safe = safe_name(name, longest)
    assert safe
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe.isprintable()
    assert safe[-1] not in " ."
    assert safe[0] != "."
    assert len(safe.encode()) <= longest
