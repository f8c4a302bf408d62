"""Data is never markup, and a box that stops the work is made in one place."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.tree import code, inside, tree


def used(name: str) -> Iterator[str]:
    """Where the window makes or calls ``name``."""
    for path in code("ui"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and name in (
                getattr(node.func, "id", None),
                getattr(node.func, "attr", None),
            ):
                yield inside(path)


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("QLabel", "ui/common/"),
        ("setToolTip", "ui/common/"),
        ("QMessageBox", "ui/common/ask.py"),
        ("setCellWidget", "ui/common/"),
        ("QSortFilterProxyModel", "ui/common/nowhere"),
    ],
)
def test_each_has_one_home(name: str, home: str) -> None:
    assert not [path for path in used(name) if not path.startswith(home)]


def test_no_static_message_box_is_called() -> None:
    static = [
        f"{inside(path)}:{node.lineno}"
        for path in code("ui")
        if inside(path) != "ui/common/ask.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", None) == "QMessageBox"
    ]
    assert not static


def test_strings_are_translated_through_self() -> None:
    """lupdate reads the source word by word: only ``self.tr("…")`` with a plain string is found."""
    unread = [
        f"{inside(path)}:{node.lineno}"
        for path in code("ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", None) == "tr"
        and not (node.args and isinstance(node.args[0], ast.Constant))
    ]
    assert not unread
