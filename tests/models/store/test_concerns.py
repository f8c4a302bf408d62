"""Damage is told by the claims it is about: those of the record, or of what the record belongs to."""

from __future__ import annotations

from pathlib import Path

from models.actions.evidence import attach
from models.clock import Clock
from models.store.verify import verify


def concerned(store):
    return {
        (each.what, each.where.split(" ")[0]): each.claims for each in verify(store, Clock().now()).damage
    }


def test_an_altered_claim_is_about_itself(store, claim):
    claim()
    second = claim()
    store.database.execute_sql("UPDATE claim SET amount_fen = 1 WHERE id = ?", (second,))
    assert concerned(store) == {("row", "claim"): (second,)}


def test_an_altered_document_is_about_every_claim_it_was_attached_to(store, desk, claim, tmp_path: Path):
    first, second = claim(), claim()
    file = tmp_path / "合同.pdf"
    file.write_bytes(b"%PDF signed")
    for key in (first, second):
        attach(desk, [key], file, "contract")
    (content,) = [path for path in store.folder.vault.root.rglob("*") if path.is_file()]
    content.chmod(0o600)
    content.write_bytes(b"%PDF forged")
    assert concerned(store) == {("file", "合同.pdf"): (first, second)}


def test_an_altered_piece_of_evidence_is_about_the_claims_it_proves(store, desk, claim, tmp_path: Path):
    key = claim()
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    attach(desk, [key], tmp_path / "a.pdf", "contract")
    store.database.execute_sql("UPDATE evidence SET source = 'x'")
    assert concerned(store)["row", "evidence"] == (key,)


def test_the_data_of_the_firm_are_about_no_claim(store, firm):
    store.database.execute_sql("UPDATE creditor SET account = '0'")
    assert concerned(store) == {("row", "creditor"): ()}
