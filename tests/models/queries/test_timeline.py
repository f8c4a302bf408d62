from datetime import date

import pytest

from models.actions.calls import Talk, add_note, log_call
from models.actions.evidence import attach, void
from models.actions.letters import issue
from models.actions.post import deliver, mail
from models.actions.receipts import book_for_claim, reverse
from models.queries.timeline import timeline
from models.rules.chains import EVIDENCE_KINDS
from models.rules.letter_kinds import LETTER_KINDS
from ui.problems import LANGUAGES, catalogue, worded


def said(entry, language="zh_CN"):
    return "·".join(worded(part.code, language, part.params) for part in entry.title)


def titles(desk, claim):
    return [said(entry) for entry in timeline(desk.store, claim, desk.today)]


def test_a_claim_by_hand_begins_with_its_registration(desk, claim):
    assert titles(desk, claim()) == ["手工登记"]


def test_a_call_says_who_spoke_what_was_confirmed_and_promised(desk, claim, on):
    key = claim()
    talk = Talk(
        "connected", person="王建国", confirmed="full", promise_fen=100, promise_on=date(2026, 11, 27)
    )
    log_call(on(date(2026, 11, 19)), [key], talk)
    call = timeline(desk.store, key, desk.today)[-1]
    assert said(call) == "通话·已接通"
    lines = [worded(line.code, "zh_CN", line.params) for line in call.lines]
    assert lines == ["接听人 王建国", "确认全部欠款", "承诺 2026-11-27 付 ¥1.00"]


@pytest.mark.parametrize(("paid", "title"), [(100, "承诺已兑现"), (40, "承诺未兑现")])
def test_a_promise_tells_how_it_ended(desk, claim, on, paid, title):
    key = claim()
    log_call(on(date(2026, 11, 10)), [key], Talk("connected", promise_fen=100, promise_on=date(2026, 11, 17)))
    book_for_claim(on(date(2026, 11, 16)), key, paid, date(2026, 11, 16))
    assert titles(desk, key).count(title) == 1


def test_a_promise_still_open_is_no_event(desk, claim):
    key = claim()
    log_call(desk, [key], Talk("connected", promise_fen=100, promise_on=date(2026, 11, 27)))
    assert "承诺已兑现" not in titles(desk, key)


def test_a_receipt_and_its_reversal_stand_side_by_side(desk, claim):
    key = claim()
    booked = book_for_claim(desk, key, 5_000_00)
    reverse(desk, booked.receipt, "记错账户")
    found = {said(entry): entry for entry in timeline(desk.store, key, desk.today)}
    assert found["回款·已冲回"].void
    assert found["冲回回款"].text == "记错账户"


def test_a_letter_is_issued_posted_and_signed_for(firm, claim, on):
    key = claim()
    run = issue(on(date(2026, 11, 1)), "demand", [key], lambda *_: b"%PDF-1.4 letter")
    letter = run.letters[0].letter
    mail(on(date(2026, 11, 2)), letter, "1078334211580", date(2026, 11, 2))
    deliver(on(date(2026, 11, 5)), letter, "signed", date(2026, 11, 5))
    found = [entry for entry in timeline(firm.store, key, firm.today) if entry.group == "letter"]
    assert [said(entry) for entry in found] == ["催款函·已签收", "催款函·已交寄", "催款函·已出具"]
    assert found[-1].attachments[0].name.endswith(".pdf")


def test_evidence_on_its_own_is_told_and_a_voided_piece_says_so(desk, claim, tmp_path):
    key, scan = claim(), tmp_path / "合同.pdf"
    scan.write_bytes(b"%PDF-1.4")
    piece = attach(desk, [key], scan, "contract")
    assert "证据·合同" in titles(desk, key)
    void(desk, piece.evidence, "传错文件")
    entry = next(entry for entry in timeline(desk.store, key, desk.today) if entry.group == "evidence")
    assert (entry.void, entry.text) == (True, "传错文件")


def test_a_note_names_its_writer_and_the_newest_stands_first(desk, claim):
    key = claim()
    add_note(desk, key, "财务每月 25 日付款")
    newest = timeline(desk.store, key, desk.today)[0]
    assert (said(newest), newest.text) == ("备注·林晓", "财务每月 25 日付款")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_words(language):
    known = catalogue(language)
    assert all(f"letter_kind_{kind}" in known for kind in LETTER_KINDS)
    assert all(f"evidence_kind_{kind}" in known for kind in EVIDENCE_KINDS)
