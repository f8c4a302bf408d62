from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.reference import lexicon
from models.rules.contact import CHANNELS, FLAGS, FRAIL, GUARD_RULES, PlannedContact, blocked, check, verdict

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
PERSON = PlannedContact("phone", NOON, is_person=True)
FIRM = PlannedContact("phone", NOON, is_person=False)


def found(contact: PlannedContact) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in check(contact)]


def test_a_call_to_the_debtor_at_noon_may_be_made() -> None:
    assert check(PERSON) == check(FIRM) == ()


@pytest.mark.parametrize(
    ("utc_hour", "minute", "night"), [(13, 59, False), (14, 0, True), (23, 59, True), (0, 0, False)]
)
def test_night_is_from_ten_to_eight_in_china(utc_hour: int, minute: int, night: bool) -> None:
    at = datetime(2026, 11, 20, utc_hour, minute, tzinfo=UTC)
    assert found(replace(PERSON, at=at)) == ([("G01", "block")] if night else [])
    assert found(replace(FIRM, at=at)) == ([("G01", "warn")] if night else [])


def test_consent_opens_the_night() -> None:
    assert check(replace(PERSON, at=datetime(2026, 11, 20, 15, tzinfo=UTC), consented_to_night=True)) == ()


@pytest.mark.parametrize(
    ("count", "person", "firm"),
    [
        (2, [], []),
        (3, [], [("G02", "warn")]),
        (5, [], [("G02", "warn")]),
        (6, [("G02", "block")], [("G02", "block")]),
    ],
)
def test_six_unanswered_calls_a_day_are_enough(count: int, person: list, firm: list) -> None:
    assert found(replace(PERSON, unanswered_today=count)) == person
    assert found(replace(FIRM, unanswered_today=count)) == firm


def test_talking_often_in_a_day_is_doubtful_sooner_with_a_person() -> None:
    assert found(replace(PERSON, connected_today=3)) == [("G03", "warn")]
    assert found(replace(FIRM, connected_today=3)) == []
    assert found(replace(FIRM, connected_today=5)) == [("G03", "warn")]


def test_third_parties_are_left_alone() -> None:
    assert blocked(check(replace(FIRM, role="supplier")))
    assert blocked(check(replace(PERSON, role="relative")))


def test_only_a_person_that_cannot_be_found_excuses_a_third_party() -> None:
    assert check(replace(PERSON, role="relative", lost_contact_reason="number dead, letter returned")) == ()
    assert blocked(check(replace(FIRM, role="customer", lost_contact_reason="number dead")))


def test_a_letter_has_no_hours_but_the_same_addressees() -> None:
    night = datetime(2026, 11, 20, 16, tzinfo=UTC)
    assert check(PlannedContact("letter", night, is_person=True, unanswered_today=9)) == ()
    assert blocked(check(PlannedContact("letter", night, is_person=True, role="employer")))


def test_a_recording_is_announced() -> None:
    assert found(replace(FIRM, recorded=True)) == [("G12", "warn")]
    assert found(replace(FIRM, recorded=True, recording_announced=True)) == []


def test_a_talk_without_a_person_is_an_incomplete_record() -> None:
    assert found(replace(FIRM, connected=True)) == [("G20", "warn")]
    assert found(replace(FIRM, connected=True, person="王建国", role="finance")) == []


def test_a_finding_says_the_time_in_china() -> None:
    finding = check(replace(PERSON, at=datetime(2026, 11, 20, 15, 30, tzinfo=UTC)))[0]
    assert finding.problem.params["time"] == "23:30"


TEXT = replace(
    FIRM, channel="wechat", lexicon=lexicon(), sender=("苏南精工", "林晓"), owed_fen={186_400_00, 50_000_00}
)


def says(text: str, **more: object) -> list[tuple[str, str]]:
    return found(replace(TEXT, text=f"苏南精工 林晓：{text}", **more))


def test_every_rule_names_its_source_and_a_sentence() -> None:
    assert [rule.id for rule in GUARD_RULES] == [f"G{number:02}" for number in range(1, 21)]
    assert all(rule.source and rule.code.startswith("contact_") for rule in GUARD_RULES)


def test_one_who_asked_to_be_left_alone_is() -> None:
    assert found(replace(FIRM, stopped_why="要求只用邮件")) == [("G05", "block")]
    assert verdict(check(replace(FIRM, stopped_why=""))) == "no"


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_debt_is_not_spoken_of_where_others_read_along(channel: str) -> None:
    public = channel in ("group", "posting", "postcard")
    assert ("G08" in dict(found(replace(FIRM, channel=channel)))) is public


@pytest.mark.parametrize(
    ("hour_utc", "place", "visitors", "consented", "speaks"),
    [
        (4, "office", 2, False, False),
        (4, "office", 3, False, True),
        (4, "home", 1, False, True),
        (4, "home", 1, True, False),
        (12, "office", 1, False, True),
        (11, "office", 1, False, False),
    ],
)
def test_a_visit_has_its_hours_its_place_and_its_number(
    hour_utc: int, place: str, visitors: int, consented: bool, speaks: bool
) -> None:
    at = NOON.replace(hour=hour_utc)
    visit = replace(
        FIRM, channel="visit", at=at, place=place, visitors=visitors, consented_to_visit=consented
    )
    assert found(visit) == ([("G09", "warn")] if speaks else [])
    assert verdict(check(replace(visit, is_person=True))) == ("with_reason" if speaks else "yes")


@pytest.mark.parametrize("flag", FRAIL)
def test_the_frail_are_the_supervisors_matter(flag: str) -> None:
    assert found(replace(PERSON, flags=frozenset({flag}))) == [("G13", "block")]
    assert found(replace(FIRM, flags=frozenset({flag}))) == [("G13", "warn")]


@pytest.mark.parametrize(
    ("flag", "rule", "may"),
    [("bankrupt", "G14", "no"), ("lawyer", "G15", "with_reason"), ("illegal_debt", "G18", "no")],
)
def test_some_debtors_are_not_asked_at_all(flag: str, rule: str, may: str) -> None:
    assert flag in FLAGS
    findings = check(replace(FIRM, flags=frozenset({flag})))
    assert ([finding.rule for finding in findings], verdict(findings)) == ([rule], may)


def test_the_lawyer_may_be_spoken_to() -> None:
    assert check(replace(FIRM, flags=frozenset({"lawyer"}), role="agent")) == ()


def test_an_expired_debt_may_be_asked_for_but_not_threatened_with_suit() -> None:
    late = frozenset[str]()
    assert found(replace(FIRM, facts=late)) == [("G17", "warn")]
    assert says("请在月底前付款。", facts=late) == [("G17", "warn")]
    assert says("否则我司将向法院起诉。", facts=late) == [("G17", "block")]
    assert says("如未付款，我司将依法提起诉讼。") == []


def test_a_sum_that_is_said_is_the_ledgers() -> None:
    assert says("贵公司尚欠 186,400.00 元。") == []
    assert says("其中 5 万元已到期。") == []
    assert says("贵公司尚欠 200,000 元。") == [("G10", "block")]
    assert says("尚欠 ¥186,400，可先付 3 万元。") == []


def test_a_message_names_firm_and_clerk() -> None:
    assert found(replace(TEXT, text="请付款")) == [("G19", "block")]
    assert found(replace(TEXT, channel="letter", text="请付款")) == []


def test_bare_numbers_are_doubtful_but_for_our_own_account() -> None:
    assert says("身份证 11010519900307891X") == [("G16", "warn")]
    account = "1102 0260 0900 0012 345"
    assert says(f"请付至 {account}") == [("G16", "warn")]
    assert says(f"请付至 {account}", own_numbers=(account,)) == []


def test_what_goes_out_is_stopped_what_is_noted_is_doubted() -> None:
    assert found(replace(TEXT, text="苏南精工 林晓：后果自负")) == [("G06", "block")]
    assert found(replace(FIRM, lexicon=lexicon(), note="对方骂我们是骗子")) == [("G06", "warn")]
