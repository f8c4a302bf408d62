"""``attach`` and ``evidence``."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

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
    assert (answer["complete"], answer["next"]) == ("1/6", "delivery")
    assert [each["missing"] for each in answer["slots"]] == [False, True, True, True, True, True, False]
    (item,) = slots["contract"]["items"]
    assert {name: item[name] for name in item if name not in ("sha256", "taken_at")} == {
        "evidence": "1", "name": "合同.pdf", "kind": "contract", "bytes": 6, "proves": "the debt",
    }  # fmt: skip
    assert item["taken_at"].endswith("Z")


def test_what_fits_no_slot_stands_last_and_does_not_count(run: Commands, claim: str) -> None:
    run("attach", claim, a_file(run), "--kind", "payment")
    answer = run("evidence", claim)
    assert (answer["complete"], answer["next"]) == ("0/6", "delivery")
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
    for name, code in (("", "not_a_file"), ("pipe", "not_a_file"), ("dangling", "not_a_file")):
        assert run("attach", claim, run.data.parent / name, status=1).codes == [code]
    assert run("attach", claim, "/dev/null", status=1).codes == ["not_a_file"]


@pytest.mark.parametrize("line", [("attach", "77", __file__), ("attach", "x", __file__), ("evidence", "77")])
def test_an_unknown_claim_is_refused_and_nothing_stays_in_the_vault(
    run: Commands, claim: str, line: tuple[str, ...]
) -> None:
    assert run(*line, status=1).codes == ["unknown_id"]
    assert not [file for file in (run.data / "vault").rglob("*") if file.is_file()]


def test_the_chain_says_how_whole_it_is_and_what_would_help(run: Commands, claim: str) -> None:
    told = run("evidence", claim)
    assert told["score"] == 0
    best = told["gaps"][0]
    assert (best["slot"], best["document"], best["who"], best["gain"]) == (
        "delivery", "signed_delivery_note", "own", 30,
    )  # fmt: skip
    assert best["text"] == "Add from our files: Signed delivery note"
    assert run("proof")["claims"][0]["next"] == best["text"]


def test_a_document_tells_of_itself_and_its_custody_is_kept(
    run: Commands, claim: str, tmp_path: Path
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("00:01 请问", "utf-8")
    (tmp_path / "call.m4a").write_bytes(b"\0")
    key = run("attach", claim, tmp_path / "call.m4a", "--kind", "recording")["evidence"]
    told = run("describe", key, "--device", "手机 A", "--transcript", words, "--document", "recorded_demand")
    assert (told["device"], told["transcript"], told["document"]) == (
        "手机 A",
        "00:01 请问",
        "recorded_demand",
    )
    assert run("describe", key, "--keeper", "林晓")["device"] == "手机 A"
    run("hold", key, "--why", "诉讼")
    assert run("void-evidence", key, "--why", "x", status=1).codes == ["evidence_held"]
    run("release", key, "--why", "结案")
    run("copy-out", key, "--out", tmp_path / "out.m4a", "--why", "律师")
    run("void-evidence", key, "--why", "重复")
    acts = [line["act"] for line in run("custody", key)["log"]]
    assert acts == ["taken", "described", "described", "held", "released", "exported", "voided"]


def test_a_scan_waits_until_it_is_filed(run: Commands, claim: str, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"a")
    (folder / "b.pdf").write_bytes(b"b")
    assert run("scans", status=1).codes == ["no_scan_folder"]
    assert [each["name"] for each in run("scans", "--folder", folder)["waiting"]] == ["a.pdf", "b.pdf"]
    run("file-scan", "a.pdf", claim, "--folder", folder, "--kind", "delivery")
    left = run("scan-aside", "b.pdf", "--folder", folder, "--why", "空白")["waiting"]
    assert left == []


def test_a_bundle_is_written_with_its_pages(run: Commands, claim: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    key = run("attach", claim, tmp_path / "a.txt", "--kind", "statement")["evidence"]
    out = tmp_path / "out.pdf"
    told = run("bundle", claim, "--out", out)
    (document,) = told["documents"]
    assert told["file"] == str(out)
    assert (document["number"], document["title"], document["from_page"], document["to_page"]) == (
        1,
        "a",
        3,
        3,
    )
    assert told["pages"] >= 4
    assert run("bundle", claim, "--out", tmp_path / "f", "--folder")["pages"] == told["pages"]
    assert run("bundle", claim, "--out", out, "--leave-out", key, status=1).codes == ["nothing_to_bundle"]


def test_a_bundle_is_chinese_unless_it_is_asked_for_in_english(
    run: Commands, claim: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    run("attach", claim, tmp_path / "a.txt", "--kind", "statement")
    run("--lang", "en", "bundle", claim, "--out", tmp_path / "usual.pdf")
    run("bundle", claim, "--out", tmp_path / "english.pdf", "--language", "en")
    covers = [
        "".join(PdfReader(tmp_path / name).pages[0].extract_text().split())
        for name in ("usual.pdf", "english.pdf")
    ]
    assert ["证据材料" in cover for cover in covers] == [True, False]
