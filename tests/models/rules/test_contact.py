from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.rules.contact import PlannedContact, blocked, check

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
PERSON = PlannedContact("call", NOON, is_person=True)
FIRM = PlannedContact("call", NOON, is_person=False)


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
