"""Forms as data: what the clerk measured is checked before anything is printed on it."""

from typing import Any

import pytest

from models import reference
from models.rules.mails import CSV_HEADS, MailFacts, Party, cleaned, csv_row, digits, mail_value
from models.rules.post_forms import WHATS, Offset, form_of, told
from models.rules.problems import Refused

OWN: dict[str, Any] = {
    "key": "old_ems", "name": "国内特快专递详情单", "use": "waybill", "width": 230, "height": 127,
    "place": [{"what": "to_name", "x": 30, "y": 40, "width": 80}],
}  # fmt: skip


def codes(changed: dict[str, Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        form_of(OWN | changed)
    return [problem.code for problem in refused.value.problems]


def test_what_a_form_tells_is_read_back_as_it_is() -> None:
    assert all(form_of(told(form)) == form for form in (*reference.post_forms(), form_of(OWN)))


def test_each_form_is_called_by_a_name_of_the_readers_language() -> None:
    brought = reference.post_forms()
    assert all(each.called("en").replace("×", "x").isascii() for each in brought)
    assert [each.called("zh_CN") for each in brought] == [each.name for each in brought]


def test_a_form_without_an_english_name_keeps_its_own() -> None:
    assert form_of(OWN).called("en") == "国内特快专递详情单"
    assert form_of(OWN | {"name_en": "Express waybill"}).called("en") == "Express waybill"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ({"what": "to_name", "x": 160, "y": 40, "width": 80}, "form_field_outside"),
        ({"what": "to_name", "x": 30, "y": 126, "width": 80}, "form_field_outside"),
        ({"what": "to_name", "x": 30, "y": 40, "width": 80, "size": 6}, "form_field_small"),
        ({"what": "fax", "x": 30, "y": 40, "width": 80}, "form_field_unknown"),
        ({"what": "to_name", "x": "left"}, "form_unreadable"),
    ],
)
def test_a_field_that_cannot_be_printed_is_refused(place: dict[str, Any], code: str) -> None:
    assert code in codes({"place": [place]})


def test_what_tells_of_the_debt_is_refused_on_an_envelope() -> None:
    place = {"what": "content", "x": 30, "y": 40, "width": 80}
    assert codes({"use": "envelope", "place": [place]}) == ["form_tells_debt"]


def test_a_field_in_a_zone_to_be_left_blank_is_refused() -> None:
    zone = {"x": 0, "y": 0, "width": 90, "height": 60}
    assert codes({"zone": [zone]}) == ["form_field_in_zone"]
    assert form_of(OWN | {"zone": [zone | {"allows": ["to_name"]}]}).zones


@pytest.mark.parametrize("key", ["key", "name", "width", "place"])
def test_a_form_without_what_it_needs_is_refused(key: str) -> None:
    with pytest.raises(Refused):
        form_of({name: value for name, value in OWN.items() if name != key})


@pytest.mark.parametrize("wrong", [Offset(0.3, 0), Offset(0, 20.5)])
def test_an_offset_goes_in_half_millimetres(wrong: Offset) -> None:
    with pytest.raises(Refused):
        wrong.checked()
    assert Offset(-1.5, 20).checked()


MAIL = MailFacts(
    1, "苏精催字〔2026〕第0187号", Party("A&B <苏州> 公司", "王#1", "0512@8800", "路'1\"号+2", "215124"),
    Party("苏南精工科技有限公司"), "催讨X&Y合同货款1.00元函", waybill="1078334211507",
)  # fmt: skip


def test_characters_the_programs_of_the_post_reject_are_cleaned() -> None:
    row = csv_row(MAIL)
    assert len(row) == len(CSV_HEADS)
    assert not set("'\"#&+<>@") & set("".join(row))
    assert row[3] == "A B 苏州 公司"


def test_a_line_feed_makes_no_second_row() -> None:
    assert cleaned("一\n二\t三") == "一 二 三"


def test_every_field_a_form_may_name_has_its_value() -> None:
    assert all(isinstance(mail_value(MAIL, what), str) for what in WHATS)


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1078334211507", "1078 3342 11507"), ("EA123456785CN", "EA123456785CN"), (None, "")],
)
def test_a_domestic_number_is_grouped(number: str | None, shown: str) -> None:
    assert digits(number) == shown
