"""The commands, given as they are typed, in this process: what they print, and how they end."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from main import main
from models.rules.problems import Refused
from ui.terminal.sums import add_commands

LEDGERS = Path(__file__).resolve().parents[2] / "ledgers"
TODAY = "2026-11-30"
CREDITOR = (
    "--name", "苏南精工科技有限公司", "--address", "苏州工业园区星澄路 88 号", "--phone", "0512-8800 0456",
    "--bank", "中国工商银行苏州工业园区支行", "--account", "1102 0260 0900 0012 345", "--letter-prefix", "苏精",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """How a command ended; ``told`` is the one JSON object on its standard output, {} where there is none."""

    status: int
    told: dict[str, Any]
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """Codes of its problems, or of its warnings where it was done."""
        return [each["code"] for each in self.told.get("problems" if self.status else "warnings", [])]

    def __getitem__(self, name: str) -> Any:
        return self.told[name]


@dataclass
class Commands:
    """Types commands on one data folder, on one day."""

    data: Path
    capsys: pytest.CaptureFixture[str]
    today: str = TODAY

    def __call__(self, *line: object, status: int = 0, today: str | None = None) -> Answer:
        """Run it with --json; it must end with ``status``."""
        answer = self.typed(
            "--data", self.data, "--today", today or self.today, "--lang", "en", "--json", *line
        )
        assert answer.status == status, (line, answer)
        return answer

    def typed(self, *line: object) -> Answer:
        """Run exactly this line, global options and all."""
        self.capsys.readouterr()
        try:
            ended = main([str(part) for part in line])
        except SystemExit as usage:
            ended = int(usage.code or 0)
        out, err = self.capsys.readouterr()
        told = json.loads(out) if "--json" in line and out else {}
        return Answer(ended, told, out, err)

    def everything(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """All claims and the whole aging, to be compared before and after."""
        return self("claims", "--all").told, self("aging", "--by", "claim").told

    def ledger(self, *rows: str, name: str = "ledger.csv", head: str = "客户,单号,金额,已付,到期日") -> Path:
        """A small ledger beside the data folder."""
        file = self.data.parent / name
        file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8-sig")
        return file

    def one(self, number: str) -> dict[str, Any]:
        """The one claim of this number, open or not."""
        (found,) = [each for each in self("claims", "--all")["claims"] if each["number"] == number]
        return dict(found)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path / "data", capsys)


@pytest.fixture
def typed_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What stands on the command's standard input."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.fixture
def firm(run: Commands) -> Commands:
    """A creditor that is complete, and three debtors with claims long overdue; the last has no address."""
    run("creditor", *CREDITOR)
    run("import", run.ledger(
        "苏州恒锐精密制造有限公司,A-1,1000.00,0,2026-09-01",
        "苏州恒锐精密制造有限公司,A-2,2000.00,500.00,2026-10-01",
        "无锡蓝科新能源有限公司,B-1,300.00,0,2026-08-15",
        "常州无址贸易有限公司,C-1,70.00,0,2026-07-01",
    ))  # fmt: skip
    run("debtor", "苏州恒锐精密制造有限公司", "--address", "苏州市锐进路 16 号", "--postcode", "215124")
    run("debtor", "无锡蓝科新能源有限公司", "--address", "无锡市新吴区 1 号")
    return run


Call = Callable[..., dict[str, Any]]


@pytest.fixture
def call() -> Call:
    """Run one of the commands that only compute, straight to its answer; a refusal comes as the exception."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang")
    add_commands(parser.add_subparsers(required=True))

    def run(*line: str) -> dict[str, Any]:
        parsed = parser.parse_args(line)
        return dict(parsed.handler(parsed))

    return run


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str | None]]:
    """Code and place of every reason of a refusal."""
    return [(problem.code, problem.where) for problem in refused.value.problems]
