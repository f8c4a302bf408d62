"""What stands in files besides code: no address of a registry, no path of one machine, twins that agree."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import HERE, texts

REGISTRY = re.compile(r"https?://[\w.-]*(p[y]pi|pythonhoste[d]|n[p]mjs|deb\.debia[n]|registr[y])")
MACHINE_PATH = re.compile(r"(?<![\w./-])/(wor[k]|far[m]|roo[t]|home/[a-z]+)/")
MESSAGES = HERE / "resources" / "i18n" / "messages"


def test_no_registry_is_named() -> None:
    assert not [path for path, text in texts() if REGISTRY.search(text)]


def test_no_path_of_one_machine_is_named() -> None:
    assert not [path for path, text in texts() if MACHINE_PATH.search(text)]


def headings(name: str) -> list[int]:
    """The levels of a document's headings, in their order."""
    text = re.sub(
        r"^```.*?^```", "", (HERE / name).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


def test_the_two_readmes_have_the_same_parts() -> None:
    assert headings("README.md") == headings("README.zh-CN.md")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_a_readme_names_the_two_commands_and_only_files_that_exist(name: str) -> None:
    text = (HERE / name).read_text(encoding="utf-8")
    assert "python3 dev.py run" in text
    assert "python3 dev.py test" in text
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert links
    assert not [link for link in links if not (HERE / link).exists()]


def test_every_requirement_is_locked_with_a_hash() -> None:
    for lock in (HERE / "requirements.txt", HERE / "tests" / "requirements.txt"):
        entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        assert entries
        assert not [
            entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry
        ]


def areas() -> list[str]:
    """The areas whose sentences stand in files of their own."""
    return sorted({file.name.split(".")[0] for file in MESSAGES.glob("*.toml")})


def sentences(area: str, language: str) -> dict[str, str]:
    """The sentences of one area by their code."""
    return tomllib.loads(Path(MESSAGES, f"{area}.{language}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("area", areas())
def test_both_languages_say_the_same_sentences_with_the_same_facts(area: str) -> None:
    def facts(language: str) -> dict[str, set[str]]:
        return {code: set(re.findall(r"\{(\w+)\}", said)) for code, said in sentences(area, language).items()}

    assert facts("zh_CN") == facts("en")


@pytest.mark.parametrize("area", areas())
def test_no_sentence_shouts(area: str) -> None:
    for language in ("zh_CN", "en"):
        assert not [code for code, said in sentences(area, language).items() if "!" in said or "！" in said]
