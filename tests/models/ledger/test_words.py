"""Every code that reading a ledger can say has its sentence, in both languages, with the same places to fill."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CODES = re.compile(r'(?:Problem|Unreadable|doubt|doubt_at|spoils)\([^)]*?"((?:ledger_)?[a-z]+_[a-z_]+)"')


def sentences(language: str, areas: tuple[str, ...] = ("ledger", "understanding")) -> dict[str, str]:
    found: dict[str, str] = {}
    for area in areas:
        for path in (ROOT / "resources/i18n/messages").glob(f"{area}.{language}.toml"):
            found |= tomllib.loads(path.read_text("utf-8"))
    return found


def test_both_languages_have_the_same_sentences_and_places() -> None:
    chinese, english = sentences("zh_CN"), sentences("en")
    assert chinese.keys() == english.keys()
    for code, sentence in chinese.items():
        assert sorted(re.findall(r"{\w+}", sentence)) == sorted(re.findall(r"{\w+}", english[code])), code


def test_every_code_in_the_reader_has_its_sentence() -> None:
    told = sentences("zh_CN", ("*",))
    fields = {"issued_on", "due_on", "settled_on", "debtor_code", "contact_person"}
    for path in (ROOT / "models/ledger").glob("*.py"):
        for code in set(CODES.findall(path.read_text("utf-8"))) - fields:
            assert code in told, f"{path.name}: {code}"


def test_sentences_never_shout_and_keep_to_full_width_marks() -> None:
    for sentence in sentences("zh_CN").values():
        assert not re.search(r"[!！]|[\u4e00-\u9fff][,;:?]|[,;:?][\u4e00-\u9fff]", sentence), sentence
