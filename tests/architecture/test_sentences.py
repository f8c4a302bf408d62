"""Every problem the code can raise has its sentence, and every fact a sentence names is handed to it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.tree import code, inside, tree
from ui.problems import LANGUAGES, catalogue


def problems() -> Iterator[tuple[str, str, set[str] | None]]:
    """Place, code and facts of each ``Problem("code", {...})``; None where the facts are not written out."""
    for path in code():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Problem" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield f"{inside(path)}:{node.lineno}", first.value, _facts(node)


def _facts(call: ast.Call) -> set[str] | None:
    given = call.args[1] if len(call.args) > 1 else None
    if given is None:
        return None if any(word.arg == "params" for word in call.keywords) else set()
    if not isinstance(given, ast.Dict) or not all(isinstance(key, ast.Constant) for key in given.keys):
        return None
    return {str(key.value) for key in given.keys if isinstance(key, ast.Constant)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentence(language: str) -> None:
    worded = catalogue(language)
    assert not [f"{where} {name}" for where, name, _ in problems() if name not in worded]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_in_a_sentence_is_handed_to_it(language: str) -> None:
    worded = catalogue(language)
    lacking = {
        f"{where} {name}": holes
        for where, name, facts in problems()
        if facts is not None and (holes := set(re.findall(r"\{(\w+)\}", worded.get(name, ""))) - facts)
    }
    assert not lacking
