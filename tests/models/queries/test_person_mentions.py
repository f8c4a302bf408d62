"""A name is found also where it stands within what somebody wrote, and each place says why it stays."""

import pytest

from models.actions.calls import Talk, add_note, log_call
from models.actions.evidence import attach
from models.actions.persons import erase_person
from models.actions.receipts import book_for_claim
from models.queries.person_mentions import mentions

NAME = "王建国"


def places(desk, name=NAME):
    return {(each.table, each.column): (each.count, each.why) for each in mentions(desk.store, name)}


def test_a_name_within_notes_and_memos_is_found(desk, claim):
    key = claim(fen=1000)
    add_note(desk, key, f"找{NAME}，他管付款")
    add_note(desk, key, f"{NAME}说下周")
    book_for_claim(desk, key, 400, memo=f"货款 {NAME}代付")
    assert places(desk) == {
        ("note", "text"): (2, "conduct"),
        ("receipt", "memo"): (1, "money"),
        ("journal", "body"): (3, "journal"),
    }


def test_a_record_of_the_person_is_no_mention(desk, claim):
    log_call(desk, [claim()], Talk("connected", person=NAME, role="财务", confirmed="full", note="承诺月底"))
    assert ("call", "person") not in places(desk)


def test_a_mail_is_read_for_the_name(desk, claim, tmp_path):
    file = tmp_path / "答复.eml"
    head = "From: wang@example.com\r\nSubject: re\r\nContent-Type: text/plain; charset=utf-8"
    file.write_bytes(f"{head}\r\n\r\n{NAME} 已确认\r\n".encode())
    attach(desk, [claim()], file)
    assert places(desk)[("evidence", "mail")] == (1, "proof")


@pytest.mark.parametrize("name", ["", " ", "王"])
def test_a_single_character_is_not_looked_for_everywhere(desk, claim, name):
    add_note(desk, claim(), "王建国")
    assert mentions(desk.store, name) == []


def test_erasing_names_what_is_kept_and_why(desk, claim):
    key = claim()
    log_call(desk, [key], Talk("connected", person=NAME, role="财务", confirmed="full"))
    add_note(desk, key, f"找{NAME}")
    done = erase_person(desk, NAME, "本人要求")
    assert done.erased == 1
    kept = {(each.table, each.column): each.why for each in done.kept}
    assert kept == {("note", "text"): "conduct", ("journal", "body"): "journal"}
