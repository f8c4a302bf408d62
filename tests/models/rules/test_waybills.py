import pytest

from models.rules.waybills import check_digit, tidy, waybill_problem


# UPU S10: weights 8 6 4 2 3 5 9 7, 11 − (sum mod 11); 10 → 0, 11 → 5.
@pytest.mark.parametrize(
    ("serial", "digit"),
    [
        ("12345678", 5),  # sum 204, 204 mod 11 = 6
        ("47312482", 9),  # 4·8+7·6+3·4+1·2+2·3+4·5+8·9+2·7 = 200, mod 11 = 2
        ("00000000", 5),  # 11 − 0 = 11 → 5
        ("00000008", 10 % 10),  # 56 mod 11 = 1 → 10 → 0
    ],
)
def test_the_check_digit_follows_the_standard(serial, digit):
    assert check_digit(serial) == digit


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("EE 1234 5678 5 CN", None),
        ("ee123456785cn", None),
        ("EE123456784CN", "waybill_check_digit"),
        ("1078334211501", None),  # thirteen digits of a domestic number
        ("1234567", "bad_waybill"),
        ("123456789012345678901", "bad_waybill"),
        ("1234-56789", "bad_waybill"),
        ("单号12345678", "bad_waybill"),
        ("", "bad_waybill"),
    ],
)
def test_what_can_be_told_wrong_is_told(written, code):
    problem = waybill_problem(tidy(written))
    assert (problem.code if problem else None) == code
