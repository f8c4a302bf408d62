import re
import tomllib

import pytest

from models.rules.problems import Problem
from ui.problems import FOLDER, catalogue, sentence, sentences

HALF_WIDTH_BESIDE_CHINESE = re.compile(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]|[一-鿿]\.|!")


def holes(text):
    return set(re.findall(r"\{(\w+)\}", text))


def test_both_languages_word_the_same_codes():
    assert catalogue("zh_CN").keys() == catalogue("en").keys()
    assert {file.name.split(".")[0] for file in FOLDER.glob("*.en.toml")} == {
        file.name.split(".")[0] for file in FOLDER.glob("*.zh_CN.toml")
    }


def test_no_code_is_worded_twice():
    codes = [code for file in FOLDER.glob("*.zh_CN.toml") for code in tomllib.loads(file.read_text("utf-8"))]
    assert sorted(code for code in set(codes) if codes.count(code) > 1) == []


def test_both_languages_state_the_same_facts():
    different = [
        code
        for code, text in catalogue("zh_CN").items()
        if code in catalogue("en") and holes(text) != holes(catalogue("en")[code])
    ]
    assert different == []


def test_chinese_sentences_have_full_width_punctuation():
    bad = {
        code: text
        for code, text in catalogue("zh_CN").items()
        if HALF_WIDTH_BESIDE_CHINESE.search(text.replace("日期,", ""))  # how a line of a .csv is written
    }
    assert bad == {}


def test_no_sentence_shouts():
    assert [
        code
        for language in ("zh_CN", "en")
        for code, text in catalogue(language).items()
        if "!" in text or "！" in text
    ] == []


def test_params_stand_as_they_are(monkeypatch):
    monkeypatch.setattr("ui.problems.catalogue", lambda _language: {"hole": "第 {cell} 格：{text}"})
    problem = Problem("hole", {"cell": "G12", "text": "{cell} <b>"})
    assert sentence(problem, "zh_CN") == "第 G12 格：{cell} <b>"
    assert sentences([problem, problem], "zh_CN") == "第 G12 格：{cell} <b>"


def test_an_unknown_code_is_a_bug():
    with pytest.raises(KeyError):
        sentence(Problem("no_such_code"), "en")
