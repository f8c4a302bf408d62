"""The templates of documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports import wording as module
from reports.inline import Text
from reports.wording import Wording, wording


def filled(template: object, **values: object) -> str:
    return Wording({"key": template}).text("key", values)  # type: ignore[arg-type]


def test_a_fragment_with_an_unknown_field_is_left_out_with_its_label() -> None:
    assert filled(["甲", "（代码 {{uscc}}）"], uscc=None) == "甲"
    assert filled(["甲", "（代码 {{uscc}}）"], uscc="9132") == "甲（代码 9132）"


def test_the_first_choice_with_all_its_fields_is_taken() -> None:
    template = [["{{contract}}号合同", "往来"]]
    assert filled(template, contract="A-1") == "A-1号合同"
    assert filled(template) == "往来"


def test_conditions_print_nothing() -> None:
    assert filled(["{{?person}}您", "{{!person}}贵司"], person="yes") == "您"
    assert filled(["{{?person}}您", "{{!person}}贵司"]) == "贵司"


def test_a_value_is_never_read_as_a_template() -> None:
    assert filled("致{{debtor}}", debtor="**{{creditor}}**") == "致**{{creditor}}**"


def test_bold_runs_are_cut_out_of_the_template() -> None:
    words = Wording({"key": "请**最迟于{{deadline}}**付清"})
    assert words.inlines("key", {"deadline": "明日"}) == (
        Text("请"),
        Text("最迟于明日", bold=True),
        Text("付清"),
    )


def test_a_field_outside_the_whitelist_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.toml").write_text('[en]\ntitle = "{{__class__}} {{password}}"\n', encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="password"):
        wording("own", "en")


@pytest.mark.parametrize("kind", sorted(path.stem for path in module.FOLDER.glob("*.toml")))
def test_both_languages_have_the_words_they_need_and_only_known_fields(kind: str) -> None:
    assert wording(kind, "zh_CN")
    assert wording(kind, "en")
