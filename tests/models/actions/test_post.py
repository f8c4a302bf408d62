"""Posting, delivery and proof: every attempt and every correction is kept, and the clock follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models.actions.desk import Desk
from models.actions.letters import issue
from models.actions.parties import set_debtor
from models.actions.post import add_address, deliver, mail, mail_many, prove_delivery
from models.actions.post_paper import (
    csv_bytes,
    export_mails,
    export_posting_list,
    keep_form_file,
    post_facts,
    set_offset,
)
from models.queries.attempts import addresses, attempts, open_post, second_address
from models.queries.claims import claim_rows
from models.queries.letter_effect import letter_effects
from models.queries.letter_rows import letter_rows
from models.queries.mails import forms, mails
from models.queries.views import Views
from models.rules.post_forms import Offset
from models.rules.problems import Refused
from models.tables import Delivery, Posting
from reports.render import render

DEBTOR = "苏州恒锐精密制造有限公司"
FIRST, SECOND = "1078334211507", "1078334211508"
ISSUED = date(2026, 11, 2)


@pytest.fixture
def letter(firm: Desk, on: Callable[[date], Desk], claim: Callable[..., int]) -> int:
    """A demand issued on 2 November."""
    key = claim(contract="HR-2026-031", number="XS-1")
    return issue(on(ISSUED), "demand", [key], render).letters[0].letter


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def clock(desk: Desk, letter: int) -> tuple[date | None, date | None]:
    """As claimed and as provable, of the claim of the letter."""
    (claim,) = letter_rows(desk.store, [letter])[0].claims
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[claim])
    view = Views(desk.store, desk.today).of(row)
    return view.limitation_on, view.provable_on


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    file = tmp_path / "tracking.png"
    file.write_bytes(b"\x89PNG tracking")
    return file


def test_a_second_attempt_goes_to_the_next_address_and_both_stand(desk: Desk, letter: int) -> None:
    add_address(desk, DEBTOR, "苏州市吴中区登记路 1 号", "registered", "215100")
    mail(desk, letter, FIRST, ISSUED)
    deliver(desk, letter, "returned_moved", date(2026, 11, 6))
    mail(desk, letter, SECOND, date(2026, 11, 9), again=True)
    first, second = attempts(desk.store, [letter])[letter]
    assert (first.outcome, first.arrival) == ("returned_moved", "no")
    assert (second.address, second.address_source) == ("苏州市吴中区登记路 1 号", "registered")
    assert letter_rows(desk.store, [letter])[0].waybill == SECOND


def test_a_correction_is_a_new_row(desk: Desk, letter: int) -> None:
    mail(desk, letter, FIRST, ISSUED)
    deliver(desk, letter, "lost", date(2026, 11, 6))
    deliver(desk, letter, "signed_addressee", date(2026, 11, 5), signer="王建国")
    (only,) = attempts(desk.store, [letter])[letter]
    assert (only.outcome, only.signer, only.corrected) == ("signed_addressee", "王建国", 1)
    kept = [row.outcome for row in Delivery.select().order_by(Delivery.id).execute(desk.store.database)]
    assert kept == ["lost", "signed_addressee"]


def test_a_wrong_number_is_corrected_and_free_again(
    desk: Desk, letter: int, claim: Callable[..., int]
) -> None:
    other = (
        issue(desk, "demand", [claim("杭州云栖印务包装有限公司", number="XS-2")], render).letters[0].letter
    )
    mail(desk, letter, FIRST, ISSUED)
    mail(desk, letter, SECOND, ISSUED)
    mail(desk, other, FIRST)
    assert Posting.select().count(desk.store.database) == 3


def test_a_number_used_twice_is_refused(desk: Desk, letter: int, claim: Callable[..., int]) -> None:
    other = (
        issue(desk, "demand", [claim("杭州云栖印务包装有限公司", number="XS-2")], render).letters[0].letter
    )
    mail(desk, letter, FIRST, ISSUED)
    with pytest.raises(Refused) as refused:
        mail(desk, other, FIRST)
    assert codes(refused) == ["waybill_used"]
    with pytest.raises(Refused) as refused:
        mail(desk, letter, FIRST, again=True, address="别处 1 号")
    assert codes(refused) == ["waybill_used"]


def test_many_numbers_are_kept_all_or_none(desk: Desk, letter: int, claim: Callable[..., int]) -> None:
    other = (
        issue(desk, "demand", [claim("杭州云栖印务包装有限公司", number="XS-2")], render).letters[0].letter
    )
    for wrong, code in (
        ([(letter, FIRST), (other, FIRST)], "waybill_twice"),
        ([(letter, FIRST), (other, "?")], "bad_waybill"),
    ):
        with pytest.raises(Refused) as refused:
            mail_many(desk, wrong)
        assert codes(refused) == [code]
    assert not attempts(desk.store)
    mail_many(desk, [(letter, FIRST), (other, SECOND)])
    assert [row.waybill for row in letter_rows(desk.store)] == [SECOND, FIRST]


def test_without_a_record_the_clock_moves_as_claimed_but_not_as_provable(
    desk: Desk, letter: int, proof: Path
) -> None:
    mail(desk, letter, FIRST, ISSUED)
    before = clock(desk, letter)
    deliver(desk, letter, "no_record", None, proof, proof_kind="stub")
    (only,) = attempts(desk.store, [letter])[letter]
    assert only.happened_on == date(2026, 11, 5)
    assert clock(desk, letter) == (date(2029, 11, 5), before[1])


def test_the_tracking_print_makes_it_provable_and_the_stub_does_not(
    desk: Desk, letter: int, proof: Path
) -> None:
    mail(desk, letter, FIRST, ISSUED)
    deliver(desk, letter, "refused", date(2026, 11, 6))
    prove_delivery(desk, letter, proof, "stub")
    assert clock(desk, letter) == (date(2029, 11, 6), date(2029, 10, 4))
    prove_delivery(desk, letter, proof, "envelope")
    assert clock(desk, letter) == (date(2029, 11, 6), date(2029, 11, 6))
    assert letter_rows(desk.store, [letter])[0].proof is not None


def test_each_arrival_of_a_letter_interrupts(desk: Desk, letter: int) -> None:
    mail(desk, letter, FIRST, ISSUED)
    deliver(desk, letter, "signed_addressee", date(2026, 11, 6))
    mail(desk, letter, SECOND, date(2026, 11, 9), again=True, address="苏州市吴中区登记路 1 号")
    deliver(desk, letter, "refused", date(2026, 11, 12))
    assert clock(desk, letter)[0] == date(2029, 11, 12)


def test_a_letter_from_before_attempts_were_kept_keeps_its_only_one(desk: Desk, letter: int) -> None:
    desk.store.database.execute_sql(
        "UPDATE letter SET waybill = ?, mailed_on = '2026-11-02', address_source = 'agreed', result = 'signed', "
        "result_on = '2026-11-05' WHERE id = ?",
        (FIRST, letter),
    )
    (only,) = attempts(desk.store, [letter])[letter]
    assert (only.waybill, only.outcome, only.arrival) == (FIRST, "signed", "open")
    deliver(desk, letter, "signed_mail_room", date(2026, 11, 5))
    (only,) = attempts(desk.store, [letter])[letter]
    assert (only.waybill, only.outcome, only.corrected) == (FIRST, "signed_mail_room", 1)


def test_nowhere_else_to_send_is_said(desk: Desk, letter: int) -> None:
    mail(desk, letter, FIRST, ISSUED)
    assert second_address(desk.store, letter, letter_rows(desk.store, [letter])[0].debtor_id) is None
    with pytest.raises(Refused) as refused:
        mail(desk, letter, SECOND, again=True)
    assert codes(refused) == ["no_second_address"]


def test_addresses_stand_in_the_order_of_service(desk: Desk, letter: int) -> None:
    for address, source in (("C 路 1 号", "other"), ("A 路 1 号", "agreed"), ("B 路 1 号", "registered")):
        add_address(desk, DEBTOR, address, source)
    debtor = letter_rows(desk.store, [letter])[0].debtor_id
    assert [row.source for row in addresses(desk.store, debtor)] == ["agreed", "registered", "other", "other"]


@pytest.mark.parametrize(
    ("day", "outcome", "what"),
    [
        (date(2026, 11, 8), None, None),
        (date(2026, 11, 9), None, "no_result"),
        (date(2026, 11, 20), "signed_addressee", "print_proof"),
        (date(2027, 10, 2), "signed_addressee", "last_month"),
        (date(2027, 11, 3), "signed_addressee", None),
    ],
)
def test_the_post_still_to_be_done(
    desk: Desk, on: Callable[[date], Desk], letter: int, day: date, outcome: str | None, what: str | None
) -> None:
    mail(desk, letter, FIRST, ISSUED)
    if outcome:
        deliver(desk, letter, outcome, date(2026, 11, 6))
    assert [row.what for row in open_post(desk.store, day, 7)] == ([what] if what else [])


def test_a_record_ends_what_is_to_be_done(desk: Desk, letter: int, proof: Path) -> None:
    mail(desk, letter, FIRST, ISSUED)
    deliver(desk, letter, "signed_addressee", date(2026, 11, 6), proof)
    assert open_post(desk.store, date(2027, 10, 20), 7) == []


def test_the_waybill_says_what_the_letter_demands(desk: Desk, letter: int) -> None:
    (found,) = mails(desk.store, [letter])
    assert found.content == "催讨HR-2026-031合同货款186,400.00元函"
    assert (found.to.postcode, found.pages) == ("215124", 2)


def test_a_clerks_own_form_is_measured_and_printed_on(desk: Desk, letter: int, tmp_path: Path) -> None:
    file = tmp_path / "form.toml"
    file.write_text(
        'key = "old"\nname = "详情单"\nuse = "waybill"\nwidth = 230\nheight = 127\n'
        'place = [{ what = "to_name", x = 30, y = 40, width = 80 }]\n',
        encoding="utf-8",
    )
    keep_form_file(desk, file)
    set_offset(desk, "喷墨", "old", Offset(1.5, -0.5))
    facts = post_facts(desk, "old", [letter], "喷墨")
    assert (facts.form.width, facts.offset) == (230, Offset(1.5, -0.5))
    assert post_facts(desk, "old", [letter], "针式").offset == Offset()
    assert "old" in forms(desk.store)


def test_the_list_is_numbered_by_its_day(desk: Desk, letter: int, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        export_posting_list(desk, tmp_path / "a.pdf", [letter], render, "zh_CN")
    assert codes(refused) == ["not_mailed"]
    mail(desk, letter, FIRST)
    numbers = [export_posting_list(desk, tmp_path / "a.pdf", [letter], render, "zh_CN") for _ in range(2)]
    assert numbers == ["JJ-20261120-01", "JJ-20261120-02"]


def test_the_file_for_the_program_of_the_post_has_a_row_a_letter(
    desk: Desk, letter: int, tmp_path: Path
) -> None:
    mail(desk, letter, FIRST)
    assert export_mails(desk, tmp_path / "a.csv", [letter]) == 1
    head, row = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("邮件号,收件人姓名")
    assert row.startswith(FIRST)
    assert (tmp_path / "a.csv").read_bytes() == csv_bytes(mails(desk.store, [letter]))


def test_the_effect_reads_the_books(desk: Desk, letter: int) -> None:
    (found,) = letter_effects(desk.store, desk.today)
    assert (found.kind, found.letters) == ("demand", 1)


def test_to_a_natural_person_the_waybill_stays_neutral(firm: Desk, claim: Callable[..., int]) -> None:
    key = claim("张三", contract="HR-2026-032", number="XS-9")
    set_debtor(firm, "张三", is_person=True)
    letter = issue(firm, "demand", [key], render).letters[0].letter
    assert mails(firm.store, [letter])[0].content == "通知函(合同HR-2026-032号款项)"
