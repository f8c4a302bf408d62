"""What is known of a piece, who had it in hand, and what keeps it."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from models.actions.custody import export_copy, hold, note_use, release
from models.actions.evidence import PieceFacts, attach, describe, link, void
from models.actions.receipts import book_for_claim
from models.queries.custody import custody_of, kept_until
from models.queries.evidence import chain_of, piece, pieces_of
from models.rules.custody import CUSTODY_ACTS, keep_until
from models.rules.problems import Refused
from models.store.verify import verify
from tests.conftest import TODAY


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "送货单.pdf"
    file.write_bytes(b"%PDF-1.4 signed")
    return file


def codes(raised):
    return [problem.code for problem in raised.value.problems]


def test_a_described_copy_counts_less_than_an_original(desk, claim, scan):
    key = claim()
    attached = attach(desk, [key], scan, "delivery")
    whole = chain_of(desk.store, key).score
    describe(desk, attached.evidence, PieceFacts("signed_delivery_note", "copy", keeper="仓库 孙涛"))
    assert (whole, chain_of(desk.store, key).score) == (30, 22)
    assert piece(desk.store, attached.evidence).keeper == "仓库 孙涛"


@pytest.mark.parametrize(
    ("facts", "code"),
    [(PieceFacts(document="nonsense"), "unknown_document"), (PieceFacts(form="fax"), "unknown_form")],
)
def test_codes_nobody_knows_are_refused_before_anything_is_kept(desk, claim, scan, facts, code):
    key = claim()
    with pytest.raises(Refused) as raised:
        attach(desk, [key], scan, "delivery", facts=facts)
    assert codes(raised) == [code]
    assert pieces_of(desk.store, key) == []


def test_a_mail_brings_its_attachments_along(desk, claim, tmp_path):
    message = EmailMessage()
    message["Subject"] = "对账"
    message.set_content("见附件")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="对账单.pdf")
    message.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="看图.exe")
    (tmp_path / "来信.eml").write_bytes(message.as_bytes())
    key = claim()
    attached = attach(desk, [key], tmp_path / "来信.eml", "chat")
    found = pieces_of(desk.store, key)
    assert [(each.name, each.parent_id) for each in found] == [
        ("来信.eml", None),
        ("对账单.pdf", attached.evidence),
        ("看图.exe", attached.evidence),
    ]
    assert [problem.code for problem in attached.doubts] == ["runs_code"]


def test_the_same_content_on_another_claim_is_told_and_can_be_linked(desk, claim, scan):
    first, second = claim(), claim()
    kept = attach(desk, [first], scan, "delivery")
    (doubt,) = attach(desk, [second], scan, "delivery").doubts
    assert (doubt.code, doubt.where) == ("same_content_elsewhere", str(kept.evidence))
    third = claim()
    link(desk, kept.evidence, [third])
    link(desk, kept.evidence, [third])
    assert [each.id for each in pieces_of(desk.store, third)] == [kept.evidence]


def test_the_custody_log_says_who_had_it_and_why(desk, claim, scan, tmp_path):
    key = attach(desk, [claim()], scan, "delivery").evidence
    note_use(desk, key, "looked")
    note_use(desk, key, "looked")
    export_copy(desk, key, tmp_path / "out.pdf", "交律师")
    void(desk, key, "扫错了")
    log = custody_of(desk.store, key)
    assert [(line.act, line.why) for line in log] == [
        ("taken", None), ("looked", None), ("exported", "交律师"), ("voided", "扫错了"),
    ]  # fmt: skip
    assert {line.by for line in log} == {desk.who}
    assert {line.act for line in log} <= set(CUSTODY_ACTS)
    assert (tmp_path / "out.pdf").read_bytes() == scan.read_bytes()
    assert verify(desk.store, desk.clock.now()).damage == ()


def test_what_is_held_for_a_case_cannot_be_voided(desk, claim, scan):
    key = attach(desk, [claim()], scan, "delivery").evidence
    hold(desk, key, "诉讼中")
    with pytest.raises(Refused) as raised:
        void(desk, key, "重复")
    assert codes(raised) == ["evidence_held"]
    release(desk, key, "结案")
    void(desk, key, "重复")
    assert piece(desk.store, key).voided_at is not None


@pytest.mark.parametrize(
    ("ended", "until"),
    [
        ([date(2026, 3, 1)], date(2056, 12, 31)),
        ([date(2026, 3, 1), date(2027, 1, 1)], date(2057, 12, 31)),  # the last one counts
        ([date(2026, 3, 1), None], None),  # one is still open
        ([], None),
    ],
)
def test_evidence_is_kept_thirty_years_after_the_year_its_last_claim_ended(ended, until):
    assert keep_until(ended, 30) == until


def test_a_paid_claim_starts_the_years_of_keeping(desk, claim, scan):
    key = claim(fen=1_000_00)
    kept = attach(desk, [key], scan, "delivery").evidence
    assert kept_until(desk.store, kept, TODAY) is None
    book_for_claim(desk, key, 1_000_00)
    assert kept_until(desk.store, kept, TODAY) == date(TODAY.year + 30, 12, 31)


def test_a_link_is_not_taken_in(desk, claim, scan, tmp_path):
    (tmp_path / "link.pdf").symlink_to(scan)
    with pytest.raises(Refused) as raised:
        attach(desk, [claim()], tmp_path / "link.pdf", "delivery")
    assert codes(raised) == ["not_a_file"]
