"""``template``: the empty ledger, without a data folder."""

from pathlib import Path

import pytest

from models.ledger.proposal import FIELDS
from models.rules.problems import Refused
from tests.ui.terminal.conftest import Call, Commands


def test_the_template_names_every_field_and_holds_no_claim(tmp_path: Path, call: Call, run: Commands) -> None:
    path = tmp_path / "模板.xlsx"
    assert call("template", str(path)) == {"file": str(path)}
    answer = run("import", path, "--dry-run")
    assert (set(answer["columns"]), answer["rows_read"]) == (set(FIELDS), 0)


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "filled in.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(Refused, match="template_there"):
        call("template", str(path))
    assert path.read_bytes() == b"mine"
