"""The bundle of a claim with forty mixed documents, read back from the PDF."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from main import render
from models.actions.bundles import Choices, bundle_claim, bundle_into, original_name
from models.actions.evidence import attach, void
from models.progress import Cancelled
from models.queries.bundle import bundle_facts
from models.queries.custody import custody_of
from models.rules.problems import Refused
from models.store.verify import verify
from reports.leaves import drawable
from tests.models.actions.mixed_documents import pdf, take_in


@pytest.fixture(scope="module")
def forty(tmp_path_factory):
    """One bundle of forty documents for all tests that only read it."""
    from datetime import date

    from models.actions.claims import ClaimDraft, register
    from models.actions.desk import Desk
    from models.actions.parties import set_creditor
    from models.clock import Clock
    from models.store import open_store
    from tests.conftest import TODAY

    folder = tmp_path_factory.mktemp("bundle")
    store = open_store(folder / "data")
    desk = Desk(store, Clock(TODAY), "林晓")
    set_creditor(desk, name="苏南精工科技有限公司")
    draft = ClaimDraft(
        debtor="苏州恒锐精密制造有限公司", amount_fen=18_640_000, due_on=date(2026, 10, 4), number="INV-1"
    )
    key, _ = register(desk, draft)
    (folder / "in").mkdir()
    take_in(desk, key, folder / "in")
    made = bundle_claim(desk, key, folder / "out.pdf", render)
    yield desk, key, made, PdfReader(folder / "out.pdf"), folder
    store.close()


def text(reader, page):
    return "".join(reader.pages[page - 1].extract_text().split())


def test_it_has_forty_documents_on_one_count_of_pages(forty):
    _, _, made, reader, _ = forty
    assert len(made.bundle.exhibits) == 40
    assert made.bundle.pages == len(reader.pages)
    for number in range(1, len(reader.pages) + 1):
        assert f"第{number}页共{len(reader.pages)}页" in text(reader, number)


def test_the_documents_follow_each_other_without_a_gap(forty):
    _, _, made, _, _ = forty
    ends = [(each.from_page, each.to_page) for each in made.bundle.exhibits]
    assert all(first <= last for first, last in ends)
    assert all(after[0] == before[1] + 1 for before, after in pairwise(ends))
    assert made.bundle.interest_pages[0] == ends[-1][1] + 1


def test_the_list_names_the_pages_on_which_the_documents_stand(forty):
    _, _, made, reader, _ = forty
    listed = "".join(text(reader, page) for page in range(2, made.bundle.exhibits[0].from_page))
    at = 0
    for each in made.bundle.exhibits:
        span = str(each.from_page) if each.from_page == each.to_page else f"{each.from_page}–{each.to_page}"
        title = drawable(each.title)
        found = listed.find(f"{each.number}{title}1{span}", at)
        assert found >= 0, (each, span)
        at = found
        for page in range(each.from_page, each.to_page + 1):
            assert re.search(rf"证据{each.number}(?!\d)", text(reader, page))


def test_every_page_of_a_pdf_is_on_its_page(forty):
    _, _, made, reader, _ = forty
    named = {
        "采购框架合同": "CONTRACT",
        "横向附件": "LANDSCAPE",
        "转过的扫描": "TURNED",
        "订单2": "ORDER2",
        "附件1": "ATTACHED1",
    }
    for each in made.bundle.exhibits:
        if each.title in named:
            for page in range(each.from_page, each.to_page + 1):
                assert f"{named[each.title]}page{page - each.from_page + 1}" in text(reader, page)


def test_a_seal_that_is_an_annotation_is_shown(forty):
    _, _, made, reader, _ = forty
    (each,) = [each for each in made.bundle.exhibits if each.title == "盖章补充协议"]
    assert "SEALMARK" in text(reader, each.from_page)


def test_mails_chats_and_recordings_are_rendered_as_words(forty):
    _, _, made, reader, _ = forty
    pages = {each.title: each.from_page for each in made.bundle.exhibits}
    assert "请核对附件" in text(reader, pages["来信1"])
    assert "欠款186,400.00元我认〔U+1FAE0〕" in text(reader, pages["聊天\U0001fae0"])
    assert "00:09王建国：下周" in text(reader, pages["录音"])
    assert "尚无文字稿" in text(reader, pages["录音2"])


def test_what_is_no_page_is_said(forty):
    _, _, made, _, _ = forty
    told = {(doubt.code, doubt.params["file"]) for doubt in made.doubts}
    assert told == {
        ("exhibit_not_shown", "坏的.pdf"), ("exhibit_not_shown", "报表.xlsx"), ("exhibit_not_shown", "看图.exe"),
        ("exhibit_not_shown", "坏图.jpg"), ("exhibit_no_transcript", "录音2.m4a"),
    }  # fmt: skip


def test_a_mails_attachment_stands_right_behind_it(forty):
    titles = [each.title for each in forty[2].bundle.exhibits]
    for number in range(3):
        assert titles[titles.index(f"来信{number}") + 1] == f"附件{number}"


def test_the_outline_leads_to_every_document(forty):
    _, _, made, reader, _ = forty

    def flat(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry.title, reader.get_destination_page_number(entry) + 1

    pages = dict(flat(reader.outline))
    for each in made.bundle.exhibits:
        assert pages[f"{each.number} {drawable(each.title)}"] == each.from_page


def test_every_hash_is_in_it_and_checks(forty):
    desk, _, made, reader, _ = forty
    hashes = "".join(
        text(reader, page) for page in range(made.bundle.interest_pages[1] + 1, made.bundle.pages + 1)
    )
    for exhibit in made.facts.exhibits:
        content = desk.store.folder.vault.path_of(exhibit.sha256).read_bytes()
        assert hashlib.sha256(content).hexdigest() == exhibit.sha256
        assert exhibit.sha256 in hashes


def test_two_runs_on_the_same_evidence_give_equal_bytes(forty):
    desk, key, _, _, folder = forty
    bundle_claim(desk, key, folder / "again.pdf", render)
    assert (folder / "again.pdf").read_bytes() == (folder / "out.pdf").read_bytes()


def test_the_manifest_stands_beside_it_with_the_head_of_the_journal(forty):
    desk, _, made, _, folder = forty
    told = json.loads((folder / "out.manifest.json").read_text("utf-8"))
    journal = desk.store.database.execute_sql(
        "SELECT verb, hash FROM journal WHERE seq = ?", (told["journal"]["seq"],)
    )
    assert journal.fetchone() == ("bundle_evidence", told["journal"]["hash"])
    assert [each["sha256"] for each in told["documents"]] == [each.sha256 for each in made.facts.exhibits]
    assert len(told["journal"]["hash"]) == 64
    assert told["journal"]["hash"][:16] not in "".join(
        page.extract_text() for page in PdfReader(folder / "out.pdf").pages
    )


def test_a_zip_has_the_originals_as_they_are(forty):
    desk, key, made, _, folder = forty
    bundle_claim(desk, key, folder / "all.zip", render)
    with zipfile.ZipFile(folder / "all.zip") as archive:
        for exhibit in made.facts.exhibits:
            content = archive.read(f"originals/{original_name(exhibit)}")
            assert hashlib.sha256(content).hexdigest() == exhibit.sha256
        assert archive.read("bundle.pdf") == (folder / "out.pdf").read_bytes()


def test_what_went_into_a_bundle_stands_in_its_custody_log(forty):
    desk, _, made, _, _ = forty
    for exhibit in made.facts.exhibits:
        assert ("bundled", "out.pdf") in [
            (line.act, line.why) for line in custody_of(desk.store, exhibit.evidence)
        ]
    assert verify(desk.store, desk.clock.now()).damage == ()


@pytest.fixture
def small(desk, claim, tmp_path):
    """A claim with one document."""
    (tmp_path / "合同.pdf").write_bytes(pdf("CONTRACT"))
    key = claim()
    return key, attach(desk, [key], tmp_path / "合同.pdf", "contract").evidence


def test_a_folder_has_the_same(firm, small, tmp_path):
    key, _ = small
    made = bundle_into(firm, key, tmp_path / "立案", render)
    assert sorted(str(file.relative_to(made.file)) for file in made.file.rglob("*") if file.is_file()) == [
        "bundle.pdf", "manifest.json", "originals/001-合同.pdf",
    ]  # fmt: skip
    with pytest.raises(Refused) as raised:
        bundle_into(firm, key, tmp_path / "立案", render)
    assert raised.value.problems[0].code == "folder_there"


def test_what_is_left_out_or_voided_is_not_in_it(firm, small, tmp_path):
    key, evidence = small
    (tmp_path / "b.txt").write_bytes(b"b")
    other = attach(firm, [key], tmp_path / "b.txt", "statement").evidence
    assert [
        each.evidence for each in bundle_facts(firm.store, key, firm.today, leave_out=[other]).exhibits
    ] == [evidence]
    void(firm, evidence, "重复")
    assert [each.evidence for each in bundle_facts(firm.store, key, firm.today).exhibits] == [other]


def test_without_evidence_there_is_no_bundle(firm, claim, tmp_path):
    with pytest.raises(Refused) as raised:
        bundle_claim(firm, claim(), tmp_path / "out.pdf", render)
    assert raised.value.problems[0].code == "nothing_to_bundle"
    assert not (tmp_path / "out.pdf").exists()


def test_a_damaged_file_is_named_before_anything_is_made(firm, small, tmp_path):
    key, _ = small
    (exhibit,) = bundle_facts(firm.store, key, firm.today).exhibits
    path = firm.store.folder.vault.path_of(exhibit.sha256)
    path.chmod(0o600)
    path.write_bytes(b"altered")
    with pytest.raises(Refused) as raised:
        bundle_claim(firm, key, tmp_path / "out.pdf", render)
    assert [problem.code for problem in raised.value.problems] == ["evidence_damaged"]


@pytest.mark.parametrize("name", ["out.pdf", "out.zip"])
def test_a_cancelled_bundle_leaves_nothing(firm, small, tmp_path, name):
    def stop(done, total):
        if done:
            raise Cancelled

    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        bundle_claim(firm, small[0], tmp_path / name, render, progress=stop)
    assert sorted(tmp_path.iterdir()) == before


def test_in_english_it_says_the_same(firm, small, tmp_path):
    bundle_claim(
        firm, small[0], tmp_path / "out.pdf", render, Choices(language="en", case_number="(2026) 123")
    )
    reader = PdfReader(BytesIO((tmp_path / "out.pdf").read_bytes()))
    assert "EvidenceList" in text(reader, 2)
    assert "(2026)123" in text(reader, 2)
