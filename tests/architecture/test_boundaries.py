"""Who may know whom, beyond the import contracts: the window's toolkit, the workspaces, the commands."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import HERE, code, imports, inside, module

WORKSPACES = (
    *("calls", "claims", "debtors", "evidence", "ledger", "letters"),
    *("palette", "plans", "settings", "today"),
)
WITHOUT_QT = ("ui/terminal/", "ui/problems.py", "ui/version_guard.py")
QT_REFUSED = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is refused here")
sys.meta_path.insert(0, NoQt())
sys.path.insert(0, ".")
"""


def without_qt(body: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with every import of Qt refused."""
    words = [sys.executable, "-c", QT_REFUSED + body, *arguments]
    return subprocess.run(words, cwd=HERE, capture_output=True, encoding="utf-8", check=False)


def test_qt_is_imported_by_the_window_alone() -> None:
    strangers = [
        f"{inside(path)}:{line}"
        for path in code()
        for line, name in imports(path)
        if name.split(".")[0] in ("PySide6", "shiboken6")
        and (not inside(path).startswith("ui/") or inside(path).startswith(WITHOUT_QT))
    ]
    assert not strangers


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_a_workspace_knows_no_other(workspace: str) -> None:
    others = tuple(f"ui.{other}" for other in WORKSPACES if other != workspace)
    known = [
        f"{inside(path)}:{line} {name}"
        for path in code(f"ui/{workspace}")
        for line, name in imports(path)
        if name.startswith(tuple(f"{other}." for other in others)) or name in others
    ]
    assert not known


@pytest.mark.parametrize("path", code("ui/terminal"), ids=inside)
def test_each_part_of_the_commands_loads_where_qt_is_refused(path: Path) -> None:
    done = without_qt(f"import {module(path)}")
    assert done.returncode == 0, done.stderr


def test_a_command_ends_well_where_qt_is_refused() -> None:
    body = "import runpy; sys.argv[0] = 'main.py'; runpy.run_path('main.py', run_name='__main__')"
    done = without_qt(body, "--json", "uppercase", "186400.00")
    assert done.returncode == 0, done.stderr
    assert "人民币壹拾捌万陆仟肆佰元整" in done.stdout


def test_the_refusal_of_qt_refuses() -> None:
    assert "refused here" in without_qt("import PySide6.QtCore").stderr


def test_the_program_opens_no_connection() -> None:
    network = ("socket", "http", "urllib", "ftplib", "smtplib", "ssl", "requests", "asyncio")
    windows = ("QNetworkAccessManager", "QTcpSocket", "QUdpSocket", "QSslSocket", "QTcpServer")
    found = {
        (inside(path), name)
        for path in code()
        for _, name in imports(path)
        if name.split(".")[0] in network or name.split(".")[-1] in windows
    }
    assert found <= {("models/store/locks.py", "socket")}  # the name of the machine, for a message


def imported(room: str) -> set[tuple[str, str]]:
    """File and name of everything that the room imports."""
    return {(inside(path), name) for path in code(room) for _, name in imports(path)}


def test_rules_stand_on_the_standard_library_alone() -> None:
    assert not [
        (path, name)
        for path, name in imported("models/rules")
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("models.rules")
    ]


def test_reports_know_of_the_models_only_the_rules() -> None:
    assert not [
        (path, name)
        for path, name in imported("reports")
        if name.startswith("models") and not name.startswith("models.rules")
    ]


def test_the_window_and_the_commands_see_no_table() -> None:
    below = ("models.tables", "models.vault", "peewee", "playhouse", "sqlite3")
    # One writes a file whole, the other is the key of encrypted books, handed on as it is; neither knows a table.
    fair = ("models.vault.durable", "models.vault.key")
    seen = {(path, name) for path, name in imported("ui") if name.startswith(below)}
    assert not [(path, name) for path, name in seen if not name.startswith(fair)]
