"""``attach`` and ``evidence``."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def claim(run: Commands) -> str:
    run("import", run.ledger("甲,1,100.00,,2026-09-01"))
    return str(run.one("1")["id"])


def a_file(run: Commands, name: str = "合同.pdf", content: bytes = b"signed") -> Path:
    file = run.data.parent / name
    file.write_bytes(content)
    return file


def test_a_file_is_kept_under_its_hash_and_stays_where_it_is(run: Commands, claim: str) -> None:
    file = a_file(run)
    answer = run("attach", claim, file, "--kind", "contract", "--proves", "the debt")
    digest = hashlib.sha256(b"signed").hexdigest()
    assert answer.told == {"evidence": "1", "sha256": digest, "bytes": 6}
    assert file.read_bytes() == b"signed"
    assert (run.data / "vault" / digest[:2] / digest).read_bytes() == b"signed"


def test_the_chain_shows_its_slots_and_what_comes_next(run: Commands, claim: str) -> None:
    run("attach", claim, a_file(run), "--kind", "contract", "--proves", "the debt")
    answer = run("evidence", claim)
    slots = {each["slot"]: each for each in answer["slots"]}
    assert list(slots) == ["contract", "order", "delivery", "invoice", "statement", "demand", "other"]
    assert (answer["complete"], answer["next"]) == ("1/6", "order")
    assert [each["missing"] for each in answer["slots"]] == [False, True, True, True, True, True, False]
    (item,) = slots["contract"]["items"]
    assert {name: item[name] for name in item if name not in ("sha256", "taken_at")} == {
        "evidence": "1", "name": "合同.pdf", "kind": "contract", "bytes": 6, "proves": "the debt",
    }  # fmt: skip
    assert item["taken_at"].endswith("Z")


def test_what_fits_no_slot_stands_last_and_does_not_count(run: Commands, claim: str) -> None:
    run("attach", claim, a_file(run), "--kind", "payment")
    answer = run("evidence", claim)
    assert (answer["complete"], answer["next"]) == ("0/6", "contract")
    assert [item["kind"] for item in answer["slots"][-1]["items"]] == ["payment"]


def test_no_paths_are_told(run: Commands, claim: str) -> None:
    run("attach", claim, a_file(run))
    assert str(run.data.parent) not in run("evidence", claim).out


def test_the_claim_list_counts_the_same_slots(run: Commands, claim: str) -> None:
    run("attach", claim, a_file(run), "--kind", "invoice")
    assert run.one("1")["evidence"] == run("evidence", claim)["complete"] == "1/6"


def test_the_same_content_again_is_kept_and_named(run: Commands, claim: str) -> None:
    run("attach", claim, a_file(run))
    assert run("attach", claim, a_file(run, "again.pdf")).codes == ["same_content"]


@pytest.mark.parametrize(
    "name",
    ["x.exe", "scan.pdf.scr ", "a.docm", "CON", "‮fdp.exe", "😀.pdf", "a\nb.pdf", "é" * 120, "'; DROP.pdf"],
)
def test_a_name_is_data(run: Commands, claim: str, name: str) -> None:
    run("attach", claim, a_file(run, name))
    assert run("evidence", claim)["slots"][-1]["items"][0]["name"] == name
    assert run("verify")["ok"] is True


def test_a_name_that_is_no_text_is_kept_as_escapes(run: Commands, claim: str) -> None:
    file = Path(os.fsdecode(os.fsencode(run.data.parent) + b"/scan-\xff.pdf"))
    file.write_bytes(b"x")
    run("attach", claim, file)
    assert run("evidence", claim)["slots"][-1]["items"][0]["name"] == "scan-\\xff.pdf"


def test_only_regular_files_are_taken_in(run: Commands, claim: str) -> None:
    os.mkfifo(run.data.parent / "pipe")
    (run.data.parent / "dangling").symlink_to("/nowhere")
    for name, code in (("", "not_a_file"), ("pipe", "not_a_file"), ("dangling", "file_unreadable")):
        assert run("attach", claim, run.data.parent / name, status=1).codes == [code]
    assert run("attach", claim, "/dev/null", status=1).codes == ["not_a_file"]


@pytest.mark.parametrize("line", [("attach", "77", __file__), ("attach", "x", __file__), ("evidence", "77")])
def test_an_unknown_claim_is_refused_and_nothing_stays_in_the_vault(
    run: Commands, claim: str, line: tuple[str, ...]
) -> None:
    assert run(*line, status=1).codes == ["unknown_id"]
    assert not [file for file in (run.data / "vault").rglob("*") if file.is_file()]
