"""Money never meets a float, and nobody asks the machine for the day."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import code, inside, tree

MONEY_ROOMS = ("models/rules", "models/tables", "models/queries", "models/actions")
ASKS_THE_MACHINE = {"models/clock.py"}
TOSSES_COINS = {"models/actions/demo.py"}
"""The made-up portfolio: its floats are chances, not sums."""

MEASURES_PAPER = {"models/rules/post_forms.py"}
"""Places on a form, in millimetres as a ruler tells them."""


def floats(path: Path) -> Iterator[int]:
    """Lines where a file makes a float: a literal or ``float(...)``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield node.lineno


def test_rules_tables_queries_and_actions_make_no_float() -> None:
    exact = [path for path in code(*MONEY_ROOMS) if inside(path) not in TOSSES_COINS | MEASURES_PAPER]
    assert not [f"{inside(path)}:{line}" for path in exact for line in floats(path)]


def test_sums_in_fen_are_never_divided_into_a_float() -> None:
    found = [
        f"{inside(path)}:{node.lineno}"
        for path in code("models", "ui/terminal")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and "fen" in ast.unparse(node.left)
    ]
    assert not found


def test_only_the_clock_asks_the_machine_for_the_day() -> None:
    asked = {
        inside(path)
        for path in code("models", "reports")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow")
        if isinstance(node.value, ast.Name) and node.value.id in ("date", "datetime")
    }
    assert asked <= ASKS_THE_MACHINE
