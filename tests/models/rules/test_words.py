"""Every code a rule gives has its words in both languages, with the same holes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.reference import chains
from models.rules.chains import EVIDENCE_KINDS, FORMS, ORIGINS
from models.rules.classification import CLASSES
from models.rules.contact import GUARD_RULES
from models.rules.dunning import REASONS, STAGES
from models.rules.limitation import EVENT_KINDS
from ui.problems import catalogue as words

ROOT = Path(__file__).resolve().parents[3]


NAMES = [
    *(f"event_{code}" for code in EVENT_KINDS),
    *(f"reason_{reason}" for reason in REASONS),
    *(f"stage_{stage}" for stage in STAGES),
    *(f"class_{name}" for name in CLASSES),
    *(
        f"{what}_{slot.key}"
        for chain in chains().by_kind.values()
        for slot in chain
        for what in ("slot", "slot_hint")
    ),
    *(f"document_{document}" for document in chains().documents),
    *(f"form_{form}" for form in FORMS),
    *(f"origin_{origin}" for origin in ORIGINS),
    *(f"evidence_kind_{kind}" for kind in EVIDENCE_KINDS),
    *(rule.code for rule in GUARD_RULES),
]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_name_of_the_rules_is_worded(language: str) -> None:
    assert set(NAMES) - set(words(language)) == set()


def test_every_code_written_in_the_rules_is_worded() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "models/rules").glob("*.py"))
    written = set(re.findall(r'(?:Problem|Reason)\(\s*"(\w+)"', sources))
    written |= set(re.findall(r'"(step_\w+|limitation_\w+)"', sources)) - {"limitation_on"}
    assert len(written) > 30
    assert written - set(words("zh_CN")) == set()


def test_both_languages_have_the_same_codes_and_holes() -> None:
    chinese, english = words("zh_CN"), words("en")
    assert set(chinese) == set(english)
    holes = re.compile(r"\{(\w+)\}")
    differing = {
        code
        for code, text in chinese.items()
        if not code.startswith("interest_says")
        and set(holes.findall(text)) != set(holes.findall(english[code]))
    }
    assert differing == set()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_sentence_shouts(language: str) -> None:
    assert not [code for code, text in words(language).items() if "!" in text or "！" in text]
