"""The check of the translations finds what is missing and what is stale."""

from pathlib import Path

import pytest

from tests.tools.translations import compile_, faults, update


@pytest.fixture
def ts(tmp_path: Path) -> Path:
    """The strings of the window as they stand, none translated, compiled."""
    path = tmp_path / "qingzhang_en.ts"
    update(path)
    compile_(path, path.with_suffix(".qm"))
    return path


def translate(ts: Path, count: int = -1) -> None:
    """Give the first ``count`` plain strings a translation; by default every string, plural forms too."""
    text = ts.read_text(encoding="utf-8")
    done = text.replace(
        '<translation type="unfinished"></translation>', "<translation>x</translation>", count
    )
    if count < 0:
        done = done.replace('<translation type="unfinished">', "<translation>")
        done = done.replace("<numerusform></numerusform>", "<numerusform>x</numerusform>")
    ts.write_text(done, encoding="utf-8")
    compile_(ts, ts.with_suffix(".qm"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path / "qingzhang_en.ts") == ["it is not there"]


def test_a_whole_translation_has_no_fault(ts: Path) -> None:
    translate(ts)
    assert faults(ts) == []


def test_strings_without_a_translation_are_counted(ts: Path) -> None:
    strings = ts.read_text(encoding="utf-8").count("<source>")
    translate(ts, 1)
    assert faults(ts) == [f"{strings - 1} strings lack a translation"]


def test_a_string_that_left_the_source_makes_the_file_stale(ts: Path) -> None:
    translate(ts)
    text = ts.read_text(encoding="utf-8")
    first = text.index("<source>") + len("<source>")
    ts.write_text(text[:first] + "从前的文字" + text[first:], encoding="utf-8")
    assert "it is behind the source" in faults(ts)


def test_a_compiled_file_older_than_its_source_is_named(ts: Path) -> None:
    translate(ts)
    ts.with_suffix(".qm").write_bytes(b"old")
    assert faults(ts) == ["its .qm is not compiled from it"]


def test_a_program_that_runs_keeps_the_words_it_has_loaded(ts: Path) -> None:
    with ts.with_suffix(".qm").open("rb") as loaded:
        before = loaded.read()
        translate(ts)
        loaded.seek(0)
        assert loaded.read() == before
    assert ts.with_suffix(".qm").read_bytes() != before
