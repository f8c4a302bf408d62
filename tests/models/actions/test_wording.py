"""The firm's own words for its letters: kept as versions, taken back at any time, looked over for what hurts."""

from __future__ import annotations

import base64

import pytest

from models.actions.letters import Order, issue
from models.actions.wording import reset_wording, set_picture, set_wording
from models.queries.letter_rows import letter_rows
from models.queries.letter_wording import (
    look_of,
    program_words,
    word_problems,
    wording_of,
    wording_versions,
)
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Refused
from models.rules.wording_text import template_of, text_of
from models.tables import Letter
from reports.render import render

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_the_programs_words_written_down_and_read_again_say_the_same(kind, language):
    for entry, text in program_words(kind, language).items():
        assert text_of(entry, template_of(entry, text), language) == text


def test_own_words_hold_until_they_are_taken_back_and_every_version_stays(firm):
    set_wording(firm, "demand", "zh_CN", {"closing": "请按期付清。"}, "法务审定")
    set_wording(firm, "demand", "zh_CN", {"closing": "请尽快付清。"})
    assert wording_of(firm.store, "demand", "zh_CN").words == {"closing": "请尽快付清。"}
    reset_wording(firm, "demand", "zh_CN")
    assert wording_of(firm.store, "demand", "zh_CN").words == {}
    assert [dict(each.words) for each in wording_versions(firm.store, "demand", "zh_CN")] == [
        {},
        {"closing": "请尽快付清。"},
        {"closing": "请按期付清。"},
    ]


def test_words_that_hold_already_make_no_version(firm):
    set_wording(firm, "demand", "zh_CN", program_words("demand", "zh_CN"))
    assert wording_versions(firm.store, "demand", "zh_CN") == []


@pytest.mark.parametrize(
    ("words", "code"), [({"annex_slip": "x"}, "wording_entry_unknown"), ({"title": " "}, "wording_empty")]
)
def test_words_that_cannot_be_are_refused(firm, words, code):
    with pytest.raises(Refused, match=code):
        set_wording(firm, "demand", "zh_CN", words)


def test_what_should_not_be_written_is_pointed_out():
    (problem,) = word_problems({"closing": "否则将通知你的客户，后果自负。", "title": "催款函"})
    assert (problem.code, problem.where) == ("wording_word", "closing")


def test_the_letter_is_set_in_the_firms_words_and_names_their_version(firm, claim):
    set_wording(firm, "demand", "zh_CN", {"closing": "请{{debtor}}按期付清。"})
    run = issue(firm, "demand", [claim()], render)
    row = Letter.select().where(Letter.id == run.letters[0].letter).first(firm.store.database)
    assert row.wording_id == wording_of(firm.store, "demand", "zh_CN").id


def test_words_of_one_letter_alone_are_kept_with_it(firm, claim):
    ids = [claim("甲公司"), claim("乙公司")]
    from models.queries.letters import recipients

    who = recipients(firm.store, "demand", ids, firm.today)[0].key
    order = Order(own_words={who: {"closing": "只给甲公司的话。"}})
    issue(firm, "demand", ids, render, order)
    rows = {row.debtor: row.id for row in letter_rows(firm.store)}
    words = {
        name: Letter.select().where(Letter.id == letter).first(firm.store.database).own_words
        for name, letter in rows.items()
    }
    assert words == {"甲公司": '{"closing": "只给甲公司的话。"}', "乙公司": None}


def test_a_letter_with_an_unknown_field_is_not_issued(firm, claim):
    set_wording(firm, "demand", "zh_CN", {"closing": "请与{{经理}}、{{manager}}联系。"})
    run = issue(firm, "demand", [claim()], render)
    assert (run.letters, [each.why_not for each in run.skipped]) == ((), ["field_unknown"])


def test_a_picture_of_the_letterhead_is_kept_and_taken_away(firm, tmp_path):
    file = tmp_path / "logo.png"
    file.write_bytes(PNG)
    set_picture(firm, "logo", file)
    assert look_of(firm.store).logo == PNG
    set_picture(firm, "logo", None)
    assert look_of(firm.store).logo is None


@pytest.mark.parametrize(
    ("content", "code"), [(b"GIF89a", "picture_unreadable"), (PNG + b"\0" * 300_000, "picture_too_large")]
)
def test_what_is_no_small_picture_is_refused(firm, tmp_path, content, code):
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with pytest.raises(Refused, match=code):
        set_picture(firm, "logo", file)
