"""Forms of the post, measured in the PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pypdf
import pypdfium2
import pytest

from models import reference
from models.rules.mails import CalibrationFacts, MailFacts, Party, PostFacts, PostingListFacts, mail_value
from models.rules.post_forms import LEADING, Form, Offset, Place
from models.rules.problems import Refused
from reports.bars import bar_widths, module
from reports.render import render
from tests.reports.reading import pages_of, text_of

MM = 72 / 25.4
FORMS = {form.key: form for form in reference.post_forms()}
SENDER = Party("苏南精工科技有限公司", "林晓", "0512-8800 0456", "浙江省杭州市余杭区星澄路 88 号", "311100")
TO = Party(
    "苏州恒锐精密制造有限公司", "王建国", "0512-8800 0123", "江苏省苏州工业园区锐进路 16 号 3 幢", "215124"
)
MAIL = MailFacts(
    1, "苏精催字〔2026〕第0187号", TO, SENDER, "催讨HR-2026-031合同货款186,400.00元函", waybill="1078334211507",
    mailed_on=date(2026, 11, 20), pages=2,
)  # fmt: skip
FAR = replace(
    TO,
    name="新疆维吾尔自治区乌鲁木齐市高新技术产业开发区国际物流装备制造股份有限公司",
    address="新疆维吾尔自治区乌鲁木齐市高新技术产业开发区北区工业园蓝天路216号创新创业大厦B座1703室",
)


def starts(pdf: bytes, page: int = 0) -> Iterator[tuple[str, float, float, float]]:
    """Every text run as (text, x, y of its base line from the top, size), in mm and pt, as the file places it."""
    read = pypdf.PdfReader(io.BytesIO(pdf)).pages[page]
    high = float(read.mediabox.height)
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, _cm: Any, tm: list[float], _font: Any, size: float) -> None:
        if text.strip():
            found.append((text.strip(), tm[4] / MM, (high - tm[5]) / MM, size))

    read.extract_text(visitor_text=visit)
    yield from found


def expected(place: Place, lines_above: float = 0.0) -> float:
    """Where the base line of a field stands, from the top in mm."""
    leading = place.size * LEADING
    return place.y + ((leading - place.size) / 2 + 0.88 * place.size) / MM + lines_above


def left_placed(form: Form) -> list[Place]:
    """The fields whose place on the form is fixed and whose text begins at ``x``."""
    return [
        place for place in form.places
        if place.align == "left" and not place.step and not place.flow and place.what != "barcode"
    ]  # fmt: skip


@pytest.mark.parametrize("offset", [Offset(), Offset(1.5, -0.5)], ids=["as measured", "moved"])
@pytest.mark.parametrize("key", ["ems_76x130", "ems_100x150", "dl", "zl", "c5", "c4"])
def test_each_text_stands_where_its_form_says_within_half_a_millimetre(key: str, offset: Offset) -> None:
    form = FORMS[key]
    pdf = render("post", PostFacts(form, (MAIL,), offset), "zh_CN")
    runs = list(starts(pdf))
    for place in left_placed(form):
        words = mail_value(MAIL, place.what)
        beside = [
            (x - place.x - offset.right, y - expected(replace(place, size=size)) - offset.down)
            for text, x, y, size in runs
            if words.startswith(text[:3])
        ]
        nearest = min(beside, key=lambda off: max(map(abs, off)))
        assert max(map(abs, nearest)) <= 0.5, (place.what, nearest)


@pytest.mark.parametrize("key", ["dl", "zl", "c5", "c4"])
def test_postcode_digits_stand_in_the_middle_of_their_boxes(key: str) -> None:
    place = FORMS[key].places[0]
    found = [x for text, x, y, _ in starts(render("post", PostFacts(FORMS[key], (MAIL,)), "zh_CN"))
             if y < 20 and len(text) == 1]  # fmt: skip
    half_digit = 0.555 * place.size / MM / 2
    assert [x + half_digit for x in found] == pytest.approx(
        [place.x + (at + 0.5) * place.step for at in range(6)], abs=0.5
    )


@pytest.mark.parametrize("key", list(FORMS))
def test_the_page_has_the_size_of_its_form(key: str) -> None:
    form = FORMS[key]
    box = pypdf.PdfReader(io.BytesIO(render("post", PostFacts(form, (MAIL,)), "zh_CN"))).pages[0].mediabox
    assert (float(box.width) / MM, float(box.height) / MM) == pytest.approx(form.page, abs=0.1)


@pytest.mark.parametrize("key", list(FORMS))
def test_long_names_and_addresses_are_whole_on_every_form(key: str) -> None:
    far = replace(MAIL, to=FAR)
    text = text_of(render("post", PostFacts(FORMS[key], (far,)), "zh_CN"))
    assert FAR.name in text
    assert (FAR.address or "") in text


@pytest.mark.parametrize("key", [key for key, form in FORMS.items() if form.use != "waybill"])
def test_the_outside_tells_nothing_of_a_debt(key: str) -> None:
    text = text_of(render("post", PostFacts(FORMS[key], (MAIL,)), "zh_CN"))
    assert not any(word in text for word in ("催", "款", "函", "186,400", "HR-2026"))


@pytest.mark.parametrize("key", ["dl", "zl", "c5", "c4"])
def test_zones_that_stay_blank_are_blank(key: str) -> None:
    form = FORMS[key]
    pdf = render("post", PostFacts(form, (replace(MAIL, to=FAR),)), "zh_CN")
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=MM / 72 * 25.4 * 4 / MM).to_pil().convert("L")
    scale = picture.width / form.width
    document.close()
    for zone in form.zones:
        if not zone.allows:
            corner = (zone.x * scale, zone.y * scale)
            far = ((zone.x + zone.width) * scale, (zone.y + zone.height) * scale)
            assert picture.crop((*map(int, corner), *map(int, far))).getextrema() == (255, 255)


def test_a_text_that_does_not_fit_at_seven_points_is_refused_by_name() -> None:
    endless = replace(MAIL, to=replace(TO, address="路" * 300))
    with pytest.raises(Refused) as refused:
        render("post", PostFacts(FORMS["ems_76x130"], (MAIL, endless)), "zh_CN")
    assert [problem.code for problem in refused.value.problems] == ["post_text_long"]


def test_labels_begin_at_the_first_free_place_and_fill_the_sheet() -> None:
    form = FORMS["label_70x37"]
    pdf = render("post", PostFacts(form, (MAIL,) * 25, first=24), "zh_CN")
    assert [page.count("（收）") for page in pages_of(pdf)] == [1, 24]
    x, y = next((x, y) for text, x, y, _ in starts(pdf) if text.startswith("江苏省"))
    place = form.places[1]
    assert (x, y) == pytest.approx((140 + place.x, 0.5 + 7 * 37 + expected(place)), abs=0.5)


def test_labels_have_outlines_on_screen_and_those_used_are_grey_but_paper_has_neither() -> None:
    form = FORMS["label_70x37"]
    facts = PostFacts(form, (MAIL,), first=3)
    for on_screen in (True, False):
        document = pypdfium2.PdfDocument(render("post", facts, "zh_CN", on_screen=on_screen))
        picture = document[0].render(scale=2).to_pil().convert("L")
        document.close()
        scale = picture.width / 210
        used, free = (picture.getpixel((int(x * scale), int(4 * scale))) for x in (20, 200))
        edge = picture.crop((int(139 * scale), int(60 * scale), int(141 * scale), int(60 * scale) + 1))
        assert (used < 255, free, edge.getextrema()[0] < 255) == (on_screen, 255, on_screen)


@pytest.mark.parametrize(
    ("number", "dots"), [("1078334211507", 3), ("EA123456785CN", 2)], ids=["digits only", "with letters"]
)
def test_bars_are_whole_dots_with_quiet_on_both_sides(number: str, dots: int) -> None:
    place = next(each for each in FORMS["ems_76x130"].places if each.what == "barcode")
    one = module(number, place.width * MM)
    assert one * 203 / 72 == pytest.approx(dots)
    assert sum(bar_widths(number)) * one + 10 * MM <= place.width * MM + 0.01
    assert place.height >= 12


def test_the_calibration_page_draws_its_crosses_where_it_says() -> None:
    form = FORMS["dl"]
    pdf = render("calibration", CalibrationFacts(form, Offset(0.5, 1.0)), "zh_CN")
    document = pypdfium2.PdfDocument(pdf)
    dots = 20
    picture = document[0].render(scale=dots * 25.4 / 72).to_pil().convert("L")
    document.close()
    row = int((45 + 1.0) * dots)
    dark = [x for x in range(int(8 * dots), int(13 * dots)) if picture.getpixel((x, row + 2 * dots)) < 128]
    assert sum(dark) / len(dark) / dots == pytest.approx(10.5, abs=0.1)


def test_the_posting_list_names_every_letter_and_its_count() -> None:
    facts = PostingListFacts(SENDER.name, "ems", date(2026, 11, 20), "JJ-20261120-01", (MAIL,) * 25)
    pages = pages_of(render("posting_list", facts, "zh_CN"))
    assert sum(page.count("1078334211507") for page in pages) == 25
    assert "25 件" in pages[-1]
    assert pages[-1].count("1078334211507") >= 2
    assert all("内件品名" in page for page in pages)


def test_the_posting_list_says_what_the_waybill_says() -> None:
    facts = PostingListFacts(SENDER.name, "ems", date(2026, 11, 20), "JJ-20261120-01", (MAIL,))
    assert MAIL.content in text_of(render("posting_list", facts, "zh_CN"))
    assert MAIL.content in text_of(render("post", PostFacts(FORMS["ems_76x130"], (MAIL,)), "zh_CN"))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_number_of_a_letter_is_never_parted_on_the_list(language: str) -> None:
    listed = PostingListFacts("苏南精工", "ems", date(2026, 11, 20), "1", (MAIL, replace(MAIL, to=FAR)) * 6)
    assert text_of(render("posting_list", listed, language)).count("第0187号") == 12


def test_the_english_list_names_the_person_in_english() -> None:
    listed = PostingListFacts("Sunan", "ems", date(2026, 11, 20), "1", (MAIL,))
    text = text_of(render("posting_list", listed, "en"))
    assert "Attn. 王建国" in text
    assert "（收）" not in text


def test_an_apostrophe_keeps_a_latin_word_together_and_narrow() -> None:
    abroad = replace(TO, address="People’s Road 5, Suzhou", name="O’Neill Trading Ltd")
    content = render("post", PostFacts(FORMS["label_63x38"], (replace(MAIL, to=abroad),)), "zh_CN")
    assert "People’s Road" in text_of(content)
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    at = page.get_text_range().index("’s")
    left, _, right, _ = page.get_charbox(at, loose=True)
    assert right - left < 3


def test_each_label_of_a_sheet_stands_where_the_form_says_within_half_a_millimetre() -> None:
    form = FORMS["label_63x38"]
    assert form.sheet
    runs = starts(render("post", PostFacts(form, (MAIL,) * form.on_page), "zh_CN"))
    place = next(place for place in form.places if place.what == "to_postcode")
    found = sorted((y, x) for text, x, y, _ in runs if text.startswith("215124"))
    wanted = [
        (
            expected(place) + form.sheet.top + row * form.sheet.step_y,
            form.sheet.left + column * form.sheet.step_x + place.x,
        )
        for row in range(form.sheet.rows)
        for column in range(form.sheet.columns)
    ]
    for (down, right), (y, x) in zip(wanted, found, strict=True):
        assert (down, right) == pytest.approx((y, x), abs=0.5)


def test_the_rulers_are_numbered_where_their_long_ticks_stand() -> None:
    runs = list(starts(render("calibration", CalibrationFacts(FORMS["dl"]), "en")))
    numbers = {text: (x, y) for text, x, y, _ in runs if text.isdecimal()}
    assert {"20", "200", "90"} <= set(numbers)
    assert numbers["200"][0] == pytest.approx(200, abs=2.5)
    assert numbers["90"][1] == pytest.approx(90, abs=1)


@pytest.mark.parametrize("key", FORMS)
def test_no_number_of_a_ruler_runs_into_a_cross(key: str) -> None:
    runs = list(starts(render("calibration", CalibrationFacts(FORMS[key]), "zh_CN")))
    crosses = [y for text, _, y, _ in runs if text.startswith("10,")]
    numbers = [y for text, x, y, _ in runs if text.isdecimal() and x < 9]
    assert len(crosses) == 2
    assert min(abs(y - cross) for y in numbers for cross in crosses) > 1.5
