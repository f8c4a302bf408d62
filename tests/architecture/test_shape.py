"""The shape of the source: short functions and files, meaning said, no cycles, no hidden imports."""

import graphlib
import statistics

from tests.architecture.tree import HERE, code, functions, imports, inside, module

LONGEST_FILE = 400
LONGEST_MOST = 20
QT_OVERRIDES = ("Event", "Hint")
"""Qt calls these by its own names: paintEvent, sizeHint; what they mean is Qt's to say."""


def test_nine_functions_of_ten_are_at_most_twenty_lines() -> None:
    lengths = [function.lines for path in code() for function in functions(path)]
    assert statistics.quantiles(lengths, n=10)[-1] <= LONGEST_MOST


def test_no_function_is_longer_than_a_screen() -> None:
    assert not [
        f"{one.where} {one.name}: {one.lines}" for path in code() for one in functions(path) if one.lines > 60
    ]


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = {
        inside(path): lines
        for path in [*code(), *code("tests"), HERE / "dev.py"]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_public_functions_say_what_they_mean() -> None:
    public = [
        one
        for path in code()
        for one in functions(path)
        if one.public and not one.name.endswith(QT_OVERRIDES)
    ]
    silent = [f"{one.where} {one.name}" for one in public if not one.documented]
    assert len(silent) <= 0.05 * len(public), silent


def test_no_module_reaches_itself_through_its_imports() -> None:
    names = {module(path) for path in code()}
    graph = {
        module(path): {name for _, name in imports(path, top_level=True) if name in names} - {module(path)}
        for path in code()
    }
    for (
        name,
        known,
    ) in graph.items():  # `from models.rules import money` runs models.rules too, which is empty
        known -= {other for other in known if name.startswith(other + ".")}
    graphlib.TopologicalSorter(graph).prepare()


def test_our_own_modules_are_imported_at_the_top() -> None:
    own = ("models", "reports", "ui")
    hidden = [
        f"{inside(path)}:{line} {name}"
        for path in code(*own)
        for line, name in set(imports(path)) - set(imports(path, top_level=True))
        if name.split(".")[0] in own
    ]
    assert not hidden
