"""A file that leaves is in the log before it has its name, and a manifest beside it ties it to the journal."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from models.actions.custody import export_copy
from models.actions.evidence import attach
from models.actions.exports import export_claims
from models.actions.leaving import disclose, leaving, manifest_of
from models.actions.parties import set_debtor
from models.actions.persons import export_person
from models.queries.claims import claim_rows
from models.queries.disclosures import disclosures
from models.vault.durable import write_bytes_whole
from tests.conftest import TODAY


def told(file: Path):
    return json.loads(file.read_text("utf-8"))


def leave(desk, target: Path, content: bytes = b"new") -> None:
    with leaving(desk, "export_claims", target) as (unit, part):
        write_bytes_whole(part, content)
        disclose(unit, target, rows=1)


def test_the_manifest_beside_an_export_has_its_hash_and_the_head_of_the_journal(desk, claim, tmp_path):
    claim()
    export_claims(desk, tmp_path / "债权.xlsx", claim_rows(desk.store, TODAY, TODAY), TODAY, "zh_CN")
    seq, head = desk.store.journal_head()
    found = told(tmp_path / "债权.xlsx.manifest.json")
    assert found["journal"] == {"seq": seq, "hash": head}
    assert disclosures(desk.store)[0].seq == seq
    content = (tmp_path / "债权.xlsx").read_bytes()
    (file,) = found["files"]
    assert file == {"file": "债权.xlsx", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def test_a_copy_of_evidence_and_what_a_person_is_handed_have_one_too(desk, claim, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    key = claim("王小明")
    set_debtor(desk, "王小明", is_person=True)
    taken = attach(desk, [key], tmp_path / "a.pdf", "contract")
    export_copy(desk, taken.evidence, tmp_path / "copy.pdf", "交律师")
    assert told(manifest_of(tmp_path / "copy.pdf"))["files"][0]["sha256"] == taken.sha256
    export_person(desk, tmp_path / "person", "王小明")
    found = told(tmp_path / "person" / "manifest.json")
    assert [each["file"] for each in found["files"]] == ["person.xlsx"]
    assert found["journal"]["hash"] == desk.store.journal_head()[1]


def test_work_that_fails_leaves_neither_file_nor_entry_and_the_file_before_stays(desk, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"old")
    with pytest.raises(TypeError, match="bytes"):
        leave(desk, tmp_path / "a.xlsx", "no bytes")
    assert [(file.name, file.read_bytes()) for file in tmp_path.glob("*.*")] == [("a.xlsx", b"old")]
    assert disclosures(desk.store) == []


def test_a_file_that_has_no_name_yet_is_in_the_log_already(desk, tmp_path, monkeypatch):
    """As a crash would leave it: whoever gets a file finds it in the log."""
    replace = Path.replace

    def ended(part: Path, target: Path) -> Path:
        if target == tmp_path / "a.xlsx":
            raise OSError("killed")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", ended)
    with pytest.raises(OSError, match="killed"):
        leave(desk, tmp_path / "a.xlsx")
    assert [each.file for each in disclosures(desk.store)] == ["a.xlsx"]
    assert not (tmp_path / "a.xlsx").exists()
    assert list(tmp_path.glob(".qz-*")) == []


def test_the_longest_name_has_a_manifest(desk, tmp_path):
    leave(desk, tmp_path / f"{'长' * 80}.xlsx")
    assert len(list(tmp_path.glob("长*.manifest.json"))) == 1


def test_where_it_could_not_be_written_nothing_is_begun(desk, tmp_path):
    for target in (Path("/dev/null"), tmp_path / "none" / "a.xlsx"):
        with pytest.raises(OSError, match=target.name):
            leave(desk, target)
    assert disclosures(desk.store) == []
