"""The project's own source as trees: which files there are, what each imports, how long its functions are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
ROOMS = ("models", "reports", "ui")
NOT_OURS = {"out", "__pycache__"}


@dataclass(frozen=True)
class Function:
    """One function: ``lines`` from its ``def`` to its end, without the docstring."""

    where: str
    name: str
    lines: int
    documented: bool
    public: bool


def code(*rooms: str) -> list[Path]:
    """The source files of the rooms (``models``, ``ui/common``), of all and main.py when none is named."""
    if rooms:
        return sorted(path for room in rooms for path in (HERE / room).rglob("*.py"))
    return [*HERE.glob("main.py"), *code(*ROOMS)]


def inside(path: Path) -> str:
    """The path as the project names it, with forward slashes."""
    return path.relative_to(HERE).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the project: its path inside and its text."""
    for path in sorted(HERE.rglob("*")):
        parts = path.relative_to(HERE).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts)
        if path.is_file() and not hidden and not NOT_OURS.intersection(parts):
            try:
                yield inside(path), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def module(path: Path) -> str:
    """The dotted name of a file: ``models.rules.money``; a package goes by its folder."""
    return ".".join(path.relative_to(HERE).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path, *, top_level: bool = False) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a file imports; ``from a import b`` names ``a`` and ``a.b``."""
    for node in tree(path).body if top_level else ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def functions(path: Path) -> Iterator[Function]:
    """Every function of a file, those inside classes and functions too."""
    yield from _functions(tree(path), inside(path), public=True, nested=False)


def _functions(node: ast.AST, where: str, *, public: bool, nested: bool) -> Iterator[Function]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            open_ = public and not nested and not child.name.startswith("_")
            yield _measured(child, where, public=open_)
            yield from _functions(child, where, public=False, nested=True)
        elif isinstance(child, ast.ClassDef):
            yield from _functions(
                child, where, public=public and not child.name.startswith("_"), nested=nested
            )
        else:
            yield from _functions(child, where, public=public, nested=nested)


def _measured(node: ast.FunctionDef | ast.AsyncFunctionDef, where: str, *, public: bool) -> Function:
    documented = ast.get_docstring(node) is not None
    end = node.end_lineno or node.lineno
    doc = node.body[0]
    doc_lines = (doc.end_lineno or doc.lineno) - doc.lineno + 1 if documented else 0
    return Function(
        f"{where}:{node.lineno}", node.name, end - node.lineno + 1 - doc_lines, documented, public
    )
