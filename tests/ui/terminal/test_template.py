"""``template``: the empty ledger, without a data folder."""

from pathlib import Path

from models.ledger.proposal import FIELDS
from tests.ui.terminal.conftest import Commands


def test_the_template_names_every_field_and_holds_no_claim(tmp_path: Path, run: Commands) -> None:
    path = tmp_path / "模板.xlsx"
    assert run("template", path).told == {"file": str(path)}
    assert not run.data.exists()
    answer = run("import", path, "--dry-run")
    assert (set(answer["columns"]), answer["rows_read"]) == (set(FIELDS), 0)


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path, run: Commands) -> None:
    path = tmp_path / "filled in.xlsx"
    path.write_bytes(b"mine")
    assert run("template", path, status=1).codes == ["template_there"]
    assert path.read_bytes() == b"mine"
